using static Proviso.Reference.Draw;

namespace Proviso.Reference;

/// <summary>Draws reports that belong together, so that answers occur which single random reports seldom give: an act done late of
/// which the addressee keeps a complete log, and inspections that find nothing.</summary>
sealed class RandomStories(Draw draw)
{
    private readonly Chance chance = draw.Chance;
    private int count;

    public void Write()
    {
        if (chance.Percent(50))
        {
            LateAct();
        }

        if (chance.Percent(26))
        {
            Inspections();
        }

        if (draw.Ceilings.Count > 0 && chance.Percent(60))
        {
            Declaration();
        }
    }

    /// <summary>A trigger, the act it asks for on some day around the deadline, and the log of the one it is owed to.</summary>
    private void LateAct()
    {
        var duties = draw.Duties.Where(duty => duty.Trigger is not null).ToList();
        if (duties.Count == 0)
        {
            return;
        }

        var duty = chance.Pick(duties);
        var actor = duty.Actor ?? duty.Trigger!.By ?? chance.Pick(draw.Between);
        var addressee = duty.Addressee ?? chance.Pick([.. draw.Between.Where(party => party != actor)]);
        var asked = Math.Clamp(draw.Start + chance.Between(1, 3), 0, draw.Days);
        var done = Math.Clamp(asked + duty.Days + chance.Between(0, 3), 0, draw.Days);
        Report($"{duty.Trigger!.Event} by {duty.Trigger.By ?? (duty.Actor is null ? actor : chance.Pick(draw.Between))} to {duty.Trigger.To ?? addressee}{On(asked)}", actor);
        Report($"log of {addressee} complete from {draw.Date(0)} to {draw.Date(draw.Days)}", addressee);
        if (chance.Percent(80))
        {
            Report($"{duty.Act} by {actor} to {addressee}{On(done)}", chance.OneOf(actor, addressee));
        }
    }

    /// <summary>That nothing of any kind was found, at a place some clause asks about or at a part of it.</summary>
    private void Inspections()
    {
        if (draw.Stays.Count == 0)
        {
            return;
        }

        var stay = chance.Pick(draw.Stays);
        var state = draw.Primitive.Contains(stay.State) ? stay.State : chance.Pick(draw.Primitive);
        var place = chance.Percent(40) ? stay.Place : chance.Pick([.. draw.Regions, .. draw.Sites]);
        var by = chance.Pick(draw.Speakers);
        foreach (var kind in (string[])["missile", "truck"])
        {
            Report($"no {kind} {state} in {place} from {draw.Date(chance.Between(0, draw.Start))} to {draw.Date(draw.Days)}", by, chance.OneOf("inspection", "inspection", "press"));
        }
    }

    /// <summary>Totals of everything that a ceiling counts, about at its limit, and perhaps what was seen at a part of the place.</summary>
    private void Declaration()
    {
        var (topic, limit) = chance.Pick(draw.Ceilings);
        var from = Math.Clamp(draw.Start + chance.Between(-1, 3), 0, draw.Days);
        var time = $" from {draw.Date(from)} to {draw.Date(Math.Min(draw.Days, from + chance.Between(0, 6)))}";
        var sum = 0;
        foreach (var symbol in draw.Symbols(topic.Noun))
        {
            var holder = chance.Percent(80) ? $" with operator {topic.Holder}" : "";
            var number = Math.Max(1, limit + chance.Between(-2, 1));
            sum += number;
            Report($"total {number}{(chance.Percent(15) ? $" to {number + 1}" : "")} {symbol}{holder} {topic.State} in {topic.Place}{time}", topic.Holder ?? "alba");
        }

        // Of a count over models the kind is declared too, at times, and its parts do not always fit it.
        if (draw.MadeOf.ContainsKey(topic.Noun) && chance.Percent(60))
        {
            Report($"total {Math.Max(1, sum + chance.Between(-2, 2))} missile with operator {topic.Holder} {topic.State} in {topic.Place}{time}", topic.Holder ?? "alba");
        }

        for (var parts = chance.Below(3); parts > 0; parts--)
        {
            var symbol = chance.Pick(draw.Symbols(topic.Noun));
            Report($"{symbol} with operator {topic.Holder} {topic.State} {chance.OneOf("1", "2", "2 or more")} in {chance.Pick(draw.Places)}{time}", chance.Pick(draw.Speakers));
        }
    }

    private string On(int day) => $" on {draw.Date(day)}";

    private void Report(string content, string by, string grade = "official")
    {
        count++;
        draw.Add($"s{count}", true, Must($"report s{count} {content} by {by} grade {grade} source \"s\""));
    }
}
