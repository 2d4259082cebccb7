using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation.Checking;

/// <summary>Conditions on a day (docs/semantics.md §8), and from when they have surely been met by one report alone (§9).</summary>
/// <param name="brokenBefore">Whether a breach was under way at the end of the day before.</param>
internal sealed class Circumstances(Page page, Things things, Whereabouts whereabouts, Lots lots, Func<ClauseBroken, Meant, int, Truth> brokenBefore)
{
    private readonly Dictionary<NounIs, Dictionary<(string Place, ClauseSlot Slot), SomeThingIs>> questions = new(ReferenceEqualityComparer.Instance);

    /// <summary>True when the condition, or a part of it, asks whether a clause is broken.</summary>
    public static bool AsksForBreach(Condition condition) => condition switch
    {
        ClauseBroken => true,
        NotCondition not => AsksForBreach(not.Part),
        AllConditions all => all.Parts.Any(AsksForBreach),
        AnyCondition any => any.Parts.Any(AsksForBreach),
        _ => false,
    };

    /// <summary>The question a condition on a thing puts for an instance.</summary>
    public SomeThingIs Question(NounIs noun, Meant meant, ClauseSlot slot)
    {
        var place = meant.PlaceOf(noun.In);
        if (!questions.TryGetValue(noun, out var ofPlaces))
        {
            questions[noun] = ofPlaces = [];
        }

        if (!ofPlaces.TryGetValue((place.Name, slot), out var question))
        {
            ofPlaces[(place.Name, slot)] = question = lots.Same(new(noun.Noun, noun.State, place, null, slot));
        }

        return question;
    }

    /// <summary>Whether the condition holds on the day.</summary>
    public Truth Holds(Condition condition, Meant meant, Asked asked, int day)
    {
        switch (condition)
        {
            case NounIs noun:
                var question = Question(noun, meant, asked.Slot);
                return Truth.All(Enumerable.Range(0, noun.RunningDays ?? 1).Select(back => lots.Some(question, asked, day - back)));
            case Happens happens:
                return Truth.Any(page.Taken.Select(t => HappenedOn(t, day) is { Hi: true } on ? Cited(on & Matches(t, happens.Pattern, meant, day), t, asked) : Truth.No));
            case ClauseBroken broken:
                return brokenBefore(broken, meant, day);
            case NotCondition not:
                return !Holds(not.Part, meant, asked with { Cited = null }, day);
            case AllConditions all:
                return Truth.All(all.Parts.Select(p => Holds(p, meant, asked, day)));
            case AnyCondition any:
                return Truth.Any(any.Parts.Select(p => Holds(p, meant, asked, day)));
            default:
                throw new UnreachableException(condition.GetType().Name);
        }
    }

    /// <summary>Whether the event of the report is of the day; refuted for what is no event.</summary>
    public Truth HappenedOn(Taken taken, int day)
    {
        if (taken.Content is not EventReport { NotReceived: false } happening || day > page.Horizon)
        {
            return Truth.No;
        }

        var (first, last) = (page.DayOf(happening.When.Earliest), page.DayOf(happening.When.Latest));
        return taken.DateOpen ? Truth.Open : new(taken.Accepted && first == day && last == day, first <= day && day <= last);
    }

    /// <summary>Whether the event of the report is what the pattern says; requires an event report.</summary>
    public Truth Matches(Taken taken, EventPattern pattern, Meant meant, int day)
    {
        var happening = (EventReport)taken.Content;
        if (happening.Event.Name != pattern.Event.Name)
        {
            return Truth.No;
        }

        return IsMeant(happening.By, pattern.By, meant, day) & IsMeant(happening.To, pattern.To, meant, day)
            & (pattern.Of is not { } noun ? Truth.Yes : happening.Of is { } subject ? things.Is(subject, taken, noun, day) : Truth.Open)
            & (pattern.In is not { } place ? Truth.Yes
                : happening.In is not { } where || taken.PlaceOpen ? Truth.Open
                : whereabouts.IsInside(where, meant.PlaceOf(place), day));
    }

    /// <summary>Every combination of the readings, reckoned with by the view, of the disputes on states that the condition speaks of.</summary>
    public IEnumerable<ImmutableDictionary<string, Reading>> Suppositions(Condition condition, Asked asked) => Disputes(condition, asked).DistinctBy(d => d.Name).Aggregate(
        (IEnumerable<ImmutableDictionary<string, Reading>>)[ImmutableDictionary<string, Reading>.Empty],
        (soFar, dispute) => [.. soFar.SelectMany(s => page.Readings(dispute).Select(r => s.SetItem(dispute.Name, r)))]);

    /// <summary>The disputes on states that the condition speaks of.</summary>
    public IEnumerable<Dispute> Disputes(Condition condition, Asked asked) => condition switch
    {
        NounIs noun => Disputes(new StateIs(noun.State), asked),
        NotCondition not => Disputes(not.Part, asked),
        AllConditions all => all.Parts.SelectMany(p => Disputes(p, asked)),
        AnyCondition any => any.Parts.SelectMany(p => Disputes(p, asked)),
        _ => [],
    };

