using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Evaluation;

/// <summary>Rights with a number of uses a year, and the duties they bring.</summary>
public sealed class QuotaTests
{
    [Theory]
    [InlineData("dock", Conduct.NotTriggered)]
    [InlineData("north", Conduct.CannotTell)]
    public void A_request_of_an_unknown_day_is_a_use_only_where_its_place_may_be_that_of_the_right(string place, Conduct conduct)
    {
        const string Text = """
            agreement visits between alba, bern in force from 2024-03-01 with calendar days, clock local.
            party alba. party bern.
            region north. region south. site dock in south.
            event ask. event admit.
            clause 1 "Asking" bern may ask to alba in north up to 3 times in each treaty year.
            clause 2 "Admitting" when ask by bern under clause 1 alba shall admit to bern within 1 day after the ask.
            sources read on 2024-03-07.
            report asked ask by bern to alba in PLACE on 2024-02-27 by bern grade official source "A".
            position alba denies report asked its date on 2024-03-06 by alba grade official source "A".
            """;
        var compiled = Compilation.Of([SourceText.From("a.proviso", Text.Replace("PLACE", place, StringComparison.Ordinal))]);
        Assert.Empty(compiled.Diagnostics.Where(diagnostic => diagnostic.IsError));
        var verdicts = Evaluator.Run(compiled.Case!, Knowledge.All);
        var row = verdicts.Rows.Single(each => each.Clause.Id == "2");

        Assert.Equal(conduct, verdicts.At(row, verdicts.Views.Single(view => view.Name == "common"), Clock.DayNumber(new(2024, 3, 6))).Conduct);
    }
}
