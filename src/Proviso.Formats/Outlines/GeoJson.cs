using System.Collections.Immutable;
using System.Text.Json;
using Proviso.Regions;

namespace Proviso.Formats.Outlines;

/// <summary>Reads an outline from GeoJSON (RFC 7946): polygons, alone or in features and collections, all together one area.</summary>
/// <remarks>
/// Longitude comes first, then latitude, in degrees on WGS 84; a height is passed over, and so are properties and members we do not know. A polygon
/// that crosses the 180th meridian must be cut there, as RFC 7946 (3.1.9) asks, and one around a pole closed along 90°. The turn of rings does
/// not matter. Never throws on any bytes.
/// </remarks>
public static class GeoJson
{
    /// <summary>Corners in a file at most: far more than any drawn outline has.</summary>
    public const int MostCorners = 2_000_000;

    private const string Guide = "RFC 7946 describes GeoJSON; most map programs write it.";

    /// <summary>The outline in the bytes of a file, or the first thing that stands in its way.</summary>
    public static OutlineRead Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 32 });
            var reader = new Reader();
            reader.Areas(document.RootElement, "");
            return reader.Outline();
        }
        catch (Refusal refusal)
        {
            return refusal.Told;
        }
        catch (JsonException error)
        {
            return new OutlineRefused(
                error.LineNumber is { } line ? $"line {line + 1}" : "",
                Reason(error),
                "Save it again as GeoJSON, in UTF-8, from the program that drew it.");
        }
    }

    private static string Reason(JsonException error) =>
        error.Message.Contains("depth", StringComparison.OrdinalIgnoreCase) ? "this is nested deeper than any GeoJSON"
        : error.Message.Contains("uplicate", StringComparison.Ordinal) ? "a name stands twice in one object"
        : "this is not JSON";

    /// <summary>Stops the reading at once, wherever it is.</summary>
    private sealed class Refusal(OutlineRefused told) : Exception
    {
        public OutlineRefused Told => told;
    }

    private sealed class Reader
    {
        private readonly List<(Piece Piece, string Where)> pieces = [];
        private int corners;

        public OutlineRead Outline()
        {
            if (pieces.Count == 0)
            {
                throw Refused("", "there is no polygon in it", "Draw the region as at least one polygon.");
            }

            ImmutableArray<Piece> all = [.. pieces.Select(each => each.Piece)];
            return Soundness.Fault(all) is { } fault
                ? new OutlineRefused(
                    pieces[fault.Piece].Where,
                    $"this polygon {fault.Problem} near {fault.At}",
                    "Mend it in the program that drew it; many have a command for it, such as *fix geometries*.")
                : new OutlineFound(Regions.Outline.Together(all));
        }

        public void Areas(JsonElement element, string where)
        {
            var type = Member(element, "type", JsonValueKind.String, where).GetString();
            if (element.TryGetProperty("crs", out var system) && system.ValueKind != JsonValueKind.Null
                && !system.GetRawText().Contains("CRS84", StringComparison.Ordinal)
                && !system.GetRawText().Contains("4326", StringComparison.Ordinal))
            {
                throw Refused(Below(where, "crs"), "this names another reference system than WGS 84", "Save it again in longitude and latitude on WGS 84.");
            }

            switch (type)
            {
                case "FeatureCollection":
                    Each(Member(element, "features", JsonValueKind.Array, where), Below(where, "features"), Areas);
                    break;
                case "GeometryCollection":
                    Each(Member(element, "geometries", JsonValueKind.Array, where), Below(where, "geometries"), Areas);
                    break;
                case "Feature":
                    Areas(Member(element, "geometry", JsonValueKind.Object, where), Below(where, "geometry"));
                    break;
                case "MultiPolygon":
                    Each(Member(element, "coordinates", JsonValueKind.Array, where), Below(where, "coordinates"), Polygon);
                    break;
                case "Polygon":
                    Polygon(Member(element, "coordinates", JsonValueKind.Array, where), Below(where, "coordinates"));
                    break;
                case "Point" or "MultiPoint" or "LineString" or "MultiLineString":
                    throw Refused(where, $"a {type} encloses no area", "Leave only polygons in the file.");
                default:
                    throw Refused(Below(where, "type"), "this is no type of GeoJSON", Guide);
            }
        }

        private void Polygon(JsonElement rings, string where)
        {
            var read = ImmutableArray.CreateBuilder<ImmutableArray<GeoPoint>>();
            Each(rings, where, (ring, place) => read.Add(Ring(ring, place)));
            if (read.Count == 0)
            {
                throw Refused(where, "this polygon has no ring", Guide);
            }

            pieces.Add((new(read.DrainToImmutable()), where));
        }

        private ImmutableArray<GeoPoint> Ring(JsonElement ring, string where)
        {
            var read = ImmutableArray.CreateBuilder<GeoPoint>();
            var edge = Corner.None;
            Each(ring, where, (position, place) =>
            {
                if (++corners > MostCorners)
                {
                    throw Refused(place, $"this is more than {MostCorners:N0} corners", "Simplify the outline; its margin is far greater than the steps between them.");
                }

                var corner = Corner.Of(position, place);
                if (!edge.IsNone && Math.Abs(corner.Longitude - edge.Longitude) is > 180 and < 360)
                {
                    throw Refused(
                        place,
                        $"the edge to this corner runs across more than 180° of longitude, from {edge.Longitude} to {corner.Longitude}",
                        "A polygon that crosses the 180th meridian is to be cut there in two, as RFC 7946 (3.1.9) asks.");
                }

                edge = corner;
                read.Add(corner.Point);
            });
            if (read.Count < 4 || read[0] != read[^1])
            {
                throw Refused(where, "this ring does not end where it began", "The last position of a ring repeats the first, and there are at least four.");
            }

            read.RemoveAt(read.Count - 1);
            return read.Distinct().Count() >= 3
                ? read.DrainToImmutable()
                : throw Refused(where, "this ring has fewer than three different corners", "Draw it again, or leave it out.");
        }

        private static void Each(JsonElement list, string where, Action<JsonElement, string> read)
        {
            if (list.ValueKind != JsonValueKind.Array)
            {
                throw Refused(where, "this should be a list", Guide);
            }

            var index = 0;
            foreach (var element in list.EnumerateArray())
            {
                read(element, $"{where}[{index++}]");
            }
        }

        private static JsonElement Member(JsonElement element, string name, JsonValueKind kind, string where)
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                throw Refused(where, "this should be an object", Guide);
            }

            return element.TryGetProperty(name, out var member) && member.ValueKind == kind
                ? member
                : throw Refused(where, $"the member \"{name}\" is missing or of another kind", Guide);
        }

        private static string Below(string where, string name) => where.Length == 0 ? name : $"{where}.{name}";

        private static Refusal Refused(string where, string problem, string wayOut) => new(new OutlineRefused(where, problem, wayOut));

        /// <summary>A corner as written.</summary>
        private readonly record struct Corner(decimal Longitude, decimal Latitude, GeoPoint Point, bool IsNone)
        {
            public static Corner None => new(0, 0, default, true);

            public static Corner Of(JsonElement position, string where)
            {
                if (position.ValueKind != JsonValueKind.Array || position.GetArrayLength() < 2
                    || position[0].ValueKind != JsonValueKind.Number || position[1].ValueKind != JsonValueKind.Number
                    || !position[0].TryGetDecimal(out var longitude) || !position[1].TryGetDecimal(out var latitude))
                {
                    throw Refused(where, "a position should be two numbers, longitude and latitude", Guide);
                }

                if (Math.Abs(latitude) > 90 || Math.Abs(longitude) > 180)
                {
                    throw Refused(
                        where,
                        Math.Abs(latitude) > 90 ? $"the latitude {latitude} is beyond the pole" : $"the longitude {longitude} is beyond 180°",
                        Math.Abs(latitude) > 90 && Math.Abs(longitude) <= 90
                            ? "Longitude comes first, then latitude; here they seem to have changed places."
                            : "Positions are in degrees: longitude from -180 to 180, then latitude from -90 to 90. Other reference systems are to be converted.");
                }

                var point = GeoPoint.Of(latitude, longitude);

                // Both sides of the 180th meridian stay apart here: a ring lies on one of them.
                return new(longitude, latitude, new(point.Latitude, (int)Math.Round(longitude * GeoPoint.PerDegree)), false);
            }
        }
    }
}
