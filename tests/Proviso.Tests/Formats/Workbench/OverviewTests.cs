using Proviso.Evaluation;
using Proviso.Evaluation.Placing;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Formats.Workbench;

/// <summary>Agreements in a few lines.</summary>
public sealed class OverviewTests
{
    [Theory]
    [InlineData("inf-moratorium", "2025-08-05")]
    [InlineData("inf-treaty", "2019-08-02")]
    [InlineData("new-start", "2026-02-05")]
    [InlineData("launch-notices", null)]
    public void It_tells_since_when_nobody_is_bound_in_any_view(string agreement, string? since)
    {
        var verdicts = Judged(agreement);

        var entry = OverviewEntry.Of(agreement, "1", verdicts);

        Assert.Equal(since is null, entry.Binds);
        Assert.Equal(since, entry.Unbound);
        if (since is not null)
        {
            var day = Words.Day(since)!.Value;
            Assert.True(IsBoundOn(day - 1), "the day before");
            Assert.False(IsBoundOn(day), "the day");
        }

        bool IsBoundOn(int day) => verdicts.Rows.Any(row => verdicts.Views.Any(view =>
            verdicts.At(row, view, day).Possible is var possible && (possible.Has(Standing.InForce) || possible.Has(Standing.Suspended))));
    }

    [Theory]
    [InlineData("inf-moratorium", "1: 12")]
    [InlineData("launch-notices", "")]
    public void It_names_the_clauses_on_which_the_views_differ(string agreement, string differing)
    {
        var entry = OverviewEntry.Of(agreement, "1", Judged(agreement));

        Assert.Equal(differing, string.Join("; ", entry.Differing!.Value.Select(one => $"{one.Clause.Id}: {one.Rows}")));
        Assert.InRange(entry.Differ!.Value, 0, entry.Differing.Value.Sum(one => one.Rows));
    }

    private static Verdicts Judged(string agreement)
    {
        var read = Compilation.Of(Directory.GetFiles(Repository.PathOf($"agreements/{agreement}"), "*.proviso")
            .Order(StringComparer.Ordinal).Select(file => SourceText.From(Path.GetFileName(file), File.ReadAllText(file)))).Case!;
        return Evaluator.Run(Ground.Place(read, _ => null).Case, Knowledge.All);
    }
}
