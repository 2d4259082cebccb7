using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;
using Proviso.Reference;

namespace Proviso.Evaluation;

/// <summary>A condition on another clause's breach reads the place and the party that it names, and no other.</summary>
public sealed class BreachConditionTests
{
    [Theory]
    [InlineData("clause 1 is broken", Conduct.Excused)]
    [InlineData("clause 1 is broken in east", Conduct.Excused)]
    [InlineData("clause 1 is broken in west", Conduct.Broken)]
    [InlineData("clause 1 is broken by russia in east", Conduct.Excused)]
    [InlineData("clause 1 is broken by russia in west", Conduct.Broken)]
    public void A_breach_in_the_east_excuses_only_where_the_east_is_named(string condition, Conduct conduct)
    {
        var compilation = Compilation.Of(SourceText.From("a.proviso", $"""
            agreement quiet-sky between russia, usa in force from 2024-01-01 with calendar days, clock UTC.
            party russia. party usa.
            region east. region west.
            kind missile. state present.
            clause 1 "Restraint" for each region r of east, west, russia shall not have missile present in r.
            clause 2 "Answer" usa shall not have missile present in west unless {condition}.
            sources read on 2024-12-31.
            report first missile with operator russia present in east from 2024-01-10 to 2024-03-10 by russia grade official source "A".
            report second missile with operator usa present in west from 2024-02-01 to 2024-03-01 by usa grade official source "B".
            """));
        Assert.Empty(compilation.Diagnostics.Where(one => one.IsError));
        var day = new DateOnly(2024, 2, 10).DayNumber - new DateOnly(1970, 1, 1).DayNumber;
        var (verdicts, reference) = (Evaluator.Run(compilation.Case!, Knowledge.All), new ReferenceEvaluator(compilation.Case!, Knowledge.All));
        var row = verdicts.Rows.Single(each => each.Clause.Id == "2");
        var view = verdicts.Views[0];

        Assert.Equal(conduct, verdicts.At(row, view, day).Conduct);
        Assert.Equal(conduct, reference.At(verdicts.Rows.IndexOf(row), view, day).Conduct);
    }
}
