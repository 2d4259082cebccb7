using System.Globalization;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Evaluation;

/// <summary>Whoever looked, or was not let in, is named: no more reports than the basis takes.</summary>
public sealed class BasisByTests
{
    private const string Agreement = """
        agreement lake between north, south in force from 2024-01-01 with calendar days, clock local.
        party north. party south.
        region lake of east-shore, west-shore. region east-shore. region west-shore.
        kind gunboat. state present.
        clause 1 "None" north shall not have gunboat present in lake.
        sources read on 2024-12-31.
        report east no gunboat present in east-shore on 2024-03-01 by south grade inspection source "A".
        report west no gunboat present in west-shore on 2024-03-01 by south grade inspection source "B".
        report east-again no gunboat present in east-shore on 2024-03-01 by south grade inspection source "C".
        report only-west no gunboat present in west-shore on 2024-03-02 by south grade inspection source "D".
        report claimed no gunboat present in lake on 2024-03-03 by north grade own statement source "E".
        report shut access denied to south in east-shore on 2024-03-04 by south grade official source "F".

        """;

    [Theory]
    [InlineData("2024-03-01", Basis.Verified, "east, west")]
    [InlineData("2024-03-02", Basis.PartlyVerified, "only-west")]
    [InlineData("2024-03-03", Basis.NotContradicted, "claimed")]
    [InlineData("2024-03-04", Basis.AccessDenied, "shut")]
    [InlineData("2024-03-05", Basis.NotObserved, "")]
    public void Those_that_it_takes(string date, Basis basis, string reports)
    {
        var compilation = Compilation.Of(SourceText.From("a.proviso", Agreement));
        Assert.Empty(compilation.Diagnostics.Where(one => one.IsError));
        var verdicts = Evaluator.Run(compilation.Case!, Knowledge.All);
        var row = verdicts.Rows.Single(each => each.Place?.Name == "lake");
        var day = DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - new DateOnly(1970, 1, 1).DayNumber;

        Assert.Equal(basis, verdicts.BasisAt(row, verdicts.Views[0], day));
        Assert.Equal(reports, string.Join(", ", verdicts.BasisBy(row, verdicts.Views[0], day)));
    }
}
