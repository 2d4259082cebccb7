using Proviso.Evaluation.Explanation;
using Proviso.Formats;
using Proviso.Formats.Answers;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Evaluation;

/// <summary>Deadlines in working days: the day they fall on, and how that is told.</summary>
public sealed class WorkingDaysTests
{
    private const string Agreement = """
        agreement lake between north, south in force from 2024-01-01 with calendar days, clock local.
        party north "Northland". party south "Southland".
        event ask. event admit.
        sources read on 2024-12-31.

        """;

    private const string Week = "calendar north working monday, tuesday, wednesday, thursday, friday ";

    // 1 May 2024 is a Wednesday.
    private const string Spring = Week + "from 2024-04-01 through 2024-05-31 without 2024-05-01, 2024-05-09 with 2024-05-11.";

    [Theory]
    [InlineData(Spring, "within 1 working day after", "2024-05-02", "2024-05-03 is the first working day of north after 2024-05-02")]
    [InlineData(Spring, "within 1 working day after", "2024-05-03", "2024-05-06 is the first working day of north after 2024-05-03")]
    [InlineData(Spring, "within 1 working day after", "2024-05-05", "2024-05-06 is the first working day of north after 2024-05-05")]
    [InlineData(Spring, "within 1 working day of north after", "2024-04-30", "2024-05-02 is the first working day of north after 2024-04-30; 2024-05-01 is no working day")]
    [InlineData(Spring, "within 4 working days after", "2024-05-07", "2024-05-13 is the fourth working day of north after 2024-05-07; 2024-05-09 is no working day; 2024-05-11 is one by way of exception")]
    [InlineData(Spring, "at least 1 working day before", "2024-05-13", "2024-05-11 is the first working day of north before 2024-05-13; 2024-05-11 is one by way of exception")]
    [InlineData(Spring, "at least 3 working days before", "2024-05-03", "2024-04-29 is the third working day of north before 2024-05-03; 2024-05-01 is no working day")]
    [InlineData(Spring, "within 2 working days after", "2024-05-30", "the second working day of north after 2024-05-30 is 2024-06-01 at the earliest, and how late it is cannot be told: the calendar of north ends on 2024-05-31")]
    [InlineData(Spring, "within 1 working day after", "2024-06-10", "the first working day of north after 2024-06-10 is 2024-06-11 at the earliest, and how late it is cannot be told: the calendar of north says nothing of 2024-06-11")]
    [InlineData(Spring, "at least 2 working days before", "2024-04-02", "the second working day of north before 2024-04-02 is 2024-03-31 at the latest, and how early it is cannot be told: the calendar of north begins on 2024-04-01")]
    [InlineData(Spring + Week + "from 2024-06-05 through 2024-06-30.", "within 2 working days after", "2024-05-30",
        "the second working day of north after 2024-05-30 is 2024-06-01 at the earliest and 2024-06-05 at the latest: the calendar of north ends on 2024-05-31")]
    public void How_working_days_are_counted(string calendars, string deadline, string asked, string told)
    {
        var owed = Assert.Single(Owed(calendars, deadline, asked));

        Assert.Equal(told, Labels.OfCount(Assert.Single(owed.Counted)));
    }

    [Fact]
    public void A_loose_date_is_counted_from_its_first_and_its_last_day()
    {
        var owed = Assert.Single(Owed(Spring, "within 1 working day after", "between 2024-05-02 and 2024-05-04"));

        Assert.Equal(
            ["2024-05-03 is the first working day of north after 2024-05-02", "2024-05-06 is the first working day of north after 2024-05-04"],
            owed.Counted.Select(Labels.OfCount));
    }

    [Theory]
    [InlineData("within 3{0} days after")]
    [InlineData("at least 3{0} days before")]
    public void Where_every_day_is_worked_they_are_days(string deadline)
    {
        const string Every = "calendar north working monday, tuesday, wednesday, thursday, friday, saturday, sunday from 2024-01-01 through 2024-12-31.";
        for (var day = 1; day < 30; day++)
        {
            var working = Assert.Single(Owed(Every, string.Format(null, deadline, " working"), $"2024-06-{day:00}"));
            var plain = Assert.Single(Owed(Every, string.Format(null, deadline, ""), $"2024-06-{day:00}"));
            Assert.Equal((plain.DueFirst, plain.DueLast), (working.DueFirst, working.DueLast));
        }
    }

