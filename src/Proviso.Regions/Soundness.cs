using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Valid;

namespace Proviso.Regions;

/// <summary>Why pieces from outside make no outline.</summary>
/// <param name="Piece">Index of the piece, from 0.</param>
/// <param name="Problem">What is wrong, as the rest of a sentence that begins with the piece.</param>
/// <param name="At">Where.</param>
public sealed record Unsound(int Piece, string Problem, GeoPoint At);

/// <summary>Checks on pieces from outside.</summary>
public static class Soundness
{
    /// <summary>The first thing wrong with the pieces, or null: a ring that crosses or touches itself along a line, a hole outside its outer ring,
    /// rings that cross, pieces that overlap. In each piece the first ring is the outer one and the others are holes. Takes time near-linear in the
    /// number of corners.</summary>
    public static Unsound? Fault(ImmutableArray<Piece> pieces)
    {
        var index = new STRtree<int>();
        Polygon[] polygons = [.. pieces.Select(Polygon)];
        for (var i = 0; i < polygons.Length; i++)
        {
            index.Insert(polygons[i].EnvelopeInternal, i);
        }

        for (var i = 0; i < pieces.Length; i++)
        {
            var check = new IsValidOp(polygons[i]);
            if (!check.IsValid)
            {
                var error = check.ValidationError;
                return new(i, Problem(error.ErrorType), Point(error.Coordinate));
            }

            foreach (var j in index.Query(polygons[i].EnvelopeInternal).Where(j => j < i).Order())
            {
                if (polygons[i].Relate(polygons[j], "T********"))
                {
                    return new(i, $"overlaps piece {j + 1}", Point(polygons[i].Intersection(polygons[j]).InteriorPoint.Coordinate));
                }
            }
        }

        return null;
    }

    private static Polygon Polygon(Piece piece)
    {
        var factory = GeometryFactory.Default;
        return factory.CreatePolygon(Ring(piece.Rings[0]), [.. piece.Rings.Skip(1).Select(Ring)]);

        LinearRing Ring(ImmutableArray<GeoPoint> ring) => factory.CreateLinearRing(
            [.. ring.Append(ring[0]).Select(corner => new Coordinate(corner.Longitude, corner.Latitude))]);
    }

    private static GeoPoint Point(Coordinate at) => new((int)Math.Round(at.Y), (int)Math.Round(at.X));

    private static string Problem(TopologyValidationErrors error) => error switch
    {
        TopologyValidationErrors.HoleOutsideShell => "has a hole outside its outer ring",
        TopologyValidationErrors.NestedHoles => "has a hole within a hole",
        TopologyValidationErrors.DisconnectedInteriors => "falls apart where its rings touch",
        TopologyValidationErrors.DuplicateRings => "has the same ring twice",
        TopologyValidationErrors.TooFewPoints => "has a ring with fewer than three different corners",
        _ => "has an outline that crosses itself",
    };
}
