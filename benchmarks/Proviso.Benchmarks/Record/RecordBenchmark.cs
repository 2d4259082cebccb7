using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Proviso.Benchmarks.Workloads;

namespace Proviso.Benchmarks.Record;

/// <summary>Records of growing size: three clauses against databases and against code made for nothing else, then what else a record of that size costs, then records of
/// unkind shapes. Everything is measured in one run; the answers must agree row by row.</summary>
internal static class RecordBenchmark
{
    /// <summary>Prints the page, and writes it with its chart into a folder. Answers 1, and writes nothing, when somebody answers otherwise than the verdicts.</summary>
    /// <param name="sizes">Numbers of reports, growing.</param>
    public static int Run(IReadOnlyList<int> sizes, string folder)
    {
        var page = new MarkdownPage();
        var lines = new Dictionary<string, List<(double, double)>>(StringComparer.Ordinal);
        try
        {
            Fill(page, lines, sizes);
        }
        catch (AnswersDifferException differ)
        {
            Console.Error.WriteLine(differ.Message);
            return 1;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "record.md"), page.ToString().TrimEnd('\n') + "\n");
        File.WriteAllText(Path.Combine(folder, "growth.svg"), GrowthChart.Svg([.. lines.Select(line => new GrowthLine(line.Key, line.Value))]));
        return 0;
    }

    /// <summary>Of larger records only the three questions are asked: the other cases would not fit beside each other in memory.</summary>
    private const int MostForOthers = 2_000_000;

    private static void Fill(MarkdownPage page, Dictionary<string, List<(double, double)>> lines, IReadOnlyList<int> sizes)
    {
        page.Title("Records of growing size: the figures");
        page.Paragraph($"""
            Written by `dotnet run -c Release --project benchmarks/Proviso.Benchmarks -- record {string.Join(' ', sizes)}`; [How fast it is](../performance.md) says what is compared and how. Processor time in
            milliseconds, and in brackets the time that passed: medians of five rounds in turn, or one time where it took more than 25 seconds.
            """);
        page.Paragraph("![Processor time by number of reports, on scales of powers of ten](growth.svg)");
        using var cluster = PostgresCluster.Start();
        if (cluster is null)
        {
            page.Paragraph("PostgreSQL is not on this machine, and is left out.");
        }

        WarmUp();
        foreach (var size in sizes)
        {
            page.Heading($"{Shown(size)} reports");
            var workload = new Workload(1, size, Views: 2, Flavour.Plain);
            using var proviso = new ProvisoAnswering(workload);
            var compared = Comparison.Run(page, workload, proviso, cluster);
            foreach (var taken in size > MostForOthers ? compared.All : [.. compared.All, OtherCosts.Run(page, workload, proviso, compared)])
            {
                (lines.TryGetValue(taken.Name, out var points) ? points : lines[taken.Name] = []).Add((size, taken.Cpu));
            }
        }

        UnkindShapes.Run(page);
        page.Heading("The machine");
        page.Paragraph(string.Create(
            CultureInfo.InvariantCulture,
            $"{RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:0} GB; {RuntimeInformation.FrameworkDescription}."));
    }

    /// <summary>Lets .NET compile what will be timed, so that a large record that is timed first does not pay for it.</summary>
    private static void WarmUp()
    {
        using var small = new ProvisoAnswering(new Workload(1, 2_000, Views: 2, Flavour.Plain));
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(1);)
        {
            small.AnswerAll();
        }
    }

    /// <summary>A whole number with commas.</summary>
    public static string Shown(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Processor time, and the time that passed in brackets.</summary>
    public static string Shown(Taken taken) => $"{Shown(taken.Cpu)} ({Shown(taken.Passed)})";

    /// <summary>To three figures, roughly.</summary>
    public static string Shown(double number) => number.ToString(number switch { < 0.995 => "0.00", < 9.95 => "0.0", _ => "#,0" }, CultureInfo.InvariantCulture);
}
