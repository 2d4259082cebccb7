namespace Proviso.Language.Binding;

/// <summary>The minutes that a civil day is at a place: the windows that the binder makes of plain days, and back. Safe to share between threads.</summary>
public sealed class DayWindows
{
    private const int PageBits = 9;
    private const int PageDays = 1 << PageBits;

    /// <summary>The first day that can be asked for: 1 January of the year 1.</summary>
    private static readonly int first = Clock.DayNumber(new(1, 1, 1));

    /// <summary>The last day that can be asked for is before this one: 1 January of the year 9999.</summary>
    private static readonly int before = Clock.DayNumber(new(9999, 1, 1));

    private readonly Clock clock;
    private readonly string? zone;
    private readonly bool isEven;

    /// <summary>The first minutes of days and the days of the clock on which these lie, by pages; a page is made when one of its days is asked for.</summary>
    private readonly (long First, int OfClock)[]?[] pages;

    /// <summary>Of places in a zone; null: of no place, or of one whose zone is unknown.</summary>
    public DayWindows(Clock clock, string? zone)
    {
        this.clock = clock;
        this.zone = zone;
        isEven = clock.IsLocal || zone is null || !Clock.IsZone(zone);
        pages = clock.IsLocal ? [] : new (long, int)[((before - first) >> PageBits) + 1][];
    }

    /// <summary>Some instant of the day: its first minute and its last. Requires a year from 1 to 9998.</summary>
    public Window Of(int day) => new(First(day), After(day) - 1);

    /// <summary>The first minute of the day, or the earliest that it can be.</summary>
    public long First(int day) => isEven ? clock.CivilDay(day, zone).First : At(day).First;

    /// <summary>The minute after the last of the day, or after the latest that can be.</summary>
    public long After(int day) => isEven ? clock.CivilDay(day, zone).After : At(day + 1).First;

    /// <summary>The day of the clock on which the first minute of the day lies.</summary>
    public int OfClock(int day) => clock.IsLocal ? day : At(day).OfClock;

    /// <summary>The day whose window this is, or null.</summary>
    public int? DayOf(Window window)
    {
        if (window.Earliest == long.MinValue || window.Latest == long.MaxValue)
        {
            return null;
        }

        // The middle of a day is on it by any clock: offsets reach from -12 to +14 hours.
        var middle = window.Earliest + ((window.Latest - window.Earliest) / 2);
        var near = (middle - (middle < 0 ? 1439 : 0)) / 1440;
        for (var day = near - 1; day <= near + 1; day++)
        {
            if (first <= day && day < before && Of((int)day) == window)
            {
                return (int)day;
            }
        }

        return null;
    }

    private (long First, int OfClock) At(int day)
    {
        var at = day - first;
        var page = Volatile.Read(ref pages[at >> PageBits]);
        if (page is null)
        {
            page = new (long, int)[PageDays];
            var start = first + (at & ~(PageDays - 1));
            for (var each = 0; each < PageDays && start + each <= before; each++)
            {
                var minute = start + each < before ? clock.CivilDay(start + each, zone).First : clock.CivilDay(before - 1, zone).After;
                page[each] = (minute, clock.DayOf(minute));
            }

            Volatile.Write(ref pages[at >> PageBits], page);
        }

        return page[at & (PageDays - 1)];
    }
}
