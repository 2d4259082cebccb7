using Proviso.Reference;

namespace Proviso.Faults;

/// <summary>Compares random pairs from a seed on until the two evaluators differ.</summary>
/// <param name="from">The first seed drawn.</param>
/// <param name="pairs">No more than so many pairs; at least 1.</param>
/// <returns>How many pairs were compared, and the seed of the last if they differ on it; else null.</returns>
delegate (int Pairs, ulong? Seed) Search(ulong from, int pairs);

/// <summary>The search, run by whichever evaluator this assembly is loaded beside.</summary>
static class Searching
{
    /// <inheritdoc cref="Search"/>
    public static (int Pairs, ulong? Seed) First(ulong from, int pairs)
    {
        var compared = 0;
        for (var seed = from; ; seed++)
        {
            if (Comparison.Draw(seed) is not { } pair)
            {
                continue;
            }

            compared++;
            if (Comparison.First(pair.Case, seed) is not null)
            {
                return (compared, seed);
            }

            if (compared == pairs)
            {
                return (compared, null);
            }
        }
    }

    /// <summary>True when the two evaluators of this assembly differ on the seed, so that a difference there shows no fault.</summary>
    public static bool Differ(ulong seed) => Comparison.Draw(seed) is { } pair && Comparison.First(pair.Case, seed) is not null;
}
