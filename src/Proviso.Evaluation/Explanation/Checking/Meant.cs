using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation.Checking;

/// <summary>A clause instance: whom and which place its words mean (docs/semantics.md §9).</summary>
/// <param name="Place">The element's place, or the act's fixed place.</param>
/// <param name="Variable">The party of <c>for each party</c>.</param>
/// <param name="Bound">The one <c>a party</c> bound, whom <c>that party</c> names.</param>
/// <param name="Other">The one <c>each other party</c> stands for.</param>
internal sealed record Meant(Clause Clause, Party Party, Party? Addressee, Place? Place, Party? Variable, Party? Bound, Party? Other)
{
    /// <summary>All instances of a clause.</summary>
    public static IEnumerable<Meant> Of(Clause clause, Agreement agreement)
    {
        var act = (clause.Duty as ShallDo)?.Act ?? (clause.Duty as MayDo)?.Act;
        var fixedPlace = (clause.Duty switch
        {
            Restraint have => have.In,
            MayHave have => have.In,
            _ => act?.In,
        } as FixedPlace)?.Place;
        IEnumerable<(Place? Place, Party? Party)> elements = clause.ForEach is not { } each ? [(fixedPlace, null)]
            : each.Places.IsEmpty ? each.Parties.Select(p => (fixedPlace, (Party?)p))
            : each.Places.Select(p => ((Place?)p, (Party?)null));
        return
            from element in elements
            from party in clause.Actor switch
            {
                NamedActor named => [named.Party],
                VariableActor when element.Party is { } variable => [variable],
                _ => agreement.Between,
            }
            from meant in WithAddressees(new(clause, party, null, element.Place, element.Party, clause.Actor is ThatParty ? party : null, null), act, agreement)
            select meant;
    }

    /// <summary>The place a reference means.</summary>
    public Place PlaceOf(PlaceReference reference) => reference is FixedPlace place ? place.Place
        : Place ?? throw new UnreachableException("a place variable without a place");

    /// <summary>The party a reference means; null for any party to the agreement.</summary>
    public Party? PartyOf(PartyReference reference) => reference switch
    {
        FixedParty party => party.Party,
        VariableParty => Variable,
        SameParty => Bound,
        EachOtherParty => Other,
        AnyParty => null,
        _ => throw new UnreachableException(reference.GetType().Name),
    };

    /// <summary>The rows of the instance: its own place and, for a prohibition, each declared to lie directly in it.</summary>
    public IEnumerable<Row> Rows(Agreement agreement)
    {
        var inner = Clause.Duty is Restraint && Place is { } own
            ? agreement.Places.Where(p => agreement.Containments.Any(c => c.Outer.Name == own.Name && c.Inner.Name == p.Name))
            : [];
        return inner.Prepend(Place).Select(p => new Row(Clause, Party, Addressee, Place, p));
    }

    private static IEnumerable<Meant> WithAddressees(Meant meant, EventPattern? act, Agreement agreement)
    {
        var others = agreement.Between.Where(p => p.Name != meant.Party.Name);
        if (meant.Clause.Offer is { } offer)
        {
            return offer.To.Select(to => meant with { Addressee = to });
        }

        return act?.To switch
        {
            FixedParty to => [meant with { Addressee = to.Party }],
            VariableParty => [meant with { Addressee = meant.Variable }],
            EachOtherParty => others.Select(o => meant with { Addressee = o, Other = o }),
            SameParty when meant.Bound is null => others.Select(o => meant with { Addressee = o, Bound = o }),
            _ => [meant],
        };
    }
}
