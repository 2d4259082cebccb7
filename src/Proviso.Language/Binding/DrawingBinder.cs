using System.Collections.Immutable;
using Proviso.Language.Syntax;

namespace Proviso.Language.Binding;

/// <summary>Outlines, margins and coordinates.</summary>
sealed class DrawingBinder(Lexicon lexicon)
{
    private readonly List<Mention> mentions = [];

    /// <summary>Regions whose own outline has an error already.</summary>
    private readonly HashSet<string> undrawn = new(StringComparer.Ordinal);

    /// <summary>How the region is drawn, or null when it is not, or not soundly.</summary>
    public Drawing? Of(RegionSentence region)
    {
        var margin = Margin(region.Margin);
        if (region.Outline is not { } outline)
        {
            if (region.Margin is not null)
            {
                lexicon.Found.Add(BindingErrors.MarginOfNothing(region.Margin.Span));
            }

            return null;
        }

        var areas = outline.Cuts.Select(cut => cut.Area).Prepend(outline.Area).ToList();
        if (region.Margin is null && areas.OfType<FileAreaSyntax>().FirstOrDefault() is { } file)
        {
            lexicon.Found.Add(BindingErrors.MarginNeeded(file.Span));
        }
        else if (region.Margin is not null && areas.TrueForAll(area => area is RegionAreaSyntax))
        {
            lexicon.Found.Add(BindingErrors.MarginOfOther(region.Margin.Span));
        }

        var shape = Shape(region, outline.Area);
        foreach (var cut in outline.Cuts)
        {
            var other = Shape(region, cut.Area);
            shape = shape is null || other is null ? null
                : cut.CutWord.Word == Word.Within ? new ShapeWithin(shape, other)
                : new ShapeWithout(shape, other);
        }

        return shape is null ? null : new(shape, margin);
    }

    /// <summary>A point, or null when there is none, or none such.</summary>
    public Coordinates? Coordinates(CoordinatesSyntax? at)
    {
        if (at is null)
        {
            return null;
        }

        var latitude = Degrees(at.Latitude, at.NorthOrSouth, "latitude", 90);
        var longitude = Degrees(at.Longitude, at.EastOrWest, "longitude", 180);
        return latitude is null || longitude is null ? null : new(latitude.Value, longitude.Value, at.Span);
    }

    /// <summary>Circles of regions drawn from each other, and, where there is none, those drawn from regions that have no outline.</summary>
    public ImmutableArray<ImmutableArray<Mention>> Circles(IEnumerable<Region> regions)
    {
        var drawn = regions.ToDictionary(region => region.Name, region => region.Drawing, StringComparer.Ordinal);
        foreach (var mention in mentions.Where(mention => drawn.TryGetValue(mention.To, out var drawing) && drawing is null && !undrawn.Contains(mention.To)))
        {
            lexicon.Found.Add(BindingErrors.NotDrawn(mention.Span, mention.To));
        }

        return Dependencies.Of(drawn.Keys, mentions).Circles;
    }

    private Shape? Shape(RegionSentence region, AreaSyntax area)
    {
        var shape = Bound(region, area);
        if (shape is null)
        {
            undrawn.Add(region.Name.Value);
        }

        return shape;
    }

    private Shape? Bound(RegionSentence region, AreaSyntax area)
    {
        switch (area)
        {
            case CountryAreaSyntax { Name.IsMissing: false } country:
                var around = Coordinates(country.At);
                return country.At is not null && around is null ? null : new CountryShape(country.Name.Value, around, country.Name.Span);
            case FileAreaSyntax { Title.IsMissing: false } file:
                return new FileShape(file.Title.Value, file.Title.Span);
            case RegionAreaSyntax { Name.IsMissing: false } named:
                if (lexicon.Find(Space.Places, named.Name, "region", Sort.Region) is not null)
                {
                    mentions.Add(new(region.Name.Value, named.Name.Value, named.Name.Span));
                    return new RegionShape(named.Name.Value);
                }

                return null;
            default:
                return null;
        }
    }

    private decimal? Margin(MarginSyntax? margin)
    {
        if (margin?.Quantity.Number.Number is not { } number)
        {
            return null;
        }

        var unit = margin.Quantity.Unit is { IsMissing: false } written ? written.Word.Spelling() : null;
        if (Units.MeasureOf(unit) != Measure.Length)
        {
            lexicon.Found.Add(BindingErrors.MarginIsLength(margin.Quantity.Span, margin.Quantity.ToString()));
            return null;
        }

        return Units.ToBase(number, unit);
    }

    private decimal? Degrees(Token figure, Token letter, string what, int most)
    {
        if (figure.Number is not { } degrees || letter.IsMissing)
        {
            return null;
        }

        if (degrees > most)
        {
            lexicon.Found.Add(BindingErrors.NoSuchPoint(figure.Span, what, degrees, most));
            return null;
        }

        return letter.Text is "S" or "W" or "s" or "w" ? -degrees : degrees;
    }
}
