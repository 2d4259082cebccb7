using static Proviso.Reference.Draw;

namespace Proviso.Reference;

/// <summary>Draws a right with a small quota, and a duty that its uses ask for, after all other clauses.</summary>
/// <param name="chance">Its own, so that all else that a seed draws stays the same.</param>
sealed class RandomQuotas(Draw draw, Chance chance)
{
    /// <summary>Whether the draw of a seed has such a right. Its first day depends on it.</summary>
    public static bool AreDrawn(ulong seed) => new Chance(seed ^ 0x907A5).Percent(14);

    public void Write(bool isDrawn)
    {
        if (!isDrawn)
        {
            return;
        }

        var right = draw.Clauses.Count + 1;
        var happening = chance.Pick(draw.Events);
        var actor = chance.Percent(40) ? null : chance.Pick(draw.Between);
        var others = draw.Between.Where(party => party != actor).ToList();
        var addressee = actor is null || chance.Percent(40) ? null : chance.Pick(others);
        var to = addressee is not null ? $" to {addressee}" : chance.Percent(80) ? " to each other party" : "";
        var isCalendar = chance.Percent(draw.NewYear is null ? 30 : 50);
        var edge = draw.NewYear ?? Edge();
        var (first, second) = (chance.Weighted((50, 1), (30, 2), (20, 3)), chance.Between(1, 2));
        var steps = chance.Weighted(
            (40, ""), (25, $" through year {chance.Between(1, 2)}"), (35, $" through year 1, {second} through year 2"));
        var each = chance.Percent(15) ? $"for each region x of {string.Join(", ", chance.Some(draw.Regions, chance.Between(1, draw.Regions.Count)))}" : "";
        var narrow = each.Length > 0 ? " in x" : chance.Percent(10) ? $" in {chance.Pick(draw.Places)}" : chance.Percent(10) ? $" of {chance.Pick(draw.Models)}" : "";
        draw.Add(
            $"clause {right}", false,
            Must($"clause {right} \"c\" {each}"),
            May(chance.Percent(20) ? $"while {Condition()}" : ""),
            Must($"{actor ?? "each party"} may {happening}{to}{narrow} up to {first} {(first == 1 ? "time" : "times")} in each {(isCalendar ? "calendar" : "treaty")} year{steps}"),
            May(chance.Percent(30) ? $"unless {(chance.Percent(50) ? $"the {happening} by {chance.Pick(draw.Between)} happens" : Condition())}" : ""));
        draw.Clauses.Add(new(right, false, true, null, [], null, [], []));

        var act = chance.Pick(draw.Events);
        var (by, owing, towards) = chance.Weighted(
            (40, (" by a party", "each party", " to that party")),
            (25, (" by a party", chance.Pick(draw.Between), " to each other party")),
            (20, (actor is null ? "" : $" by {actor}", chance.Pick(others), actor is null ? " to each other party" : $" to {actor}")),
            (15, (" by a party", "that party", " to each other party")));
        draw.Add(
            $"clause {right + 1}", false,
            Must($"clause {right + 1} \"c\" when {happening}{by} under clause {right}"),
            May(chance.Percent(15) ? $"while {Condition()}" : ""),
            Must($"{owing} shall {act}{towards} within {chance.Between(1, 3)} days after the {happening}"),
            May(chance.Percent(15) ? $"unless {Condition()}" : ""));
        draw.Clauses.Add(new(right + 1, false, false, null, [], null, [], []));
        draw.Quotas.Add(new(happening, actor, addressee, first, edge, act));
    }

    /// <summary>A day about which the year changes: an anniversary, for which the agreement enters into force a year before; else the first day.</summary>
    private int Edge()
    {
        if (!chance.Percent(25))
        {
            return draw.Start;
        }

        var edge = Math.Clamp(draw.Start + chance.Between(2, 9), 0, draw.Days);
        var index = draw.Sentences.FindIndex(sentence => sentence.Pieces[0].Text.StartsWith("agreement", StringComparison.Ordinal));
        var sentence = draw.Sentences[index];
        var (now, before) = (draw.Date(draw.Start), draw.Before(edge, 12));
        draw.Sentences[index] = sentence with
        {
            Pieces = [sentence.Pieces[0] with { Text = sentence.Pieces[0].Text.Replace($"in force from {now}", $"in force from {before}", StringComparison.Ordinal) }, .. sentence.Pieces.Skip(1)],
        };
        return edge;
    }

    private string Condition() => draw.Stays.Count > 0 && chance.Percent(40) && chance.Pick(draw.Stays) is var stay
        ? $"{stay.Noun} is {stay.State} in {stay.Place}"
        : chance.Percent(50)
        ? $"the {chance.Pick(draw.Events)} by {chance.Pick(draw.Between)} happens"
        : $"{(chance.Percent(50) ? "no " : "")}{chance.Pick(draw.Models)} is {chance.Pick(draw.Primitive)} in {chance.Pick(draw.Regions)}";
}

