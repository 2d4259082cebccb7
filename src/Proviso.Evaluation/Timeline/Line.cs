using Proviso.Language.Binding;

namespace Proviso.Evaluation.Timeline;

/// <summary>The truth of one question over all days and all views: for each day the set of views in which it is proved
/// (<c>lo</c>) and the set in which it is not refuted (<c>hi</c>, which includes <c>lo</c>).</summary>
/// <remarks>INVARIANT: columns of equal length, at least one run; starts strictly increasing, the first is
/// <see cref="int.MinValue"/>; neighbouring runs differ (coalesced). A run lasts until the next start.</remarks>
internal sealed class Line
{
    private readonly int[] starts;
    private readonly int[] lo;
    private readonly int[] hi;

    private Line(int[] starts, int[] lo, int[] hi)
    {
        this.starts = starts;
        this.lo = lo;
        this.hi = hi;
    }

    /// <summary>First days of the runs, in order.</summary>
    public ReadOnlySpan<int> Starts => starts;

    /// <summary>True when refuted in every view on every day.</summary>
    public bool IsNever => hi.Length == 1 && hi[0] == ViewSets.None;

    /// <summary>True when refuted in no view on any day.</summary>
    public bool IsAlwaysOpen(ViewSets sets) => hi.Length == 1 ? hi[0] == sets.All : Array.TrueForAll(hi, set => set == sets.All);

    private bool IsAlways(ViewSets sets) => lo.Length == 1 && lo[0] == sets.All;

    /// <summary>Refuted in every view on every day.</summary>
    public static Line Never { get; } = new([int.MinValue], [ViewSets.None], [ViewSets.None]);

    /// <summary>The same sets on every day.</summary>
    public static Line Constant(int lo, int hi) => hi == ViewSets.None ? Never : new([int.MinValue], [lo], [hi]);

    /// <summary>Proved where one is proved, refuted where the other is refuted.</summary>
    public static Line Between(Line surely, Line possibly) => Merge(surely, possibly, static (lo, _) => lo, static (_, hi) => hi);

    /// <summary>The sets on the days of the range, nothing elsewhere; an empty range gives nothing.</summary>
    public static Line On(DayRange days, int lo, int hi)
    {
        var builder = new Builder();
        if (days.From >= days.Before)
        {
            return Constant(ViewSets.None, ViewSets.None);
        }

        builder.Add(int.MinValue, ViewSets.None, ViewSets.None);
        builder.Add(days.From, lo, hi);
        if (days.Before != int.MaxValue)
        {
            builder.Add(days.Before, ViewSets.None, ViewSets.None);
        }

        return builder.Build();
    }

