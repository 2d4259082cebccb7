using System.Collections.Immutable;
using Proviso.Evaluation.Reports;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Matching;

/// <summary>Where in a clause a state is named; a dispute may bind there and nowhere else.</summary>
/// <param name="Supposed">Readings (dispute name to reading name) supposed in every view, whatever it chooses; null for none.</param>
internal readonly record struct UseSite(
    string ClauseId, ClauseSlot Slot, ImmutableSortedDictionary<string, string>? Supposed = null);

/// <summary>What a lot must be to count: of the noun, in the place, and held by the party if one is asked.</summary>
internal sealed record LotFilter(Noun Noun, Place Place, Party? Holder);

/// <summary>The states of lots (docs/semantics.md §4 and §7), and when a condition on them is surely met wherever in its dates a
/// report falls (§9).</summary>
internal sealed class States
{
    private readonly ViewMasks masks;
    private readonly ViewSets sets;
    private readonly Facts facts;
    private readonly Nouns nouns;
    private readonly Places places;
    private readonly Clock clock;
    private readonly int horizon;
    private readonly ImmutableArray<ImmutableArray<StateFact>> lots;
    private readonly Dictionary<StateFact, FactDays> days = new(ReferenceEqualityComparer.Instance);

    public States(ViewMasks masks, Facts facts, Nouns nouns, Places places, Clock clock, int horizon)
    {
        this.masks = masks;
        sets = masks.Sets;
        this.facts = facts;
        this.nouns = nouns;
        this.places = places;
        this.clock = clock;
        this.horizon = horizon;
        lots = [.. facts.States.GroupBy(f => f.Lot).Select(lot => lot.ToImmutableArray())];
    }

    /// <summary>Some lot is in the state, as filtered.</summary>
    public Line Some(State state, LotFilter filter, UseSite site) =>
        Line.Any(sets, [.. PerLot(state, filter, site)]);

    /// <summary>The same, lot by lot; lots in a fixed order, so that two calls can be compared lot by lot.</summary>
    public IEnumerable<Line> PerLot(State state, LotFilter filter, UseSite site) =>
        lots.Select(lot => Whole(state, lot, filter, site));

    /// <summary>The state of a lot, in views for which some report of the lot is more than set aside: for the others there is no such lot.</summary>
    private Line Whole(State state, ImmutableArray<StateFact> lot, LotFilter filter, UseSite site) =>
        OfLot(new StateIs(state), lot, filter, site).In(sets, lot.Aggregate(ViewSets.None, (held, fact) => sets.Or(held, fact.Taken.HeldIn)));

    /// <summary>For each lot with anything to it: its state as filtered, and each of its reported facts with what it is as to the filter.</summary>
    public IEnumerable<(Line Line, ImmutableArray<Piece> Pieces)> Evidence(State state, LotFilter filter, UseSite site) =>
        lots.Select(lot => (
            Whole(state, lot, filter, site),
            lot.Select(f => new Piece(
                f,
                Days(f).Line,
                nouns.Match(f.Content.Subject, f.Taken, filter.Noun),
                InPlace(f, filter.Place),
                filter.Holder is null ? Line.Constant(sets.All, sets.All) : nouns.HeldBy(f.Content.Subject, f.Taken, filter.Holder))).ToImmutableArray()));

    /// <summary>A fact and the tests it takes to count, one by one.</summary>
    internal sealed record Piece(StateFact Fact, Line Dates, Line Noun, Line Place, Line Holder);

    private Line OfLot(StateExpression expression, ImmutableArray<StateFact> lot, LotFilter? filter, UseSite site)
    {
        return expression switch
        {
            StateIs { State: var state } => OfState(state),
            StateNot not => OfLot(not.Part, lot, null, site).Not(sets),
            AllStates all => Line.All(sets, all.Parts.Select(p => OfLot(p, lot, filter, site))),
            AnyState any => Line.Any(sets, [.. any.Parts.Select(p => OfLot(p, lot, filter, site))]),
            RunningState running => OfLot(running.Part, lot, filter, site).Running(sets, running.Days),
            _ => throw new System.Diagnostics.UnreachableException(expression.GetType().Name),
        };

        Line OfState(State state) => DisputeOn(state, site) is { } dispute
            ? Read(dispute, site, reading => reading.Meaning is StateMeaning means ? OfLot(means.Expression, lot, filter, site) : Declared(state))
            : Declared(state);

        Line Declared(State state) => state.Means is { } means
            ? OfLot(means, lot, filter, site)
            : Line.Any(sets, [.. lot.Where(f => f.Content.State.Name == state.Name)
                .Select(f => filter is null ? Days(f).Line : Passes(f, filter) is { IsNever: false } passes ? Line.And(sets, Days(f).Line, passes) : Line.Never)]);
    }

