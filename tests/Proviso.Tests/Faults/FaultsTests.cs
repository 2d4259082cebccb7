using System.Collections.Concurrent;
using System.Globalization;
using Proviso.Language.Binding;

namespace Proviso.Faults;

/// <summary>Each planted fault can still be planted.</summary>
public sealed class PlantedTests
{
    private static readonly FaultyEvaluator evaluator = new();

    [Fact]
    public void Each_fault_is_found_once_in_its_file_and_compiles()
    {
        var lost = Planted.All.Where(fault => evaluator.Occurrences(fault) != 1).Select(fault => $"{fault}: `{fault.Find}` stands there {evaluator.Occurrences(fault)} times");
        Assert.Equal("", string.Join("\n", lost));
        Assert.Equal("", string.Join("\n", evaluator.Errors(Planted.All)));
    }

    [Fact]
    public void Each_fault_is_another_one()
    {
        Assert.Distinct(Planted.All.Select(fault => fault.Mistake));
        Assert.Distinct(Planted.All.Select(fault => (fault.File, fault.Find, fault.Replace)));
    }
}

/// <summary>The comparison with the reference finds faults.</summary>
/// <remarks><c>PROVISO_FAULTS=all</c> plants every one, and <c>PROVISO_FAULTS=Sweep;`until`</c> those whose file or mistake has one of the words;
/// <c>PROVISO_WITH=words</c> asks only about the pairs in whose text the words stand, and <c>PROVISO_PAIRS</c> gives up sooner or later than after 10,000 pairs.</remarks>
[Comparison]
public sealed class FaultsTests(ITestOutputHelper output)
{
    /// <summary>Within so many pairs a fault must be found.</summary>
    private static readonly int pairs = int.TryParse(Environment.GetEnvironmentVariable("PROVISO_PAIRS"), out var set) ? set : 10_000;

    /// <summary>Planted when nothing else is asked: one or two of each folder, found soon.</summary>
    private static readonly string[] sample =
    [
        "a stretch of days ends a day late",
        "as known on a day: what was said later is known too",
        "a contested report is taken as fact",
        "a stay loses its last day",
        "`unless` is read as `while`",
        "relief that comes later cures a breach",
    ];

    [Fact]
    public void The_comparison_finds_each_fault()
    {
        var asked = Environment.GetEnvironmentVariable("PROVISO_FAULTS");
        var faults = Planted.All.Where(fault => asked switch
        {
            null or "" => sample.Contains(fault.Mistake),
            "all" => true,
            _ => asked.Split(';').Any(word => fault.ToString().Contains(word, StringComparison.OrdinalIgnoreCase)),
        }).ToList();
        var (evaluator, drawn) = (new FaultyEvaluator(), new Pairs());
        var (found, planted) = (new int?[faults.Count], new Func<Case, ulong, ulong>?[faults.Count]);
        while (drawn.Count < pairs && Array.Exists(found, number => number is null))
        {
            // The reference is asked once for all faults that are still to be found.
            var portion = drawn.Next();
            Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, faults.Count).Where(index => found[index] is null), EnumerablePartitionerOptions.NoBuffering), index =>
            {
                var answersOf = planted[index] ??= evaluator.Plant(faults[index]);
                if (portion.FirstOrDefault(pair => pair.Number <= pairs && answersOf(pair.Text, pair.Seed) != pair.Answers) is { } shown)
                {
                    (found[index], planted[index]) = (shown.Number, null);
                    output.WriteLine(Line(faults[index], found[index]));
                }
            });
        }

        output.WriteLine(string.Join('\n', faults.Select((fault, index) => Line(fault, found[index])).Prepend($"as a table, {drawn.Count} pairs:")));
        Assert.True(faults.Count >= (string.IsNullOrEmpty(asked) ? sample.Length : 1));
        Assert.Empty(faults.Where((_, index) => found[index] is null));
    }

    /// <summary>A line of the table in docs/comparison.md.</summary>
    private static string Line(Fault fault, int? found) => $"| `{fault.File}` | {fault.Mistake} | {found?.ToString(CultureInfo.InvariantCulture) ?? "not found"} |";
}
