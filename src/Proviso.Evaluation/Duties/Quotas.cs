using System.Collections.Concurrent;
using System.Collections.Immutable;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Duties;

/// <summary>The rights that have a number of uses a year, and where in line each use is (docs/semantics.md §11).</summary>
internal sealed class Quotas(ViewSets sets, ImmutableArray<RightUses> rights)
{
    /// <summary>An event as a use of a right.</summary>
    public Exercise Of(string clause, int source) => new(
        sets,
        [.. rights.Where(right => right.Instance.Clause.Id == clause)
            .SelectMany(right => right.UsesIn(source).Select(use => (right, use)))]);
}

/// <summary>An event as a use of a right: of one instance, or of several of which it may be.</summary>
internal sealed class Exercise(ViewSets sets, ImmutableArray<(RightUses Right, Act Use)> each)
{
    private readonly ImmutableArray<(RightUses Right, Act Use, int Lo, int Hi)> within =
        [.. each.Select(one => (one.Right, one.Use, one.Right.Within(one.Use).Lo, one.Right.Within(one.Use).Hi))];

    /// <summary>Views in which the right surely and possibly covers it, were it on the day.</summary>
    public (int Lo, int Hi) Given(int day)
    {
        var (lo, hi) = (ViewSets.None, ViewSets.None);
        foreach (var (right, use, surely, possibly) in within)
        {
            var (givenLo, givenHi) = right.Given(day);
            lo = sets.Or(lo, sets.And(givenLo, sets.And(use.Counts.Lo, surely)));
            hi = sets.Or(hi, sets.And(givenHi, sets.And(use.Counts.Hi, possibly)));
        }

        return (lo, hi);
    }

    /// <summary>Views in which the right possibly is given on the day, and the event surely above its number.</summary>
    public int Above(int day) => within.Aggregate(ViewSets.None, (any, one) =>
        sets.Or(any, sets.Except(sets.And(one.Right.Given(day).Hi, one.Use.Counts.Hi), one.Hi)));

    /// <summary>Where in line it is in a view, by the first instance of which it may be a use; null where it is of none.</summary>
    public UsePlace? PlaceIn(int view) => each.Where(one => sets.Has(one.Use.Counts.Hi, view)).Select(one => one.Right.PlaceOf(one.Use, view)).FirstOrDefault();
}

/// <summary>The uses of one instance of a right with a quota.</summary>
internal sealed class RightUses
{
    private readonly Agreement agreement;
    private readonly ViewSets sets;
    private readonly Judged judged;
    private readonly Line inForce;
    private readonly Quota quota;
    private readonly int horizon;
    private readonly Dictionary<int, (int Lo, int Hi)> within = [];
    private readonly Dictionary<int, Act> bySource;
    private readonly ConcurrentDictionary<(int Year, int View), InLine> lines = [];

    public RightUses(Agreement agreement, ViewSets sets, Judged judged, Done done, int horizon)
    {
        this.agreement = agreement;
        this.sets = sets;
        this.judged = judged;
        this.horizon = horizon;
        var right = (MayDo)judged.Instance.Clause.Duty;
        quota = right.Quota ?? throw new ArgumentException("the right has no quota", nameof(judged));
        inForce = judged.InForce();
        Uses = done.Of(judged.Instance, right.Act);
        bySource = Uses.ToDictionary(use => use.Source);
    }

    /// <summary>Whose right it is, and towards whom.</summary>
    public Instance Instance => judged.Instance;

    /// <summary>What possibly was a use, in the order of the file.</summary>
    public ImmutableArray<Act> Uses { get; }

    /// <summary>The use that the report of a number tells of; none where it is not one.</summary>
    public IEnumerable<Act> UsesIn(int source) => bySource.TryGetValue(source, out var use) ? [use] : [];

    /// <summary>Views in which the right surely and possibly is given on a day: in force, its <c>while</c> holds, its <c>unless</c> does not.</summary>
    public (int Lo, int Hi) Given(int day)
    {
        var (whileLo, whileHi) = judged.Slots.While(day);
        var (unlessLo, unlessHi) = judged.Slots.Unless(day);
        return (sets.Except(sets.And(inForce.LoAt(day), whileLo), unlessHi), sets.Except(sets.And(inForce.HiAt(day), whileHi), unlessLo));
    }

    /// <summary>Views in which a use surely and possibly is within the number of its year.</summary>
    public (int Lo, int Hi) Within(Act use)
    {
        if (!within.TryGetValue(use.Source, out var found))
        {
            var places = Enumerable.Range(0, sets.Count).Select(view => sets.Has(use.Counts.Hi, view) ? PlaceOf(use, view) : null).ToList();
            within[use.Source] = found = (sets.Of(view => places[view]?.IsSurelyWithin == true), sets.Of(view => places[view]?.IsSurelyAbove == false));
        }

        return found;
    }

