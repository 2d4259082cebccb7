namespace Proviso.Benchmarks.Workloads;

/// <summary>How much is left open in a workload.</summary>
internal enum Flavour
{
    /// <summary>Exact dates, and times of day where there is no place to say whose day it is; nothing is corrected or denied; both parties' logs of what they received are complete, so that everything can be told.</summary>
    Plain,

    /// <summary>One stay in ten begins on a day that is not known exactly, one in 25 is corrected, three in a hundred of the others are denied. No log is complete.</summary>
    Loose,
}

/// <summary>How the reports of a workload lie in time.</summary>
internal enum Shape
{
    /// <summary>Spread over ten years, a thing in one region at a time.</summary>
    Spread,

    /// <summary>Everything happens on one day.</summary>
    OneDay,

    /// <summary>All stays are of one thing, and overlap.</summary>
    OneItem,

    /// <summary>Each report is denied by the party that it is about.</summary>
    AllContested,

    /// <summary>Every stay goes on through all of the ten years.</summary>
    AllOverlapping,
}

/// <summary>An invented case of a chosen size, as a stream of rows: the same seed, size, flavour and shape give the same rows on every machine.</summary>
/// <remarks>
/// Two parties move things of three kinds among twelve regions in three theatres through ten years. Most reports are stays of single things.
/// The others are exercises with their notices (most in time, some late, some missing), and requests for visits with what came of them.
/// The clauses ask five unlike things: how many there are in each region, whether notice came in time, where nothing may be, a restraint that ends with the other side's
/// conduct, and a right with a quota.
/// </remarks>
/// <param name="Seed">Where the drawing of lots begins.</param>
/// <param name="Size">How many reports there are, give or take five, without the two logs; at least 100.</param>
/// <param name="Views">How many views the text names besides the common one and the parties' own; from 2 to 64.</param>
internal sealed record Workload(int Seed, int Size, int Views, Flavour Flavour, Shape Shape = Shape.Spread)
{
    /// <summary>How many regions there are.</summary>
    public const int Regions = 12;

    /// <summary>The first of the ten years.</summary>
    public const int FirstYear = 2015;

    /// <summary>How many days anything is reported of.</summary>
    public const int Days = 3650;

    /// <summary>The day on which, at the latest, a log was declared complete; the last of <see cref="Days"/>.</summary>
    private const int LogSaid = Days - 1;

    /// <summary>The first day of the agreement: day 0 of the rows.</summary>
    public static DateOnly FirstDay { get; } = new(FirstYear, 1, 1);

    /// <summary>The parties' names.</summary>
    public static IReadOnlyList<string> Parties { get; } = ["north", "south"];

    /// <summary>The names of those who speak: the parties first, then observers.</summary>
    public static IReadOnlyList<string> Speakers { get; } = ["north", "south", "observer", "agency", "institute", "gazette"];

    /// <summary>The names of the things that stay somewhere.</summary>
    public static IReadOnlyList<string> Things { get; } = ["launcher", "bomber", "arrow", "bolt", "cudgel"];

    /// <summary>The place of launchers in <see cref="Things"/>.</summary>
    public const int Launcher = 0;

    /// <summary>The place of bombers in <see cref="Things"/>.</summary>
    public const int Bomber = 1;

    /// <summary>How many launchers a party may have in a region: about as many as it has there on the mean, so that the ceiling is crossed again and again at every size.
    /// Some 55 of 100 reports are of launchers, each for some 35 of the days, in one of 24 regions of a party.</summary>
    public int MostLaunchers => Math.Max(2, Size / 4400);

    /// <summary>How many visits a party may ask for in a year.</summary>
    public int MostVisits => Math.Max(2, Size / 500);

    /// <summary>How many observers speak. With many views there are more of them, so that each view can trust others than the next.</summary>
    public int Observers => Views > 14 ? 4 : 1;

    /// <summary>The rows, in the order in which they are told: a report comes before what answers, corrects or denies it.</summary>
    public IEnumerable<ReportRow> Rows()
    {
        var lots = new Draw(Seed);
        var next = new List<ReportRow>();
        for (var written = 0; written < Size;)
        {
            next.Clear();
            switch (lots.Below(100))
            {
                case < 84:
                    Stays(lots, written, next);
                    break;
                case < 94:
                    Exercise(lots, written, next);
                    break;
                default:
                    Visit(lots, written, next);
                    break;
            }

            foreach (var row in next)
            {
                yield return row;
                if (row.Sort != RowSort.Denial)
                {
                    written++;
                    if (Shape == Shape.AllContested)
                    {
                        yield return DenialOf(row, row.Said + 1);
                    }
                }
            }
        }

        for (var party = 0; Flavour == Flavour.Plain && party < Parties.Count; party++)
        {
            yield return new(RowSort.Log, 0, party, 0, 0, 0, 0, 0, Days - 1, -1, party, LogSaid);
        }
    }

