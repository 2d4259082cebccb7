using System.Text;

namespace Proviso.Language.Syntax;

/// <summary>What a run of letters, digits and joining marks is made of.</summary>
/// <param name="HasLetter">A letter of any script.</param>
/// <param name="HasCapital">An upper-case or title-case letter.</param>
/// <param name="HasZoneMark">A slash, underscore or plus, as in zone ids.</param>
/// <param name="HasDash">A dash that is no hyphen.</param>
/// <param name="IsDigits">Nothing but the digits 0 to 9.</param>
/// <param name="IsAscii">Nothing beyond ASCII.</param>
internal readonly record struct WordShape(
    bool HasLetter, bool HasCapital, bool HasZoneMark, bool HasDash, bool IsDigits, bool IsAscii);

/// <summary>Finds words: letters and digits, joined by single marks.</summary>
internal static class WordScanner
{
    /// <summary>The offset after the word that starts here; <paramref name="start"/> itself when none does.</summary>
    public static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        var at = start;
        while (at < text.Length)
        {
            var part = PartLength(text, at);
            if (part > 0)
            {
                at += part;
            }
            else if (at > start && IsJoin(text[at]) && at + 1 < text.Length && PartLength(text, at + 1) > 0)
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>What the word is made of.</summary>
    public static WordShape ShapeOf(ReadOnlySpan<char> word)
    {
        bool letter = false, capital = false, zoneMark = false, dash = false, digits = true, ascii = true;
        for (var at = 0; at < word.Length; at++)
        {
            var c = word[at];
            digits &= char.IsAsciiDigit(c);
            if (c < 128)
            {
                letter |= char.IsAsciiLetter(c);
                capital |= char.IsAsciiLetterUpper(c);
                zoneMark |= c is '/' or '_' or '+';
            }
            else if (Characters.IsDash(c))
            {
                dash = true;
            }
            else
            {
                ascii = false;
                letter = true;
                Rune.DecodeFromUtf16(word[at..], out var rune, out var length);
                capital |= Characters.IsCapital(rune);
                at += length - 1;
            }
        }

        return new(letter, capital, zoneMark, dash, digits, ascii);
    }

    /// <summary>The length of the letter or digit here, or 0.</summary>
    private static int PartLength(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c < 128)
        {
            return char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        }

        return Rune.DecodeFromUtf16(text[at..], out var rune, out var length) == System.Buffers.OperationStatus.Done
            && Characters.IsNamePart(rune) ? length : 0;
    }

    private static bool IsJoin(char c) => c is '-' or '/' or '_' or '+' || Characters.IsDash(c);
}
