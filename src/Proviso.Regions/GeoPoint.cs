using System.Globalization;

namespace Proviso.Regions;

/// <summary>A point on the WGS 84 ellipsoid, to a ten-millionth of a degree (about 1 cm).</summary>
/// <remarks>Equal when both numbers are. The zero value is the point 0° north, 0° east. At a pole the longitude means nothing, and 180° east is the
/// same meridian as 180° west: <see cref="Of"/> makes them equal.</remarks>
/// <param name="Latitude">Ten-millionths of a degree north of the equator: <c>-900,000,000 &lt;= Latitude &lt;= 900,000,000</c>.</param>
/// <param name="Longitude">Ten-millionths of a degree east of Greenwich: <c>-1,800,000,000 &lt;= Longitude &lt;= 1,800,000,000</c>.</param>
public readonly record struct GeoPoint(int Latitude, int Longitude)
{
    /// <summary>Units in a degree.</summary>
    public const int PerDegree = 10_000_000;

    internal const int Pole = 90 * PerDegree;

    internal const int Antimeridian = 180 * PerDegree;

    /// <summary>Degrees north.</summary>
    public double LatitudeDegrees => Latitude / (double)PerDegree;

    /// <summary>Degrees east.</summary>
    public double LongitudeDegrees => Longitude / (double)PerDegree;

    /// <summary>The point at a latitude and longitude in degrees, rounded to the nearest unit. Requires
    /// <c>-90 &lt;= latitude &lt;= 90</c> and <c>-180 &lt;= longitude &lt;= 180</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no point on the earth.</exception>
    public static GeoPoint Of(decimal latitude, decimal longitude)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(latitude), 90m, nameof(latitude));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(longitude), 180m, nameof(longitude));
        var (north, east) = ((int)Math.Round(latitude * PerDegree), (int)Math.Round(longitude * PerDegree));
        return new(north, Math.Abs(north) == Pole ? 0 : east == Antimeridian ? -Antimeridian : east);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Math.Abs(LatitudeDegrees)}° {(Latitude < 0 ? "S" : "N")}, {Math.Abs(LongitudeDegrees)}° {(Longitude < 0 ? "W" : "E")}");
}
