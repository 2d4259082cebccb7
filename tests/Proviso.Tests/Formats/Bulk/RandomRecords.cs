using System.Collections.Immutable;
using System.Globalization;
using Proviso.Formats.Statements;

namespace Proviso.Formats.Bulk;

/// <summary>Random reports about the lake: few patterns, and names, items, answers and moments of every form, most of them right.</summary>
internal sealed class RandomRecords(int seed)
{
    private readonly Random random = new(seed);

    public ImmutableArray<Statement> Draw(int count) => [.. Enumerable.Range(1, count).Select(One)];

    private Statement One(int number)
    {
        var parts = new Dictionary<string, PartValue>(StringComparer.Ordinal);
        Add(PartNames.Sentence, "report");
        Add(PartNames.Name, random.Next(30) == 0 ? $"r-{random.Next(1, number + 1)}" : random.Next(40) == 0 ? $"name{(char)('a' + random.Next(26))}" : $"r-{number}");
        switch (random.Next(12))
        {
            case < 6:
                Add(PartNames.Thing, random.Next(2) == 0 ? "heron" : "osprey");
                if (random.Next(3) == 0)
                {
                    Add(PartNames.As, $"item-{random.Next(9)}");
                }

                Add(PartNames.State, "present");
                Add(PartNames.In, random.Next(2) == 0 ? "lake" : "port-north");
                Stay();
                break;
            case < 8:
                Add(PartNames.Event, "exercise");
                Add(PartNames.EventBy, "north");
                if (random.Next(2) == 0)
                {
                    Add(PartNames.In, "lake");
                }

                Add(PartNames.On, Moment());
                break;
            case < 10:
                Add(PartNames.Event, "notify");
                Add(PartNames.EventBy, "north");
                Add(PartNames.EventTo, "south");
                Add(PartNames.On, Moment());
                parts[PartNames.For] = new ListValue([.. Enumerable.Range(0, random.Next(8) == 0 ? 2 : 1).Select(each => $"r-{Math.Max(1, number - 4 + random.Next(7) + each)}")]);
                break;
            case 10:
                Add(PartNames.LogOf, "south");
                Stay();
                break;
            default:
                Add(PartNames.AccessDeniedTo, "south");
                Add(PartNames.In, "port-north");
                Stay();
                break;
        }

        Add(PartNames.By, random.Next(4) == 0 ? "observer" : "south");
        if (random.Next(6) > 0)
        {
            Add(PartNames.Said, random.Next(3) > 0 ? "2024-06-01" : Moment());
        }

        if (random.Next(6) == 0)
        {
            Add(PartNames.Read, random.Next(4) == 0 ? "2024-03-28" : "2024-06-15");
        }

        if (random.Next(4) == 0)
        {
            parts[PartNames.Received] = new ReceiptsValue([.. new[] { "north", "south" }.Take(random.Next(1, 3)).Select(by => new Receipt(by, Moment()))]);
        }

        Add(PartNames.Grade, "press");
        Add(PartNames.Source, "Lake News, \"weekly\"");
        return new([.. PartNames.All.Where(parts.ContainsKey).Select(name => new StatementPart(name, parts[name], default))], default);

        void Add(string name, string text) => parts[name] = new TextValue(text);

        void Stay()
        {
            switch (random.Next(5))
            {
                case 0:
                    Add(PartNames.On, Moment());
                    break;
                case 1:
                    Add(PartNames.Since, Moment());
                    Add(PartNames.StillOn, Moment());
                    break;
                case 2 when random.Next(3) == 0:
                    Add(PartNames.From, Moment());
                    parts[PartNames.Onward] = new FlagValue();
                    break;
                default:
                    Add(PartNames.From, Day(0));
                    Add(PartNames.To, random.Next(3) == 0 ? Moment() : Day(8));
                    break;
            }

            if (random.Next(6) == 0)
            {
                Add(PartNames.LastingAtLeast, random.Next(2) == 0 ? "2 days" : "30 hours");
            }
        }
    }

    private string Moment() => random.Next(12) switch
    {
        < 5 => Day(4),
        5 => "2024-03",
        6 => $"between {Day(0)} and {Day(5)}",
        7 => $"by {Day(5)}",
        8 => $"{Day(4)} at 0{random.Next(4)}:{random.Next(10, 60).ToString(CultureInfo.InvariantCulture)}",
        9 => $"{Day(4)} at 23:{random.Next(10, 60).ToString(CultureInfo.InvariantCulture)} utc",
        10 => random.Next(6) == 0 ? "2024-02-30" : Day(4),
        _ => random.Next(6) == 0 ? $"between {Day(9)} and {Day(0)}" : Day(6),
    };

    /// <summary>A day shortly before the end of March 2024, or so many days later.</summary>
    private string Day(int later) => new DateOnly(2024, 3, 25).AddDays(random.Next(5) + later).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
