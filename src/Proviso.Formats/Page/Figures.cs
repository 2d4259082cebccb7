using System.Collections.Concurrent;
using System.Diagnostics;
using Proviso.Language.Binding;
using Proviso.Regions;
using Proviso.Regions.Mapping;

namespace Proviso.Formats.Page;

/// <summary>How the regions of an agreement are drawn on the sheet of the maps. What is joined or cut once is kept: nothing of it depends on a day or a view. Safe to share between threads.</summary>
/// <param name="read">Reads the outline in a file; null when there is none.</param>
public sealed class Figures(Agreement agreement, Func<FileShape, OutlineRead?> read)
{
    private readonly ConcurrentDictionary<string, Figure> figures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Figure> files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> paths = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Inner, string Outer), bool> covered = new();

    /// <summary>How a region is drawn; empty when it is not, or is too small to be seen.</summary>
    public Figure Of(Region region) => figures.GetOrAdd(region.Name, _ => region.Drawing is { } drawing ? Of(drawing.Shape) : Figure.Empty);

    /// <summary>The same as path data.</summary>
    public string PathOf(Region region) => paths.GetOrAdd(region.Name, _ => Of(region).Path);

    /// <summary>True when hardly anything of a region lies outside another.</summary>
    internal bool IsCovered(Region inner, Region outer) => covered.GetOrAdd((inner.Name, outer.Name), _ =>
    {
        var figure = Of(inner);
        return figure.Without(Of(outer)).Area < figure.Area / 20;
    });

    private Figure Of(Shape shape) => shape switch
    {
        CountryShape country => WorldMap.Drawn.Country(country.Country, country.Around is { } around ? GeoPoint.Of(around.Latitude, around.Longitude) : null),
        FileShape file => files.GetOrAdd($"{file.Span.File}\n{file.Path}", _ => read(file) is OutlineFound found ? WorldMap.Of(found.Outline) : Figure.Empty),
        RegionShape named => agreement.Places.OfType<Region>().FirstOrDefault(region => region.Name == named.Region) is { } region ? Of(region) : Figure.Empty,
        ShapeWithin within => Of(within.Whole).Within(Of(within.Kept)),
        ShapeWithout without => Of(without.Whole).Without(Of(without.Left)),
        _ => throw new UnreachableException(shape.GetType().Name),
    };
}
