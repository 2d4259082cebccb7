using System.Globalization;
using NodaTime;
using Proviso.Language.Binding;

namespace Proviso.Language.Prose;

/// <summary>Days, ranges and windows in words. Days count from 1970-01-01.</summary>
static class Dates
{
    /// <summary>"18 September 2023".</summary>
    public static string Day(int day)
    {
        var date = Clock.DateOf(day);
        return string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Month(date)} {date.Year}");
    }

    /// <summary>"30 March".</summary>
    public static string DayOfYear(DayOfYear day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day} {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(day.Month)}");

    /// <summary>"18 and 19", "10 and 11 July 2024": two days with what they share said once.</summary>
    /// <param name="word">What stands between them.</param>
    public static string Pair(int first, int last, string word)
    {
        var (a, b) = (Clock.DateOf(first), Clock.DateOf(last));
        var start = a.Year != b.Year ? Day(first)
            : a.Month != b.Month ? string.Create(CultureInfo.InvariantCulture, $"{a.Day} {Month(a)}")
            : a.Day.ToString(CultureInfo.InvariantCulture);
        return $"{start} {word} {Day(last)}";
    }

    /// <summary>A half-open range as a treaty says it: "from 5 August 2019 through 4 February 2026, that day included".</summary>
    public static string Range(DayRange days) => days switch
    {
        (int.MinValue, int.MaxValue) => "at all times",
        (int.MinValue, var before) => $"through {Day(before - 1)}, that day included",
        (var from, int.MaxValue) => $"from {Day(from)} on",
        var (from, before) when before <= from + 1 => $"on {Day(from)}",
        var (from, before) => $"from {Day(from)} through {Day(before - 1)}, that day included",
    };

    /// <summary>Days one of which it was: "on 18 September 2023", "in April 2024", "between 10 and 11 July 2024".</summary>
    public static string On(Days days) => (days.First, days.Last) switch
    {
        var (first, last) when first == last => $"on {Day(first)}",
        var (first, last) when IsMonth(first, last) => $"in {MonthOf(first)}",
        var (first, last) => $"between {Pair(first, last, "and")}",
    };

    /// <summary>An instant's window: as <see cref="On(Days)"/>, or "on or before 18 September 2023", or "at 14:30 on …".</summary>
    public static string On(Window window, Clock clock, string? zone) => Civil(window, clock, zone) switch
    {
        SomeDay some => On(some.Days),
        UpTo up => $"on or before {Day(up.Last)}",
        Minute exact => $"at {Time(exact)} on {Day(exact.Day)}{exact.Zone}",
        Never => "at a time not stated",
        var other => throw new System.Diagnostics.UnreachableException(other.ToString()),
    };

    /// <summary>The latest a window allows: "the end of 3 May 2024", "14:30 on 18 August 2019".</summary>
    public static string EndOf(Window window, Clock clock, string? zone) => Civil(window, clock, zone) switch
    {
        SomeDay some => $"the end of {Day(some.Days.Last)}",
        UpTo up => $"the end of {Day(up.Last)}",
        var other => Bare(other),
    };

    /// <summary>A minute on the agreement's clock: "14:30 on 18 August 2019 (UTC time)".</summary>
    public static string At(long minute, Clock clock) => Bare(Exactly(minute, clock, null));

    /// <summary>A stay: "from 18 to 25 September 2023, both days included", "on 18 September 2023", "from some day in April 2024 on".</summary>
    public static string Stay(Occurrence stay, Clock clock, string? zone)
    {
        var text = Length(Civil(stay.Start, clock, zone), stay, clock, zone);
        return LeastBeyondDates(stay) is { } least ? $"{text}, for at least {least}" : text;
    }

    private static string Length(CivilWindow start, Occurrence stay, Clock clock, string? zone)
    {
        if (stay.End.Earliest == long.MaxValue)
        {
            return From(start) + " onward, with no end known";
        }

        if (stay.Start.Earliest == stay.Start.Latest && stay.End.Earliest == stay.End.Latest && stay.End.Latest == stay.Start.Latest + 1)
        {
            return On(stay.Start, clock, zone);
        }

        // A reported end is exclusive: the last moment of a stay is the minute before it. A stated time of day is the end itself.
        var isExactEnd = stay.End.Earliest == stay.End.Latest;
        var end = Civil(isExactEnd ? stay.End : new Window(Before(stay.End.Earliest), stay.End.Latest - 1), clock, zone);
        return (start, end) switch
        {
            (SomeDay from, SomeDay to) when from == to => On(from.Days) is var on && from.Days.First == from.Days.Last ? on : $"at some time {on}",
            (SomeDay { IsOneDay: true } from, SomeDay { IsOneDay: true } to) =>
                $"from {Pair(from.Days.First, to.Days.Last, "to")}, both days included",
            (UpTo from, UpTo to) when from == to => $"at some time on or before {Day(from.Last)}",
            (_, SomeDay { IsOneDay: true } to) => $"{From(start)} to {Bare(to)}, that day included",
            _ => $"{From(start)} to {Bare(end)}",
        };
    }

    private static string From(CivilWindow start) => start is UpTo up ? $"from {Bare(up)}" : $"from {Bare(start)}";

    private static string Bare(CivilWindow window) => window switch
    {
        SomeDay { IsOneDay: true } some => Day(some.Days.First),
        SomeDay some => $"some day {On(some.Days)}",
        UpTo up => $"some day not later than {Day(up.Last)}",
        Minute exact => $"{Time(exact)} on {Day(exact.Day)}{exact.Zone}",
        _ => "a time not stated",
    };

    private static string? LeastBeyondDates(Occurrence stay)
    {
        var implied = stay.End.Earliest == long.MaxValue || stay.Start.Latest == long.MaxValue || stay.End.Earliest == long.MinValue
            ? 1
            : Math.Max(1, stay.End.Earliest - stay.Start.Latest);
        if (stay.LeastMinutes <= implied)
        {
            return null;
        }

        // A stay that touched n civil days lasted one minute of the first and of the last, and all between.
        return (stay.LeastMinutes - 1) % 1440 == 0
            ? English.Count(((stay.LeastMinutes - 1) / 1440) + 1, "day")
            : Quantities.Minutes(stay.LeastMinutes);
    }

    private static long Before(long minute) => minute == long.MinValue ? minute : minute - 1;

    /// <summary>A window as it was reported: the civil days of the place whose bounds it has, else the minutes or the days of the clock.</summary>
    private static CivilWindow Civil(Window window, Clock clock, string? zone)
    {
        if (window.Latest == long.MaxValue)
        {
            return new Never();
        }

        if (window.Earliest == window.Latest)
        {
            return Exactly(window.Earliest, clock, zone);
        }

        var last = DayEnding(window.Latest + 1, clock, zone) ?? clock.DayOf(window.Latest);
        if (window.Earliest == long.MinValue)
        {
            return new UpTo(last);
        }

        var first = DayStarting(window.Earliest, clock, zone) ?? clock.DayOf(window.Earliest);
        return new SomeDay(new Days(Math.Min(first, last), last));
    }

    private static int? DayStarting(long minute, Clock clock, string? zone) =>
        Near(minute).Cast<int?>().FirstOrDefault(day => clock.CivilDay(day!.Value, zone).First == minute);

    private static int? DayEnding(long minute, Clock clock, string? zone) =>
        Near(minute).Cast<int?>().FirstOrDefault(day => clock.CivilDay(day!.Value, zone).After == minute);

    private static IEnumerable<int> Near(long minute)
    {
        var day = (int)Math.Clamp(minute / 1440, -719_000, 2_900_000);
        return [day, day - 1, day + 1, day - 2];
    }

    private static Minute Exactly(long minute, Clock clock, string? zone)
    {
        if (clock.IsLocal)
        {
            var day = clock.DayOf(minute);
            return new(day, (int)(minute - clock.StartOf(day)), "");
        }

        // On a zone's axis a minute is an instant: told on the place's clock if that is known, else on the agreement's.
        var there = DateTimeZoneProviders.Tzdb[zone ?? clock.Name];
        var civil = Instant.FromUnixTimeSeconds(minute * 60).InZone(there);
        return new(Clock.DayNumber(civil.Date), (civil.Hour * 60) + civil.Minute, $" ({there.Id} time)");
    }

    private static string Time(Minute exact) =>
        string.Create(CultureInfo.InvariantCulture, $"{exact.OfDay / 60:00}:{exact.OfDay % 60:00}");

    private static bool IsMonth(int first, int last)
    {
        var (a, b) = (Clock.DateOf(first), Clock.DateOf(last));
        return a.Day == 1 && a.Month == b.Month && a.Year == b.Year && b.PlusDays(1).Day == 1;
    }

    private static string MonthOf(int day)
    {
        var date = Clock.DateOf(day);
        return string.Create(CultureInfo.InvariantCulture, $"{Month(date)} {date.Year}");
    }

    private static string Month(LocalDate date) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Month);

    private abstract record CivilWindow;

    private sealed record SomeDay(Days Days) : CivilWindow
    {
        public bool IsOneDay => Days.First == Days.Last;
    }

    private sealed record UpTo(int Last) : CivilWindow;

    private sealed record Minute(int Day, int OfDay, string Zone) : CivilWindow;

    private sealed record Never : CivilWindow;
}
