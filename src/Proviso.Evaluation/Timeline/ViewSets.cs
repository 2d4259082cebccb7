using System.Runtime.InteropServices;

namespace Proviso.Evaluation.Timeline;

/// <summary>Sets of views, interned: each distinct set is a small number, and the algebra on them is remembered. One evaluation
/// serves any number of views because every fact carries the set of views that have it.</summary>
/// <remarks>Not thread-safe, but for <see cref="Has"/>: sets are only ever added, so that those there are can be looked into meanwhile.</remarks>
internal sealed class ViewSets
{
    /// <summary>The set of no view.</summary>
    public const int None = 0;

    private readonly int words;
    private readonly ulong lastWord;
    private readonly List<ulong[]> sets = [];
    private readonly Dictionary<ulong[], int> ids = new(new WordsComparer());
    private readonly Dictionary<(int A, int B), int> ands = [];
    private readonly Dictionary<(int A, int B), int> ors = [];
    private readonly List<int> complements = [];

    /// <param name="count">Number of views; at least 1.</param>
    public ViewSets(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Count = count;
        words = (count + 63) / 64;
        lastWord = count % 64 == 0 ? ulong.MaxValue : (1UL << (count % 64)) - 1;
        Intern(new ulong[words]);
        var all = new ulong[words];
        Array.Fill(all, ulong.MaxValue);
        all[^1] = lastWord;
        All = Intern(all);
    }

    /// <summary>Number of views.</summary>
    public int Count { get; }

    /// <summary>The set of all views.</summary>
    public int All { get; }

    /// <summary>The set of the views (0 &lt;= index &lt; <see cref="Count"/>) that pass.</summary>
    public int Of(Func<int, bool> passes)
    {
        var bits = new ulong[words];
        for (var view = 0; view < Count; view++)
        {
            if (passes(view))
            {
                bits[view / 64] |= 1UL << (view % 64);
            }
        }

        return Intern(bits);
    }

    /// <summary>True when the view is in the set.</summary>
    public bool Has(int set, int view) => (sets[set][view / 64] & (1UL << (view % 64))) != 0;

    /// <summary>Views in both.</summary>
    public int And(int a, int b)
    {
        if (a == b || b == All)
        {
            return a;
        }

        if (a == All)
        {
            return b;
        }

        if (a == None || b == None)
        {
            return None;
        }

        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(ands, a < b ? (a, b) : (b, a), out var exists);
        return exists ? known : known = Combine(a, b, static (x, y) => x & y);
    }

    /// <summary>Views in either.</summary>
    public int Or(int a, int b)
    {
        if (a == b || b == None)
        {
            return a;
        }

        if (a == None)
        {
            return b;
        }

        if (a == All || b == All)
        {
            return All;
        }

        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(ors, a < b ? (a, b) : (b, a), out var exists);
        return exists ? known : known = Combine(a, b, static (x, y) => x | y);
    }

    /// <summary>Views not in the set.</summary>
    public int Not(int a)
    {
        if (complements[a] < 0)
        {
            var bits = sets[a].Select(word => ~word).ToArray();
            bits[^1] &= lastWord;
            var complement = Intern(bits);
            complements[a] = complement;
            complements[complement] = a;
        }

        return complements[a];
    }

    /// <summary>Views in <paramref name="a"/> and not in <paramref name="b"/>.</summary>
    public int Except(int a, int b) => And(a, Not(b));

    /// <summary>For each view the first of those that are in the same of some sets as it is.</summary>
    public int[] Alike(IEnumerable<int> some)
    {
        var classOf = new int[Count];
        var next = 1;
        foreach (var set in some.Distinct())
        {
            var split = new Dictionary<int, int>();
            foreach (var view in Enumerable.Range(0, Count).Where(view => Has(set, view)))
            {
                classOf[view] = split.TryGetValue(classOf[view], out var known) ? known : split[classOf[view]] = next++;
            }
        }

        return [.. classOf.Select(one => Array.IndexOf(classOf, one))];
    }

    private int Combine(int a, int b, Func<ulong, ulong, ulong> word)
    {
        var bits = new ulong[words];
        for (var i = 0; i < words; i++)
        {
            bits[i] = word(sets[a][i], sets[b][i]);
        }

        return Intern(bits);
    }

    private int Intern(ulong[] bits)
    {
        if (!ids.TryGetValue(bits, out var id))
        {
            id = sets.Count;
            sets.Add(bits);
            complements.Add(-1);
            ids.Add(bits, id);
        }

        return id;
    }

    private sealed class WordsComparer : IEqualityComparer<ulong[]>
    {
        public bool Equals(ulong[]? x, ulong[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(ulong[] words)
        {
            var hash = default(HashCode);
            foreach (var word in words)
            {
                hash.Add(word);
            }

            return hash.ToHashCode();
        }
    }
}
