using System.Collections.Immutable;
using Proviso.Formats.Answers;
using Proviso.Language.Prose;

namespace Proviso.Formats;

/// <summary>The JSON of <c>proviso due</c>; its schema is <c>docs/schemas/due.schema.json</c>.</summary>
/// <param name="Schema">Always "proviso/due/1".</param>
/// <param name="AsOf">The day asked about.</param>
/// <param name="Through">The last day of which something due is told.</param>
/// <param name="KnownOn">What was known by the end of this day counts.</param>
/// <param name="KnownTo">The party to which it was known, or null for the public.</param>
/// <param name="Past">What should have been done, by the last day in time.</param>
/// <param name="Ahead">What is due from the day on, likewise.</param>
/// <param name="Rights">Rights with a quota, and what is left of them in the year of the day.</param>
public sealed record DueDocument(
    string Schema,
    AgreementHeading Agreement,
    string AsOf,
    string Through,
    string KnownOn,
    string? KnownTo,
    ImmutableArray<ViewHeading> Views,
    ImmutableArray<DueDuty> Past,
    ImmutableArray<DueDuty> Ahead,
    ImmutableArray<RightLeft> Rights)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/due/1";

    /// <summary>The document of an answer.</summary>
    public static DueDocument From(DueAnswer answer)
    {
        var verdicts = answer.Verdicts;
        return new(
            SchemaName,
            new(verdicts.Case.Agreement.Name, verdicts.Case.Agreement.Title),
            Words.Date(answer.Day),
            Words.Date(answer.Through),
            Words.Date(verdicts.Horizon),
            verdicts.Knowledge.To?.Name,
            [.. answer.Views.Select(view => new ViewHeading(view.Name, view.Title, Words.Of(view.Kind)))],
            [.. answer.Past.Select(DueDuty.Of)],
            [.. answer.Ahead.Select(DueDuty.Of)],
            [.. answer.Rights.Select(RightLeft.Of)]);
    }
}

/// <summary>What is left of a right with a quota.</summary>
/// <param name="Right">The right, in words.</param>
/// <param name="Year">The number of the year.</param>
/// <param name="Through">The last day of the year on which there can be a right.</param>
/// <param name="Views">The views that see it so.</param>
public sealed record RightLeft(
    RowEntry Row, string Right, int Year, string Through, int Allowed, int LeftAtLeast, int LeftAtMost, ImmutableArray<string> Views)
{
    internal static RightLeft Of(QuotaLine line) => new(
        RowEntry.Of(line.Row),
        Prose.Duty(line.Row.Clause, line.Row.Instance, line.Row.Party),
        line.Year.Year,
        Words.Date(line.Year.Days.Before - 1),
        line.Year.Allowed,
        line.Year.LeftLeast,
        line.Year.LeftMost,
        [.. line.Views.Select(view => view.Name)]);
}

/// <summary>One duty to act that is not done.</summary>
/// <param name="Duty">What is to be done, in words.</param>
/// <param name="Trigger">The report of the event that asks for it.</param>
/// <param name="Period">The period it is due for.</param>
/// <param name="Opens">For a duty that recurs: the first day on which an act counts for this time.</param>
/// <param name="Due">The last day in time, or the earliest it can be.</param>
/// <param name="DueLatest">The latest it can be, when that is another day.</param>
/// <param name="DueOpen">Where a calendar of working days does not go so far: "how late", when <c>Due</c> is the earliest it can be; "how early", when it is the latest.</param>
/// <param name="Counted">How working days are counted, in words; null for deadlines in other days.</param>
/// <param name="State">"broken", "overdue", "unsettled", "due" or "coming".</param>
/// <param name="Label">What came of it, in words.</param>
/// <param name="Open">Of what is unsettled: "whether owed" or "whether done".</param>
/// <param name="Since">The first day on which it stands so, for what is past.</param>
/// <param name="Views">The views that see it so.</param>
public sealed record DueDuty(
    RowEntry Row,
    string Duty,
    string? Trigger,
    PeriodEntry? Period,
    string? Opens,
    string Due,
    string? DueLatest,
    string? DueOpen,
    IReadOnlyList<string>? Counted,
    string State,
    string Label,
    string? Open,
    string? Since,
    ImmutableArray<string> Views)
{
    internal static DueDuty Of(DueEntry entry) => new(
        RowEntry.Of(entry.Row),
        Prose.Duty(entry.Row.Clause, entry.Row.Instance, entry.Row.Party),
        entry.Trigger,
        entry.Time?.Period is { } period ? new(Words.Date(period.From), Words.Date(period.Before - 1)) : null,
        entry.Time is { } time ? Words.Date(time.Opens) : null,
        Words.Date(entry.Due),
        entry.HasNoEarliest || entry.HasNoLatest || entry.DueLast == entry.DueFirst ? null : Words.Date(entry.DueLast),
        entry.HasNoEarliest ? "how early" : entry.HasNoLatest ? "how late" : null,
        entry.Counted.IsEmpty ? null : entry.Counted,
        Words.Of(entry.State),
        entry.Label,
        entry.State == DueState.Unsettled ? entry.IsSure ? "whether done" : "whether owed" : null,
        entry.Since is { } since ? Words.Date(since) : null,
        [.. entry.Views.Select(view => view.Name)]);
}

/// <summary>The days of a period, both included.</summary>
public sealed record PeriodEntry(string From, string Through);
