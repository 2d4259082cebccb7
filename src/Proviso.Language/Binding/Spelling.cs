namespace Proviso.Language.Binding;

/// <summary>Finds the declared name a writer most likely meant.</summary>
static class Spelling
{
    /// <summary>The candidate nearest to a misspelt name, or null when none is near. Near means: a third of the name's
    /// letters may be wrong, at least one and at most three; two neighbours swapped count as one. Among equally near ones the
    /// first in ordinal order is taken.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        var allowed = Math.Clamp(name.Length / 3, 1, 3);
        string? best = null;
        var bestDistance = allowed + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) > allowed)
            {
                continue;
            }

            var distance = Distance(name, candidate);
            if (distance < bestDistance
                || (distance == bestDistance && best is not null && string.CompareOrdinal(candidate, best) < 0))
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        // A word of one letter is one letter away from every other.
        return best is not null && bestDistance < Math.Max(name.Length, best.Length) ? best : null;
    }

    /// <summary>The least number of insertions, removals, replacements and swaps of neighbours that turn one word into the
    /// other, no part being edited twice (optimal string alignment). Costs the product of the lengths.</summary>
    public static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var now = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                now[j] = Math.Min(change, Math.Min(last[j], now[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
                }
            }

            (before, last, now) = (last, now, before);
        }

        return last[b.Length];
    }
}
