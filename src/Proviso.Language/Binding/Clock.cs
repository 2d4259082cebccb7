using System.Collections.Immutable;
using NodaTime;
using NodaTime.TimeZones;

namespace Proviso.Language.Binding;

/// <summary>The time axis of an agreement: minutes (64-bit, from 1970-01-01T00:00) and the grid of days laid over it.
/// With a zone the axis is UTC and the days are that zone's civil days. With <see cref="Local"/> the axis is civil time at
/// each place: "18 September" is the same day everywhere, and two places' clocks are not compared within a day.</summary>
public sealed class Clock
{
    private readonly DateTimeZone? zone;

    // Of a zone that never changes its offset, as UTC, days are found by arithmetic.
    private readonly int? fixedMinutes;

    private Clock(string name, DateTimeZone? zone)
    {
        Name = name;
        this.zone = zone;
        fixedMinutes = zone is not null && zone.MinOffset == zone.MaxOffset ? zone.MinOffset.Seconds / 60 : null;
    }

    /// <summary>The civil clock of each place.</summary>
    public static Clock Local { get; } = new("local", null);

    /// <summary>The zone id, or "local".</summary>
    public string Name { get; }

    /// <summary>True for <see cref="Local"/>.</summary>
    public bool IsLocal => zone is null;

    /// <summary>The clock of a zone of the tz database, or null when there is no such zone.</summary>
    public static Clock? OfZone(string id) => ZoneOf(id) is { } found ? new Clock(id, found) : null;

    /// <summary>True when the tz database has the zone.</summary>
    public static bool IsZone(string id) => ZoneOf(id) is not null;

    /// <summary>All zone ids of the tz database, in ordinal order.</summary>
    public static ImmutableArray<string> Zones { get; } = [.. TzdbDateTimeZoneSource.Default.GetIds().Order(StringComparer.Ordinal)];

    /// <summary>The day an instant falls on.</summary>
    public int DayOf(long minute)
    {
        if (zone is null)
        {
            return (int)Math.Clamp(FloorDiv(minute, 1440), MinDay, MaxDay);
        }

        if (minute < StartOf(MinDay) || minute > StartOf(MaxDay))
        {
            return minute < 0 ? MinDay : MaxDay;
        }

        if (fixedMinutes is { } offset)
        {
            return (int)FloorDiv(minute + offset, 1440);
        }

        var date = Instant.FromUnixTimeSeconds(minute * 60).InZone(zone).Date;
        return DayNumber(date);
    }

    /// <summary>The day of the last minute before an exclusive end; <see cref="long.MinValue"/> and <see cref="long.MaxValue"/> are
    /// without bound.</summary>
    public int LastDay(long end) => DayOf(end == long.MinValue ? end : end - 1);

    /// <summary>The first minute of a day.</summary>
    public long StartOf(int day)
    {
        if (zone is null || day < MinDay || day > MaxDay)
        {
            return day * 1440L;
        }

        return fixedMinutes is { } offset ? (day * 1440L) - offset : zone.AtStartOfDay(DateOf(day)).ToInstant().ToUnixTimeSeconds() / 60;
    }

    /// <summary>The instants at which a civil day reported for a place may begin and must have ended: the place's zone
    /// decides; without one, all zones of the world do.</summary>
    /// <returns>First minute and the minute after the last.</returns>
    public (long First, long After) CivilDay(int day, string? placeZone)
    {
        if (zone is null)
        {
            return (day * 1440L, (day + 1) * 1440L);
        }

        if (placeZone is not null && ZoneOf(placeZone) is { } there)
        {
            var start = there.AtStartOfDay(DateOf(day)).ToInstant();
            var after = there.AtStartOfDay(DateOf(day + 1)).ToInstant();
            return (start.ToUnixTimeSeconds() / 60, after.ToUnixTimeSeconds() / 60);
        }

        return ((day * 1440L) - (14 * 60), ((day + 1) * 1440L) + (12 * 60));
    }

    /// <summary>The instant of a time of day at a place; in a zone's gap, the first instant after it, in its overlap, the earlier.</summary>
    public long CivilTime(int day, int minuteOfDay, string? placeZone)
    {
        var id = placeZone ?? (zone?.Id);
        if (zone is null || id is null || ZoneOf(id) is not { } there)
        {
            return (day * 1440L) + minuteOfDay;
        }

        var local = DateOf(day).AtMidnight().PlusMinutes(minuteOfDay);
        return there.ResolveLocal(local, Resolvers.LenientResolver).ToInstant().ToUnixTimeSeconds() / 60;
    }

    /// <summary>The civil time at a place of an instant given in UTC; on a zone's axis, the instant itself.</summary>
    public long FromUtc(long utcMinute, string? placeZone)
    {
        if (zone is not null || placeZone is null || ZoneOf(placeZone) is not { } there)
        {
            return utcMinute;
        }

        return utcMinute + (there.GetUtcOffset(Instant.FromUnixTimeSeconds(utcMinute * 60)).Seconds / 60);
    }

    /// <summary>The number of a date: days from 1970-01-01.</summary>
    public static int DayNumber(LocalDate date) => Period.DaysBetween(Epoch, date);

    /// <summary>The date of a day number; requires a year from 1 to 9999.</summary>
    public static LocalDate DateOf(int day) => Epoch.PlusDays(day);

    /// <summary>The date so many days, months or years on; where that month has no such day, its last. Requires that it is in a year up to 9999.</summary>
    internal static LocalDate Later(LocalDate date, int number, StepUnit unit) => unit switch
    {
        StepUnit.Days => date.PlusDays(number),
        StepUnit.Months => date.PlusMonths(number),
        _ => date.PlusYears(number),
    };

    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private static readonly int MinDay = DayNumber(new LocalDate(1, 1, 1));
    private static readonly int MaxDay = DayNumber(new LocalDate(9998, 12, 31));

    private static DateTimeZone? ZoneOf(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);

    private static long FloorDiv(long a, long b) => (a / b) - (a % b < 0 ? 1 : 0);
}
