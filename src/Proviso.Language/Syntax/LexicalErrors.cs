using System.Globalization;
using System.Text;
using Proviso.Language.Diagnostics;
using Proviso.Language.Text;

namespace Proviso.Language.Syntax;

/// <summary>Faults of characters, words and figures, each in the words of the one who wrote them.</summary>
internal sealed class LexicalErrors(SourceText source, SyntaxErrors errors)
{
    private string Text => source.Content;

    public void UnknownCharacters(int start, int end)
    {
        if (char.IsSurrogate(Text[start]) && !char.IsSurrogatePair(Text, start))
        {
            return; // Reported for the whole file by CheckSurrogates.
        }

        var shown = NameOf(start);
        var diagnostic = Diagnostic.Error(SyntaxCodes.UnknownCharacter, source.Span(start, end - start), $"{shown} has no place here");
        errors.Add(Text[start] switch
        {
            '\'' or '\u2019' => diagnostic.Hint("titles stand in double quotes: \"…\""),
            '-' => diagnostic.Hint("a hyphen joins two parts of a name, as in `european-russia`; figures are never negative"),
            '=' or '<' or '>' => diagnostic.Hint("comparisons are in words: `is`, `at least`, `at most`, `more than`, `less than`"),
            '[' or ']' or '{' or '}' => diagnostic.Hint("only round parentheses are used, and only to group conditions"),
            _ => diagnostic,
        });
    }

    /// <summary>Reports a mark that ends a sentence in other texts; it is read as the full stop.</summary>
    public void OtherFullStop(int at)
    {
        var span = source.Span(at, 1);
        errors.Add(Diagnostic.Error(SyntaxCodes.UnknownCharacter, span, $"{NameOf(at)} has no place here")
            .Hint("every sentence ends with a full stop")
            .Replace(span, ".", "Write a full stop"));
    }

    /// <summary>The end of the line when a comment begins here in another manner than with two hyphens; reports it.</summary>
    public int? CommentOfAnotherLanguage(int start)
    {
        var rest = Text.AsSpan(start);
        var length = rest switch
        {
            ['/', '/', ..] or ['/', '*', ..] => 2,
            ['#', ..] => 1,
            [var c, ' ', ..] when Characters.IsDash(c) => 1,
            _ => 0,
        };
        if (length == 0)
        {
            return null;
        }

        var mark = source.Span(start, length);
        errors.Add(Diagnostic.Error(SyntaxCodes.UnknownCharacter, mark, $"{SyntaxErrors.Show(rest[..length])} does not begin a comment")
            .Hint("a comment begins with two hyphens, `--`")
            .Replace(mark, "--", "Write `--`"));
        return TriviaLexer.EndOfLine(Text, start);
    }

    /// <summary>Reports a title without its closing quote and says where it is taken to end: before a mark that ends the line.</summary>
    public int UnclosedTitle(int start, int lineEnd)
    {
        var line = Text.AsSpan(start, lineEnd - start).TrimEnd();
        var end = start + (line.Length > 1 ? line.TrimEnd(".,;").TrimEnd().Length : 1);
        errors.Add(Diagnostic.Error(SyntaxCodes.UnclosedTitle, source.Span(start, end - start), "this title has no closing quote")
            .Hint("a title begins and ends with `\"` on one line")
            .Replace(source.Span(end, 0), "\"", "Close the title"));
        CheckHidden(start, end, "title");
        return end;
    }

    public void CheckQuotationMarks(int start, int end)
    {
        var first = Text[start];
        var last = Text[end - 1];
        if (first == '"' && last == '"')
        {
            return;
        }

        var wrong = first == '"' ? source.Span(end - 1, 1) : source.Span(start, 1);
        errors.Add(Diagnostic.Error(
                SyntaxCodes.OtherQuotationMark, wrong, $"{Show(wrong.Start, wrong.End)} is not the quotation mark of a title")
            .Hint("a title begins and ends with the straight mark `\"`")
            .Mend("Write straight quotes", new TextEdit(source.Span(start, 1), "\""), new TextEdit(source.Span(end - 1, 1), "\"")));
    }

    public void CheckEscape(int at)
    {
        if (Text[at + 1] is '"' or '\\')
        {
            return;
        }

        errors.Add(Diagnostic.Error(
                SyntaxCodes.UnknownEscape, source.Span(at, 2), $"{Show(at, at + 2)} means nothing in a title")
            .Hint("write `\\\"` for a quote and `\\\\` for a backslash")
            .Replace(source.Span(at, 1), "\\\\", "Write `\\\\`"));
    }

