using System.Diagnostics;
using System.Globalization;
using Proviso.Benchmarks.Workloads;
using Proviso.Evaluation;
using Proviso.Language;
using Proviso.Language.Text;

namespace Proviso.Benchmarks;

/// <summary>Reading and judging invented cases of growing size: all clauses, and each of them alone.</summary>
internal static class ScaleBenchmark
{
    private static readonly (string Name, string[] Clauses)[] questions =
    [
        ("all clauses", ["1", "2", "3", "4", "5", "6", "7"]),
        ("how many in each region", ["1"]),
        ("notice in time", ["2"]),
        ("where nothing may be", ["3"]),
        ("until the other side does", ["4"]),
        ("a right with a quota, and what it asks", ["5", "6", "7"]),
    ];

    /// <param name="sizes">Numbers of reports.</param>
    public static int Run(IReadOnlyList<int> sizes)
    {
        Console.WriteLine("| Reports | MB of text | | Rows | ms | µs a report | MB kept |");
        Console.WriteLine("| ---: | ---: | --- | ---: | ---: | ---: | ---: |");
        foreach (var size in sizes)
        {
            var workload = new Workload(1, size, Views: 2, Flavour.Loose);
            using var reports = new StringWriter();
            using var positions = new StringWriter();
            Statements.Sentences(workload, reports, positions);
            SourceText[] texts =
            [
                SourceText.From("agreement.proviso", AgreementText.Of(workload)),
                SourceText.From("reports.proviso", reports.ToString()),
                SourceText.From("positions.proviso", positions.ToString()),
            ];
            var started = Stopwatch.GetTimestamp();
            var compiled = Compilation.Of(texts);
            Line("read and bind the text", "", Stopwatch.GetElapsedTime(started), compiled);
            var read = compiled.Case ?? throw new InvalidOperationException(string.Join("; ", compiled.Diagnostics.Where(each => each.IsError).Take(3)));
            foreach (var (name, clauses) in questions)
            {
                var asked = CaseInMemory.Only(read, clauses);
                started = Stopwatch.GetTimestamp();
                var judged = Evaluator.Run(asked, Knowledge.All);
                Line(name, judged.Rows.Length.ToString(CultureInfo.InvariantCulture), Stopwatch.GetElapsedTime(started), judged);
            }

            void Line(string name, string rows, TimeSpan time, object kept)
            {
                var memory = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {size:N0} | {texts.Skip(1).Sum(text => text.Length) / 1e6:0.0} | {name} | {rows} | {time.TotalMilliseconds:0} | {time.TotalMicroseconds / size:0} | {memory:0} |"));
                GC.KeepAlive(kept);
            }
        }

        return 0;
    }
}
