using Proviso.Evaluation;
using Proviso.Language;
using Proviso.Language.Text;

namespace Proviso.Formats.Answers;

/// <summary>Since when an answer is what it is: as a whole, and what was done.</summary>
public sealed class ViewAnswerTests
{
    private static readonly Verdicts verdicts = Evaluator.Run(
        Compilation.Of([SourceText.From("lake.proviso", """
            agreement lake "Lake" between north, south in force from 2024-01-01 through 2024-12-31 with calendar days, clock UTC.
            party north "North". party south "South".
            region lake "the lake" zone UTC. region shore "the shore" zone UTC.
            kind boat "boat". kind gun "gun". kind raft "raft". kind canoe "canoe". state present "is present".
            clause 1 "No boats" north shall not have boat present in lake until gun is present in shore.
            clause 2 "At most five" north shall have at most 5 gun present in lake.
            clause 4 "No rafts" north shall not have raft present in lake.
            clause 5 "No rafts until guns" north shall not have raft present in shore until gun is present in shore.
            clause 6 "No canoes" north shall not have canoe present in lake.
            clause 3 "No guns" from 2024-03-01, north shall not have gun present in shore.
            sources read on 2025-03-01.
            position north suspends clause 4 on 2024-04-01 by north said 2025-02-01 grade own statement source "A".
            position north resumes clause 4 on between 2024-06-01 and 2024-06-20 by north said 2025-02-01 grade own statement source "A".
            position north suspends clause 6 on 2024-04-01 by north said 2025-02-01 grade own statement source "A".
            position north resumes clause 6 on between 2024-06-01 and 2024-06-20 by north said 2025-02-01 grade own statement source "A".
            report canoe canoe with operator north present in lake from 2024-06-21 to 2024-06-30 by north said 2025-02-01 grade own statement source "A".
            report boat boat with operator north present in lake from 2024-02-01 to 2025-01-20 by north said 2025-02-01 grade own statement source "A".
            report gun  gun with operator south present in shore from between 2024-05-01 and 2024-05-10 to 2024-05-20 by south said 2025-02-01 grade own statement source "A".
            report low  total 3 gun with operator north present in lake from 2024-03-03 to 2024-03-06 by north said 2024-03-10 grade own statement source "A".
            report high total 4 gun with operator north present in lake from 2024-03-07 to 2024-03-09 by north said 2024-03-10 grade own statement source "A".
            """)]).Case!,
        Knowledge.All);

    [Theory]
    [InlineData("a breach that goes on while it becomes open whether the clause has ended", "1", "2024-05-05", "broken, whether in force or ended", "2024-05-02", "2024-02-01")]
    [InlineData("a breach that goes on after the end", "1", "2024-06-01", "ended; a breach begun before goes on", "2024-05-11", "2024-02-01")]
    [InlineData("what is kept with another number", "2", "2024-03-08", "in force, kept: 4, 1 below the limit of 5", "2024-03-07", "2024-03-03")]
    public void Conduct_older_than_the_whole_answer_has_a_day_of_its_own(string what, string clause, string day, string label, string since, string conductSince)
    {
        var answer = On(clause, day);

        Assert.Equal((what, label, since, conductSince), (what, answer.Label, Words.Date(answer.Days.From), Words.Date(answer.OlderConduct!.Value)));
    }

    [Theory]
    [InlineData("a breach on the days of its answer", "1", "2024-03-01", "in force, broken", "2024-02-01")]
    [InlineData("nothing asked, for it does not bind yet", "3", "2024-02-01", "not in force", "2023-12-31")]
    [InlineData("nothing asked any more", "3", "2025-02-01", "expired", "2025-01-01")]
    [InlineData("an open number", "2", "2024-04-01", "in force, cannot tell whether kept: no total declared; the limit is 5", "2024-03-10")]
    public void Nothing_older_is_told_where_the_days_are_the_same_or_nothing_is_told_of_conduct(string what, string clause, string day, string label, string conductSince)
    {
        var answer = On(clause, day);

        Assert.Equal((what, label, null, conductSince), (what, answer.Label, answer.OlderConduct, Words.Date(answer.ConductDays.From)));
    }

    [Fact]
    public void The_days_of_conduct_contain_those_of_the_answer_on_every_day()
    {
        var asked =
            from row in verdicts.Rows
            from day in Enumerable.Range(verdicts.FirstDay, verdicts.Horizon - verdicts.FirstDay + 1)
            select ViewAnswer.On(verdicts, row, verdicts.Views[0], day);
        Assert.All(asked, answer => Assert.True(answer.ConductDays.From <= answer.Days.From && answer.Days.Before <= answer.ConductDays.Before));
    }

    [Theory]
    [InlineData("it came between 1 and 10 May, so that it has surely ended from the 11th on", "1", "2024-06-01", "2024-05-11", "2024-05-02")]
    [InlineData("as long as it may have ended nothing is sure", "1", "2024-05-05", "2024-05-02", null)]
    [InlineData("it begins on a day that is known", "3", "2024-03-01", "2024-03-01", null)]
    [InlineData("what is kept with another number is no newer standing", "2", "2024-03-08", "2024-01-01", null)]
    [InlineData("it was resumed between 1 and 20 June, and what is kept is older", "4", "2024-07-01", "2024-06-21", "2024-06-02")]
    public void A_standing_that_may_be_older_than_it_is_sure_has_the_first_such_day(string what, string clause, string day, string since, string? perhaps)
    {
        var answer = On(clause, day);

        Assert.Equal((what, since, perhaps), (what, Words.Date(answer.StandingDays.From), answer.PerhapsFrom is { } from ? Words.Date(from) : null));
    }

    [Theory]
    [InlineData("1", "2024-06-01", "ended; a breach begun before goes on", "answered so since 2024-05-11, ended perhaps since 2024-05-02, broken since 2024-02-01")]
    [InlineData("1", "2024-05-05", "broken, whether in force or ended", "answered so since 2024-05-02, broken since 2024-02-01")]
    [InlineData("5", "2024-06-01", "ended", "since 2024-05-11, perhaps since 2024-05-02")]
    [InlineData("6", "2024-06-25", "in force, broken", "since 2024-06-21, in force perhaps since 2024-06-02")]
    [InlineData("2", "2024-03-08", "in force, kept: 4, 1 below the limit of 5", "answered so since 2024-03-07, kept since 2024-03-03")]
    public void Beside_the_day_of_the_answer_stand_those_of_what_is_older(string clause, string day, string label, string since)
    {
        var answer = On(clause, day);

        Assert.Equal((label, since), (answer.Label, answer.SinceSays(Words.Date)));
    }

    private static ViewAnswer On(string clause, string day) =>
        ViewAnswer.On(verdicts, verdicts.Rows.First(row => row.Clause.Id == clause), verdicts.Views.Single(view => view.Name == "common"), Words.Day(day)!.Value);
}
