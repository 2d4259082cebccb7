using System.Runtime.InteropServices;

namespace Proviso.Evaluation.Duties;

/// <summary>Places in a list by a number that several may have, in the order in which they are added: two numbers for each, and no object.</summary>
internal sealed class Chains
{
    private readonly Dictionary<int, (int First, int Last)> ends = [];
    private readonly List<(int Place, int Next)> links = [];

    /// <summary>Adds a place.</summary>
    public void Add(int key, int place)
    {
        ref var chain = ref CollectionsMarshal.GetValueRefOrAddDefault(ends, key, out var exists);
        var added = links.Count;
        links.Add((place, -1));
        if (exists)
        {
            CollectionsMarshal.AsSpan(links)[chain.Last].Next = added;
            chain.Last = added;
        }
        else
        {
            chain = (added, added);
        }
    }

    /// <summary>The places of a number.</summary>
    public Chain Of(int key) => new(this, ends.TryGetValue(key, out var chain) ? chain.First : -1);

    /// <summary>The places of one number, one after the other.</summary>
    internal struct Chain(Chains of, int next)
    {
        private int at = -1;
        private int next = next;

        /// <summary>The place that was reached.</summary>
        public readonly int Current => of.links[at].Place;

        /// <summary>Itself.</summary>
        public readonly Chain GetEnumerator() => this;

        /// <summary>Goes on; false at the end.</summary>
        public bool MoveNext()
        {
            at = next;
            next = at < 0 ? -1 : of.links[at].Next;
            return at >= 0;
        }
    }
}
