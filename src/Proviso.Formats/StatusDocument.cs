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
public sealed record StatusRow(
    ClauseHeading Clause,
    string Party,
    string? Addressee,
    string? Instance,
    string? Place,
    ImmutableArray<StatusVerdict> Verdicts,
    ImmutableArray<DutyEntry>? Duties)
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
            owed.IsEmpty ? null : [.. owed.SelectMany(DutyEntry.Of)]);
    }
}

/// <summary>One single duty to act, as some views see it.</summary>
/// <param name="Trigger">The report that asks for the act; null for a duty of a fixed date.</param>
/// <param name="Due">The last moment in time on the agreement's clock, or the earliest it can be; null when the date of the trigger is in question.</param>
/// <param name="DueLatest">The latest it can be, when that is another.</param>
/// <param name="Label">What was done about it, in words.</param>
/// <param name="Acts">The reports of acts that answer it, or may.</param>
public sealed record DutyEntry(
    string? Trigger, string? Due, string? DueLatest, ImmutableArray<string> Views, string Label, string Conduct, ImmutableArray<string> Acts)
{
    internal static IEnumerable<DutyEntry> Of(OwedLine line) => line.Answers.Select(answer => new DutyEntry(
        line.Trigger,
        line.Due,
        line.DueLatest,
        answer.Views,
        Labels.OfDuty(answer.Owed),
        Words.Of(answer.Owed.Conduct),
        [.. answer.Owed.Acts.Select(act => act.Report)]));
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
/// <param name="StandingThrough">As <paramref name="Through"/>, for the standing alone.</param>
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
    string? StandingThrough)
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
        Words.Through(answer.StandingDays, horizon));
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
