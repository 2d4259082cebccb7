using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Formats.Answers;

/// <summary>A verdict and what its conduct leans on.</summary>
/// <param name="Numbers">How many there are under a ceiling; null for other clauses, and while a clause is not in force or has expired.</param>
public readonly record struct Told(Verdict Verdict, Basis? Basis, Numbers? Numbers)
{
    /// <summary>The verdict in words, and its basis where it has one that says more than "reported".</summary>
    public string Label => Labels.Of(Verdict, Numbers) + (Basis is { } basis and not Language.Binding.Basis.Reported ? $" ({Words.Of(basis)})" : "");
}

/// <summary>Days on which one thing was told.</summary>
public sealed record ToldDays(DayRange Days, Told Told)
{
    /// <summary>What a row is told in a view from the first day that has verdicts to the last, in order; neighbours differ.</summary>
    public static ImmutableArray<ToldDays> Of(Verdicts verdicts, Row row, View view)
    {
        var turns = row.Clause.Duty is ShallNotHave ? verdicts.BasisChanges : verdicts.NumbersChange(row);
        verdicts.CountThrough(row);
        var told = ImmutableArray.CreateBuilder<ToldDays>();
        foreach (var stretch in verdicts.Timeline(row, view))
        {
            var from = stretch.Days.From;
            foreach (var before in Turns.Within(turns, stretch.Days).Append(stretch.Days.Before))
            {
                var now = new Told(
                    stretch.Verdict,
                    verdicts.BasisAt(row, view, from),
                    stretch.Verdict.Standing is Standing.NotInForce or Standing.Expired ? null : verdicts.NumbersAt(row, view, from));
                if (told.Count > 0 && told[^1].Told == now)
                {
                    told[^1] = told[^1] with { Days = new(told[^1].Days.From, before) };
                }
                else
                {
                    told.Add(new(new(from, before), now));
                }

                from = before;
            }
        }

        return told.ToImmutable();
    }
}

/// <summary>Days on which something turns, in order.</summary>
internal static class Turns
{
    /// <summary>Those after the first of some days and before their end. Costs no more than there are, and a search.</summary>
    public static IEnumerable<int> Within(ImmutableArray<int> turns, DayRange days)
    {
        var found = turns.BinarySearch(days.From + 1);
        for (var at = found < 0 ? ~found : found; at < turns.Length && turns[at] < days.Before; at++)
        {
            yield return turns[at];
        }
    }
}
