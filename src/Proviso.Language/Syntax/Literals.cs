using System.Globalization;
using System.Text;
using NodaTime;

namespace Proviso.Language.Syntax;

/// <summary>What figures, titles and names say. All accept faulty writing: what has no value gives null.</summary>
public static class Literals
{
    /// <summary>The most digits a number may have.</summary>
    public const int MaxDigits = 28;

    /// <summary>The value of digits with grouping commas and a decimal point, or null when there are more than
    /// <see cref="MaxDigits"/> digits or it is malformed.</summary>
    public static decimal? NumberOf(ReadOnlySpan<char> text)
    {
        if (DigitsIn(text) > MaxDigits || !IsGroupedByThree(text))
        {
            return null;
        }

        const NumberStyles Style = NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>The day written <c>2020-10-26</c>, or null when there is none such in the years 1 to 9998.</summary>
    public static LocalDate? DateOf(string text)
    {
        Span<int> parts = stackalloc int[3];
        return Figures(text, parts) && IsDay(parts[0], parts[1], parts[2]) ? new LocalDate(parts[0], parts[1], parts[2]) : null;
    }

    /// <summary>The first day of the month written <c>2024-04</c>, or null when there is none such.</summary>
    public static LocalDate? MonthOf(string text)
    {
        Span<int> parts = stackalloc int[2];
        return Figures(text, parts) && IsDay(parts[0], parts[1], 1) ? new LocalDate(parts[0], parts[1], 1) : null;
    }

    /// <summary>Minutes from midnight of a time written <c>14:30</c>, or null when there is none such.</summary>
    public static int? TimeOf(string text)
    {
        Span<int> parts = stackalloc int[2];
        return Figures(text, parts) && parts[0] < 24 && parts[1] < 60 ? (parts[0] * 60) + parts[1] : null;
    }

    /// <summary>The words between the quotes, with escapes resolved.</summary>
    public static string TitleOf(string text)
    {
        if (text.Length == 0)
        {
            return "";
        }

        var inner = text.AsSpan(1);
        inner = text.Length > 1 && Characters.IsQuotationMark(text[^1]) ? inner[..^1] : inner;
        if (!inner.Contains('\\'))
        {
            return inner.ToString();
        }

        var value = new StringBuilder(inner.Length);
        for (var at = 0; at < inner.Length; at++)
        {
            var escaped = inner[at] == '\\' && at + 1 < inner.Length && inner[at + 1] is '"' or '\\';
            value.Append(inner[escaped ? ++at : at]);
        }

        return value.ToString();
    }

    /// <summary>A name in lower case, with a plain hyphen for every dash.</summary>
    public static string NameOf(string text)
    {
        var lower = text.ToLowerInvariant();
        return lower.AsSpan().IndexOfAny(Characters.Dashes) < 0
            ? lower
            : string.Create(lower.Length, lower, static (into, from) =>
            {
                for (var at = 0; at < from.Length; at++)
                {
                    into[at] = Characters.IsDash(from[at]) ? '-' : from[at];
                }
            });
    }

    /// <summary>True for a number without commas, and for one whose commas have one to three digits before the first, and exactly
    /// three after each.</summary>
    internal static bool IsGroupedByThree(ReadOnlySpan<char> text)
    {
        var whole = text[..(text.IndexOf('.') is var point && point < 0 ? text.Length : point)];
        var comma = whole.IndexOf(',');
        if (comma < 0)
        {
            return !text.Contains(',');
        }

        for (var rest = whole[comma..]; rest.Length > 0; rest = rest[4..])
        {
            if (rest.Length < 4 || rest[0] != ',' || rest[1..4].Contains(','))
            {
                return false;
            }
        }

        return comma is >= 1 and <= 3;
    }

    private static int DigitsIn(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits;
    }

    private static bool IsDay(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);

    /// <summary>Reads as many runs of digits as there are parts; the marks between them may be any.</summary>
    private static bool Figures(string text, Span<int> parts)
    {
        var at = 0;
        for (var part = 0; part < parts.Length; part++)
        {
            var start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            if (at == start || at - start > 4)
            {
                return false;
            }

            parts[part] = int.Parse(text.AsSpan(start, at - start), CultureInfo.InvariantCulture);
            at++;
        }

        return at > text.Length;
    }
}
