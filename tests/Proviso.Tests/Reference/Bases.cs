using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>§12: what a verdict of conduct leans on.</summary>
sealed class Bases(
    Agreement agreement, Statements statements, Acceptance acceptance, Facts facts, Nouns nouns, Places places, States states)
{
    /// <summary>Of a row that is kept that day under <c>shall not have</c>.</summary>
    public Basis OfKept(Line line, int day)
    {
        var duty = (ShallNotHave)line.Instance.Clause.Duty;
        var use = new Use(line.Instance.Clause.Id, ClauseSlot.Have);
        var place = line.Row.Place!;
        var absences = statements.All
            .Where(each => each.Content is StateReport { Absent: true })
            .Where(each => acceptance.Of(each).Lo && !acceptance.AnyPartInQuestion(each))
            .Where(each => facts.SureDays(Absence(each).When).Has(day))
            .Where(each => Covers(Absence(each).Subject, duty.Noun))
            .ToList();
        var inspected = Together(absences.Where(each => each.Attribution.Grade == Grade.Inspection));
        if (inspected.Over(place))
        {
            return Basis.Verified;
        }

        if (agreement.Places.Any(part => places.Inside(part, place, day).Lo && inspected.Over(part)))
        {
            return Basis.PartlyVerified;
        }

        if (statements.All.Any(each => IsDeniedAt(each, place, day)))
        {
            return Basis.AccessDenied;
        }

        var assumptions = agreement.Assumptions
            .Where(each => each.Views.IsEmpty || each.Views.Contains(acceptance.View.Name))
            .Where(each => each.Days.Contains(day) && Covers(each.Noun.Symbol, each.Noun.With.IsEmpty, duty.Noun));
        if (Over(assumptions.Select(each => (each.In, each.State.Name))).Over(place))
        {
            return Basis.Assumed;
        }

        return Together(absences).Over(place) ? Basis.NotContradicted : Basis.NotObserved;

        Coverage Together(IEnumerable<Statement> reports) => Over(reports.Select(each => (Absence(each).In, Absence(each).State.Name)));

        Coverage Over(IEnumerable<(Place, string)> lookedFor) => new(
            agreement, acceptance, places, [.. lookedFor], states => IsImpossible(duty.State, use, state => states.Contains(state.Name)), day);
    }

    private static StateReport Absence(Statement statement) => (StateReport)statement.Content;

    private bool IsDeniedAt(Statement statement, Place place, int day) =>
        statement.Content is AccessDenied denied
            && acceptance.Of(statement).Lo && !acceptance.DateInQuestion(statement)
            && facts.SureDays(denied.When).Has(day)
            && (places.Inside(statement, denied.In, place, day).Lo
                || (!acceptance.PlaceInQuestion(statement) && places.Inside(place, denied.In, day).Lo));

    private bool Covers(Subject subject, Noun noun) => Covers(subject.Symbol, subject.With.IsEmpty && subject.Item is null, noun);

    private bool Covers(NounSymbol symbol, bool isWhole, Noun noun) => isWhole
        && (symbol.Name == noun.Symbol.Name || (symbol is Kind && nouns.KindsOf(noun.Symbol).All(kind => kind == symbol.Name)));

    private bool IsImpossible(State state, Use use, Func<State, bool> isCovered)
    {
        return !CanBe(new StateIs(state));

        bool CanBe(StateExpression expression) => expression switch
        {
            StateIs { State: var part } => !isCovered(part) && states.MeaningsOf(part, use).Any(meaning => meaning is null || CanBe(meaning)),
            StateNot => true,
            AllStates all => all.Parts.All(CanBe),
            AnyState any => any.Parts.Any(CanBe),
            RunningState running => CanBe(running.Part),
            _ => throw new UnreachableException(expression.ToString()),
        };
    }
}
