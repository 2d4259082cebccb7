using System.Security.Cryptography;
using System.Text;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation;

/// <summary>Digests that tie a proof to the reports it speaks of.</summary>
internal static class Digests
{
    /// <summary>SHA-256 of a report's canonical text, lower-case hexadecimal.</summary>
    public static string Of(Report report) => Hex(SHA256.HashData(Encoding.UTF8.GetBytes(Text(report))));

    /// <summary>SHA-256 over the digests of all reports, in the order given.</summary>
    public static string Of(IEnumerable<Report> reports) =>
        Hex(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join("\n", reports.Select(Of)))));

    private static string Text(Report report)
    {
        var said = report.Attribution;
        var received = string.Join(";", said.Received.Select(r => $"{r.By.Name} {r.At.Earliest} {r.At.Latest}"));
        return string.Join(
            "\n",
            report.Name,
            Text(report.Content),
            said.By.Name,
            $"{said.Said.First} {said.Said.Last}",
            received,
            said.Grade.ToString(),
            said.Quoting ?? "",
            said.Source.Title,
            said.Source.Address ?? "");
    }

    private static string Text(ReportContent content) => content switch
    {
        StateReport s => $"{(s.IsTotal ? "total" : "state")} {s.Absent} {Text(s.Subject)} {s.State.Name} {s.Amount.Low} {s.Amount.High} {s.In.Name} {Text(s.When)}",
        EventReport e => $"event {e.NotReceived} {e.Event.Name} {e.By.Name} {e.To?.Name} {Text(e.Of)} {e.In?.Name} {Text(e.When)} {string.Join(",", e.For)}"
            + (e.Amount is { } number ? FormattableString.Invariant($" number {number.Low} {number.High}") : ""),
        AttributeReport a => $"attribute {a.Model.Name} {a.Attribute} {Text(a.Value)}",
        EndReport end => $"end {end.Of} {Text(end.When)}",
        AccessDenied denied => $"denied {denied.To.Name} {denied.In.Name} {Text(denied.When)}",
        LogComplete log => $"log {log.Of.Name} {Text(log.When)}",
        Correction c => $"corrects {c.Of} {c.DidNotOccur} {Text(c.Subject)} {c.In?.Name} {c.Amount?.Low} {c.Amount?.High} "
            + $"{(c.When is null ? "" : Text(c.When))} {(c.Event is { } w ? Text(w) : "")}",
        _ => throw new System.Diagnostics.UnreachableException(content.GetType().Name),
    };

    private static string Text(Subject? subject) => subject is null
        ? ""
        : $"{subject.Symbol.Name} as {subject.Item} with {string.Join(",", subject.With.Select(w => $"{w.Attribute} {Text(w.Value)}"))}";

    private static string Text(Value value) => value switch
    {
        RangeValue r => FormattableString.Invariant($"{r.Low} {r.LowIncluded} {r.High} {r.HighIncluded}"),
        WordValue w => w.Word,
        PartyValue p => p.Party.Name,
        _ => throw new System.Diagnostics.UnreachableException(value.GetType().Name),
    };

    private static string Text(Window window) => FormattableString.Invariant($"{window.Earliest}..{window.Latest}");

    private static string Text(Occurrence when) => $"{Text(when.Start)} {Text(when.End)} {when.LeastMinutes}";

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
