using System.Collections.Immutable;

namespace Proviso.Evaluation.Matching;

/// <summary>What claims of a number of things are to each other.</summary>
/// <param name="Number">How many things a claim surely shows.</param>
/// <param name="Weight">For how much each of its things counts.</param>
/// <param name="Name">By which claims of equal value are ordered; each has another.</param>
/// <param name="Item">A name such that claims with two such names surely are of different things; null where it is not known to be so.</param>
/// <param name="AreApart">Whether two claims surely are of different things.</param>
internal sealed record Summands<T>(Func<T, long> Number, Func<T, long> Weight, Func<T, string> Name, Func<T, string?> Item, Func<T, T, bool> AreApart)
    where T : class
{
    /// <summary>What the whole of a claim counts for.</summary>
    public long Value(T claim) => Weight(claim) * Number(claim);

    /// <summary>From the greatest down, by name where they are equal.</summary>
    public ImmutableArray<T> Sorted(IEnumerable<T> claims) => [.. claims.OrderByDescending(Value).ThenBy(Name, StringComparer.Ordinal)];
}

/// <summary>Adding up reports that may speak of the same things (docs/semantics.md §13, <em>at least</em>).</summary>
internal static class Apart
{
    /// <summary>The greatest sum of claims that surely speak of different things: beginning with each in turn, the others are taken from the greatest down, by name where
    /// they are equal, each that is apart from all taken before.</summary>
    /// <remarks>A claim that is apart from all others is taken whichever comes first; and to begin with another changes only what is taken of those that hang together with it.
    /// So each is tried among these alone.</remarks>
    public static (long Sum, ImmutableArray<(T Claim, long Number)> By) GreatestSum<T>(IEnumerable<T> claims, Summands<T> rules)
        where T : class
    {
        var sorted = rules.Sorted(claims.Where(claim => rules.Number(claim) > 0));
        var rivals = Rivals(sorted, rules);
        var plain = new bool[sorted.Length];
        Take([.. Enumerable.Range(0, sorted.Length)], rivals, plain);
        var (best, bestSum, bestFirst) = (plain, Sum(Enumerable.Range(0, sorted.Length), plain), -1);
        var plainSum = bestSum;
        foreach (var (first, together) in Together(rivals).SelectMany(together => together.Select(first => (first, together))).OrderBy(each => each.first))
        {
            var taken = new bool[sorted.Length];
            taken[first] = true;
            Take(together, rivals, taken);
            var sum = plainSum - Sum(together, plain) + Sum(together, taken);
            if (sum <= bestSum)
            {
                continue;
            }

            foreach (var other in Enumerable.Range(0, sorted.Length).Except(together))
            {
                taken[other] = plain[other];
            }

            (best, bestSum, bestFirst) = (taken, sum, first);
        }

        var order = Enumerable.Range(0, sorted.Length).Where(index => best[index] && index != bestFirst);
        return (bestSum, [.. (bestFirst < 0 ? order : order.Prepend(bestFirst)).Select(index => (sorted[index], rules.Number(sorted[index])))]);

        long Sum(IEnumerable<int> some, bool[] taken) => some.Where(index => taken[index]).Sum(index => rules.Value(sorted[index]));
    }

    /// <summary>The same, where how many things a claim adds depends on those taken before it; one that adds none is passed over.</summary>
    /// <param name="left">How many it adds; never more than its number.</param>
    public static (long Sum, ImmutableArray<(T Claim, long Number)> By) GreatestSum<T>(IEnumerable<T> claims, Summands<T> rules, Func<T, IReadOnlyList<(T Claim, long Number)>, long> left)
        where T : class
    {
        var sorted = rules.Sorted(claims);
        var best = (Sum: 0L, By: ImmutableArray<(T Claim, long Number)>.Empty);
        foreach (var first in sorted)
        {
            var taken = new List<(T Claim, long Number)>();
            foreach (var next in sorted.Where(claim => claim != first).Prepend(first).Where(claim => taken.TrueForAll(one => rules.AreApart(claim, one.Claim))))
            {
                if (left(next, taken) is > 0 and var added)
                {
                    taken.Add((next, added));
                }
            }

            var sum = taken.Sum(one => rules.Weight(one.Claim) * one.Number);
            best = sum > best.Sum ? (sum, [.. taken]) : best;
        }

        return best;
    }

    /// <summary>For each claim, those that it is not apart from.</summary>
    private static List<int>[] Rivals<T>(ImmutableArray<T> sorted, Summands<T> rules)
        where T : class
    {
        var rivals = sorted.Select(_ => new List<int>()).ToArray();
        var byItem = Enumerable.Range(0, sorted.Length).ToLookup(index => rules.Item(sorted[index]) ?? "", StringComparer.Ordinal);
        foreach (var group in byItem)
        {
            foreach (var one in group)
            {
                // What has no such name is held against all, once; what has one, against those of the same.
                foreach (var other in (group.Key.Length == 0 ? Enumerable.Range(0, sorted.Length) : group).Where(other => group.Key.Length == 0 && rules.Item(sorted[other]) is not null ? other != one : other > one))
                {
                    if (!rules.AreApart(sorted[one], sorted[other]))
                    {
                        rivals[one].Add(other);
                        rivals[other].Add(one);
                    }
                }
            }
        }

        return rivals;
    }

    /// <summary>Takes each, those taken already first and the others in order, that has no rival among those taken.</summary>
    private static void Take(ImmutableArray<int> some, List<int>[] rivals, bool[] taken)
    {
        var barred = new bool[taken.Length];
        ImmutableArray<int> order = [.. some.Where(each => taken[each]), .. some.Where(each => !taken[each])];
        foreach (var next in order)
        {
            if (barred[next])
            {
                continue;
            }

            taken[next] = true;
            foreach (var rival in rivals[next])
            {
                barred[rival] = true;
            }
        }
    }

    /// <summary>Those that hang together by rivals, in ascending order; those without rivals are left out.</summary>
    private static IEnumerable<ImmutableArray<int>> Together(List<int>[] rivals)
    {
        var seen = new bool[rivals.Length];
        for (var start = 0; start < rivals.Length; start++)
        {
            if (seen[start] || rivals[start].Count == 0)
            {
                continue;
            }

            var found = new SortedSet<int>();
            var open = new Stack<int>([start]);
            seen[start] = true;
            while (open.TryPop(out var next))
            {
                found.Add(next);
                foreach (var rival in rivals[next].Where(rival => !seen[rival]))
                {
                    seen[rival] = true;
                    open.Push(rival);
                }
            }

            yield return [.. found];
        }
    }
}
