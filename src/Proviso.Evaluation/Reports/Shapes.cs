using System.Runtime.InteropServices;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Reports;

/// <summary>What many reports of things in states have in common: everything that decides whether they match a noun, a holder and a place, and how views take them.
/// So each such question is asked once for all of them.</summary>
/// <param name="Subject">Of one of them; only its symbol and what it is with are common to all.</param>
/// <param name="Footing">The number of their footing.</param>
internal sealed record StateShape(bool Absent, bool IsTotal, State State, Subject Subject, Place In, int Footing)
{
    /// <summary>Null; or, of days between two sightings that nobody reports, the footing of the later one.</summary>
    public int? LaterFooting { get; init; }

    /// <summary>True for days between two sightings of one item, which nobody reports.</summary>
    public bool IsGap => LaterFooting is not null;

    /// <inheritdoc/>
    /// <remarks>By names: what is bound from one text is one object, but a case may be put together from several.</remarks>
    public bool Equals(StateShape? other) => other is not null && Footing == other.Footing && LaterFooting == other.LaterFooting && Absent == other.Absent && IsTotal == other.IsTotal
        && State.Name == other.State.Name && In.Name == other.In.Name && Shapes.AreAlike(Subject, other.Subject);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Footing, LaterFooting, Absent, IsTotal, State.Name, In.Name, Shapes.HashOf(Subject));
}

/// <summary>One report of a shape. Days count from 1970-01-01 on the agreement's clock.</summary>
/// <param name="StartFirst">First day on which it may have begun.</param>
/// <param name="StartLast">Last day on which it may have begun.</param>
/// <param name="EndFirst">The earliest that its last day may be.</param>
/// <param name="EndLast">The latest that its last day may be.</param>
/// <param name="LeastDays">The fewest days it can have touched, by how long it lasted.</param>
/// <param name="Item">The number of the item's name; -1 for none.</param>
/// <param name="Amount">The number of the amount.</param>
/// <param name="Source">The number of the report; of a gap, of the earlier sighting.</param>
internal readonly record struct StateRow(int StartFirst, int StartLast, int EndFirst, int EndLast, int LeastDays, int Item, int Amount, int Source);

/// <summary>What many reports of events have in common.</summary>
/// <param name="Of">What it was of, in one of them; only its symbol and what it is with are common to all.</param>
internal sealed record EventShape(bool NotReceived, Event Event, Party By, Party? To, Subject? Of, Place? In, int Footing)
{
    /// <inheritdoc/>
    public bool Equals(EventShape? other) => other is not null && Footing == other.Footing && NotReceived == other.NotReceived && Event.Name == other.Event.Name && By.Name == other.By.Name
        && To?.Name == other.To?.Name && In?.Name == other.In?.Name
        && (Of is null ? other.Of is null : other.Of is not null && Shapes.AreAlike(Of, other.Of));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Footing, NotReceived, Event.Name, By.Name, To?.Name, In?.Name, Of is null ? 0 : Shapes.HashOf(Of));
}

/// <summary>One report of a shape.</summary>
/// <param name="First">The first day on which it may have happened, from 1970-01-01 on the agreement's clock.</param>
/// <param name="Last">The last day on which it may have happened.</param>
/// <param name="When">The minutes in which it may have happened.</param>
/// <param name="Item">The number of the name of the item that it was of; -1 for none.</param>
/// <param name="Source">The number of the report.</param>
internal readonly record struct EventRow(int First, int Last, Window When, int Item, int Source);

/// <summary>Shapes with their rows, in the order in which they first occur; each shape's rows in the order of the file.</summary>
internal sealed class Shapes<TShape, TRow>
    where TShape : class
    where TRow : struct
{
    private readonly Dictionary<TShape, Column<TRow>> rows;
    private readonly List<TShape> all;

    public Shapes() => (rows, all) = ([], []);

    private Shapes(Shapes<TShape, TRow> before) => (rows, all) = (new(before.rows), [.. before.all]);

    /// <summary>The shapes.</summary>
    public IReadOnlyList<TShape> All => all;

    /// <summary>The same, to be changed without changing this.</summary>
    public Shapes<TShape, TRow> Copy() => new(this);

    /// <summary>The rows of a shape; none of one that is not there.</summary>
    public ReadOnlyMemory<TRow> RowsOf(TShape shape) => rows.TryGetValue(shape, out var column) ? column.Rows : default;

    /// <summary>Adds a row after all others of the shape.</summary>
    public void Add(TShape shape, TRow row)
    {
        ref var column = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, shape, out var exists);
        if (!exists)
        {
            column = new();
            all.Add(shape);
        }

        column!.Add(row);
    }

    /// <summary>Puts other rows in the place of a shape's.</summary>
    /// <param name="change">Changes a list of the rows as they are.</param>
    public void Change(TShape shape, Action<List<TRow>> change)
    {
        List<TRow> list = [.. RowsOf(shape).Span];
        change(list);
        if (!rows.ContainsKey(shape))
        {
            all.Add(shape);
        }

        rows[shape] = new(list);
    }

    /// <summary>Gives back the room that is not used.</summary>
    public void Trim()
    {
        foreach (var column in rows.Values)
        {
            column.Trim();
        }
    }
}

/// <summary>A list whose content so far can be held on to while it grows.</summary>
internal sealed class Column<T>
{
    private T[] items;
    private int count;

    public Column() => items = new T[4];

    public Column(List<T> content) => (items, count) = ([.. content], content.Count);

    /// <summary>What is in it now; it stays as it is when more is added.</summary>
    public ReadOnlyMemory<T> Rows => items.AsMemory(0, count);

    /// <summary>Appends.</summary>
    public void Add(T item)
    {
        if (count == items.Length)
        {
            Array.Resize(ref items, Math.Max(4, 2 * count));
        }

        items[count++] = item;
    }

    /// <summary>Gives back the room that is not used.</summary>
    public void Trim() => Array.Resize(ref items, Math.Max(1, count));
}

/// <summary>What shapes compare.</summary>
internal static class Shapes
{
    /// <summary>The same symbol with the same values, whatever the item.</summary>
    public static bool AreAlike(Subject one, Subject other) => one.Symbol.Name == other.Symbol.Name && one.With.AsSpan().SequenceEqual(other.With.AsSpan());

    /// <summary>Equal for subjects that are alike.</summary>
    public static int HashOf(Subject subject)
    {
        var hash = new HashCode();
        hash.Add(subject.Symbol.Name);
        foreach (var each in subject.With)
        {
            hash.Add(each.Attribute);
            hash.Add(each.Value is PartyValue party ? party.Party.Name.GetHashCode(StringComparison.Ordinal) : each.Value.GetHashCode());
        }

        return hash.ToHashCode();
    }
}
