using Proviso.Evaluation.Explanation;
using Proviso.Evaluation.Explanation.Checking;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Evaluation;

/// <summary>A condition that a clause does not have, and that only a reading of a dispute brings.</summary>
public sealed class SlotReadInTests
{
    [Theory]
    [InlineData("as-signed", Standing.InForce, Conduct.Broken)]
    [InlineData("read-in", Standing.InForce, Conduct.NotTriggered)]
    [InlineData("common", Standing.InForce, Conduct.CannotTell)]
    public void A_while_binds_as_long_as_it_holds_and_without_it_always(string view, Standing standing, Conduct conduct) =>
        Assert.Equal((standing, conduct), Judged("while", "while no boat with operator south is present in bay", view));

    [Theory]
    [InlineData("as-signed", Standing.InForce, Conduct.Broken)]
    [InlineData("read-in", Standing.Ended, Conduct.NotTriggered)]
    [InlineData("common", Standing.CannotTell, Conduct.CannotTell)]
    public void An_until_ends_the_clause_and_without_it_nothing_does(string view, Standing standing, Conduct conduct) =>
        Assert.Equal((standing, conduct), Judged("until", "until boat with operator south is present in bay", view));

    [Theory]
    [InlineData("as-signed", Standing.InForce, Conduct.Broken)]
    [InlineData("read-in", Standing.InForce, Conduct.Excused)]
    [InlineData("common", Standing.InForce, Conduct.CannotTell)]
    public void An_unless_excuses_and_without_it_nothing_does(string view, Standing standing, Conduct conduct) =>
        Assert.Equal((standing, conduct), Judged("unless", "unless boat with operator south is present in bay", view));

    [Theory]
    [InlineData("as-signed", Conduct.Broken)]
    [InlineData("read-in", Conduct.Excused)]
    [InlineData("common", Conduct.CannotTell)]
    public void A_reading_of_one_condition_may_bring_another(string view, Conduct conduct) =>
        Assert.Equal(conduct, Judged("until", "unless boat with operator south is present in bay", view).Conduct);

    /// <summary>On 10 March: a boat of South has been in the bay since 1 February, one of North in the lake since 5 March. The explanation is accepted by its checker.</summary>
    private static (Standing Standing, Conduct Conduct) Judged(string slot, string reading, string view)
    {
        var text = $"""
            agreement quiet between north, south in force from 2024-01-01 with calendar days, clock local.
            party north "North". party south "South".
            region lake. region bay. kind boat. state present.
            clause 1 "No boats" north shall not have boat with operator north present in lake.
            dispute added "Is it said without being written?" on clause 1 {slot}
              reading stands means as declared;
              reading brought means {reading}.
            view as-signed reads added as stands.
            view read-in reads added as brought.
            sources read on 2024-12-31.
            report southern boat with operator south present in bay from 2024-02-01 to 2024-12-30 by south grade official source "A".
            report northern boat with operator north present in lake from 2024-03-05 to 2024-12-30 by north grade official source "B".
            """;
        var compiled = Compilation.Of([SourceText.From("a.proviso", text)]);
        Assert.Empty(compiled.Diagnostics.Where(diagnostic => diagnostic.IsError));
        var verdicts = Evaluator.Run(compiled.Case!, Knowledge.All);
        var row = verdicts.Rows.Single(each => each.Place!.Name == "lake");
        var explanation = Explainer.Why(verdicts, row, verdicts.Views.Single(each => each.Name == view), Clock.DayNumber(new(2024, 3, 10)));
        Assert.Empty(Checker.Check(compiled.Case!, explanation).Objections);
        return (explanation.Verdict.Standing, explanation.Verdict.Conduct);
    }
}
