using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Formats.Answers;

/// <summary>One single duty to act, and what each view says of it; views that say the same are together.</summary>
/// <param name="Trigger">The report that asks for the act; null for a duty of a fixed date.</param>
/// <param name="Due">When it was due, as ISO text; null when the date of the trigger is in question.</param>
public sealed record OwedLine(Row Row, string? Trigger, string? Due, ImmutableArray<(ImmutableArray<string> Views, Owed Owed)> Answers)
{
    /// <summary>The single duties of a row by a day, in the order of their dates.</summary>
    public static ImmutableArray<OwedLine> Of(StatusAnswer answer, Row row) =>
    [
        .. answer.Views.SelectMany(view => answer.Verdicts.OwedAt(row, view, answer.Day).Select(owed => (View: view.Name, Owed: owed)))
            .GroupBy(one => (one.Owed.Trigger, one.Owed.DueFirst, one.Owed.DueLast))
            .OrderBy(same => same.Key.DueLast).ThenBy(same => same.Key.DueFirst)
            .Select(same => new OwedLine(
                row,
                same.Key.Trigger,
                DueOf(answer, row, same.First().Owed),
                [.. same.GroupBy(one => Labels.OfDuty(one.Owed)).Select(like => (like.Select(one => one.View).ToImmutableArray(), like.First().Owed))])),
    ];

    /// <summary>The last moment in time: "2011-09-30", "2022-09-06 08:13", or "2022-04-18 to 2022-04-19" when the trigger's dates are loose.</summary>
    public static string? DueOf(StatusAnswer answer, Row row, Owed owed)
    {
        var clock = answer.Verdicts.Case.Agreement.Clock;
        var (first, last) = (clock.DayOf(owed.DueFirst - 1), clock.DayOf(owed.DueLast - 1));
        if (owed.HasNoDate)
        {
            return null;
        }

        return first != last ? $"{Words.Date(first)} to {Words.Date(last)}"
            : owed.DueFirst == owed.DueLast && row.Clause.Duty is ShallDo { Deadline: var deadline } && Language.Prose.Prose.IsToTheMinute(deadline)
                ? Words.Minute(owed.DueFirst - 1, clock)
                : Words.Date(first);
    }
}
