using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation.Checking;

/// <summary>What lies in what (docs/semantics.md §6), on one day under the view's readings.</summary>
internal sealed class Whereabouts(Page page)
{
    private readonly Dictionary<(string, string, int), Truth> known = [];

    /// <summary>Whether what is in <paramref name="place"/> is in <paramref name="wanted"/>.</summary>
    public Truth IsInside(Place place, Place wanted, int day)
    {
        var key = (place.Name, wanted.Name, page.Stretch(day));
        if (!known.TryGetValue(key, out var answer))
        {
            var surely = Leads(place, wanted, day, sure: true, []);
            var possibly = Leads(wanted, place, day, sure: false, [])
                || page.Agreement.Places.Any(x => Leads(x, place, day, sure: false, []) && Leads(x, wanted, day, sure: false, []));
            known[key] = answer = new(surely, surely || possibly);
        }

        return answer;
    }

    /// <summary>Whether steps of containment lead from one place to another; a place leads to itself.</summary>
    private bool Leads(Place from, Place to, int day, bool sure, ImmutableList<string> path) => from.Name == to.Name
        || (!path.Contains(from.Name) && page.Agreement.Places.Any(next =>
        {
            var step = LiesDirectlyIn(from, next, day);
            return (sure ? step.Lo : step.Hi) && Leads(next, to, day, sure, path.Add(from.Name));
        }))
        || page.Agreement.Placed.Any(placed => placed.Site.Name == from.Name && placed.Among.Length > 1
            && placed.Among.All(region => Leads(region, to, day, sure, path.Add(from.Name))));

    private Truth LiesDirectlyIn(Place inner, Place outer, int day)
    {
        var declared = Truth.Of(page.Agreement.Containments.Any(c => c.Inner.Name == inner.Name && c.Outer.Name == outer.Name && c.Days.Contains(day)));
        var dispute = page.DisputeOn(t => t is OnExtent extent && extent.Places.Contains(outer.Name));
        var said = dispute is null ? declared : Truth.Whichever(page.Readings(dispute).Select(r => r.Meaning is ExtentMeaning extent
            ? Truth.Of(extent.Parts.Any(p => p.Place.Name == inner.Name && p.Days.Contains(day)))
            : declared));
        var drawn = page.Agreement.Placed.FirstOrDefault(p => p.Site.Name == inner.Name && p.Among is [var region] && region.Name == outer.Name);
        return drawn is null ? said : new(said.Lo || drawn.Surely, true);
    }
}
