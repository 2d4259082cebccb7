using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Reports;

/// <summary>Days between two sightings of one item that nobody reports.</summary>
/// <param name="Earlier">The shape of the earlier sighting.</param>
/// <param name="EarlierAlone">The number of its report where a view makes a choice about that; else -1.</param>
/// <param name="Row">The days, with the number of the earlier report.</param>
internal sealed record Gap(StateShape Earlier, int EarlierAlone, StateShape Later, int LaterAlone, StateRow Row);

/// <summary>Finds the days between two sightings of one named item at one place, on which an observed state is possible and never proved (docs/semantics.md §4).</summary>
/// <remarks>Between any two sightings there is a gap; but one that lies in others, or in sightings, which are taken alike adds nothing. What is left is one gap for each hole between
/// sightings of one shape, and the widest between any two of two shapes.</remarks>
internal static class Gaps
{
    /// <summary>The gaps of all items, item by item.</summary>
    /// <param name="alone">The number of a report that views may take otherwise than others of its shape; -1 for all others.</param>
    /// <param name="among">The shapes that are looked at; null for all.</param>
    /// <param name="item">The number of the item that is looked for; null for all.</param>
    public static IEnumerable<Gap> Of(FactColumns columns, Func<int, int> alone, Func<StateShape, bool>? among = null, int? item = null)
    {
        var sightings = Sightings(columns, alone, among, item);
        for (var start = 0; start < sightings.Count;)
        {
            var end = start + 1;
            while (end < sightings.Count && sightings[end].IsOfLot(sightings[start]))
            {
                end++;
            }

            if (end - start > 1)
            {
                foreach (var gap in Of(sightings[start..end]))
                {
                    yield return gap;
                }
            }

            start = end;
        }
    }

    private static IEnumerable<Gap> Of(List<Sighting> lot)
    {
        var kinds = lot.GroupBy(each => (each.Shape, each.Alone))
            .Select(kind => (kind.Key, Rows: kind.Select(each => each.Row).OrderBy(row => row.StartFirst).ThenBy(row => row.EndLast).ToImmutableArray())).ToList();
        foreach (var (earlier, rows) in kinds)
        {
            foreach (var (later, others) in kinds)
            {
                var pairs = earlier == later ? Holes(rows) : [(rows.MinBy(row => row.EndLast), others[^1])];
                foreach (var (ended, begun) in pairs.Where(pair => pair.Ended.EndLast + 1 < pair.Begun.StartFirst))
                {
                    yield return new(earlier.Shape, earlier.Alone, later.Shape, later.Alone, Between(ended, begun));
                }
            }
        }
    }

    /// <summary>Each sighting with, of those before it, the one that ended last.</summary>
    private static IEnumerable<(StateRow Ended, StateRow Begun)> Holes(ImmutableArray<StateRow> byStart)
    {
        var last = byStart[0];
        foreach (var next in byStart.Skip(1))
        {
            yield return (last, next);
            last = next.EndLast > last.EndLast ? next : last;
        }
    }

    private static StateRow Between(StateRow ended, StateRow begun) => ended with
    {
        StartFirst = ended.EndLast + 1,
        StartLast = ended.EndLast + 1,
        EndFirst = begun.StartFirst - 1,
        EndLast = begun.StartFirst - 1,
        LeastDays = 1,
    };

    /// <summary>A report of a named item in an observed state.</summary>
    /// <param name="Lot">The number of what the item was seen as, where, and in what state.</param>
    private readonly record struct Sighting(StateRow Row, int Lot, StateShape Shape, int Alone)
    {
        public bool IsOfLot(Sighting other) => Row.Item == other.Row.Item && Lot == other.Lot;
    }

    /// <summary>All sightings; those of one lot stand together, in the order of the file.</summary>
    private static List<Sighting> Sightings(FactColumns columns, Func<int, int> alone, Func<StateShape, bool>? among, int? item)
    {
        var found = new List<Sighting>();
        var lots = new Dictionary<(string Symbol, string Place, string State), int>();
        foreach (var shape in columns.States.All.Where(shape => shape is { Absent: false, IsGap: false, State.Persistence: Persistence.Observed } && among?.Invoke(shape) != false))
        {
            var key = (shape.Subject.Symbol.Name, shape.In.Name, shape.State.Name);
            var lot = lots.TryGetValue(key, out var known) ? known : lots[key] = lots.Count;
            foreach (var row in columns.States.RowsOf(shape).Span)
            {
                if (row.Item >= 0 && row.EndLast < FactColumns.NoEnd && (item is null || row.Item == item))
                {
                    found.Add(new(row, lot, shape, alone(row.Source)));
                }
            }
        }

        found.Sort(static (a, b) => a.Row.Item != b.Row.Item ? a.Row.Item.CompareTo(b.Row.Item) : a.Lot != b.Lot ? a.Lot.CompareTo(b.Lot) : a.Row.Source.CompareTo(b.Row.Source));
        return found;
    }
}
