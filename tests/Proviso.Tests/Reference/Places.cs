using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>§6: what lies in what on a day.</summary>
sealed class Places(Agreement agreement, Acceptance acceptance)
{
    private readonly Dictionary<(string, string, int), Truth> inside = [];
    private readonly Dictionary<(string, int), (HashSet<string> Sure, HashSet<string> Possible)> around = [];
    private readonly Dictionary<(string, string, int), Truth> directly = [];

    /// <summary>Whether the place lies in the region on the day. Possible also when the place lies only partly in it.</summary>
    public Truth Inside(Place place, Place region, int day)
    {
        var key = (place.Name, region.Name, day);
        if (!inside.TryGetValue(key, out var answer))
        {
            answer = inside[key] = new(
                Around(place.Name, day).Sure.Contains(region.Name),
                Around(place.Name, day).Possible.Contains(region.Name)
                    || Around(region.Name, day).Possible.Contains(place.Name)
                    || agreement.Places.Any(each =>
                        Around(each.Name, day).Possible.Contains(place.Name) && Around(each.Name, day).Possible.Contains(region.Name)));
        }

        return answer;
    }

    /// <summary>The same for something said to be at a place that may be in question.</summary>
    public Truth Inside(Statement statement, Place place, Place region, int day) =>
        acceptance.PlaceInQuestion(statement) ? Truth.Open : Inside(place, region, day);

    /// <summary>The place itself and all that a chain of steps leads to from it.</summary>
    private (HashSet<string> Sure, HashSet<string> Possible) Around(string place, int day)
    {
        if (!around.TryGetValue((place, day), out var answer))
        {
            answer = around[(place, day)] = (Reach(place, (x, y) => Directly(x, y, day).Lo), Reach(place, (x, y) => Directly(x, y, day).Hi));
            foreach (var among in agreement.Placed.Where(each => each.Site.Name == place && each.Among.Length > 1))
            {
                answer.Sure.UnionWith(among.Among.Select(region => (IEnumerable<string>)Around(region.Name, day).Sure).Aggregate((a, b) => a.Intersect(b)));
            }
        }

        return answer;
    }

    private HashSet<string> Reach(string from, Func<string, string, bool> step)
    {
        var reached = new HashSet<string> { from };
        var waiting = new Queue<string>([from]);
        while (waiting.TryDequeue(out var here))
        {
            foreach (var next in agreement.Places.Where(place => step(here, place.Name) && reached.Add(place.Name)))
            {
                waiting.Enqueue(next.Name);
            }
        }

        return reached;
    }

    private Truth Directly(string inner, string outer, int day)
    {
        if (!directly.TryGetValue((inner, outer, day), out var answer))
        {
            answer = directly[(inner, outer, day)] = JudgeDirectly(inner, outer, day);
        }

        return answer;
    }

    private Truth JudgeDirectly(string inner, string outer, int day)
    {
        var dispute = agreement.Disputes.FirstOrDefault(each => each.Target is OnExtent extent && extent.Places.Contains(outer));
        var drawn = Drawn(inner, outer);
        var said = dispute is null
            ? Truth.Of(Declared(inner, outer, day))
            : Truth.Together(acceptance.ReadingsOf(dispute).Select(reading => Truth.Of(reading.Meaning is ExtentMeaning extent
                ? extent.Parts.Any(part => part.Place.Name == inner && part.Days.Contains(day))
                : Declared(inner, outer, day))));
        return new(said.Lo || drawn.Lo, said.Hi || drawn.Hi);
    }

    private bool Declared(string inner, string outer, int day) =>
        agreement.Containments.Any(each => each.Inner.Name == inner && each.Outer.Name == outer && each.Days.Contains(day));

    /// <summary>What outlines say of a site, whatever the reading.</summary>
    private Truth Drawn(string inner, string outer) =>
        agreement.Placed.FirstOrDefault(each => each.Site.Name == inner && each.Among is [var region] && region.Name == outer) is not { } drawn ? Truth.Of(false)
        : drawn.Surely ? Truth.Of(true)
        : Truth.Open;
}
