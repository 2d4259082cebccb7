using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>What a state is asked of: things a noun names, at a place, held by a party (or by anybody).</summary>
sealed record Asked(Noun Noun, Place In, Party? Holder);

/// <summary>The place of use that a dispute on a state may be bound to.</summary>
readonly record struct Use(string ClauseId, ClauseSlot Slot);

/// <summary>§7: states of lots.</summary>
sealed class States(Agreement agreement, Acceptance acceptance, Facts facts, Nouns nouns, Places places)
{
    /// <summary>Whether some thing asked about is in the state that day.</summary>
    public Truth Some(State state, Asked asked, Use use, int day) =>
        Truth.Any(facts.Lots.Select(lot => Of(lot, state, asked, use, day)));

    /// <summary>Whether the lot is in the state that day, as far as it is what is asked about.</summary>
    public Truth Of(IReadOnlyList<Fact> lot, State state, Asked asked, Use use, int day) => Of(lot, new StateIs(state), asked, use, day);

    /// <summary>What a state can stand for at a place of use: one expression per reading that the view does not rule out. Null
    /// stands for the primitive itself.</summary>
    public IReadOnlyList<StateExpression?> MeaningsOf(State state, Use use) => DisputeOn(state, use) is { } dispute
        ? [.. acceptance.ReadingsOf(dispute).Select(reading => reading.Meaning is StateMeaning meaning ? meaning.Expression : state.Means)]
        : [state.Means];

    /// <summary>The dispute on the state for this place of use, else the one on it everywhere, else null.</summary>
    public Dispute? DisputeOn(State state, Use use) =>
        agreement.Disputes.FirstOrDefault(each =>
            each.Target is OnState target && target.State == state.Name && target.ClauseId == use.ClauseId && target.Slot == use.Slot)
        ?? agreement.Disputes.FirstOrDefault(each => each.Target is OnState { ClauseId: null } target && target.State == state.Name);

    /// <param name="asked">Null inside a <c>not</c>: the lot as it is, whatever it is called, wherever it is, whoever holds it.</param>
    private Truth Of(IReadOnlyList<Fact> lot, StateExpression expression, Asked? asked, Use use, int day) => expression switch
    {
        StateIs { State: var state } => Truth.Together(MeaningsOf(state, use).Select(meaning =>
            meaning is null ? Primitive(lot, state, asked, day) : Of(lot, meaning, asked, use, day))),
        StateNot not => !Of(lot, not.Part, null, use, day),
        AllStates all => Truth.All(all.Parts.Select(part => Of(lot, part, asked, use, day))),
        AnyState any => Truth.Any(any.Parts.Select(part => Of(lot, part, asked, use, day))),
        RunningState running => Truth.All(Running(day, running.Days).Select(each => Of(lot, running.Part, asked, use, each))),
        _ => throw new UnreachableException(expression.ToString()),
    };

    /// <summary>The last so many days up to this one.</summary>
    public static IEnumerable<int> Running(int day, int days) => Enumerable.Range(day - days + 1, days);

    private Truth Primitive(IReadOnlyList<Fact> lot, State state, Asked? asked, int day) => Truth.Any(
        from fact in lot
        where fact.State.Name == state.Name
        select asked is null ? facts.Holds(fact, day) : facts.Holds(fact, day) & IsAsked(fact, asked, day));

    /// <summary>Whether the fact is of what is asked about that day.</summary>
    public Truth IsAsked(Fact fact, Asked asked, int day) =>
        nouns.Match(fact.Thing, asked.Noun, day)
            & places.Inside(fact.Statement, fact.In, asked.In, day)
            & (asked.Holder is { } holder ? nouns.Has(holder, fact.Thing, day) : Truth.Proved);
}
