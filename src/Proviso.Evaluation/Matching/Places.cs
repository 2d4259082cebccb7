using Proviso.Evaluation.Reports;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Matching;

/// <summary>What lies in what (docs/semantics.md §6), under the readings of each view: by declarations, and by outlines for sites with coordinates.</summary>
internal sealed class Places
{
    private readonly Agreement agreement;
    private readonly ViewMasks masks;
    private readonly ViewSets sets;
    private readonly Dictionary<string, List<(Place Outer, Line When)>> steps = [];
    private readonly Dictionary<(string, string), Line> within = [];
    private readonly Dictionary<(string, string), Line> inside = [];

    public Places(Agreement agreement, ViewMasks masks)
    {
        this.agreement = agreement;
        this.masks = masks;
        sets = masks.Sets;
        foreach (var outer in agreement.Places)
        {
            foreach (var inner in agreement.Places)
            {
                var when = Directly(inner, outer);
                if (!when.IsNever)
                {
                    (steps.TryGetValue(inner.Name, out var list) ? list : steps[inner.Name] = []).Add((outer, when));
                }
            }
        }
    }

    /// <summary>Whether what is somewhere in <paramref name="place"/> is in <paramref name="wanted"/>: proved when the place lies in it,
    /// refuted when they have nothing in common.</summary>
    public Line Inside(Place place, Place wanted)
    {
        if (!inside.TryGetValue((place.Name, wanted.Name), out var line))
        {
            var surely = Within(place, wanted);
            var common = agreement.Places.Select(x => Line.And(sets, Within(x, place), Within(x, wanted)))
                .Append(Within(wanted, place));
            var possibly = Line.Any(sets, [.. common]);
            line = Line.Merge(surely, possibly, static (lo, _) => lo, sets.Or);
            inside[(place.Name, wanted.Name)] = line;
        }

        return line;
    }

    /// <summary>Whether <paramref name="place"/> as a whole lies in <paramref name="wanted"/>, by steps of containment.</summary>
    public Line Within(Place place, Place wanted)
    {
        if (within.TryGetValue((place.Name, wanted.Name), out var line))
        {
            return line;
        }

        if (place.Name == wanted.Name)
        {
            return Line.Constant(sets.All, sets.All);
        }

        within[(place.Name, wanted.Name)] = Line.Constant(ViewSets.None, ViewSets.None);
        line = Line.Any(sets, [
            .. steps.GetValueOrDefault(place.Name, []).Select(step => Line.And(sets, step.When, Within(step.Outer, wanted))),
            .. agreement.Placed.Where(placed => placed.Site.Name == place.Name && placed.Among.Length > 1)
                .Select(placed => Line.All(sets, placed.Among.Select(region => Within(region, wanted)))),
        ]);
        within[(place.Name, wanted.Name)] = line;
        return line;
    }

    /// <summary>A step from one place to the next: declared, or as a disputed extent is read; or drawn, whatever the reading.</summary>
    private Line Directly(Place inner, Place outer)
    {
        var drawn = Line.Any(sets, [.. agreement.Placed
            .Where(p => p.Site.Name == inner.Name && p.Among is [var region] && region.Name == outer.Name)
            .Select(p => Line.Constant(p.Surely ? sets.All : ViewSets.None, sets.All))]);
        var declared = Line.Any(sets, [.. agreement.Containments
            .Where(c => c.Inner.Name == inner.Name && c.Outer.Name == outer.Name)
            .Select(c => Line.On(c.Days, sets.All, sets.All))]);
        var dispute = masks.DisputeOn(t => t is OnExtent extent && extent.Places.Contains(outer.Name));
        return Line.Any(sets, [drawn, dispute is null ? declared : masks.Read(dispute, reading => reading.Meaning is ExtentMeaning extent
            ? Line.Any(sets, [.. extent.Parts.Where(p => p.Place.Name == inner.Name).Select(p => Line.On(p.Days, sets.All, sets.All))])
            : declared)]);
    }
}
