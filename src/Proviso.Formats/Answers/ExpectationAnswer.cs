using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Formats.Answers;

/// <summary>What became of all that the author expects.</summary>
/// <param name="Verdicts">The verdicts, in the order written.</param>
/// <param name="Numbers">The numbers of counts, in the order written.</param>
public sealed record ExpectedAnswer(ImmutableArray<ExpectationAnswer> Verdicts, ImmutableArray<CountAnswer> Numbers)
{
    /// <summary>True when all is as expected.</summary>
    public bool IsMet => Verdicts.All(one => one.IsMet) && Numbers.All(one => one.IsMet);

    /// <summary>Looks for every expectation of a case. The case is evaluated once for each combination of a day and a party that an expectation is known on and to.</summary>
    public static ExpectedAnswer Of(Case @case)
    {
        var runs = new Dictionary<Knowledge, Verdicts>();
        Verdicts Run(int? day, Party? to) =>
            runs.TryGetValue(new(day, to), out var found) ? found : runs[new(day, to)] = Evaluator.Run(@case, new(day, to));

        return new(
            [.. @case.Agreement.Expectations.Select(each => new ExpectationAnswer(each, Unmet.Of(each, Run(each.KnownOn, each.KnownTo))))],
            [.. @case.Agreement.ExpectedCounts.Select(each => CountAnswer.Of(each, Run(each.KnownOn, each.KnownTo)))]);
    }
}

/// <summary>What became of a verdict that the author expects.</summary>
/// <param name="Unmet">Null when it is met.</param>
public sealed record ExpectationAnswer(Expectation Expectation, Unmet? Unmet)
{
    /// <summary>True when every day of the expectation has the verdict.</summary>
    public bool IsMet => Unmet is null;
}

/// <summary>What became of a number that the author expects.</summary>
/// <param name="Day">The first day on which it is another; null when it is met.</param>
/// <param name="Found">The number found on that day; null when it is met, or when the day has none.</param>
/// <param name="LastDay">The last day that has a number.</param>
public sealed record CountAnswer(CountExpectation Expectation, int? Day, CountedNumber? Found, int LastDay)
{
    /// <summary>True when every day of the expectation has the number.</summary>
    public bool IsMet => Day is null;

    internal static CountAnswer Of(CountExpectation expectation, Verdicts verdicts)
    {
        var view = verdicts.Views.First(view => view.Name == expectation.View);
        for (var day = expectation.Days.From; day < expectation.Days.Before; day++)
        {
            var found = day > verdicts.Horizon ? null : verdicts.CountAt(expectation.Count, expectation.Party, expectation.Place, view, day);
            if (found?.Is(expectation.Number) != true)
            {
                return new(expectation, day, found, verdicts.Horizon);
            }
        }

        return new(expectation, null, null, verdicts.Horizon);
    }
}

/// <summary>Why an expectation is not met.</summary>
public abstract record Unmet
{
    /// <summary>The first day on which another verdict is found, or what else is in the way; null when all is as expected.</summary>
    internal static Unmet? Of(Expectation expectation, Verdicts verdicts)
    {
        var rows = verdicts.Rows.Where(row => Fits(row, expectation)).ToList();
        var view = verdicts.Views.FirstOrDefault(view => view.Name == expectation.View);
        if (rows.Count == 0 || view is null)
        {
            return new NoSuchRow();
        }

        if (expectation.Days.From < verdicts.FirstDay || expectation.Days.Before > verdicts.Horizon + 1)
        {
            return new OutsideTheFile(verdicts.FirstDay, verdicts.Horizon);
        }

        return rows.Select(row => FirstOther(expectation, verdicts, row, view))
            .OfType<FoundOther>()
            .OrderBy(other => other.Day)
            .FirstOrDefault();
    }

    private static bool Fits(Row row, Expectation expectation) =>
        row.Clause.Id == expectation.ClauseId
        && (row.Clause.Offer is null ? row.Party : row.Addressee ?? row.Party).Name == expectation.Party.Name
        && row.Place?.Name == expectation.Place?.Name;

    private static FoundOther? FirstOther(Expectation expectation, Verdicts verdicts, Row row, View view)
    {
        foreach (var stretch in verdicts.Timeline(row, view).Where(stretch => stretch.Days.From < expectation.Days.Before && stretch.Days.Before > expectation.Days.From))
        {
            var first = Math.Max(stretch.Days.From, expectation.Days.From);
            var last = Math.Min(stretch.Days.Before, expectation.Days.Before);
            var verdict = stretch.Verdict;
            var sameVerdict = (expectation.Standing ?? verdict.Standing) == verdict.Standing && (expectation.Conduct ?? verdict.Conduct) == verdict.Conduct;
            for (var day = first; day < (sameVerdict && expectation.Basis is null ? first : last); day++)
            {
                var basis = verdicts.BasisAt(row, view, day);
                if (!sameVerdict || (expectation.Basis is { } expected && basis != expected))
                {
                    return new FoundOther(row, view, day, verdict, basis);
                }
            }
        }

        return null;
    }
}

/// <summary>The clause has no row for that party and place, or no such view was evaluated.</summary>
public sealed record NoSuchRow : Unmet;

/// <summary>A day asked about has no verdict.</summary>
/// <param name="FirstDay">The first day that has one.</param>
/// <param name="LastDay">The last day that has one.</param>
public sealed record OutsideTheFile(int FirstDay, int LastDay) : Unmet;

/// <summary>Another verdict is found.</summary>
/// <param name="Day">The first such day.</param>
public sealed record FoundOther(Row Row, View View, int Day, Verdict Verdict, Basis? Basis) : Unmet;
