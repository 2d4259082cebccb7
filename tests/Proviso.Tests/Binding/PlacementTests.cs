using NodaTime;

namespace Proviso.Language.Binding;

/// <summary>Windows worked out by hand. Days and minutes are counted from 1970-01-01 in each test's own words.</summary>
public sealed class PlacementTests
{
    private static readonly int day = Clock.DayNumber(new LocalDate(2023, 9, 18));
    private static readonly long midnight = day * 1440L;

    [Fact]
    public void On_the_local_clock_a_day_is_the_civil_day_everywhere()
    {
        var placement = new Placement(Clock.Local);
        Assert.Equal(new Window(midnight, midnight + 1439), placement.Instant(new OnDays(day, day), null));
        Assert.Equal(placement.Instant(new OnDays(day, day), "Asia/Tokyo"), placement.Instant(new OnDays(day, day), null));
        Assert.Equal(new Window(midnight + 1, midnight + 1440), placement.End(new OnDays(day, day), null));
    }

    [Fact]
    public void A_zone_shifts_the_day_and_an_unknown_zone_widens_it()
    {
        var placement = new Placement(Clock.OfZone("Europe/Moscow")!);
        Assert.Equal(new Window(midnight - 180, midnight + 1259), placement.Instant(new OnDays(day, day), "Europe/Moscow"));
        Assert.Equal(new Window(midnight - 120, midnight + 1319), placement.Instant(new OnDays(day, day), "Europe/Copenhagen"));
        Assert.Equal(new Window(midnight - 840, midnight + 2159), placement.Instant(new OnDays(day, day), null));
    }

    [Fact]
    public void A_day_on_which_clocks_change_has_its_own_length()
    {
        var spring = Clock.DayNumber(new LocalDate(2023, 3, 26));
        var window = new Placement(Clock.OfZone("UTC")!).Instant(new OnDays(spring, spring), "Europe/Copenhagen");
        Assert.Equal(new Window((spring * 1440L) - 60, (spring * 1440L) + 1319), window);
    }

    [Fact]
    public void A_time_of_day_is_one_minute()
    {
        var placement = new Placement(Clock.OfZone("UTC")!);
        var minute = midnight + 870 - 120;
        Assert.Equal(new Window(minute, minute), placement.Instant(new AtMinute(day, 870, Utc: false), "Europe/Copenhagen"));
        Assert.Equal(new Window(minute, minute), placement.End(new AtMinute(day, 870, Utc: false), "Europe/Copenhagen"));
        Assert.Equal(new Window(midnight + 870, midnight + 870), placement.Instant(new AtMinute(day, 870, Utc: true), "Europe/Copenhagen"));
    }

    [Fact]
    public void On_the_local_clock_utc_is_turned_into_civil_time_at_the_place()
    {
        var placement = new Placement(Clock.Local);
        var civil = midnight + 1440 + 90;
        Assert.Equal(new Window(civil, civil), placement.Instant(new AtMinute(day, 1410, Utc: true), "Europe/Copenhagen"));
    }

    [Fact]
    public void Between_two_days_is_one_instant_of_them()
    {
        var placement = new Placement(Clock.Local);
        Assert.Equal(new Window(midnight, midnight + 4319), placement.Instant(new OnDays(day, day + 2), null));
        Assert.Equal(new Window(midnight + 1, midnight + 4320), placement.End(new OnDays(day, day + 2), null));
    }

    [Fact]
    public void By_a_day_has_no_beginning()
    {
        var placement = new Placement(Clock.Local);
        Assert.Equal(new Window(long.MinValue, midnight + 1439), placement.Instant(new ByDay(day), null));
        Assert.Equal(new Window(long.MinValue, midnight + 1440), placement.End(new ByDay(day), null));
    }

    [Fact]
    public void Stays_have_a_start_and_an_end_window()
    {
        var placement = new Placement(Clock.Local);
        var start = new Window(midnight, midnight + 1439);
        var sameDay = new Window(midnight + 1, midnight + 1440);
        var nextWeek = new Window(midnight + 10081, midnight + 11520);
        OnDays first = new(day, day), last = new(day + 7, day + 7);
        Assert.Equal(new Occurrence(start, sameDay, 1), placement.Stay(new StayOn(first), null, 1));
        Assert.Equal(new Occurrence(start, nextWeek, 5), placement.Stay(new StayFromTo(first, last), null, 5));
        Assert.Equal(new Occurrence(start, nextWeek, 1), placement.Stay(new StayStill(first, last), null, 1));
        Assert.Equal(new Occurrence(start, new(long.MaxValue, long.MaxValue), 1), placement.Stay(new StayOnward(first), null, 1));
    }

    [Fact]
    public void A_stay_at_a_time_of_day_holds_in_that_minute()
    {
        var minute = midnight + 60;
        var stay = new Placement(Clock.Local).Stay(new StayOn(new AtMinute(day, 60, Utc: false)), null, 1);
        Assert.Equal(new Occurrence(new(minute, minute), new(minute + 1, minute + 1), 1), stay);
        Assert.True(Placement.IsPossible(stay));
    }

    [Theory]
    [InlineData(0, 0, 1, true)]
    [InlineData(0, 0, 1440, true)]
    [InlineData(0, 0, 1441, false)]
    [InlineData(0, 1, 2880, true)]
    [InlineData(1, 0, 1, false)]
    public void A_stay_is_possible_when_its_least_fits(int from, int to, long least, bool possible)
    {
        var stay = new StayFromTo(new OnDays(day + from, day + from), new OnDays(day + to, day + to));
        Assert.Equal(possible, Placement.IsPossible(new Placement(Clock.Local).Stay(stay, null, least)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1441)]
    [InlineData(30, 41761)]
    public void A_stay_of_days_touches_so_many_wherever_it_starts(long days, long minutes) =>
        Assert.Equal(minutes, Placement.LeastOfDays(days));

    [Fact]
    public void The_nearest_zone_counts()
    {
        var russia = new Region("russia", "", "Europe/Moscow");
        var exclave = new Region("exclave", "", "Europe/Kaliningrad");
        var city = new Site("city", "", null, null);
        var port = new Site("port", "", null, null);
        var own = new Site("own", "", "Asia/Tokyo", null);
        var zones = new PlaceZones(
        [
            new(city, exclave, DayRange.Always), new(exclave, russia, DayRange.Always), new(own, exclave, DayRange.Always),
            new(port, exclave, DayRange.Always), new(port, russia, DayRange.Always),
        ]);
        Assert.Equal("Europe/Kaliningrad", zones.Of(city));
        Assert.Equal("Asia/Tokyo", zones.Of(own));
        Assert.Null(zones.Of(port));
        Assert.Null(zones.Of(new Site("elsewhere", "", null, null)));
    }
}
