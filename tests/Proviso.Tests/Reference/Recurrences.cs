using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>A time at which a duty that recurs is due: an act counts for it from the first day to the one before the next time's first day.</summary>
sealed record RecurringTime(int First, int Due, int NextFirst, int NextDue);

/// <summary>§11: when a duty that recurs is due. Looks at every day of the calendar, one by one.</summary>
static class Recurrences
{
    // No period has more days: a hundred years of a leap day more than any has.
    private const int LongestPeriod = 100 * 366;

    /// <summary>Every time with a day that counts for it from one day to another.</summary>
    public static IEnumerable<RecurringTime> Times(Recurring deadline, int from, int to)
    {
        var longest = deadline is WithinAfterEach each ? (each.Months * 31) + each.Days : 2 * 366;
        var days = Enumerable.Range(from - (2 * Math.Min(longest, LongestPeriod)), to - from + (5 * Math.Min(longest, LongestPeriod)));
        int[] firsts = [.. days.Where(day => Begins(deadline, day))];
        for (var i = 0; i + 2 < firsts.Length; i++)
        {
            if (from <= firsts[i + 1] - 1 && firsts[i] <= to)
            {
                yield return new(firsts[i], Due(deadline, firsts[i], firsts[i + 1]), firsts[i + 1], Due(deadline, firsts[i + 1], firsts[i + 2]));
            }
        }
    }

    private static int Due(Recurring deadline, int first, int nextFirst) => deadline is WithinAfterEach each ? first - 1 + each.Days : nextFirst - 1;

    /// <summary>Whether acts count for a time of its own from this day on.</summary>
    private static bool Begins(Recurring deadline, int day)
    {
        if (deadline is NoLaterThanEachYear yearly)
        {
            var before = Clock.DateOf(day - 1);
            return yearly.Days.Contains(new(before.Month, before.Day));
        }

        var each = (WithinAfterEach)deadline;
        var (start, date) = (Clock.DateOf(each.Start), Clock.DateOf(day));
        var months = ((date.Year - start.Year) * 12) + date.Month - start.Month;
        return date.Day == start.Day && months > 0 && months % each.Months == 0;
    }
}
