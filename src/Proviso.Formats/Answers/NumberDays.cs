using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Formats.Answers;

/// <summary>Days on which one number is told of what is under a ceiling.</summary>
/// <param name="Standing">Of the ceiling on those days: where it is not in force the number is over no limit that binds.</param>
public sealed record NumberDays(DayRange Days, Numbers Numbers, Standing Standing)
{
    /// <summary>True when there surely were more than a limit that binds.</summary>
    public bool IsOver => Standing == Standing.InForce && !Numbers.IsConflict && Numbers.Least > Numbers.Limit;

    /// <summary>True when exactly so many are told.</summary>
    public bool IsExact => Numbers.Least == Numbers.Most;

    /// <summary>The greatest number that is spoken of.</summary>
    public long Highest => Math.Max(Numbers.Least, Numbers.Most ?? 0);

    /// <summary>The least number that is spoken of; a bare "at most" speaks of none below it.</summary>
    public long Lowest => Numbers.Least == 0 ? Numbers.Most ?? 0 : Math.Min(Numbers.Least, Numbers.Most ?? long.MaxValue);

    /// <summary>"1,474"; "from 800 to 901"; "at least 800"; "at most 5"; "none"; "at least 6 by one report, at most 4 by another".</summary>
    public string Amount => (Numbers.Least, Numbers.Most) switch
    {
        var (least, most) when least > most => $"at least {Prose.Figure(least)} by one report, at most {Prose.Figure(most.Value)} by another",
        (0, 0) => "none",
        var (least, most) when least == most => Prose.Figure(least),
        var (least, most) when most is null => $"at least {Prose.Figure(least)}",
        (0, var most) => $"at most {Prose.Figure(most!.Value)}",
        var (least, most) => $"from {Prose.Figure(least)} to {Prose.Figure(most!.Value)}",
    };

    /// <summary>"76 below the limit"; "101 over the limit"; "246 over the limit, which did not bind"; empty where the number leaves it open.</summary>
    public string Margin
    {
        get
        {
            var (limit, least, most) = (Numbers.Limit, Numbers.Least, Numbers.Most);
            var margin = least > most ? ""
                : Numbers.IsConflict ? "yet the reports contradict each other on how many things there were"
                : least > limit ? $"{(IsExact ? "" : "at least ")}{Prose.Figure(least - limit)} over the limit"
                : most == limit ? $"{(IsExact ? "exactly" : "at most")} the limit"
                : most < limit ? $"{(IsExact ? "" : "at least ")}{Prose.Figure(limit - most.Value)} below the limit"
                : "";
            return margin.Length == 0 || Numbers.IsConflict || Standing is Standing.InForce or Standing.CannotTell ? margin : $"{margin}, which did not bind";
        }
    }

    /// <summary>What is told of a row in a view, in order of days; a day of which nothing is told is in none. Empty for a clause that is no ceiling.</summary>
    /// <param name="within">Only these days.</param>
    public static ImmutableArray<NumberDays> Of(Verdicts verdicts, Row row, View view, DayRange within)
    {
        if (row.Clause.Duty is not ShallHaveAtMost)
        {
            return [];
        }

        var told = ImmutableArray.CreateBuilder<NumberDays>();
        var turns = verdicts.NumbersChange(row);
        foreach (var stretch in verdicts.Timeline(row, view))
        {
            var days = new DayRange(Math.Max(stretch.Days.From, within.From), Math.Min(stretch.Days.Before, within.Before));
            var from = days.From;
            foreach (var before in turns.Where(day => days.From < day && day < days.Before).Append(days.Before).Where(before => from < before))
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
