using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Evaluation.Duties;
using Proviso.Language.Binding;

namespace Proviso.Formats.Answers;

/// <summary>How a duty to act stands that is not done.</summary>
public enum DueState
{
    /// <summary>Not done in time, which is proved.</summary>
    Broken,

    /// <summary>Its time has run out, and nothing on file can have been the act in time.</summary>
    Overdue,

    /// <summary>Whether it is owed, or whether it was done, cannot be told.</summary>
    Unsettled,

    /// <summary>Owed, and still in time.</summary>
    Due,

    /// <summary>Not owed yet: it will be, if the clause is in force on the day that opens its time.</summary>
    Coming,
}

/// <summary>One duty to act that is not done, in the views that see it so.</summary>
/// <param name="Trigger">The report of the event that asks for the act, or null.</param>
/// <param name="Time">Which of its times it is, for a duty that recurs.</param>
/// <param name="DueFirst">The last day in time, or the earliest it can be; <see cref="int.MinValue"/> where that cannot be told.</param>
/// <param name="DueLast">The last day in time, or the latest it can be; <see cref="int.MaxValue"/> where that cannot be told.</param>
/// <param name="Label">What came of it, in words.</param>
/// <param name="IsSure">Of what is unsettled: true when it is surely owed, and open whether it was done.</param>
/// <param name="Since">The first day on which it stands so; null for what is not past.</param>
/// <param name="Views">In view order; at least one.</param>
public sealed record DueEntry(
    Row Row, string? Trigger, DueTime? Time, int DueFirst, int DueLast, DueState State, string Label, bool IsSure, int? Since, ImmutableArray<View> Views)
{
    /// <summary>How its working days are counted, in words; none where it is not counted in such days.</summary>
    public ImmutableArray<string> Counted { get; init; } = [];

    /// <summary>True when it cannot be told how early it was due, as a calendar does not go back so far.</summary>
    public bool HasNoEarliest => DueFirst == int.MinValue;

    /// <summary>True when it cannot be told how late it is due, as a calendar does not go on so far.</summary>
    public bool HasNoLatest => DueLast == int.MaxValue;

    /// <summary>The last day in time, or the earliest it can be; where that cannot be told, the latest.</summary>
    public int Due => HasNoEarliest ? DueLast : DueFirst;
}

/// <summary>What is owed and not done on a day: what is due within some days, and what should have been done.</summary>
/// <param name="Through">The last day of which something due is told.</param>
/// <param name="Past">What is broken, overdue or unsettled, its last day in time over; by that day.</param>
/// <param name="Ahead">What is due from the day on; by the last day in time.</param>
/// <param name="Rights">The rights with a quota that may be in force on the day, as far as they are used.</param>
public sealed record DueAnswer(
    Verdicts Verdicts, int Day, int Through, ImmutableArray<View> Views, ImmutableArray<DueEntry> Past, ImmutableArray<DueEntry> Ahead, ImmutableArray<QuotaLine> Rights)
{
    /// <summary>Within how many days what falls due is told, unless somebody says otherwise.</summary>
    public const int UsualDays = 30;

    /// <summary>The most days that can be asked about: a hundred years.</summary>
    public const int MostDays = 36_525;

    /// <summary>Reads the duties of some rows in some views. Requires a day up to the horizon of the verdicts and <c>days &gt;= 0</c>.</summary>
    public static DueAnswer On(Verdicts verdicts, int day, int days, ImmutableArray<View> views, Func<Row, bool> rows)
    {
        var found = verdicts.Rows.Where(rows)
            .SelectMany(row => views.SelectMany(view => Of(verdicts, row, view, day, day + days)))
            .GroupBy(entry => (entry.Row, entry.Trigger, entry.Time, entry.DueFirst, entry.DueLast, entry.State, entry.Label, entry.IsSure, entry.Since))
            .Select(same => same.First() with { Views = [.. same.SelectMany(entry => entry.Views)] })
            .OrderBy(entry => entry.Due)
            .ToList();
        return new(verdicts, day, day + days, views, [.. found.Where(entry => entry.DueLast < day)], [.. found.Where(entry => entry.DueLast >= day)],
        [
            .. verdicts.Rows.Where(rows).SelectMany(row =>
                QuotaLine.Of(verdicts, row, views.Where(view => verdicts.At(row, view, day).Possible.Has(Standing.InForce)), day)
                    .Where(line => line.Year.Days.Contains(day))),
        ]);
    }

    private static IEnumerable<DueEntry> Of(Verdicts verdicts, Row row, View view, int day, int through)
    {
        var clock = verdicts.Case.Agreement.Clock;
        foreach (var owed in verdicts.OwedAt(row, view, day).Where(owed => !owed.HasNoDate))
        {
            var entry = Entry(owed);
            var isAhead = entry.DueLast >= day;
            if (isAhead && entry.DueFirst > through)
            {
                continue;
            }

            switch (owed.Conduct)
            {
                case Conduct.Pending:
                    yield return entry;
                    break;
                case Conduct.Broken:
                    yield return entry with { State = DueState.Broken, Since = Math.Max(clock.DayOf(owed.DueLast), clock.DayOf(owed.When.Latest)) };
                    break;
                case Conduct.CannotTell when owed is { IsSure: true, IsOver: true } && owed.Acts.All(act => act.Timing == Timing.TooLate):
                    yield return entry with { State = DueState.Overdue, Since = clock.DayOf(owed.DueLast) };
                    break;
                case Conduct.CannotTell:
                    yield return entry with { State = DueState.Unsettled, Since = isAhead ? null : entry.DueLast + 1 };
                    break;
            }
        }

        // A time that opens by the last day known is told as it turns out; of later ones nothing is on file yet.
        foreach (var owed in verdicts.OwedAt(row, view, Math.Min(through, verdicts.Horizon)).Where(owed => owed.IsSure && owed.Time?.Opens > day && owed.Time.Due <= through))
        {
            yield return Entry(owed) with { State = DueState.Coming, Label = Opening(owed.Time!) };
        }

        foreach (var time in verdicts.Coming(row, view, day, through).Where(time => time.Opens > verdicts.Horizon))
        {
            yield return new(row, null, time, time.Due, time.Due, DueState.Coming, Opening(time), true, null, [view]);
        }

        DueEntry Entry(Owed owed) =>
            new(
                row, owed.Trigger, owed.Time,
                owed.HasNoEarliest ? int.MinValue : clock.DayOf(owed.DueFirst - 1), owed.HasNoLatest ? int.MaxValue : clock.DayOf(owed.DueLast - 1),
                DueState.Due, owed.Conduct == Conduct.Pending ? "due" : Labels.OfDuty(owed), owed.IsSure, null, [view])
            {
                Counted = [.. owed.Counted.Select(Labels.OfCount)],
            };

        static string Opening(DueTime time) => $"will be owed if in force on {Words.Date(time.Opens)}";
    }
}