    /// <summary>A thing and where it is through a stretch of years.</summary>
    private void Stays(Draw lots, int written, List<ReportRow> rows)
    {
        var party = Shape == Shape.OneItem ? 0 : lots.Below(2);
        var thing = Shape == Shape.OneItem ? Launcher : lots.Below(100) switch { < 60 => Launcher, < 70 => Bomber, < 82 => 2, < 94 => 3, _ => 4 };
        var item = Shape == Shape.OneItem ? 0 : written;
        var day = lots.Below(Days - 60);
        var stays = 1 + lots.Below(8);
        var number = written;
        for (var stay = 0; stay < stays && day < Days - 10; stay++)
        {
            var until = Math.Min(day + 5 + lots.Below(60), Days - 1);
            var region = thing == Bomber && lots.Below(10) > 0 ? 1 + lots.Below(4) : 1 + lots.Below(Regions);
            var isLoose = Flavour == Flavour.Loose && lots.Below(10) == 0;
            var speaker = lots.Below(5) switch { 0 => 2 + (item % Observers), 1 or 2 => 0, _ => 1 };
            var (from, to) = Laid(day, until);
            var told = new ReportRow(
                RowSort.Stay, number++, party, thing, item, region, from, isLoose ? from + 3 : from, to, -1, speaker, to + 1 + lots.Below(30));
            rows.Add(told);
            if (Flavour == Flavour.Loose)
            {
                Second(lots, told, rows, ref number);
            }

            day = until + 1 + lots.Below(20);
        }
    }

    /// <summary>What is said of a stay afterwards, if anything.</summary>
    private void Second(Draw lots, ReportRow stay, List<ReportRow> rows, ref int number)
    {
        if (lots.Below(100) < 4)
        {
            var to = Math.Max(stay.From + 4, stay.To - lots.Below(4));
            rows.Add(stay with
            {
                Sort = RowSort.Correction,
                Number = number++,
                FromLatest = stay.From,
                To = to,
                Of = stay.Number,
                Speaker = 2 + (stay.Item % Observers),
                Said = stay.To + 31 + lots.Below(30),
            });
        }
        else if (lots.Below(100) < 3)
        {
            rows.Add(DenialOf(stay, stay.To + 40));
        }
    }

    private void Exercise(Draw lots, int written, List<ReportRow> rows)
    {
        var party = lots.Below(2);
        var (day, _) = Laid(40 + lots.Below(Days - 60), 0);
        rows.Add(Event(RowSort.Exercise, written, party, 1 + lots.Below(Regions), day, -1, 1 - party, day + 2));
        if (lots.Below(100) < 92)
        {
            var before = lots.Below(10) == 0 ? lots.Below(14) : 14 + lots.Below(15);
            before = Shape == Shape.OneDay ? 0 : before;
            rows.Add(Event(RowSort.Notice, written + 1, party, 0, day - before, written, party, day - before));
        }
    }

    private void Visit(Draw lots, int written, List<ReportRow> rows)
    {
        var party = lots.Below(2);
        var (day, _) = Laid(lots.Below(Days - 60), 0);
        rows.Add(Event(RowSort.Request, written, party, 0, day, -1, party, day));
        if (lots.Below(100) < 90)
        {
            var after = 1 + lots.Below(12);
            after = Shape == Shape.OneDay ? 0 : after;
            rows.Add(Event(RowSort.Admission, written + 1, 1 - party, 0, day + after, written, party, day + 15));
        }
    }

    private ReportRow Event(RowSort sort, int number, int party, int region, int day, int of, int speaker, int said) =>
        new(sort, number, party, 0, 0, region, day, day, day, of, speaker, said, Flavour == Flavour.Plain && region == 0);

    private static ReportRow DenialOf(ReportRow row, int said) => new(RowSort.Denial, 0, row.Party, 0, 0, 0, said, said, said, row.Number, row.Party, said);

    /// <summary>Days as the shape lays them.</summary>
    private (int From, int To) Laid(int from, int to) => Shape switch
    {
        Shape.OneDay => (Days / 2, Days / 2),
        Shape.AllOverlapping when to > 0 => (0, Days - 1),
        _ => (from, to),
    };
}