    /// <summary>The disputes on states that the expression speaks of, through every reading.</summary>
    public IEnumerable<Dispute> Disputes(StateExpression expression, Asked asked) => expression switch
    {
        StateIs { State: var state } when lots.DisputeOn(state, asked) is { } dispute => dispute.Readings
            .Select(r => r.Meaning is StateMeaning means ? means.Expression : state.Means).OfType<StateExpression>()
            .SelectMany(m => Disputes(m, asked)).Prepend(dispute),
        StateIs { State.Means: { } means } => Disputes(means, asked),
        StateNot not => Disputes(not.Part, asked),
        AllStates all => all.Parts.SelectMany(p => Disputes(p, asked)),
        AnyState any => any.Parts.SelectMany(p => Disputes(p, asked)),
        RunningState running => Disputes(running.Part, asked),
        _ => [],
    };

    /// <summary>The day by which one report alone shows the condition met since <paramref name="from"/>, wherever in its dates it falls
    /// (the latest placement); <see cref="int.MaxValue"/> when none does.</summary>
    public int MetWhereverItFalls(Condition condition, Meant meant, Asked asked, int from) => condition switch
    {
        NounIs noun => Placed(new StateIs(noun.State), Question(noun, meant, asked.Slot), asked, noun.RunningDays ?? 1, from),
        Happens happens => page.Taken.Select(t => Placed(t, happens.Pattern, meant, asked, from)).Append(int.MaxValue).Min(),
        AnyCondition any => any.Parts.Min(p => MetWhereverItFalls(p, meant, asked, from)),
        _ => int.MaxValue,
    };

    private int Placed(StateExpression expression, SomeThingIs question, Asked asked, int running, int from) => expression switch
    {
        StateIs { State: var state } when lots.DisputeOn(state, asked) is not null => lots.Meanings(state, asked)
            .Max(m => m is null ? Placed(state, question, asked, running, from) : Placed(m, question, asked, running, from)),
        StateIs { State.Means: { } means } => Placed(means, question, asked, running, from),
        StateIs { State: var state } => Placed(state, question, asked, running, from),
        AnyState any => any.Parts.Min(p => Placed(p, question, asked, running, from)),
        RunningState { Part: var part, Days: var days } when running == 1 => Placed(part, question, asked, days, from),
        _ => int.MaxValue,
    };

    private int Placed(State state, SomeThingIs question, Asked asked, int running, int from) => lots.Facts
        .Where(f => f.Content.State.Name == state.Name && !f.IsGap && f.Taken.Accepted && !f.Taken.DateOpen && asked.Cited?.Contains(f.Taken.Name) != false)
        .Select(f => Placed(f, question, running, from)).Append(int.MaxValue).Min();

    private int Placed(Fact fact, SomeThingIs question, int running, int from)
    {
        var (startLast, endFirst) = lots.SureDays(fact);
        var (startFirst, endLast) = lots.PossibleDays(fact);
        var last = Math.Min(endLast, page.Horizon);
        var met = Math.Max(from, startLast + running - 1);
        var touched = Math.Max(endFirst - startLast + 1, (fact.When.LeastMinutes + 1439) / 1440);
        var suffices = met <= page.Horizon && touched >= running && (endFirst >= from || startFirst + running - 1 >= from)
            && page.Turns(running > 1 ? startFirst : Math.Max(startFirst, from), last).All(d => lots.Fits(fact, question, d).Lo)
            && page.Turns(startFirst, last).Concat(lots.AbsencesFrom(startFirst, last)).All(d => !lots.IsContradicted(fact, d));
        return suffices ? met : int.MaxValue;
    }

    private int Placed(Taken taken, EventPattern pattern, Meant meant, Asked asked, int from)
    {
        if (taken is not { Accepted: true, DateOpen: false, Content: EventReport { NotReceived: false } happening } || asked.Cited?.Contains(taken.Name) == false)
        {
            return int.MaxValue;
        }

        var (first, last) = (page.DayOf(happening.When.Earliest), page.DayOf(happening.When.Latest));
        return from <= first && last <= page.Horizon && page.Turns(first, last).All(d => Matches(taken, pattern, meant, d).Lo) ? last : int.MaxValue;
    }

    private static Truth Cited(Truth shown, Taken taken, Asked asked) => asked.Cited?.Contains(taken.Name) == false ? Truth.No : shown;

    private Truth IsMeant(Party? named, PartyReference? wanted, Meant meant, int day) => wanted is null ? Truth.Yes
        : named is null ? Truth.Open
        : meant.PartyOf(wanted) is { } party ? Things.CountsFor(named, party, day)
        : Truth.Of(page.Agreement.Between.Any(p => p.Name == named.Name));
}
