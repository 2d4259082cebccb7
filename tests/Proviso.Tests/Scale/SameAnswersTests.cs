using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Benchmarks.Workloads;
using Proviso.Evaluation;
using Proviso.Reference;

namespace Proviso.Scale;

/// <summary>What is told of a large record is the same, letter by letter, however it comes and whatever else is asked.</summary>
/// <remarks><c>PROVISO_SCALE=100000</c> makes so many reports.</remarks>
[Scale]
public sealed class SameAnswersTests(ITestOutputHelper output)
{
    private static readonly Workload workload = LargeRecord.Loose(LargeRecord.Size);

    /// <summary>All rows and days of each view, by its name.</summary>
    private static readonly Lazy<ImmutableDictionary<string, string>> once = new(() => Told(Evaluator.Run(CaseInMemory.Of(workload), Knowledge.All)));

    /// <summary>A second case of the same rows, judged again.</summary>
    [Fact]
    public void Two_runs_tell_the_same() => Same("second run", Evaluator.Run(CaseInMemory.Of(workload), Knowledge.All));

    /// <summary>Read from JSON Lines into columns, as the commands read it.</summary>
    [Fact]
    public void Records_read_into_columns_tell_the_same()
    {
        var read = CaseOfRecords.Of(workload).Case;
        Assert.True(read.Reports.Columns.Count > workload.Size / 2);
        Same("read from records", Evaluator.Run(read, Knowledge.All));
    }

    /// <summary>A correction may stand before what it corrects, and an act before what it answers.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_order_of_reports_does_not_matter(int seed)
    {
        var (whole, chance) = (CaseInMemory.Of(workload), new Chance((ulong)seed));
        Same($"shuffled by {seed}", Evaluator.Run(whole with { Reports = [.. Shuffled([.. whole.Reports], chance)], Positions = [.. Shuffled([.. whole.Positions], chance)] }, Knowledge.All));
    }

    /// <summary>Views judged in the other order, by twos, and each by itself.</summary>
    [Fact]
    public void Which_other_views_are_judged_does_not_matter()
    {
        var known = KnownCase.Of(CaseInMemory.Of(workload), Knowledge.All);
        var views = known.Case.Agreement.Views;
        Same("views in the other order", Evaluator.Run(known, [.. views.Reverse()]));
        for (var first = 0; first < views.Length; first++)
        {
            Same("a view by itself", Evaluator.Run(known, [views[first]]));
            Same("a view and the next but one", Evaluator.Run(known, [views[first], views[(first + 2) % views.Length]]));
        }
    }

    private static ImmutableDictionary<string, string> Told(Verdicts verdicts) => verdicts.Views.ToImmutableDictionary(view => view.Name, view => LargeRecord.Told(verdicts, view.Name));

    private void Same(string what, Verdicts verdicts)
    {
        var clock = Stopwatch.StartNew();
        var told = Told(verdicts);
        foreach (var (view, text) in told)
        {
            LargeRecord.Same(what, view, text, once.Value[view]);
        }

        output.WriteLine($"{what}: {verdicts.Case.Reports.Count} reports, {told.Count} views, {told.Values.Sum(text => text.Length)} characters the same; told in {clock.Elapsed.TotalSeconds:0.0} s");
    }

    private static T[] Shuffled<T>(T[] all, Chance chance)
    {
        for (var left = all.Length; left > 1; left--)
        {
            var at = chance.Below(left);
            (all[left - 1], all[at]) = (all[at], all[left - 1]);
        }

        return all;
    }
}