    /// <summary>The dispute on a state for a place of use, else everywhere.</summary>
    public Dispute? DisputeOn(State state, UseSite site) =>
        masks.DisputeOn(t => t is OnState on && on.State == state.Name && on.ClauseId == site.ClauseId && on.Slot == site.Slot)
            ?? masks.DisputeOn(t => t is OnState { ClauseId: null } on && on.State == state.Name);

    /// <summary>The disputes on states that the expression speaks of at the place of use, through derived states and readings.</summary>
    public IEnumerable<Dispute> Disputes(StateExpression expression, UseSite site)
    {
        return expression switch
        {
            StateIs { State: var state } when DisputeOn(state, site) is { } dispute => dispute.Readings
                .SelectMany(r => r.Meaning is StateMeaning means ? Disputes(means.Expression, site) : Declared(state)).Prepend(dispute),
            StateIs { State: var state } => Declared(state),
            StateNot not => Disputes(not.Part, site),
            AllStates all => all.Parts.SelectMany(p => Disputes(p, site)),
            AnyState any => any.Parts.SelectMany(p => Disputes(p, site)),
            RunningState running => Disputes(running.Part, site),
            _ => throw new System.Diagnostics.UnreachableException(expression.GetType().Name),
        };

        IEnumerable<Dispute> Declared(State state) => state.Means is { } means ? Disputes(means, site) : [];
    }

    private Line Read(Dispute dispute, UseSite site, Func<Reading, Line> ask) =>
        site.Supposed is { } supposed && supposed.TryGetValue(dispute.Name, out var name)
            ? ask(dispute.Readings.First(r => r.Name == name))
            : masks.Read(dispute, ask);

    /// <summary>From which day on the condition has surely been met at least once since <paramref name="from"/>, by one report alone, wherever
    /// in its windows it falls; null where the rule does not apply to the expression.</summary>
    /// <param name="running">Days running asked by the condition itself, or 1.</param>
    public Line SurelyMet(StateExpression expression, LotFilter filter, UseSite site, int running, int from)
    {
        switch (expression)
        {
            case StateIs { State: var state } when DisputeOn(state, site) is { } dispute:
                return Read(dispute, site, reading => reading.Meaning is StateMeaning means
                    ? SurelyMet(means.Expression, filter, site, running, from)
                    : Declared(state));
            case StateIs { State: var state }:
                return Declared(state);
            case AnyState any:
                return Line.Any(sets, [.. any.Parts.Select(p => SurelyMet(p, filter, site, running, from))]);
            case RunningState { Part: var part, Days: var n } when running == 1:
                return SurelyMet(part, filter, site, n, from);
            default:
                return Line.Constant(ViewSets.None, ViewSets.None);
        }

        Line Declared(State state) => state.Means is { } means
            ? SurelyMet(means, filter, site, running, from)
            : Line.Any(sets, [.. facts.States.Where(f => f.Content.State.Name == state.Name && !f.IsGap)
                .SelectMany(f => LatestPlacement(f, filter, running, from))]);
    }

    /// <summary>From which day on the one fact alone has surely met the condition, wherever in its dates it falls.</summary>
    public Line Placed(StateFact fact, LotFilter filter, int running, int from) => Line.Any(sets, [.. LatestPlacement(fact, filter, running, from)]);

