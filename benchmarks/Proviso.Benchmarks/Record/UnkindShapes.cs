using Proviso.Benchmarks.Workloads;
using Proviso.Evaluation;
using static Proviso.Benchmarks.Record.RecordBenchmark;

namespace Proviso.Benchmarks.Record;

/// <summary>Records of shapes that could make an evaluation slow: what an input costs must not grow with their number.</summary>
internal static class UnkindShapes
{
    private static readonly int[] sizes = [1_000, 10_000, 100_000];

    /// <summary>If a tenth of the reports took longer than this, the whole is not tried.</summary>
    private const double MostOfTenth = 4_000;

    /// <summary>Times each shape at each size, the three clauses in the common view, and adds the table to the page.</summary>
    public static void Run(MarkdownPage page)
    {
        page.Heading("Unkind shapes");
        page.Paragraph("The three clauses in the common view: microseconds of processor time for each report, by the number of reports. A dash: not tried, because a tenth took more than 4 seconds.");
        page.Table(["", .. sizes.Select(size => Shown(size))], Enum.GetValues<Shape>().Select(Row));
    }

    private static IReadOnlyList<string> Row(Shape shape)
    {
        var cells = new List<string> { NameOf(shape) };
        var last = 0.0;
        foreach (var size in sizes)
        {
            if (last > MostOfTenth)
            {
                cells.Add("–");
                continue;
            }

            var whole = CaseInMemory.Only(CaseInMemory.Of(new(1, size, Views: 2, Flavour.Plain, shape)), "1", "2", "3");
            var known = KnownCase.Of(whole, Knowledge.All);
            var common = whole.Agreement.Views.Single(view => view.Name == "common");
            var taken = Rounds.Run(new Timed(cells[0], () => Evaluator.Run(known, [common]), () => Environment.CpuUsage.TotalTime))[0];
            last = taken.Cpu;
            cells.Add(Shown(taken.Cpu * 1000 / size));
        }

        return cells;
    }

    private static string NameOf(Shape shape) => shape switch
    {
        Shape.Spread => "spread over ten years, as above",
        Shape.OneDay => "everything on one day",
        Shape.OneItem => "every stay of one item, overlapping",
        Shape.AllContested => "every report denied",
        Shape.AllOverlapping => "every stay through all ten years",
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };
}
