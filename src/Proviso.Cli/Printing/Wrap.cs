namespace Proviso.Cli.Printing;

/// <summary>Breaks a text into lines at spaces.</summary>
internal static class Wrap
{
    /// <summary>The lines of a text, none wider than <paramref name="width"/> cells unless a single word is: a path or an address
    /// that is broken cannot be copied. Runs of spaces become one; a line break in the text starts a new line.</summary>
    /// <param name="first">Cells of the first line that are already taken.</param>
    public static List<string> Lines(string text, int width, int first = 0)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            Fill(lines, paragraph, width, lines.Count == 0 ? first : 0);
        }

        return lines;
    }

    private static void Fill(List<string> lines, string paragraph, int width, int taken)
    {
        var line = "";
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var wanted = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && taken + Visible.Cells(wanted) > width)
            {
                lines.Add(line);
                taken = 0;
                wanted = word;
            }

            line = wanted;
        }

        lines.Add(line);
    }
}
