using Proviso.Evaluation;
using Proviso.Evaluation.Explanation;
using Proviso.Language;
using Proviso.Language.Text;

namespace Proviso.Explanation;

/// <summary>A verdict that turns on the day a member joined names the membership, and no other.</summary>
public sealed class AccessionTests
{
    [Theory]
    [InlineData("1", "2024-05-31", "")]
    [InlineData("1", "2024-06-05", "cape-coast in league-coast: in force, kept")]
    [InlineData("1", "2024-06-20", "")]
    [InlineData("2", "2024-05-31", "")]
    [InlineData("2", "2024-06-05", "cape in league: in force, kept")]
    [InlineData("3", "2024-06-05", "")]
    public void Only_memberships_that_change_the_verdict_are_named(string clause, string day, string expected) => Assert.Equal(expected, Told(clause, day));

    private static string Told(string clause, string day)
    {
        var compilation = Compilation.Of(SourceText.From("a.proviso", """
            agreement strait between eastland, league in force from 2024-01-01 with calendar days, clock UTC.
            party eastland. party bay. party cape. party dune.
            group league of bay, cape from 2024-06-01, dune from 2024-06-02.
            region bay-coast. region cape-coast. region dune-coast.
            region league-coast of bay-coast, cape-coast from 2024-06-01, dune-coast from 2024-06-02.
            kind missile. state present.
            clause 1 "A" eastland shall not have missile present in league-coast.
            clause 2 "B" league shall not have missile present in bay-coast.
            clause 3 "C" league shall not have missile present in dune-coast.
            sources read on 2024-06-30.
            report r1 missile with operator eastland present in cape-coast from 2024-05-20 to 2024-06-10 by bay grade press source "S".
            report r2 missile with operator cape present in bay-coast from 2024-05-28 to 2024-06-10 by bay grade press source "S".
            report r3 missile with operator bay present in dune-coast from 2024-05-28 to 2024-06-10 by bay grade press source "S".
            """));
        Assert.Empty(compilation.Diagnostics.Where(one => one.IsError));
        var verdicts = Evaluator.Run(compilation.Case!, Knowledge.All);
        var row = verdicts.Rows.First(each => each.Clause.Id == clause);
        var asked = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).DayNumber - new DateOnly(1970, 1, 1).DayNumber;
        return string.Join("; ", Accession.Of(verdicts, row, verdicts.Views.First(view => view.Name == "common"), asked)
            .Select(each => $"{each.Member} in {each.Whole}: {Labels.Of(each.Without)}"));
    }
}