    public void DashForHyphen(int start, int end)
    {
        var first = start + Text.AsSpan(start, end - start).IndexOfAny(Characters.Dashes);
        var plain = string.Create(end - start, (Text, start), static (into, from) =>
        {
            for (var at = 0; at < into.Length; at++)
            {
                var c = from.Text[from.start + at];
                into[at] = Characters.IsDash(c) ? '-' : c;
            }
        });
        errors.Add(Diagnostic.Error(SyntaxCodes.DashForHyphen, source.Span(first, 1), $"{NameOf(first)} is a dash, not a hyphen")
            .Hint($"write {SyntaxErrors.Show(plain)} with the hyphen of the keyboard")
            .Replace(source.Span(start, end - start), plain, "Write hyphens"));
    }

    public void CheckNumber(int start, int end, int points)
    {
        var number = Text.AsSpan(start, end - start);
        var span = source.Span(start, end - start);
        if (points > 1)
        {
            errors.Add(Diagnostic.Error(SyntaxCodes.FaultyNumber, span, $"{SyntaxErrors.Show(number)} is not a number")
                .Hint("a number has one decimal point, as `0.5`; a date is written year first, as `2020-10-26`"));
        }
        else if (!Literals.IsGroupedByThree(number))
        {
            errors.Add(Diagnostic.Error(SyntaxCodes.FaultyNumber, span, $"{SyntaxErrors.Show(number)} can be read in two ways")
                .Hint("commas group digits by three, as `1,550`; a decimal point is `.`"));
        }
        else if (Literals.NumberOf(number) is null)
        {
            errors.Add(Diagnostic.Error(SyntaxCodes.FaultyNumber, span, $"a number has at most {Literals.MaxDigits} digits"));
        }
    }

    public void GluedUnit(int start, int end, int after)
    {
        var word = Text.AsSpan(end, after - end);
        errors.Add(Diagnostic.Error(
                SyntaxCodes.GluedUnit,
                source.Span(start, after - start),
                $"a blank is missing between {Show(start, end)} and {SyntaxErrors.Show(word)}")
            .Replace(source.Span(end, 0), " ", "Put a blank"));
    }

    public void CheckTime(int start, int end)
    {
        var time = Text.AsSpan(start, end - start);
        var hasForm = time.Length == 5 && time[2] == ':' && time.IndexOfAnyExceptInRange('0', ':') < 0;
        if (hasForm && Literals.TimeOf(time.ToString()) is not null)
        {
            return;
        }

        var span = source.Span(start, end - start);
        var diagnostic = Diagnostic.Error(SyntaxCodes.NoSuchTime, span, $"{SyntaxErrors.Show(time)} is not a time of day")
            .Hint("a time has two digits for the hour and two for the minute, from `00:00` to `23:59`");
        errors.Add(time is [_, ':', _, _] && Literals.TimeOf(time.ToString()) is not null
            ? diagnostic.Replace(source.Span(start, 0), "0", $"Write `0{time}`")
            : diagnostic);
    }

    public void CheckDate(int start, int end, bool isMonth)
    {
        var text = Text.AsSpan(start, end - start);
        var date = Literals.NameOf(text[..Math.Min(text.Length, 40)].ToString());
        var span = source.Span(start, end - start);
        if (isMonth)
        {
            if (Literals.MonthOf(date) is null)
            {
                errors.Add(Diagnostic.Error(SyntaxCodes.NoSuchDate, span, $"there is no month {SyntaxErrors.Show(text)}"));
            }

            return;
        }

        if (!HasDateForm(date))
        {
            var diagnostic = Diagnostic.Error(SyntaxCodes.NoSuchDate, span, $"{SyntaxErrors.Show(text)} is not a date")
                .Hint("a date is written year, month, day with two digits each for month and day, as `2020-10-26`");
            errors.Add(YearFirst(date) is { } meant ? diagnostic.Replace(span, meant, $"Write `{meant}`") : diagnostic);
        }
        else if (Literals.DateOf(date) is null)
        {
            var diagnostic = Diagnostic.Error(SyntaxCodes.NoSuchDate, span, $"there is no day {SyntaxErrors.Show(text)}");
            errors.Add(Literals.MonthOf(date[..7]) is { } month
                ? diagnostic.Hint($"the last day of that month is `{month.With(NodaTime.DateAdjusters.EndOfMonth):uuuu-MM-dd}`")
                : diagnostic);
        }
    }

