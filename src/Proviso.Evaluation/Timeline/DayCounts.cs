namespace Proviso.Evaluation.Timeline;

/// <summary>How many there are on each day, in sets of views: each addition is two marks, where it begins and where it has ended, whatever the number of days and views; the days are walked
/// once at the end.</summary>
/// <remarks>The marks are kept by day while there are not many times more days than additions, and else in a list that is sorted at the end. Not thread-safe.</remarks>
internal sealed class DayCounts
{
    private const int MostDays = 1 << 17;
    private readonly ViewSets sets;
    private readonly int first;
    private readonly int days;
    private readonly List<int> marked = [];
    private readonly Dictionary<int, int> places = [];
    private readonly List<long[]> marks = [];
    private readonly List<(int Day, int Place, long Change)> sparse = [];

    // Where the set was marked that was added last: mostly it is the next one's, too.
    private int latest = -1;

    /// <param name="first">What is added of days before this one is told of all days before the next: there must be no day on which it changes before.</param>
    /// <param name="last">The last day on which anything can change.</param>
    public DayCounts(ViewSets sets, int first, int last)
    {
        this.sets = sets;
        this.first = first;
        days = last < first ? 0 : (int)Math.Min((long)last - first, int.MaxValue - 2) + 1;
    }

    private bool IsDense => days <= MostDays;

    /// <summary>Adds so many on the days of a range, in some views.</summary>
    /// <param name="before">The first day after; <see cref="int.MaxValue"/> for no end.</param>
    public void Add(int views, int from, int before, long number = 1)
    {
        if (views == ViewSets.None || from >= before)
        {
            return;
        }

        var place = latest;
        if (latest < 0 || marked[latest] != views)
        {
            if (!places.TryGetValue(views, out place))
            {
                places[views] = place = marked.Count;
                marked.Add(views);
                marks.Add(IsDense ? new long[days] : []);
            }

            latest = place;
        }

        Mark(place, Math.Max(from, first), number);
        Mark(place, before, -number);
    }

    /// <summary>The views in which there are any, day by day: proved there, and refuted in the others.</summary>
    public Line Any()
    {
        var counts = new long[marked.Count];
        var there = new List<int>();
        var any = ViewSets.None;
        var builder = new Line.Builder();
        builder.Add(int.MinValue, ViewSets.None, ViewSets.None);
        foreach (var day in Days())
        {
            var isLess = false;
            foreach (var (place, change) in day.Changes)
            {
                var was = counts[place] > 0;
                counts[place] += change;
                if (counts[place] > 0 != was)
                {
                    isLess |= was;
                    if (was)
                    {
                        there.Remove(marked[place]);
                    }
                    else
                    {
                        there.Add(marked[place]);
                        any = sets.Or(any, marked[place]);
                    }
                }
            }

            any = isLess ? there.Aggregate(ViewSets.None, sets.Or) : any;
            builder.Add(day.Day == first ? int.MinValue : day.Day, any, any);
        }

        return builder.Build();
    }

    /// <summary>The views in which there are more than a limit, day by day: proved there, and refuted in the others.</summary>
    /// <param name="limit">At least 0.</param>
    public Line Above(long limit)
    {
        var (members, classes) = Classes();
        var sums = new long[classes.Length];
        var above = ViewSets.None;
        var builder = new Line.Builder();
        builder.Add(int.MinValue, ViewSets.None, ViewSets.None);
        foreach (var day in Days())
        {
            foreach (var (place, change) in day.Changes)
            {
                foreach (var one in members[place])
                {
                    var was = sums[one] > limit;
                    sums[one] += change;
                    if (sums[one] > limit != was)
                    {
                        above = was ? sets.Except(above, classes[one]) : sets.Or(above, classes[one]);
                    }
                }
            }

            builder.Add(day.Day == first ? int.MinValue : day.Day, above, above);
        }

        return builder.Build();
    }

    private void Mark(int place, int day, long change)
    {
        if ((long)day - first >= days)
        {
            return;
        }

        if (IsDense)
        {
            marks[place][day - first] += change;
        }
        else
        {
            sparse.Add((day, place, change));
        }
    }

    /// <summary>Views that are in the same of the sets that were marked, together; and for each set, which of them are in it.</summary>
    private (int[][] Members, int[] Classes) Classes()
    {
        var classOf = sets.Alike(marked);
        var used = classOf.Distinct().ToList();
        return (
            [.. marked.Select(set => Enumerable.Range(0, sets.Count).Where(view => sets.Has(set, view)).Select(view => used.IndexOf(classOf[view])).Distinct().ToArray())],
            [.. used.Select(one => sets.Of(view => classOf[view] == one))]);
    }

    private IEnumerable<(int Day, List<(int Place, long Change)> Changes)> Days()
    {
        var changes = new List<(int Place, long Change)>();
        if (!IsDense)
        {
            sparse.Sort();
            for (var i = 0; i < sparse.Count;)
            {
                var day = sparse[i].Day;
                for (changes.Clear(); i < sparse.Count && sparse[i].Day == day; i++)
                {
                    changes.Add((sparse[i].Place, sparse[i].Change));
                }

                yield return (day, changes);
            }

            yield break;
        }

        for (var day = 0; day < days; day++)
        {
            changes.Clear();
            for (var place = 0; place < marks.Count; place++)
            {
                if (marks[place][day] is not 0 and var change)
                {
                    changes.Add((place, change));
                }
            }

            if (changes.Count > 0)
            {
                yield return (first + day, changes);
            }
        }
    }
}
