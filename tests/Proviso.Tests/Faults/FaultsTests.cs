namespace Proviso.Faults;

/// <summary>Each planted fault can still be planted.</summary>
public sealed class PlantedTests
{
    private static readonly FaultyEvaluator evaluator = new();

    [Fact]
    public void Each_fault_is_found_once_in_its_file_and_compiles()
    {
        var stale =
            from fault in Planted.All
            let times = evaluator.Occurrences(fault)
            let errors = times == 1 ? evaluator.Errors(fault).ToList() : [$"found {times} times"]
            where errors.Count > 0
            select $"{fault} ({fault.Find}): {errors[0]}";
        Assert.Empty(stale);
    }

    [Fact]
    public void Each_fault_is_another_one()
    {
        Assert.Distinct(Planted.All.Select(fault => fault.Mistake));
        Assert.Distinct(Planted.All.Select(fault => (fault.File, fault.Find, fault.Replace)));
    }
}

/// <summary>The comparison with the reference finds faults.</summary>
/// <remarks><c>PROVISO_FAULTS=all</c> plants every one, and <c>PROVISO_FAULTS=Sweep</c> those whose file or mistake has the word.</remarks>
[Comparison]
public sealed class FaultsTests(ITestOutputHelper output)
{
    /// <summary>Within so many pairs a fault must be found.</summary>
    private const int Pairs = 10_000;

    /// <summary>Planted when nothing else is asked: one or two of each folder, found soon.</summary>
    private static readonly string[] sample =
    [
        "that a condition has been met is forgotten when it passes",
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
            _ => fault.ToString().Contains(asked, StringComparison.OrdinalIgnoreCase),
        }).ToList();
        var evaluator = new FaultyEvaluator();
        var found = new int?[faults.Count];
        Parallel.For(0, faults.Count, new() { MaxDegreeOfParallelism = Environment.ProcessorCount }, index => found[index] = Find(evaluator.Plant(faults[index])));

        Assert.True(faults.Count >= (string.IsNullOrEmpty(asked) ? sample.Length : 1));
        output.WriteLine("| Where | Fault | Found at pair |\n| --- | --- | --- |");
        for (var index = 0; index < faults.Count; index++)
        {
            output.WriteLine($"| {faults[index].File} | {faults[index].Mistake} | {found[index]?.ToString() ?? "not found"} |");
        }

        Assert.Empty(faults.Where((_, index) => found[index] is null));
    }

    /// <summary>The number of the pair that shows the fault, counted from 1, or null. A pair on which the two differ without a fault shows none.</summary>
    private static int? Find(Search search)
    {
        var compared = 0;
        ulong from = 1;
        while (compared < Pairs)
        {
            var (pairs, seed) = search(from, Pairs - compared);
            compared += pairs;
            if (seed is not { } last)
            {
                return null;
            }

            if (!Searching.Differ(last))
            {
                return compared;
            }

            from = last + 1;
        }

        return null;
    }
}
