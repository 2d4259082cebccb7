using System.Collections.Immutable;

namespace Proviso.Evaluation.Matching;

/// <summary>Adding up reports that may speak of the same things (docs/semantics.md §13, <em>at least</em>).</summary>
internal static class Apart
{
    /// <summary>The greatest sum of claims that surely speak of different things: beginning with each in turn, the others are taken from the greatest down, by name where
    /// they are equal, each that is apart from all taken before.</summary>
    /// <param name="value">What the whole of a claim counts for, by which they are ordered.</param>
    /// <param name="number">How many things a claim adds to those taken before; one that adds none is passed over.</param>
    public static (long Sum, ImmutableArray<(T Claim, long Number)> By) GreatestSum<T>(
        IEnumerable<T> claims, Func<T, long> value, Func<T, string> name, Func<T, long> weight, Func<T, T, bool> areApart, Func<T, IReadOnlyList<(T Claim, long Number)>, long> number)
        where T : class
    {
        var sorted = claims.OrderByDescending(value).ThenBy(name, StringComparer.Ordinal).ToList();
        var best = (Sum: 0L, By: ImmutableArray<(T Claim, long Number)>.Empty);
        foreach (var first in sorted)
        {
            var taken = new List<(T Claim, long Number)>();
            foreach (var next in sorted.Where(claim => claim != first).Prepend(first).Where(claim => taken.TrueForAll(one => areApart(claim, one.Claim))))
            {
                if (number(next, taken) is > 0 and var added)
                {
                    taken.Add((next, added));
                }
            }

            var sum = taken.Sum(one => weight(one.Claim) * one.Number);
            best = sum > best.Sum ? (sum, [.. taken]) : best;
        }

        return best;
    }
}
