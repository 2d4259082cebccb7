using System.Collections.Immutable;
using System.Diagnostics;

namespace Proviso.Language.Binding;

/// <summary>Lays stated times on the axis of an agreement. A civil date becomes a window that covers the whole of that day at
/// the place; where the place's zone is unknown, the whole of that day anywhere on earth.</summary>
/// <remarks>For a civil day d let <c>first</c> be its first minute at the place and <c>after</c> the first minute after it.
/// A stay from d starts in <c>[first, after - 1]</c>. A stay to d still holds at some instant of d and has ended before
/// <c>after</c>, so that its (exclusive) end lies in <c>[first + 1, after]</c>.</remarks>
sealed class Placement(Clock clock)
{
    /// <summary>One instant at a place.</summary>
    public Window Instant(Moment moment, string? zone) => moment switch
    {
        OnDays days => new(First(days.First, zone), After(days.Last, zone) - 1),
        ByDay by => new(long.MinValue, After(by.Last, zone) - 1),
        AtMinute at => Exactly(Minute(at, zone)),
        _ => throw new UnreachableException(moment.ToString()),
    };

    /// <summary>The exclusive end of something that still held at some instant of the moment. A time of day is the end itself.</summary>
    public Window End(Moment moment, string? zone) => moment switch
    {
        AtMinute at => Exactly(Minute(at, zone)),
        _ => JustAfter(Instant(moment, zone)),
    };

    /// <summary>A stay at a place.</summary>
    /// <param name="least">The least it can have lasted, in minutes; at least 1.</param>
    public Occurrence Stay(Stay stay, string? zone, long least) => stay switch
    {
        StayOn on => new(Instant(on.At, zone), JustAfter(Instant(on.At, zone)), least),
        StayFromTo span => new(Instant(span.From, zone), End(span.To, zone), least),
        StayOnward onward => new(Instant(onward.From, zone), Exactly(long.MaxValue), least),
        StayStill still => new(Instant(still.Since, zone), End(still.On, zone), least),
        _ => throw new UnreachableException(stay.ToString()),
    };

    /// <summary>True when some start of the stay lies at least its least duration before some end of it.</summary>
    public static bool IsPossible(Occurrence stay) =>
        stay.Start.Earliest == long.MinValue || stay.End.Latest == long.MaxValue
            || stay.End.Latest - stay.Start.Earliest >= stay.LeastMinutes;

    /// <summary>The least a stay lasted that is said to have lasted this many days, the first and the last counted: the fewest minutes
    /// that touch so many days of 24 hours wherever they start. Requires <paramref name="days"/> at least 1.</summary>
    public static long LeastOfDays(long days) => ((days - 1) * 1440) + 1;

    private long First(int day, string? zone) => clock.CivilDay(day, zone).First;

    private long After(int day, string? zone) => clock.CivilDay(day, zone).After;

    private long Minute(AtMinute at, string? zone) => at.Utc
        ? clock.FromUtc((at.Day * 1440L) + at.MinuteOfDay, zone)
        : clock.CivilTime(at.Day, at.MinuteOfDay, zone);

    private static Window Exactly(long minute) => new(minute, minute);

    private static Window JustAfter(Window window) =>
        new(window.Earliest == long.MinValue ? long.MinValue : window.Earliest + 1, window.Latest + 1);
}

/// <summary>Which zone's civil dates count at a place: its own, else that of the nearest place it lies in. Where two equally
/// near ones differ, none (a date there is then placed anywhere on earth).</summary>
sealed class PlaceZones(IEnumerable<Containment> containments)
{
    private readonly ILookup<string, Place> outer = containments.ToLookup(
        containment => containment.Inner.Name, containment => containment.Outer, StringComparer.Ordinal);

    private readonly Dictionary<string, string?> known = new(StringComparer.Ordinal);

    /// <summary>The zone of a place, or null.</summary>
    public string? Of(Place place)
    {
        if (!known.TryGetValue(place.Name, out var zone))
        {
            known[place.Name] = zone = Nearest(place);
        }

        return zone;
    }

    private string? Nearest(Place place)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { place.Name };
        ImmutableArray<Place> ring = [place];
        while (!ring.IsEmpty)
        {
            var zones = ring.Select(each => each.Zone).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            if (zones.Count > 0)
            {
                return zones.Count == 1 ? zones[0] : null;
            }

            ring = [.. ring.SelectMany(each => outer[each.Name]).Where(each => seen.Add(each.Name))];
        }

        return null;
    }
}
