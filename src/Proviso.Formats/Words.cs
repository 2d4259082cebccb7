using System.Collections.Immutable;
using System.Diagnostics;
using NodaTime;
using NodaTime.Text;
using Proviso.Evaluation;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;
using Proviso.Language.Diagnostics;
using Proviso.Language.Prose;

namespace Proviso.Formats;

/// <summary>The words of the language for what the model holds as numbers and cases: what <c>expect</c> and <c>grade</c> write, and
/// days as ISO 8601 dates.</summary>
public static class Words
{
    /// <summary>As <c>expect</c> writes it after <c>standing</c>.</summary>
    public static string Of(Standing standing) => Prose.Standing(standing);

    /// <summary>The standings of a set, in the order of <see cref="Standing"/>.</summary>
    public static ImmutableArray<string> Of(StandingSet standings) =>
        [.. Enum.GetValues<Standing>().Where(one => one != Standing.CannotTell && standings.Has(one)).Select(Of)];

    /// <summary>As <c>expect</c> writes it after <c>conduct</c>.</summary>
    public static string Of(Conduct conduct) => Prose.Conduct(conduct);

    /// <summary>As <c>expect</c> writes it after <c>basis</c>.</summary>
    public static string Of(Basis basis) => Prose.Basis(basis);

    /// <summary>As a report writes it after <c>grade</c>.</summary>
    public static string Of(Grade grade) => grade switch
    {
        Grade.Inspection => "inspection",
        Grade.Official => "official",
        Grade.OwnStatement => "own statement",
        Grade.Press => "press",
        Grade.Recalled => "recalled",
        _ => throw new UnreachableException($"grade {grade}"),
    };

    /// <summary>"common", "party" or "named".</summary>
    public static string Of(ViewKind kind) => kind switch
    {
        ViewKind.Common => "common",
        ViewKind.Party => "party",
        ViewKind.Named => "named",
        _ => throw new UnreachableException($"view kind {kind}"),
    };

    /// <summary>"error" or "warning".</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => throw new UnreachableException($"severity {severity}"),
    };

    /// <summary>"broken", "overdue", "unsettled", "due" or "coming".</summary>
    public static string Of(DueState state) => state switch
    {
        DueState.Broken => "broken",
        DueState.Overdue => "overdue",
        DueState.Unsettled => "unsettled",
        DueState.Due => "due",
        DueState.Coming => "coming",
        _ => throw new UnreachableException($"state {state}"),
    };

    /// <summary>The date of a day number, <c>2020-10-26</c>.</summary>
    public static string Date(int day) => LocalDatePattern.Iso.Format(Clock.DateOf(day));

    /// <summary>A minute on the agreement's clock, <c>2022-09-06 08:13</c>.</summary>
    public static string Minute(long minute, Clock clock)
    {
        // Days of a zone may be longer or shorter than 24 hours, so that the time of day is asked of the zone.
        var ofDay = clock.IsLocal
            ? LocalTime.FromMinutesSinceMidnight((int)(minute - clock.StartOf(clock.DayOf(minute))))
            : Instant.FromUnixTimeSeconds(minute * 60).InZone(DateTimeZoneProviders.Tzdb[clock.Name]).TimeOfDay;
        return $"{Date(clock.DayOf(minute))} {LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(ofDay)}";
    }

    /// <summary>The day number of a date, or null when it is not one.</summary>
    public static int? Day(string date) =>
        LocalDatePattern.Iso.Parse(date) is { Success: true } parsed && parsed.Value.Year >= 1 ? Clock.DayNumber(parsed.Value) : null;

    /// <summary>The last day of a range, or null when it reaches the last day known.</summary>
    public static string? Through(DayRange days, int horizon) => days.Before > horizon ? null : Date(days.Before - 1);
}
