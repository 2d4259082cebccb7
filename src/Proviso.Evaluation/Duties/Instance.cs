using System.Collections.Immutable;
using Proviso.Evaluation.Matching;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Duties;

/// <summary>One instance of a clause: for one element, one who owes it, and one it is offered or owed to (docs/semantics.md §9).</summary>
internal sealed class Instance
{
    private Instance(Clause clause, Party party, Party? addressee, Bindings bindings, Agreement agreement)
    {
        Clause = clause;
        Party = party;
        Addressee = addressee;
        Bindings = bindings;
        Rows = [.. RowsOf(agreement)];
    }

    /// <summary>The clause.</summary>
    public Clause Clause { get; }

    /// <summary>Who owes it or holds the right.</summary>
    public Party Party { get; }

    /// <summary>The one it is offered or owed to, or null.</summary>
    public Party? Addressee { get; }

    /// <summary>The one its act is <c>to</c>, or null; for an offered clause that may be another than its addressee.</summary>
    public Party? Recipient => Clause.Offer is null ? Addressee : Act(Clause.Duty)?.To switch
    {
        FixedParty to => to.Party,
        SameParty => Bindings.Bound,
        VariableParty => Bindings.Variable,
        EachOtherParty => Addressee,
        _ => null,
    };

    /// <summary>What its variables stand for.</summary>
    public Bindings Bindings { get; }

    /// <summary>Its rows: its own place, then for a prohibition each place declared directly in it.</summary>
    public ImmutableArray<Row> Rows { get; }

    /// <summary>The element's place, or the act's fixed place, or null.</summary>
    public Place? Place => Bindings.Place;

    /// <summary>All instances of a clause, by element, then party, then addressee.</summary>
    public static IEnumerable<Instance> Of(Clause clause, Agreement agreement)
    {
        ImmutableArray<(Place? Place, Party? Variable)> elements = clause.ForEach switch
        {
            null => [(FixedPlace(clause.Duty), null)],
            { Places: { IsEmpty: false } places } => [.. places.Select(p => ((Place?)p, (Party?)null))],
            { Parties: var parties } => [.. parties.Select(p => (FixedPlace(clause.Duty), (Party?)p))],
        };
        foreach (var (place, variable) in elements)
        {
            foreach (var party in Actors(clause.Actor, variable, agreement))
            {
                foreach (var (addressee, bound, other) in Addressees(clause, party, variable, agreement))
                {
                    yield return new Instance(clause, party, addressee, new Bindings(place, variable, bound, other), agreement);
                }
            }
        }
    }

    private IEnumerable<Row> RowsOf(Agreement agreement)
    {
        yield return new Row(Clause, Party, Addressee, Place, Place);
        if (Clause.Duty is not Restraint || Place is null)
        {
            yield break;
        }

        foreach (var inner in agreement.Places)
        {
            if (agreement.Containments.Any(c => c.Outer.Name == Place.Name && c.Inner.Name == inner.Name))
            {
                yield return new Row(Clause, Party, Addressee, Place, inner);
            }
        }
    }

    private static IEnumerable<Party> Actors(Actor actor, Party? variable, Agreement agreement) => actor switch
    {
        NamedActor named => [named.Party],
        VariableActor => [variable ?? throw new System.Diagnostics.UnreachableException("a party variable without a party")],
        EachParty or ThatParty => agreement.Between,
        _ => throw new System.Diagnostics.UnreachableException(actor.GetType().Name),
    };

    private static IEnumerable<(Party? Addressee, Party? Bound, Party? Other)> Addressees(
        Clause clause, Party party, Party? variable, Agreement agreement)
    {
        var bound = clause.Actor is ThatParty ? party : null;
        if (clause.Offer is { } offer)
        {
            var isAddressed = Act(clause.Duty)?.To is SameParty && clause.Actor is not ThatParty;
            return offer.To.Select(to => ((Party?)to, isAddressed ? to : bound, (Party?)null));
        }

        var others = agreement.Between.Where(p => p.Name != party.Name);
        return Act(clause.Duty)?.To switch
        {
            FixedParty to => [(to.Party, bound, null)],
            EachOtherParty => others.Select(other => ((Party?)other, bound, (Party?)other)),
            SameParty when clause.Actor is not ThatParty => others.Select(other => ((Party?)other, (Party?)other, (Party?)null)),
            VariableParty => [(variable, bound, null)],
            _ => [(null, bound, null)],
        };
    }

    private static Place? FixedPlace(Duty duty) => duty switch
    {
        Restraint { In: FixedPlace place } => place.Place,
        MayHave { In: FixedPlace place } => place.Place,
        _ => Act(duty)?.In is FixedPlace place ? place.Place : null,
    };

    private static EventPattern? Act(Duty duty) => duty switch
    {
        ShallDo act => act.Act,
        MayDo act => act.Act,
        _ => null,
    };
}
