namespace Proviso.Formats.Asking;

/// <summary>Finds what somebody probably meant.</summary>
public static class Nearby
{
    /// <summary>The candidate closest to a misspelt word, or null when none is close: at most a third of its letters differ.
    /// Of equally close ones the first.</summary>
    public static string? Of(string word, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, word.Length / 3);
        string? best = null;
        foreach (var candidate in candidates)
        {
            // Words of very different lengths differ by at least as many letters, and somebody may send a very long one.
            if (Math.Abs(word.Length - candidate.Length) <= limit && Distance(word, candidate) is var distance && distance <= limit)
            {
                (best, limit) = (candidate, distance - 1);
            }
        }

        return best;
    }

    /// <summary>How many letters must be put in, left out, changed or swapped with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(change, 1 + Math.Min(rows[i - 1, j], rows[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], 1 + rows[i - 2, j - 2]);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
