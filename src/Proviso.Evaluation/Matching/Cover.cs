using System.Collections.Immutable;
using Proviso.Evaluation.Reports;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Matching;

/// <summary>That a state was looked for at a place and not found, or that it is assumed not to be there.</summary>
internal readonly record struct Look(Place Place, string State);

/// <summary>Over which places several looks together make a state impossible, on one day in one view (docs/semantics.md §12).</summary>
/// <param name="looks">All of this day and this view.</param>
/// <param name="impossible">Whether the state cannot be where these states are not.</param>
internal sealed class Cover(
    Agreement agreement, ViewMasks masks, Places places, IReadOnlyList<Look> looks, Func<ImmutableHashSet<string>, bool> impossible, int view, int day)
{
    private readonly Dictionary<string, ImmutableHashSet<string>> states = [];
    private HashSet<string>? covered;

    /// <summary>Whether it is impossible over the place.</summary>
    public bool Over(Place place)
    {
        if (covered is null)
        {
            if (!impossible([.. looks.Select(look => look.State)]))
            {
                // Not even with all of them in one place.
                covered = [];
            }
            else if (impossible(StatesAt(place)))
            {
                return true;
            }
        }

        covered ??= Covered();
        return covered.Contains(place.Name);
    }

    /// <summary>Grows from the places that looks cover by themselves until no other follows.</summary>
    private HashSet<string> Covered()
    {
        covered = [.. agreement.Places.Where(place => impossible(StatesAt(place))).Select(place => place.Name)];
        for (var before = -1; before < covered.Count;)
        {
            before = covered.Count;
            foreach (var place in agreement.Places.Where(place => !covered.Contains(place.Name)))
            {
                if (LiesInCovered(place) || IsMadeOfCovered(place))
                {
                    covered.Add(place.Name);
                }
            }
        }

        return covered;
    }

    private bool LiesInCovered(Place place) =>
        agreement.Places.Any(outer => covered!.Contains(outer.Name) && Surely(place, outer))
        || agreement.Placed.Any(placed => placed.Surely && placed.Site.Name == place.Name && placed.Among.All(region => covered!.Contains(region.Name)));

    private bool IsMadeOfCovered(Place place)
    {
        var drawing = (place as Region)?.Drawing;
        return Extents(place).All(parts => parts is not null
                && (parts.Count > 0 || drawing is not null)
                && parts.All(part => covered!.Contains(part.Name)))
            && (drawing is null || IsOutlineCovered(place, drawing.Shape));
    }

    /// <summary>What the place is made of besides its outline, in each reading that the view does not rule out; null where that is not known.</summary>
    private IEnumerable<List<Place>?> Extents(Place place)
    {
        var isMade = place is Theatre or Region { IsListed: true } or Region { Drawing: not null };
        var declared = isMade
            ? agreement.Containments.Where(step => step.Outer.Name == place.Name && step.Days.Contains(day)).Select(step => step.Inner).ToList()
            : null;
        return masks.DisputeOn(target => target is OnExtent extent && extent.Places.Contains(place.Name)) is { } dispute
            ? dispute.Readings.Where(reading => masks.Sets.Has(masks.Sets.Or(masks.Choosing(dispute, reading), masks.Open(dispute)), view))
                .Select(reading => reading.Meaning is ExtentMeaning extent
                    ? extent.Parts.Where(part => part.Days.Contains(day)).Select(part => part.Place).ToList()
                    : declared)
            : [declared];
    }

    private bool IsOutlineCovered(Place place, Shape shape)
    {
        var drawn = agreement.Places.OfType<Region>()
            .Where(region => region.Drawing is not null && (covered!.Contains(region.Name) || !StatesAt(region).IsEmpty))
            .Select(region => new DrawnLook(region.Drawing!.Shape, StatesAt(region), covered!.Contains(region.Name)));
        return new Descriptions(agreement, impossible).AreCovered(shape, StatesAt(place), drawn);
    }

    /// <summary>The states looked for at places in which the place surely lies.</summary>
    private ImmutableHashSet<string> StatesAt(Place place)
    {
        if (!states.TryGetValue(place.Name, out var found))
        {
            states[place.Name] = found = [.. looks.Where(look => Surely(place, look.Place)).Select(look => look.State)];
        }

        return found;
    }

    private bool Surely(Place place, Place outer) => masks.Sets.Has(places.Within(place, outer).LoAt(day), view);
}
