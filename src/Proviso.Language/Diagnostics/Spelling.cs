namespace Proviso.Language.Diagnostics;

/// <summary>Finds the word somebody meant.</summary>
public static class Spelling
{
    /// <summary>Longer words are not compared: they are not slips of one that is known.</summary>
    private const int LongestCompared = 40;

    /// <summary>The candidate nearest to the text, the first of several; null when none is near: at most one slip in a word
    /// of 3 to 7 letters, two in a longer one. A slip is a letter too many, missing, wrong, or changed with its neighbour.</summary>
    public static string? Closest(ReadOnlySpan<char> text, IEnumerable<string> candidates)
    {
        string? best = null;
        var fewest = int.MaxValue;
        if (text.Length is < 2 or > LongestCompared)
        {
            return null;
        }

        foreach (var candidate in candidates)
        {
            var allowed = Math.Min(SlipsAllowed(candidate.Length), fewest - 1);
            if (Math.Abs(candidate.Length - text.Length) <= allowed && Slips(text, candidate) is var slips && slips <= allowed)
            {
                (best, fewest) = (candidate, slips);
            }
        }

        return best;
    }

    private static int SlipsAllowed(int length) => length switch
    {
        < 3 => 0,
        < 8 => 1,
        <= LongestCompared => 2,
        _ => -1,
    };

    /// <summary>Edit distance with swaps of neighbours (optimal string alignment), ignoring case.</summary>
    private static int Slips(ReadOnlySpan<char> from, ReadOnlySpan<char> to)
    {
        Span<int> twoAgo = stackalloc int[LongestCompared + 1];
        Span<int> previous = stackalloc int[LongestCompared + 1];
        Span<int> current = stackalloc int[LongestCompared + 1];
        for (var j = 0; j <= to.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var cost = Same(from[i - 1], to[j - 1]) ? 0 : 1;
                var least = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && Same(from[i - 1], to[j - 2]) && Same(from[i - 2], to[j - 1]))
                {
                    least = Math.Min(least, twoAgo[j - 2] + 1);
                }

                current[j] = least;
            }

            var oldest = twoAgo;
            twoAgo = previous;
            previous = current;
            current = oldest;
        }

        return previous[to.Length];
    }

    private static bool Same(char a, char b) => a == b || char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
