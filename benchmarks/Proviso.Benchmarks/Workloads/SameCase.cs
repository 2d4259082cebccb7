using System.Collections.Immutable;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Benchmarks.Workloads;

/// <summary>Checks that a case made in memory, and one read from records, is the one that its text means, wherever that stands in a file.</summary>
internal static class SameCase
{
    /// <summary>Compares them for a workload. Throws if a report, a position or the last day known differs.</summary>
    public static void Check(Workload workload)
    {
        using var reports = new StringWriter();
        using var positions = new StringWriter();
        Statements.Sentences(workload, reports, positions);
        var compiled = Compilation.Of(
            SourceText.From("agreement.proviso", AgreementText.Of(workload)),
            SourceText.From("reports.proviso", reports.ToString()),
            SourceText.From("positions.proviso", positions.ToString()));
        var read = compiled is { HasErrors: false, Case: { } found } ? found
            : throw new InvalidOperationException(string.Join("; ", compiled.Diagnostics.Where(each => each.IsError).Take(3)));
        Compare(read, CaseInMemory.Of(workload), "in memory");
        Compare(read, CaseOfRecords.Of(workload).Case, "from records");
    }

    private static void Compare(Case read, Case other, string where)
    {
        Equal("the last day known", read.KnownThrough, other.KnownThrough, where);
        Equal("the number of reports", read.Reports.Count, other.Reports.Count, where);
        Equal("the number of positions", read.Positions.Length, other.Positions.Length, where);
        foreach (var (text, own) in read.Reports.Zip(other.Reports))
        {
            Equal(text.Name, Plain(text), Plain(own), where);
        }

        foreach (var (text, own) in read.Positions.Zip(other.Positions))
        {
            Equal("a position", Plain(text), Plain(own), where);
        }
    }

    private static void Equal(string what, object text, object own, string where)
    {
        if (!text.Equals(own))
        {
            throw new InvalidOperationException($"{what} is, by the text, {text}, and {where} {own}");
        }
    }

    /// <summary>All that a report says, as a value in which lists are compared by what is in them.</summary>
    private static (string, object, object) Plain(Report report) => (report.Name, Plain(report.Content), Plain(report.Attribution));

    private static object Plain(Position position) =>
        (position.Holder.Name, position.Verb, position.Target, Names(position.To.Select(party => party.Name)), position.When, Plain(position.Attribution));

    private static object Plain(Attribution said) =>
        (said.By.Name, said.Said, Names(said.Received.Select(receipt => receipt.ToString())), said.Grade, said.Quoting, said.Source);

    private static object Plain(ReportContent content) => content switch
    {
        StateReport state => ((state.Absent, state.IsTotal, state.State.Name, state.Amount, state.In.Name, state.When), Plain(state.Subject)),
        EventReport happening => ((happening.NotReceived, happening.Event.Name, happening.By.Name, happening.To?.Name, happening.In?.Name, happening.When),
            Plain(happening.Of), Names(happening.For), happening.Amount),
        Correction correction => (correction with { Subject = null, In = null }, Plain(correction.Subject), correction.In?.Name),
        LogComplete log => (log.Of.Name, log.When),
        _ => throw new ArgumentException($"no workload has {content.GetType().Name}", nameof(content)),
    };

    private static object Plain(Subject? subject) => subject is null ? ""
        : (subject.Symbol.Name, subject.Item, Names(subject.With.Select(each => $"{each.Attribute} {((PartyValue)each.Value).Party.Name}")));

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);

    private static string Names(ImmutableArray<string> names) => string.Join(", ", names);
}
