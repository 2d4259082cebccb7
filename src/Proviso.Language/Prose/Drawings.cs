using System.Diagnostics;
using System.Globalization;
using Proviso.Language.Binding;

namespace Proviso.Language.Prose;

/// <summary>Outlines and points in words.</summary>
static class Drawings
{
    /// <summary>"The outline of European Russia is that of the country russia in the atlas, as far as it lies within …, with a margin of 25 km."</summary>
    public static string Of(Region region, Agreement agreement)
    {
        var drawing = region.Drawing!;
        var margin = drawing.Margin is { } metres ? $"; nearer to it than {Quantities.Length(metres)}, the outline does not tell" : "";
        return English.Sentence($"The outline of {Terms.Place(region)} is that of {Shape(drawing.Shape, agreement)}{margin}");
    }

    /// <summary>"54.71° N, 20.51° E".</summary>
    public static string Point(Coordinates at) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Math.Abs(at.Latitude)}° {(at.Latitude < 0 ? "S" : "N")}, {Math.Abs(at.Longitude)}° {(at.Longitude < 0 ? "W" : "E")}");

    private static string Shape(Shape shape, Agreement agreement) => shape switch
    {
        CountryShape { Around: { } around } country => $"the part of {Name(country)} around {Point(around)}",
        CountryShape country => Name(country),
        FileShape file => $"what is drawn in the file {English.Quoted(file.Path)}",
        RegionShape named => Terms.Place(agreement.Places.First(place => place.Name == named.Region)),
        ShapeWithin within => $"{Shape(within.Whole, agreement)}, as far as it lies within {Shape(within.Kept, agreement)}",
        ShapeWithout without => $"{Shape(without.Whole, agreement)}, without {Shape(without.Left, agreement)}",
        _ => throw new UnreachableException(shape.GetType().Name),
    };

    private static string Name(CountryShape country) => $"{English.Quoted(English.Words(country.Country))} in the atlas of countries";
}
