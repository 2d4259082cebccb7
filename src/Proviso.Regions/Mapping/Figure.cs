using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Proviso.Regions.Mapping;

/// <summary>A rectangle of the sheet, in its units. The right and the lower edge do not belong to it.</summary>
public readonly record struct Box(int X, int Y, int Width, int Height)
{
    /// <summary>The smallest box around both.</summary>
    public Box With(Box other)
    {
        var (x, y) = (Math.Min(X, other.X), Math.Min(Y, other.Y));
        return new(x, y, Math.Max(X + Width, other.X + other.Width) - x, Math.Max(Y + Height, other.Y + other.Height) - y);
    }
}

/// <summary>An area drawn on the sheet. Immutable.</summary>
/// <remarks>It is for the eye: coarse, and rounded to whole units of the sheet. What lies where is never read from it.</remarks>
public sealed class Figure
{
    private static readonly GeometryFactory factory = new(new PrecisionModel(1));
    private readonly Geometry shape;

    private Figure(Geometry shape) => this.shape = shape;

    /// <summary>Nothing at all.</summary>
    public static Figure Empty { get; } = new(factory.CreateMultiPolygon());

    /// <summary>True when nothing of it is left on the sheet.</summary>
    public bool IsEmpty => shape.IsEmpty;

    /// <summary>Its area, in square units.</summary>
    public double Area => shape.Area;

    /// <summary>The box around it. Requires that it is not empty.</summary>
    public Box Box
    {
        get
        {
            var around = shape.EnvelopeInternal;
            return new((int)around.MinX, (int)around.MinY, (int)around.Width, (int)around.Height);
        }
    }

    /// <summary>A point inside it, far from its edge. Requires that it is not empty.</summary>
    public (int X, int Y) Inside
    {
        get
        {
            var largest = Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).MaxBy(part => part.Area)!;
            var point = largest.InteriorPoint;
            return ((int)point.X, (int)point.Y);
        }
    }

    /// <summary>Path data of SVG, to be filled by the rule "evenodd".</summary>
    public string Path => Paths.Of(Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).OfType<Polygon>()
        .SelectMany(polygon => polygon.Holes.Prepend(polygon.Shell))
        .Select(ring => ring.Coordinates[..^1].Select(corner => new Spot((int)corner.X, (int)corner.Y)).ToList()));

    /// <summary>What lies in both.</summary>
    public Figure Within(Figure other) => Joined(other, SpatialFunction.Intersection);

    /// <summary>What of it lies in a box.</summary>
    public Figure Within(Box box) => new(Collected([OverlayNG.Overlay(shape, factory.ToGeometry(new Envelope(box.X, box.X + box.Width, box.Y, box.Y + box.Height)), SpatialFunction.Intersection, factory.PrecisionModel)]));

    /// <summary>What lies in this and not in the other.</summary>
    public Figure Without(Figure other) => Joined(other, SpatialFunction.Difference);

    /// <summary>What lies in either.</summary>
    public Figure With(Figure other) => Joined(other, SpatialFunction.Union);

    /// <summary>The figure of pieces, each a set of rings of which any may be a hole. Coarse lines may cross a little; what comes out is sound.</summary>
    internal static Figure Of(IEnumerable<ImmutableArray<ImmutableArray<Spot>>> pieces)
    {
        var all = Collected(pieces.Select(rings => rings.Select(Polygon).Aggregate((Geometry)factory.CreateMultiPolygon(), Odd)));
        return new(all.IsEmpty ? all : Collected([UnaryUnionNG.Union(GeometryFixer.Fix(all), factory.PrecisionModel)]));
    }

    private static Geometry Polygon(ImmutableArray<Spot> ring) =>
        GeometryFixer.Fix(factory.CreatePolygon([.. ring.Append(ring[0]).Select(spot => new Coordinate(spot.X, spot.Y))]));

    private static Geometry Odd(Geometry one, Geometry other) =>
        one.IsEmpty ? other : OverlayNG.Overlay(one, other, SpatialFunction.SymDifference, factory.PrecisionModel);

    private Figure Joined(Figure other, SpatialFunction how) => new(Collected([OverlayNG.Overlay(shape, other.shape, how, factory.PrecisionModel)]));

    /// <summary>The polygons alone, in the order of their places: lines and points that an overlay leaves are nothing to fill.</summary>
    private static MultiPolygon Collected(IEnumerable<Geometry> shapes) => factory.CreateMultiPolygon(
        [.. shapes.SelectMany(PolygonExtracter.GetPolygons).Cast<Polygon>().Where(polygon => !polygon.IsEmpty)]);
}
