using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Proviso.Benchmarks;

/// <summary>An invented case of a chosen size: the same seed and size give the same text on every machine.</summary>
/// <remarks>
/// Two parties move things of three kinds among twelve regions in three theatres through ten years. Most reports are stays of single things, some with loose dates, some
/// corrected, some denied. The others are exercises with their notices (most in time, some late, some missing), and requests for visits with what came of them.
/// The clauses ask five unlike things: how many there are in each region, whether notice came in time, where nothing may be, a restraint that ends with the other side's
/// conduct, and a right with a quota.
/// </remarks>
internal sealed class Workload
{
    private const int FirstYear = 2015;
    private const int Days = 3650;
    private const int Regions = 12;
    private static readonly DateOnly start = new(FirstYear, 1, 1);
    private static readonly string[] parties = ["north", "south"];
    private readonly StringBuilder reports = new();
    private readonly StringBuilder positions = new();
    private ulong state;
    private int written;

    private Workload(int seed, int size, int views)
    {
        state = (ulong)seed;
        Agreement = Text(size, views);
        while (written < size)
        {
            var before = written;
            switch (Below(100))
            {
                case < 84:
                    Things();
                    break;
                case < 94:
                    Exercise();
                    break;
                default:
                    Visit();
                    break;
            }

            if (written == before)
            {
                throw new InvalidOperationException("nothing was written");
            }
        }
    }

    /// <summary>The text of the agreement.</summary>
    public string Agreement { get; }