    /// <summary>The run a day falls in.</summary>
    public int RunAt(int day)
    {
        var found = Array.BinarySearch(starts, day);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>Views in which it is proved on the day.</summary>
    public int LoAt(int day) => lo[RunAt(day)];

    /// <summary>Views in which it is not refuted on the day.</summary>
    public int HiAt(int day) => hi[RunAt(day)];

    /// <summary>The first day after <paramref name="day"/> on which the sets change, or <see cref="int.MaxValue"/>.</summary>
    public int NextChange(int day)
    {
        var run = RunAt(day) + 1;
        return run < starts.Length ? starts[run] : int.MaxValue;
    }

    /// <summary>The days from the first to the last on which it is proved in some view; null: on none.</summary>
    public DayRange? Proved()
    {
        var first = Array.FindIndex(lo, static set => set != ViewSets.None);
        if (first < 0)
        {
            return null;
        }

        var last = Array.FindLastIndex(lo, static set => set != ViewSets.None);
        return new DayRange(starts[first], last + 1 < starts.Length ? starts[last + 1] : int.MaxValue);
    }

    /// <summary>Proved where both are, refuted where either is.</summary>
    public static Line And(ViewSets sets, Line a, Line b) =>
        a.IsNever || b.IsAlways(sets) ? a
        : b.IsNever || a.IsAlways(sets) ? b
        : Merge(a, b, sets.And, sets.And);

    /// <summary>Proved where either is, refuted where both are.</summary>
    public static Line Or(ViewSets sets, Line a, Line b) =>
        a.IsNever ? b : b.IsNever ? a : Merge(a, b, sets.Or, sets.Or);

    /// <summary>Proved where it is refuted, refuted where it is proved.</summary>
    public Line Not(ViewSets sets) => Map((lo, hi) => (sets.Not(hi), sets.Not(lo)));

    /// <summary>Only in the given views; refuted in the others.</summary>
    public Line In(ViewSets sets, int views) => IsNever || views == sets.All ? this : Map((lo, hi) => (sets.And(lo, views), sets.And(hi, views)));

    /// <summary>A function of the sets, run by run.</summary>
    public Line Map(Func<int, int, (int Lo, int Hi)> map)
    {
        var builder = new Builder();
        for (var i = 0; i < starts.Length; i++)
        {
            var (newLo, newHi) = map(lo[i], hi[i]);
            builder.Add(starts[i], newLo, newHi);
        }

        return builder.Build();
    }

    /// <summary>Any of many; balanced, so that the cost is near-linear in the runs.</summary>
    public static Line Any(ViewSets sets, IReadOnlyList<Line> lines) => Any(sets, lines, 0, lines.Count);

    /// <summary>All of many.</summary>
    public static Line All(ViewSets sets, IEnumerable<Line> lines) =>
        lines.Aggregate(Constant(sets.All, sets.All), (all, line) => And(sets, all, line));

    /// <summary>The value of <paramref name="days"/> days earlier: what held on d holds on d + days.</summary>
    public Line Later(int days)
    {
        var builder = new Builder();
        for (var i = 0; i < starts.Length; i++)
        {
            builder.Add(i == 0 ? int.MinValue : starts[i] + days, lo[i], hi[i]);
        }

        return builder.Build();
    }

    /// <summary>Held on each of the last <paramref name="days"/> days, this one included: not (not … on any of them).</summary>
    /// <param name="days">At least 1.</param>
    public Line Running(ViewSets sets, int days)
    {
        if (days == 1)
        {
            return this;
        }

        var opposite = Not(sets);
        var stretched = new List<Line>();
        for (var i = 0; i < opposite.starts.Length; i++)
        {
            var before = i + 1 < opposite.starts.Length ? opposite.starts[i + 1] + (long)days - 1 : int.MaxValue;
            stretched.Add(On(new DayRange(opposite.starts[i], (int)Math.Min(before, int.MaxValue)), opposite.lo[i], opposite.hi[i]));
        }

        return Any(sets, stretched).Not(sets);
    }

    /// <summary>Held on some day from <paramref name="from"/> to this one; nothing before.</summary>
    public Line SoFar(ViewSets sets, int from)
    {
        var builder = new Builder();
        builder.Add(int.MinValue, ViewSets.None, ViewSets.None);
        var soFarLo = ViewSets.None;
        var soFarHi = ViewSets.None;
        for (var i = RunAt(from); i < starts.Length; i++)
        {
            soFarLo = sets.Or(soFarLo, lo[i]);
            soFarHi = sets.Or(soFarHi, hi[i]);
            builder.Add(Math.Max(starts[i], from), soFarLo, soFarHi);
        }

        return builder.Build();
    }

    /// <summary>Both at once: any function of the two lines' sets, where they change.</summary>
    public static Line Merge(Line a, Line b, Func<int, int, int> mergeLo, Func<int, int, int> mergeHi)
    {
        var builder = new Builder();
        int i = 0, j = 0;
        while (true)
        {
            builder.Add(Math.Max(a.starts[i], b.starts[j]), mergeLo(a.lo[i], b.lo[j]), mergeHi(a.hi[i], b.hi[j]));
            var nextA = i + 1 < a.starts.Length ? a.starts[i + 1] : int.MaxValue;
            var nextB = j + 1 < b.starts.Length ? b.starts[j + 1] : int.MaxValue;
            if (nextA == int.MaxValue && nextB == int.MaxValue)
            {
                return builder.Build();
            }

            i += nextA <= nextB ? 1 : 0;
            j += nextB <= nextA ? 1 : 0;
        }
    }

    private static Line Any(ViewSets sets, IReadOnlyList<Line> lines, int from, int count) => count switch
    {
        0 => Constant(ViewSets.None, ViewSets.None),
        1 => lines[from],
        _ => Or(sets, Any(sets, lines, from, count / 2), Any(sets, lines, from + (count / 2), count - (count / 2))),
    };

    /// <summary>Collects runs in order and joins equal neighbours.</summary>
    public sealed class Builder
    {
        private readonly List<int> starts = [];
        private readonly List<int> lo = [];
        private readonly List<int> hi = [];

        /// <summary>Appends a run; requires <paramref name="start"/> not before the last one's (an equal start replaces it).</summary>
        public void Add(int start, int newLo, int newHi)
        {
            if (starts.Count > 0 && starts[^1] == start)
            {
                starts.RemoveAt(starts.Count - 1);
                lo.RemoveAt(lo.Count - 1);
                hi.RemoveAt(hi.Count - 1);
            }

            if (starts.Count == 0 || lo[^1] != newLo || hi[^1] != newHi)
            {
                starts.Add(start);
                lo.Add(newLo);
                hi.Add(newHi);
            }
        }

        /// <summary>The line of the runs added.</summary>
        public Line Build() => new([.. starts], [.. lo], [.. hi]);
    }
}
