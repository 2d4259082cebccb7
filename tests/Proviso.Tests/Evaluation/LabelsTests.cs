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

    [Theory]
    [InlineData(Standing.NotInForce, 1796, 1796L, true, false, "not in force: binds from 2018-02-05; 1,796, which would be 246 over the limit of 1,550")]
    [InlineData(Standing.NotInForce, 0, null, true, false, "not in force: binds from 2018-02-05")]
    [InlineData(Standing.NotInForce, 1796, 1796L, false, false, "not in force")]
    [InlineData(Standing.NotInForce, 1500, 1600L, true, false, "not in force: binds from 2018-02-05; from 1,500 to 1,600; the limit would be 1,550")]
    [InlineData(Standing.Expired, 0, null, false, true, "expired: bound through 2026-02-04")]
    [InlineData(Standing.Expired, 0, 1400L, false, true, "expired: bound through 2026-02-04; at most 1,400, which would be at least 150 below the limit of 1,550")]
    [InlineData(Standing.Ended, 1550, 1550L, false, false, "ended: 1,550, exactly the limit of 1,550")]
    public void Numbers_are_told_as_what_they_would_be_while_the_limit_does_not_bind(
        Standing standing, long least, long? most, bool isEarly, bool isLate, string label)
    {
        int? from = isEarly ? Clock.DayNumber(new(2018, 2, 5)) : null;
        int? through = isLate ? Clock.DayNumber(new(2026, 2, 4)) : null;

        Assert.Equal(label, Labels.Of(new(standing, Possible(standing), Conduct.NotTriggered), new Numbers(1550, least, most, from, through)));
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
