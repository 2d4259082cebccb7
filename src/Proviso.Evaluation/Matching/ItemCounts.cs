using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Proviso.Evaluation.Reports;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Matching;

/// <summary>Reports of which some may be of a term of a count.</summary>
/// <param name="Passes">Whether they are of the term, in the place and held as is asked, day by day.</param>
/// <param name="Weight">For how much each thing counts.</param>
internal sealed record CountedGroup(StateGroup Group, Line Passes, long Weight);

/// <summary>Adds up reports of named items, day by day, without looking at one day after the other. Different items are different things; reports of one item are of the same, of which the
/// greatest number counts (docs/semantics.md §13). What this does not add is told by the days on which it matters.</summary>
internal sealed class ItemCounts
{
    private const int Many = 16;
    private readonly ViewSets sets;
    private readonly Facts facts;
    private readonly States states;
    private readonly DayCounts counts;
    private readonly int first;
    private readonly int last;
    private readonly List<DayRange> closely = [];
    private readonly List<Piece> repeated = [];

    public ItemCounts(ViewSets sets, Facts facts, States states, ImmutableArray<CountedGroup> groups)
    {
        (this.sets, this.facts, this.states) = (sets, facts, states);
        var all = groups.Select(each => (each.Group, each.Weight, each.Passes, Stretches: states.Stretches(each.Group, each.Passes))).ToList();
        (first, last) = (states.DayBefore(all.Select(each => (each.Group, each.Stretches))), states.Horizon + 1);
        counts = new DayCounts(sets, first, last);
        var meets = Meets(groups);
        foreach (var (group, weight, passes, stretches) in all)
        {
            var questioned = group.Taken.NumberQuestioned;
            foreach (var row in group.Rows.Span)
            {
                var number = weight * facts.AmountOf(row).Low;
                if (states.IsSingular(group, row))
                {
                    AddSingly(group, row, passes, weight, number);
                    continue;
                }

                var (from, before) = (row.StartLast, Math.Min(row.EndFirst, states.Horizon) + 1);
                foreach (var each in stretches)
                {
                    var (start, end) = (Math.Max(from, each.Days.From), Math.Min(before, each.Days.Before));
                    if (row.Item < 0)
                    {
                        Note(each.Told, start, end);
                    }
                    else if (questioned == ViewSets.None)
                    {
                        Add(row.Item, each.Sure, start, end, number, meets[row.Item]);
                    }
                    else
                    {
                        Add(row.Item, sets.Except(each.Sure, questioned), start, end, number, meets[row.Item]);
                        Add(row.Item, sets.And(each.Sure, questioned), start, end, weight, meets[row.Item]);
                    }
                }
            }
        }

        repeated.Sort(static (a, b) => a.Item != b.Item ? a.Item.CompareTo(b.Item) : a.From.CompareTo(b.From));
        var pieces = CollectionsMarshal.AsSpan(repeated);
        for (var start = 0; start < pieces.Length;)
        {
            var end = start + 1;
            while (end < pieces.Length && pieces[end].Item == pieces[start].Item)
            {
                end++;
            }

            AddOnce(pieces[start..end]);
            start = end;
        }
    }

    /// <summary>The days on which it takes a closer look: reports without item are about.</summary>
    public IReadOnlyList<DayRange> Closely => closely;

    /// <summary>The views in which what is added is more than a limit. Requires that it is asked once.</summary>
    public Line Above(long limit) => counts.Above(limit);

    /// <summary>What a report of an item shows surely, in some views on some days.</summary>
    private readonly record struct Piece(int Item, int Views, int From, int Before, long Number);

    /// <summary>Whether reports of an item may be of the same day, or one of them is of days of its own: then it is found out how many it is on each. Never false where they are.</summary>
    private bool[] Meets(ImmutableArray<CountedGroup> groups)
    {
        var met = new bool[facts.ItemCount];
        var (from, before) = (new int[met.Length], new int[met.Length]);
        foreach (var each in groups)
        {
            foreach (var row in each.Group.Rows.Span)
            {
                if (row.Item < 0)
                {
                    continue;
                }

                // Days are held against all from the first to the last of the item so far; there are none yet where both are the same.
                ref var first = ref from[row.Item];
                ref var end = ref before[row.Item];
                var isNew = first == end;
                met[row.Item] |= states.IsSingular(each.Group, row) || (!isNew && row.StartLast < end && first <= row.EndFirst);
                first = isNew ? row.StartLast : Math.Min(first, row.StartLast);
                end = isNew ? Math.Max(row.EndFirst, row.StartLast) + 1 : Math.Max(end, row.EndFirst + 1);
            }
        }

        return met;
    }

    private void AddSingly(StateGroup group, StateRow row, Line passes, long weight, long number)
    {
        var fact = facts.Single(group, row);
        var told = Line.And(sets, states.OnItsDays(fact, contradicted: false), passes);
        var sure = row.Item < 0 ? told : Line.And(sets, states.OnItsDays(fact), passes);
        for (var day = int.MinValue; day != int.MaxValue; day = sure.NextChange(day))
        {
            var views = sure.LoAt(day);
            if (row.Item < 0)
            {
                Note(views, day, sure.NextChange(day));
                continue;
            }

            Add(row.Item, sets.Except(views, group.Taken.NumberQuestioned), day, sure.NextChange(day), number, isRepeated: true);
            Add(row.Item, sets.And(views, group.Taken.NumberQuestioned), day, sure.NextChange(day), weight, isRepeated: true);
        }
    }

    private void Note(int views, int from, int before)
    {
        if (views != ViewSets.None && from < before)
        {
            closely.Add(new(from, before));
        }
    }

    private void Add(int item, int views, int from, int before, long number, bool isRepeated)
    {
        if (views == ViewSets.None || from >= before || number == 0)
        {
            return;
        }

        if (isRepeated)
        {
            repeated.Add(new(item, views, from, before, number));
        }
        else
        {
            counts.Add(views, from, before, number);
        }
    }

    /// <summary>Adds the greatest number that is shown of one item. Requires that the pieces are in the order of their days.</summary>
    private void AddOnce(ReadOnlySpan<Piece> pieces)
    {
        var before = int.MinValue;
        var isMet = false;
        foreach (var piece in pieces)
        {
            isMet |= piece.From < before;
            before = Math.Max(before, piece.Before);
        }

        if (!isMet)
        {
            foreach (var piece in pieces)
            {
                counts.Add(piece.Views, piece.From, piece.Before, piece.Number);
            }

            return;
        }

        var more = Line.Never;
        foreach (var alike in pieces.ToArray().GroupBy(piece => piece.Number).OrderByDescending(each => each.Key))
        {
            var shown = Shown([.. alike]);
            var added = Line.Merge(shown, more, sets.Except, sets.Except);
            for (var day = int.MinValue; day != int.MaxValue; day = added.NextChange(day))
            {
                counts.Add(added.LoAt(day), day, added.NextChange(day), alike.Key);
            }

            more = Line.Or(sets, more, shown);
        }
    }

    private Line Shown(List<Piece> pieces)
    {
        if (pieces.Count < Many)
        {
            return Line.Any(sets, [.. pieces.Select(piece => Line.On(new(piece.From, piece.Before), piece.Views, piece.Views))]);
        }

        var days = new DayCounts(sets, first, last);
        foreach (var piece in pieces)
        {
            days.Add(piece.Views, piece.From, piece.Before);
        }

        return days.Any();
    }
}
