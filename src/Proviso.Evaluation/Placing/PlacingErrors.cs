using System.Globalization;
using Proviso.Language.Diagnostics;
using Proviso.Language.Text;
using Proviso.Regions;

namespace Proviso.Evaluation.Placing;

/// <summary>Codes of what can be wrong when the places of a text are looked for on the earth. Each has a page under <c>docs/diagnostics</c>.</summary>
public static class PlacingCodes
{
#pragma warning disable CS1591 // The pages say what each is.
    public const string UnknownCountry = "PV3001";
    public const string NoOutlineInFile = "PV3002";
    public const string NoPieceThere = "PV3003";
    public const string LiesElsewhere = "PV3004";
#pragma warning restore CS1591
}

/// <summary>What is said about each of the <see cref="PlacingCodes"/>.</summary>
internal static class PlacingErrors
{
    public static Diagnostic UnknownCountry(SourceSpan span, string name, string? nearest)
    {
        var error = Diagnostic.Error(PlacingCodes.UnknownCountry, span, $"the atlas has no country `{name}`");
        return nearest is null
            ? error.Hint("docs/regions.md tells where the names are listed; what the atlas lacks can be drawn in a file: `outline file \"NAME.geojson\"`")
            : error.Hint($"did you mean `{nearest}`?").Replace(span, nearest, $"Write `{nearest}`");
    }

    public static Diagnostic NoFile(SourceSpan span, string path) =>
        Diagnostic.Error(PlacingCodes.NoOutlineInFile, span, $"there is no file `{path}` to read an outline from")
            .Hint("give its path from the folder of this file, with forward slashes; it cannot lie outside the folder of the case");

    public static Diagnostic Refused(SourceSpan span, string path, OutlineRefused refused) =>
        Diagnostic.Error(
                PlacingCodes.NoOutlineInFile,
                span,
                $"no outline can be read from `{path}`: {refused.Problem}{(refused.Where.Length == 0 ? "" : $" ({refused.Where})")}")
            .Hint(refused.WayOut);

    public static Diagnostic NoPieceThere(SourceSpan span, string country) =>
        Diagnostic.Error(PlacingCodes.NoPieceThere, span, $"no part of `{country}` is drawn around this point")
            .Hint("give a point well inside the part that is meant, latitude first");

    /// <param name="metres">How far outside, or null when it is not known.</param>
    /// <param name="isSwapped">Whether it would lie inside with latitude and longitude swapped.</param>
    public static Diagnostic LiesElsewhere(SourceSpan span, string site, string region, double? metres, bool isSwapped)
    {
        var error = Diagnostic.Error(
            PlacingCodes.LiesElsewhere,
            span,
            $"`{site}` is said to lie in `{region}`, and this point is {(metres is { } far ? $"{Distance(far)} " : "")}outside it");
        return isSwapped
            ? error.Hint("with latitude and longitude swapped it would lie inside")
            : error.Hint("mend the coordinates, or say that the site lies elsewhere");
    }

    private static string Distance(double metres) => metres < 10_000
        ? string.Create(CultureInfo.InvariantCulture, $"{metres:N0} m")
        : string.Create(CultureInfo.InvariantCulture, $"{metres / 1000:N0} km");
}
