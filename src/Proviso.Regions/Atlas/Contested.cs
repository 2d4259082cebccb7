using System.Collections.Immutable;

namespace Proviso.Regions.Atlas;

/// <summary>An area that the atlas draws by itself and that more than one side claims, or whose status is not agreed.</summary>
/// <param name="Name">As it is called here; takes no side.</param>
/// <param name="Country">Under whose name the atlas has it.</param>
/// <param name="Around">A point in the piece meant; null: all that stands under the name.</param>
public sealed record ContestedArea(string Name, string Country, GeoPoint? Around);

/// <summary>Areas to be marked as contested wherever the atlas is drawn, so that no map gives them to anybody in silence.</summary>
/// <remarks>Our own list, recalled, and not complete: the atlas draws who controls what, and only what it draws by itself can be told apart.</remarks>
public static class Contested
{
    /// <summary>In the order of their names.</summary>
    public static ImmutableArray<ContestedArea> Areas { get; } =
    [
        new("Crimea", "russia", GeoPoint.Of(45.3m, 34.4m)),
        new("Cyprus, the north", "northern-cyprus", null),
        new("Cyprus, the UN buffer zone", "cyprus-un-buffer-zone", null),
        new("the Falkland Islands (Malvinas)", "falkland-islands", null),
        new("Kosovo", "kosovo", null),
        new("the southern Kuril Islands: Iturup", "russia", GeoPoint.Of(45.0m, 147.85m)),
        new("the southern Kuril Islands: Kunashir", "russia", GeoPoint.Of(44.1m, 145.85m)),
        new("Palestine", "palestine", null),
        new("the Siachen Glacier", "siachen-glacier", null),
        new("Somaliland", "somaliland", null),
        new("the Spratly Islands", "spratly-islands", null),
        new("Taiwan", "taiwan", null),
        new("Western Sahara", "western-sahara", null),
    ];
}
