using System.Buffers;
using System.Globalization;
using System.Text;

namespace Proviso.Language.Syntax;

/// <summary>What single characters are to the language.</summary>
internal static class Characters
{
    /// <summary>Dashes that people and word processors put for a hyphen: hyphen, non-breaking hyphen, figure, en and em dash,
    /// bar, minus, small and full-width hyphen.</summary>
    public static SearchValues<char> Dashes { get; } = SearchValues.Create("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE63\uFF0D");

    public static bool IsDash(char c) => c >= '\u2010' && Dashes.Contains(c);

    /// <summary>The straight quote and those that stand for it.</summary>
    public static bool IsQuotationMark(char c) => c == '"' || IsOtherQuotationMark(c);

    /// <summary>Curly, low and angle quotes, and the double prime.</summary>
    public static bool IsOtherQuotationMark(char c) =>
        c is '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB' or '\u2033' or '\uFF02';

    /// <summary>Characters that reorder what is shown, so that a reader sees other words than are there.</summary>
    public static bool IsReordering(char c) =>
        c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>Characters that reorder, that show nothing, or that break the line where the language sees none: controls other
    /// than tab, zero-width characters, line and paragraph separators, a byte order mark inside a text.</summary>
    public static SearchValues<char> Suspect { get; } = SearchValues.Create(
    [
        .. Range('\0', '\u0008'), .. Range('\u000B', '\u000C'), .. Range('\u000E', '\u001F'), .. Range('\u007F', '\u009F'),
        '\u00AD', '\u061C', '\u180E', .. Range('\u200B', '\u200F'), .. Range('\u2028', '\u202E'), .. Range('\u2060', '\u2069'),
        '\uFEFF',
    ]);

    /// <summary>True for a joiner or non-joiner after a letter of a script that is spelt with them.</summary>
    public static bool IsJoinerInWord(string text, int at) =>
        text[at] is '\u200C' or '\u200D' && at > 0 && text[at - 1] >= '\u0590' && (char.IsLetter(text[at - 1]) || IsMark(text[at - 1]));

    /// <summary>Letters of any script, marks that belong to them, and the digits 0 to 9.</summary>
    public static bool IsNamePart(Rune rune) => rune.IsAscii
        ? Rune.IsLetterOrDigit(rune)
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>An upper-case or title-case letter.</summary>
    public static bool IsCapital(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static IEnumerable<char> Range(char first, char last) =>
        Enumerable.Range(first, last - first + 1).Select(value => (char)value);
}
