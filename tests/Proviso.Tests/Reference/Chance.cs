namespace Proviso.Reference;

/// <summary>Repeatable chance (SplitMix64): one seed, one sequence, on every machine and runtime.</summary>
sealed class Chance(ulong seed)
{
    private ulong state = seed;

    /// <summary>A number from 0 to just below the bound.</summary>
    public int Below(int bound)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)bound);
    }

    /// <summary>A number from one to another, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True so many times in a hundred.</summary>
    public bool Percent(int times) => Below(100) < times;

    /// <summary>One of a list.</summary>
    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>One of those given.</summary>
    public T OneOf<T>(params ReadOnlySpan<T> from) => from[Below(from.Length)];

    /// <summary>One of several ways, each as likely as its weight.</summary>
    public T Weighted<T>(params ReadOnlySpan<(int Weight, T Value)> ways)
    {
        var total = 0;
        foreach (var (weight, _) in ways)
        {
            total += weight;
        }

        var drawn = Below(total);
        foreach (var (weight, value) in ways)
        {
            drawn -= weight;
            if (drawn < 0)
            {
                return value;
            }
        }

        throw new InvalidOperationException("No way has a weight.");
    }

    /// <summary>So many different ones, in the order given.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> from, int count)
    {
        var left = Enumerable.Range(0, from.Count).ToList();
        while (left.Count > count)
        {
            left.RemoveAt(Below(left.Count));
        }

        return [.. left.Select(index => from[index])];
    }
}
