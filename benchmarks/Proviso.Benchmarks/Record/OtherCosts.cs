using System.Collections.Immutable;
using Proviso.Benchmarks.Workloads;
using Proviso.Evaluation;
using Proviso.Language.Binding;
using static Proviso.Benchmarks.Record.RecordBenchmark;

namespace Proviso.Benchmarks.Record;

/// <summary>What else was timed that the chart shows.</summary>
/// <param name="ManyViews">The three clauses in 64 views.</param>
internal sealed record OtherTimes(Taken ManyViews);

/// <summary>What a record costs Proviso besides the three questions: clauses that no database was asked, many views, what is left open, and one report more.</summary>
internal static class OtherCosts
{
    private const int ManyViews = 64;
    private static readonly string[] three = ["1", "2", "3"];

    /// <summary>Times them in turn with the three clauses in one view, and adds the table to the page.</summary>
    public static OtherTimes Run(MarkdownPage page, Workload workload, ProvisoAnswering proviso, Compared compared)
    {
        var whole = proviso.Whole;
        var plain = CaseInMemory.Only(whole, three);
        var viewed = CaseInMemory.Only(CaseInMemory.Of(workload with { Views = ManyViews }), three);
        var loose = CaseInMemory.Only(CaseInMemory.Of(workload with { Flavour = Flavour.Loose }), three);
        var looseViewed = CaseInMemory.Only(CaseInMemory.Of(workload with { Views = ManyViews, Flavour = Flavour.Loose }), three);
        var missiles = whole.Reports.Count(report => report.Content is StateReport { Subject.Symbol: Model });
        var visits = whole.Reports.Count(report => report.Content is EventReport { Event.Name: "request" or "admit" });
        var stay = whole.Reports.First(report => report.Content is StateReport { Subject.Symbol.Name: "launcher" });
        (string Name, int Inputs, Func<Verdicts> Act)[] acts =
        [
            ("the three clauses, plain, one view", workload.Size, () => Judged(plain)),
            ("clause 4 alone: until the other side does", missiles, () => Judged(CaseInMemory.Only(whole, "4"))),
            ("clauses 5, 6 and 7 alone: a quota, and what it asks", visits, () => Judged(CaseInMemory.Only(whole, "5", "6", "7"))),
            ("all seven clauses", workload.Size, () => Judged(whole)),
            ("the three, plain, 64 views", workload.Size, () => Judged(viewed, ManyViews)),
            ("the three, loose, one view", workload.Size, () => Judged(loose)),
            ("the three, loose, 64 views", workload.Size, () => Judged(looseViewed, ManyViews)),
            ("the three, one report more", workload.Size, () => Judged(plain with { Reports = plain.Reports.Add(Again(stay)) })),
            ("the three, one report denied", workload.Size, () => Judged(plain with { Positions = plain.Positions.Add(Denial(stay)) })),
            ("the three, one report corrected", workload.Size, () => Judged(plain with { Reports = plain.Reports.Add(Correction(stay)) })),
        ];
        var taken = Rounds.Run([.. acts.Select(act => new Timed(act.Name, () => act.Act(), () => Environment.CpuUsage.TotalTime))]);
        page.Table(
            ["Proviso", "ms", "to the first", "Inputs", "µs an input", "to the dearest of the three"],
            taken.Select((each, i) => (string[])
            [
                each.Name, Shown(each), Shown(each.To(taken[0])), Shown(acts[i].Inputs), Shown(each.Cpu * 1000 / acts[i].Inputs),
                Shown(each.Cpu * 1000 / acts[i].Inputs / compared.Dearest),
            ]));
        return new(taken[4]);
    }

    /// <summary>Verdicts in the common view, or in so many of the views that the text names.</summary>
    private static Verdicts Judged(Case asked, int views = 1)
    {
        var all = asked.Agreement.Views;
        ImmutableArray<View> chosen = views == 1 ? [.. all.Where(view => view.Name == "common")] : [.. all.Where(view => view.Name.StartsWith('v')).Take(views)];
        return chosen.Length == views ? Evaluator.Run(asked, Knowledge.All, chosen) : throw new InvalidOperationException($"there are no {views} views");
    }

    private static Report Again(Report stay) => stay with
    {
        Name = "more",
        Content = (StateReport)stay.Content with { Subject = ((StateReport)stay.Content).Subject with { Item = "more" } },
    };

    private static Position Denial(Report stay) => new(
        stay.Attribution.By, PositionVerb.Denies, new OnReport(stay.Name, ReportPart.Occurrence, null), [], ((StateReport)stay.Content).When.Start, stay.Attribution, stay.Span);

    private static Report Correction(Report stay) => stay with
    {
        Name = "corrected",
        Content = new Correction(stay.Name, false, null, null, null, Shorter(((StateReport)stay.Content).When), null),
    };

    private static Occurrence Shorter(Occurrence stay) => stay with { End = new(stay.End.Earliest - 1440, stay.End.Latest - 1440) };
}
