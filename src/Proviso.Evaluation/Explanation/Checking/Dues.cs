using NodaTime;
using Proviso.Evaluation.Duties;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation.Checking;

/// <summary>Reads the calendar for a duty that recurs (docs/semantics.md §11): whether a time is one at which it is due.</summary>
internal static class Dues
{
    /// <summary>Null when the time is one of the deadline's; else what is wrong with it.</summary>
    public static string? Mistake(Recurring deadline, DueTime time) => deadline switch
    {
        WithinAfterEach each => Mistake(each, time),
        NoLaterThanEachYear yearly => Mistake(yearly, time),
        _ => "the deadline is of no kind that is known",
    };

    private static string? Mistake(WithinAfterEach each, DueTime time)
    {
        if (time.Period is not { } period)
        {
            return "it does not say for which period it is due";
        }

        var (start, from) = (Clock.DateOf(each.Start), Clock.DateOf(period.From));
        var length = Period.FromMonths(each.Months);
        var months = Period.Between(start, from, PeriodUnits.Months).Months;
        return from < start || start.PlusMonths(months) != from || months % each.Months != 0 ? "no period begins on that day"
            : Clock.DateOf(period.Before) != from + length ? "the period ends on another day"
            : time.Opens != period.Before ? "an act counts from the day after the period"
            : time.Due != period.Before + each.Days - 1 ? "counted from the last day of the period, it is due on another day"
            : Clock.DateOf(time.Next) != from + length + length ? "the next time begins on another day"
            : null;
    }

    private static string? Mistake(NoLaterThanEachYear yearly, DueTime time)
    {
        bool IsNamed(int day) => Clock.DateOf(day) is var date && yearly.Days.Any(d => (d.Month, d.Day) == (date.Month, date.Day));
        return time.Period is not null ? "a day of each year has no period"
            : !IsNamed(time.Due) ? "it is not due on that day of a year"
            : !IsNamed(time.Opens - 1) || Enumerable.Range(time.Opens, time.Due - time.Opens).Any(IsNamed) ? "an act counts from the day after the date before"
            : time.Next != time.Due + 1 ? "the next time begins on another day"
            : null;
    }
}
