namespace Proviso.Benchmarks.Record;

/// <summary>Sorts numbers of few bits by their digits, the lowest first.</summary>
internal static class Radix
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;

    /// <summary>Sorts the first numbers of an array. The two arrays may change places.</summary>
    /// <param name="spare">As long as <paramref name="keys"/>.</param>
    /// <param name="bits">No key has a higher bit than this many.</param>
    public static void Sort(ref uint[] keys, ref uint[] spare, int count, int bits)
    {
        Span<int> starts = stackalloc int[Digits];
        for (var shift = 0; shift < bits; shift += DigitBits)
        {
            starts.Clear();
            foreach (var key in keys.AsSpan(0, count))
            {
                starts[(int)(key >> shift) & (Digits - 1)]++;
            }

            var start = 0;
            foreach (ref var digit in starts)
            {
                (digit, start) = (start, start + digit);
            }

            foreach (var key in keys.AsSpan(0, count))
            {
                spare[starts[(int)(key >> shift) & (Digits - 1)]++] = key;
            }

            (keys, spare) = (spare, keys);
        }
    }
}
