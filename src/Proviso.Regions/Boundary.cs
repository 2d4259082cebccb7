namespace Proviso.Regions;

/// <summary>The edges of an outline, in short runs, each with the box around it, so that a search for the nearest passes over most of them.</summary>
internal sealed class Boundary
{
    /// <summary>Edges in a run.</summary>
    private const int RunLength = 48;

    private readonly Run[] runs;

    private Boundary(Run[] runs) => this.runs = runs;

    /// <param name="mayShare">Whether pieces may have edges in common, which takes some time to see.</param>
    public static Boundary Of(IReadOnlyCollection<Piece> pieces, bool mayShare)
    {
        var runs = new List<Run>();
        var inner = mayShare ? SharedEdges.Of(pieces) : new SharedEdges();
        var seam = new Seam();
        foreach (var ring in pieces.SelectMany(piece => piece.Rings))
        {
            var current = new List<GeoPoint>(RunLength + 1);
            var from = ring[^1];
            foreach (var to in ring)
            {
                if (seam.Takes(from, to) || inner.Contains(from, to))
                {
                    Finish(current);
                }
                else
                {
                    if (current.Count == 0)
                    {
                        current.Add(from);
                    }

                    current.Add(to);
                    if (current.Count > RunLength)
                    {
                        Finish(current);
                    }
                }

                from = to;
            }

            Finish(current);
        }

        foreach (var (south, north) in seam.Unmatched())
        {
            runs.Add(new Run([new(south, GeoPoint.Antimeridian), new(north, GeoPoint.Antimeridian)]));
        }

        return new([.. runs]);

        void Finish(List<GeoPoint> current)
        {
            if (current.Count > 1)
            {
                runs.Add(new Run([.. current]));
            }

            current.Clear();
        }
    }

    /// <summary>Distance from the point to the nearest edge, or null when it is beyond the limit.</summary>
    public double? MetresFrom(GeoPoint point, double limit)
    {
        var near = new List<(double AtLeast, Run Run)>();
        foreach (var run in runs)
        {
            var atLeast = run.AtLeast(point);
            if (atLeast <= limit)
            {
                near.Add((atLeast, run));
            }
        }

        near.Sort((a, b) => a.AtLeast.CompareTo(b.AtLeast));
        var search = new NearestEdge(point, limit);
        foreach (var (atLeast, run) in near)
        {
            if (atLeast > search.Best)
            {
                break;
            }

            search.Look(run.Corners);
        }

        return search.Found ? search.Best : null;
    }

    /// <summary>A line of edges and the box around it.</summary>
    private sealed class Run
    {
        private const double Radian = Math.PI / 180;

        /// <summary>Less than any radius of curvature of the ellipsoid by a hundredth, metres: bounds made with it are never too great.</summary>
        private const double SmallRadius = 6_270_000;

        private readonly double south;
        private readonly double north;
        private readonly double west;
        private readonly double east;

        public Run(GeoPoint[] corners)
        {
            Corners = corners;
            south = corners.Min(corner => corner.LatitudeDegrees);
            north = corners.Max(corner => corner.LatitudeDegrees);
            west = corners.Min(corner => corner.LongitudeDegrees);
            east = corners.Max(corner => corner.LongitudeDegrees);
        }

        public GeoPoint[] Corners { get; }

        /// <summary>A bound on the distance to any point of the box, from below, in metres.</summary>
        public double AtLeast(GeoPoint point)
        {
            var (latitude, longitude) = (point.LatitudeDegrees, point.LongitudeDegrees);
            var upOrDown = Math.Max(0, Math.Max(south - latitude, latitude - north)) * Radian;
            var aside = Math.Max(0, Math.Max(west - longitude, longitude - east));
            if (aside > 0)
            {
                aside = Math.Min(aside, Math.Min(Around(west - longitude), Around(longitude - east)));
            }

            // To the meridian at that side; beyond 90 degrees the way there is shortest across the pole.
            var toMeridian = aside >= 90
                ? (90 - Math.Abs(latitude)) * Radian
                : Math.Asin(Math.Min(1, Math.Cos(latitude * Radian) * Math.Sin(aside * Radian)));
            return SmallRadius * Math.Max(upOrDown, toMeridian);

            static double Around(double degrees) => degrees < 0 ? degrees + 360 : degrees;
        }
    }

    /// <summary>Edges that two rings have in common: inside the area, not on its outline.</summary>
    private sealed class SharedEdges
    {
        private readonly HashSet<(GeoPoint, GeoPoint)> shared = [];

        public static SharedEdges Of(IReadOnlyCollection<Piece> pieces)
        {
            var result = new SharedEdges();
            var once = new HashSet<(GeoPoint, GeoPoint)>();
            foreach (var ring in pieces.SelectMany(piece => piece.Rings))
            {
                var from = ring[^1];
                foreach (var to in ring)
                {
                    if (!once.Add(Undirected(from, to)))
                    {
                        result.shared.Add(Undirected(from, to));
                    }

                    from = to;
                }
            }

            return result;
        }

        public bool Contains(GeoPoint from, GeoPoint to) => shared.Count > 0 && shared.Contains(Undirected(from, to));

        private static (GeoPoint, GeoPoint) Undirected(GeoPoint a, GeoPoint b) =>
            a.Latitude < b.Latitude || (a.Latitude == b.Latitude && a.Longitude < b.Longitude) ? (a, b) : (b, a);
    }

    /// <summary>Edges along the 180th meridian and the poles: cuts, apart from stretches of the meridian with area on one side only.</summary>
    private sealed class Seam
    {
        private readonly SortedDictionary<int, int> east = [];
        private readonly SortedDictionary<int, int> west = [];

        /// <summary>True when the edge lies there, so that it is no outline by itself.</summary>
        public bool Takes(GeoPoint from, GeoPoint to)
        {
            if (Math.Abs(from.Latitude) == GeoPoint.Pole && from.Latitude == to.Latitude)
            {
                return true;
            }

            if (from.Longitude != to.Longitude || Math.Abs(from.Longitude) != GeoPoint.Antimeridian)
            {
                return false;
            }

            var side = from.Longitude > 0 ? east : west;
            var (south, north) = (Math.Min(from.Latitude, to.Latitude), Math.Max(from.Latitude, to.Latitude));
            side[south] = side.GetValueOrDefault(south) + 1;
            side[north] = side.GetValueOrDefault(north) - 1;
            return true;
        }

        /// <summary>The stretches where an odd number of edges lie, counted over both sides.</summary>
        public IEnumerable<(int South, int North)> Unmatched()
        {
            var (onEast, onWest) = (0, 0);
            var previous = 0;
            foreach (var latitude in east.Keys.Union(west.Keys).Order())
            {
                if ((onEast + onWest) % 2 != 0)
                {
                    yield return (previous, latitude);
                }

                onEast += east.GetValueOrDefault(latitude);
                onWest += west.GetValueOrDefault(latitude);
                previous = latitude;
            }
        }
    }
}
