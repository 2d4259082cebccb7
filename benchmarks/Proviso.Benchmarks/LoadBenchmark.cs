using System.Diagnostics;
using System.Globalization;
using System.Text;
using Proviso.Benchmarks.Workloads;
using Proviso.Formats.Bulk;
using Proviso.Language.Binding;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Benchmarks;

/// <summary>Reading the reports of a workload as records into columns, as JSON Lines and as CSV, from memory and on one processor.</summary>
internal static class LoadBenchmark
{
    /// <param name="sizes">Numbers of reports.</param>
    public static int Run(IReadOnlyList<int> sizes)
    {
        Console.WriteLine("| Reports | | MB | ms | of a processor | Reports a second of it | Bytes each, names apart | Templates |");
        Console.WriteLine("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var size in sizes)
        {
            foreach (var form in Enum.GetValues<RecordForm>())
            {
                var workload = new Workload(1, size, Views: 2, Flavour.Plain);
                var bytes = Records(workload, form);
                var few = new Workload(2, 50_000, Views: 2, Flavour.Plain);
                Read(few, Records(few, form), form); // Its methods are compiled then.
                GC.Collect();
                var (started, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.UserTime);
                var read = Read(workload, bytes, form);
                var (time, busy) = (Stopwatch.GetElapsedTime(started), Environment.CpuUsage.UserTime - used);
                var columns = read.Case?.Reports.Columns ?? throw new InvalidOperationException(string.Join("; ", read.Faults.Select(one => one.Fault.Message)));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {columns.Count:N0} | {(form == RecordForm.Lines ? "JSON Lines" : "CSV")} | {bytes.Length / 1e6:0} | {time.TotalMilliseconds:0} | {busy.TotalMilliseconds:0} | {columns.Count / busy.TotalSeconds:N0} | {(double)columns.Held / columns.Count:0.0} | {columns.Templates.Count} |"));
            }
        }

        return 0;
    }

    private static RecordsRead Read(Workload workload, byte[] bytes, RecordForm form)
    {
        var intake = Intake.Open([SyntaxTree.Parse(SourceText.From("agreement.proviso", AgreementText.Of(workload)))]);
        var reader = new RecordReader(intake);
        reader.Read(new MemoryStream(bytes), "records", form);
        return reader.Close(keepGood: false);
    }

    private static byte[] Records(Workload workload, RecordForm form)
    {
        using var stream = new MemoryStream();
        if (form == RecordForm.Lines)
        {
            Statements.Lines(workload.Rows(), stream);
        }
        else
        {
            using var table = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
            Statements.Table(workload, table);
        }

        return stream.ToArray();
    }
}
