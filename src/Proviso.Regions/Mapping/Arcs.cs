using System.Collections.Immutable;

namespace Proviso.Regions.Mapping;

/// <summary>A corner on the sheet: whole units, x to the right, y down.</summary>
internal readonly record struct Spot(int X, int Y);

/// <summary>Makes outlines coarser for a map: what two outlines have in common stays in common.</summary>
/// <remarks>D. H. Douglas and T. K. Peucker, "Algorithms for the reduction of the number of points required to represent a digitized line or its
/// caricature", The Canadian Cartographer 10 (1973), applied to the lines between the corners at which outlines part or meet. A line is always walked from
/// the same of its ends, so that both of its neighbours keep the same corners.</remarks>
/// <param name="tolerance">How far a corner may lie from the line that replaces it, in units of the sheet.</param>
internal sealed class Arcs(int tolerance)
{
    private readonly Dictionary<Spot, (Spot One, Spot Other)> neighbours = [];
    private readonly HashSet<Spot> junctions = [];

    /// <summary>Learns a ring, before any is made coarser.</summary>
    public void Learn(ImmutableArray<Spot> ring)
    {
        for (var at = 0; at < ring.Length; at++)
        {
            var (before, after) = (ring[(at + ring.Length - 1) % ring.Length], ring[(at + 1) % ring.Length]);
            var both = Compare(before, after) < 0 ? (before, after) : (after, before);
            if (!neighbours.TryAdd(ring[at], both) && neighbours[ring[at]] != both)
            {
                junctions.Add(ring[at]);
            }
        }
    }

    /// <summary>The ring with fewer corners; empty when fewer than three are left. Requires that it was learned.</summary>
    public ImmutableArray<Spot> Coarser(ImmutableArray<Spot> ring)
    {
        var stops = Enumerable.Range(0, ring.Length).Where(at => junctions.Contains(ring[at])).ToList();
        if (stops.Count < 2)
        {
            // A ring that hangs together with others at one corner at most: it is walked from there, or from its first corner in order.
            var start = stops.Count == 1 ? stops[0] : Enumerable.Range(0, ring.Length).Aggregate((best, at) => Compare(ring[at], ring[best]) < 0 ? at : best);
            var far = Enumerable.Range(0, ring.Length).Aggregate(
                start, (best, at) => (Squared(ring[start], ring[at]), Compare(ring[best], ring[at])) is var (away, order) && Squared(ring[start], ring[best]) is var most
                    && (away > most || (away == most && order > 0)) ? at : best);
            stops = start == far ? [] : [Math.Min(start, far), Math.Max(start, far)];
        }

        var kept = ImmutableArray.CreateBuilder<Spot>();
        for (var i = 0; i < stops.Count; i++)
        {
            var (from, to) = (stops[i], stops[(i + 1) % stops.Count]);
            var length = ((to - from + ring.Length) % ring.Length) + 1;
            kept.AddRange(Line([.. Enumerable.Range(from, length).Select(at => ring[at % ring.Length])])[..^1]);
        }

        return kept.Count < 3 ? [] : kept.ToImmutable();
    }

    private ImmutableArray<Spot> Line(ImmutableArray<Spot> line)
    {
        var ends = Compare(line[0], line[^1]);
        var turned = ends > 0 || (ends == 0 && Compare(line[1], line[^2]) > 0);
        var walked = turned ? [.. line.Reverse()] : line;
        var keep = new bool[walked.Length];
        keep[0] = keep[^1] = true;
        var open = new Stack<(int From, int To)>([(0, walked.Length - 1)]);
        while (open.TryPop(out var stretch))
        {
            var (most, at) = (0.0, -1);
            for (var i = stretch.From + 1; i < stretch.To; i++)
            {
                var away = FromLine(walked[i], walked[stretch.From], walked[stretch.To]);
                if (away > most)
                {
                    (most, at) = (away, i);
                }
            }

            if (most > (double)tolerance * tolerance)
            {
                keep[at] = true;
                open.Push((stretch.From, at));
                open.Push((at, stretch.To));
            }
        }

        ImmutableArray<Spot> left = [.. walked.Where((_, i) => keep[i])];
        return turned ? [.. left.Reverse()] : left;
    }

    /// <summary>The square of the distance of a point from a stretch of line.</summary>
    private static double FromLine(Spot point, Spot from, Spot to)
    {
        double dx = to.X - from.X, dy = to.Y - from.Y, px = point.X - from.X, py = point.Y - from.Y;
        var length = (dx * dx) + (dy * dy);
        var along = length == 0 ? 0 : Math.Clamp(((px * dx) + (py * dy)) / length, 0, 1);
        var (x, y) = (px - (along * dx), py - (along * dy));
        return (x * x) + (y * y);
    }

    private static long Squared(Spot a, Spot b) => ((a.X - (long)b.X) * (a.X - (long)b.X)) + ((a.Y - (long)b.Y) * (a.Y - (long)b.Y));

    private static int Compare(Spot a, Spot b) => a.X != b.X ? a.X.CompareTo(b.X) : a.Y.CompareTo(b.Y);
}
