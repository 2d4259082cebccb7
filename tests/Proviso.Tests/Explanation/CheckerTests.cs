using Proviso.Evaluation.Explanation.Checking;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Evaluation.Explanation;

/// <summary>The independent checker accepts what the explainer writes about the moratorium, and nothing that was altered.</summary>
public sealed class CheckerTests(ITestOutputHelper output)
{
    private static readonly Case @case = Read();
    private static readonly Verdicts verdicts = Evaluator.Run(@case, Knowledge.All);

    [Fact]
    public void Every_sampled_explanation_of_the_moratorium_is_accepted()
    {
        var checker = Checker.For(@case);
        var (accepted, notChecked, objections) = (0, new List<string>(), new List<string>());
        foreach (var (row, view, day) in Sample())
        {
            var result = checker.Check(Explainer.Why(verdicts, row, view, day));
            accepted += result.IsAccepted ? 1 : 0;
            var where = $"clause {row.Clause.Id} {row.Addressee?.Name} {row.Place?.Name} {view.Name} {Clock.DateOf(day):uuuu-MM-dd}";
            notChecked.AddRange(result.NotChecked.Select(o => $"{where}: {o}"));
            objections.AddRange(result.Objections.Select(o => $"{where}: {o}"));
        }

        output.WriteLine($"{accepted} accepted, {notChecked.Count} steps not checked");
        Assert.Empty(objections);
        Assert.All(notChecked, step => Assert.Contains("basis", step, StringComparison.Ordinal));
        Assert.True(accepted > 90);
    }

    public static TheoryData<string> Alterations => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Alterations))]
    public void An_altered_explanation_is_rejected(string way)
    {
        var explanation = Explainer.Why(verdicts, RowIn("europe"), ViewOf("appear"), DayOf(2023, 10, 1));

        Assert.True(Checker.Check(@case, explanation).IsAccepted);
        Assert.False(Checker.Check(@case, Ways[way](explanation)).IsAccepted);
    }

    private static readonly SortedDictionary<string, Func<Explanation, Explanation>> Ways = new(StringComparer.Ordinal)
    {
        ["another verdict"] = e => e with { Verdict = e.Verdict with { Standing = Standing.InForce, Possible = default(StandingSet).With(Standing.InForce) } },
        ["another conduct"] = e => e with { Verdict = e.Verdict with { Conduct = Conduct.Kept } },
        ["that it is surely not broken"] = e => e with { Verdict = e.Verdict with { NotBroken = true } },
        ["another view"] = e => e with { View = ViewOf("stationed") },
        ["another day, before the condition was met"] = e => e with { Day = DayOf(2023, 9, 18) },
        ["another place"] = e => e with { Row = RowIn("east-asia") },
        ["known on a day before the report"] = e => e with { Knowledge = new Knowledge(DayOf(2023, 9, 1), null) },
        ["a basis that was not"] = e => e with { Basis = Basis.Verified },
        ["the digest of a report"] = e => OnLeaves<ReportLeaf>(e, leaf => leaf with { Digest = new string('0', 64) }),
        ["another report in its place"] = e => OnLeaves<ReportLeaf>(e, leaf => leaf with { Report = @case.Reports.First(r => r.Name == "deveselu") }),
        ["the days of a report moved"] = e => OnLeaves<ReportLeaf>(e, leaf => leaf with { Days = new DayRange(leaf.Days.From - 30, leaf.Days.Before - 30) }),
        ["the reading of a dispute left out"] = e => OnLeaves<ReadingLeaf>(e, leaf => leaf with { Reading = null }),
        ["another reading of a dispute"] = e => OnLeaves<ReadingLeaf>(e, leaf => leaf with { Reading = leaf.Dispute.Readings.First(r => r.Name != leaf.Reading?.Name) }),
        ["the term of the agreement"] = e => OnLeaves<TermLeaf>(e, leaf => leaf with { Days = new DayRange(leaf.Days.From + 1, leaf.Days.Before) }),
        ["no reasons for the standing"] = e => e with { Standing = (Step)e.Standing with { Because = [] } },
        ["the condition met on another day"] = e => e with { Standing = OnSteps((Step)e.Standing, s => s.Question is Holds ? s with { Days = new DayRange(s.Days.From - 1, s.Days.Before - 1) } : s) },
        ["another rule"] = e => e with { Standing = (Step)e.Standing with { Rule = Rule.TermAndActs } },
        ["another sign"] = e => e with { Standing = (Step)e.Standing with { Sign = Sign.Refuted } },
        ["the standing and the conduct swapped"] = e => e with { Standing = e.Conduct, Conduct = e.Standing },
    };

    private static Explanation OnLeaves<T>(Explanation explanation, Func<T, Proof> alter)
        where T : Proof => explanation with { Standing = Altered(explanation.Standing, alter) };

    private static Proof Altered<T>(Proof proof, Func<T, Proof> alter)
        where T : Proof => proof switch
        {
            T leaf => alter(leaf),
            Step step => step with { Because = [.. step.Because.Select(part => Altered(part, alter))] },
            _ => proof,
        };

    private static Step OnSteps(Step step, Func<Step, Step> alter) =>
        alter(step with { Because = [.. step.Because.Select(part => part is Step inner ? OnSteps(inner, alter) : part)] });

    /// <summary>For every row and view, the first day of each verdict one in 29 of all.</summary>
    private static IEnumerable<(Row Row, View View, int Day)> Sample() => verdicts.Rows
        .SelectMany(row => verdicts.Views.SelectMany(view => verdicts.Timeline(row, view).Select(stretch => (row, view, stretch.Days.From))))
        .Where((_, index) => index % 29 == 0);

    private static Row RowIn(string place) => verdicts.Rows.First(r => r.Clause.Id == "1" && r.Place?.Name == place);

    private static View ViewOf(string name) => @case.Agreement.Views.First(v => v.Name == name);

    private static int DayOf(int year, int month, int day) => Clock.DayNumber(new NodaTime.LocalDate(year, month, day));

    private static Case Read() => Compilation.Of(Directory.GetFiles(Repository.PathOf("agreements/inf-moratorium"), "*.proviso", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(path => SourceText.From(Path.GetFileName(path), File.ReadAllText(path)))).Case!;
}
