using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Formats.Answers;

namespace Proviso.Formats;

/// <summary>The JSON of <c>proviso status</c>; its schema is <c>docs/schemas/status.schema.json</c>.</summary>
/// <param name="Schema">Always "proviso/status/1".</param>
/// <param name="AsOf">The day asked about.</param>
/// <param name="KnownOn">What was known by the end of this day counts.</param>
/// <param name="KnownTo">The party to which it was known, or null for the public.</param>
/// <param name="FirstDay">The first day that has verdicts.</param>
/// <param name="LastDay">The last day that has verdicts.</param>
public sealed record StatusDocument(
    string Schema,
    AgreementHeading Agreement,
    string AsOf,
    string KnownOn,
    string? KnownTo,
    string FirstDay,
    string LastDay,
    ImmutableArray<ViewHeading> Views,
    ImmutableArray<StatusRow> Rows)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/status/1";

    /// <summary>The document of an answer.</summary>
    public static StatusDocument From(StatusAnswer answer)
    {
        var verdicts = answer.Verdicts;
        var agreement = verdicts.Case.Agreement;
        return new(
            SchemaName,
            new(agreement.Name, agreement.Title),
            Words.Date(answer.Day),
            Words.Date(verdicts.Horizon),
            verdicts.Knowledge.To?.Name,
            Words.Date(verdicts.FirstDay),
            Words.Date(verdicts.Horizon),
            [.. answer.Views.Select(view => new ViewHeading(view.Name, view.Title, Words.Of(view.Kind)))],
            [.. answer.Lines.Select(line => StatusRow.Of(answer, line))]);
    }
}

/// <summary>What one row answers.</summary>
/// <param name="Party">The party that owes the clause or holds the right.</param>
/// <param name="Addressee">The one it is offered or owed to, if anybody.</param>
/// <param name="Instance">The place of the clause instance, if it has one.</param>
/// <param name="Place">The place asked about: the instance, or one in it.</param>
/// <param name="Duties">Under a clause that asks for acts: each single duty by the day asked about; else null.</param>
/// <param name="Above">Under a clause that asks for acts under a right: the events that ask for nothing, for they are above its number; else null.</param>
/// <param name="Quota">Of a right with a quota: the year of the day asked about, and before it the one before; else null.</param>
public sealed record StatusRow(
    ClauseHeading Clause,
    string Party,
    string? Addressee,
    string? Instance,
    string? Place,
    ImmutableArray<StatusVerdict> Verdicts,
    ImmutableArray<DutyEntry>? Duties,
    ImmutableArray<AboveEntry>? Above,
    ImmutableArray<QuotaEntry>? Quota)
{
    internal static StatusRow Of(StatusAnswer answer, StatusLine line)
    {
        var (clause, party, addressee, instance, place) = RowEntry.Of(line.Row);
        var owed = OwedLine.Of(answer, line.Row);
        return new(
            clause,
            party,
            addressee,
            instance,
            place,
            [.. line.Answers.Select(one => StatusVerdict.Of(one, answer.Verdicts.Horizon))],
            owed.IsEmpty ? null : [.. owed.SelectMany(DutyEntry.Of)],
            AboveLine.Of(answer.Verdicts, line.Row, answer.Views, answer.Day).Select(AboveEntry.Of).ToImmutableArray() is { IsEmpty: false } above ? above : null,
            QuotaLine.Of(answer.Verdicts, line.Row, answer.Views, answer.Day).Select(QuotaEntry.Of).ToImmutableArray() is { IsEmpty: false } quota ? quota : null);
    }
}

/// <summary>One single duty to act, as some views see it.</summary>
/// <param name="Trigger">The report that asks for the act; null for a duty of a fixed date.</param>
/// <param name="Due">The last moment in time on the agreement's clock, or the earliest it can be; null when the date of the trigger is in question, or a calendar does not go back so far.</param>
/// <param name="DueLatest">The latest it can be, when that is another.</param>
/// <param name="Counted">How working days are counted, and where that cannot be told; null for deadlines in other days.</param>
/// <param name="Label">What was done about it, in words.</param>
/// <param name="Acts">The reports of acts that answer it, or may.</param>
public sealed record DutyEntry(
    string? Trigger, string? Due, string? DueLatest, IReadOnlyList<string>? Counted, ImmutableArray<string> Views, string Label, string Conduct, ImmutableArray<string> Acts)
{
    internal static IEnumerable<DutyEntry> Of(OwedLine line) => line.Answers.Select(answer => new DutyEntry(
        line.Trigger,
        line.Due,
        line.DueLatest,
        line.Counted.IsEmpty ? null : line.Counted,
        answer.Views,
        Labels.OfDuty(answer.Owed),
        Words.Of(answer.Owed.Conduct),
        [.. answer.Owed.Acts.Select(act => act.Report)]));
}

/// <summary>An event that asks for nothing, as some views see it.</summary>
/// <param name="Trigger">Its report.</param>
/// <param name="Label">Why it asks for nothing, in words.</param>
public sealed record AboveEntry(string Trigger, ImmutableArray<string> Views, string Label)
{
    internal static AboveEntry Of(AboveLine line) => new(line.Use.Report, [.. line.Views.Select(view => view.Name)], Labels.Above(line.Use));
}

