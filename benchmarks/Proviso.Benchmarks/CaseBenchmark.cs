using System.Text;
using Proviso.Evaluation;
using Proviso.Evaluation.Explanation;
using Proviso.Evaluation.Placing;
using Proviso.Formats.Outlines;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Benchmarks;

/// <summary>A case from its text to what decides it, step by step, in a process that has warmed up.</summary>
internal static class CaseBenchmark
{
    public static int Run(string folder)
    {
        var texts = Directory.EnumerateFiles(folder, "*.proviso").Order(StringComparer.Ordinal)
            .Select(path => SourceText.From(Path.GetFileName(path), File.ReadAllText(path, Encoding.UTF8))).ToArray();
        var read = Compilation.Of(texts).Case ?? throw new InvalidOperationException($"there is no agreement in {folder}");
        Regions.OutlineRead? Outline(FileShape shape) => GeoJson.Read(File.ReadAllBytes(Path.Combine(folder, shape.Path)));
        var (placed, _) = Ground.Place(read, Outline);
        var judged = Evaluator.Run(placed, Knowledge.All);
        Console.WriteLine($"{folder}: {placed.Reports.Count} reports, {placed.Positions.Length} positions, {judged.Rows.Length} rows, {judged.Views.Length} views\n");
        Interleaved.Print(
        [
            new("judge in all views", () => Evaluator.Run(placed, Knowledge.All)),
            new("judge in one view", () => Evaluator.Run(placed, Knowledge.All, [judged.Views[0]])),
            new("read and bind the text", () => Compilation.Of(texts)),
            new("place the sites by outlines", () => Ground.Place(read, Outline)),
            new("what would decide the last day, each row and view", () => Decided(judged)),
        ],
        rounds: 41,
        warmUp: 20);
        return 0;
    }

    private static int Decided(Verdicts judged)
    {
        var deciders = Deciders.For(judged);
        return judged.Rows.Sum(row => judged.Views.Sum(view => deciders.Of(row, view, judged.Horizon, most: 1).Length));
    }
}
