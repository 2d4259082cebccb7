using Proviso.Evaluation.Explanation;
using Proviso.Evaluation.Explanation.Checking;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;
using Proviso.Reference;

namespace Proviso.Evaluation;

/// <summary>What reports show under a ceiling of five warships when they contradict each other; the reference and the checker agree on each case.</summary>
public sealed class CeilingTests
{
    private const string SixSeen = "gunboat with operator north present 6 in north-shore";

    [Theory]
    [InlineData("total 2 gunboat with operator north present in north-shore", 2)]
    [InlineData("total 1 to 5 gunboat with operator north present in lake", 5)]
    [InlineData("total 4 gunboat present in lake", 4)]
    public void Who_is_seen_with_more_than_is_declared_has_shown_what_is_declared(string total, long least) =>
        Assert.Equal((Conduct.CannotTell, least), Of(total, SixSeen));

    [Theory]
    [InlineData("total 2 heron with operator north present in north-shore")]
    [InlineData("total 2 gunboat with operator south present in north-shore")]
    [InlineData("total 2 gunboat with operator north present in south-shore")]
    [InlineData("total 2 gunboat with operator north, armed yes present in north-shore")]
    [InlineData("total 6 gunboat with operator north present in north-shore")]
    public void A_total_that_is_not_surely_of_them_takes_nothing_away(string total) => Assert.Equal(Conduct.Broken, Of(total, SixSeen).Conduct);

    [Fact]
    public void Two_reports_together_show_no_more_than_is_declared() => Assert.Equal(
        (Conduct.CannotTell, 4L),
        Of("heron with operator north present 3 in north-shore", "stork with operator north present 3 in north-shore", "total 4 gunboat with operator north present in north-shore"));

    [Fact]
    public void What_is_declared_of_one_kind_takes_nothing_from_another() => Assert.Equal(
        (Conduct.Broken, 8L), Of(SixSeen, "total 2 gunboat with operator north present in north-shore", "barge with operator north present 6 in lake"));

    [Fact]
    public void What_is_told_of_one_item_never_adds() => Assert.Equal(
        (Conduct.CannotTell, 5L),
        Of("heron as h-1 with operator north present in north-shore", "stork as h-1 with operator north present in north-shore", "barge with operator north present 4 in north-shore"));

    /// <summary>The conduct on 1 April 2024 in the common view, and how many are shown at least.</summary>
    private static (Conduct Conduct, long Least) Of(params string[] reports)
    {
        var compilation = Compilation.Of(SourceText.From("a.proviso", $"""
            agreement quiet-lake between north, south in force from 2024-01-01 with calendar days, clock local.
            party north. party south.
            region lake of north-shore, south-shore. region north-shore. region south-shore.
            kind gunboat with armed: yes or no. model heron of gunboat. model stork of gunboat. kind barge. define warship as gunboat or barge.
            state present.
            clause 1 "At most five" north shall have at most 5 warship present in lake.
            sources read on 2024-12-31.
            {string.Join('\n', reports.Select((said, index) => $"report said-{index} {said} on 2024-04-01 by south said 2024-04-02 grade official source \"A\"."))}
            """));
        Assert.Empty(compilation.Diagnostics.Where(one => one.IsError));
        var @case = compilation.Case!;
        var day = new DateOnly(2024, 4, 1).DayNumber - new DateOnly(1970, 1, 1).DayNumber;
        var (verdicts, reference) = (Evaluator.Run(@case, Knowledge.All), new ReferenceEvaluator(@case, Knowledge.All));
        var (row, view) = (verdicts.Rows.Single(each => each.Place?.Name == "lake"), verdicts.Views[0]);
        var verdict = verdicts.At(row, view, day);
        Assert.Equal(reference.At(verdicts.Rows.IndexOf(row), view, day), verdict);
        Assert.Empty(Checker.For(@case).Check(Explainer.Why(verdicts, row, view, day)).Objections);
        var least = verdicts.NumbersAt(row, view, day)!.Least;
        var oneByOne = NumbersOf(verdicts, row);
        verdicts.CountThrough(row);
        Assert.Equal(oneByOne, NumbersOf(verdicts, row));
        return (verdict.Conduct, least);
    }

    private static List<Numbers?> NumbersOf(Verdicts verdicts, Row row) =>
        [.. Enumerable.Range(verdicts.FirstDay, verdicts.Horizon + 1 - verdicts.FirstDay).SelectMany(day => verdicts.Views.Select(view => verdicts.NumbersAt(row, view, day)))];
}
