using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Evaluation;

/// <summary>Duties that come again and again: when each is due, which act is for which, and what is told of each.</summary>
public sealed class RecurringTests
{
    private const string Agreement = """
        agreement lists between north, south in force from 2011-02-05 with calendar days, clock local.
        party north. party south.
        event update.
        sources read on 2013-12-31.

        """;

    private const string AfterEach = "clause 1 \"Lists\" north shall update to south within 30 days after each 6 months from 2011-03-01.\n";

    private const string EachYear = "clause 1 \"Lists\" north shall update to south no later than 30 march and 30 september of each year.\n";

    [Theory]
    [InlineData(AfterEach, "2011-09-30 2012-03-30 2012-09-30 2013-03-30 2013-09-30")]
    [InlineData(EachYear, "2011-03-30 2011-09-30 2012-03-30 2012-09-30 2013-03-30 2013-09-30 2014-03-30")]
    [InlineData("clause 1 \"Lists\" north shall update to south within 1 day after each 1 year from 2010-01-01.\n", "2012-01-01 2013-01-01")]
    [InlineData("clause 1 \"Lists\" from 2012-04-01, north shall update to south no later than 30 march of each year.\n", "2013-03-30 2014-03-30")]
    public void Days_on_which_it_is_due(string clause, string days) =>
        Assert.Equal(days, string.Join(' ', At(clause, new(2013, 12, 31)).Select(owed => Iso(owed.Time!.Due))));

    [Theory]
    [InlineData(AfterEach, "2011-09-30", "kept by told", "2012-03-30: pending")]
    [InlineData(AfterEach, "2011-10-01", "overdue: told came too late, and no earlier receipt is on file", "2012-03-30: pending")]
    [InlineData(AfterEach, "2012-02-29", "overdue: told came too late, and no earlier receipt is on file", "2012-03-30: pending")]
    [InlineData(AfterEach, "2012-03-01", "overdue, no receipt on file", "2012-03-30: kept by told")]
    [InlineData(AfterEach, "2011-08-31", "overdue, no receipt on file", "2012-03-30: pending")]
    [InlineData(EachYear, "2011-09-30", "kept by told", "2012-03-30: pending")]
    [InlineData(EachYear, "2011-10-01", "overdue, no receipt on file", "2012-03-30: kept by told")]
    public void An_act_is_for_the_time_in_which_it_is_received(string clause, string received, string autumn, string spring)
    {
        var owed = At(clause + $"report told update by north to south on 2011-08-15 by north received by south on {received} grade official source \"A\".", new(2012, 3, 15));

        Assert.Equal(autumn, Labels.OfDuty(owed.Single(each => Iso(each.Time!.Due) == "2011-09-30")));
        var last = owed.Single(each => Iso(each.Time!.Due) == "2012-03-30");
        Assert.Equal(spring, $"{Iso(last.Time!.Due)}: {Labels.OfDuty(last)}");
    }

    [Fact]
    public void An_act_that_may_be_of_two_times_is_surely_of_neither()
    {
        var owed = At(AfterEach + "report told update by north to south on between 2012-02-20 and 2012-03-10 by north grade official source \"A\".", new(2012, 3, 31));

        Assert.All(owed, each => Assert.Equal(Conduct.CannotTell, each.Conduct));
        Assert.Equal([("2011-09-30", false), ("2012-03-30", false)], owed.SelectMany(each => each.Acts.Select(act => (Iso(each.Time!.Due), act.IsSure))));
    }

    [Theory]
    [InlineData("2011-09-30", "2011-09-30")]
    [InlineData("2012-03-29", "2011-09-30")]
    [InlineData("2012-03-30", "2012-03-30")]
    public void What_was_not_received_is_what_was_due_last(string on, string due)
    {
        var owed = At(AfterEach + $"report none update by north to south not received on {on} by south grade official source \"A\".", new(2012, 4, 1));

        Assert.Equal([due], owed.Where(each => each.Conduct == Conduct.Broken).Select(each => Iso(each.Time!.Due)));
    }

    [Fact]
    public void None_is_owed_while_the_clause_is_suspended_on_the_first_day_that_counts()
    {
        const string Suspended = """
            position north suspends clause 1 on 2012-02-29 by north grade official source "A".
            position north resumes clause 1 on 2012-03-01 by north grade official source "A".
            """;

        Assert.Equal(["2011-09-30", "2012-09-30"], At(AfterEach + Suspended, new(2012, 10, 1)).Select(each => Iso(each.Time!.Due)));
    }

    private static string Iso(int day) => Formats.Words.Date(day);

    private static IReadOnlyList<Owed> At(string text, DateOnly day)
    {
        var compiled = Compilation.Of([SourceText.From("a.proviso", Agreement + text)]);
        Assert.Empty(compiled.Diagnostics.Where(diagnostic => diagnostic.IsError));
        var verdicts = Evaluator.Run(compiled.Case!, Knowledge.All);
        return verdicts.OwedAt(Assert.Single(verdicts.Rows), verdicts.Views.Single(view => view.Name == "common"), Clock.DayNumber(new(day.Year, day.Month, day.Day)));
    }
}
