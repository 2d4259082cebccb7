using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Agreements;

/// <summary>Whether a case says what its <c>expect</c> sentences expect.</summary>
internal static class Expectations
{
    /// <summary>What does not come true, one line for each such sentence, with its first day.</summary>
    public static IEnumerable<string> Unmet(Case file)
    {
        var judged = new Dictionary<Knowledge, Verdicts>();
        var verdicts =
            from expectation in file.Agreement.Expectations
            from found in Unmet(expectation, As(expectation.KnownOn, expectation.KnownTo)).Take(1)
            select $"clause {expectation.ClauseId} for {expectation.Party.Name} in {expectation.Place?.Name}, view {expectation.View}: {found}";
        var numbers =
            from expectation in file.Agreement.ExpectedCounts
            from found in Unmet(expectation, As(expectation.KnownOn, expectation.KnownTo)).Take(1)
            select $"count {expectation.Count.Name} for {expectation.Party?.Name} in {expectation.Place?.Name}, view {expectation.View}: {found}";
        return [.. verdicts, .. numbers];

        Verdicts As(int? day, Party? to) =>
            judged.TryGetValue(new(day, to), out var known) ? known : judged[new(day, to)] = Evaluator.Run(file, new(day, to));
    }

    /// <summary>The days on which the number is another.</summary>
    private static IEnumerable<string> Unmet(CountExpectation expectation, Verdicts verdicts)
    {
        var view = verdicts.Views.Single(view => view.Name == expectation.View);
        for (var day = expectation.Days.From; day < expectation.Days.Before; day++)
        {
            var found = verdicts.CountAt(expectation.Count, expectation.Party, expectation.Place, view, day);
            if (!found.Is(expectation.Number))
            {
                yield return $"on {Clock.DateOf(day)} {Labels.Number(found)}, expected {Labels.Expected(expectation.Number)}";
            }
        }
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
}
