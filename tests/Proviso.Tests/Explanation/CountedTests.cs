using Proviso.Evaluation.Explanation.Checking;
using Proviso.Formats;
using Proviso.Formats.Answers;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;
using Proviso.Reference;

namespace Proviso.Evaluation.Explanation;

/// <summary>Reasons of verdicts under ceilings: told with number, limit and margin, and counted again by the checker.</summary>
public sealed class CountedTests
{
    private static readonly Case @case = Compilation.Of(Directory.GetFiles(Repository.PathOf("agreements/new-start"), "*.proviso")
        .Order(StringComparer.Ordinal)
        .Select(path => SourceText.From(Path.GetFileName(path), File.ReadAllText(path)))).Case!;

    private static readonly Verdicts verdicts = Evaluator.Run(@case, Knowledge.All);

    [Fact]
    public void Every_sampled_explanation_of_the_central_limits_is_accepted()
    {
        var checker = Checker.For(@case);
        var asked =
            from row in verdicts.Rows.Where(row => row.Clause.Duty is Restraint)
            from view in verdicts.Views
            from day in verdicts.Timeline(row, view).Select(stretch => stretch.Days.From).Concat(verdicts.NumbersChange(row)).Distinct().Where((_, index) => index % 5 == 0)
            select checker.Check(Explainer.Why(verdicts, row, view, day));
        Assert.All(asked, result => Assert.True(result.IsAccepted, string.Join("; ", result.Objections.Concat(result.NotChecked))));
    }

    [Theory]
    [InlineData("2b", "russia", "common", 2016, 9, 1, "On 1 September 2016: 1,796, which would be 246 over the limit of 1,550. The limit binds from 5 February 2018, so that this is no breach. Declared in russia-2016-09-warheads: Exactly 1,796 ")]
    [InlineData("2c", "usa", "us-count", 2022, 3, 1, "On 1 March 2022: 800, exactly the limit of 800. Declared in usa-2022-03-launchers: Exactly 800 ")]
    [InlineData("2c", "usa", "russian-count", 2022, 3, 1, "On 1 March 2022: 901, 101 over the limit of 800. The 901 are 800 strategic launchers, 56 converted Trident II launchers, 41 converted B-52H bombers and 4 training silos.")]
    [InlineData("2c", "usa", "common", 2022, 3, 1, "On 1 March 2022: from 800 to 901; the limit is 800. ")]
    [InlineData("2b", "russia", "common", 2023, 3, 1, "On 1 March 2023: no total declared; the limit is 1,550. No total on file covers all of them on that day, and what is not reported is not zero.")]
    public void A_reason_names_number_limit_and_margin(string clause, string party, string view, int year, int month, int day, string said)
    {
        var explanation = Explainer.Why(verdicts, RowOf(clause, party), ViewOf(view), DayOf(year, month, day));

        Assert.Contains(said, string.Join(" ", Account.Paragraphs(@case, explanation, [], [])), StringComparison.Ordinal);
    }

    /// <summary>A number is of its days: the day since which a verdict holds is that since which it holds with its number.</summary>
    [Theory]
    [InlineData("usa", 2022, 3, 1, "in force, cannot tell whether kept: from 800 to 901; the limit is 800", "2022-03-01", "2022-03-01")]
    [InlineData("russia", 2022, 3, 1, "in force, cannot tell whether kept: at least 761, and no total of all is declared; the limit is 800", "2022-03-01", "2022-03-01")]
    [InlineData("usa", 2022, 5, 1, "in force, cannot tell whether kept: no total declared; the limit is 800", "2022-03-02", "2023-02-28")]
    [InlineData("usa", 2016, 9, 1, "not in force: binds from 2018-02-05; at least 848, which would be 48 or more over the limit of 800", "2016-09-01", "2016-09-01")]
    public void A_number_holds_on_its_own_days(string party, int year, int month, int day, string label, string from, string through)
    {
        var answer = ViewAnswer.On(verdicts, RowOf("2c", party), ViewOf("common"), DayOf(year, month, day));

        Assert.Equal((label, from, through), (answer.Label, Words.Date(answer.Days.From), Words.Date(answer.Days.Before - 1)));
    }