    /// <summary>Letters that a reader takes for others: a warning for each kind.</summary>
    public void CheckLetters(int start, int end, WordShape shape)
    {
        if (shape.IsAscii)
        {
            return;
        }

        var letters = Alphabets.In(Text.AsSpan(start, end - start));
        var span = source.Span(start, end - start);
        if (letters.Mixed is { } mixed)
        {
            errors.Add(Diagnostic.Warning(
                    SyntaxCodes.MixedAlphabets, span, $"{Show(start, end)} mixes {mixed} letters, some of which look alike")
                .Hint("a reader cannot tell it from a name in one alphabet; write all its letters in one"));
        }

        if (letters.HasSeparateAccent)
        {
            errors.Add(Diagnostic.Warning(
                    SyntaxCodes.SeparateAccent, span, $"{Show(start, end)} has an accent written apart from its letter")
                .Hint("it looks the same as the name with the accented letter as one character, and is another name"));
        }
    }

    /// <summary>Characters in a title or comment that change what a reader sees: one warning for each title or comment.</summary>
    public void CheckHidden(int start, int end, string where)
    {
        var hidden = HiddenIn(start, end);
        if (hidden.Count == 0)
        {
            return;
        }

        var first = hidden[0];
        var what = Characters.IsReordering(Text[first]) ? "changes the order in which the words are shown" : "is not shown";
        errors.Add(Diagnostic.Warning(
                SyntaxCodes.HiddenCharacter, source.Span(first, 1), $"this {where} holds {NameOf(first)}, which {what}")
            .Hint("a reader may see another text than the one that is kept and signed; take such characters out")
            .Mend(
                hidden.Count == 1 ? "Take it out" : "Take all of them out",
                [.. hidden.Select(at => new TextEdit(source.Span(at, 1), ""))]));
    }

    private List<int> HiddenIn(int start, int end)
    {
        var hidden = new List<int>();
        for (var at = start; at < end; at++)
        {
            var next = Text.AsSpan(at, end - at).IndexOfAny(Characters.Suspect);
            if (next < 0)
            {
                break;
            }

            at += next;
            if (!Characters.IsJoinerInWord(Text, at))
            {
                hidden.Add(at);
            }
        }

        return hidden;
    }

    /// <summary>Halves of characters anywhere in the file: such a text cannot be written as UTF-8.</summary>
    public void CheckSurrogates()
    {
        var text = Text.AsSpan();
        for (var at = 0; at < text.Length; at++)
        {
            var next = text[at..].IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0)
            {
                return;
            }

            at += next;
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                at++;
                continue;
            }

            errors.Add(Diagnostic.Error(SyntaxCodes.HalfCharacter, source.Span(at, 1), $"{CodePoint(text[at])} is half of a character")
                .Hint("the text was cut in the middle of a character; write it again"));
        }
    }

    /// <summary>A character as people can look it up: itself when it can be seen, else its number.</summary>
    private string NameOf(int at)
    {
        if (Rune.DecodeFromUtf16(Text.AsSpan(at), out var rune, out _) != System.Buffers.OperationStatus.Done)
        {
            return CodePoint(Text[at]);
        }

        var number = string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
        if (rune.IsAscii && !Rune.IsControl(rune))
        {
            return $"`{rune}`";
        }

        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            ? $"the character {number}"
            : $"`{rune}` ({number})";
    }

    private string Show(int start, int end) => SyntaxErrors.Show(Text.AsSpan(start, end - start));

    private static string CodePoint(char c) => string.Create(CultureInfo.InvariantCulture, $"U+{(int)c:X4}");

    private static bool HasDateForm(string date) =>
        date.Length == 10 && date[4] == '-' && date[7] == '-' && date.Count(char.IsAsciiDigit) == 8;

    /// <summary>The date in the form of the language when only one can be meant.</summary>
    private static string? YearFirst(string date)
    {
        if (date.Split('-', '/') is not [var a, var b, var c] || !IsFigure(a) || !IsFigure(b) || !IsFigure(c))
        {
            return null;
        }

        var meant = (a.Length, c.Length) switch
        {
            (4, <= 2) => $"{a}-{b.PadLeft(2, '0')}-{c.PadLeft(2, '0')}",
            ( <= 2, 4) when IsOver12(a) => $"{c}-{b.PadLeft(2, '0')}-{a.PadLeft(2, '0')}",
            ( <= 2, 4) when IsOver12(b) => $"{c}-{a.PadLeft(2, '0')}-{b.PadLeft(2, '0')}",
            _ => null,
        };
        return meant is not null && Literals.DateOf(meant) is not null ? meant : null;
    }

    private static bool IsFigure(string part) => part.Length is >= 1 and <= 4 && part.All(char.IsAsciiDigit);

    private static bool IsOver12(string part) => int.Parse(part, CultureInfo.InvariantCulture) > 12;
}
