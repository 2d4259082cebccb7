using System.Collections.Immutable;

namespace Proviso.Regions.Mapping;

/// <summary>The sheet that maps are drawn on: the whole earth in Equal Earth projection, in whole units, x to the right and y down.</summary>
/// <remarks>Its middle meridian is 11° E, so that its edge, 169° W, runs through the Bering Strait and leaves Chukotka and Fiji whole. Rounding to whole units
/// makes it the same on every machine.</remarks>
public static class Sheet
{
    /// <summary>Units from the left edge to the right.</summary>
    public const int Width = 10_000;

    /// <summary>Degrees east of the meridian in the middle.</summary>
    public const int Middle = 11;

    /// <summary>How many finer steps a unit has while outlines are made coarser.</summary>
    internal const int Steps = 16;

    private const int Centre = Middle * GeoPoint.PerDegree;

    private static readonly double scale = Width / 2.0 / EqualEarth.HalfWidth;

    /// <summary>Units from the top to the bottom.</summary>
    public static int Height { get; } = (int)Math.Ceiling(2 * EqualEarth.HalfHeight * scale);

    /// <summary>Where a point falls, in units.</summary>
    public static (int X, int Y) At(GeoPoint point)
    {
        var spot = Fine(point.Latitude, Turned(point.Longitude));
        return (Rounded(spot.X), Rounded(spot.Y));
    }

    /// <summary>The frame of the sheet as a path: the edge at 169° W on both sides, and the poles.</summary>
    public static string Frame { get; } = Paths.Of([[.. Ring(
        [new(-GeoPoint.Pole, -GeoPoint.Antimeridian), new(GeoPoint.Pole, -GeoPoint.Antimeridian), new(GeoPoint.Pole, GeoPoint.Antimeridian), new(-GeoPoint.Pole, GeoPoint.Antimeridian)])
        .Select(spot => new Spot(Rounded(spot.X), Rounded(spot.Y)))]]);

    /// <summary>The rings of an outline's ring on the sheet, in fine steps: cut in two where it crosses the edge.</summary>
    internal static IEnumerable<ImmutableArray<Spot>> Rings(ImmutableArray<GeoPoint> ring)
    {
        // Measured from the middle meridian, longitudes run from -191 to 169 degrees: what lies beyond -180 belongs at the right edge.
        ImmutableArray<GeoPoint> moved = [.. ring.Select(corner => corner with { Longitude = corner.Longitude - Centre })];
        var left = -GeoPoint.Antimeridian;
        if (moved.All(corner => corner.Longitude >= left))
        {
            yield return Ring(moved);
            yield break;
        }

        foreach (var (part, shift) in new[] { (Clip(moved, left, keepEast: true), 0L), (Clip(moved, left, keepEast: false), 2L * GeoPoint.Antimeridian) })
        {
            if (part.Length >= 3)
            {
                yield return Ring([.. part.Select(corner => corner with { Longitude = (int)(corner.Longitude + shift) })]);
            }
        }
    }

    internal static int Rounded(int fine) => (int)Math.Floor((fine + (Steps / 2.0)) / Steps);

    private static int Turned(int longitude) => longitude - Centre < -GeoPoint.Antimeridian
        ? (int)(longitude - Centre + (2L * GeoPoint.Antimeridian))
        : longitude - Centre;

    /// <summary>The ring in fine steps, with corners put in where an edge would run straight that is curved on the sheet.</summary>
    private static ImmutableArray<Spot> Ring(ImmutableArray<GeoPoint> ring)
    {
        const int stride = 2 * GeoPoint.PerDegree;
        var spots = ImmutableArray.CreateBuilder<Spot>(ring.Length);
        var from = ring[^1];
        foreach (var to in ring)
        {
            var (north, east) = (to.Latitude - (long)from.Latitude, to.Longitude - (long)from.Longitude);
            var parts = north == 0 ? 1 : (int)(Math.Max(Math.Abs(north), Math.Abs(east)) / stride) + 1;
            for (var part = 1; part <= parts; part++)
            {
                var spot = Fine((int)(from.Latitude + (north * part / parts)), (int)(from.Longitude + (east * part / parts)));
                if (spots.Count == 0 || spots[^1] != spot)
                {
                    spots.Add(spot);
                }
            }

            from = to;
        }

        if (spots.Count > 1 && spots[0] == spots[^1])
        {
            spots.RemoveAt(spots.Count - 1);
        }

        return spots.ToImmutable();
    }

    /// <summary>The part of a ring on one side of a meridian, with edges along it where it was cut (Sutherland and Hodgman, 1974).</summary>
    private static ImmutableArray<GeoPoint> Clip(ImmutableArray<GeoPoint> ring, int meridian, bool keepEast)
    {
        var kept = ImmutableArray.CreateBuilder<GeoPoint>();
        var from = ring[^1];
        foreach (var to in ring)
        {
            if (Keeps(from) != Keeps(to))
            {
                var latitude = from.Latitude + ((to.Latitude - (long)from.Latitude) * (meridian - (long)from.Longitude) / (to.Longitude - (long)from.Longitude));
                kept.Add(new((int)latitude, meridian));
            }

            if (Keeps(to))
            {
                kept.Add(to);
            }

            from = to;
        }

        return kept.ToImmutable();

        bool Keeps(GeoPoint point) => keepEast ? point.Longitude >= meridian : point.Longitude <= meridian;
    }

    private static Spot Fine(int latitude, int longitude)
    {
        var (x, y) = EqualEarth.Of(latitude / (double)GeoPoint.PerDegree, longitude / (double)GeoPoint.PerDegree);
        return new(
            (int)Math.Floor((((Width / 2.0) + (x * scale)) * Steps) + 0.5),
            (int)Math.Floor(((EqualEarth.HalfHeight - y) * scale * Steps) + 0.5));
    }
}
