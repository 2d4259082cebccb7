using static Proviso.Reference.Draw;

namespace Proviso.Reference;

/// <summary>Draws counts of what events were of and of what is had, sums and differences of them, and reports that they add up.</summary>
/// <param name="chance">Its own, so that all else that a seed draws stays the same.</param>
/// <param name="contestable">Reports drawn here, as <see cref="RandomReports.Contestable"/> has those drawn before.</param>
sealed class RandomCounts(Draw draw, Chance chance, List<(string Name, string Kind, bool HasSubject, bool HasPlace, bool HasNumber)> contestable)
{
    private readonly List<string> counts = [];
    private readonly List<string> nouns = [];
    private int reports;

    public void Write()
    {
        if (!chance.Percent(40))
        {
            return;
        }

        if (chance.Percent(85))
        {
            OfEvents();
        }

        if (chance.Percent(50))
        {
            OfStates();
        }

        for (var number = chance.Below(3); number > 0 && counts.Count > 1; number--)
        {
            Compound();
        }
    }

    private void OfEvents()
    {
        var happening = chance.Pick(draw.Events);
        for (var number = chance.Between(1, 2); number > 0; number--)
        {
            var narrowed = chance.Percent(12) ? $" with operator {chance.Pick(draw.Speakers)}" : "";
            var (first, second) = chance.Weighted<(string, string?)>(
                (30, ("missile", null)), (20, ("fox", "gnu")), (15, ("fox", null)), (10, ("missile", "truck")),
                (20, (draw.Defines.Count > 0 ? chance.Pick(draw.Defines) : "truck", null)));
            Count($"{chance.Between(1, 3)} for each {first}{narrowed} {happening}{(second is null ? "" : $"; {chance.Between(1, 2)} for each {second} {happening}")}");
            nouns.AddRange([.. draw.Symbols(first), .. second is null ? [] : draw.Symbols(second)]);
        }

        var day = draw.Start + chance.Between(-2, 3);
        var place = chance.Pick(draw.Places);
        var by = chance.Pick(draw.Between);
        for (var number = chance.Between(2, 5); number > 0; number--)
        {
            var actor = chance.Percent(55) ? by : chance.Pick(draw.Speakers);
            var where = chance.Weighted((30, ""), (35, $" in {place}"), (35, $" in {chance.Pick(draw.Places)}"));
            var from = Math.Clamp(chance.Percent(50) ? day : day + chance.Between(-4, 6), 0, draw.Days);
            var when = chance.Weighted(
                (55, draw.Date(from)), (30, $"between {draw.Date(from)} and {draw.Date(Math.Min(draw.Days, from + chance.Between(1, 4)))}"),
                (8, $"by {draw.Date(from)}"), (7, $"{draw.Date(from)} at 12:30"));
            var amount = chance.Weighted((20, ""), (20, "2 "), (20, "3 "), (20, "5 "), (10, "2 or more "), (10, "1 to 4 "));
            var name = Report($"{happening} by {actor} of {amount}{Subject(chance.Percent(20))}{where} on {when}", actor);
            contestable.Add((name, "event", true, where.Length > 0, true));
            if (chance.Percent(15))
            {
                var addressee = chance.Pick(draw.Between);
                Report($"{happening} by {actor} to {addressee} not received of {Subject(false)} on {draw.Date(from)}", addressee);
            }

            if (chance.Percent(12))
            {
                Report($"corrects {name} amount {chance.OneOf("1", "4", "6")}", chance.Percent(70) ? actor : chance.Pick(draw.Speakers));
            }

            if (chance.Percent(18))
            {
                var holder = chance.Pick(draw.Between);
                var part = chance.OneOf("", " its number", " its number", " its date", where.Length > 0 ? " its place" : " its class");
                draw.Add(
                    null, true,
                    Must($"position {holder} {chance.OneOf("doubts", "denies")} report {name}{part}"),
                    Must($"on {draw.Date(draw.Day())} by {holder} grade official source \"s\""));
            }
        }
    }

    private string Subject(bool isNamed)
    {
        var symbol = nouns.Count > 0 && chance.Percent(80) ? chance.Pick(nouns) : chance.OneOf("missile", "fox", "gnu", "van", "truck");
        symbol = symbol == "missile" ? chance.OneOf("missile", "fox", "gnu") : symbol;
        return symbol + (isNamed ? $" as {chance.OneOf("kilo", "lima")}" : "") + (chance.Percent(15) ? $" with operator {chance.Pick(draw.Speakers)}" : "");
    }

    /// <summary>Counts of things in a state, totals of them for most parties, and what others saw.</summary>
    private void OfStates()
    {
        var state = chance.OneOf("here", "parked");
        var place = chance.Pick(draw.Places);
        var day = Math.Clamp(draw.Start + chance.Between(-1, 3), 0, draw.Days);
        var time = $"from {draw.Date(day)} to {draw.Date(Math.Min(draw.Days, day + chance.Between(0, 6)))}";
        for (var number = chance.Between(1, 2); number > 0; number--)
        {
            var (first, second) = chance.Weighted<(string, string?)>((35, ("missile", null)), (25, ("fox", "gnu")), (20, ("truck", null)), (20, ("fox", "truck")));
            Count($"{chance.Between(1, 3)} for each {first} {state}{(second is null ? "" : $"; {chance.Between(1, 2)} for each {second} {state}")}");
            foreach (var party in draw.Between.Where(_ => chance.Percent(80)))
            {
                foreach (var symbol in new[] { first, second }.OfType<string>())
                {
                    Report($"total {chance.OneOf("2", "3", "5", "1 to 3")} {symbol} with operator {party} {state} in {place} {time}", party);
                }
            }

            for (var seen = chance.Below(3); seen > 0; seen--)
            {
                var holder = chance.Pick(draw.Speakers);
                Report($"{chance.OneOf(first, second, "missile") ?? first} with {chance.OneOf("operator", "owner")} {holder} {state} {chance.OneOf("1", "2", "4 or more")} in {chance.OneOf(place, chance.Pick(draw.Places))} {time}", chance.Pick(draw.Speakers));
            }
        }
    }

    private void Compound()
    {
        var some = chance.Some(counts, chance.Percent(25) ? Math.Min(3, counts.Count) : 2);
        Count(chance.Percent(50) && some.Count == 2
            ? chance.Percent(50) ? $"{some[0]} less {some[1]}" : $"{some[1]} less {some[0]}"
            : string.Join(" and ", some));
    }

    private void Count(string body)
    {
        var name = $"toll{counts.Count + 1}";
        draw.Add(name, false, Must($"count {name} as {body}"));
        counts.Add(name);
    }

    private string Report(string content, string by)
    {
        var name = $"c{++reports}";
        draw.Add(name, true, Must($"report {name} {content} by {by} grade {chance.OneOf("official", "press")} source \"s\""));
        return name;
    }
}
