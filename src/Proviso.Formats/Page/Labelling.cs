using System.Collections.Immutable;
using System.Globalization;
using Proviso.Regions.Mapping;

namespace Proviso.Formats.Page;

/// <summary>Puts names on a map so that none lies on another: each at the first free spot around its point, near ones first, with a line to it where
/// it had to move away.</summary>
/// <param name="size">The height of the letters, in units of the sheet.</param>
internal sealed class Labelling(Box crop, double size)
{
    private static readonly ImmutableArray<(double X, double Y)> around =
        [(1, 0), (-1, 0), (0.8, -0.8), (0.8, 0.8), (-0.8, -0.8), (-0.8, 0.8), (0, -1), (0, 1)];

    private readonly List<(double X, double Y, double Width, double Height)> taken = [];
    private readonly List<(string Text, double X, double Y, double Width, (int X, int Y)? To, bool IsArea)> placed = [];
    private readonly List<(int X, int Y)> points = [];

    /// <summary>The name of an area, at a point in it.</summary>
    public void Name(string text, (int X, int Y) at)
    {
        var width = Width(text) * 1.25;
        foreach (var row in new[] { 0, 1, -1, 2, -2, 3, -3, 4, -4 })
        {
            var box = Clamped(at.X - (width / 2), at.Y - (size / 2) + (row * size * 1.2), width);
            if (Free(box))
            {
                taken.Add(box);
                placed.Add((text, box.X, box.Y, width, null, true));
                return;
            }
        }
    }

    /// <summary>Points and their names.</summary>
    public void Points(ImmutableArray<(string Text, (int X, int Y) At)> named)
    {
        points.AddRange(named.Select(one => one.At));
        foreach (var (_, at) in named)
        {
            taken.Add((at.X - (size * 0.4), at.Y - (size * 0.4), size * 0.8, size * 0.8));
        }

        foreach (var (text, at) in named.OrderBy(one => one.At.X).ThenBy(one => one.At.Y))
        {
            var width = Width(text);
            var spots = from away in new[] { 0.7, 1.6, 2.6, 3.8, 5.2, 7 }
                        from way in around
                        let x = at.X + (way.X * away * size) + (way.X > 0 ? 0 : way.X < 0 ? -width : -width / 2)
                        let y = at.Y + (way.Y * away * size) - (size / 2)
                        let box = Clamped(x, y, width)
                        where Free(box)
                        select (Box: box, Away: away);
            var (best, far) = spots.FirstOrDefault((Clamped(at.X + size, at.Y - (size / 2), width), 0.7));
            taken.Add(best);
            placed.Add((text, best.X, best.Y, width, far > 0.7 ? at : null, false));
        }
    }

    /// <summary>Writes the points, the lines and the names.</summary>
    /// <param name="unit">Units of the sheet in a pixel.</param>
    public void Write(Markup page, double unit)
    {
        foreach (var label in placed)
        {
            if (label.To is { } to)
            {
                var x = Math.Clamp(to.X, label.X, label.X + label.Width);
                page.Shape("path", ("class", "leader"), ("d", string.Create(CultureInfo.InvariantCulture, $"M{to.X} {to.Y}L{x:0} {label.Y + (to.Y > label.Y ? size : 0):0}")));
            }
        }

        foreach (var (x, y) in points)
        {
            page.Shape("circle", ("class", "site"), ("cx", Number(x)), ("cy", Number(y)), ("r", Number(3.5 * unit)));
        }

        foreach (var label in placed)
        {
            page.Element("text", label.Text, ("class", label.IsArea ? "name area-name" : "name"), ("font-size", Number(label.IsArea ? size * 1.1 : size)),
                ("x", Number(label.X)), ("y", Number(label.Y + (size * 0.82))));
        }
    }

    private double Width(string text) => text.EnumerateRunes().Sum(rune => rune.Value < 0x2E80 ? 0.57 : 1.05) * size;

    private (double X, double Y, double Width, double Height) Clamped(double x, double y, double width) => (
        Math.Clamp(x, crop.X + (size / 2), Math.Max(crop.X + (size / 2), crop.X + crop.Width - width - (size / 2))),
        Math.Clamp(y, crop.Y + (size / 2), crop.Y + crop.Height - (size * 1.5)),
        width,
        size);

    private bool Free((double X, double Y, double Width, double Height) box) => !taken.Any(other =>
        box.X < other.X + other.Width + (size * 0.2) && other.X < box.X + box.Width + (size * 0.2)
        && box.Y < other.Y + other.Height + (size * 0.15) && other.Y < box.Y + box.Height + (size * 0.15));

    private static string Number(double number) => string.Create(CultureInfo.InvariantCulture, $"{number:0.#}");
}
