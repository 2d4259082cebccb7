using System.Collections.Immutable;

namespace Proviso.Formats.Answers;

/// <summary>Neighbours that are told as one.</summary>
public static class Neighbours
{
    /// <summary>The runs of neighbours each of which is like the one before it, in order.</summary>
    public static IEnumerable<ImmutableArray<T>> Alike<T>(IEnumerable<T> all, Func<T, T, bool> areAlike)
    {
        var run = ImmutableArray.CreateBuilder<T>();
        foreach (var one in all)
        {
            if (run.Count > 0 && !areAlike(run[^1], one))
            {
                yield return run.DrainToImmutable();
            }

            run.Add(one);
        }

        if (run.Count > 0)
        {
            yield return run.DrainToImmutable();
        }
    }
}
