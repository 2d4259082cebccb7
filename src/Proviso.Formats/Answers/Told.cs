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
        var told = ImmutableArray.CreateBuilder<ToldDays>();
        foreach (var stretch in verdicts.Timeline(row, view))
        {
            var from = stretch.Days.From;
            foreach (var before in turns.Where(day => day > stretch.Days.From && day < stretch.Days.Before).Append(stretch.Days.Before))
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