/// <summary>Draws uses of rights with a quota, most about one day and of one party towards one other, and what is done about them.</summary>
/// <param name="chance">Its own, so that all else that a seed draws stays the same.</param>
sealed class RandomUses(Draw draw, Chance chance, List<(string Name, string Kind, bool HasSubject, bool HasPlace, bool HasNumber)> contestable)
{
    private int count;

    public void Write()
    {
        foreach (var right in draw.Quotas)
        {
            var actor = ActorOf(right);
            var addressee = AddresseeOf(right, actor);
            for (var uses = right.Number + chance.Between(0, 3); uses > 0; uses--)
            {
                var by = chance.Percent(70) ? actor : ActorOf(right);
                var day = UseDay(right);
                var use = Use(right, by, chance.Percent(70) && addressee != by ? addressee : AddresseeOf(right, by), day, When(day));
                if (chance.Percent(45))
                {
                    Contest(use, chance.OneOf("", "", " its date"));
                }
            }

            if (chance.Percent(80))
            {
                TwoUses(right, actor, addressee);
            }

            if (chance.Percent(45))
            {
                var reader = chance.Pick(draw.Between);
                Report($"log of {reader} complete from {draw.Date(0)} to {draw.Date(draw.Days)}", reader, "");
            }
        }
    }

    private string ActorOf(QuotaTopic right) => right.Actor is { } one && chance.Percent(90) ? one : chance.Pick(draw.Between);

    private string AddresseeOf(QuotaTopic right, string actor) => right.Addressee is { } to && to != actor && chance.Percent(85)
        ? to
        : chance.Pick([.. draw.Between.Where(party => party != actor)]);

    /// <summary>Of the second it matters whether the first is before it in line: the first is in question, the order is open, or a year begins between them.</summary>
    private void TwoUses(QuotaTopic right, string actor, string addressee)
    {
        var story = chance.Below(3);
        var day = Math.Clamp(story == 2 ? right.Edge - 1 : right.Edge + chance.Between(-2, 4), 0, draw.Days - 2);
        var (date, next) = (draw.Date(day), draw.Date(day + 1));
        var first = Use(right, actor, addressee, day, story == 1 ? $"between {date} and {next}" : date);
        if (story == 0)
        {
            Contest(first, "");
        }

        Use(right, actor, addressee, day + 1, story == 1 ? $"between {next} and {draw.Date(day + 2)}" : next);
    }

    private int UseDay(QuotaTopic right) => Math.Clamp(right.Edge + chance.Between(-2, 5), 0, draw.Days);

    private void Contest(string use, string part)
    {
        var doubter = chance.Pick(draw.Between);
        draw.Add(null, true, Must($"position {doubter} {chance.OneOf("doubts", "denies")} report {use}{part} on {draw.Date(draw.Days)} by {doubter} grade official source \"s\""));
    }

    private string Use(QuotaTopic right, string actor, string addressee, int day, string when)
    {
        var received = chance.Percent(40) ? $" received by {addressee} on {When(Math.Min(draw.Days, day + chance.Below(3)))}" : "";
        var place = chance.Percent(30) ? $" in {chance.Pick(draw.Regions)}" : "";
        var use = Report($"{right.Event} by {actor}{(chance.Percent(92) ? $" to {addressee}" : "")}{place} on {when}", actor, received);
        contestable.Add((use, "event", false, place.Length > 0, false));
        if (chance.Percent(12))
        {
            Report($"corrects {use} {(chance.Percent(50) ? "did not occur" : $"on {When(Math.Clamp(day + chance.Between(-2, 2), 0, draw.Days))}")}", chance.Percent(70) ? actor : chance.Pick(draw.Between), "");
        }

        if (right.Act is { } act && chance.Percent(45))
        {
            Report($"{act} by {addressee} to {actor} on {When(Math.Clamp(day + chance.Between(0, 3), 0, draw.Days))} for {use}", addressee, "");
        }

        return use;
    }

    private string When(int day) => chance.Weighted(
        (55, draw.Date(day)),
        (20, $"{draw.Date(day)} at {chance.OneOf("00:00", "12:30", "23:59")}"),
        (20, $"between {draw.Date(day)} and {draw.Date(Math.Min(draw.Days, day + chance.Between(1, 3)))}"),
        (5, $"by {draw.Date(day)}"));

    private string Report(string content, string by, string rest)
    {
        count++;
        draw.Add($"q{count}", true, Must($"report q{count} {content} by {by}{rest} grade official source \"s\""));
        return $"q{count}";
    }
}
