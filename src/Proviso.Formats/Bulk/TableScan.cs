using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.Intrinsics;
using Proviso.Formats.Statements;

namespace Proviso.Formats.Bulk;

/// <summary>Finds the slots of a row of CSV, as <see cref="JsonScan"/> does on a line of JSON.</summary>
internal sealed class TableScan
{
    private readonly ImmutableArray<Slot?> columns;

    /// <summary>The columns that are slots.</summary>
    private readonly ImmutableArray<int> slotted;

    /// <summary>Where the commas of a row stand, made once and used for every row.</summary>
    private readonly int[] commas;

    /// <summary>For a table of these columns.</summary>
    public TableScan(ImmutableArray<string> headings)
    {
        columns = [.. headings.Select(heading => heading switch
        {
            PartNames.Received => Slot.Received,
            PartNames.For => Slot.Answered,
            _ => SlotSpan.Of(System.Text.Encoding.UTF8.GetBytes(heading)),
        })];
        slotted = [.. Enumerable.Range(0, columns.Length).Where(column => columns[column] is not null)];
        commas = new int[columns.Length];
    }

    /// <summary>Finds the slots; false for a row that has not as many cells as there are columns.</summary>
    public bool TryFind(ReadOnlySpan<byte> row, SlotList slots)
    {
        slots.Clear();
        return row.Contains((byte)'"') ? TryFindQuoted(row, slots) : TryFindBare(row, slots);
    }

    /// <summary>In a row without quotes every comma ends a cell.</summary>
    private bool TryFindBare(ReadOnlySpan<byte> row, SlotList slots)
    {
        if (Commas(row) != columns.Length - 1)
        {
            return false;
        }

        foreach (var column in slotted)
        {
            var start = column == 0 ? 0 : commas[column - 1] + 1;
            var end = column == columns.Length - 1 ? row.Length : commas[column];
            if (end > start && !Take(row, columns[column].GetValueOrDefault(), start, end, slots))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Notes where the commas stand.</summary>
    /// <returns>How many there are; where there are too many, more than there are columns.</returns>
    private int Commas(ReadOnlySpan<byte> row)
    {
        var (count, at) = (0, 0);
        var comma = Vector256.Create((byte)',');
        for (; at + Vector256<byte>.Count <= row.Length; at += Vector256<byte>.Count)
        {
            var found = Vector256.Equals(Vector256.Create(row.Slice(at, Vector256<byte>.Count)), comma).ExtractMostSignificantBits();
            for (; found != 0; found &= found - 1)
            {
                if (count == commas.Length)
                {
                    return count + 1;
                }

                commas[count++] = at + BitOperations.TrailingZeroCount(found);
            }
        }

        for (; at < row.Length; at++)
        {
            if (row[at] == ',')
            {
                if (count == commas.Length)
                {
                    return count + 1;
                }

                commas[count++] = at;
            }
        }

        return count;
    }

    private bool TryFindQuoted(ReadOnlySpan<byte> row, SlotList slots)
    {
        var at = 0;
        for (var column = 0; column < columns.Length; column++)
        {
            if (at > row.Length)
            {
                return false;
            }

            var (start, end, next) = Cell(row, at);
            if (columns[column] is { } slot && end > start && !Take(row, slot, start, end, slots))
            {
                return false;
            }

            at = next;
        }

        return at > row.Length;
    }

    /// <summary>Where the record that begins here ends, at a line feed outside of quotes or at the end; -1 where that is not seen yet.</summary>
    /// <param name="isLast">True when nothing follows these bytes.</param>
    public static int End(ReadOnlySpan<byte> bytes, bool isLast)
    {
        var at = 0;
        while (true)
        {
            // Most rows have no quote at all.
            var found = bytes[at..].IndexOfAny((byte)'\n', (byte)'"');
            if (found < 0)
            {
                return isLast ? bytes.Length : -1;
            }

            at += found;
            if (bytes[at] == '\n')
            {
                return at;
            }

            var isOpening = at == 0 || bytes[at - 1] is (byte)',' or (byte)'\n';
            at++;
            if (!isOpening)
            {
                continue;
            }

            while (true)
            {
                var close = bytes[at..].IndexOf((byte)'"');
                if (close < 0)
                {
                    return isLast ? bytes.Length : -1;
                }

                at += close + 1;
                if (at >= bytes.Length || bytes[at] != '"')
                {
                    break;
                }

                at++;
            }
        }
    }

    /// <summary>The text of a cell, without quotes around it, and where the next begins: past the end after the last.</summary>
    private static (int Start, int End, int Next) Cell(ReadOnlySpan<byte> row, int at)
    {
        if (at < row.Length && row[at] == '"')
        {
            var end = at + 1;
            while (true)
            {
                var close = row[end..].IndexOf((byte)'"');
                if (close < 0)
                {
                    return (at, row.Length, row.Length + 1);
                }

                end += close + 1;
                if (end >= row.Length || row[end] != '"')
                {
                    break;
                }

                end++;
            }

            var next = row[end..].IndexOf((byte)',');
            return (at + 1, end - 1, next < 0 ? row.Length + 1 : end + next + 1);
        }

        var comma = row[at..].IndexOf((byte)',');
        return comma < 0 ? (at, row.Length, row.Length + 1) : (at, at + comma, at + comma + 1);
    }

    private static bool Take(ReadOnlySpan<byte> row, Slot slot, int start, int end, SlotList slots)
    {
        if (slot != Slot.Received)
        {
            return (slot == Slot.Answered && row[start..end].Contains((byte)',')) || slots.TryAdd(new(slot, start, end - start, start));
        }

        // RECEIVER on TIME; RECEIVER on TIME
        while (start < end)
        {
            var length = row[start..end].IndexOf((byte)';');
            var item = length < 0 ? end : start + length;
            var on = row[start..item].IndexOf(" on "u8);
            if (on < 0 || !slots.TryAdd(new(Slot.Received, start + on + 4, item - start - on - 4, start)))
            {
                return false;
            }

            start = item + 1;
        }

        return true;
    }
}
