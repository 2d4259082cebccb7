using System.Globalization;
using System.Text;

namespace Proviso.Formats.Page;

/// <summary>Writes HTML. Whatever is given as text or as the value of an attribute is shown and never obeyed; only the names of elements and
/// attributes, which come from our own code, are written as they are.</summary>
internal sealed class Markup
{
    private static readonly HashSet<string> blocks =
    [
        "html", "head", "body", "header", "main", "nav", "footer", "section", "article", "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd", "div", "table", "thead",
        "tbody", "tr", "td", "th", "caption", "details", "summary", "figure", "figcaption", "svg", "defs", "symbol", "pattern", "path", "meta", "title", "style",
    ];

    private readonly StringBuilder text = new("<!DOCTYPE html>");
    private readonly Stack<string> open = [];

    /// <summary>Opens an element. An attribute without a value is left out.</summary>
    public Markup Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Begin(element, attributes);
        text.Append('>');
        open.Push(element);
        return this;
    }

    /// <summary>Closes the element opened last.</summary>
    public Markup Close()
    {
        text.Append("</").Append(open.Pop()).Append('>');
        return this;
    }

    /// <summary>Closes several.</summary>
    public Markup Close(int elements)
    {
        for (var i = 0; i < elements; i++)
        {
            Close();
        }

        return this;
    }

    /// <summary>An element with nothing in it that is never closed, such as <c>meta</c>.</summary>
    public Markup Void(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Begin(element, attributes);
        text.Append('>');
        return this;
    }

    /// <summary>An element of SVG with nothing in it.</summary>
    public Markup Shape(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Begin(element, attributes);
        text.Append("/>");
        return this;
    }

    /// <summary>An element with text in it.</summary>
    public Markup Element(string element, string content, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(element, attributes).Text(content).Close();

    /// <summary>Text.</summary>
    public Markup Text(string content)
    {
        Escape(content);
        return this;
    }

    /// <summary>The style sheet, which is ours.</summary>
    public Markup Style(string sheet)
    {
        text.Append("\n<style>").Append(sheet).Append("</style>");
        return this;
    }

    /// <summary>The page.</summary>
    public string Finish()
    {
        Close(open.Count);
        return text.Append('\n').ToString();
    }

    private void Begin(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (blocks.Contains(element))
        {
            text.Append('\n');
        }

        text.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                text.Append(' ').Append(name).Append("=\"");
                Escape(value);
                text.Append('"');
            }
        }
    }

    private void Escape(string content)
    {
        foreach (var rune in content.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&':
                    text.Append("&amp;");
                    break;
                case '<':
                    text.Append("&lt;");
                    break;
                case '>':
                    text.Append("&gt;");
                    break;
                case '"':
                    text.Append("&quot;");
                    break;
                case '\'':
                    text.Append("&#39;");
                    break;
                case '\n' or '\t':
                    text.Append(' ');
                    break;
                default:
                    if (Hides(rune))
                    {
                        text.Append(CultureInfo.InvariantCulture, $"&lt;U+{rune.Value:X4}&gt;");
                    }
                    else
                    {
                        text.Append(rune.ToString());
                    }

                    break;
            }
        }
    }

    /// <summary>Characters that do not print, and marks that turn the direction of writing so that a line reads as something it does not say. They are
    /// shown by their numbers, as on a terminal.</summary>
    private static bool Hides(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        _ => false,
    };
}
