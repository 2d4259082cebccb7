using static Proviso.Reference.Draw;

namespace Proviso.Reference;

/// <summary>Draws reports of every form.</summary>
sealed class RandomReports(Draw draw)
{
    private readonly Chance chance = draw.Chance;
    private readonly List<Drawn> drawn = [];

    /// <summary>A report that others can correct, end, answer or contest.</summary>
    private sealed record Drawn(string Name, string Kind, string By, string State, bool IsOpen, bool HasSubject, bool HasPlace, int Day);

    public void Write()
    {
        draw.Add(null, true, Must($"sources read on {RandomCases.Date(draw.Days)}"));
        var count = chance.Below(9);
        for (var number = 1; number <= count; number++)
        {
            Report($"r{number}");
        }

        foreach (var report in drawn)
        {
            Contestable.Add((report.Name, report.Kind, report.HasSubject, report.HasPlace));
        }
    }

    /// <summary>For positions on reports: name, kind, whether it has a subject, whether it has a place.</summary>
    public List<(string Name, string Kind, bool HasSubject, bool HasPlace)> Contestable { get; } = [];

    private void Report(string name)
    {
        var stays = drawn.Where(report => report.IsOpen).ToList();
        var kind = chance.Weighted(
            (34, "state"), (12, "absence"), (26, "event"), (6, "attribute"), (stays.Count > 0 ? 12 : 0, "end"), (5, "access"), (5, "log"),
            (drawn.Count > 0 ? 14 : 0, "correction"));
        var by = chance.Pick(draw.Speakers);
        var day = draw.Day();
        var report = new Drawn(name, kind, by, "", false, false, false, day);
        string text;
        switch (kind)
        {
            case "state":
            case "absence":
                (text, report) = State(report, kind == "absence", day);
                break;
            case "event":
                (text, report) = Event(report, day);
                break;
            case "attribute":
                var (attribute, value) = chance.Weighted(
                    (70, ("range", draw.Range())), (15, ("basing", "sea")), (15, (chance.OneOf("operator", "owner"), chance.Pick(draw.Speakers))));
                text = $"{chance.OneOf("fox", "gnu")} has {attribute} {value}";
                report = report with { State = attribute };
                break;
            case "end":
                var ended = chance.Pick(stays);
                text = $"end of {ended.Name} on {When(Math.Max(ended.Day, day))}";
                break;
            case "access":
                text = $"access denied to {chance.Pick(draw.Parties)} in {chance.Pick(draw.Places)} {Stay(day, onward: false)}";
                report = report with { HasPlace = true };
                break;
            case "log":
                text = $"log of {chance.Pick(draw.Between)} complete {Log()}";
                break;
            default:
                (text, by) = Correction(chance.Pick(drawn), by);
                report = report with { By = by };
                break;
        }

        drawn.Add(report);
        draw.Add(name, true, [Must($"report {name} {text}"), .. Attribution(by, day)]);
    }

    private (string, Drawn) State(Drawn report, bool isAbsence, int day)
    {
        var state = chance.Pick(draw.Primitive);
        var onward = !isAbsence && state == "parked";
        var stay = Stay(day, onward);
        var amount = isAbsence || !chance.Percent(15) ? "" : $" {chance.OneOf("3", "2 or more", "1 to 4")}";
        return (
            $"{(isAbsence ? "no " : "")}{Subject(isAbsence)} {state}{amount} in {chance.Pick(draw.Places)} {stay}",
            report with
            {
                State = state, IsOpen = stay.Contains("onward", StringComparison.Ordinal), HasSubject = true, HasPlace = true, By = report.By,
            });
    }

    /// <summary>Few items, so that lots meet.</summary>
    private string Subject(bool isAbsence)
    {
        var symbol = chance.Weighted((30, "missile"), (35, "fox"), (20, "gnu"), (10, "van"), (5, "truck"));
        var item = chance.Percent(isAbsence ? 12 : 45) ? $" as {chance.OneOf("one", "two")}" : "";
        var pairs = new List<string>();
        pairs.AddRange(chance.Percent(isAbsence ? 15 : 60) ? [$"operator {chance.Pick(draw.Speakers)}"] : []);
        pairs.AddRange(chance.Percent(isAbsence ? 5 : 15) ? [$"owner {chance.Pick(draw.Speakers)}"] : []);
        pairs.AddRange(symbol is "missile" or "fox" or "gnu" && chance.Percent(10) ? [$"range {draw.Range()}"] : []);
        return symbol + item + (pairs.Count > 0 ? $" with {string.Join(", ", pairs)}" : "");
    }

