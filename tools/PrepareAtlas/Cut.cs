using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using Proviso.Regions;
using Proviso.Regions.Atlas;

namespace Proviso.PrepareAtlas;

/// <summary>Cuts polygons at the 180th meridian and puts their corners on the grid of a country file.</summary>
static class Cut
{
    /// <summary>One polygon as a piece, or null when nothing of it is left on the grid.</summary>
    public static Piece? Piece(List<(double Longitude, double Latitude)[]> polygon)
    {
        var rings = polygon.Exists(Jumps) ? Halves(polygon) : polygon;
        var onGrid = rings.Select(OnGrid).Where(ring => ring.Length >= 3).ToImmutableArray();
        return onGrid.IsEmpty ? null : new(onGrid);
    }

    /// <summary>Makes one piece of those that meet on the 180th meridian, in the order of their first.</summary>
    public static ImmutableArray<Piece> Joined(IEnumerable<Piece> pieces)
    {
        var joined = new List<Piece>();
        foreach (var piece in pieces)
        {
            var first = joined.FindIndex(other => Meet(piece, other));
            if (first < 0)
            {
                joined.Add(piece);
                continue;
            }

            joined[first] = new([.. joined[first].Rings, .. piece.Rings]);
            foreach (var other in joined.Skip(first + 1).Where(other => Meet(piece, other)).ToList())
            {
                joined[first] = new([.. joined[first].Rings, .. other.Rings]);
                joined.Remove(other);
            }
        }

        return [.. joined];
    }

    private static bool Meet(Piece one, Piece other) => OnSeam(one).Any(a => OnSeam(other).Any(b => a.South < b.North && b.South < a.North));

    private static IEnumerable<(int South, int North)> OnSeam(Piece piece) => piece.Rings
        .SelectMany(ring => ring.Zip(ring.Skip(1).Append(ring[0])))
        .Where(edge => edge.First.Longitude == edge.Second.Longitude && Math.Abs(edge.First.Longitude) == 180 * GeoPoint.PerDegree)
        .Select(edge => (Math.Min(edge.First.Latitude, edge.Second.Latitude), Math.Max(edge.First.Latitude, edge.Second.Latitude)));

    private static bool Jumps((double Longitude, double Latitude)[] ring) =>
        ring.Zip(ring.Skip(1)).Any(edge => Math.Abs(edge.First.Longitude - edge.Second.Longitude) > 180);

    /// <summary>Unrolls the polygon into a plane without end to the east and west, and cuts it into strips of 360 degrees.</summary>
    private static List<(double Longitude, double Latitude)[]> Halves(List<(double Longitude, double Latitude)[]> polygon)
    {
        var factory = GeometryFactory.Default;
        var outer = Unrolled(polygon[0]);
        if (Math.Abs(outer[^1].Longitude - outer[0].Longitude) > 180)
        {
            // Once around the earth: it encloses the pole that it is nearer to.
            var pole = outer.Average(corner => corner.Latitude) < 0 ? -90 : 90;
            outer = [.. outer, (outer[^1].Longitude, pole), (outer[0].Longitude, pole), outer[0]];
        }

        var west = outer.Min(corner => corner.Longitude);
        var east = outer.Max(corner => corner.Longitude);
        var holes = polygon.Skip(1).Select(hole => Beside(Unrolled(hole), west, east));
        var drawn = GeometryFixer.Fix(factory.CreatePolygon(Ring(outer), [.. holes.Select(Ring)]));
        var rings = new List<(double, double)[]>();
        for (var turn = Math.Floor((west + 180) / 360); (turn * 360) - 180 < east; turn++)
        {
            var strip = factory.ToGeometry(new Envelope((turn * 360) - 180, (turn * 360) + 180, -90, 90));
            foreach (var part in PolygonExtracter.GetPolygons(drawn.Intersection(strip)).Cast<Polygon>())
            {
                rings.AddRange(new[] { part.Shell }.Concat(part.Holes)
                    .Select(ring => ring.Coordinates.Select(at => (at.X - (turn * 360), at.Y)).ToArray()));
            }
        }

        return rings;

        LinearRing Ring((double Longitude, double Latitude)[] ring) =>
            factory.CreateLinearRing([.. ring.Select(corner => new Coordinate(corner.Longitude, corner.Latitude))]);
    }

    private static (double Longitude, double Latitude)[] Unrolled((double Longitude, double Latitude)[] ring)
    {
        var turns = 0;
        var previous = ring[0].Longitude;
        return [.. ring.Select(corner =>
        {
            turns += corner.Longitude - previous > 180 ? -1 : corner.Longitude - previous < -180 ? 1 : 0;
            previous = corner.Longitude;
            return (corner.Longitude + (turns * 360), corner.Latitude);
        })];
    }

    private static (double Longitude, double Latitude)[] Beside((double Longitude, double Latitude)[] hole, double west, double east)
    {
        var shift = hole[0].Longitude < west ? 360 : hole[0].Longitude > east ? -360 : 0;
        return [.. hole.Select(corner => (corner.Longitude + shift, corner.Latitude))];
    }

    /// <summary>Rounds to the grid and leaves out corners that fall on the one before, and spikes that go out and back on themselves.</summary>
    private static ImmutableArray<GeoPoint> OnGrid((double Longitude, double Latitude)[] ring)
    {
        var corners = new List<GeoPoint>();
        foreach (var (longitude, latitude) in ring.SkipLast(1))
        {
            var corner = new GeoPoint(Units(Math.Clamp(latitude, -90, 90)), Units(longitude));
            if (corners.Count > 0 && corners[^1] == corner)
            {
                continue;
            }

            if (corners.Count > 1 && corners[^2] == corner)
            {
                corners.RemoveAt(corners.Count - 1);
                continue;
            }

            corners.Add(corner);
        }

        while (corners.Count > 1 && corners[^1] == corners[0])
        {
            corners.RemoveAt(corners.Count - 1);
        }

        return [.. corners];
    }

    private static int Units(double degrees) =>
        checked((int)Math.Round(degrees * GeoPoint.PerDegree / CountryFile.Unit, MidpointRounding.AwayFromZero) * CountryFile.Unit);
}
