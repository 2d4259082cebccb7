using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Formats.Page;
using Proviso.Language.Binding;
using Proviso.Regions.Mapping;

namespace Proviso.Formats.Workbench;

/// <summary>The whole earth as path data of SVG, in whole units of a sheet in Equal Earth projection (docs/page.md).</summary>
/// <param name="Schema">Always "proviso/world/1".</param>
/// <param name="Frame">The edge of the sheet's earth.</param>
/// <param name="Land">All land, to be filled by the rule "nonzero".</param>
/// <param name="Borders">The lines between countries, as the atlas draws them.</param>
/// <param name="Contested">Ground that more than one side claims, as far as the atlas draws it by itself; to be filled by the rule "evenodd".</param>
/// <param name="ContestedNames">What that ground is called here.</param>
/// <param name="Attribution">Whose outlines these are and what they mean: to be said below every map.</param>
public sealed record WorldDocument(
    string Schema, int Width, int Height, string Frame, string Land, string Borders, string Contested, ImmutableArray<string> ContestedNames, string Attribution)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/world/1";

    /// <summary>The document; it never changes.</summary>
    public static WorldDocument Drawn()
    {
        var world = WorldMap.Drawn;
        return new(SchemaName, Sheet.Width, Sheet.Height, Sheet.Frame, world.Land, world.Borders, world.ContestedGround().Path,
            [.. Proviso.Regions.Atlas.Contested.Areas.Select(area => area.Name)], Proviso.Regions.Atlas.Countries.Attribution);
    }
}

/// <summary>The places of an agreement on the same sheet, as a view draws them on a day.</summary>
/// <param name="Schema">Always "proviso/map/1".</param>
/// <param name="View">The view.</param>
/// <param name="From">The first of the days around the one asked about on which the same is drawn.</param>
/// <param name="Through">The last of them.</param>
/// <param name="Regions">The regions that are drawn, the largest first.</param>
/// <param name="Sites">The sites with coordinates, in the order of the text.</param>
/// <param name="Places">The places that clauses are about, and those asked about within them, each with what draws it.</param>
/// <param name="Open">Disputes on what land belongs to one of the places that the view leaves open.</param>
public sealed record MapDocument(
    string Schema,
    AgreementHeading Agreement,
    string View,
    string AsOf,
    string From,
    string Through,
    ImmutableArray<DrawnRegion> Regions,
    ImmutableArray<DrawnSite> Sites,
    ImmutableArray<DrawnPlace> Places,
    ImmutableArray<string> Open)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/map/1";

    /// <summary>The document of a view on a day.</summary>
    /// <param name="figures">The agreement's, to be shared by all days and views.</param>
    public static MapDocument Drawn(Verdicts verdicts, View view, int day, Figures figures)
    {
        var agreement = verdicts.Case.Agreement;
        var days = SameParts(verdicts, day);
        var territory = new Territory(agreement, new Readings(verdicts), day, figures);
        ImmutableArray<View> views = [view];
        var places = verdicts.Rows.SelectMany(row => new[] { row.Instance, row.Place }).OfType<Place>().DistinctBy(place => place.Name).ToList();
        var drawn = places.Select(place => (Place: place, Regions: territory.Drawn(place, views), Sites: territory.Sites(place, views))).ToList();
        return new(
            SchemaName,
            new(agreement.Name, agreement.Title),
            view.Name,
            Words.Date(day),
            Words.Date(days.From),
            Words.Date(days.Before - 1),
            [
                .. drawn.SelectMany(each => each.Regions).DistinctBy(region => region.Name)
                    .OrderByDescending(region => territory.Of(region).Area).ThenBy(region => region.Name, StringComparer.Ordinal)
                    .Select(region => DrawnRegion.Of(region, figures)),
            ],
            [.. agreement.Places.OfType<Site>().Where(site => site.At is not null).Select(DrawnSite.Of)],
            [
                .. drawn.Select(each => new DrawnPlace(
                    each.Place.Name, each.Place.Title, PlaceEntry.KindOf(each.Place), [.. each.Regions.Select(region => region.Name)], [.. each.Sites.Select(site => site.Name)])),
            ],
            [.. territory.Open(places, views).Select(dispute => dispute.Name)]);
    }

    /// <summary>The days around one on which each place has the same parts, in every reading.</summary>
    private static DayRange SameParts(Verdicts verdicts, int day)
    {
        var agreement = verdicts.Case.Agreement;
        var turns = agreement.Containments.Select(each => each.Days)
            .Concat(agreement.Disputes.SelectMany(dispute => dispute.Readings).Select(reading => reading.Meaning).OfType<ExtentMeaning>().SelectMany(extent => extent.Parts).Select(part => part.Days))
            .SelectMany(days => new[] { days.From, days.Before })
            .Where(turn => verdicts.FirstDay < turn && turn <= verdicts.Horizon).Order().ToList();
        return new(turns.LastOrDefault(turn => turn <= day, verdicts.FirstDay), turns.FirstOrDefault(turn => turn > day, verdicts.Horizon + 1));
    }
}

/// <summary>A region on the sheet.</summary>
/// <param name="Path">Path data, to be filled by the rule "evenodd".</param>
/// <param name="Box">The box around it: left, top, width, height.</param>
/// <param name="Inside">A point well inside it, for its name: x, y.</param>
public sealed record DrawnRegion(string Name, string Title, string Path, ImmutableArray<int> Box, ImmutableArray<int> Inside)
{
    internal static DrawnRegion Of(Region region, Figures figures)
    {
        var figure = figures.Of(region);
        var (box, inside) = (figure.Box, figure.Inside);
        return new(region.Name, region.Title, figures.PathOf(region), [box.X, box.Y, box.Width, box.Height], [inside.X, inside.Y]);
    }
}

/// <summary>A site on the sheet.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record DrawnSite(string Name, string Title, int X, int Y, decimal Latitude, decimal Longitude)
{
    internal static DrawnSite Of(Site site)
    {
        var (x, y) = Territory.Of(site)!.Value;
        return new(site.Name, site.Title, x, y, site.At!.Latitude, site.At.Longitude);
    }
}

/// <summary>A place and what draws it.</summary>
/// <param name="Kind">"theatre", "region" or "site".</param>
/// <param name="Regions">The regions that draw it, itself among them when it is drawn.</param>
/// <param name="Sites">The sites with coordinates in it, itself when it is one.</param>
public sealed record DrawnPlace(string Name, string Title, string Kind, ImmutableArray<string> Regions, ImmutableArray<string> Sites);
