using Proviso.Evaluation;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Diagnostics;
using Proviso.Language.Text;

namespace Proviso.Agreements;

/// <summary>Every agreement we ship can be read and says what its author worked out by hand.</summary>
public sealed class AgreementsTests
{
    public static TheoryData<string> Folders() =>
        [.. Directory.GetDirectories(Repository.PathOf("agreements")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void An_agreement_has_no_errors(string folder) =>
        Assert.Empty(Read(folder).Diagnostics
            .Where(diagnostic => diagnostic.Severity == Severity.Error)
            .Select(diagnostic => $"{diagnostic.Span.File} {diagnostic.Code} {diagnostic.Message}"));

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_expectation_comes_true(string folder)
    {
        var file = Read(folder).Case;
        Assert.NotNull(file);

        var judged = new Dictionary<Knowledge, Verdicts>();
        var unmet =
            from expectation in file.Agreement.Expectations
            let knowledge = new Knowledge(expectation.KnownOn, expectation.KnownTo)
            let verdicts = judged.TryGetValue(knowledge, out var known) ? known : judged[knowledge] = Evaluator.Run(file, knowledge)
            from found in Unmet(expectation, verdicts).Take(1)
            select $"clause {expectation.ClauseId} for {expectation.Party.Name} in {expectation.Place?.Name}, view {expectation.View}: {found}";
        Assert.Empty(unmet);
    }

    /// <summary>The days and rows on which the verdict is another; of an offered clause, an expectation asks for the addressee.</summary>
    private static IEnumerable<string> Unmet(Expectation expectation, Verdicts verdicts)
    {
        var view = verdicts.Views.Single(view => view.Name == expectation.View);
        var rows = verdicts.Rows.Where(row => row.Clause.Id == expectation.ClauseId
            && (row.Clause.Offer is null ? row.Party : row.Addressee)?.Name == expectation.Party.Name
            && row.Place?.Name == expectation.Place?.Name).ToList();
        if (rows.Count == 0)
        {
            yield return "no such row";
        }

        foreach (var row in rows)
        {
            for (var day = expectation.Days.From; day < expectation.Days.Before; day++)
            {
                var found = (verdicts.At(row, view, day).Standing, verdicts.At(row, view, day).Conduct, verdicts.BasisAt(row, view, day));
                var wanted = (expectation.Standing ?? found.Standing, expectation.Conduct ?? found.Conduct, expectation.Basis ?? found.Item3);
                if (found != wanted)
                {
                    yield return $"on {Clock.DateOf(day)} {found}, expected {wanted}";
                }
            }
        }
    }

    private static Compilation Read(string folder) =>
        Compilation.Of(Directory.GetFiles(Repository.PathOf($"agreements/{folder}"), "*.proviso", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => SourceText.From(Path.GetFileName(path), File.ReadAllText(path))));
}
