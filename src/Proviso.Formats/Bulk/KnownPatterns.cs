using System.Runtime.InteropServices;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Formats.Bulk;

/// <summary>What records have outside of their slots, byte for byte, and how to add more of the same.</summary>
internal sealed class KnownPattern(byte[] gaps, int[] ends, Slot[] slots, int[] keys, ReportPattern pattern)
{
    /// <summary>How to add a record.</summary>
    public ReportPattern Pattern => pattern;

    /// <summary>The pattern that came after this one when it last occurred: records often come in turns.</summary>
    public KnownPattern? Next { get; set; }

    /// <summary>Bytes that are kept.</summary>
    public int Size => gaps.Length;

    /// <summary>True when a record has these gaps; requires that its slots were found.</summary>
    public bool Has(ReadOnlySpan<byte> record, ReadOnlySpan<SlotSpan> found)
    {
        if (found.Length != slots.Length)
        {
            return false;
        }

        var (at, gap) = (0, 0);
        for (var each = 0; each < slots.Length; each++)
        {
            if (found[each].Slot != slots[each] || !record[at..found[each].Start].SequenceEqual(gaps.AsSpan(gap..ends[each])))
            {
                return false;
            }

            at = found[each].Start + found[each].Length;
            gap = ends[each];
        }

        return record[at..].SequenceEqual(gaps.AsSpan(gap));
    }

    /// <summary>Finds the slots of a record that has these gaps, without looking at anything else.</summary>
    public bool TryFind(ReadOnlySpan<byte> record, SlotList found)
    {
        found.Clear();
        var (at, gap) = (0, 0);
        for (var each = 0; each < slots.Length; each++)
        {
            var before = gaps.AsSpan(gap..ends[each]);
            if (!record[at..].StartsWith(before))
            {
                return false;
            }

            at += before.Length;
            gap = ends[each];
            var length = gap == gaps.Length ? record.Length - at : record[at..].IndexOf(gaps[gap]);
            if (length < 0)
            {
                return false;
            }

            found.TryAdd(new(slots[each], at, length, at - keys[each]));
            at += length;
        }

        return record[at..].SequenceEqual(gaps.AsSpan(gap));
    }
}

/// <summary>The patterns of a file.</summary>
internal sealed class KnownPatterns
{
    /// <summary>Bytes of patterns that are kept at most; records of others are read one by one.</summary>
    private const int MostBytes = 64 << 20;

    private readonly Dictionary<ulong, List<KnownPattern>> known = [];
    private KnownPattern? last;
    private int bytes;

    /// <summary>How often the next pattern was foreseen of late; below zero nobody tries.</summary>
    private int foreseen;

    /// <summary>The pattern that a record seems to have, by what came before it, with its slots; null where it has another.</summary>
    public KnownPattern? Expected(ReadOnlySpan<byte> record, SlotList found)
    {
        if (foreseen < 0)
        {
            foreseen++;
            return null;
        }

        if (last?.Next is not { } next)
        {
            return null;
        }

        if (next.TryFind(record, found))
        {
            foreseen = Math.Min(foreseen + 1, 16);
            return last = next;
        }

        foreseen = foreseen == 0 ? -64 : foreseen - 1;
        return null;
    }

    /// <summary>The pattern of a record whose slots were found, or null.</summary>
    public KnownPattern? Find(ReadOnlySpan<byte> record, ReadOnlySpan<SlotSpan> found)
    {
        if (known.TryGetValue(Hash(record, found), out var some))
        {
            foreach (var each in some)
            {
                if (each.Has(record, found))
                {
                    if (last is not null)
                    {
                        last.Next = each;
                    }

                    return last = each;
                }
            }
        }

        return null;
    }

    /// <summary>Keeps a pattern.</summary>
    public void Add(ReadOnlySpan<byte> record, ReadOnlySpan<SlotSpan> found, ReportPattern pattern)
    {
        var gaps = new List<byte>(record.Length);
        var (ends, slots, keys) = (new int[found.Length], new Slot[found.Length], new int[found.Length]);
        var at = 0;
        for (var each = 0; each < found.Length; each++)
        {
            gaps.AddRange(record[at..found[each].Start]);
            at = found[each].Start + found[each].Length;
            (ends[each], slots[each], keys[each]) = (gaps.Count, found[each].Slot, found[each].Start - found[each].KeyStart);
        }

        gaps.AddRange(record[at..]);
        if (bytes + gaps.Count > MostBytes)
        {
            return;
        }

        var one = new KnownPattern([.. gaps], ends, slots, keys, pattern);
        bytes += one.Size;
        ref var some = ref CollectionsMarshal.GetValueRefOrAddDefault(known, Hash(record, found), out _);
        (some ??= []).Add(one);
        if (last is not null)
        {
            last.Next = one;
        }

        last = one;
    }

    private static ulong Hash(ReadOnlySpan<byte> record, ReadOnlySpan<SlotSpan> found)
    {
        var hash = ByteHash.Seed;
        var at = 0;
        foreach (var slot in found)
        {
            hash = ByteHash.Of(hash + (ulong)slot.Slot, record[at..slot.Start]);
            at = slot.Start + slot.Length;
        }

        return ByteHash.Of(hash, record[at..]);
    }
}