    private (string, Drawn) Event(Drawn report, int day)
    {
        var received = chance.Percent(12);
        var to = received || chance.Percent(65) ? $" to {chance.Pick(draw.Between)}" : "";
        var of = chance.Percent(20);
        var place = chance.Percent(20);
        var answers = drawn.Where(other => other.Kind == "event").Select(other => other.Name).ToList();
        var text = $"{chance.Pick(draw.Events)} by {chance.OneOf(chance.Pick(draw.Between), chance.Pick(draw.Speakers))}{to}{(received ? " not received" : "")}"
            + $"{(of ? $" of {Subject(false)}" : "")}{(place ? $" in {chance.Pick(draw.Places)}" : "")} on {When(day)}"
            + (answers.Count > 0 && chance.Percent(30) ? $" for {string.Join(", ", chance.Some(answers, chance.Between(1, 2)))}" : "");
        return (text, report with { HasSubject = of, HasPlace = place });
    }

    private (string, string) Correction(Drawn target, string by)
    {
        by = chance.Percent(65) ? target.By : by;
        if (chance.Percent(25))
        {
            return ($"corrects {target.Name} did not occur", by);
        }

        var parts = new List<string>();
        var day = draw.Day();
        parts.AddRange(target.HasSubject && chance.Percent(40) ? [$"subject {Subject(false)}"] : []);
        parts.AddRange(target.Kind == "state" && chance.Percent(15) ? ["amount 2"] : []);
        parts.AddRange(target.HasPlace && chance.Percent(40) ? [$"in {chance.Pick(draw.Places)}"] : []);
        if (chance.Percent(50) || parts.Count == 0)
        {
            parts.Add(target.Kind is "event" or "end" or "correction" ? $"on {When(day)}" : Stay(day, target.IsOpen));
        }

        return ($"corrects {target.Name} {string.Join(" ", parts)}", by);
    }

    /// <summary>A stay that begins about a day.</summary>
    private string Stay(int day, bool onward)
    {
        var end = Math.Min(draw.Days, day + chance.Weighted((30, 0), (25, 1), (15, 2), (15, 4), (15, 9)));
        var lasting = chance.Percent(25) ? $" lasting at least {chance.OneOf("1 day", "2 days", "3 days", "30 hours", "5 minutes")}" : "";
        return chance.Weighted(
            (30, $"on {When(day)}"),
            (35, $"from {When(day)} to {When(end)}{lasting}"),
            (onward ? 90 : 0, $"from {When(day)} onward"),
            (15, $"since {When(day)} still on {When(end)}{lasting}"));
    }

    /// <summary>Logs are long, or they would cover nothing.</summary>
    private string Log() => $"from {RandomCases.Date(chance.Between(0, draw.Start + 1))} to {RandomCases.Date(chance.Between(draw.Days / 2, draw.Days))}";

    private string When(int day) => Random.When(chance, draw, day);

    private IEnumerable<Piece> Attribution(string by, int day)
    {
        yield return Must($"by {by}");
        if (chance.Percent(35))
        {
            yield return May($"said {RandomCases.Date(Math.Min(draw.Days, day + chance.Between(0, 6)))}");
        }

        if (chance.Percent(25))
        {
            yield return May($"received by {chance.Pick(draw.Between)} on {When(Math.Min(draw.Days, day + chance.Between(0, 3)))}");
        }

        if (chance.Percent(5))
        {
            yield return May($"received by {chance.Pick(draw.Between)} on {When(draw.Day())}");
        }

        yield return May(chance.Percent(5) ? "quoting \"word\"" : "");
        yield return Must($"grade {chance.Weighted((35, "inspection"), (20, "official"), (15, "own statement"), (20, "press"), (10, "recalled"))} source \"s\"");
    }
}

/// <summary>Loose and exact times as reports and positions state them.</summary>
static class Random
{
    public static string When(Chance chance, Draw draw, int day)
    {
        var last = Math.Min(draw.Days, day + chance.Between(1, 4));
        return chance.Weighted(
            (60, RandomCases.Date(day)),
            (8, $"{RandomCases.Date(day)} at {chance.OneOf("00:00", "12:30", "23:59")}"),
            (4, $"{RandomCases.Date(day)} at {chance.OneOf("00:00", "12:30", "23:59")} utc"),
            (17, $"between {RandomCases.Date(day)} and {RandomCases.Date(last)}"),
            (4, RandomCases.Month(day)),
            (7, $"by {RandomCases.Date(day)}"));
    }
}
