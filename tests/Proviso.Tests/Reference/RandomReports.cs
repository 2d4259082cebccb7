using static Proviso.Reference.Draw;

namespace Proviso.Reference;

/// <summary>Draws reports of every form.</summary>
sealed class RandomReports(Draw draw)
{
    private readonly Chance chance = draw.Chance;
    private readonly List<Drawn> drawn = [];

    /// <summary>A report that others can correct, end, answer or contest.</summary>
    /// <param name="By">Who says so.</param>
    /// <param name="Actor">Of an event, who did it; else empty.</param>
    private sealed record Drawn(string Name, string Kind, string By, string Event, string Actor, bool IsOpen, bool HasSubject, bool HasPlace, int Day, bool IsTotal = false, bool HasNumber = false);

    public void Write()
    {
        draw.Add(null, true, Must($"sources read on {draw.Date(draw.Days)}"));
        var count = chance.Below(9);
        for (var number = 1; number <= count; number++)
        {
            Report($"r{number}");
        }

        foreach (var report in drawn)
        {
            Contestable.Add((report.Name, report.Kind, report.HasSubject, report.HasPlace, report.Kind == "state" || report.HasNumber));
        }
    }

    /// <summary>For positions on reports: name, kind, whether it has a subject, a place, a number.</summary>
    public List<(string Name, string Kind, bool HasSubject, bool HasPlace, bool HasNumber)> Contestable { get; } = [];

