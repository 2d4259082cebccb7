using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Duties;

/// <summary>Counts the working days of a party (docs/semantics.md §11). Whether a day in no stretch of its calendar is worked is not known.</summary>
internal sealed class Workdays
{
    private readonly ImmutableArray<WorkCalendar> stretches;

    /// <param name="stretches">The calendar of one party: at least one stretch, and none overlaps another.</param>
    private Workdays(ImmutableArray<WorkCalendar> stretches) => this.stretches = stretches;

    /// <summary>The working days in which a deadline is counted, for one that owes the act; null when it is not counted in working days.</summary>
    public static Workdays? Of(Agreement agreement, Deadline deadline, Party owing) => WhoseDays(deadline, owing) is not { } party ? null
        : new([.. agreement.Calendars.Where(calendar => calendar.Party.Name == party.Name).OrderBy(calendar => calendar.Days.From)]);

    /// <summary>In whose working days a deadline is counted; null when it is not counted in working days.</summary>
    public static Party? WhoseDays(Deadline deadline, Party owing) => deadline switch
    {
        WithinAfter { Working: { } working } => working.Of ?? owing,
        AtLeastBefore { Working: { } working } => working.Of ?? owing,
        _ => null,
    };

    /// <summary>Whether the party works on the day; null when its calendar does not say.</summary>
    public bool? IsWorked(int day) => StretchOf(day) is not { } stretch ? null
        : stretch.With.BinarySearch(day) >= 0 || (stretch.Weekdays.Contains(Clock.DateOf(day).DayOfWeek) && stretch.Without.BinarySearch(day) < 0);

    /// <summary>The n-th working day after a day, or before it; null where there is no such day. Requires <c>n &gt;= 1</c>.</summary>
    /// <param name="step">1 to count on, -1 to count back.</param>
    /// <param name="worksElsewhere">Whether days of which the calendar says nothing count as worked.</param>
    public int? Nth(int day, int n, int step, bool worksElsewhere)
    {
        var at = day;
        while (n > 0)
        {
            at += step;
            if (IsWorked(at) is not { } isWorked)
            {
                // All days from here to the next stretch are alike.
                var next = NextStretch(at, step);
                if (worksElsewhere && (next is null || Math.Abs((long)next.Value - at) >= n))
                {
                    return at + (step * (n - 1));
                }

                if (next is not { } first)
                {
                    return null;
                }

                n -= worksElsewhere ? Math.Abs(first - at) : 0;
                at = first - step;
            }
            else if (isWorked)
            {
                n--;
            }
        }

        return at;
    }

    /// <summary>The count from a day, as it is told.</summary>
    public WorkingCount Count(int day, int n, int step)
    {
        var (soon, late) = (Nth(day, n, step, worksElsewhere: true), Nth(day, n, step, worksElsewhere: false));
        var (first, last) = step > 0 ? (soon, late) : (late, soon);
        var between = new List<int>();
        int? unknown = null;
        for (var at = day + step; unknown is null && (at - (late ?? soon!.Value)) * step <= 0; at += step)
        {
            between.Add(at);
            unknown = IsWorked(at) is null ? at : null;
        }

        var known = between.Where(at => StretchOf(at) is { } of && of.Weekdays.Contains(Clock.DateOf(at).DayOfWeek) != IsWorked(at)).Order().ToList();
        return new(
            stretches[0].Party, n, step < 0, day, first, last, [.. known.Where(at => IsWorked(at) == false)], [.. known.Where(at => IsWorked(at) == true)],
            unknown, unknown is { } met && IsWorked(met - step) is not null);
    }

    private WorkCalendar? StretchOf(int day) => stretches.FirstOrDefault(stretch => stretch.Days.Contains(day));

    /// <summary>The first day of the next stretch met from a day on, counting on or back.</summary>
    private int? NextStretch(int day, int step) => step > 0
        ? stretches.Where(stretch => stretch.Days.From > day).Select(stretch => (int?)stretch.Days.From).FirstOrDefault()
        : stretches.Where(stretch => stretch.Days.Before <= day).Select(stretch => (int?)(stretch.Days.Before - 1)).LastOrDefault();
}
