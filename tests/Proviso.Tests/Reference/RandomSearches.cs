using static Proviso.Reference.Draw;

namespace Proviso.Reference;

/// <summary>Draws looks that together may cover a place some clause asks about: at its parts, or at theirs, for each state that what is forbidden
/// can come from; here and there one is left out.</summary>
/// <param name="chance">Its own, so that all else that a seed draws stays the same.</param>
sealed class RandomSearches(Draw draw, Chance chance)
{
    private int count;

    public void Write()
    {
        var searched = draw.Stays.Where(stay => draw.Inside.GetValueOrDefault(stay.Place) is { Count: > 0 }).ToList();
        if (searched.Count == 0 || !chance.Percent(35))
        {
            return;
        }

        var stay = chance.Pick(searched);
        var states = chance.Percent(70) ? PrimitivesOf(stay.State).Distinct().ToList() : [chance.Pick(draw.Primitive)];
        var places = Parts(stay.Place).Distinct().ToList();
        var isAssumed = chance.Percent(12);
        var (from, to) = (draw.Date(chance.Between(0, draw.Start)), draw.Date(chance.Between(draw.Days / 2, draw.Days)));
        var grade = chance.OneOf("inspection", "inspection", "inspection", "press");
        foreach (var (place, state) in places.SelectMany(place => states.Select(state => (chance.Percent(12) ? stay.Place : place, state))))
        {
            foreach (var kind in chance.Percent(30) ? (string[])["missile", "truck"] : ["missile"])
            {
                if (chance.Percent(7))
                {
                    continue;
                }

                if (isAssumed)
                {
                    draw.Add(null, false, Must($"assume no unreported {kind} is {state} in {place} from {from} through {to}"));
                }
                else
                {
                    count++;
                    draw.Add($"t{count}", true, Must($"report t{count} no {kind} {state} in {place} from {from} to {to} by {chance.Pick(draw.Speakers)} grade {grade} source \"s\""));
                }
            }
        }
    }

    private IEnumerable<string> Parts(string place) => draw.Inside[place].SelectMany(part =>
        draw.Inside.GetValueOrDefault(part) is { Count: > 0 } && chance.Percent(40) ? Parts(part) : [part]);

    private IEnumerable<string> PrimitivesOf(string state) => draw.Primitive.Contains(state)
        ? [state]
        : draw.MadeOf.TryGetValue(state, out var text)
            ? text.Split(' ', '(', ')').Where(word => word != state && draw.States.Contains(word)).SelectMany(PrimitivesOf)
            : [];
}
