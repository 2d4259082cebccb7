using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Language.Binding;
using Proviso.Language.Diagnostics;
using Proviso.Regions;
using Proviso.Regions.Atlas;

namespace Proviso.Evaluation.Placing;

/// <summary>Finds the places of an agreement on the earth: which regions hold the sites that have coordinates, by their outlines.</summary>
public static class Ground
{
    /// <summary>The case with <see cref="Agreement.Placed"/> found, and what is wrong with its outlines and coordinates, in the order of the places.
    /// A case without outlines comes back as it is. Outlines are read only when there is a site to place by them; names of countries and
    /// files are looked up always.</summary>
    /// <param name="read">Reads the outline in a file; null when there is none.</param>
    public static (Case Case, ImmutableArray<Diagnostic> Diagnostics) Place(Case @case, Func<FileShape, OutlineRead?> read)
    {
        var agreement = @case.Agreement;
        var regions = agreement.Places.OfType<Region>().Where(region => region.Drawing is not null).ToImmutableArray();
        if (regions.IsEmpty)
        {
            return (@case, []);
        }

        var found = new DiagnosticBag();
        var areas = new Areas(regions, read, found);
        areas.CheckNames();
        var placed = agreement.Places.OfType<Site>().Where(site => site.At is not null)
            .SelectMany(site => Find(agreement, site, regions, areas, found)).ToImmutableArray();
        return (@case with { Agreement = agreement with { Placed = placed } }, [.. found.ToSorted()]);
    }

    private static IEnumerable<Placed> Find(
        Agreement agreement, Site site, ImmutableArray<Region> regions, Areas areas, DiagnosticBag found)
    {
        var point = Point(site.At!);
        var declared = Around(agreement, site);
        var near = new List<Region>();
        foreach (var region in regions)
        {
            switch (areas.Of(region)?.SideOf(point))
            {
                case Side.Inside:
                    yield return new(site, [region], Surely: true);
                    break;
                case Side.CannotTell:
                    near.Add(region);
                    yield return new(site, [region], Surely: false);
                    break;
                case Side.Outside when declared.Contains(region.Name):
                    var area = areas.Of(region)!;
                    found.Add(PlacingErrors.LiesElsewhere(
                        site.At!.Span, site.Name, region.Name, area.MetresFrom(point), Swapped(site.At) is { } other && area.SideOf(other) == Side.Inside));
                    break;
            }
        }

        foreach (var together in Pairs(near))
        {
            if (new AnyOf([.. together.Select(region => areas.Of(region)!)]).SideOf(point) == Side.Inside)
            {
                yield return new(site, together, Surely: true);
            }
        }
    }

    /// <summary>Every two of the regions, then all of them: a point on a border lies in one of two, at a meeting of borders in one of several.</summary>
    private static IEnumerable<ImmutableArray<Region>> Pairs(List<Region> regions)
    {
        for (var i = 0; i < regions.Count; i++)
        {
            for (var j = i + 1; j < regions.Count; j++)
            {
                yield return [regions[i], regions[j]];
            }
        }

        if (regions.Count > 2)
        {
            yield return [.. regions];
        }
    }

    /// <summary>The names of all places that declarations put the site in on some day, where a dispute leaves them alone.</summary>
    private static HashSet<string> Around(Agreement agreement, Site site)
    {
        var disputed = agreement.Disputes.Select(dispute => dispute.Target).OfType<OnExtent>().SelectMany(extent => extent.Places).ToHashSet(StringComparer.Ordinal);
        var around = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>([site.Name]);
        while (waiting.TryDequeue(out var inner))
        {
            foreach (var step in agreement.Containments.Where(step => step.Inner.Name == inner && !disputed.Contains(step.Outer.Name)))
            {
                if (around.Add(step.Outer.Name))
                {
                    waiting.Enqueue(step.Outer.Name);
                }
            }
        }

        return around;
    }

    private static GeoPoint Point(Coordinates at) => GeoPoint.Of(at.Latitude, at.Longitude);

    private static GeoPoint? Swapped(Coordinates at) => Math.Abs(at.Longitude) <= 90 ? GeoPoint.Of(at.Longitude, at.Latitude) : null;

    /// <summary>The areas of the regions, each made when it is first asked for. A region whose outline has an error has none.</summary>
    private sealed class Areas(ImmutableArray<Region> regions, Func<FileShape, OutlineRead?> read, DiagnosticBag found)
    {
        private readonly Dictionary<string, Area?> known = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Outline?> files = new(StringComparer.Ordinal);

        /// <summary>Looks up every name of a country and reads every file.</summary>
        public void CheckNames()
        {
            foreach (var shape in regions.SelectMany(region => Leaves(region.Drawing!.Shape)))
            {
                switch (shape)
                {
                    case CountryShape country when !Countries.Ids.Contains(country.Country):
                        found.Add(PlacingErrors.UnknownCountry(country.Span, country.Country, Spelling.Closest(country.Country, Countries.Ids)));
                        break;
                    case CountryShape { Around: { } around } country when Around(country) is null:
                        found.Add(PlacingErrors.NoPieceThere(around.Span, country.Country));
                        break;
                    case FileShape file:
                        File(file);
                        break;
                }
            }
        }

        public Area? Of(Region region)
        {
            if (!known.TryGetValue(region.Name, out var area))
            {
                // Stands for it while it is made: drawn in a circle, which is an error already.
                known[region.Name] = null;
                known[region.Name] = area = Of(region.Drawing!.Shape, region.Drawing.Margin);
            }

            return area;
        }

        private Area? Of(Shape shape, decimal? margin) => shape switch
        {
            CountryShape country => Around(country) is { } outline ? new Drawn(outline, (double?)margin ?? Countries.Margin) : null,
            FileShape file => File(file) is { } outline && margin is not null ? new Drawn(outline, (double)margin) : null,
            RegionShape named => regions.FirstOrDefault(region => region.Name == named.Region) is { } region ? Of(region) : null,
            ShapeWithin within => Of(within.Whole, margin) is { } whole && Of(within.Kept, margin) is { } kept ? new Both(whole, kept) : null,
            ShapeWithout without => Of(without.Whole, margin) is { } whole && Of(without.Left, margin) is { } left ? Without.Of(whole, left) : null,
            _ => throw new UnreachableException(shape.GetType().Name),
        };

        private static Outline? Around(CountryShape country) => Countries.Find(country.Country)?.Outline is not { } outline ? null
            : country.Around is null ? outline
            : outline.PieceAround(Point(country.Around));

        private Outline? File(FileShape file)
        {
            var key = $"{file.Span.File}\n{file.Path}";
            if (!files.TryGetValue(key, out var outline))
            {
                var answer = read(file);
                outline = (answer as OutlineFound)?.Outline;
                files[key] = outline;
                if (outline is null)
                {
                    found.Add(answer is OutlineRefused refused
                        ? PlacingErrors.Refused(file.Span, file.Path, refused)
                        : PlacingErrors.NoFile(file.Span, file.Path));
                }
            }

            return outline;
        }

        private static IEnumerable<Shape> Leaves(Shape shape) => shape switch
        {
            ShapeWithin within => Leaves(within.Whole).Concat(Leaves(within.Kept)),
            ShapeWithout without => Leaves(without.Whole).Concat(Leaves(without.Left)),
            _ => [shape],
        };
    }
}
