using System.Diagnostics;
using Proviso.Formats.Bulk;
using Proviso.Language.Binding;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Benchmarks.Workloads;

/// <summary>The case of a workload, read from a file of records as the commands read it.</summary>
/// <param name="Bytes">The length of the file.</param>
/// <param name="Reading">How long the reading and binding took.</param>
internal sealed record CaseOfRecords(Case Case, long Bytes, TimeSpan Reading)
{
    /// <summary>Writes the workload's reports into a temporary file of JSON Lines and reads that.</summary>
    public static CaseOfRecords Of(Workload workload)
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var lines = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
            {
                Statements.Lines(workload.Rows(), lines);
            }

            return Read(workload, path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static CaseOfRecords Read(Workload workload, string path)
    {
        var started = Stopwatch.GetTimestamp();
        var intake = Intake.Open([SyntaxTree.Parse(SourceText.From("agreement.proviso", AgreementText.Of(workload)))]);
        var reader = new RecordReader(intake);
        using var lines = File.OpenRead(path);
        reader.Read(lines, "statements.jsonl", RecordForm.Lines);
        var read = reader.Close(keepGood: false);
        return read.Case is { } found
            ? new(found, lines.Length, Stopwatch.GetElapsedTime(started))
            : throw new InvalidOperationException(string.Join("; ", read.Faults.Take(3).Select(one => one.Fault.Message)));
    }
}
