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
        var found = new int?[faults.Count];
        Parallel.For(0, faults.Count, new() { MaxDegreeOfParallelism = Environment.ProcessorCount }, index =>
        {
            found[index] = drawn.UntilFound(evaluator.Plant(faults[index]), pairs);
            output.WriteLine($"| {faults[index].File} | {faults[index].Mistake} | {found[index]?.ToString() ?? "not found"} |");
        });

        Assert.True(faults.Count >= (string.IsNullOrEmpty(asked) ? sample.Length : 1));
        Assert.Empty(faults.Where((_, index) => found[index] is null));
    }
}
