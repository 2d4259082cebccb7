using System.Globalization;

namespace Proviso.Reference;

/// <summary>Small random cases as text: few names, few days, so that everything collides. One seed gives one case.</summary>
/// <remarks>Not every draw is a case that binds; those that do not are left out by the caller.</remarks>
static class RandomCases
{
    public static CaseText Draw(ulong seed)
    {
        var chance = new Chance(seed);
        var draw = new Draw(chance, FirstDay(seed), chance.Between(5, 18));
        new RandomWords(draw).Write();
        new RandomClauses(draw, new Chance(seed ^ 0x0DA7E5), new(draw, new(seed ^ 0x3EEDA5))).Write();
        new RandomQuotas(draw, new Chance(seed ^ 0x900A5)).Write(RandomQuotas.AreDrawn(seed));
        new RandomDisputes(draw).Write();
        new RandomViews(draw).Write();
        var reports = new RandomReports(draw);
        reports.Write();
        new RandomStories(draw).Write();
        new RandomUpdates(draw, new Chance(seed ^ 0x0BDA7E)).Write();
        new RandomUses(draw, new Chance(seed ^ 0x0005E5), reports.Contestable).Write();
        new RandomCounts(draw, new Chance(seed ^ 0xC0B17), reports.Contestable).Write();
        new RandomPositions(draw, reports.Contestable).Write();
        new RandomSearches(draw, new Chance(seed ^ 0x5EA2C4)).Write();
        return new(draw.Sentences);
    }

    /// <summary>The first day of a draw: shortly before the end of a February with 29 days, or of a year.</summary>
    public static DateOnly FirstDay(ulong seed) => RandomQuotas.AreDrawn(seed) && new Chance(seed ^ 0x1A9).Percent(60) ? new(2023, 12, 27) : new(2024, 2, 24);
}

/// <summary>What has been drawn so far.</summary>
/// <param name="days">The draw's days are 0 to this.</param>
sealed class Draw(Chance chance, DateOnly first, int days)
{
    public Chance Chance => chance;

    public int Days => days;

    /// <summary>The first day of a calendar year among the draw's days, or null.</summary>
    public int? NewYear => new DateOnly(first.Year + 1, 1, 1).DayNumber - first.DayNumber is var day && day <= days ? day : null;

    /// <summary>The day from which the agreement is in force.</summary>
    public int Start { get; set; }

    /// <summary>The first day it no longer is, or null.</summary>
    public int? Stop { get; set; }

    public List<Sentence> Sentences { get; } = [];

    public List<string> Parties { get; } = [];

    public List<string> Groups { get; } = [];

    public List<string> Between { get; } = [];

    public List<string> Regions { get; } = [];

    public List<string> Sites { get; } = [];

    public List<string> Theatres { get; } = [];

    /// <summary>For each place, what is declared to lie directly in it on some day.</summary>
    public Dictionary<string, List<string>> Inside { get; } = [];

    public List<string> Models { get; } = [];

    public List<string> Defines { get; } = [];

    /// <summary>Primitive states that reports may assert.</summary>
    public List<string> Primitive { get; } = [];

    public List<string> Derived { get; } = [];

    public List<string> Events { get; } = [];

    public List<ClauseDraw> Clauses { get; } = [];

    /// <summary>What the clauses speak of, so that reports can speak of it too.</summary>
    public List<StayTopic> Stays { get; } = [];

    /// <summary>What ceilings count, with their limits.</summary>
    public List<(StayTopic Topic, int Limit)> Ceilings { get; } = [];

    /// <summary>Events that clauses speak of.</summary>
    public List<ActTopic> Acts { get; } = [];

    /// <summary>Duties to act by a deadline.</summary>
    public List<DutyTopic> Duties { get; } = [];

    /// <summary>Duties that recur, each with a day on which it is due.</summary>
    public List<UpdateTopic> Recurrences { get; } = [];

    /// <summary>Rights with a quota.</summary>
    public List<QuotaTopic> Quotas { get; } = [];

    /// <summary>For each derived state and each definition, the words it is made of.</summary>
    public Dictionary<string, string> MadeOf { get; } = [];

    public List<(string Name, IReadOnlyList<string> Readings)> Disputes { get; } = [];

    /// <summary>Everybody who can say something.</summary>
    public IReadOnlyList<string> Speakers => [.. Parties, .. Groups];

    public IReadOnlyList<string> Places => [.. Regions, .. Sites, .. Theatres];

    public IReadOnlyList<string> States => [.. Primitive, .. Derived];

    /// <summary>A day of the draw as it is written.</summary>
    public string Date(int day) => first.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day of the draw as a day of each year.</summary>
    public string DayOfYear(int day) => first.AddDays(day).ToString("d MMMM", CultureInfo.InvariantCulture).ToLowerInvariant();

