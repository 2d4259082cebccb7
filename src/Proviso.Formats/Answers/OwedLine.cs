using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Formats.Answers;

/// <summary>One single duty to act, and what each view says of it; views that say the same are together.</summary>
/// <param name="Trigger">The report that asks for the act; null for a duty that waits for no event.</param>
/// <param name="Due">The last moment in time: a day, or a minute where the text counts in hours; the earliest it can be, where the date of the trigger is loose. Null
/// when that date is in question, or a calendar does not go back so far.</param>
/// <param name="DueLatest">The latest it can be, when that is another; null also when a calendar does not go on so far.</param>
public sealed record OwedLine(Row Row, string? Trigger, string? Due, string? DueLatest, ImmutableArray<(ImmutableArray<string> Views, Owed Owed)> Answers)
{
    /// <summary>The last moment in time in words: "2011-07-08", "2011-07-08 to 2011-07-12", "2012-01-03 or later", "in question".</summary>
    public string DueInWords => (Due, DueLatest) switch
    {
        (null, null) => "in question",
        ({ } due, null) => Answers[0].Owed.HasNoLatest ? $"{due} or later" : due,
        (null, { } latest) => $"{latest} or earlier",
        var (due, latest) => $"{due} to {latest}",
    };

    /// <summary>How its working days were counted, in words; none where it is not counted in such days.</summary>
    public ImmutableArray<string> Counted => [.. Answers[0].Owed.Counted.Select(Labels.OfCount)];

    /// <summary>The single duties of a row by a day, in the order of their dates.</summary>
    public static ImmutableArray<OwedLine> Of(StatusAnswer answer, Row row) =>
    [
        .. answer.Views.SelectMany(view => answer.Verdicts.OwedAt(row, view, answer.Day).Select(owed => (View: view.Name, Owed: owed)))
            .GroupBy(one => (one.Owed.Trigger, one.Owed.DueFirst, one.Owed.DueLast))
            .OrderBy(same => same.Key.DueLast).ThenBy(same => same.Key.DueFirst)
            .Select(same => Of(answer, row, [.. same.GroupBy(one => Labels.OfDuty(one.Owed)).Select(like => (like.Select(one => one.View).ToImmutableArray(), like.First().Owed))])),
    ];

    /// <summary>True for two times of one duty of which the same is to be said.</summary>
    public static bool AreAlike(OwedLine one, OwedLine other) => ReferenceEquals(one.Row, other.Row)
        && one.Answers[0].Owed.Time is not null
        && one.Answers.Length == other.Answers.Length
        && one.Answers.Zip(other.Answers).All(pair => pair.First.Views.SequenceEqual(pair.Second.Views) && Labels.OfDuty(pair.First.Owed) == Labels.OfDuty(pair.Second.Owed));

    private static OwedLine Of(StatusAnswer answer, Row row, ImmutableArray<(ImmutableArray<string> Views, Owed Owed)> answers)
    {
        var owed = answers[0].Owed;
        var clock = answer.Verdicts.Case.Agreement.Clock;
        var toTheMinute = row.Clause.Duty is ShallDo { Deadline: var deadline } && Prose.IsToTheMinute(deadline);
        var isExact = owed.DueFirst == owed.DueLast;
        var (first, last) = (owed.HasNoEarliest ? null : Last(owed.DueFirst, isExact), owed.HasNoLatest ? null : Last(owed.DueLast, isExact));
        return owed.HasNoDate ? new(row, owed.Trigger, null, null, answers) : new(row, owed.Trigger, first, last == first ? null : last, answers);

        string Last(long tooLate, bool isExact) => isExact && toTheMinute ? Words.Minute(tooLate - 1, clock) : Words.Date(clock.DayOf(tooLate - 1));
    }
}
