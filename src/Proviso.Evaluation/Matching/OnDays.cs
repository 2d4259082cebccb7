using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Matching;

/// <summary>Many things, each of which matters on some days only: those that do on a day, in their order. Days asked in ascending order cost what begins and ends between them.</summary>
internal sealed class OnDays<T>
{
    private readonly ImmutableArray<(DayRange Days, int Index)> byFirst;
    private readonly SortedList<int, int> open = [];
    private ImmutableArray<T> found = [];
    private int next;
    private int asked = int.MinValue;
    private int firstEnd = int.MaxValue;

    /// <summary>Keeps the things that matter on some day.</summary>
    /// <param name="days">The days from the first to the last on which a thing matters; null: on none.</param>
    public OnDays(IEnumerable<T> things, Func<T, DayRange?> days)
    {
        var kept = things.Select(thing => (Thing: thing, Days: days(thing))).Where(each => each.Days is not null).ToList();
        All = [.. kept.Select(each => each.Thing)];
        byFirst = [.. kept.Select((each, index) => (Days: each.Days!.Value, Index: index)).OrderBy(each => each.Days.From)];
    }

    /// <summary>All that matter on some day.</summary>
    public ImmutableArray<T> All { get; }

    /// <summary>Those that matter on the day.</summary>
    public ImmutableArray<T> At(int day)
    {
        if (day < asked)
        {
            open.Clear();
            (next, found, firstEnd) = (0, [], int.MaxValue);
        }

        asked = day;
        var changes = firstEnd <= day;
        if (changes)
        {
            foreach (var index in open.Where(each => each.Value <= day).Select(each => each.Key).ToList())
            {
                open.Remove(index);
            }
        }

        for (; next < byFirst.Length && byFirst[next].Days.From <= day; next++)
        {
            if (byFirst[next].Days.Before > day)
            {
                open.Add(byFirst[next].Index, byFirst[next].Days.Before);
                changes = true;
            }
        }

        if (changes)
        {
            firstEnd = open.Count == 0 ? int.MaxValue : open.Values.Min();
            found = [.. open.Keys.Select(index => All[index])];
        }

        return found;
    }
}
