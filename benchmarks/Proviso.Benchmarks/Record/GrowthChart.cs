using System.Globalization;
using System.Text;

namespace Proviso.Benchmarks.Record;

/// <summary>One who answers, at each size.</summary>
/// <param name="Points">Reports and milliseconds, by size.</param>
internal sealed record GrowthLine(string Name, IReadOnlyList<(double Reports, double Milliseconds)> Points);

/// <summary>Draws how processor time grows with the number of reports, both on scales of powers of ten. The same picture for the same figures.</summary>
internal static class GrowthChart
{
    private const int Width = 760;
    private const int Height = 460;
    private const int Left = 90;
    private const int Right = 150;
    private const int Top = 56;
    private const int Bottom = 60;
    private static readonly string[] colours = ["#0b4f9e", "#b3541e", "#6b7a11", "#5b5b5b", "#7a2f8f", "#127369"];

    /// <summary>The picture as SVG. Requires a line with a point.</summary>
    public static string Svg(IReadOnlyList<GrowthLine> lines)
    {
        var points = lines.SelectMany(line => line.Points).ToArray();
        var across = new Scale(points.Select(point => point.Reports), Left, Width - Right);
        var up = new Scale(points.Select(point => point.Milliseconds), Height - Bottom, Top);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="13" role="img" aria-labelledby="title">
            <title id="title">Processor time for three clauses, by number of reports</title>
            <rect width="{Width}" height="{Height}" fill="#ffffff"/>
            <text x="{Left}" y="26" font-size="16" fill="#111111">Three clauses judged: processor time by number of reports</text>

            """);
        foreach (var power in across.Powers)
        {
            var x = Fixed(across.At(Math.Pow(10, power)));
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x}\" y1=\"{Top}\" x2=\"{x}\" y2=\"{Height - Bottom}\" stroke=\"#dddddd\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{Height - Bottom + 20}\" text-anchor=\"middle\" fill=\"#333333\">{Math.Pow(10, power):#,0}</text>\n");
        }

        foreach (var power in up.Powers)
        {
            var y = Fixed(up.At(Math.Pow(10, power)));
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" y1=\"{y}\" x2=\"{Width - Right}\" y2=\"{y}\" stroke=\"#dddddd\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{y}\" dy=\"4\" text-anchor=\"end\" fill=\"#333333\">{Time(power)}</text>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 14}\" text-anchor=\"middle\" fill=\"#333333\">reports</text>\n");
        var labels = Labels(lines.Select(line => up.At(line.Points[^1].Milliseconds)).ToArray());
        foreach (var (line, i) in lines.Select((line, i) => (line, i)))
        {
            Draw(svg, line, labels[i], colours[i % colours.Length], across, up);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Draw(StringBuilder svg, GrowthLine line, double label, string colour, Scale across, Scale up)
    {
        var path = string.Join(' ', line.Points.Select(point => $"{Fixed(across.At(point.Reports))},{Fixed(up.At(point.Milliseconds))}"));
        svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>\n");
        foreach (var (reports, milliseconds) in line.Points)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{Fixed(across.At(reports))}\" cy=\"{Fixed(up.At(milliseconds))}\" r=\"3.5\" fill=\"{colour}\"/>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Fixed(across.At(line.Points[^1].Reports) + 10)}\" y=\"{Fixed(label)}\" dy=\"4\" fill=\"{colour}\">{line.Name}</text>\n");
    }

    /// <summary>Where the labels go: beside the lines' ends, moved apart where they would touch.</summary>
    private static double[] Labels(double[] ends)
    {
        const double Apart = 16;
        var at = ends.ToArray();
        var before = double.MinValue;
        foreach (var i in Enumerable.Range(0, ends.Length).OrderBy(i => ends[i]))
        {
            at[i] = before = Math.Max(ends[i], before + Apart);
        }

        return at;
    }

    private static string Time(int power) => power switch
    {
        < 0 => $"{Math.Pow(10, power + 3).ToString("0.###", CultureInfo.InvariantCulture)} µs",
        < 3 => $"{Math.Pow(10, power).ToString("0", CultureInfo.InvariantCulture)} ms",
        _ => $"{Math.Pow(10, power - 3).ToString("#,0", CultureInfo.InvariantCulture)} s",
    };

    private static string Fixed(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>Powers of ten laid between two pixels.</summary>
    private sealed class Scale
    {
        private readonly int least;
        private readonly int most;
        private readonly double from;
        private readonly double to;

        public Scale(IEnumerable<double> values, double from, double to)
        {
            var logs = values.Select(Math.Log10).ToArray();
            least = (int)Math.Floor(logs.Min());
            most = Math.Max(least + 1, (int)Math.Ceiling(logs.Max()));
            this.from = from;
            this.to = to;
        }

        public IEnumerable<int> Powers => Enumerable.Range(least, most - least + 1);

        public double At(double value) => from + ((Math.Log10(value) - least) / (most - least) * (to - from));
    }
}
