using Proviso.Language.Binding;

namespace Proviso.Evaluation;

/// <summary>The labels are those of the published table, docs/verdicts.md.</summary>
public sealed class LabelsTests
{
    private static readonly Standing[] open = [Standing.InForce, Standing.Ended, Standing.Withdrawn];

    [Fact]
    public void Each_verdict_has_the_label_of_the_first_line_that_fits()
    {
        var table = Table().ToList();
        Assert.NotEmpty(table);
        var wrong =
            from standing in Enum.GetValues<Standing>()
            from conduct in Enum.GetValues<Conduct>()
            from notBroken in conduct == Conduct.CannotTell ? new[] { false, true } : [false]
            let expected = Expected(table, standing, conduct, notBroken)
            let found = Labels.Of(new(standing, Possible(standing), conduct, notBroken))
            where expected != found
            select $"{standing}, {conduct}, {notBroken}: expected {expected}, found {found}";
        Assert.Empty(wrong);
    }

    private static StandingSet Possible(Standing standing) =>
        (standing == Standing.CannotTell ? open : [standing]).Aggregate(default(StandingSet), (set, one) => set.With(one));

    private static string Expected(List<(string Standing, string Conduct, string Label)> table, Standing standing, Conduct conduct, bool notBroken)
    {
        var stands = Language.Prose.Prose.Standing(standing);
        var done = Language.Prose.Prose.Conduct(conduct);
        return table
            .First(line => Fits(line.Standing, stands) && (Fits(line.Conduct, done) || (notBroken && line.Conduct == "cannot tell, yet surely no breach")))
            .Label
            .Replace("*the standings left open*", "in force, ended or withdrawn", StringComparison.Ordinal)
            .Replace("*standing*", stands, StringComparison.Ordinal)
            .Replace("*conduct*", done, StringComparison.Ordinal);
    }

    private static bool Fits(string cell, string word) => cell == word || cell == "any other";

    private static IEnumerable<(string Standing, string Conduct, string Label)> Table() => File.ReadAllLines(Repository.PathOf("docs/verdicts.md"))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Select(cells => (cells[1], cells[2], cells[3]))
        .SkipWhile(line => line.Item1 == "Standing" || line.Item1.StartsWith('-'));
}
