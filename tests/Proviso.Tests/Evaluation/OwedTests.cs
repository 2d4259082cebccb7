using Proviso.Language;
using Proviso.Language.Text;

namespace Proviso.Evaluation;

/// <summary>Each single duty to act is told by itself: what asked for it, when the act was due, what was done.</summary>
public sealed class OwedTests
{
    private const string Agreement = """
        agreement quiet-sky between russia, usa in force from 2024-01-01 with calendar days, clock UTC.
        party russia. party usa.
        event launch. event notify.
        clause 1 "Notice" when launch by a party, that party shall notify to each other party at least 24 hours before the launch.
        sources read on 2024-12-31.
        report first launch by russia on 2024-02-10 at 12:00 utc by usa grade official source "A".

        """;

    [Theory]
    [InlineData("report told notify by russia to usa on 2024-02-09 at 12:00 utc by usa grade official source \"B\".", "kept by told")]
    [InlineData("report told notify by russia to usa on 2024-02-09 at 12:01 utc by usa grade official source \"B\".", "overdue: told came too late, and no earlier receipt is on file")]
    [InlineData("report told notify by russia to usa on 2024-02-09 by usa grade official source \"B\".", "cannot tell: perhaps done in time by told")]
    [InlineData("report told notify by russia to usa on 2024-02-08 for second by usa grade official source \"B\". report second launch by russia on 2024-02-12 by usa grade official source \"C\".", "overdue, no receipt on file")]
    [InlineData("", "overdue, no receipt on file")]
    [InlineData(
        "report told notify by russia to usa on 2024-02-20 by usa grade official source \"B\". report second launch by russia on 2024-02-12 by usa grade official source \"C\".",
        "overdue: told came too late, if it is for this, and no earlier receipt is on file")]
    [InlineData("report none notify by russia to usa not received on 2024-02-10 by usa grade official source \"B\".", "broken: not received, says none")]
    [InlineData("report all log of usa complete from 2024-01-01 to 2024-03-01 by usa grade official source \"B\".", "broken: nothing in the log of the one it was owed to")]
    [InlineData(
        "report none notify by russia to usa not received on 2024-02-10 by usa grade official source \"B\". report told notify by russia to usa on 2024-02-11 at 09:00 utc by usa grade official source \"C\".",
        "cured late by told")]
    [InlineData("position usa doubts report first on 2024-03-01 by usa grade official source \"B\".", "cannot tell whether it is owed")]
    public void What_came_of_a_duty(string reports, string label)
    {
        var owed = Assert.Single(At(reports, new DateOnly(2024, 3, 1)), each => each.Trigger == "first");

        Assert.Equal(label, Labels.OfDuty(owed));
    }

    [Fact]
    public void The_last_moment_in_time_is_the_minute_before_the_first_too_late()
    {
        var owed = Assert.Single(At("", new DateOnly(2024, 3, 1)));

        Assert.Equal(owed.When.Latest - (24 * 60), owed.DueFirst - 1);
        Assert.Equal(owed.DueFirst, owed.DueLast);
        Assert.True(owed.IsOver);
    }

    [Fact]
    public void Nothing_is_owed_before_it_is_asked_for() => Assert.Empty(At("", new DateOnly(2024, 2, 9)));

    [Fact]
    public void A_row_joins_what_its_duties_say()
    {
        const string TwoMore = """
            report second launch by russia on 2024-02-20 at 12:00 utc by usa grade official source "A".
            report told notify by russia to usa on 2024-02-01 for second by usa grade official source "B".
            """;
        var owed = At(TwoMore, new DateOnly(2024, 3, 1));

        Assert.Equal(["overdue, no receipt on file", "kept by told"], owed.Select(Labels.OfDuty));
    }

    private static IEnumerable<Owed> At(string reports, DateOnly day)
    {
        var compilation = Compilation.Of(SourceText.From("a.proviso", Agreement + reports));
        Assert.Empty(compilation.Diagnostics.Where(one => one.IsError));
        var verdicts = Evaluator.Run(compilation.Case!, Knowledge.All);
        var row = verdicts.Rows.Single(each => each.Party.Name == "russia");
        return verdicts.OwedAt(row, verdicts.Views[0], day.DayNumber - new DateOnly(1970, 1, 1).DayNumber);
    }
}
