using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Language.Binding;
using Proviso.Regions;
using Proviso.Regions.Mapping;
using Region = Proviso.Language.Binding.Region;

namespace Proviso.Formats.Page;

/// <summary>The places of an agreement on the sheet of the maps.</summary>
internal sealed class Territory(Agreement agreement, Readings readings, int day, Figures figures)
{
    /// <summary>How a region is drawn; empty when it is not, or is too small to be seen.</summary>
    public Figure Of(Region region) => figures.Of(region);

    /// <summary>Where a site is on the sheet, or null.</summary>
    public static (int X, int Y)? Of(Site site) => site.At is { } at ? Sheet.At(GeoPoint.Of(at.Latitude, at.Longitude)) : null;

    /// <summary>The regions that draw a place, itself and what lies in it on the day as the views read it, each once. One that another of them draws already
    /// is left out.</summary>
    public ImmutableArray<Region> Drawn(Place place, IReadOnlyList<View> views)
    {
        var kept = ImmutableArray.CreateBuilder<Region>();
        foreach (var region in Within(place, views).OfType<Region>().Where(region => !Of(region).IsEmpty).OrderByDescending(region => Of(region).Area))
        {
            if (!kept.Any(larger => figures.IsCovered(region, larger)))
            {
                kept.Add(region);
            }
        }

        return kept.ToImmutable();
    }

    /// <summary>True when the one place lies in the other on the day as the views read it.</summary>
    public bool Holds(Place outer, Place inner, IReadOnlyList<View> views) => Within(outer, views).Any(place => place.Name == inner.Name);

    /// <summary>The sites in a place, and the place itself where it is one.</summary>
    public ImmutableArray<Site> Sites(Place place, IReadOnlyList<View> views) => [.. Within(place, views).OfType<Site>().Where(site => site.At is not null)];

    /// <summary>The disputes on which lands belong to the places that these views do not read in one way.</summary>
    public ImmutableArray<Dispute> Open(IEnumerable<Place> places, IReadOnlyList<View> views)
    {
        var names = places.Select(place => place.Name).ToHashSet(StringComparer.Ordinal);
        return [.. agreement.Disputes.Where(dispute => dispute.Target is OnExtent on && on.Places.Any(names.Contains) && Taken(dispute, views) is null)];
    }

    private IEnumerable<Place> Within(Place place, IReadOnlyList<View> views)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<Place>([place]);
        while (waiting.TryDequeue(out var next))
        {
            if (!seen.Add(next.Name))
            {
                continue;
            }

            yield return next;
            foreach (var inner in Inner(next, views))
            {
                waiting.Enqueue(inner);
            }
        }
    }

    /// <summary>What lies directly in a place: as the reading has it that all the views take, else as declared.</summary>
    private IEnumerable<Place> Inner(Place place, IReadOnlyList<View> views)
    {
        var reading = agreement.Disputes.Where(dispute => dispute.Target is OnExtent on && on.Places.Contains(place.Name))
            .Select(dispute => Taken(dispute, views)?.Meaning).OfType<ExtentMeaning>().FirstOrDefault();
        return reading is null
            ? agreement.Containments.Where(one => one.Outer.Name == place.Name && one.Days.Contains(day)).Select(one => one.Inner)
            : reading.Parts.Where(part => part.Days.Contains(day)).Select(part => part.Place);
    }

    private Reading? Taken(Dispute dispute, IReadOnlyList<View> views)
    {
        var taken = views.Select(view => readings.Taken(view, dispute)).ToList();
        return taken.TrueForAll(reading => reading is not null && reading.Name == taken[0]?.Name) ? taken[0] : null;
    }
}
