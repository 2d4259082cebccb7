namespace Proviso.Regions;

/// <summary>Looks for the edge nearest to a point.</summary>
internal sealed class NearestEdge(GeoPoint point, double limit)
{
    /// <summary>Degrees. On a stretch no longer than this an edge is so nearly straight that its distance from a point has one minimum.</summary>
    private const double Short = 0.5;

    private readonly double latitude = point.LatitudeDegrees;
    private readonly double longitude = point.LongitudeDegrees;
    private readonly (double X, double Y, double Z) here = Geodesic.Rectangular(point.LatitudeDegrees, point.LongitudeDegrees);

    /// <summary>The least distance found, metres; the limit while nothing is found within it.</summary>
    public double Best { get; private set; } = limit;

    /// <summary>Whether an edge was found within the limit.</summary>
    public bool Found { get; private set; }

    /// <summary>Looks along a line of edges.</summary>
    public void Look(GeoPoint[] corners)
    {
        var from = Corner.Of(corners[0].LatitudeDegrees, corners[0].LongitudeDegrees, here);
        for (var i = 1; i < corners.Length; i++)
        {
            var to = Corner.Of(corners[i].LatitudeDegrees, corners[i].LongitudeDegrees, here);
            Look(from, to);
            from = to;
        }
    }

    private void Look(Corner from, Corner to)
    {
        var along = LongestWay(from, to);

        // Any point of the edge is at most `along` from both ends taken together, and no surface way is shorter than the straight one.
        if ((from.Straight + to.Straight - along) / 2 > Best)
        {
            return;
        }

        if (Math.Max(Math.Abs(from.Latitude - to.Latitude), Math.Abs(from.Longitude - to.Longitude)) > Short)
        {
            var middle = Corner.Of((from.Latitude + to.Latitude) / 2, (from.Longitude + to.Longitude) / 2, here);
            var (first, second) = from.Straight < to.Straight ? (from, to) : (to, from);
            Look(first, middle);
            Look(middle, second);
            return;
        }

        Take(Least(from, to, along));
    }

    private void Take(double metres)
    {
        if (metres <= Best)
        {
            (Best, Found) = (metres, true);
        }
    }

    /// <summary>The least distance along a short stretch, by golden section: the place within a centimetre, the distance far closer.</summary>
    private double Least(Corner from, Corner to, double along)
    {
        const double golden = 0.6180339887498949;
        var (low, high) = (0.0, 1.0);
        var (a, b) = (1 - golden, golden);
        var (atA, atB) = (At(a), At(b));
        while ((high - low) * along > 0.01)
        {
            if (atA < atB)
            {
                (high, b, atB) = (b, a, atA);
                a = high - (golden * (high - low));
                atA = At(a);
            }
            else
            {
                (low, a, atA) = (a, b, atB);
                b = low + (golden * (high - low));
                atB = At(b);
            }
        }

        return Math.Min(Math.Min(At(0), At(1)), Math.Min(atA, atB));

        double At(double share) => Geodesic.Metres(
            latitude,
            longitude,
            from.Latitude + (share * (to.Latitude - from.Latitude)),
            from.Longitude + (share * (to.Longitude - from.Longitude)));
    }

    /// <summary>No edge between the two is longer than this, in metres.</summary>
    private static double LongestWay(Corner from, Corner to)
    {
        var nearestEquator = from.Latitude * to.Latitude <= 0 ? 0 : Math.Min(Math.Abs(from.Latitude), Math.Abs(to.Latitude));
        return (111_700 * Math.Abs(from.Latitude - to.Latitude))
            + (111_700 * Math.Cos(nearestEquator * Math.PI / 180) * Math.Abs(from.Longitude - to.Longitude));
    }

    /// <summary>An end of an edge, in degrees, and its distance from the point through the earth, in metres.</summary>
    private readonly record struct Corner(double Latitude, double Longitude, double Straight)
    {
        public static Corner Of(double latitude, double longitude, (double X, double Y, double Z) from)
        {
            var (x, y, z) = Geodesic.Rectangular(latitude, longitude);
            return new(latitude, longitude, Math.Sqrt(Square(x - from.X) + Square(y - from.Y) + Square(z - from.Z)));
        }

        private static double Square(double length) => length * length;
    }
}
