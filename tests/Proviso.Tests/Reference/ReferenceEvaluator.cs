using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>The slow, obvious evaluator: docs/semantics.md, read day by day and view by view, each class a section of the page.
/// It shares no code with the evaluator that it checks.</summary>
sealed class ReferenceEvaluator
{
    private readonly Agreement agreement;
    private readonly Statements statements;
    private readonly IReadOnlyList<Line> lines;
    private readonly DaySpan axis;
    private readonly Dictionary<string, World> worlds = [];

    public ReferenceEvaluator(Case text, Knowledge knowledge)
    {
        agreement = text.Agreement;
        statements = new(text, knowledge);
        lines = [.. Lines.Of(agreement)];
        axis = DaysOnFile.Of(text);
    }

    public IReadOnlyList<Row> Rows => [.. lines.Select(line => line.Row)];

    /// <summary>The last day verdicts are given for.</summary>
    public int Horizon => statements.Horizon;

    /// <param name="row">Index into <see cref="Rows"/>.</param>
    public Verdict At(int row, View view, int day) => WorldOf(view).At(lines[row], day);

    /// <inheritdoc cref="At"/>
    public Basis? BasisAt(int row, View view, int day) => WorldOf(view).BasisAt(lines[row], day);

    /// <summary>What was done by a day about the one duty of a row that an event asks for; null when that asks for nothing of the row by then.</summary>
    /// <param name="row">Index into <see cref="Rows"/>; of a clause that asks for an act when something happens.</param>
    /// <param name="trigger">The name of the report of the event.</param>
    public Conduct? DutyAt(int row, string trigger, View view, int day) => WorldOf(view).DutyOn(lines[row], trigger, day);

    /// <summary>How many surely count under a ceiling, were nothing in conflict.</summary>
    /// <param name="row">Index into <see cref="Rows"/>; of a clause with a ceiling.</param>
    public long LeastAt(int row, View view, int day) => WorldOf(view).LeastOn(lines[row], day);

    /// <summary>What a count comes to.</summary>
    /// <param name="party">Null: all parties together.</param>
    /// <param name="place">Null: wherever.</param>
    public Ranged NumberAt(NamedCount count, Party? party, Place? place, View view, int day) => WorldOf(view).NumberAt(count, party, place, day);

    private World WorldOf(View view)
    {
        if (!worlds.TryGetValue(view.Name, out var world))
        {
            world = worlds[view.Name] = new(agreement, statements, lines, axis, view, new Dictionary<string, string>());
        }

        return world;
    }
}

/// <summary>§9 to §11: the rows of an agreement, in the order of <see cref="Row"/>.</summary>
static class Lines
{
    private static readonly Party?[] none = [null];

    public static IEnumerable<Line> Of(Agreement agreement) =>
        from clause in agreement.Clauses
        from element in Elements(clause)
        from party in Owing(agreement, clause, element.Party)
        from offeredTo in clause.Offer is { } offer ? offer.To.AsEnumerable<Party?>() : none
        let instance = new Instance(clause, element.Place, element.Party, party, offeredTo, element.Place ?? FixedPlaceOf(clause))
        from addressee in Addressees(agreement, clause, instance)
        from place in PlacesOf(agreement, instance)
        select new Line(new(clause, party, offeredTo ?? addressee, instance.Place, place), instance, addressee);

    private static IEnumerable<(Place? Place, Party? Party)> Elements(Clause clause) => clause.ForEach is not { } each
        ? [(null, null)]
        : [.. each.Places.Select(place => ((Place?)place, (Party?)null)), .. each.Parties.Select(party => ((Place?)null, (Party?)party))];

    private static IEnumerable<Party> Owing(Agreement agreement, Clause clause, Party? element) => clause.Actor switch
    {
        NamedActor named => [named.Party],
        VariableActor => [element!],
        _ => agreement.Between,
    };

    private static Place? FixedPlaceOf(Clause clause) => (clause.Duty switch
    {
        Restraint have => have.In,
        MayHave may => may.In,
        ShallDo shall => shall.Act.In,
        MayDo may => may.Act.In,
        _ => null,
    }) is FixedPlace place ? place.Place : null;

    private static IEnumerable<Party?> Addressees(Agreement agreement, Clause clause, Instance instance)
    {
        var act = clause.Duty switch
        {
            ShallDo shall => shall.Act,
            MayDo may => may.Act,
            _ => null,
        };
        switch (act?.To)
        {
            case EachOtherParty or SameParty when instance.OfferedTo is not null:
                return [instance.OfferedTo];
            case FixedParty one:
                return [one.Party];
            case VariableParty:
                return [instance.ElementParty];
            case EachOtherParty or SameParty:
                return agreement.Between.Where(party => party.Name != instance.Party.Name);
            default:
                return none;
        }
    }

    /// <summary>The instance's own place; under <c>shall not have</c> and <c>shall have at most</c> also each region and site declared directly in it, on whatever
    /// days, in the order declared.</summary>
    private static IEnumerable<Place?> PlacesOf(Agreement agreement, Instance instance) => instance.Clause.Duty is not Restraint
        ? [instance.Place]
        : [instance.Place, .. agreement.Places.Where(place => place is Region or Site
            && agreement.Containments.Any(each => each.Outer.Name == instance.Place!.Name && each.Inner.Name == place.Name))];
}