    private IEnumerable<Line> LatestPlacement(StateFact fact, LotFilter filter, int running, int from)
    {
        var (_, stays, contradicted) = Days(fact);
        var passes = Passes(fact, filter);
        foreach (var stay in stays)
        {
            var when = stay.When;
            var (startFirst, startLast) = (clock.DayOf(when.Start.Earliest), clock.DayOf(when.Start.Latest));
            var (endFirst, endLast) = (clock.LastDay(when.End.Earliest), clock.LastDay(when.End.Latest));
            var met = Math.Max(from, startLast + running - 1);
            var touches = Math.Max(endFirst - startLast + 1, (when.LeastMinutes + 1439) / 1440);
            if (met > horizon || touches < running || (endFirst < from && startFirst + running - 1 < from))
            {
                continue;
            }

            var views = sets.And(stay.Views, sets.Except(fact.Taken.AcceptedIn, fact.Taken.DateQuestioned));
            for (var day = running > 1 ? startFirst : Math.Max(startFirst, from); day <= Math.Min(endLast, horizon); day = passes.NextChange(day))
            {
                views = sets.And(views, passes.LoAt(day));
            }

            for (var day = startFirst; day <= Math.Min(endLast, horizon); day = contradicted.NextChange(day))
            {
                views = sets.Except(views, contradicted.LoAt(day));
            }

            yield return Line.On(new DayRange(met, int.MaxValue), views, views);
        }
    }

    /// <summary>Of the noun, in the place, held by the party: day by day, whether or not the state holds.</summary>
    public Line Passes(StateFact fact, LotFilter filter)
    {
        // Most facts are somewhere else, or of something else: the dearer questions are asked of the few that are left.
        var line = InPlace(fact, filter.Place);
        line = line.IsNever ? line : Line.And(sets, nouns.Match(fact.Content.Subject, fact.Taken, filter.Noun), line);
        return filter.Holder is null || line.IsNever ? line : Line.And(sets, line, nouns.HeldBy(fact.Content.Subject, fact.Taken, filter.Holder));
    }

    private Line InPlace(StateFact fact, Place wanted)
    {
        var inside = places.Inside(fact.Content.In, wanted);
        return fact.Taken.PlaceQuestioned == ViewSets.None
            ? inside
            : inside.Map((lo, hi) => (sets.Except(lo, fact.Taken.PlaceQuestioned), sets.Or(hi, fact.Taken.PlaceQuestioned)));
    }

    /// <summary>The days of a fact.</summary>
    /// <param name="contradicted">False: as if nobody reported that nothing was there.</param>
    public Line OnItsDays(StateFact fact, bool contradicted = true) => contradicted
        ? Days(fact).Line
        : Line.Any(sets, [.. Days(fact).Stays.Select(stay => Dated(stay.When, fact.Taken).In(sets, stay.Views))]);

    /// <summary>The days on the whole of which a fact surely holds, in the views that accept it.</summary>
    public Line Throughout(StateFact fact) => Line.Any(sets, [.. Days(fact).Stays.Select(stay =>
    {
        var views = sets.And(stay.Views, sets.Except(fact.Taken.AcceptedIn, fact.Taken.DateQuestioned));
        var last = stay.When.End.Earliest == long.MaxValue ? horizon : clock.DayOf(stay.When.End.Earliest) - 1;
        return Line.On(UpToHorizon(clock.DayOf(stay.When.Start.Latest - 1) + 1, last), views, views);
    })]);

    /// <summary>The days of a fact in each view, after ends and contradicting absences.</summary>
    /// <param name="Stays">The occurrence as the views have it: they may differ on its end.</param>
    /// <param name="Contradicted">Where an accepted absence contradicts it.</param>
    private sealed record FactDays(Line Line, ImmutableArray<(int Views, Occurrence When)> Stays, Line Contradicted);

    private FactDays Days(StateFact fact)
    {
        if (days.TryGetValue(fact, out var known))
        {
            return known;
        }

        var stays = Stays(fact);
        var dated = Line.Any(sets, [.. stays.Select(stay => Dated(stay.When, fact.Taken).In(sets, stay.Views))]);
        var contradicted = Line.Any(sets, [.. facts.Absences.Where(a => a.Content.State.Name == fact.Content.State.Name).Select(a => Contradicts(a, fact))]);
        var line = contradicted.IsNever ? dated : Line.Or(
            sets,
            Line.And(sets, dated, contradicted.Not(sets)),
            Line.And(sets, dated, contradicted).Map(static (lo, _) => (ViewSets.None, lo)));
        return days[fact] = new FactDays(line, stays, contradicted);
    }

