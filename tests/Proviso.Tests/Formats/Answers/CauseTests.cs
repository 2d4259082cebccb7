using Proviso.Evaluation;
using Proviso.Evaluation.Explanation;
using Proviso.Language;
using Proviso.Language.Text;

namespace Proviso.Formats.Answers;

/// <summary>What brought an answer about, in a few words.</summary>
public sealed class CauseTests
{
    private const string Agreement = """
        agreement lake "Lake" between north, south in force from 2024-01-01 with calendar days, clock UTC.
        party north "North". party south "South". party gazette "the Gazette".
        region lake "the lake" zone UTC. region shore "the shore" zone UTC.
        kind vessel "vessel". model boat "boat" of vessel. model ferry "ferry" of vessel. kind gun "gun". state present "is present" persists.
        clause 1 "No boats" north shall not have vessel present in lake until gun is present in shore.
        clause 2 "At most five" north shall have at most 5 vessel present in shore.
        clause 3 "No guns" offered by north to south accepted by words, south shall not have gun present in lake.
        sources read on 2025-03-01.

        """;

    [Theory]
    [InlineData("a breach", "report b boat with operator north present in lake from 2024-02-01 onward by north", "1", "boat in the lake, present")]
    [InlineData("a breach of several reports", "report b boat with operator north present in lake from 2024-02-01 to 2024-02-02 by north\nreport c ferry with operator north present in lake from 2024-02-03 onward by north", "1", "boat in the lake, present; and 1 more")]
    [InlineData("a breach of several reports that say the same", "report b boat with operator north present in lake from 2024-02-01 to 2024-02-02 by north\nreport c boat with operator north present in lake from 2024-02-03 onward by north", "1", "boat in the lake, present")]
    [InlineData("an end", "report g gun with operator south present in shore on 2024-02 by south", "1", "gun operated by South in the shore, present")]
    [InlineData("nothing that happened", "", "1", null)]
    [InlineData("a number over the limit, which is a sum", "report s total 9 vessel with operator north present in shore from 2024-02-01 to 2024-03-01 by north", "2", null)]
    [InlineData("a ceiling that was left", "position north withdraws from clause 2 on 2024-02-01 by north", "2", "North withdrew on 1 February 2024")]
    [InlineData("an offer", "position north proposes clause 3 to south on 2024-02-01 by north", "3", "North offered it on 1 February 2024")]
    [InlineData("a refusal", "position north proposes clause 3 to south on 2024-02-01 by north\nposition south rejects clause 3 on 2024-03-01 by south", "3", "South refused on 1 March 2024")]
    [InlineData("an offer that is repeated", "position north proposes clause 3 to south on 2024-02-01 by north\nposition north proposes clause 3 to south on 2024-03-01 by north", "3", "North offered it on 1 February 2024")]
    [InlineData("an offer taken back", "position north proposes clause 3 to south on 2024-02-01 by north\nposition north withdraws clause 3 on 2024-03-01 by north", "3", "North took it back on 1 March 2024")]
    [InlineData("a withdrawal that another describes", "position north withdraws from clause 1 on 2024-02-01 by gazette", "1", null)]
    [InlineData("a withdrawal", "position north withdraws from clause 1 on 2024-02-01 by north", "1", "North withdrew on 1 February 2024")]
    [InlineData("a withdrawal with a doubt whether it had ended before", "report g gun with operator south present in shore on between 2024-03-20 and 2024-04-10 by south\nposition north withdraws from clause 1 on 2024-04-01 by north", "1", "North withdrew on 1 April 2024, if it still bound")]
    public void It_is_the_report_or_the_act_on_which_the_answer_rests(string what, string file, string clause, string? cause) =>
        Assert.Equal((what, cause), (what, Told(Agreement, file, clause)));

    [Fact]
    public void Where_an_agreement_is_left_with_notice_the_day_is_that_of_the_notice() => Assert.Equal(
        "North gave notice on 1 February 2024",
        Told(Agreement.Replace("clock UTC.", "clock UTC withdrawal after 6 months.", StringComparison.Ordinal), "position north withdraws from agreement on 2024-02-01 by north\nposition north withdraws from agreement on 2024-03-01 by north", "1"));

    private static string? Told(string agreement, string file, string clause)
    {
        var reports = string.Concat(file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"{line} said 2024-05-01 grade own statement source \"A\".\n"));
        var read = Compilation.Of([SourceText.From("lake.proviso", agreement + reports)]);
        Assert.Empty(read.Diagnostics);
        var verdicts = Evaluator.Run(read.Case!, Knowledge.All);
        var (row, view) = (verdicts.Rows.First(each => each.Clause.Id == clause), verdicts.Views.Single(each => each.Name == "common"));
        return Cause.Of(verdicts.Case, Explainer.Why(verdicts, row, view, verdicts.Horizon), ViewAnswer.On(verdicts, row, view, verdicts.Horizon).StandingDays.From);
    }
}
