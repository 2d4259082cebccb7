using NodaTime;

namespace Proviso.Language.Binding;

/// <summary>A day, a time or a window as a record states it, read from bytes. The default is nothing stated.</summary>
public readonly record struct PlainMoment
{
    private static readonly int[] daysBefore = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

    private PlainMoment(MomentForm form, int first, int last) => (Form, First, Last) = (form, first, last);

    /// <summary>What it is.</summary>
    internal MomentForm Form { get; }

    /// <summary>The day, or the first of several.</summary>
    internal int First { get; }

    /// <summary>The last day; of a time of day, its minute.</summary>
    internal int Last { get; }

    /// <summary>Reads a moment in the one way of writing it that the formatter has; every other way is left to the parser.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out PlainMoment moment)
    {
        moment = default;
        if (text.Length == 10)
        {
            if (!TryDay(text, out var day))
            {
                return false;
            }

            moment = new(MomentForm.Day, day, day);
            return true;
        }

        return text.Length == 7 ? TryMonth(text, ref moment)
            : text.StartsWith("between "u8) ? TryBetween(text[8..], ref moment)
            : text.StartsWith("by "u8) ? TryBy(text[3..], ref moment)
            : TryTime(text, ref moment);
    }

    /// <summary>The moment as the binder has it.</summary>
    internal Moment ToMoment() => Form switch
    {
        MomentForm.Day or MomentForm.Days => new OnDays(First, Last),
        MomentForm.By => new ByDay(Last),
        MomentForm.Time => new AtMinute(First, Last, false),
        MomentForm.UtcTime => new AtMinute(First, Last, true),
        _ => throw new System.Diagnostics.UnreachableException(Form.ToString()),
    };

    private static bool TryMonth(ReadOnlySpan<byte> text, ref PlainMoment moment)
    {
        if (text[4] != '-' || !TryNumber(text[..4], out var year) || !TryNumber(text[5..], out var month) || year is < 1 or > 9998 || month is < 1 or > 12)
        {
            return false;
        }

        var first = Number(year, month, 1);
        moment = new(MomentForm.Days, first, first + CalendarSystem.Iso.GetDaysInMonth(year, month) - 1);
        return true;
    }

    private static bool TryBetween(ReadOnlySpan<byte> text, ref PlainMoment moment)
    {
        if (text.Length != 25 || !text[10..15].SequenceEqual(" and "u8) || !TryDay(text[..10], out var first) || !TryDay(text[15..], out var last) || first > last)
        {
            return false;
        }

        moment = new(first == last ? MomentForm.Day : MomentForm.Days, first, last);
        return true;
    }

    private static bool TryBy(ReadOnlySpan<byte> text, ref PlainMoment moment)
    {
        if (text.Length != 10 || !TryDay(text, out var last))
        {
            return false;
        }

        moment = new(MomentForm.By, last, last);
        return true;
    }

    private static bool TryTime(ReadOnlySpan<byte> text, ref PlainMoment moment)
    {
        var isUtc = text.EndsWith(" utc"u8);
        text = isUtc ? text[..^4] : text;
        if (text.Length != 19 || !text[10..14].SequenceEqual(" at "u8) || text[16] != ':' || !TryDay(text[..10], out var day)
            || !TryNumber(text[14..16], out var hour) || !TryNumber(text[17..], out var minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        moment = new(isUtc ? MomentForm.UtcTime : MomentForm.Time, day, (hour * 60) + minute);
        return true;
    }

    private static bool TryDay(ReadOnlySpan<byte> text, out int day)
    {
        day = 0;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        // Every record has two or three of these, so that they are read without a loop.
        uint y1 = text[0] - 48u, y2 = text[1] - 48u, y3 = text[2] - 48u, y4 = text[3] - 48u;
        uint m1 = text[5] - 48u, m2 = text[6] - 48u, d1 = text[8] - 48u, d2 = text[9] - 48u;
        if (y1 > 9 || y2 > 9 || y3 > 9 || y4 > 9 || m1 > 9 || m2 > 9 || d1 > 9 || d2 > 9)
        {
            return false;
        }

        var year = (int)((y1 * 1000) + (y2 * 100) + (y3 * 10) + y4);
        var month = (int)((m1 * 10) + m2);
        var ofMonth = (int)((d1 * 10) + d2);
        if (year is < 1 or > 9998 || month is < 1 or > 12 || ofMonth < 1 || ofMonth > DaysIn(year, month))
        {
            return false;
        }

        day = Number(year, month, ofMonth);
        return true;
    }

    private static bool IsLeap(int year) => (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);

    private static int DaysIn(int year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>Days from 1970-01-01.</summary>
    private static int Number(int year, int month, int day)
    {
        var before = year - 1;
        return (before * 365) + (before / 4) - (before / 100) + (before / 400) + daysBefore[month] + (month > 2 && IsLeap(year) ? 1 : 0) + day - 719_163;
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + digit - '0';
        }

        return true;
    }
}

/// <summary>What a <see cref="PlainMoment"/> is.</summary>
enum MomentForm
{
    /// <summary>Nothing is stated.</summary>
    None,

    /// <summary>A day.</summary>
    Day,

    /// <summary>Some day of several.</summary>
    Days,

    /// <summary>A day or any before it.</summary>
    By,

    /// <summary>A time of day at the place.</summary>
    Time,

    /// <summary>A time of day in UTC.</summary>
    UtcTime,
}
