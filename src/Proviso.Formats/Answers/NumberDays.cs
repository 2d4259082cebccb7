using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Formats.Answers;

/// <summary>Days on which one number is told of what is under a ceiling.</summary>
/// <param name="Standing">Of the ceiling on those days: where it is not in force the number is over no limit that binds.</param>
public sealed record NumberDays(DayRange Days, Numbers Numbers, Standing Standing)
{
    /// <summary>True when there surely were more than a limit that binds.</summary>
    public bool IsOver => Standing == Standing.InForce && !Numbers.IsConflict && Numbers.Least > Numbers.Limit;

    /// <summary>The greatest number that is spoken of.</summary>
    public long Highest => Math.Max(Numbers.Least, Numbers.Most ?? 0);

    /// <summary>The least number that is spoken of; a bare "at most" speaks of none below it.</summary>
    public long Lowest => Numbers.Least == 0 ? Numbers.Most ?? 0 : Math.Min(Numbers.Least, Numbers.Most ?? long.MaxValue);

    /// <summary>How many there are, as far as is told.</summary>
    public string Amount => Labels.Amount(Numbers);

    /// <summary>"76 below the limit"; "246 over the limit, which did not bind"; empty where the number leaves it open.</summary>
    public string Margin => Labels.Margin(Numbers) is var margin && (margin.Length == 0 || Numbers.IsConflict || Standing is Standing.InForce or Standing.CannotTell)
        ? margin
        : $"{margin}, which did not bind";

    /// <summary>What is told of a row in a view, in order of days; a day of which nothing is told is in none. Empty for a clause that is no ceiling.</summary>
    /// <param name="within">Only these days.</param>
    public static ImmutableArray<NumberDays> Of(Verdicts verdicts, Row row, View view, DayRange within)
    {
        if (row.Clause.Duty is not ShallHaveAtMost)
        {
            return [];
        }

        verdicts.CountThrough(row);
        var told = ImmutableArray.CreateBuilder<NumberDays>();
        var turns = verdicts.NumbersChange(row);
        foreach (var stretch in verdicts.Timeline(row, view))
        {
            var days = new DayRange(Math.Max(stretch.Days.From, within.From), Math.Min(stretch.Days.Before, within.Before));
            var from = days.From;
            foreach (var before in Turns.Within(turns, days).Append(days.Before).Where(before => from < before))
            {
                Add(new(new(from, before), verdicts.NumbersAt(row, view, from)!, stretch.Verdict.Standing));
                from = before;
            }
        }

        return told.ToImmutable();

        void Add(NumberDays next)
        {
            if (told.Count > 0 && told[^1].Days.Before == next.Days.From && (told[^1].Numbers, told[^1].Standing) == (next.Numbers, next.Standing))
            {
                told[^1] = next with { Days = new(told[^1].Days.From, next.Days.Before) };
            }
            else if (next.Numbers.IsTold)
            {
                told.Add(next);
            }
        }
    }
}