    /// <summary>The date so many months before a day of the draw.</summary>
    public string Before(int day, int months) => first.AddDays(day).AddMonths(-months).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The month of a day of the draw as it is written.</summary>
    public string Month(int day) => first.AddDays(day).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public void Add(string? declares, bool isReport, params ReadOnlySpan<Piece> pieces) => Sentences.Add(new(declares, isReport, [.. pieces]));

    public static Piece Must(string text) => new(text, false);

    public static Piece May(string text) => new(text, true);

    /// <summary>The words that a name is made of, through all definitions.</summary>
    public IEnumerable<string> Words(string name) => MadeOf.TryGetValue(name, out var text)
        ? text.Split(' ', '(', ')').Where(word => word != name).SelectMany(Words)
        : [name];

    /// <summary>The kinds and models that a noun is made of.</summary>
    public IReadOnlyList<string> Symbols(string noun) =>
        [.. Words(noun.Split(' ')[0]).Where(word => word is "missile" or "fox" or "gnu" or "van" or "truck").Distinct()];

    /// <summary>A day near something: the start, the stop, the end of what is known, or anywhere.</summary>
    public int Day() => Math.Clamp(
        chance.Below(4) switch
        {
            0 => Start + chance.Between(-1, 2),
            1 => (Stop ?? days) + chance.Between(-2, 0),
            _ => chance.Between(0, days),
        },
        0,
        days);

    /// <summary>" from …", " through …", " before …" or nothing.</summary>
    public string Dated(int percent)
    {
        if (!chance.Percent(percent))
        {
            return "";
        }

        var (from, to) = (chance.Between(0, days), chance.Between(0, days));
        (from, to) = (Math.Min(from, to), Math.Max(from, to) + 1);
        return chance.Below(5) switch
        {
            0 => $" from {Date(from)}",
            1 => $" from {Date(from)} through {Date(to)}",
            2 => $" from {Date(from)} before {Date(to)}",
            3 => $" through {Date(from)}",
            _ => $" before {Date(to)}",
        };
    }

    /// <summary>A noun as clauses, conditions and assumptions use it.</summary>
    public string Noun() => chance.Weighted(
        (30, "missile"), (25, chance.Pick(Models)), (35, Defines.Count > 0 ? chance.Pick(Defines) : "missile"), (10, "truck")) + With(25);

    /// <summary>" with …" or nothing.</summary>
    public string With(int percent) => chance.Percent(percent)
        ? $" with {chance.OneOf("operator", "owner", "maker")} {chance.Pick(Speakers)}"
        : "";

    /// <summary>A value of the attribute, or a range of values, as it is written after its name. Few figures, so that ends meet.</summary>
    public string Range() => chance.Below(8) switch
    {
        0 => "500 km",
        1 => "from 400 km to 600 km",
        2 => "at least 500 km",
        3 => "at most 500 km",
        4 => "at most 600 km",
        5 => "more than 400 km",
        _ => "less than 600 km",
    };
}

/// <summary>A noun in a state at a place, perhaps held by somebody, that some clause asks about.</summary>
sealed record StayTopic(string Noun, string State, string Place, string? Holder);

/// <summary>An event that some clause asks about; null parts are open.</summary>
sealed record ActTopic(string Event, string? By, string? To);

/// <summary>A duty: its trigger (null with a date), its act, and about how many days lie between them.</summary>
/// <param name="Actor">Null: the one who did the trigger.</param>
/// <param name="Addressee">Null: anybody.</param>
sealed record DutyTopic(ActTopic? Trigger, string Act, string? Actor, string? Addressee, int Days);

/// <summary>A duty that recurs: its act, and one of the days on which it is due.</summary>
/// <param name="Addressee">Null: anybody.</param>
sealed record UpdateTopic(string Act, string Actor, string? Addressee, int Due);

/// <summary>A right with a quota: its event, who may do it towards whom, how often, and a day about which its years change.</summary>
/// <param name="Actor">Null: each party.</param>
/// <param name="Addressee">Null: any other party.</param>
/// <param name="Act">What a use asks for, or null.</param>
sealed record QuotaTopic(string Event, string? Actor, string? Addressee, int Number, int Edge, string? Act);

/// <summary>What others need to know of a clause that has been drawn.</summary>
/// <param name="Variable">Its place variable or null.</param>
/// <param name="Places">The places that have an instance of their own.</param>
/// <param name="Slots">The condition slots it has.</param>
sealed record ClauseDraw(
    int Number, bool IsHave, bool IsRight, string? OfferedBy, IReadOnlyList<string> OfferedTo, string? Variable, IReadOnlyList<string> Places,
    IReadOnlyList<string> Slots);