    [Fact]
    public void Each_party_counts_its_own_days_unless_another_is_named()
    {
        const string Both = Week + "from 2024-01-01 through 2024-12-31. calendar south working saturday, sunday from 2024-01-01 through 2024-12-31.";
        var (verdicts, _) = Judged(Both + "clause 1 \"c\" when ask, each party shall admit within 1 working day after the ask. report first ask by south on 2024-05-03 by south grade official source \"A\".");
        var due = verdicts.Rows.Select(row => Assert.Single(verdicts.OwedAt(row, verdicts.Views[0], verdicts.Horizon)).Counted.Single().Last);

        Assert.Equal([Day(2024, 5, 6), Day(2024, 5, 4)], due.Select(day => day!.Value));
    }

    [Fact]
    public void Why_says_how_it_was_counted()
    {
        var (verdicts, @case) = Judged(Text(Spring, "within 2 working days after", "2024-04-30"));
        var told = string.Join(" ", Account.Paragraphs(@case, Explainer.Why(verdicts, verdicts.Rows[0], verdicts.Views[0], Day(2024, 5, 2)), [], []));

        Assert.Contains(
            "Due within 2 of its own working days after the ask: by the end of 3 May 2024. 3 May 2024 is the second working day of Northland after 30 April 2024; 1 May 2024 is no working day.",
            told, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_says_that_the_calendar_ends()
    {
        var (verdicts, @case) = Judged(Text(Spring, "within 2 working days of north after", "2024-05-31"));
        var told = string.Join(" ", Account.Paragraphs(@case, Explainer.Why(verdicts, verdicts.Rows[0], verdicts.Views[0], Day(2024, 6, 3)), [], []));

        Assert.Contains("Due within 2 working days of Northland after the ask: by the end of 2 June 2024 at the earliest. ", told, StringComparison.Ordinal);
        Assert.Contains("The calendar of Northland ends on 31 May 2024".ToLowerInvariant(), told.ToLowerInvariant(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_due_is_told_by_the_day_that_is_known()
    {
        var late = Assert.Single(Due(Text(Spring, "within 2 working days after", "2024-05-31"), Day(2024, 6, 1)).Ahead);
        Assert.Equal((true, Day(2024, 6, 2)), (late.HasNoLatest, late.Due));

        var early = Assert.Single(Due(Text(Spring, "at least 2 working days before", "2024-04-02"), Day(2024, 4, 3)).Past);
        Assert.Equal((true, Day(2024, 3, 31)), (early.HasNoEarliest, early.Due));
    }

    [Fact]
    public void The_answer_for_programs_says_what_cannot_be_told()
    {
        var duty = Assert.Single(DueDocument.From(Due(Text(Spring, "within 2 working days after", "2024-05-31"), Day(2024, 6, 1))).Ahead);
        Assert.Equal(("2024-06-02", null, "how late"), (duty.Due, duty.DueLatest, duty.DueOpen));
        Assert.Contains("the calendar of north ends on 2024-05-31", Assert.Single(duty.Counted!), StringComparison.Ordinal);

        var known = Assert.Single(DueDocument.From(Due(Text(Spring, "within 2 working days after", "2024-05-02"), Day(2024, 5, 3))).Ahead);
        Assert.Equal(("2024-05-06", null, null), (known.Due, known.DueLatest, known.DueOpen));
    }

    private static string Text(string calendars, string deadline, string asked) =>
        $"{calendars} clause 1 \"c\" when ask by south, north shall admit to south {deadline} the ask. report first ask by south on {asked} by south grade official source \"A\".";

    private static IEnumerable<Owed> Owed(string calendars, string deadline, string asked)
    {
        var (verdicts, _) = Judged(Text(calendars, deadline, asked));
        return verdicts.OwedAt(verdicts.Rows[0], verdicts.Views[0], verdicts.Horizon);
    }

    private static DueAnswer Due(string text, int day)
    {
        var (verdicts, _) = Judged(text);
        return DueAnswer.On(verdicts, day, 30, [verdicts.Views[0]], _ => true);
    }

    private static (Verdicts Verdicts, Case Case) Judged(string text)
    {
        var compilation = Compilation.Of([SourceText.From("a.proviso", Agreement + text)]);
        Assert.Empty(compilation.Diagnostics);
        return (Evaluator.Run(compilation.Case!, Knowledge.All), compilation.Case!);
    }

    private static int Day(int year, int month, int day) => Clock.DayNumber(new(year, month, day));
}
