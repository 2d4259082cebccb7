using Proviso.Regions;
using Proviso.Regions.Atlas;

namespace Proviso.PrepareAtlas;

/// <summary>What must be so of every prepared country.</summary>
static class Checks
{
    /// <summary>What is wrong with a country, a line each.</summary>
    public static IEnumerable<string> Of(Country country)
    {
        if (CountryFile.Write(CountryFile.Read(System.Text.Encoding.UTF8.GetBytes(CountryFile.Write(country)))) != CountryFile.Write(country))
        {
            yield return $"{country.Id} does not read as it was written";
        }

        foreach (var ring in country.Outline.Pieces.SelectMany(piece => piece.Rings))
        {
            var from = ring[^1];
            foreach (var to in ring)
            {
                if (Math.Abs((long)from.Longitude - to.Longitude) > 180L * GeoPoint.PerDegree && Math.Abs(from.Latitude) != 90 * GeoPoint.PerDegree)
                {
                    yield return $"{country.Id} has an edge that crosses the 180th meridian at {from}";
                }

                from = to;
            }
        }

        // A hole is drawn inside its outer ring: some corner of it lies in the area that the outer ring alone encloses.
        foreach (var piece in country.Outline.Pieces.Where(piece => piece.Rings.Length > 1))
        {
            var outers = piece.Rings.Where(ring => ring.Length > 2).Select(ring => Outline.Of([new Piece([ring])])).ToList();
            var biggest = outers.MaxBy(Extent)!;
            foreach (var ring in outers.Where(ring => ring != biggest))
            {
                if (!Overlaps(biggest, ring) && !Crosses(piece))
                {
                    yield return $"{country.Id} has a hole outside its outer ring at {ring.Pieces[0].Rings[0][0]}";
                }
            }
        }
    }

    /// <summary>Names that two countries share.</summary>
    public static IEnumerable<string> Names(IEnumerable<Country> countries) =>
        countries.GroupBy(country => country.Id).Where(same => same.Count() > 1).Select(same => $"two countries are called {same.Key}");

    private static bool Overlaps(Outline outer, Outline inner) => inner.Pieces[0].Rings[0].Any(outer.Contains);

    private static bool Crosses(Piece piece) =>
        piece.Rings.SelectMany(ring => ring).Any(corner => Math.Abs(corner.Longitude) == 180 * GeoPoint.PerDegree);

    private static double Extent(Outline outline)
    {
        var ring = outline.Pieces[0].Rings[0];
        return (ring.Max(corner => corner.Latitude) - (double)ring.Min(corner => corner.Latitude))
            * (ring.Max(corner => corner.Longitude) - (double)ring.Min(corner => corner.Longitude));
    }
}