/// <summary>A right with a quota in one year, as some views see it.</summary>
/// <param name="Sort">"treaty" or "calendar".</param>
/// <param name="Number">The number of the year; 1 is the first.</param>
/// <param name="From">The first day of the year on which there can be a right.</param>
/// <param name="Through">The last.</param>
/// <param name="LeftAtLeast">Left, or after the year lapsed, at least so many, as far as uses are on file.</param>
/// <param name="LeftAtMost">At most so many.</param>
public sealed record QuotaEntry(
    ImmutableArray<string> Views,
    string Sort,
    int Number,
    string From,
    string Through,
    int Allowed,
    int UsedAtLeast,
    int UsedAtMost,
    int LeftAtLeast,
    int LeftAtMost,
    ImmutableArray<UseEntry> Uses)
{
    internal static QuotaEntry Of(QuotaLine line) => new(
        [.. line.Views.Select(view => view.Name)],
        line.Year.Right.Duty is Language.Binding.MayDo { Quota.IsCalendar: true } ? "calendar" : "treaty",
        line.Year.Year,
        Words.Date(line.Year.Days.From),
        Words.Date(line.Year.Days.Before - 1),
        line.Year.Allowed,
        line.Year.UsedLeast,
        line.Year.UsedMost,
        line.Year.LeftLeast,
        line.Year.LeftMost,
        [.. line.Year.Uses.Select(use => UseEntry.Of(use, line.Year.Year))]);
}

/// <summary>A use of a right in a year.</summary>
/// <param name="First">The least place in line that it can have in the year.</param>
/// <param name="Last">The greatest.</param>
/// <param name="Sure">False when it may be no use of the right, or not have been at all.</param>
public sealed record UseEntry(string Report, int First, int Last, bool Sure)
{
    internal static UseEntry Of(UsePlace use, int year)
    {
        var place = use.Years.First(each => each.Year == year);
        return new(use.Report, place.First, place.Last, use.IsSure);
    }
}

/// <summary>A verdict in a view.</summary>
/// <param name="Label">The verdict in words, from the table in <c>docs/verdicts.md</c>.</param>
/// <param name="Standing">As <c>expect</c> writes it.</param>
/// <param name="Possible">When the standing is "cannot tell": those not ruled out.</param>
/// <param name="Conduct">As <c>expect</c> writes it.</param>
/// <param name="Basis">What the conduct leans on, if it leans on something.</param>
/// <param name="Numbers">How many there are under a ceiling; null for other clauses.</param>
/// <param name="Since">The first day of the same verdict, or the first day that has verdicts.</param>
/// <param name="Through">The last day of the same verdict; null when it still holds on the last day known.</param>
/// <param name="StandingSince">As <paramref name="Since"/>, for the standing alone.</param>
/// <param name="PerhapsSince">Where the standing is told: the first of the days right before <paramref name="StandingSince"/> on which it may have been that already; null where there is none.</param>
/// <param name="StandingThrough">As <paramref name="Through"/>, for the standing alone.</param>
/// <param name="ConductSince">As <paramref name="Since"/>, for the conduct alone, whatever the standing and the numbers: a breach may be older than the doubt whether the clause still binds.</param>
/// <param name="ConductThrough">As <paramref name="Through"/>, for the conduct alone.</param>
public sealed record StatusVerdict(
    string View,
    string Label,
    string Standing,
    ImmutableArray<string>? Possible,
    string Conduct,
    string? Basis,
    StatusNumbers? Numbers,
    string Since,
    string? Through,
    string StandingSince,
    string? PerhapsSince,
    string? StandingThrough,
    string ConductSince,
    string? ConductThrough)
{
    internal static StatusVerdict Of(ViewAnswer answer, int horizon) => new(
        answer.View.Name,
        answer.Label,
        Words.Of(answer.Verdict.Standing),
        answer.Verdict.Standing == Language.Binding.Standing.CannotTell ? Words.Of(answer.Verdict.Possible) : null,
        Words.Of(answer.Verdict.Conduct),
        answer.Basis is { } basis ? Words.Of(basis) : null,
        answer.Numbers is { } numbers ? StatusNumbers.Of(numbers) : null,
        Words.Date(answer.Days.From),
        Words.Through(answer.Days, horizon),
        Words.Date(answer.StandingDays.From),
        answer.PerhapsFrom is { } perhaps ? Words.Date(perhaps) : null,
        Words.Through(answer.StandingDays, horizon),
        Words.Date(answer.ConductDays.From),
        Words.Through(answer.ConductDays, horizon));
}

/// <summary>How many there are under a ceiling.</summary>
/// <param name="AtLeast">As many as reports surely show; more than <paramref name="AtMost"/> when reports contradict each other.</param>
/// <param name="AtMost">As many as a total allows; null without one.</param>
/// <param name="BindsFrom">Before the limit binds: the first day on which it does.</param>
/// <param name="BoundThrough">After the agreement's term: its last day.</param>
public sealed record StatusNumbers(long Limit, long AtLeast, long? AtMost, string? BindsFrom, string? BoundThrough)
{
    internal static StatusNumbers Of(Numbers numbers) => new(
        numbers.Limit,
        numbers.Least,
        numbers.Most,
        numbers.BindsFrom is { } from ? Words.Date(from) : null,
        numbers.BoundThrough is { } through ? Words.Date(through) : null);
}
