using System.Globalization;
using System.Text;

namespace Proviso.Regions.Mapping;

/// <summary>Writes rings as the path data of SVG, as short as they get: steps between corners.</summary>
internal static class Paths
{
    /// <summary>Closed rings; corners that fall together are one.</summary>
    public static string Of(IEnumerable<IReadOnlyList<Spot>> rings)
    {
        var text = new StringBuilder();
        foreach (var ring in rings)
        {
            Line(text, ring);
            text.Append('z');
        }

        return text.ToString();
    }

    /// <summary>Open lines.</summary>
    public static string OfLines(IEnumerable<IReadOnlyList<Spot>> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            Line(text, line);
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, IReadOnlyList<Spot> line)
    {
        text.Append(CultureInfo.InvariantCulture, $"M{line[0].X} {line[0].Y}");
        var at = line[0];
        var first = true;
        foreach (var next in line.Skip(1))
        {
            var (x, y) = (next.X - at.X, next.Y - at.Y);
            if (x != 0 || y != 0)
            {
                text.Append(first ? "l" : x < 0 ? "" : " ").Append(CultureInfo.InvariantCulture, $"{x}").Append(y < 0 ? "" : " ").Append(CultureInfo.InvariantCulture, $"{y}");
                (at, first) = (next, false);
            }
        }
    }
}
