using System.Diagnostics;
using System.Globalization;
using Proviso.Language.Binding;

namespace Proviso.Language.Prose;

/// <summary>Outlines and points in words.</summary>
static class Drawings
{
    /// <summary>How each region is drawn: those that are a country of the atlas together, then the others one by one.</summary>
    public static IEnumerable<string> Of(Agreement agreement)
    {
        var drawn = agreement.Places.OfType<Region>().Where(region => region.Drawing is not null).ToList();
        var plain = drawn.Where(region => region.Drawing is { Margin: null, Shape: CountryShape { Around: null } }).ToList();
        if (plain.Count > 0)
        {
            yield return English.Sentence((plain.Count == 1 ? "The outline of " : "The outlines of ") + English.And(plain.Select(Called))
                + (plain.Count == 1 ? " is that of the atlas of countries" : " are those of the atlas of countries"));
        }

        foreach (var region in drawn.Except(plain))
        {
            yield return Of(region, agreement);
        }
    }

    /// <summary>"Denmark"; "Azur (there “azerbaijan”)" where the atlas calls it otherwise.</summary>
    private static string Called(Region region)
    {
        var name = Terms.Place(region);
        var there = English.Words(((CountryShape)region.Drawing!.Shape).Country);
        return name.EndsWith(there, StringComparison.OrdinalIgnoreCase) ? name : $"{name} (there {English.Quoted(there)})";
    }

    private static string Of(Region region, Agreement agreement)
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
        RegionShape named => agreement.Places.FirstOrDefault(place => place.Name == named.Region) is { } place ? Terms.Place(place) : named.Region,
        ShapeWithin within => $"{Shape(within.Whole, agreement)}, as far as it lies within {Shape(within.Kept, agreement)}",
        ShapeWithout without => $"{Shape(without.Whole, agreement)}, without {Shape(without.Left, agreement)}",
        _ => throw new UnreachableException(shape.GetType().Name),
    };

    private static string Name(CountryShape country) => $"{English.Quoted(English.Words(country.Country))} in the atlas of countries";
}
