using System.Text.Json;

namespace Proviso.PrepareAtlas;

/// <summary>A country as world-atlas has it.</summary>
/// <param name="Polygons">Polygons, each of rings, the outer one first. Longitude and latitude in degrees; the last corner repeats the first. A ring
/// that crosses the 180th meridian jumps there from one side to the other.</param>
sealed record Drawing(string Name, string? Number, List<List<(double Longitude, double Latitude)[]>> Polygons);

/// <summary>Reads the object <c>countries</c> of a TopoJSON file (quantised, arcs shared between neighbours).</summary>
static class Topology
{
    public static List<Drawing> Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = document.RootElement;
        var scale = Pair(root.GetProperty("transform").GetProperty("scale"));
        var translate = Pair(root.GetProperty("transform").GetProperty("translate"));
        var arcs = root.GetProperty("arcs").EnumerateArray().Select(arc => Arc(arc, scale, translate)).ToArray();
        return [.. root.GetProperty("objects").GetProperty("countries").GetProperty("geometries").EnumerateArray()
            .Select(geometry => Drawing(geometry, arcs))];
    }

    private static (double, double)[] Arc(JsonElement arc, (double X, double Y) scale, (double X, double Y) translate)
    {
        var (x, y) = (0, 0);
        return [.. arc.EnumerateArray().Select(step =>
        {
            (x, y) = (x + step[0].GetInt32(), y + step[1].GetInt32());
            return ((x * scale.X) + translate.X, (y * scale.Y) + translate.Y);
        })];
    }

    private static Drawing Drawing(JsonElement geometry, (double, double)[][] arcs)
    {
        var polygons = geometry.GetProperty("type").GetString() switch
        {
            "Polygon" => [geometry.GetProperty("arcs")],
            "MultiPolygon" => geometry.GetProperty("arcs").EnumerateArray().ToArray(),
            var other => throw new InvalidDataException($"a country is drawn as {other}"),
        };
        return new(
            geometry.GetProperty("properties").GetProperty("name").GetString()!,
            geometry.TryGetProperty("id", out var id) ? id.GetString() : null,
            [.. polygons.Select(polygon => polygon.EnumerateArray().Select(ring => Ring(ring, arcs)).ToList())]);
    }

    /// <summary>Joins arcs end to end; <c>~n</c> is arc n backwards.</summary>
    private static (double, double)[] Ring(JsonElement indices, (double, double)[][] arcs)
    {
        var corners = new List<(double, double)>();
        foreach (var index in indices.EnumerateArray().Select(each => each.GetInt32()))
        {
            var arc = index < 0 ? arcs[~index].Reverse() : arcs[index];
            corners.AddRange(corners.Count == 0 ? arc : arc.Skip(1));
        }

        return [.. corners];
    }

    private static (double X, double Y) Pair(JsonElement pair) => (pair[0].GetDouble(), pair[1].GetDouble());
}
