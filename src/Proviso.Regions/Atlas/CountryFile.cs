using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Proviso.Regions.Atlas;

/// <summary>A country as the atlas draws it.</summary>
/// <param name="Id">Its name in the language: lower-case Latin letters and hyphens.</param>
/// <param name="Name">Its name in the data, sometimes shortened there.</param>
/// <param name="Number">ISO 3166 numeric code, or null where the data has none. Two areas may share one.</param>
public sealed record Country(string Id, string Name, string? Number, Outline Outline);

/// <summary>The form in which a country is kept: lines of text, each outline as steps between corners in ten-thousandths of a degree.</summary>
/// <remarks>
/// <code>
/// country denmark
/// name Denmark
/// number 208
/// piece
/// ring 125000 556000 12 -7 3 15      longitude and latitude of the first corner, then the step to each next one
/// </code>
/// <c>number</c> may be missing. A <c>piece</c> has one or more <c>ring</c> lines. Lines end in a line feed. It is ours, made by the program in
/// tools/Proviso.Atlas and read back here only, so that anything else in it is a bug.
/// </remarks>
public static class CountryFile
{
    /// <summary>Units of <see cref="GeoPoint"/> in a unit of the file.</summary>
    public const int Unit = GeoPoint.PerDegree / 10_000;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static Country Read(ReadOnlySpan<byte> text)
    {
        string? id = null, name = null, number = null;
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        var rings = ImmutableArray.CreateBuilder<ImmutableArray<GeoPoint>>();
        foreach (var range in text.Split((byte)'\n'))
        {
            var line = text[range];
            if (line.StartsWith("ring "u8))
            {
                rings.Add(Ring(line["ring "u8.Length..]));
            }
            else if (line.SequenceEqual("piece"u8))
            {
                Finish();
            }
            else if (line.StartsWith("country "u8))
            {
                id = Encoding.UTF8.GetString(line["country "u8.Length..]);
            }
            else if (line.StartsWith("name "u8))
            {
                name = Encoding.UTF8.GetString(line["name "u8.Length..]);
            }
            else if (line.StartsWith("number "u8))
            {
                number = Encoding.UTF8.GetString(line["number "u8.Length..]);
            }
            else if (!line.IsEmpty)
            {
                throw new FormatException($"A country file cannot hold the line `{Encoding.UTF8.GetString(line)}`.");
            }
        }

        Finish();
        return new(id ?? throw Missing("country"), name ?? throw Missing("name"), number, Outline.Of(pieces.DrainToImmutable()));

        void Finish()
        {
            if (rings.Count > 0)
            {
                pieces.Add(new(rings.DrainToImmutable()));
            }
        }

        static FormatException Missing(string line) => new($"A country file needs the line `{line}`.");
    }

    /// <summary>Writes a country. Requires every corner to lie on the file's grid.</summary>
    public static string Write(Country country)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"country {country.Id}\nname {country.Name}\n");
        if (country.Number is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"number {country.Number}\n");
        }

        foreach (var piece in country.Outline.Pieces)
        {
            text.Append("piece\n");
            foreach (var ring in piece.Rings)
            {
                text.Append("ring");
                var (latitude, longitude) = (0, 0);
                foreach (var corner in ring)
                {
                    text.Append(CultureInfo.InvariantCulture, $" {(corner.Longitude / Unit) - longitude} {(corner.Latitude / Unit) - latitude}");
                    (latitude, longitude) = (corner.Latitude / Unit, corner.Longitude / Unit);
                }

                text.Append('\n');
            }
        }

        return text.ToString();
    }

    private static ImmutableArray<GeoPoint> Ring(ReadOnlySpan<byte> steps)
    {
        var corners = ImmutableArray.CreateBuilder<GeoPoint>();
        var (latitude, longitude) = (0, 0);
        while (!steps.IsEmpty)
        {
            longitude += Next(ref steps);
            latitude += Next(ref steps);
            corners.Add(new(latitude * Unit, longitude * Unit));
        }

        return corners.Count >= 3 ? corners.DrainToImmutable() : throw new FormatException("A ring needs three corners.");
    }

    private static int Next(ref ReadOnlySpan<byte> steps)
    {
        if (!Utf8Parser.TryParse(steps, out int value, out var read))
        {
            throw new FormatException("A ring is made of whole numbers, two for each corner.");
        }

        steps = steps[read..].TrimStart((byte)' ');
        return value;
    }
}
