namespace Proviso.Regions.Mapping;

/// <summary>The Equal Earth projection: areas keep their proportions, parallels are straight.</summary>
/// <remarks>B. Šavrič, T. Patterson and B. Jenny, "The Equal Earth map projection", International Journal of Geographical Information Science 33 (2019),
/// published online in 2018; equations 1 to 3 and the table of coefficients, on a sphere of radius 1. Sine and arc sine are computed here, since those of
/// the platform may differ in the last digit from machine to machine.</remarks>
public static class EqualEarth
{
    private const double A1 = 1.340264;
    private const double A2 = -0.081106;
    private const double A3 = 0.000893;
    private const double A4 = 0.003796;

    private static readonly double root3 = Math.Sqrt(3);

    /// <summary>Half the length of the equator.</summary>
    public static double HalfWidth { get; } = Of(0, 180).X;

    /// <summary>The distance from the equator to a pole.</summary>
    public static double HalfHeight { get; } = Of(90, 0).Y;

    /// <summary>Where a point falls: x to the east, y to the north.</summary>
    /// <param name="latitude">Degrees, from -90 to 90.</param>
    /// <param name="longitude">Degrees east of the middle of the map, from -180 to 180.</param>
    public static (double X, double Y) Of(double latitude, double longitude)
    {
        var theta = ArcSine(root3 / 2 * Sine(latitude * (Math.PI / 180)));
        var sine = Sine(theta);
        var cosine = Math.Sqrt(1 - (sine * sine));
        var squared = theta * theta;
        var sixth = squared * squared * squared;
        var lengthening = A1 + (3 * A2 * squared) + (sixth * ((7 * A3) + (9 * A4 * squared)));
        return (
            2 * root3 * (longitude * (Math.PI / 180)) * cosine / (3 * lengthening),
            theta * (A1 + (A2 * squared) + (sixth * (A3 + (A4 * squared)))));
    }

    /// <summary>Sine by its power series. Requires <c>-π/2 &lt;= x &lt;= π/2</c>, where eleven terms leave less than 1e-15.</summary>
    private static double Sine(double x)
    {
        var (sum, term) = (x, x);
        for (var n = 1; n <= 11; n++)
        {
            term *= -(x * x) / (2 * n * ((2 * n) + 1));
            sum += term;
        }

        return sum;
    }

    /// <summary>The angle whose sine it is, by Newton's method. Requires <c>-0.9 &lt;= sine &lt;= 0.9</c>.</summary>
    private static double ArcSine(double sine)
    {
        var angle = sine;
        for (var round = 0; round < 8; round++)
        {
            var now = Sine(angle);
            angle += (sine - now) / Math.Sqrt(1 - (now * now));
        }

        return angle;
    }
}
