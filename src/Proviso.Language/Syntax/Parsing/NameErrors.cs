using Proviso.Language.Diagnostics;
using Proviso.Language.Text;

namespace Proviso.Language.Syntax.Parsing;

/// <summary>What is wrong with the word at the cursor.</summary>
internal static class NameErrors
{
    /// <summary>A word with capitals, slashes or underscores where a name is wanted.</summary>
    public static Diagnostic NotAName(Cursor at)
    {
        var span = at.Current.Span;
        var text = at.Current.Text;
        var meant = text.ToLowerInvariant().Replace('_', '-').Replace('/', '-').Replace('+', '-');
        var hasMark = text.AsSpan().IndexOfAny("_/+") >= 0;
        var diagnostic = hasMark
            ? Diagnostic.Error(SyntaxCodes.FaultyName, span, $"{at.Shown} is not a name: its parts are joined by hyphens")
            : Diagnostic.Error(SyntaxCodes.CapitalInName, span, $"{at.Shown} is not a name: names have no capitals");
        return (hasMark ? diagnostic : diagnostic.Hint("the title, in quotes, may have them"))
            .Replace(span, meant, $"Write {SyntaxErrors.Show(meant)}");
    }

    /// <summary>A reserved word used as a name.</summary>
    public static Diagnostic Reserved(Cursor at) =>
        Diagnostic.Error(SyntaxCodes.ReservedName, at.Current.Span, $"{at.Shown} is a word of the language and cannot be a name")
            .Hint($"add something to it, as in `{at.Current.Text}-1`");

    /// <summary>A title that stands where the name should.</summary>
    public static Diagnostic TitleFirst(Cursor at)
    {
        var (title, name) = (at.Current, at.Ahead(1));
        return Diagnostic.Error(SyntaxCodes.TitleBeforeName, title.Span, "the name stands before the title")
            .Mend("Put the name first", new TextEdit(title.Span, name.Text), new TextEdit(name.Span, title.Text));
    }

    /// <summary>A word spelt almost like one of the language.</summary>
    public static Diagnostic Misspelt(Cursor at, string meant) =>
        Diagnostic.Error(SyntaxCodes.Misspelt, at.Current.Span, $"{at.Shown} is not a word of the language")
            .Hint(string.Equals(at.Current.Text, meant, StringComparison.OrdinalIgnoreCase)
                ? $"write it in lower case: `{meant}`"
                : $"did you mean `{meant}`?")
            .Replace(at.Current.Span, meant, $"Write `{meant}`");

    /// <summary>A figure and its unit in one word, such as <c>500km</c>; null when the word is anything else.</summary>
    public static Diagnostic? GluedUnit(Cursor at)
    {
        if (!at.At(TokenKind.Name))
        {
            return null;
        }

        var text = at.Current.Text;
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits <= 0 || !Words.Find(text.AsSpan(digits)).IsUnit())
        {
            return null;
        }

        var place = at.Current.Source.Span(at.Current.Start + digits, 0);
        return Diagnostic.Error(
                SyntaxCodes.GluedUnit, at.Current.Span, $"a blank is missing between `{text[..digits]}` and `{text[digits..]}`")
            .Replace(place, " ", "Put a blank");
    }
}
