using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Formats.Answers;

/// <summary>Days on which two evaluations of one agreement tell different things of a row in a view.</summary>
/// <param name="Was">What the first told; null when its days end before.</param>
/// <param name="Becomes">What the second tells; null when its days end before.</param>
public sealed record Change(DayRange Days, Told? Was, Told? Becomes);

/// <summary>The changes of one row in one view, in order of days; at least one.</summary>
/// <param name="Row">Of the second evaluation.</param>
public sealed record RowChanges(Row Row, View View, ImmutableArray<Change> Changes)
{
    /// <summary>What differs between two evaluations whose agreements say the same, in the rows and views asked about.</summary>
    /// <param name="rows">Asked of rows of the second.</param>
    /// <param name="days">Only these days.</param>
    public static ImmutableArray<RowChanges> Between(Verdicts before, Verdicts after, ImmutableArray<View> views, Func<Row, bool> rows, DayRange? days = null)
    {
        var asked = days ?? DayRange.Always;
        // Before the first day of either nothing is in force.
        var within = asked with { From = Math.Min(Math.Max(asked.From, Math.Max(before.FirstDay, after.FirstDay)), asked.Before) };
        return
        [
            .. from index in Enumerable.Range(0, after.Rows.Length)
               where rows(after.Rows[index])
               from view in views
               let changes = Between(ToldDays.Of(before, before.Rows[index], view), ToldDays.Of(after, after.Rows[index], view), within)
               where !changes.IsEmpty
               select new RowChanges(after.Rows[index], view, changes),
        ];
    }

    private static ImmutableArray<Change> Between(ImmutableArray<ToldDays> before, ImmutableArray<ToldDays> after, DayRange within)
    {
        var turns = before.Concat(after).SelectMany(told => new[] { told.Days.From, told.Days.Before })
            .Select(day => Math.Clamp(day, within.From, within.Before)).Distinct().Order().ToList();
        var changes = ImmutableArray.CreateBuilder<Change>();
        foreach (var (from, end) in turns.Zip(turns.Skip(1)))
        {
            var (was, becomes) = (At(before, from), At(after, from));
            if (was == becomes)
            {
                continue;
            }

            if (changes.Count > 0 && changes[^1].Days.Before == from && changes[^1].Was == was && changes[^1].Becomes == becomes)
            {
                changes[^1] = changes[^1] with { Days = new(changes[^1].Days.From, end) };
            }
            else
            {
                changes.Add(new(new(from, end), was, becomes));
            }
        }

        return changes.ToImmutable();
    }

    private static Told? At(ImmutableArray<ToldDays> told, int day) => told.FirstOrDefault(each => each.Days.Contains(day))?.Told;
}

/// <summary>Rows and views of one clause that change in the same way.</summary>
/// <param name="Whom">Those who owe the clause, or are offered it.</param>
/// <param name="Places">The places; empty when the clause has none.</param>
/// <param name="Views">The views, in order.</param>
/// <param name="First">One of them.</param>
public sealed record ChangeGroup(ImmutableArray<string> Whom, ImmutableArray<string> Places, ImmutableArray<string> Views, RowChanges First)
{
    /// <summary>The groups, clause by clause, in the order of the rows. A place within a place is left out where it changes as the
    /// whole does.</summary>
    public static ImmutableArray<ChangeGroup> Of(IEnumerable<RowChanges> changes)
    {
        var all = changes.ToList();
        var groups = new List<(List<RowChanges> Own, string Key)>();
        foreach (var one in all.Where(one => !SameAsWhole(one, all)))
        {
            var key = one.Row.Clause.Id + string.Concat(one.Changes);
            var same = groups.Find(group => group.Key == key);
            if (same.Own is null)
            {
                groups.Add(([one], key));
            }
            else
            {
                same.Own.Add(one);
            }
        }

        return [.. groups.SelectMany(group => Of(group.Own))];
    }

    private static bool SameAsWhole(RowChanges one, List<RowChanges> all) =>
        one.Row.Place?.Name != one.Row.Instance?.Name
        && all.Exists(other => other.View.Name == one.View.Name && other.Row.Clause.Id == one.Row.Clause.Id && other.Row.Party.Name == one.Row.Party.Name
            && other.Row.Addressee?.Name == one.Row.Addressee?.Name && other.Row.Instance?.Name == one.Row.Instance?.Name
            && other.Row.Place?.Name == one.Row.Instance?.Name && other.Changes.SequenceEqual(one.Changes));

    /// <summary>Rows and views that make a whole block are named together: never a row with a view in which it does not change.</summary>
    private static IEnumerable<ChangeGroup> Of(List<RowChanges> same)
    {
        var blocks = same.GroupBy(one => (WhomOf(one.Row), one.Row.Place?.Name))
            .Select(row => (Row: row.Key, Views: row.Select(one => one.View.Name).Distinct().ToImmutableArray(), First: row.First()))
            .GroupBy(block => (block.Row.Item1, string.Join(",", block.Views)))
            .Select(block => (Whom: block.Key.Item1, Places: block.Select(row => row.Row.Name).OfType<string>().ToImmutableArray(), block.First().Views, block.First().First))
            .GroupBy(block => (string.Join(",", block.Places), string.Join(",", block.Views)));
        return blocks.Select(block => new ChangeGroup([.. block.Select(one => one.Whom).Distinct()], block.First().Places, block.First().Views, block.First().First));
    }

    /// <summary>The one a row is about: the addressee of an offer, or who owes it and to whom.</summary>
    public static string WhomOf(Row row) => row.Addressee is null ? row.Party.Name
        : row.Clause.Offer is not null ? row.Addressee.Name
        : $"{row.Party.Name} to {row.Addressee.Name}";
}
