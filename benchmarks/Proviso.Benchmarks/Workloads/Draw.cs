namespace Proviso.Benchmarks.Workloads;

/// <summary>Numbers that look drawn by lot and are the same on every machine: SplitMix64 (Steele, Lea and Flood, 2014).</summary>
internal sealed class Draw(int seed)
{
    private ulong state = (ulong)seed;

    /// <summary>A number from 0 to below a bound. Requires <c>bound &gt; 0</c>.</summary>
    public int Below(int bound)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)bound);
    }
}