    private void Report(string name)
    {
        var stays = drawn.Where(report => report.IsOpen).ToList();
        var kind = chance.Weighted(
            (draw.Stays.Count > 0 ? 40 : 10, "state"), (14, "absence"), (draw.Ceilings.Count > 0 ? 35 : 3, "total"), (draw.Duties.Count > 0 ? 60 : 14, "event"), (6, "attribute"), (stays.Count > 0 ? 12 : 0, "end"), (5, "access"), (5, "log"),
            (drawn.Count > 0 ? 14 : 0, "correction"));
        var by = chance.Pick(draw.Speakers);
        var day = draw.Day();
        var report = new Drawn(name, kind, by, "", "", false, false, false, day);
        string text;
        switch (kind)
        {
            case "state":
            case "absence":
                (text, report) = State(report, kind == "absence", day);
                break;
            case "total":
                text = Total(day);
                report = report with { Kind = "state", HasSubject = true, HasPlace = true, IsTotal = true };
                break;
            case "event":
                (text, report) = Event(report, day);
                by = report.By;
                break;
            case "attribute":
                var (attribute, value) = chance.Weighted(
                    (70, ("range", draw.Range())), (15, ("basing", "sea")), (15, (chance.OneOf("operator", "owner"), chance.Pick(draw.Speakers))));
                text = $"{chance.OneOf("fox", "gnu")} has {attribute} {value}";
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
        var topic = draw.Stays.Count > 0 && chance.Percent(75) ? chance.Pick(draw.Stays) : null;
        var state = topic is null ? chance.Pick(draw.Primitive) : StateOf(topic.State);
        var place = topic is not null && chance.Percent(60) ? topic.Place : chance.Pick(draw.Places);
        var onward = !isAbsence && state == "parked";
        var stay = Stay(day, onward);
        var amount = isAbsence || !chance.Percent(topic is not null && draw.Ceilings.Exists(ceiling => ceiling.Topic == topic) ? 60 : 15) ? "" : $" {chance.OneOf("3", "2 or more", "1 to 4")}";
        return (
            $"{(isAbsence ? "no " : "")}{(topic is null ? Subject(isAbsence) : Subject(topic, isAbsence))} {state}{amount} in {place} {stay}",
            report with { IsOpen = stay.Contains("onward", StringComparison.Ordinal), HasSubject = true, HasPlace = true });
    }

    /// <summary>A total of something that a ceiling counts, or of a part of it, or of anything.</summary>
    private string Total(int day)
    {
        var amount = chance.OneOf("1", "2", "3", "4", "1 to 3", "2 to 5");
        if (draw.Ceilings.Count == 0 || chance.Percent(10))
        {
            return $"total {amount} {chance.OneOf("missile", "fox", "gnu", "van", "truck")}{draw.With(50)} {chance.Pick(draw.Primitive)} in {chance.Pick(draw.Places)} {Stay(day, onward: false)}";
        }

        var (topic, _) = chance.Pick(draw.Ceilings);
        var symbol = chance.Pick(draw.Symbols(topic.Noun)) switch
        {
            "fox" or "gnu" when chance.Percent(25) => "missile",
            "missile" when chance.Percent(25) => chance.OneOf("fox", "gnu"),
            var other => other,
        };
        var holder = chance.Percent(70) ? $" with {chance.OneOf("operator", "operator", "owner")} {topic.Holder}" : draw.With(30);
        return $"total {amount} {symbol}{holder} {topic.State} in {(chance.Percent(65) ? topic.Place : chance.Pick(draw.Places))} {Stay(day, onward: false)}";
    }

    /// <summary>A primitive state that the state can come from.</summary>
    private string StateOf(string state)
    {
        var words = draw.Words(state).Where(draw.Primitive.Contains).ToList();
        return words.Count > 0 ? chance.Pick(words) : chance.Pick(draw.Primitive);
    }

    private string Subject(StayTopic topic, bool isAbsence)
    {
        var words = draw.Symbols(topic.Noun);
        var symbol = words.Count > 0 ? chance.Pick(words) : "fox";
        if (isAbsence)
        {
            return chance.Percent(80) ? symbol : Subject(true);
        }

        symbol = symbol switch
        {
            "missile" => chance.OneOf("missile", "fox", "fox", "gnu"),
            "truck" => chance.OneOf("truck", "van"),
            _ => symbol,
        };
        var item = chance.Percent(40) ? $" as {chance.OneOf("kilo", "lima")}" : "";
        var holder = topic.Holder ?? chance.Pick(draw.Speakers);
        return symbol + item + (chance.Percent(75) ? $" with {chance.OneOf("operator", "operator", "owner")} {holder}" : "");
    }

    /// <summary>Few items, so that lots meet.</summary>
    private string Subject(bool isAbsence)
    {
        var symbol = chance.Weighted((30, "missile"), (35, "fox"), (20, "gnu"), (10, "van"), (5, "truck"));
        var item = chance.Percent(isAbsence ? 12 : 45) ? $" as {chance.OneOf("kilo", "lima")}" : "";
        var pairs = new List<string>();
        pairs.AddRange(chance.Percent(isAbsence ? 15 : 60) ? [$"operator {chance.Pick(draw.Speakers)}"] : []);
        pairs.AddRange(chance.Percent(isAbsence ? 5 : 15) ? [$"owner {chance.Pick(draw.Speakers)}"] : []);
        pairs.AddRange(symbol is "missile" or "fox" or "gnu" && chance.Percent(10) ? [$"range {draw.Range()}"] : []);
        return symbol + item + (pairs.Count > 0 ? $" with {string.Join(", ", pairs)}" : "");
    }

    private (string, Drawn) Event(Drawn report, int day)
    {
        var duty = draw.Duties.Count > 0 && chance.Percent(75) ? chance.Pick(draw.Duties) : null;
        var begun = drawn.Where(other => duty?.Trigger is { } trigger && other.Event == trigger.Event).ToList();
        if (duty is not null && (duty.Trigger is null || (begun.Count > 0 && chance.Percent(65))))
        {
            return Act(report, duty, begun.Count > 0 ? chance.Pick(begun) : null, day);
        }

        var topic = duty?.Trigger ?? (draw.Acts.Count > 0 && chance.Percent(60) ? chance.Pick(draw.Acts) : new(chance.Pick(draw.Events), null, null));
        return Event(report, topic.Event, topic.By ?? Anybody(), topic.To ?? (chance.Percent(40) ? Anybody() : null), false, day, 12);
    }

    /// <summary>An act that a duty asks for, or the addressee's word that it has not come.</summary>
    private (string, Drawn) Act(Drawn report, DutyTopic duty, Drawn? begun, int day)
    {
        day = begun is null || chance.Percent(15) ? day : Math.Clamp(begun.Day + duty.Days + chance.Between(-2, 2), 0, draw.Days);
        var by = chance.Percent(10) ? Anybody() : duty.Actor ?? begun?.Actor ?? Anybody();
        var to = duty.Addressee ?? Anybody();
        var missing = chance.Percent(25);
        return Event(missing ? report with { By = to } : report, duty.Act, by, chance.Percent(95) || missing ? to : null, missing, missing ? draw.Days : day, 4);
    }

    private string Anybody() => chance.Percent(80) ? chance.Pick(draw.Between) : chance.Pick(draw.Speakers);

    private (string, Drawn) Event(Drawn report, string happening, string by, string? to, bool missing, int day, int percent)
    {
        var of = chance.Percent(percent);
        var place = chance.Percent(percent);
        var answers = drawn.Where(other => other.Kind == "event").Select(other => other.Name).ToList();
        var text = $"{happening} by {by}{(to is null ? "" : $" to {to}")}{(missing ? " not received" : "")}"
            + $"{(of ? $" of {Number(missing)}{Subject(false)}" : "")}{(place ? $" in {chance.Pick(draw.Places)}" : "")} on {When(day)}"
            + (answers.Count > 0 && chance.Percent(20) ? $" for {string.Join(", ", chance.Some(answers, chance.Between(1, 2)))}" : "");
        return (text, report with { HasSubject = of, HasNumber = of && !missing, HasPlace = place, Event = missing ? "" : happening, Actor = by, Day = day });
    }

    private string Number(bool missing) => !missing && chance.Percent(50) ? chance.OneOf("2 ", "3 ", "2 or more ", "1 to 4 ") : "";

    private (string, string) Correction(Drawn target, string by)
    {
        by = chance.Percent(65) ? target.By : by;
        if (chance.Percent(25))
        {
            return ($"corrects {target.Name} did not occur", by);
        }

        var parts = new List<string>();
        var day = draw.Day();
        parts.AddRange(target.HasSubject && chance.Percent(40) ? [$"subject {(target.IsTotal ? chance.OneOf("missile", "fox") : Subject(false))}"] : []);
        parts.AddRange((target.Kind == "state" || target.HasNumber) && chance.Percent(draw.Ceilings.Count > 0 ? 35 : 15) ? [$"amount {chance.OneOf("2", "4", "1 to 3")}"] : []);
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
    private string Log() =>
        $"from {draw.Date(chance.Percent(60) ? 0 : chance.Between(0, draw.Start + 1))}"
            + $" to {draw.Date(chance.Percent(60) ? draw.Days : chance.Between(draw.Days / 2, draw.Days))}";

    private string When(int day) => Random.When(chance, draw, day);

    private IEnumerable<Piece> Attribution(string by, int day)
    {
        yield return Must($"by {by}");
        if (chance.Percent(35))
        {
            yield return May($"said {draw.Date(Math.Min(draw.Days, day + chance.Between(0, 6)))}");
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
            (60, draw.Date(day)),
            (8, $"{draw.Date(day)} at {chance.OneOf("00:00", "12:30", "23:59")}"),
            (4, $"{draw.Date(day)} at {chance.OneOf("00:00", "12:30", "23:59")} utc"),
            (17, $"between {draw.Date(day)} and {draw.Date(last)}"),
            (4, draw.Month(day)),
            (7, $"by {draw.Date(day)}"));
    }
}
