using System.Security.Cryptography;
using System.Text;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation.Checking;

/// <summary>SHA-256 of reports, written again from the definition in docs/explanations.md.</summary>
internal static class Fingerprints
{
    /// <summary>Of one report.</summary>
    public static string Of(Report report)
    {
        var lines = new List<string> { report.Name, Said(report.Content), report.Attribution.By.Name };
        var said = report.Attribution;
        lines.Add(FormattableString.Invariant($"{said.Said.First} {said.Said.Last}"));
        lines.Add(string.Join(';', said.Received.Select(r => FormattableString.Invariant($"{r.By.Name} {r.At.Earliest} {r.At.Latest}"))));
        lines.Add(said.Grade.ToString());
        lines.Add(said.Quoting ?? string.Empty);
        lines.Add(said.Source.Title);
        lines.Add(said.Source.Address ?? string.Empty);
        return Hash(string.Join('\n', lines));
    }

    /// <summary>Of several reports in order.</summary>
    public static string Of(IEnumerable<Report> reports) => Hash(string.Join('\n', reports.Select(Of)));

    private static string Hash(string text)
    {
        var hex = new StringBuilder(64);
        foreach (var part in SHA256.HashData(Encoding.UTF8.GetBytes(text)))
        {
            hex.Append("0123456789abcdef"[part >> 4]).Append("0123456789abcdef"[part & 15]);
        }

        return hex.ToString();
    }

    private static string Said(ReportContent content)
    {
        IEnumerable<object?> words = content switch
        {
            StateReport s => [s.IsTotal ? "total" : "state", s.Absent, Thing(s.Subject), s.State.Name, s.Amount.Low, s.Amount.High, s.In.Name, Stay(s.When)],
            EventReport e =>
            [
                "event", e.NotReceived, e.Event.Name, e.By.Name, e.To?.Name, Thing(e.Of), e.In?.Name, Time(e.When), string.Join(',', e.For),
                .. e.Amount is { } number ? new object?[] { "number", number.Low, number.High } : [],
            ],
            AttributeReport a => ["attribute", a.Model.Name, a.Attribute, Worth(a.Value)],
            EndReport end => ["end", end.Of, Time(end.When)],
            AccessDenied denied => ["denied", denied.To.Name, denied.In.Name, Stay(denied.When)],
            LogComplete log => ["log", log.Of.Name, Stay(log.When)],
            Correction c =>
            [
                "corrects", c.Of, c.DidNotOccur, Thing(c.Subject), c.In?.Name, c.Amount?.Low, c.Amount?.High,
                c.When is { } stay ? Stay(stay) : null, c.Event is { } time ? Time(time) : null,
            ],
            _ => throw new System.Diagnostics.UnreachableException(content.GetType().Name),
        };
        return string.Join(' ', words.Select(w => FormattableString.Invariant($"{w}")));
    }

    private static string Thing(Subject? subject)
    {
        if (subject is null)
        {
            return string.Empty;
        }

        var with = subject.With.Select(w => $"{w.Attribute} {Worth(w.Value)}");
        return $"{subject.Symbol.Name} as {subject.Item} with {string.Join(',', with)}";
    }

    private static string Worth(Value value) => value switch
    {
        WordValue word => word.Word,
        PartyValue party => party.Party.Name,
        RangeValue range => FormattableString.Invariant($"{range.Low} {range.LowIncluded} {range.High} {range.HighIncluded}"),
        _ => throw new System.Diagnostics.UnreachableException(value.GetType().Name),
    };

    private static string Time(Window window) => FormattableString.Invariant($"{window.Earliest}..{window.Latest}");

    private static string Stay(Occurrence stay) => FormattableString.Invariant($"{Time(stay.Start)} {Time(stay.End)} {stay.LeastMinutes}");
}
