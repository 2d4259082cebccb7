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
    private readonly Lazy<ImmutableArray<ImmutableArray<StateFact>>> lots;
    private readonly Contradictions contradictions;
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
        lots = new(() => [.. facts.EachState.GroupBy(f => f.Lot).Select(lot => lot.ToImmutableArray())]);
        contradictions = new(sets, facts, nouns, InPlace, horizon);
    }

    /// <summary>The last day anything is known of.</summary>
    public int Horizon => horizon;

    /// <summary>Some lot is in the state, as filtered.</summary>
    public Line Some(State state, LotFilter filter, UseSite site) =>
        Named(new StateIs(state), site) is { } names ? AnyOf(names, filter) : Line.Any(sets, [.. PerLot(state, filter, site)]);

    /// <summary>The primitive states of which any is asked, whatever lot is in it; null where more is asked of a lot than that.</summary>
    private ImmutableHashSet<string>? Named(StateExpression expression, UseSite site) => expression switch
    {
        StateIs { State: var state } when DisputeOn(state, site) is not null => null,
        StateIs { State: { Means: { } means } } => Named(means, site),
        StateIs { State: var state } => [state.Name],
        AnyState any => any.Parts.Select(part => Named(part, site)).Aggregate((ImmutableHashSet<string>?)[], (all, names) => names is null ? null : all?.Union(names)),
        _ => null,
    };

    /// <summary>Some report of one of the states shows a thing as filtered: asked shape by shape, and counted by day.</summary>
    private Line AnyOf(ImmutableHashSet<string> names, LotFilter filter)
    {
        facts.Reads?.Add(names, filter);
        var passing = Passing(names, filter).Select(each => (each.Group, each.Passes, Stretches: Stretches(each.Group, each.Passes))).ToList();
        var first = DayBefore(passing.Select(each => (each.Group, each.Stretches)));
        var (surely, possibly) = (new DayCounts(sets, first, horizon + 1), new DayCounts(sets, first, horizon + 1));
        var singly = new List<Line>();
        foreach (var (group, passes, stretches) in passing)
        {
            foreach (var row in group.Rows.Span)
            {
                if (IsSingular(group, row))
                {
                    singly.Add(Line.And(sets, Days(facts.Single(group, row)).Line, passes));
                    continue;
                }

                var (sureFrom, sureBefore) = (row.StartLast, Math.Min(row.EndFirst, horizon) + 1);
                var (from, before) = (row.StartFirst, Math.Min(row.EndLast, horizon) + 1);
                foreach (var each in stretches)
                {
                    var (sureStart, sureEnd) = (Math.Max(sureFrom, each.Days.From), Math.Min(sureBefore, each.Days.Before));
                    surely.Add(each.Sure, sureStart, sureEnd);
                    possibly.Add(each.Open, sureStart, sureEnd);
                    possibly.Add(each.Possible, Math.Max(from, each.Days.From), Math.Min(before, each.Days.Before));
                }
            }

            foreach (var each in stretches.Where(_ => !group.Rows.IsEmpty))
            {
                possibly.Add(each.Undated, each.Days.From, Math.Min(each.Days.Before, horizon + 1));
            }
        }

        return Line.Or(sets, Line.Between(surely.Any(), possibly.Any()), Line.Any(sets, singly));
    }

    /// <summary>The groups of the states of which something passes, with the days and views in which it does.</summary>
    public List<(StateGroup Group, Line Passes)> Passing(ImmutableHashSet<string> names, LotFilter filter) =>
    [
        .. facts.States.Where(group => names.Contains(group.Shape.State.Name)).Select(group => (group, Passes(group, filter))).Where(each => !each.Item2.IsNever),
    ];

    /// <summary>The day before anything of the groups begins, or is taken otherwise.</summary>
    public int DayBefore(IEnumerable<(StateGroup Group, ImmutableArray<Stretch> Stretches)> groups)
    {
        var first = horizon;
        foreach (var (group, stretches) in groups)
        {
            foreach (var row in group.Rows.Span)
            {
                first = Math.Min(first, row.StartFirst);
            }

            foreach (var each in stretches.Where(each => each.Days.From != int.MinValue))
            {
                first = Math.Min(first, each.Days.From);
            }
        }

        return first - 1;
    }

    /// <summary>Whether the row's days are not those of its shape's other rows: an end of it is reported, or that the item was not there.</summary>
    public bool IsSingular(StateGroup group, StateRow row) =>
        (row.EndLast == FactColumns.NoEnd && !group.Shape.IsGap && facts.Ended.Contains(row.Source)) || (row.Item >= 0 && contradictions.IsItemAbsent(group.Shape.State, row.Item));

    /// <summary>A stretch of days on which a group's reports are taken alike, as filtered.</summary>
    /// <param name="Sure">Views that have a row of it proved on the row's sure days.</param>
    /// <param name="Open">Views for which, on its sure days, it cannot be told because an absence contradicts it.</param>
    /// <param name="Possible">Views for which it is not refuted on the days on which it may be.</param>
    /// <param name="Undated">Views for which it is not refuted on any day.</param>
    /// <param name="Told">As <paramref name="Sure"/>, were there no absences.</param>
    internal readonly record struct Stretch(DayRange Days, int Sure, int Open, int Possible, int Undated, int Told);

    /// <summary>The stretches of a group, in order; those in which it never passes are left out.</summary>
    public ImmutableArray<Stretch> Stretches(StateGroup group, Line passes)
    {
        var taken = group.Taken;
        var dated = sets.Not(taken.DateQuestioned);
        var (accepted, held, undated) = (sets.And(taken.AcceptedIn, dated), sets.And(taken.HeldIn, dated), sets.Except(taken.HeldIn, dated));
        var contradicted = contradictions.Of(group);
        var found = ImmutableArray.CreateBuilder<Stretch>();
        for (var day = int.MinValue; day < int.MaxValue;)
        {
            var (lo, hi, not) = (passes.LoAt(day), passes.HiAt(day), contradicted.LoAt(day));
            var next = Math.Min(passes.NextChange(day), contradicted.NextChange(day));
            if (hi != ViewSets.None)
            {
                var told = sets.And(accepted, lo);
                found.Add(new(
                    new(day, next), sets.Except(told, not), sets.And(sets.And(accepted, hi), not), sets.Except(sets.And(held, hi), not), sets.Except(sets.And(undated, hi), not), told));
            }

            day = next;
        }

        return found.DrainToImmutable();
    }

    /// <summary>The same, lot by lot; lots in a fixed order, so that two calls can be compared lot by lot.</summary>
    public IEnumerable<Line> PerLot(State state, LotFilter filter, UseSite site)
    {
        facts.Reads?.AddAllStates();
        return lots.Value.Select(lot => Whole(state, lot, filter, site));
    }

    /// <summary>The state of a lot, in views for which some report of the lot is more than set aside: for the others there is no such lot.</summary>
    private Line Whole(State state, ImmutableArray<StateFact> lot, LotFilter filter, UseSite site) =>
        OfLot(new StateIs(state), lot, filter, site).In(sets, lot.Aggregate(ViewSets.None, (held, fact) => sets.Or(held, fact.Taken.HeldIn)));

    /// <summary>For each lot that may have anything to it on some days: its state as filtered, and each of its reported facts with what it is as to the filter.</summary>
    /// <param name="days">What matters on none of them may be left out.</param>
    public IEnumerable<(Line Line, ImmutableArray<Piece> Pieces)> Evidence(State state, LotFilter filter, UseSite site, DayRange days)
    {
        var some = Named(new StateIs(state), site) is { } names
            ? Of(names).GroupBy(f => f.Lot).Select(lot => lot.ToImmutableArray())
            : lots.Value;
        return some.Select(lot => (Whole(state, lot, filter, site), lot.Select(f => PieceOf(f, filter)).ToImmutableArray()));

        IEnumerable<StateFact> Of(ImmutableHashSet<string> names) => Passing(names, filter)
            .SelectMany(each => each.Group.Rows.ToArray().Where(row => MayBeOn(each.Group, row, days)).Select(row => facts.Single(each.Group, row)))
            .OrderBy(fact => fact.IsGap).ThenBy(fact => fact.Source);
    }

    /// <summary>The first reports, in the order of the file, that fail just one test to count on some day of the range.</summary>
    /// <param name="names">The states that they are to be of.</param>
    /// <param name="faults">The tests that one fails on every day.</param>
    public IEnumerable<(StateFact Fact, T Fault)> NearMisses<T>(ImmutableHashSet<string> names, LotFilter filter, DayRange days, int most, Func<Piece, IReadOnlyList<T>> faults)
    {
        var found = new List<(StateFact Fact, T Fault)>();
        foreach (var group in facts.States.Where(group => !group.Shape.IsGap && names.Contains(group.Shape.State.Name)))
        {
            var alike = PieceOf(facts.Single(group, group.Rows.Span[0]), filter) with { Dates = Line.Constant(sets.All, sets.All) };
            var others = faults(alike).Count;
            var ofGroup = 0;
            foreach (var row in group.Rows.ToArray())
            {
                if (others > 1 || ofGroup == most)
                {
                    break;
                }

                // One that passes all else is of other days; one that does not must be of these.
                if (others == 1 && !MayBeOn(group, row, days))
                {
                    continue;
                }

                var fact = facts.Single(group, row);
                if (faults(alike with { Fact = fact, Dates = Days(fact).Line }) is [var fault])
                {
                    found.Add((fact, fault));
                    ofGroup++;
                }
            }
        }

        return found.OrderBy(each => each.Fact.Source).Take(most);
    }

    private bool MayBeOn(StateGroup group, StateRow row, DayRange days) =>
        group.Taken.DateQuestioned != ViewSets.None || (row.StartFirst < days.Before && days.From <= row.EndLast);

    private Piece PieceOf(StateFact fact, LotFilter filter) => new(
        fact,
        Days(fact).Line,
        nouns.Match(fact.Content.Subject, fact.Taken, filter.Noun),
        InPlace(fact, filter.Place),
        filter.Holder is null ? Line.Constant(sets.All, sets.All) : nouns.HeldBy(fact.Content.Subject, fact.Taken, filter.Holder));

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

        Line Declared(State state) => state.Means is { } means ? SurelyMet(means, filter, site, running, from) : AnyPlaced(state, filter, running, from);
    }

    private Line AnyPlaced(State state, LotFilter filter, int running, int from)
    {
        facts.Reads?.Add([state.Name], filter);
        var met = new SortedDictionary<int, int>();
        foreach (var (group, passes) in Passing([state.Name], filter))
        {
            if (group.Shape.IsGap)
            {
                continue;
            }

            var contradicted = contradictions.Of(group);
            foreach (var row in group.Rows.Span)
            {
                if (IsSingular(group, row))
                {
                    var fact = facts.Single(group, row);
                    foreach (var stay in Days(fact).Stays)
                    {
                        Add(Placed(DatesOf(stay.When), group.Taken, passes, Days(fact).Contradicted, running, from), stay.Views);
                    }
                }
                else
                {
                    Add(Placed(row, group.Taken, passes, contradicted, running, from), sets.All);
                }
            }
        }

        var builder = new Line.Builder();
        builder.Add(int.MinValue, ViewSets.None, ViewSets.None);
        var soFar = ViewSets.None;
        foreach (var (day, views) in met)
        {
            soFar = sets.Or(soFar, views);
            builder.Add(day, soFar, soFar);
        }

        return builder.Build();

        void Add((int Met, int Views) placed, int of)
        {
            if (sets.And(placed.Views, of) is not ViewSets.None and var views)
            {
                met[placed.Met] = sets.Or(met.GetValueOrDefault(placed.Met, ViewSets.None), views);
            }
        }
    }

    /// <summary>From which day on the one fact alone has surely met the condition, wherever in its dates it falls.</summary>
    public Line Placed(StateFact fact, LotFilter filter, int running, int from)
    {
        var (passes, of) = (Passes(fact, filter), Days(fact));
        return Line.Any(sets, [.. of.Stays.Select(stay => (Placed: Placed(DatesOf(stay.When), fact.Taken, passes, of.Contradicted, running, from), stay.Views))
            .Select(each => (each.Placed.Met, Views: sets.And(each.Placed.Views, each.Views)))
            .Select(each => Line.On(new DayRange(each.Met, int.MaxValue), each.Views, each.Views))]);
    }

    /// <summary>From which day on an occurrence has surely met the condition, wherever in its dates it falls, and in which views.</summary>
    private (int Met, int Views) Placed(StateRow row, Acceptance taken, Line passes, Line contradicted, int running, int from)
    {
        var met = Math.Max(from, row.StartLast + running - 1);
        var touches = Math.Max(row.EndFirst - row.StartLast + 1, row.LeastDays);
        if (met > horizon || touches < running || (row.EndFirst < from && row.StartFirst + running - 1 < from))
        {
            return (met, ViewSets.None);
        }

        var views = sets.Except(taken.AcceptedIn, taken.DateQuestioned);
        for (var day = running > 1 ? row.StartFirst : Math.Max(row.StartFirst, from); day <= Math.Min(row.EndLast, horizon); day = passes.NextChange(day))
        {
            views = sets.And(views, passes.LoAt(day));
        }

        for (var day = row.StartFirst; day <= Math.Min(row.EndLast, horizon); day = contradicted.NextChange(day))
        {
            views = sets.Except(views, contradicted.LoAt(day));
        }

        return (met, views);
    }

    private StateRow DatesOf(Occurrence when) => new(
        clock.DayOf(when.Start.Earliest),
        clock.DayOf(when.Start.Latest),
        clock.LastDay(when.End.Earliest),
        clock.LastDay(when.End.Latest),
        (int)Math.Min((when.LeastMinutes + 1439) / 1440, int.MaxValue),
        -1,
        0,
        0);

    /// <summary>Of the noun, in the place, held by the party: day by day, whether or not the state holds.</summary>
    public Line Passes(StateFact fact, LotFilter filter) => Passes(fact.Content.Subject, fact.Content.In, fact.Taken, filter);

    /// <summary>The same of each report of a group.</summary>
    public Line Passes(StateGroup group, LotFilter filter) => Passes(group.Shape, group.Taken, filter);

    /// <summary>The same of reports of a shape, taken so.</summary>
    public Line Passes(StateShape shape, Acceptance taken, LotFilter filter) => Passes(shape.Subject, shape.In, taken, filter);

    private Line Passes(Subject subject, Place at, Acceptance taken, LotFilter filter)
    {
        // Most reports are of somewhere else, or of something else: the dearer questions are asked of the few that are left.
        var line = InPlace(at, taken, filter.Place);
        line = line.IsNever ? line : Line.And(sets, nouns.Match(subject, taken, filter.Noun), line);
        return filter.Holder is null || line.IsNever ? line : Line.And(sets, line, nouns.HeldBy(subject, taken, filter.Holder));
    }

    private Line InPlace(StateFact fact, Place wanted) => InPlace(fact.Content.In, fact.Taken, wanted);

    private Line InPlace(Place at, Acceptance taken, Place wanted)
    {
        var inside = places.Inside(at, wanted);
        return taken.PlaceQuestioned == ViewSets.None
            ? inside
            : inside.Map((lo, hi) => (sets.Except(lo, taken.PlaceQuestioned), sets.Or(hi, taken.PlaceQuestioned)));
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
        var contradicted = contradictions.Of(fact);
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

    /// <summary>The sure days of a reported absence, in views that accept it with no part in question.</summary>
    public Line SureDays(StateFact absence)
    {
        var views = contradictions.Accepting(absence.Taken);
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
