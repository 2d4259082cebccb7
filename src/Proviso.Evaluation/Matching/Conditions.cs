using System.Collections.Immutable;
using Proviso.Evaluation.Reports;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Matching;

/// <summary>What a clause's variables stand for in one instance.</summary>
/// <param name="Bound">The party that <c>a party</c> bound and <c>that party</c> names.</param>
/// <param name="Other">The one <c>each other party</c> stands for.</param>
internal sealed record Bindings(Place? Place, Party? Variable, Party? Bound, Party? Other)
{
    /// <summary>The place a reference names here.</summary>
    public Place PlaceOf(PlaceReference reference) => reference switch
    {
        FixedPlace place => place.Place,
        VariablePlace => Place ?? throw new System.Diagnostics.UnreachableException("a place variable without a place"),
        _ => throw new System.Diagnostics.UnreachableException(reference.GetType().Name),
    };

    /// <summary>The party a reference names here, or null for <c>a party</c>.</summary>
    public Party? PartyOf(PartyReference reference) => reference switch
    {
        FixedParty party => party.Party,
        VariableParty => Variable,
        SameParty => Bound,
        EachOtherParty => Other,
        AnyParty => null,
        _ => throw new System.Diagnostics.UnreachableException(reference.GetType().Name),
    };
}

/// <summary>Conditions on a day (docs/semantics.md §8), except those on another clause's breach, which only the sweep of clause
/// instances can answer.</summary>
internal sealed class Conditions(
    Agreement agreement, ViewMasks masks, Facts facts, Nouns nouns, Places places, States states, int horizon)
{
    private readonly ViewSets sets = masks.Sets;

    /// <summary>True when the condition, or a part of it, asks whether a clause is broken.</summary>
    public static bool ReadsBreaches(Condition condition) => condition switch
    {
        ClauseBroken => true,
        NotCondition not => ReadsBreaches(not.Part),
        AllConditions all => all.Parts.Any(ReadsBreaches),
        AnyCondition any => any.Parts.Any(ReadsBreaches),
        _ => false,
    };

    /// <summary>Those parts of an <c>or</c> that read no breaches; null when there are none.</summary>
    public static Condition? WithoutBreaches(Condition condition) => condition switch
    {
        AnyCondition any when ReadsBreaches(any) =>
            any.Parts.Select(WithoutBreaches).OfType<Condition>().ToImmutableArray() is { IsEmpty: false } parts ? new AnyCondition(parts) : null,
        _ => ReadsBreaches(condition) ? null : condition,
    };

    /// <summary>The condition day by day. Requires that it reads no breaches.</summary>
    public Line Of(Condition condition, Bindings bindings, UseSite site) => condition switch
    {
        NounIs noun => states.Some(noun.State, Filter(noun, bindings), site).Running(sets, noun.RunningDays ?? 1),
        Happens happens => AnyOf(happens.Pattern, bindings),
        NotCondition not => Of(not.Part, bindings, site).Not(sets),
        AllConditions all => Line.All(sets, all.Parts.Select(p => Of(p, bindings, site))),
        AnyCondition any => Line.Any(sets, [.. any.Parts.Select(p => Of(p, bindings, site))]),
        _ => throw new System.Diagnostics.UnreachableException(condition.GetType().Name),
    };

    /// <summary>From which day on the condition has been met since <paramref name="surelyFrom"/> (proved) or <paramref name="possiblyFrom"/>
    /// (not refuted); <see cref="int.MaxValue"/> for never. Requires that it reads no breaches.</summary>
    public Line MetBy(Condition condition, Bindings bindings, UseSite site, bool newly, int surelyFrom, int possiblyFrom)
    {
        var daily = Of(condition, bindings, site);
        if (newly)
        {
            daily = Newly(daily);
        }

        var possibly = Since(daily, possiblyFrom);
        var surely = newly || surelyFrom == int.MaxValue
            ? Since(daily, surelyFrom)
            : SurelyMetReadingByReading(condition, bindings, site, surelyFrom);
        return Line.Merge(surely, possibly, static (lo, _) => lo, static (_, hi) => hi);
    }

    /// <summary>In each view, met under every combination of readings it leaves open.</summary>
    private Line SurelyMetReadingByReading(Condition condition, Bindings bindings, UseSite site, int from)
    {
        var disputes = Disputes(condition, site).DistinctBy(d => d.Name).ToList();
        var met = Line.Constant(sets.All, sets.All);
        foreach (var supposed in Combinations(disputes))
        {
            var views = supposed.Aggregate(sets.All, (all, reading) => sets.And(
                all,
                sets.Or(masks.Open(reading.Dispute), masks.Choosing(reading.Dispute, reading.Reading))));
            if (views == ViewSets.None)
            {
                continue;
            }

            var there = site with { Supposed = supposed.ToImmutableSortedDictionary(r => r.Dispute.Name, r => r.Reading.Name, StringComparer.Ordinal) };
            var daily = Of(condition, bindings, there).SoFar(sets, from);
            var line = Line.Or(sets, daily, SurelyMet(condition, bindings, there, from));
            var others = sets.Not(views);
            met = Line.And(sets, met, Line.Or(sets, line, Line.Constant(others, others)));
        }

        return met;
    }

    private IEnumerable<Dispute> Disputes(Condition condition, UseSite site) => condition switch
    {
        NounIs noun => states.Disputes(new StateIs(noun.State), site),
        NotCondition not => Disputes(not.Part, site),
        AllConditions all => all.Parts.SelectMany(p => Disputes(p, site)),
        AnyCondition any => any.Parts.SelectMany(p => Disputes(p, site)),
        _ => [],
    };

    private static IEnumerable<ImmutableArray<(Dispute Dispute, Reading Reading)>> Combinations(IEnumerable<Dispute> disputes) =>
        disputes.Aggregate(
            (IEnumerable<ImmutableArray<(Dispute, Reading)>>)[[]],
            (soFar, dispute) => [.. soFar.SelectMany(c => dispute.Readings.Select(r => c.Add((dispute, r))))]);

    private Line Since(Line daily, int from) =>
        from == int.MaxValue ? Line.Constant(ViewSets.None, ViewSets.None) : daily.SoFar(sets, from);

    /// <summary>Sets in: holds, and did not the day before.</summary>
    public Line Newly(Line daily) => Line.And(sets, daily, daily.Later(1).Not(sets));

    private Line SurelyMet(Condition condition, Bindings bindings, UseSite site, int from)
    {
        switch (condition)
        {
            case NounIs noun:
                return states.SurelyMet(new StateIs(noun.State), Filter(noun, bindings), site, noun.RunningDays ?? 1, from);
            case Happens happens:
                return AnyPlaced(happens.Pattern, bindings, from);
            case AnyCondition any:
                return Line.Any(sets, [.. any.Parts.Select(p => SurelyMet(p, bindings, site, from))]);
            default:
                return Line.Constant(ViewSets.None, ViewSets.None);
        }
    }

    /// <summary>The groups of events received of which some may be what the pattern says, with the days and views in which they are.</summary>
    public IEnumerable<(EventGroup Group, Line Matches)> Matching(EventPattern pattern, Bindings bindings)
    {
        facts.Reads?.Add(pattern, bindings);
        return facts.Events.Where(group => !group.Shape.NotReceived && group.Shape.Event.Name == pattern.Event.Name)
            .Select(group => (group, Matches(group.Shape, group.Taken, pattern, bindings))).Where(each => !each.Item2.IsNever);
    }

    /// <summary>Some report shows such an event.</summary>
    private Line AnyOf(EventPattern pattern, Bindings bindings)
    {
        var matching = Matching(pattern, bindings).ToList();
        var first = DayBefore(matching);
        var (surely, possibly) = (new DayCounts(sets, first, horizon + 1), new DayCounts(sets, first, horizon + 1));
        foreach (var (group, matches) in matching)
        {
            var dated = sets.Not(group.Taken.DateQuestioned);
            var (accepted, held, undated) = (sets.And(group.Taken.AcceptedIn, dated), sets.And(group.Taken.HeldIn, dated), sets.Except(group.Taken.HeldIn, dated));
            for (var day = int.MinValue; day != int.MaxValue; day = matches.NextChange(day))
            {
                var (lo, hi, next) = (matches.LoAt(day), matches.HiAt(day), matches.NextChange(day));
                foreach (var row in group.Rows.Span)
                {
                    var (from, before) = (Math.Max(row.First, day), Math.Min(Math.Min(row.Last, horizon) + 1, next));
                    surely.Add(row.First == row.Last ? sets.And(accepted, lo) : ViewSets.None, from, before);
                    possibly.Add(sets.And(held, hi), from, before);
                }

                possibly.Add(sets.And(undated, hi), day, Math.Min(horizon + 1, next));
            }
        }

        return Line.Between(surely.Any(), possibly.Any());
    }

    private int DayBefore(List<(EventGroup Group, Line Matches)> matching)
    {
        var first = horizon;
        foreach (var (group, matches) in matching)
        {
            foreach (var row in group.Rows.Span)
            {
                first = Math.Min(first, row.First);
            }

            first = Math.Min(first, matches.NextChange(int.MinValue));
        }

        return first - 1;
    }

    private Line AnyPlaced(EventPattern pattern, Bindings bindings, int from)
    {
        var matching = Matching(pattern, bindings).ToList();
        var met = new DayCounts(sets, DayBefore(matching), horizon + 1);
        foreach (var (group, matches) in matching)
        {
            var views = sets.Except(group.Taken.AcceptedIn, group.Taken.DateQuestioned);
            foreach (var row in group.Rows.Span)
            {
                if (from <= row.First && row.Last <= horizon)
                {
                    met.Add(sets.And(views, SurelyThroughout(matches, row.First, row.Last)), row.Last, int.MaxValue);
                }
            }
        }

        return met.Any();
    }

    /// <summary>Views in which the line is proved on every day from first to last, both included.</summary>
    public int SurelyThroughout(Line line, int first, int last)
    {
        var views = sets.All;
        for (var day = first; day <= last; day = line.NextChange(day))
        {
            views = sets.And(views, line.LoAt(day));
            if (line.NextChange(day) == int.MaxValue)
            {
                break;
            }
        }

        return views;
    }

    /// <summary>Views in which the line is not refuted on some day from first to last, both included.</summary>
    public int PossiblyWithin(Line line, int first, int last)
    {
        var views = ViewSets.None;
        for (var day = first; day <= last; day = line.NextChange(day))
        {
            views = sets.Or(views, line.HiAt(day));
            if (line.NextChange(day) == int.MaxValue)
            {
                break;
            }
        }

        return views;
    }

    /// <summary>First and last day of an event's window.</summary>
    public (int First, int Last) DaysOf(EventFact fact) =>
        (agreement.Clock.DayOf(fact.Content.When.Earliest), agreement.Clock.DayOf(fact.Content.When.Latest));

    /// <summary>The days of an event.</summary>
    public Line OnItsDays(EventFact fact)
    {
        var (first, last) = DaysOf(fact);
        var dated = sets.Not(fact.Taken.DateQuestioned);
        var (accepted, held) = (sets.And(fact.Taken.AcceptedIn, dated), sets.And(fact.Taken.HeldIn, dated));
        var undated = sets.Except(fact.Taken.HeldIn, dated);
        var range = new DayRange(first, Math.Min(last, horizon) + 1);
        return Line.Or(
            sets,
            Line.On(range, first == last ? accepted : ViewSets.None, held),
            Line.On(new DayRange(int.MinValue, horizon + 1), ViewSets.None, undated));
    }

    /// <summary>Whether the event is what the pattern says; what the report leaves out cannot be told.</summary>
    public Line Matches(EventFact fact, EventPattern pattern, Bindings bindings)
    {
        var said = fact.Content;
        return Matches(new EventShape(said.NotReceived, said.Event, said.By, said.To, said.Of, said.In, 0), fact.Taken, pattern, bindings);
    }

    /// <summary>Whether events of a shape, taken so, are what the pattern says.</summary>
    public Line Matches(EventShape content, Acceptance taken, EventPattern pattern, Bindings bindings)
    {
        if (content.Event.Name != pattern.Event.Name)
        {
            return Line.Constant(ViewSets.None, ViewSets.None);
        }

        var line = MatchParty(content.By, pattern.By, bindings);
        line = Line.And(sets, line, MatchParty(content.To, pattern.To, bindings));
        if (pattern.Of is { } noun)
        {
            line = Line.And(sets, line, content.Of is null ? Untold : nouns.Match(content.Of, taken, noun));
        }

        if (pattern.In is { } place)
        {
            line = Line.And(sets, line, content.In is null ? Untold : places.Inside(content.In, bindings.PlaceOf(place))
                .Map((lo, hi) => (sets.Except(lo, taken.PlaceQuestioned), sets.Or(hi, taken.PlaceQuestioned))));
        }

        return line;
    }

    private Line Untold => Line.Constant(ViewSets.None, sets.All);

    private Line MatchParty(Party? found, PartyReference? wanted, Bindings bindings)
    {
        if (wanted is null)
        {
            return Line.Constant(sets.All, sets.All);
        }

        if (found is null)
        {
            return Untold;
        }

        if (bindings.PartyOf(wanted) is { } party)
        {
            return nouns.IsPartyOrMember(found, party);
        }

        var between = agreement.Between.Any(p => p.Name == found.Name) ? sets.All : ViewSets.None;
        return Line.Constant(between, between);
    }

    private static LotFilter Filter(NounIs noun, Bindings bindings) => new(noun.Noun, bindings.PlaceOf(noun.In), null);
}
