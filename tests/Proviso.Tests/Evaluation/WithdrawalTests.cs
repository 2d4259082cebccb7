using System.Globalization;
using Proviso.Evaluation.Explanation;
using Proviso.Evaluation.Explanation.Checking;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Evaluation;

/// <summary>Withdrawal from an agreement: when it takes effect, whom it frees, and how that is told.</summary>
public sealed class WithdrawalTests
{
    [Theory]
    [InlineData("", "2024-02-10", "2024-02-10: InForce; 2024-02-11: Withdrawn")]
    [InlineData("withdrawal after 10 days", "2024-02-10", "2024-02-19: InForce; 2024-02-20: Withdrawn")]
    [InlineData("withdrawal after 6 months", "2024-02-02", "2024-08-01: InForce; 2024-08-02: Withdrawn")]
    [InlineData("withdrawal after 1 year", "2023-06-02", "2024-06-01: InForce; 2024-06-02: Withdrawn")]
    [InlineData("withdrawal after 6 months", "2023-08-31", "2024-02-28: InForce; 2024-02-29: CannotTell; 2024-03-01: Withdrawn")]
    [InlineData("withdrawal after 1 month", "between 2024-02-02 and 2024-02-04", "2024-03-01: InForce; 2024-03-02: CannotTell; 2024-03-04: Withdrawn")]
    public void It_takes_effect_when_its_notice_has_run(string notice, string on, string standings) => Assert.Equal(standings, string.Join("; ",
        standings.Split("; ").Select(each => each[..10]).Select(day => $"{day}: {At(notice, $"position north withdraws from agreement on {on} ", day, "north").Standing}")));

    [Fact]
    public void From_one_clause_a_party_withdraws_without_notice() =>
        Assert.Equal(Standing.Withdrawn, At("withdrawal after 6 months", "position north withdraws from clause 1 on 2024-02-10 ", "2024-02-11", "north").Standing);

    [Theory]
    [InlineData("north, south", "2024-02-20", Standing.Withdrawn)]
    [InlineData("north, south", "2024-02-19", Standing.InForce)]
    [InlineData("north, south, west", "2024-12-31", Standing.InForce)]
    public void When_one_party_is_left_it_is_bound_no_longer(string between, string day, Standing standing) =>
        Assert.Equal(standing, At("withdrawal after 10 days", "position north withdraws from agreement on 2024-02-10 ", day, "south", between).Standing);

    [Theory]
    [InlineData("2024-02-15", "north", "On 10 February 2024 North withdrew from the agreement")]
    [InlineData("2024-02-15", "north", "That takes effect 10 days after it was declared, on 20 February 2024.")]
    [InlineData("2024-02-20", "north", "That takes effect 10 days after it was declared, on 20 February 2024.")]
    [InlineData("2024-02-20", "south", "That takes effect 10 days after it was declared, on 20 February 2024, and then no second party is left.")]
    public void The_account_says_when_and_why(string day, string party, string said)
    {
        var (_, account) = Explained("withdrawal after 10 days", "position north withdraws from agreement on 2024-02-10 ", day, party, "north, south");

        Assert.Contains(said, account, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_declared_again_takes_effect_no_later()
    {
        var (verdict, account) = Explained(
            "withdrawal after 10 days", "position north withdraws from agreement on 2024-02-10 by north grade official source \"A\". position north withdraws from agreement on 2024-03-10 ", "2024-04-01", "south", "north, south");

        Assert.Equal(Standing.Withdrawn, verdict.Standing);
        Assert.Contains("on 20 February 2024, and then no second party is left", account, StringComparison.Ordinal);
        Assert.DoesNotContain("on 20 March 2024", account, StringComparison.Ordinal);
    }

    private static Verdict At(string notice, string position, string day, string party, string between = "north, south") => Explained(notice, position, day, party, between).Verdict;

    /// <summary>The verdict, with the account of an explanation that its checker accepts.</summary>
    private static (Verdict Verdict, string Account) Explained(string notice, string position, string day, string party, string between)
    {
        var text = $"""
            agreement quiet between {between} in force from 2023-01-01 with calendar days, clock local {notice}.
            party north "North". party south "South". party west "West".
            region lake. kind boat. state present.
            clause 1 "No boats" each party shall not have boat present in lake.
            sources read on 2024-12-31.
            {position} by north grade official source "A".
            """;
        var compiled = Compilation.Of([SourceText.From("a.proviso", text)]);
        Assert.Empty(compiled.Diagnostics.Where(diagnostic => diagnostic.IsError));
        var verdicts = Evaluator.Run(compiled.Case!, Knowledge.All);
        var row = verdicts.Rows.Single(each => each.Party.Name == party);
        var view = verdicts.Views.Single(each => each.Name == "common");
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var on = Clock.DayNumber(new(date.Year, date.Month, date.Day));
        var explanation = Explainer.Why(verdicts, row, view, on);
        Assert.Empty(Checker.Check(compiled.Case!, explanation).Objections);
        return (explanation.Verdict, string.Join(" ", Account.Paragraphs(compiled.Case!, explanation, [], [])));
    }
}
