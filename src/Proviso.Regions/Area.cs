using System.Collections.Immutable;

namespace Proviso.Regions;

/// <summary>Where a point is as to an area.</summary>
public enum Side
{
    /// <summary>Outside, farther from the outline than the margin.</summary>
    Outside,

    /// <summary>Inside, farther from the outline than the margin.</summary>
    Inside,

    /// <summary>No farther from the outline than the margin: the outline is not drawn finely enough to tell.</summary>
    CannotTell,
}

/// <summary>An area with outlines that hold within a margin.</summary>
public abstract record Area
{
    /// <summary>On which side of it a point is. A certain answer holds wherever the true outline runs within the margin.</summary>
    public abstract Side SideOf(GeoPoint point);

    /// <summary>Distance in metres from a point to the nearest outline the area is made from, or null when none is drawn.</summary>
    public abstract double? MetresFrom(GeoPoint point);

    /// <summary>The one outline that leaves it open on which side of the area a point is, which is then on the same side of both; null when there
    /// is no such one.</summary>
    internal virtual Drawn? Deciding(GeoPoint point) => null;
}

/// <summary>The inside of one outline.</summary>
/// <param name="Margin">Metres, at least 0: how far the true outline may run from the drawn one.</param>
public sealed record Drawn(Outline Outline, double Margin) : Area
{
    /// <inheritdoc/>
    public override Side SideOf(GeoPoint point) =>
        Outline.MetresFrom(point, Margin) is not null ? Side.CannotTell
        : Outline.Contains(point) ? Side.Inside
        : Side.Outside;

    /// <inheritdoc/>
    public override double? MetresFrom(GeoPoint point) => Outline.MetresFrom(point);

    internal override Drawn Deciding(GeoPoint point) => this;
}

/// <summary>What lies in any of the parts. A border between two drawn parts that do not overlap is inside.</summary>
public sealed record AnyOf(ImmutableArray<Area> Parts) : Area
{
    /// <inheritdoc/>
    public override Side SideOf(GeoPoint point)
    {
        var near = new List<Area>();
        foreach (var part in Parts)
        {
            switch (part.SideOf(point))
            {
                case Side.Inside:
                    return Side.Inside;
                case Side.CannotTell:
                    near.Add(part);
                    break;
            }
        }

        var drawn = near.Select(part => part.Deciding(point)).OfType<Drawn>().ToList();
        if (near.Count > 1 && drawn.Count == near.Count)
        {
            // A piece that several parts have in common counts once. Where parts overlap in another way, an odd count is missed, never made up.
            var together = Outline.Together([.. drawn.SelectMany(part => part.Outline.Pieces).Distinct()]);
            if (new Drawn(together, drawn.Max(part => part.Margin)).SideOf(point) == Side.Inside)
            {
                return Side.Inside;
            }
        }

        return near.Count > 0 ? Side.CannotTell : Side.Outside;
    }

    /// <inheritdoc/>
    public override double? MetresFrom(GeoPoint point) => Parts.Min(part => part.MetresFrom(point));
}

/// <summary>What lies in both.</summary>
public sealed record Both(Area First, Area Second) : Area
{
    /// <inheritdoc/>
    public override Side SideOf(GeoPoint point) => (First.SideOf(point), Second.SideOf(point)) switch
    {
        (Side.Outside, _) or (_, Side.Outside) => Side.Outside,
        (Side.Inside, Side.Inside) => Side.Inside,
        _ => Side.CannotTell,
    };

    /// <inheritdoc/>
    public override double? MetresFrom(GeoPoint point) => Nearer(First.MetresFrom(point), Second.MetresFrom(point));

    internal override Drawn? Deciding(GeoPoint point) =>
        Second.SideOf(point) == Side.Inside ? First.Deciding(point) : First.SideOf(point) == Side.Inside ? Second.Deciding(point) : null;

    internal static double? Nearer(double? a, double? b) => a is null || b < a ? b : a;
}

/// <summary>What lies in the one and not in the other.</summary>
public sealed record Without(Area Whole, Area Left) : Area
{
    /// <summary>The one without the other. Where whole pieces of an outline are left out, what remains is drawn by the others.</summary>
    public static Area Of(Area whole, Area left) =>
        whole is Drawn drawn && left is Drawn pieces && pieces.Outline.Pieces.All(drawn.Outline.Pieces.Contains)
            ? new Drawn(Outline.Of([.. drawn.Outline.Pieces.Except(pieces.Outline.Pieces)]), drawn.Margin)
            : new Without(whole, left);

    /// <inheritdoc/>
    public override Side SideOf(GeoPoint point) => (Whole.SideOf(point), Left.SideOf(point)) switch
    {
        (Side.Outside, _) or (_, Side.Inside) => Side.Outside,
        (Side.Inside, Side.Outside) => Side.Inside,
        _ => Side.CannotTell,
    };

    /// <inheritdoc/>
    public override double? MetresFrom(GeoPoint point) => Both.Nearer(Whole.MetresFrom(point), Left.MetresFrom(point));

    internal override Drawn? Deciding(GeoPoint point) => Left.SideOf(point) == Side.Outside ? Whole.Deciding(point) : null;
}
