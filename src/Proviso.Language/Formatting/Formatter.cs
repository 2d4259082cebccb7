using System.Text;
using Proviso.Language.Syntax;

namespace Proviso.Language.Formatting;

/// <summary>Writes a text in its canonical form. Nothing but blanks, line ends, and the marks after the slots of a clause
/// changes; comments stay at the words they stand at. Formatting twice changes nothing more.</summary>
public static class Formatter
{
    /// <summary>The longest line, unless a single word or title is longer.</summary>
    public const int Width = 100;

    /// <summary>The longest line of an expectation: expectations are read as rows of a table.</summary>
    public const int RowWidth = 120;

    /// <summary>The canonical form of a text. A sentence with an error stays exactly as it is written. Line ends are those the text
    /// begins with; the text ends with one.</summary>
    public static string Format(SyntaxTree tree)
    {
        var sentences = FormattedSentence.AllOf(tree);
        Alignment.Align(sentences);
        var text = new StringBuilder();
        FormattedSentence? last = null;
        foreach (var sentence in sentences)
        {
            WriteLeading(text, sentence.Leading, BlankLinesBefore(last, sentence), isFirst: last is null);
            foreach (var line in sentence.Lines)
            {
                text.Append(line).Append('\n');
            }

            last = sentence;
        }

        WriteEnd(text, tree, isFirst: last is null);
        while (text.Length > 1 && text[^1] == '\n' && text[^2] == '\n')
        {
            text.Length--;
        }

        var lineEnd = LineEndOf(tree.Source.Content);
        var mark = tree.Source.Content.StartsWith('\uFEFF') ? "\uFEFF" : "";
        return mark + (lineEnd == "\n" ? text.ToString() : text.Replace("\n", lineEnd).ToString());
    }

    /// <summary>One line between sentences of different sorts and around those of several lines; but rows of expectations stay
    /// together.</summary>
    private static int BlankLinesBefore(FormattedSentence? last, FormattedSentence next)
    {
        if (last is null)
        {
            return 0;
        }

        var areShort = last.Lines.Count == 1 && next.Lines.Count == 1;
        return last.Sort == next.Sort && (areShort || next.Sort == typeof(ExpectSentence) || next.Sort == typeof(ExpectCountSentence)) ? 0 : 1;
    }

    /// <summary>Writes what stands after the last sentence: comments, and characters that belong to none.</summary>
    private static void WriteEnd(StringBuilder text, SyntaxTree tree, bool isFirst)
    {
        var end = tree.Root.End;
        if (end.Skipped is [var first, ..] and [.., var last])
        {
            WriteLeading(text, LeadingLines.Of(first), least: 0, isFirst);
            isFirst = false;
            text.Append(FormattedSentence.LinesOf(tree.Source, first, last).Aggregate((above, below) => $"{above}\n{below}")).Append('\n');
        }

        WriteLeading(text, LeadingLines.Of(end), least: 0, isFirst);
    }

    /// <summary>Writes comments and blank lines; of several blank lines together, two stay.</summary>
    private static void WriteLeading(StringBuilder text, LeadingLines leading, int least, bool isFirst)
    {
        const int MostBlankLines = 2;
        foreach (var (blankLines, comment) in leading.Comments)
        {
            text.Append('\n', isFirst ? 0 : Math.Clamp(blankLines, least, MostBlankLines)).Append(comment).Append('\n');
            least = 0;
            isFirst = false;
        }

        text.Append('\n', isFirst ? 0 : Math.Clamp(leading.BlankLinesAfter, least, MostBlankLines));
    }

    private static string LineEndOf(string content) => content.IndexOf('\n') is var at && at > 0 && content[at - 1] == '\r' ? "\r\n" : "\n";
}
