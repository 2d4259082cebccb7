using NodaTime;
using Proviso.Language.Binding;

namespace Proviso.Language.Prose;

/// <summary>Things to speak of, built by hand.</summary>
static class Sample
{
    public static readonly Party Russia = new("russia", "Russian Federation", []);
    public static readonly Party Usa = new("usa", "United States of America", []);
    public static readonly Party Poland = new("poland", "Poland", []);

    public static readonly Party Nato = new("nato", "NATO", [new(Usa, DayRange.Always, null, null), new(Poland, Through(null, "2099-12-31"), null, null)])
    {
        IsGroup = true,
    };

    public static readonly Region EuropeanRussia = new("european-russia", "European Russia", "Europe/Moscow");
    public static readonly Region Kaliningrad = new("kaliningrad", "Kaliningrad Region", "Europe/Kaliningrad");
    public static readonly Region NatoEurope = new("nato-europe", "European territory of NATO members", null);
    public static readonly Site Bornholm = new("bornholm", "Bornholm", "Europe/Copenhagen", null);
    public static readonly Site Redzikowo = new("redzikowo", "Redzikowo", "Europe/Warsaw", Poland);
    public static readonly Theatre Europe = new("europe", "Europe");
    public static readonly Theatre Asia = new("asia", "Asia-Pacific");

    public static readonly Kind Missile = new("missile", "missile",
    [
        new("basing", AttributeType.Choice, ["ground", "sea", "air"]),
        new("range", AttributeType.Length, []),
        new("warheads", AttributeType.Number, []),
        new("dual-capable", AttributeType.YesNo, []),
        new("host", AttributeType.Party, []),
    ]);

    public static readonly Model Novator = new("9m729", "9M729", Missile, [new("basing", new WordValue("ground"))], null);
    public static readonly Model Launcher = new("mk-70", "Mk 70 launcher", Missile, [], null);

    public static readonly Define InfMissile = new("inf-missile", "ground-based missile of INF range", [Of(Missile)],
        new AllAttributes([new AttributeIs("basing", new WordValue("ground"), false), new AttributeIs("range", Between(500_000, 5_500_000), false)]));

    public static readonly State Present = new("present", "is present", null, Persistence.Observed);
    public static readonly State InExercise = new("in-exercise", "in-exercise", null, Persistence.Observed);
    public static readonly State Deployed = new("deployed", "is deployed",
        new AllStates([new StateIs(Present), new StateNot(new StateIs(InExercise))]), Persistence.Observed);

    public static readonly Event VisitRequest = new("visit-request", "ask for a visit");
    public static readonly Event Visit = new("visit", "admit a visit");
    public static readonly Event Launch = new("launch", "launch");
    public static readonly Event Notify = new("notice", "notify");

    public static Noun Of(NounSymbol symbol, params AttributeValue[] with) => new(symbol, [.. with]);

    public static AttributeValue By(string role, Party party) => new(role, new PartyValue(party));

    public static RangeValue Between(decimal low, decimal high) => new(low, true, high, true);

    public static int Day(string date) => Clock.DayNumber(LocalDate.FromDateTime(DateTime.Parse(date, System.Globalization.CultureInfo.InvariantCulture)));

    public static DayRange Through(string? from, string? last) =>
        new(from is null ? int.MinValue : Day(from), last is null ? int.MaxValue : Day(last) + 1);

    /// <summary>The window of the civil days at a place, as the binder lays it.</summary>
    public static Window Days(Clock clock, string? zone, string first, string? last = null) =>
        new(clock.CivilDay(Day(first), zone).First, clock.CivilDay(Day(last ?? first), zone).After - 1);

    public static Occurrence From(Window start, Window end, long least = 1) => new(start, new(end.Earliest + 1, end.Latest + 1), least);

    public static Attribution Said(Party by, Grade grade = Grade.Press) =>
        new(by, new(Day("2023-09-18"), Day("2023-09-30")), [], grade, null, new("US and Danish forces unite", "https://example.org/1"));

    public static Agreement Agreement(Clock clock, params Clause[] clauses) => new(
        "moratorium", "Moratorium", [Russia, Usa], Through("2019-08-05", null), clock, null, [Russia, Usa, Poland, Nato],
        [EuropeanRussia, Kaliningrad, NatoEurope, Bornholm, Redzikowo, Europe, Asia],
        [new(EuropeanRussia, Europe, DayRange.Always), new(NatoEurope, Europe, DayRange.Always), new(Bornholm, NatoEurope, DayRange.Always)],
        [Missile, Novator, Launcher, InfMissile], [Present, InExercise, Deployed], [VisitRequest, Visit, Launch, Notify],
        [], [], [.. clauses], [], []);

    public static Clause Clause(string id, string title, Actor actor, Duty duty, params ConditionSlot[] slots) =>
        new(id, title, null, null, null, null, actor, duty, [.. slots], [], [], [], default);
}
