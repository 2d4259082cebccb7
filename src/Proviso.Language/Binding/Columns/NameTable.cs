using System.Text;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>Names in UTF-8, numbered from 0 in the order in which they are added; each once. Not safe while somebody adds.</summary>
sealed class NameTable
{
    private const int PageBits = 16;
    private const int PageNames = 1 << PageBits;

    private readonly List<Page> pages = [];

    /// <summary>Open addressing, a power of two: 0, or the number of a name plus one with as much of its hash above.</summary>
    private ulong[] slots = new ulong[64];

    /// <summary>How many names there are.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes that are held, those of the names themselves not counted.</summary>
    public long Overhead => (slots.Length * 8L) + pages.Sum(page => (page.Ends.Length * 4L) + page.Bytes.Length - page.Ends[page.Count - 1]);

    /// <summary>The bytes of a name. Requires <c>0 &lt;= number &lt; Count</c>.</summary>
    public ReadOnlySpan<byte> Bytes(int number)
    {
        var page = pages[number >> PageBits];
        var at = number & (PageNames - 1);
        var start = at == 0 ? 0 : page.Ends[at - 1];
        return page.Bytes.AsSpan(start, page.Ends[at] - start);
    }

    /// <summary>A name. Requires <c>0 &lt;= number &lt; Count</c>.</summary>
    public string Text(int number) => Encoding.UTF8.GetString(Bytes(number));

    /// <summary>The number of a name, or -1.</summary>
    public int Find(ReadOnlySpan<byte> name) => Slot(name, Hash(name)) is var slot && slots[slot] == 0 ? -1 : (int)(slots[slot] & uint.MaxValue) - 1;

    /// <summary>The number of a name, or -1.</summary>
    public int Find(string name)
    {
        var most = Encoding.UTF8.GetMaxByteCount(name.Length);
        var bytes = most <= 512 ? stackalloc byte[most] : new byte[most];
        return Find(bytes[..Encoding.UTF8.GetBytes(name, bytes)]);
    }

    /// <summary>Adds a name that is not there yet.</summary>
    /// <param name="number">Its number, new or as it was.</param>
    /// <returns>False when it was there.</returns>
    public bool TryAdd(ReadOnlySpan<byte> name, out int number)
    {
        var hash = Hash(name);
        var slot = Slot(name, hash);
        if (slots[slot] != 0)
        {
            number = (int)(slots[slot] & uint.MaxValue) - 1;
            return false;
        }

        number = Append(name);
        slots[slot] = Entry(number, hash);
        if (Count > slots.Length / 4 * 3)
        {
            Grow();
        }

        return true;
    }

    private static ulong Entry(int number, uint hash) => ((ulong)hash << 32) | (uint)(number + 1);

    private int Append(ReadOnlySpan<byte> name)
    {
        if ((Count & (PageNames - 1)) == 0)
        {
            pages.Add(new());
        }

        pages[^1].Add(name);
        return Count++;
    }

    private static uint Hash(ReadOnlySpan<byte> name) => ByteHash.Of(ByteHash.Seed, name) is var hash ? (uint)(hash >> 32) ^ (uint)hash : 0;

    private int Slot(ReadOnlySpan<byte> name, uint hash)
    {
        var mask = slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            var entry = slots[slot];
            if (entry == 0 || ((uint)(entry >> 32) == hash && Bytes((int)(entry & uint.MaxValue) - 1).SequenceEqual(name)))
            {
                return slot;
            }
        }
    }

    private void Grow()
    {
        var before = slots;
        slots = new ulong[before.Length * 2];
        var mask = slots.Length - 1;
        foreach (var entry in before)
        {
            if (entry != 0)
            {
                var slot = (int)(uint)(entry >> 32) & mask;
                while (slots[slot] != 0)
                {
                    slot = (slot + 1) & mask;
                }

                slots[slot] = entry;
            }
        }
    }

    /// <summary>Some names one after the other.</summary>
    private sealed class Page
    {
        public byte[] Bytes { get; private set; } = new byte[256];

        public int[] Ends { get; private set; } = new int[16];

        public int Count { get; private set; }

        public void Add(ReadOnlySpan<byte> name)
        {
            var start = Count == 0 ? 0 : Ends[Count - 1];
            Bytes = Room(Bytes, start + name.Length);
            Ends = Room(Ends, Count + 1);
            name.CopyTo(Bytes.AsSpan(start));
            Ends[Count++] = start + name.Length;
            if (Count == PageNames)
            {
                Bytes = Bytes.AsSpan(0, Ends[Count - 1]).ToArray();
            }
        }

        private static T[] Room<T>(T[] array, int needed)
        {
            if (needed > array.Length)
            {
                Array.Resize(ref array, (int)Math.Max(needed, Math.Min(array.Length * 2L, array.Length + (array.Length / 4L) + 65_536)));
            }

            return array;
        }
    }
}
