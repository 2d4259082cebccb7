using System.Collections.Immutable;
using Proviso.Language.Binding;
using Proviso.Language.Prose;
using Proviso.Language.Text;

namespace Proviso.Formats.Workbench;

/// <summary>Everything on file about an agreement, in the order of the files, as known on a day.</summary>
/// <param name="Schema">Always "proviso/reports/1".</param>
/// <param name="KnownOn">What was known by the end of this day is in it.</param>
public sealed record ReportsDocument(
    string Schema, AgreementHeading Agreement, string KnownOn, ImmutableArray<ReportEntry> Reports, ImmutableArray<PositionEntry> Positions)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/reports/1";

    /// <summary>The document of a case.</summary>
    /// <param name="texts">The texts of the case by path; what is written elsewhere, as in a record, has no sentence.</param>
    /// <param name="knownOn">The last day of what is known.</param>
    /// <param name="isKnown">Whether a statement counts.</param>
    /// <param name="supposed">The path of what is supposed.</param>
    public static ReportsDocument From(Case @case, IReadOnlyDictionary<string, SourceText> texts, int knownOn, Func<Attribution, bool> isKnown, string supposed)
    {
        var prose = new Prose(@case);
        var contests = @case.Positions.Where(position => isKnown(position.Attribution) && position is { Verb: PositionVerb.Doubts or PositionVerb.Denies, Target: OnReport })
            .ToLookup(position => ((OnReport)position.Target).Report, position => position.Holder.Name, StringComparer.Ordinal);
        return new(
            SchemaName,
            new(@case.Agreement.Name, @case.Agreement.Title),
            Words.Date(knownOn),
            [.. @case.Reports.Where(report => isKnown(report.Attribution)).Select(report => ReportEntry.Told(report, @case, prose, contests[report.Name], texts, supposed))],
            [.. @case.Positions.Where(position => isKnown(position.Attribution)).Select(position => PositionEntry.Of(position, @case, prose, texts, supposed))]);
    }
}

/// <summary>A report on file.</summary>
/// <param name="Kind">"state", "event", "attribute", "end", "access denied", "log" or "correction".</param>
/// <param name="Says">What it says, without who says so.</param>
/// <param name="By">Whose statement it is, by name.</param>
/// <param name="Title">The title of its source.</param>
/// <param name="Address">The address of its source, as written: it may be anything.</param>
/// <param name="SaidFrom">The first day on which it can have been said; null where only the last is known.</param>
/// <param name="Said">The last day on which it can have been said: the day on which it was, where the two are one.</param>
/// <param name="From">The first day it may be of.</param>
/// <param name="Through">The last day it may be of; null when it goes on.</param>
/// <param name="Place">Where, by name.</param>
/// <param name="ContestedBy">Who doubts or denies it, or a part of it, by name; each once.</param>
/// <param name="Of">Of an end or a correction: the name of the report it speaks of.</param>
/// <param name="Sentence">As it is written; null for one of a record.</param>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="Supposed">True when it is supposed in this question and not on file; else null.</param>
public sealed record ReportEntry(
    string Name,
    string Kind,
    string Says,
    string By,
    string Grade,
    string? Title,
    string? Address,
    string? SaidFrom,
    string Said,
    string? From,
    string? Through,
    string? Place,
    ImmutableArray<string> ContestedBy,
    string? Of,
    string? Sentence,
    string? File,
    int? Line,
    bool? Supposed)
{
    internal static ReportEntry Told(
        Report report, Case @case, Prose prose, IEnumerable<string> contests, IReadOnlyDictionary<string, SourceText> texts, string supposed)
    {
        var on = OnFile.Of(report, @case);
        var said = report.Attribution;
        var text = texts.GetValueOrDefault(report.Span.File);
        return new(
            report.Name,
            on.Kind,
            prose.Content(report),
            said.By.Name,
            Words.Of(said.Grade),
            said.Source.Title,
            said.Source.Address,
            OnFile.SaidFrom(said) is { } first ? Words.Date(first) : null,
            Words.Date(said.Said.Last),
            on.From is { } from ? Words.Date(from) : null,
            on.Through is { } through ? Words.Date(through) : null,
            on.Place?.Name,
            [.. contests.Distinct()],
            report.Content switch { EndReport end => end.Of, Correction correction => correction.Of, _ => null },
            text?.Slice(report.Span.Start, report.Span.Length).ToString(),
            report.Span.File,
            text?.PositionOf(report.Span.Start).Line,
            report.Span.File == supposed ? true : null);
    }
}

/// <summary>A position on file.</summary>
/// <param name="Verb">What was done, as the language writes it: "proposes", "denies", "withdraws from" …</param>
/// <param name="Says">What was done, without who says so.</param>
/// <param name="On">The day on which it was done, or the last day on which it can have been.</param>
/// <param name="Report">The report it is on.</param>
/// <param name="Clause">The clause it is on.</param>
/// <param name="Place">The place for which it is on the clause.</param>
/// <param name="Reading">The reading it is on, as "dispute: reading".</param>
public sealed record PositionEntry(
    string Holder,
    string Verb,
    string Says,
    string By,
    string Grade,
    string Said,
    string On,
    string? Report,
    string? Clause,
    string? Place,
    string? Reading,
    string? Title,
    string? Address,
    string? Sentence,
    string? File,
    int? Line,
    bool? Supposed)
{
    internal static PositionEntry Of(Position position, Case @case, Prose prose, IReadOnlyDictionary<string, SourceText> texts, string supposed)
    {
        var said = position.Attribution;
        var text = texts.GetValueOrDefault(position.Span.File);
        return new(
            position.Holder.Name,
            VerbOf(position.Verb),
            prose.Act(position),
            said.By.Name,
            Words.Of(said.Grade),
            Words.Date(said.Said.Last),
            Words.Date(@case.Agreement.Clock.DayOf(position.When.Latest)),
            (position.Target as OnReport)?.Report,
            (position.Target as OnClause)?.ClauseId,
            (position.Target as OnClause)?.In?.Name,
            position.Target is OnReading reading ? $"{reading.Dispute}: {reading.Reading}" : null,
            said.Source.Title,
            said.Source.Address,
            text?.Slice(position.Span.Start, position.Span.Length).ToString(),
            position.Span.File,
            text?.PositionOf(position.Span.Start).Line,
            position.Span.File == supposed ? true : null);
    }

    private static string VerbOf(PositionVerb verb) => verb switch
    {
        PositionVerb.Proposes => "proposes",
        PositionVerb.Acknowledges => "acknowledges",
        PositionVerb.Accepts => "accepts",
        PositionVerb.Rejects => "rejects",
        PositionVerb.Suspends => "suspends",
        PositionVerb.Resumes => "resumes",
        PositionVerb.Withdraws => "withdraws from",
        PositionVerb.TakesBack => "withdraws",
        PositionVerb.Doubts => "doubts",
        PositionVerb.Denies => "denies",
        _ => throw new System.Diagnostics.UnreachableException(verb.ToString()),
    };
}
