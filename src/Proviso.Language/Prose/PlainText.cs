using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Proviso.Language.Prose;

/// <summary>A document as plain text, wrapped at a width. Lines end in "\n"; no line ends in a blank.</summary>
public static class PlainText
{
    /// <summary>Writes the document.</summary>
    /// <param name="width">Columns of a line, at least 40; only a word that is longer goes past it.</param>
    public static string Of(Document document, int width = 80)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 40);
        var text = new StringBuilder();
        Underlined(text, document.Title, '=', width);
        foreach (var block in document.Blocks)
        {
            text.Append('\n');
            switch (block)
            {
                case Heading { Level: 1 } heading:
                    text.Append('\n');
                    Underlined(text, heading.Text, '-', width);
                    break;
                case Heading heading:
                    Wrapped(text, heading.Text, "", "", width);
                    break;
                case Paragraph { Number: { } number } paragraph:
                    Wrapped(text, paragraph.Text, number + ". ", new string(' ', number.Length + 2), width);
                    break;
                case Paragraph paragraph:
                    Wrapped(text, paragraph.Text, "", "", width);
                    break;
                case Items items:
                    foreach (var item in items.Entries)
                    {
                        Wrapped(text, item.Text, $"   {item.Mark} ", new string(' ', 4 + item.Mark.Length), width);
                    }

                    break;
                case Quotation quotation:
                    foreach (var line in quotation.Lines)
                    {
                        Wrapped(text, line, "   | ", "   | ", width);
                    }

                    break;
                default:
                    throw new UnreachableException(block.GetType().Name);
            }
        }

        return text.ToString();
    }

    private static void Underlined(StringBuilder text, string heading, char line, int width)
    {
        var start = text.Length;
        Wrapped(text, heading, "", "", width);
        var longest = text.ToString(start, text.Length - start).Split('\n').Max(Columns);
        text.Append(line, longest).Append('\n');
    }

    private static void Wrapped(StringBuilder text, string words, string first, string others, int width)
    {
        var line = new StringBuilder(first);
        var isEmpty = true;
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && Columns(line.ToString()) + 1 + Columns(word) > width)
            {
                text.Append(line.ToString().TrimEnd()).Append('\n');
                line.Clear().Append(others);
                isEmpty = true;
            }

            line.Append(isEmpty ? "" : " ").Append(word);
            isEmpty = false;
        }

        text.Append(line.ToString().TrimEnd()).Append('\n');
    }

    /// <summary>Letters as a reader counts them: a letter with its accents is one.</summary>
    private static int Columns(string text) => new StringInfo(text).LengthInTextElements;
}
