using System.Diagnostics;
using System.Text;

namespace Proviso.Language.Prose;

/// <summary>A document as Markdown (CommonMark). The document's words are escaped, so that none of them can become mark-up.</summary>
public static class Markdown
{
    /// <summary>Writes the document.</summary>
    public static string Of(Document document)
    {
        var text = new StringBuilder().Append("# ").Append(Escaped(document.Title)).Append('\n');
        var indent = 0;
        foreach (var block in document.Blocks)
        {
            text.Append('\n');
            switch (block)
            {
                case Heading heading:
                    text.Append('#', heading.Level + 1).Append(' ').Append(Escaped(heading.Text)).Append('\n');
                    break;
                case Paragraph { Number: { } number } paragraph:
                    text.Append(number).Append(". ").Append(Escaped(paragraph.Text)).Append('\n');
                    break;
                case Paragraph paragraph:
                    text.Append(Escaped(paragraph.Text)).Append('\n');
                    break;
                case Items items:
                    foreach (var item in items.Entries)
                    {
                        text.Append(' ', indent).Append("- ").Append(Escaped(item.Mark)).Append(' ').Append(Escaped(item.Text)).Append('\n');
                    }

                    break;
                case Quotation quotation:
                    text.AppendJoin("\\\n", quotation.Lines.Select(line => "> " + Escaped(line))).Append('\n');
                    break;
                default:
                    throw new UnreachableException(block.GetType().Name);
            }

            // Items belong to the numbered paragraph before them only if they stand below its text.
            indent = block is Paragraph { Number: { } mark } ? mark.Length + 2 : 0;
        }

        return text.ToString();
    }

    private static string Escaped(string words)
    {
        var escaped = words.Split(' ').Select(word => IsAddress(word) ? Linked(word) : Plain(word)).ToList();
        return string.Join(' ', escaped);
    }

    private static bool IsAddress(string word) =>
        word.StartsWith("https://", StringComparison.Ordinal) || word.StartsWith("http://", StringComparison.Ordinal);

    private static string Linked(string word)
    {
        var address = word.TrimEnd('.', ',', ';', ')');
        return $"<{address}>{Plain(word[address.Length..])}";
    }

    private static string Plain(string word)
    {
        var text = new StringBuilder();
        foreach (var letter in word)
        {
            if (@"\`*_[]<>#|~&".Contains(letter, StringComparison.Ordinal))
            {
                text.Append('\\');
            }

            text.Append(letter);
        }

        return text.ToString();
    }
}