    private Line Dated(Occurrence when, Acceptance taken)
    {
        var dated = sets.Except(sets.All, taken.DateQuestioned);
        var (accepted, held) = (sets.And(taken.AcceptedIn, dated), sets.And(taken.HeldIn, dated));
        var undated = sets.And(taken.HeldIn, taken.DateQuestioned);
        var sure = UpToHorizon(clock.DayOf(when.Start.Latest), clock.LastDay(when.End.Earliest));
        var possible = UpToHorizon(clock.DayOf(when.Start.Earliest), clock.LastDay(when.End.Latest));
        return Line.Any(sets,
        [
            Line.On(sure, accepted, accepted),
            Line.On(possible, ViewSets.None, held),
            Line.On(UpToHorizon(int.MinValue, horizon), ViewSets.None, undated),
        ]);
    }

    private DayRange UpToHorizon(int first, int last) => new(first, Math.Min(last, horizon) + 1);

    /// <summary>The absence's sure days, in views that accept it whole and in which the fact surely is such a thing there.</summary>
    private Line Contradicts(StateFact absence, StateFact fact)
    {
        var subject = absence.Content.Subject;
        if (subject.Item is not null && subject.Item != fact.Content.Subject.Item)
        {
            return Line.Constant(ViewSets.None, ViewSets.None);
        }

        var same = Line.And(
            sets,
            nouns.Match(fact.Content.Subject, fact.Taken, new Noun(subject.Symbol, subject.With)),
            InPlace(fact, absence.Content.In));
        return Line.And(sets, same, SureDays(absence)).Map(static (lo, _) => (lo, lo));
    }

    /// <summary>The sure days of a reported absence, in views that accept it with no part in question.</summary>
    public Line SureDays(StateFact absence)
    {
        var taken = absence.Taken;
        var questioned = taken.AttributesQuestioned.Values
            .Aggregate(sets.Or(taken.DateQuestioned, sets.Or(taken.PlaceQuestioned, taken.ClassQuestioned)), sets.Or);
        var views = sets.Except(taken.AcceptedIn, questioned);
        var when = absence.Content.When;
        return Line.On(UpToHorizon(clock.DayOf(when.Start.Latest), clock.LastDay(when.End.Earliest)), views, views);
    }

    /// <summary>The fact's occurrence as each view has it, with the ends that view accepts or holds in question.</summary>
    private ImmutableArray<(int Views, Occurrence When)> Stays(StateFact fact)
    {
        var when = fact.Content.When;
        var ends = when.End.Latest == long.MaxValue && !fact.IsGap ? facts.Ends[fact.Report.Name].ToList() : [];
        var stays = new List<(int Views, ImmutableArray<Window> Accepted, ImmutableArray<Window> Questioned)> { (sets.All, [], []) };
        foreach (var end in ends)
        {
            var accepted = sets.Except(end.Taken.AcceptedIn, end.Taken.DateQuestioned);
            var undated = sets.And(end.Taken.HeldIn, end.Taken.DateQuestioned);
            var questioned = sets.Except(end.Taken.HeldIn, sets.Or(accepted, undated));
            stays = [.. stays.SelectMany(stay => new[]
            {
                (sets.And(stay.Views, accepted), stay.Accepted.Add(end.Content.When), stay.Questioned),
                (sets.And(stay.Views, questioned), stay.Accepted, stay.Questioned.Add(end.Content.When)),
                (sets.And(stay.Views, undated), stay.Accepted, stay.Questioned.Add(new Window(when.Start.Earliest, when.Start.Earliest))),
                (sets.Except(stay.Views, end.Taken.HeldIn), stay.Accepted, stay.Questioned),
            }).Where(stay => stay.Item1 != ViewSets.None)];
        }

        return [.. stays.Select(stay => (stay.Views, Ended(when, stay.Accepted, stay.Questioned)))];
    }

    private static Occurrence Ended(Occurrence when, ImmutableArray<Window> accepted, ImmutableArray<Window> questioned)
    {
        if (accepted.IsEmpty && questioned.IsEmpty)
        {
            return when;
        }

        var earliest = accepted.Concat(questioned).Min(w => w.Earliest) + 1;
        var latest = accepted.IsEmpty ? long.MaxValue : accepted.Max(w => w.Latest) + 1;
        return when with
        {
            End = new Window(Math.Max(earliest, when.Start.Earliest + 1), Math.Max(latest, when.Start.Latest == long.MaxValue ? latest : when.Start.Latest + 1)),
        };
    }
}
