using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>One instance of a clause: for an element of its <c>for each</c>, one who owes it, and for an offer one it is
/// offered to.</summary>
/// <param name="elementParty">The element of a <c>for each party</c>.</param>
/// <param name="offeredTo">Null when the clause is not an offer.</param>
/// <param name="place">The element, or the act's fixed place, or null.</param>
/// <remarks>Equal only to itself.</remarks>
sealed class Instance(Clause clause, Place? elementPlace, Party? elementParty, Party party, Party? offeredTo, Place? place)
{
    public Clause Clause => clause;

    public Place? ElementPlace => elementPlace;

    public Party? ElementParty => elementParty;

    public Party Party => party;

    public Party? OfferedTo => offeredTo;

    public Place? Place => place;

    public Place Resolve(PlaceReference reference) => reference switch
    {
        FixedPlace place => place.Place,
        VariablePlace => ElementPlace!,
        _ => throw new UnreachableException(reference.ToString()),
    };
}

/// <summary>§8: conditions on a day.</summary>
/// <param name="isBroken">Whether a breach of a row of a clause was under way on a day (§10).</param>
sealed class Conditions(
    Agreement agreement,
    Statements statements,
    Acceptance acceptance,
    Nouns nouns,
    Places places,
    States states,
    Func<ClauseBroken, Instance, int, Truth> isBroken)
{
    private readonly Dictionary<(Condition, Instance, ClauseSlot, int), Truth> known = new(new ByReference());
    private readonly Dictionary<Window, DaySpan> days = [];
    private List<Statement>? events;

    public Truth On(Condition condition, Instance instance, ClauseSlot slot, int day)
    {
        var key = (condition, instance, slot, day);
        if (!known.TryGetValue(key, out var answer))
        {
            answer = known[key] = Judge(condition, instance, slot, day);
        }

        return answer;
    }

    private Truth Judge(Condition condition, Instance instance, ClauseSlot slot, int day) => condition switch
    {
        NounIs noun => Truth.All(States.Running(day, noun.RunningDays ?? 1).Select(each =>
            states.Some(noun.State, AskedBy(noun, instance), new(instance.Clause.Id, slot), each))),
        Happens happens => Truth.Any(Events().Select(each =>
            acceptance.Of(each) & IsOn(each, day) & Fits(each, happens.Pattern, instance, day))),
        ClauseBroken broken => isBroken(broken, instance, day - 1),
        NotCondition not => !On(not.Part, instance, slot, day),
        AllConditions all => Truth.All(all.Parts.Select(part => On(part, instance, slot, day))),
        AnyCondition any => Truth.Any(any.Parts.Select(part => On(part, instance, slot, day))),
        _ => throw new UnreachableException(condition.ToString()),
    };

    public static Asked AskedBy(NounIs noun, Instance instance) => new(noun.Noun, instance.Resolve(noun.In), null);

    /// <summary>Events on file, accepted or not; "not received" is none.</summary>
    public IReadOnlyList<Statement> Events() => events ??= [.. statements.All.Where(each => each.Content is EventReport { NotReceived: false })];

    /// <summary>The first and the last day an event can be on. Its date in question: any day.</summary>
    public DaySpan DaysOf(Statement statement) => acceptance.DateInQuestion(statement)
        ? new(int.MinValue, int.MaxValue)
        : DaysOf(((EventReport)statement.Content).When);

    public DaySpan DaysOf(Window window)
    {
        if (!days.TryGetValue(window, out var answer))
        {
            answer = days[window] = new(agreement.Clock.DayOf(window.Earliest), agreement.Clock.DayOf(window.Latest));
        }

        return answer;
    }

    /// <summary>Whether an event fits a pattern, were it on this day.</summary>
    public Truth Fits(Statement statement, EventPattern pattern, Instance instance, int day)
    {
        var happened = (EventReport)statement.Content;
        return Truth.Of(happened.Event.Name == pattern.Event.Name)
            & Fits(happened.By, pattern.By, instance, day)
            & Fits(happened.To, pattern.To, instance, day)
            & (pattern.Of is not { } noun ? Truth.Proved
                : happened.Of is { } subject ? nouns.Match(new(statement, subject), noun, day) : Truth.Open)
            & (pattern.In is not { } place ? Truth.Proved
                : happened.In is { } at ? places.Inside(statement, at, instance.Resolve(place), day) : Truth.Open);
    }

    private Truth Fits(Party? party, PartyReference? wanted, Instance instance, int day)
    {
        if (wanted is null)
        {
            return Truth.Proved;
        }

        if (party is null)
        {
            return Truth.Open;
        }

        return Truth.Of(wanted switch
        {
            FixedParty one => Values.IsOrIsMember(party, one.Party, day),
            VariableParty => Values.IsOrIsMember(party, instance.ElementParty!, day),
            SameParty => Values.IsOrIsMember(party, instance.Party, day),
            AnyParty => agreement.Between.Any(each => each.Name == party.Name),
            EachOtherParty => agreement.Between.Any(each => each.Name == party.Name && each.Name != instance.Party.Name),
            _ => throw new UnreachableException(wanted.ToString()),
        });
    }

    private Truth IsOn(Statement statement, int day)
    {
        var days = DaysOf(statement);
        return new(days.First == day && days.Last == day, days.Has(day));
    }

    private sealed class ByReference : IEqualityComparer<(Condition, Instance, ClauseSlot, int)>
    {
        public bool Equals((Condition, Instance, ClauseSlot, int) x, (Condition, Instance, ClauseSlot, int) y) =>
            ReferenceEquals(x.Item1, y.Item1) && ReferenceEquals(x.Item2, y.Item2) && x.Item3 == y.Item3 && x.Item4 == y.Item4;

        public int GetHashCode((Condition, Instance, ClauseSlot, int) key) => HashCode.Combine(
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Item1),
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Item2),
            key.Item3,
            key.Item4);
    }
}