    [Fact]
    public void A_report_of_too_many_is_told_without_a_total() =>
        Assert.Equal("at least 9, 2 or more over the limit of 7", Labels.Count(new Numbers(7, 9, null)));

    public static TheoryData<string> Alterations => [.. ways.Keys];

    [Theory]
    [MemberData(nameof(Alterations))]
    public void An_altered_count_is_rejected(string way)
    {
        var explanation = Explainer.Why(verdicts, RowOf("2c", "usa"), ViewOf("russian-count"), DayOf(2022, 3, 1));

        Assert.True(Checker.Check(@case, explanation).IsAccepted);
        Assert.False(Checker.Check(@case, OnCounts(explanation, ways[way])).IsAccepted);
    }

    /// <summary>The checker counts by itself; on what is drawn at random it must come to the same.</summary>
    [Fact]
    public void The_checker_counts_as_the_evaluator_does()
    {
        var counted = 0;
        for (ulong seed = 1; seed <= 40; seed++)
        {
            if (Comparison.Draw(seed) is not { } pair || !pair.Case.Agreement.Clauses.Any(clause => clause.Duty is ShallHaveAtMost))
            {
                continue;
            }

            var (found, checker) = (Evaluator.Run(pair.Case, Knowledge.All), Checker.For(pair.Case));
            foreach (var (row, view) in found.Rows.Where(row => row.Clause.Duty is ShallHaveAtMost).SelectMany(row => found.Views.Select(view => (row, view))))
            {
                foreach (var day in found.Timeline(row, view).Select(stretch => stretch.Days.From).Where(day => day <= found.Horizon))
                {
                    var result = checker.Check(Explainer.Why(found, row, view, day));
                    Assert.DoesNotContain(result.Objections, objection => objection.Where.Contains("Counted", StringComparison.Ordinal)
                        || objection.Reason.Contains("counted", StringComparison.Ordinal));
                    counted++;
                }
            }
        }

        Assert.True(counted > 100, $"only {counted} were counted");
    }

    private static readonly SortedDictionary<string, Func<Step, Step>> ways = new(StringComparer.Ordinal)
    {
        ["another number"] = step => step with { Question = Asked(step) with { Numbers = Asked(step).Numbers with { Least = 902 } } },
        ["another limit"] = step => step with { Question = Asked(step) with { Numbers = Asked(step).Numbers with { Limit = 700 } } },
        ["no upper number"] = step => step with { Question = Asked(step) with { Numbers = Asked(step).Numbers with { Most = null } } },
        ["a report left out"] = step => step with { Because = step.Because.RemoveAt(0) },
        ["another sign"] = step => step with { Sign = Sign.Refuted },
        ["another party"] = step => step with { Question = Asked(step) with { Holder = @case.Agreement.Parties.First(party => party.Name == "russia") } },
        ["the digest of a report"] = step => step with { Because = [.. step.Because.Select(part => (ReportLeaf)part with { Digest = new string('0', 64) })] },
    };

    private static MoreThan Asked(Step step) => (MoreThan)step.Question;

    private static Explanation OnCounts(Explanation explanation, Func<Step, Step> alter)
    {
        var conduct = (Step)explanation.Conduct;
        return explanation with { Conduct = conduct with { Because = [.. conduct.Because.Select(part => part is Step { Question: MoreThan } step ? alter(step) : part)] } };
    }

    private static Row RowOf(string clause, string party) => verdicts.Rows.First(row => row.Clause.Id == clause && row.Party.Name == party);

    private static View ViewOf(string name) => @case.Agreement.Views.First(view => view.Name == name);

    private static int DayOf(int year, int month, int day) => Clock.DayNumber(new NodaTime.LocalDate(year, month, day));
}