    /// <summary>Writes the case into a folder, which is made if it is not there. Answers 0.</summary>
    public int Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "agreement.proviso"), Agreement);
        File.WriteAllText(Path.Combine(folder, "reports.proviso"), Reports);
        File.WriteAllText(Path.Combine(folder, "positions.proviso"), Positions);
        return 0;
    }

    /// <summary>The text with some of its clauses only.</summary>
    /// <param name="numbers">Their numbers.</param>
    public string Only(params IReadOnlyCollection<string> numbers) => Regex.Replace(
        Agreement, @"^clause (\w+) [^.]*\.\n", each => numbers.Contains(each.Groups[1].Value) ? each.Value : "", RegexOptions.Multiline);

    /// <summary>The reports, in the order of what they tell.</summary>
    public string Reports => reports.ToString();

    /// <summary>What the parties deny.</summary>
    public string Positions => positions.ToString();

    /// <summary>A case.</summary>
    /// <param name="size">How many reports there are, give or take five; at least 100.</param>
    /// <param name="views">How many views the text names besides the common one and the parties' own; at most 5.</param>
    public static Workload Of(int seed, int size, int views) => new(seed, size, views);

    private static string Text(int size, int views)
    {
        // A region has a twelfth of each party's things at a time: some 8 of 100 reports, each for a hundredth of the time.
        var most = Math.Max(2, size / 2800);
        var text = new StringBuilder($"""
            agreement workload "An invented case of {size.ToString(CultureInfo.InvariantCulture)} reports"
              between north, south
              in force from {FirstYear}-01-01 through {FirstYear + 9}-12-31
              with calendar days, clock UTC.

            party north "Northland".
            party south "Southland".
            party observer "the Observer".

            region world "the world" of {string.Join(", ", Enumerable.Range(1, Regions).Select(i => $"r{i}"))} zone UTC.
            {string.Join("\n", Enumerable.Range(1, Regions).Select(i => $"region r{i} \"Region {i}\"."))}
            theatre west "the West" joins r1, r2, r3, r4.
            theatre middle "the Middle" joins r5, r6, r7, r8.
            theatre east "the East" joins r9, r10, r11, r12.

            kind missile "missile" with range: length.
            model arrow "Arrow" of missile with range 900 km.
            model bolt "Bolt" of missile with range 400 km.
            model cudgel "Cudgel" of missile.
            kind launcher "launcher".
            kind bomber "bomber".
            define long-arm "long-range missile" as missile where range at least 500 km.

            state deployed "is deployed".

            event exercise "hold an exercise".
            event notify   "notify".
            event request  "ask for a visit".
            event admit    "admit a visit".

            clause 1 "At most so many launchers in each region"
              for each region r of {string.Join(", ", Enumerable.Range(1, Regions).Select(i => $"r{i}"))},
              each party shall have at most {most.ToString(CultureInfo.InvariantCulture)} launcher deployed in r.

            clause 2 "Notice of exercises"
              when exercise by a party,
              that party shall notify to each other party at least 14 days before the exercise.

            clause 3 "No bombers in the middle"
              each party shall not have bomber deployed in middle.

            clause 4 "No long-range missiles before the other side has them"
              for each theatre t,
              north shall not have long-arm with operator north deployed in t
              until long-arm with operator south is deployed in t for 30 days running.

            clause 5 "Visits"
              each party may request to each other party up to {Math.Max(2, size / 500).ToString(CultureInfo.InvariantCulture)} times in each calendar year.

            clause 6 "Visits to Southland are admitted"
              when request by north under clause 5,
              south shall admit to north within 10 days after the request.

            clause 7 "Visits to Northland are admitted"
              when request by south under clause 5,
              north shall admit to south within 10 days after the request.

            dispute reach "How far does the Cudgel reach?"
              on range of cudgel
              reading short means less than 500 km source "Invented";
              reading far   means more than 500 km source "Invented".

            sources read on {FirstYear + 10}-01-31.


            """);
        for (var i = 0; i < views; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"view v{i} reads reach as {(i % 2 == 0 ? "short" : "far")}{(i < 2 ? "" : i % 3 == 0 ? " trusts north, observer" : " trusts south, observer")}.\n");
        }

        return text.ToString();
    }

    /// <summary>A thing and where it is through a stretch of years.</summary>
    private void Things()
    {
        var party = parties[Below(2)];
        var kind = Below(100) switch { < 60 => "launcher", < 70 => "bomber", < 82 => "arrow", < 94 => "bolt", _ => "cudgel" };
        var item = $"i{written.ToString(CultureInfo.InvariantCulture)}";
        var day = Below(Days - 60);
        var stays = 1 + Below(8);
        for (var stay = 0; stay < stays && day < Days - 10; stay++)
        {
            var until = Math.Min(day + 5 + Below(60), Days - 1);
            var region = kind == "bomber" && Below(10) > 0 ? 1 + Below(4) : 1 + Below(Regions);
            var name = Report(
                $"{kind} as {item} with operator {party} deployed in r{region} from {(Below(10) == 0 ? $"between {Date(day)} and {Date(day + 3)}" : Date(day))} to {Date(until)}",
                Below(5) switch { 0 => "observer", 1 or 2 => "north", _ => "south" }, until + 1 + Below(30));
            if (Below(100) < 4)
            {
                Report($"corrects {name} from {Date(day)} to {Date(Math.Max(day + 4, until - Below(4)))}", "observer", until + 31 + Below(30));
            }
            else if (Below(100) < 3)
            {
                var said = Date(until + 40);
                positions.Append(CultureInfo.InvariantCulture, $"position {party} denies report {name} on {said} by {party} said {said} grade official source \"Invented\".\n");
            }

            day = until + 1 + Below(20);
        }
    }

    private void Exercise()
    {
        var party = parties[Below(2)];
        var other = party == "north" ? "south" : "north";
        var day = 40 + Below(Days - 60);
        var exercise = Report($"exercise by {party} in r{1 + Below(Regions)} on {Date(day)}", other, day + 2);
        if (Below(100) < 92)
        {
            var before = Below(10) == 0 ? Below(14) : 14 + Below(15);
            Report($"notify by {party} to {other} on {Date(day - before)} for {exercise}", party, day - before);
        }
    }

    private void Visit()
    {
        var party = parties[Below(2)];
        var other = party == "north" ? "south" : "north";
        var day = Below(Days - 60);
        var request = Report($"request by {party} to {other} on {Date(day)}", party, day);
        if (Below(100) < 90)
        {
            Report($"admit by {other} to {party} on {Date(day + 1 + Below(12))} for {request}", party, day + 15);
        }
    }

    private string Report(string content, string by, int said)
    {
        var name = $"x{written.ToString(CultureInfo.InvariantCulture)}";
        written++;
        reports.Append(CultureInfo.InvariantCulture, $"report {name} {content} by {by} said {Date(said)} grade official source \"Invented\".\n");
        return name;
    }

    private static string Date(int day) => start.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A number from 0 to below a bound: SplitMix64 (Steele, Lea and Flood, 2014).</summary>
    private int Below(int bound)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)bound);
    }
}
