using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace Proviso.Cli.Printing;

/// <summary>Text from files and file names, made safe and measurable for a terminal.</summary>
/// <remarks>A file may hold escape codes that would move the cursor or change colours, and marks that reverse the direction
/// of writing so that a line reads as something it does not say. None of them may reach a terminal.</remarks>
internal static class Visible
{
    /// <summary>Cells that a tab stop is wide in excerpts.</summary>
    private const int TabStop = 4;

    /// <summary>The text with every character that does not print written as its number, <c>&lt;U+001B&gt;</c>.</summary>
    public static string Of(string text)
    {
        if (!text.EnumerateRunes().Any(Hidden))
        {
            return text;
        }

        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            shown.Append(Hidden(rune) ? Number(rune) : rune.ToString());
        }

        return shown.ToString();
    }

    /// <summary>One character as a person counts them (a letter with its accents), found at a cell of its line.</summary>
    /// <param name="cell">Cells of the line before it; decides how far a tab reaches.</param>
    public static string Element(string element, int cell) =>
        element == "\t" ? new string(' ', TabStop - (cell % TabStop)) : Of(element);

    /// <summary>How many cells of a terminal a text fills: 2 for a wide character, 0 for a combining mark.</summary>
    public static int Cells(string text) => Ascii.IsValid(text) ? text.Length : new Segment(text).CellCount();

    private static bool Hidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => true,
        // Joiners belong to the spelling of many scripts and to emoji; every other format mark hides or reorders.
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        _ => false,
    };

    private static string Number(Rune rune) => string.Create(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>");
}
