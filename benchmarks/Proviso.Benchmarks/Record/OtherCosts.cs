using System.Collections.Immutable;
using Proviso.Benchmarks.Workloads;
using Proviso.Evaluation;
using Proviso.Evaluation.Explanation;
using Proviso.Language.Binding;
using static Proviso.Benchmarks.Record.RecordBenchmark;

namespace Proviso.Benchmarks.Record;

/// <summary>What a record costs Proviso besides the three questions: clauses that no database was asked, many views, what is left open, and one report more.</summary>
internal static class OtherCosts
{
    private const int ManyViews = 64;
    private const string InManyViews = "the three, plain, 64 views";
    private static readonly string[] three = ["1", "2", "3"];
    private static readonly int middle = new DateOnly(Workload.FirstYear + 5, 1, 1).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>Times them in turn with the three clauses in one view, and adds the table to the page.</summary>
    /// <returns>What the three clauses took in many views.</returns>
    public static Taken Run(MarkdownPage page, Workload workload, ProvisoAnswering proviso, Compared compared)
    {
        var whole = proviso.Whole;
        var plain = CaseInMemory.Only(whole, three);
        var laidOut = LaidOut(plain);
        var until = LaidOut(CaseInMemory.Only(whole, "4"));
        var quota = LaidOut(CaseInMemory.Only(whole, "5", "6", "7"));
        var seven = LaidOut(whole);
        var viewed = LaidOut(Three(workload with { Views = ManyViews }));
        var loose = LaidOut(Three(workload with { Flavour = Flavour.Loose }));
        var looseViewed = LaidOut(Three(workload with { Views = ManyViews, Flavour = Flavour.Loose }));
        var missiles = whole.Reports.Count(report => report.Content is StateReport { Subject.Symbol: Model });
        var visits = whole.Reports.Count(report => report.Content is EventReport { Event.Name: "request" or "admit" });
        var stay = whole.Reports.First(report => report is { Content: StateReport { Subject.Symbol.Name: "launcher" }, Attribution.By.Name: "north" });
        var before = Judged(laidOut);
        var then = KnownCase.Of(loose.Case, new(middle, null));
        var asked = before.Rows.First(row => row.Clause.Id == "3");
        (string Name, int? Inputs, Func<object> Act)[] acts =
        [
            ("the three clauses, plain, one view", workload.Size, () => Judged(laidOut)),
            ("clause 4 alone: until the other side does", missiles, () => Judged(until)),
            ("clauses 5, 6 and 7 alone: a quota, and what it asks", visits, () => Judged(quota)),
            ("all seven clauses", workload.Size, () => Judged(seven)),
            (InManyViews, workload.Size, () => Judged(viewed, ManyViews)),
            ("the three, loose, one view", workload.Size, () => Judged(loose)),
            ("the three, loose, 64 views", workload.Size, () => Judged(looseViewed, ManyViews)),
            ("the three, laid out anew and judged", workload.Size, () => Judged(LaidOut(plain))),
            ("the three, one report more than before", null, () => Revised(before, laidOut, Revision.None with { Added = [Again(stay)] })),
            ("the three, one report denied", null, () => Revised(before, laidOut, Revision.None with { AddedPositions = [Denial(stay)] })),
            ("the three, one report corrected", null, () => Revised(before, laidOut, Revision.None with { Added = [Correction(stay)] })),
            ("the three, loose, as known on a day in the middle: laid out and judged", null, () => Judged(KnownCase.Of(loose.Case, new(middle, null)))),
            ("the three, loose, as known on the day after that", null, () => Judged(then.AsKnown(new(middle + 1, null)))),
            ("a verdict of clause 3 explained", null, () => Explainer.Why(before, asked, before.Views[0], middle)),
        ];
        var taken = Rounds.Run([.. acts.Select(act => new Timed(act.Name, () => act.Act(), () => Environment.CpuUsage.TotalTime))]);
        page.Table(
            ["Proviso", "ms", "to the first", "Inputs", "µs an input", "to the dearest of the three"],
            taken.Select((each, i) => (string[])
            [
                each.Name, Shown(each), Shown(each.To(taken[0])),
                .. acts[i].Inputs is { } inputs
                    ? new[] { Shown(inputs), Shown(each.Cpu * 1000 / inputs), Shown(each.Cpu * 1000 / inputs / compared.Dearest) }
                    : ["", "", ""],
            ]));
        return taken[Array.FindIndex(acts, act => act.Name == InManyViews)] with { Name = "Proviso, 64 views" };
    }

    /// <summary>Verdicts in the common view, or in so many of the views that the text names.</summary>
    private static Verdicts Judged(KnownCase asked, int views = 1)
    {
        var all = asked.Case.Agreement.Views;
        ImmutableArray<View> chosen = views == 1 ? [.. all.Where(view => view.Name == "common")] : [.. all.Where(view => view.Name.StartsWith('v')).Take(views)];
        return chosen.Length == views ? Evaluator.Run(asked, chosen) : throw new InvalidOperationException($"there are no {views} views");
    }

    private static KnownCase LaidOut(Case asked) => KnownCase.Of(asked, Knowledge.All);

    /// <summary>Verdicts of a case that something came to, by those of the case before.</summary>
    private static Verdicts Revised(Verdicts before, KnownCase known, Revision revision) => Evaluator.Run(known.With(revision), before);

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

    /// <summary>The case with the three clauses.</summary>
    private static Case Three(Workload workload) => CaseInMemory.Only(CaseOfRecords.Of(workload).Case, three);
}
