using System.Globalization;
using CsCheck;

namespace Proviso.Regions;

/// <summary>Distances, against tables made with GeodSolve (make-tables.sh beside this file) and against a slow twin.</summary>
public sealed class DistanceTests
{
    [Fact]
    public void Distance_between_points_is_that_of_the_table()
    {
        var rows = Table("geodesics.txt");
        Assert.Equal(540, rows.Count);
        foreach (var row in rows)
        {
            var figures = row.Select(Number).ToArray();
            Assert.Equal(figures[4], Geodesic.Metres(figures[0], figures[1], figures[2], figures[3]), 0.001);
            Assert.Equal(figures[4], Geodesic.Metres(figures[2], figures[3], figures[0], figures[1]), 0.001);
        }
    }

    [Fact]
    public void Distance_to_a_meridian_or_parallel_is_that_of_the_table_within_a_metre()
    {
        var rows = Table("from-lines.txt");
        Assert.Equal(180, rows.Count);
        foreach (var row in rows)
        {
            var point = Point(Number(row[3]), Number(row[4]));
            var outline = row[0] == "meridian"
                ? Box(south: -85, west: Number(row[1]) - 8, north: 85, east: Number(row[1]))
                : BesideParallel(Number(row[1]), point);
            var metres = Number(row[5]);
            Assert.False(outline.Contains(point), string.Join(' ', row));
            Assert.Equal(metres, outline.MetresFrom(point)!.Value, 0.1);
            Assert.NotNull(outline.MetresFrom(point, metres + 1));
            Assert.Null(outline.MetresFrom(point, metres - 1));
        }
    }

    [Fact]
    public void Distance_is_that_of_the_nearest_of_many_points_on_the_edges() =>
        Gen.Select(Gen.Double[-89, 89], Gen.Double[-179, 179], Gen.Double[-4, 4].Array[6], Gen.Double[-9, 9].Array[2]).Sample(
            (latitude, longitude, aside, away) =>
            {
                var corners = Enumerable.Range(0, 3).Select(i => Point(Within(latitude + aside[2 * i], 90), Within(longitude + aside[(2 * i) + 1], 180))).ToArray();
                var point = Point(Within(latitude + away[0], 90), Within(longitude + away[1], 180));
                if (corners.Distinct().Count() == 3)
                {
                    Assert.Equal(Slowly(corners, point), Outline.Of([new([[.. corners]])]).MetresFrom(point)!.Value, 0.5);
                }
            },
            iter: 100,
            seed: "4O4OmktOEMR1");

    [Fact]
    public void Nearly_opposite_points_get_a_rough_distance() =>
        Assert.Equal(20_003_931, Geodesic.Metres(0, 0, 0.0, 179.9999), 120_000.0);

    /// <summary>The least of the distances to a thousand points on each edge, then of a thousand around the nearest of these.</summary>
    private static double Slowly(GeoPoint[] corners, GeoPoint point)
    {
        const int steps = 1000;
        return Enumerable.Range(0, corners.Length).Min(i =>
        {
            var best = Enumerable.Range(0, steps + 1).MinBy(step => At(i, step / (double)steps));
            return Enumerable.Range(-steps, (2 * steps) + 1)
                .Min(step => At(i, Math.Clamp((best + (step / (double)steps)) / steps, 0, 1)));
        });

        double At(int edge, double share)
        {
            var (from, to) = (corners[edge], corners[(edge + 1) % corners.Length]);
            return Geodesic.Metres(
                point.LatitudeDegrees,
                point.LongitudeDegrees,
                from.LatitudeDegrees + (share * (to.LatitudeDegrees - from.LatitudeDegrees)),
                from.LongitudeDegrees + (share * (to.LongitudeDegrees - from.LongitudeDegrees)));
        }
    }

    private static double Within(double degrees, double limit) => Math.Clamp(degrees, -limit, limit);

    private static Outline BesideParallel(double parallel, GeoPoint point) => point.LatitudeDegrees > parallel
        ? Box(south: Math.Max(-89, parallel - 25), west: -50, north: parallel, east: 70)
        : Box(south: parallel, west: -50, north: Math.Min(89, parallel + 25), east: 70);

    private static Outline Box(double south, double west, double north, double east) => Outline.Of(
        [new([[Point(south, west), Point(south, east), Point(north, east), Point(north, west)]])]);

    private static GeoPoint Point(double latitude, double longitude) =>
        GeoPoint.Of(Math.Round((decimal)latitude, 9), Math.Round((decimal)longitude, 9));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static List<string[]> Table(string name) =>
        [.. File.ReadLines(Repository.PathOf($"tests/Proviso.Tests/Regions/{name}")).Select(line => line.Split(' '))];
}
