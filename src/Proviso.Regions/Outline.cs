using System.Collections.Immutable;

namespace Proviso.Regions;

/// <summary>One connected piece of an area: its rings, the outer one and those of its holes, in any order and turn. A piece that crosses the
/// 180th meridian has an outer ring on each side of it.</summary>
/// <param name="Rings">Each of at least three corners; the last joins the first. No ring crosses the 180th meridian: it is cut there, with edges
/// along it. A ring that encloses a pole is closed along the pole's parallel.</param>
public sealed record Piece(ImmutableArray<ImmutableArray<GeoPoint>> Rings);

/// <summary>The outline of an area on the earth. Immutable; safe to share between threads.</summary>
/// <remarks>An edge runs straight in longitude and latitude between its corners, as RFC 7946 (3.1.1) has it: one between two corners of
/// equal latitude runs along the parallel. Edges on the 180th meridian with area on both sides, and edges on a pole, are cuts and no outline.</remarks>
public sealed class Outline
{
    private readonly Boundary boundary;

    private Outline(ImmutableArray<Piece> pieces, Boundary boundary)
    {
        Pieces = pieces;
        this.boundary = boundary;
    }

    /// <summary>Its pieces, in the order given.</summary>
    public ImmutableArray<Piece> Pieces { get; }

    /// <summary>How many corners it has.</summary>
    public int Corners => Pieces.Sum(piece => piece.Rings.Sum(ring => ring.Length));

    /// <summary>The outline of pieces that do not overlap and share no edge.</summary>
    /// <remarks>What is given is taken on trust: see <see cref="Soundness"/> for checks on pieces from outside.</remarks>
    public static Outline Of(ImmutableArray<Piece> pieces) => new(pieces, Boundary.Of(pieces, mayShare: false));

    /// <summary>The outline of pieces that do not overlap, taken together: where two share an edge, corner for corner, it is no outline.</summary>
    public static Outline Together(ImmutableArray<Piece> pieces) => new(pieces, Boundary.Of(pieces, mayShare: true));

    /// <summary>Whether the point lies in the area. For a point exactly on the outline either answer may be given; its distance is 0.</summary>
    public bool Contains(GeoPoint point) => Pieces.Count(piece => Contains(piece, point)) % 2 == 1;

    /// <summary>The piece around a point alone, or null when the point is in none.</summary>
    public Outline? PieceAround(GeoPoint point) => Pieces.FirstOrDefault(piece => Contains(piece, point)) is { } piece ? Of([piece]) : null;

    /// <summary>Distance from a point to the nearest point of the outline on the ellipsoid, in metres: right within a metre up to 1,000 km.</summary>
    /// <param name="limit">Metres. Beyond it the search stops: the answer is null when the outline is farther away, or there is none.</param>
    public double? MetresFrom(GeoPoint point, double limit = double.PositiveInfinity) => boundary.MetresFrom(point, limit);

    private static bool Contains(Piece piece, GeoPoint point)
    {
        var inside = false;
        foreach (var ring in piece.Rings)
        {
            inside ^= Contains(ring, point);
        }

        return inside;
    }

    /// <summary>Counts the edges that lie between the point and the farther pole on its meridian. An edge holds its western end and not its eastern.</summary>
    private static bool Contains(ImmutableArray<GeoPoint> ring, GeoPoint point)
    {
        var inside = false;
        var northern = point.Latitude >= 0;
        var from = ring[^1];
        foreach (var to in ring)
        {
            var (west, east) = from.Longitude < to.Longitude ? (from, to) : (to, from);
            if (west.Longitude <= point.Longitude && point.Longitude < east.Longitude && Passes(west, east, point, northern))
            {
                inside = !inside;
            }

            from = to;
        }

        return inside;
    }

    /// <summary>True when the edge passes south (north, for a southern point) of the point. Exact.</summary>
    private static bool Passes(GeoPoint west, GeoPoint east, GeoPoint point, bool south)
    {
        if (south ? Math.Max(west.Latitude, east.Latitude) < point.Latitude : Math.Min(west.Latitude, east.Latitude) > point.Latitude)
        {
            return true;
        }

        var rise = Math.BigMul(east.Latitude - (long)west.Latitude, point.Longitude - (long)west.Longitude);
        var run = Math.BigMul(point.Latitude - (long)west.Latitude, east.Longitude - (long)west.Longitude);
        return south ? rise < run : rise > run;
    }
}