    /// <summary>Where in line a use is, in each year in which it may lie.</summary>
    public UsePlace PlaceOf(Act use, int view)
    {
        var time = use.In(sets, view);
        var (first, last) = DaysOf(use, view);
        var (from, before) = (Math.Max(first, Begin), Math.Min(last, End - 1) + 1);
        var years = ImmutableArray.CreateBuilder<YearPlace>();
        for (var year = from < before ? YearOf(from) : 0; from < before && year <= YearOf(before - 1); year++)
        {
            var line = LineOf(year, view);

            // A use never is surely before itself; that it possibly is not after itself is not counted.
            var surely = line.SurelyBefore(time.Earliest);
            var possibly = line.PossiblyBy(time.Latest) - (IsIn(use, year, view).Hi ? 1 : 0);
            years.Add(new(year, quota.Of(year), surely + 1, possibly + 1));
        }

        return new(Instance.Clause, use.Report, time, use.IsReceipt, sets.Has(use.Counts.Lo, view), first < Begin || last >= End, years.DrainToImmutable());
    }

    /// <summary>The right in a year, as used by a day.</summary>
    public QuotaYear InYear(int year, int view, int day)
    {
        var days = quota.DaysOf(year, agreement.InForce.From);
        var clock = agreement.Clock;
        var uses = Uses.Where(use => IsIn(use, year, view).Hi && clock.DayOf(use.In(sets, view).Earliest) <= day).ToList();
        var sure = uses.Count(use => IsIn(use, year, view).Lo && clock.DayOf(use.In(sets, view).Latest) <= day);
        return new(
            Instance.Clause,
            year,
            new(Math.Max(days.From, Begin), Math.Min(days.Before, End)),
            quota.Of(year),
            sure,
            uses.Count,
            [.. uses.Select(use => PlaceOf(use, view)).OrderBy(use => use.When.Latest).ThenBy(use => use.When.Earliest)]);
    }

    /// <summary>The number of the year of a day; null where the day is in none.</summary>
    public int? YearAt(int day) => Begin <= day && day < End ? YearOf(day) : null;

    private int Begin => agreement.FirstDayOf(Instance.Clause);

    private int End => agreement.InForce.Before;

    private int YearOf(int day) => quota.YearOf(day, agreement.InForce.From);

    /// <summary>The days on which a use may lie; one whose time is in question, on any day up to the last that is known.</summary>
    private (int First, int Last) DaysOf(Act use, int view)
    {
        var when = use.In(sets, view);
        return (agreement.Clock.DayOf(when.Earliest), sets.Has(use.Undated, view) ? horizon : agreement.Clock.DayOf(when.Latest));
    }

    /// <remarks>Explanations of several views ask at once.</remarks>
    private InLine LineOf(int year, int view) => lines.GetOrAdd((year, view), _ =>
    {
        var uses = Uses.Select(use => (Time: use.In(sets, view), In: IsIn(use, year, view))).ToList();
        return new(
            [.. uses.Where(use => use.In.Lo).Select(use => use.Time.Latest).Order()],
            [.. uses.Where(use => use.In.Hi).Select(use => use.Time.Earliest).Order()]);
    });

    /// <summary>The uses of a year in a view.</summary>
    /// <param name="Latest">The latest times of those that surely are of it, in order.</param>
    /// <param name="Earliest">The earliest times of those that possibly are, in order.</param>
    private sealed record InLine(ImmutableArray<long> Latest, ImmutableArray<long> Earliest)
    {
        /// <summary>How many surely were before a time.</summary>
        public int SurelyBefore(long time) => Below(Latest, time);

        /// <summary>How many possibly were at a time or before it.</summary>
        public int PossiblyBy(long time) => Below(Earliest, time + 1);

        private static int Below(ImmutableArray<long> sorted, long time)
        {
            var (from, before) = (0, sorted.Length);
            while (from < before)
            {
                var middle = from + ((before - from) / 2);
                (from, before) = sorted[middle] < time ? (middle + 1, before) : (from, middle);
            }

            return from;
        }
    }

    private (bool Lo, bool Hi) IsIn(Act use, int year, int view)
    {
        var days = quota.DaysOf(year, agreement.InForce.From);
        var (from, before) = (Math.Max(days.From, Begin), Math.Min(days.Before, End));
        var (first, last) = DaysOf(use, view);
        return (sets.Has(use.Counts.Lo, view) && from <= first && last < before, sets.Has(use.Counts.Hi, view) && first < before && from <= last);
    }
}
