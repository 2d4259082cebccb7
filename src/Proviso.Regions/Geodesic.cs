namespace Proviso.Regions;

/// <summary>Distances on the WGS 84 ellipsoid.</summary>
internal static class Geodesic
{
    /// <summary>Equatorial radius, metres.</summary>
    private const double A = 6_378_137;

    /// <summary>Flattening.</summary>
    private const double F = 1 / 298.257223563;

    /// <summary>Polar radius, metres.</summary>
    private const double B = A * (1 - F);

    private const double Radian = Math.PI / 180;

    /// <summary>Length of the shortest line between two points, in metres; right to a millimetre. For nearly opposite points of the earth, where
    /// the method does not settle, the length on a sphere, within 0.6 %.</summary>
    /// <remarks>T. Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid with application of nested equations", Survey Review 23
    /// (1975), the inverse formula; equation numbers as there. Tests hold it against a table made with GeographicLib's GeodSolve.</remarks>
    public static double Metres(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        var along = (longitude2 - longitude1) * Radian;
        var (sinU1, cosU1) = Reduced(latitude1);
        var (sinU2, cosU2) = Reduced(latitude2);
        var lambda = along;
        for (var round = 0; round < 100; round++)
        {
            var (sinLambda, cosLambda) = Math.SinCos(lambda);
            var across = cosU2 * sinLambda;
            var up = (cosU1 * sinU2) - (sinU1 * cosU2 * cosLambda);
            var sinSigma = Math.Sqrt((across * across) + (up * up));
            if (sinSigma == 0)
            {
                return 0;
            }

            var cosSigma = (sinU1 * sinU2) + (cosU1 * cosU2 * cosLambda);
            var sigma = Math.Atan2(sinSigma, cosSigma);
            var sinAlpha = cosU1 * cosU2 * sinLambda / sinSigma;
            var cosSqAlpha = 1 - (sinAlpha * sinAlpha);
            var cos2SigmaM = cosSqAlpha > 1e-15 ? cosSigma - (2 * sinU1 * sinU2 / cosSqAlpha) : 0;
            var c = F / 16 * cosSqAlpha * (4 + (F * (4 - (3 * cosSqAlpha))));
            var next = along + ((1 - c) * F * sinAlpha
                * (sigma + (c * sinSigma * (cos2SigmaM + (c * cosSigma * (-1 + (2 * cos2SigmaM * cos2SigmaM)))))));
            if (Math.Abs(next) > Math.PI && Math.Abs(along) <= Math.PI)
            {
                break;
            }

            if (Math.Abs(next - lambda) < 1e-13)
            {
                return Length(sigma, sinSigma, cosSigma, cosSqAlpha, cos2SigmaM);
            }

            lambda = next;
        }

        return OnSphere(latitude1, latitude2, along);
    }

    /// <summary>The point in rectangular coordinates from the earth's centre, metres. A straight line between two such points is never longer
    /// than the way on the surface.</summary>
    public static (double X, double Y, double Z) Rectangular(double latitude, double longitude)
    {
        const double eccentricitySquared = F * (2 - F);
        var (sinLatitude, cosLatitude) = Math.SinCos(latitude * Radian);
        var (sinLongitude, cosLongitude) = Math.SinCos(longitude * Radian);
        var normal = A / Math.Sqrt(1 - (eccentricitySquared * sinLatitude * sinLatitude));
        return (normal * cosLatitude * cosLongitude, normal * cosLatitude * sinLongitude, normal * (1 - eccentricitySquared) * sinLatitude);
    }

    private static (double Sin, double Cos) Reduced(double latitude)
    {
        // Exactly at a pole the tangent would be huge but finite, and the cosine not quite zero.
        if (Math.Abs(latitude) == 90)
        {
            return (Math.Sign(latitude), 0);
        }

        var tangent = (1 - F) * Math.Tan(latitude * Radian);
        var cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
        return (tangent * cosine, cosine);
    }

    private static double Length(double sigma, double sinSigma, double cosSigma, double cosSqAlpha, double cos2SigmaM)
    {
        var uSq = cosSqAlpha * ((A * A) - (B * B)) / (B * B);
        var a = 1 + (uSq / 16384 * (4096 + (uSq * (-768 + (uSq * (320 - (175 * uSq)))))));
        var b = uSq / 1024 * (256 + (uSq * (-128 + (uSq * (74 - (47 * uSq))))));
        var squared = cos2SigmaM * cos2SigmaM;
        var deltaSigma = b * sinSigma * (cos2SigmaM + (b / 4 * ((cosSigma * (-1 + (2 * squared)))
            - (b / 6 * cos2SigmaM * (-3 + (4 * sinSigma * sinSigma)) * (-3 + (4 * squared))))));
        return B * a * (sigma - deltaSigma);
    }

    private static double OnSphere(double latitude1, double latitude2, double along)
    {
        const double meanRadius = 6_371_008.8;
        var half = Math.Sin((latitude2 - latitude1) * Radian / 2);
        var halfAlong = Math.Sin(along / 2);
        var h = (half * half) + (Math.Cos(latitude1 * Radian) * Math.Cos(latitude2 * Radian) * halfAlong * halfAlong);
        return 2 * meanRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
