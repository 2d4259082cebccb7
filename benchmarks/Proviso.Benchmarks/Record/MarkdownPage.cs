using System.Text;

namespace Proviso.Benchmarks.Record;

/// <summary>A page that is printed while it is written, and can be kept.</summary>
internal sealed class MarkdownPage
{
    private readonly StringBuilder text = new();

    /// <summary>Adds the heading of the page.</summary>
    public void Title(string words) => Line($"# {words}\n");

    /// <summary>Adds a heading.</summary>
    public void Heading(string words) => Line($"## {words}\n");

    /// <summary>Adds a paragraph.</summary>
    public void Paragraph(string words) => Line($"{words.ReplaceLineEndings("\n")}\n");

    /// <summary>Adds a table: the first column holds words, the others figures.</summary>
    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        Line($"| {string.Join(" | ", headings)} |");
        Line($"| --- |{string.Concat(headings.Skip(1).Select(_ => " ---: |"))}");
        foreach (var row in rows)
        {
            Line($"| {string.Join(" | ", row)} |");
        }

        Line("");
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private void Line(string line)
    {
        text.Append(line).Append('\n');
        Console.WriteLine(line);
    }
}
