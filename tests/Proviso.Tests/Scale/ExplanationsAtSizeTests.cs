using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Benchmarks.Workloads;
using Proviso.Evaluation;
using Proviso.Evaluation.Explanation;
using Proviso.Evaluation.Explanation.Checking;
using Proviso.Language.Binding;
using Proviso.Reference;

namespace Proviso.Scale;

/// <summary>The checker objects to no explanation of what is told of a large record.</summary>
/// <remarks><c>PROVISO_EXPLAINED=20000</c> makes so many reports, <c>PROVISO_EXPLANATIONS=1000</c> explains so many verdicts.
/// The checker reads the whole record again for each view, day by day.</remarks>
[Scale]
public sealed class ExplanationsAtSizeTests(ITestOutputHelper output)
{
    private static readonly int size = LargeRecord.Set("PROVISO_EXPLAINED", 5_000);
    private static readonly int explanations = LargeRecord.Set("PROVISO_EXPLANATIONS", 300);

    /// <summary>A record is read from a file into columns and judged. Of each clause, each conduct that occurs is explained about as often as any other.</summary>
    [Fact]
    public void No_explanation_is_objected_to()
    {
        var whole = CaseOfRecords.Of(LargeRecord.Loose(size)).Case;
        var verdicts = Evaluator.Run(whole, Knowledge.All);
        var checker = Checker.For(whole);
        var chance = new Chance(14);
        var views = verdicts.Views;
        var met = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (explaining, checking, accepted) = (new Stopwatch(), new Stopwatch(), 0);
        var kinds = Kinds(verdicts, views);
        for (var number = 0; number < explanations; number++)
        {
            var kind = kinds[number % kinds.Count];
            var (row, view, days) = chance.Pick(kind.ToList());
            var day = days.From + chance.Below(Math.Min(days.Before - days.From, 40));
            explaining.Start();
            var why = Explainer.Why(verdicts, row, view, day);
            explaining.Stop();
            checking.Start();
            var result = checker.Check(why);
            checking.Stop();
            Assert.True(result.Objections.IsEmpty, $"{LargeRecord.Told(row)}, view {view.Name}, {Clock.DateOf(day):uuuu-MM-dd}, {why.Verdict}\n{string.Join('\n', result.Objections)}");
            accepted += result.IsAccepted ? 1 : 0;
            met[kind.Key] = met.GetValueOrDefault(kind.Key) + 1;
        }

        output.WriteLine(
            $"{whole.Reports.Count} reports, {views.Length} views; {explanations} explanations, {explaining.Elapsed.TotalMilliseconds / explanations:0.0} ms each to find, "
            + $"{checking.Elapsed.TotalMilliseconds / explanations:0.0} ms each to check; {accepted} accepted whole; {string.Join(", ", met.Select(each => $"{each.Key} {each.Value}"))}");
        Assert.All(["Broken", "Kept", "CannotTell", "NotTriggered"], conduct => Assert.Contains(met.Keys, each => each.EndsWith(conduct, StringComparison.Ordinal)));
    }

    /// <summary>Stretches of days by clause and conduct.</summary>
    private static List<IGrouping<string, (Row Row, View View, DayRange Days)>> Kinds(Verdicts verdicts, ImmutableArray<View> views) =>
    [
        .. (from row in verdicts.Rows
            from view in views
            from stretch in verdicts.Timeline(row, view)
            select (Kind: $"clause {row.Clause.Id} {(stretch.Verdict.Standing == Standing.InForce ? "" : $"{stretch.Verdict.Standing} ")}{stretch.Verdict.Conduct}", Stretch: (row, view, stretch.Days)))
            .GroupBy(each => each.Kind, each => each.Stretch)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal),
    ];
}
