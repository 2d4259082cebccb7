using NodaTime;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Duties;

/// <summary>One of the times at which a duty that recurs is due. Days count from 1970-01-01; <c>Opens &lt;= Due &lt; Next</c>.</summary>
/// <param name="Opens">The first day on which an act counts for it: the day after the period, or after the date before.</param>
/// <param name="Due">The last day in time.</param>
/// <param name="Next">The first day on which an act counts for the next time.</param>
/// <param name="Period">The days of the period it is due for; null for a day of each year.</param>
public sealed record DueTime(int Opens, int Due, int Next, DayRange? Period);

/// <summary>When a duty that recurs is due (docs/semantics.md §11).</summary>
internal static class Times
{
    private const int MonthsOfYear = 12;
    private const int LastYear = 9998;

    /// <summary>The times that open by a day and are due no earlier than another, in order.</summary>
    public static IEnumerable<DueTime> Of(Recurring deadline, int dueFrom, int openBy) => (deadline switch
    {
        WithinAfterEach each => AfterEach(each),
        NoLaterThanEachYear yearly => EachYear(yearly, dueFrom),
        _ => throw new System.Diagnostics.UnreachableException(deadline.GetType().Name),
    }).SkipWhile(time => time.Due < dueFrom).TakeWhile(time => time.Opens <= openBy);

    private static IEnumerable<DueTime> AfterEach(WithinAfterEach each)
    {
        var first = Clock.DateOf(each.Start);
        var monthsLeft = ((LastYear - first.Year) * MonthsOfYear) + MonthsOfYear - first.Month;
        for (var months = 0; months + (2 * each.Months) <= monthsLeft; months += each.Months)
        {
            var (from, ended, nextEnded) = (DayAfter(months), DayAfter(months + each.Months), DayAfter(months + (2 * each.Months)));
            yield return new(ended, ended - 1 + each.Days, nextEnded, new DayRange(from, ended));
        }

        int DayAfter(int months) => Clock.DayNumber(first.PlusMonths(months));
    }

    private static IEnumerable<DueTime> EachYear(NoLaterThanEachYear yearly, int dueFrom)
    {
        var year = Math.Max(2, Clock.DateOf(dueFrom).Year);
        var before = DayIn(year - 1, yearly.Days[^1]);
        for (; year <= LastYear; year++)
        {
            foreach (var day in yearly.Days)
            {
                var due = DayIn(year, day);
                yield return new(before + 1, due, due + 1, null);
                before = due;
            }
        }
    }

    private static int DayIn(int year, DayOfYear day) => Clock.DayNumber(new LocalDate(year, day.Month, day.Day));
}
