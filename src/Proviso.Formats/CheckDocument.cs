using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Formats.Answers;
using Proviso.Formats.Bulk;
using Proviso.Language.Binding;
using Proviso.Language.Diagnostics;
using Proviso.Language.Text;

namespace Proviso.Formats;

/// <summary>The JSON of <c>proviso check</c>; its schema is <c>docs/schemas/check.schema.json</c>.</summary>
/// <param name="Schema">Always "proviso/check/1".</param>
/// <param name="Sound">True when the text has no error and every expectation is met.</param>
/// <param name="Files">The files read, in name order.</param>
/// <param name="LeftOut">What was seen and not read.</param>
/// <param name="Diagnostics">What is wrong with the text, in the order of the files.</param>
/// <param name="Records">What came of reading records; null where the case has none, or its text has errors.</param>
/// <param name="Expectations">What became of the expected verdicts, in the order written; null when the text has errors.</param>
/// <param name="Numbers">What became of the expected numbers, in the order written; null when none is expected or the text has errors.</param>
public sealed record CheckDocument(
    string Schema,
    bool Sound,
    ImmutableArray<string> Files,
    ImmutableArray<LeftOutEntry> LeftOut,
    ImmutableArray<DiagnosticEntry> Diagnostics,
    RecordsEntry? Records,
    ImmutableArray<ExpectationEntry>? Expectations,
    ImmutableArray<ExpectedNumberEntry>? Numbers)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/check/1";

    /// <summary>The document of a check.</summary>
    /// <param name="texts">The texts read; every span of the diagnostics and expectations lies in one of them, but for related ones in records, which are not told.</param>
    /// <param name="expected">Null when the text has errors.</param>
    public static CheckDocument From(
        IReadOnlyList<SourceText> texts,
        ImmutableArray<LeftOutEntry> leftOut,
        ImmutableArray<Diagnostic> diagnostics,
        RecordsRead? records,
        bool keepsGood,
        ExpectedAnswer? expected)
    {
        var byPath = texts.ToDictionary(text => text.Path);
        TextPlace Place(SourceSpan span) => TextPlace.From(byPath[span.File], span);
        return new(
            SchemaName,
            !diagnostics.Any(one => one.IsError) && (keepsGood || records is not { Errors: > 0 }) && expected?.IsMet != false,
            [.. texts.Select(text => text.Path)],
            leftOut,
            [.. diagnostics.Select(one => DiagnosticEntry.Of(one with { Related = [.. one.Related.Where(related => byPath.ContainsKey(related.Span.File))] }, Place))],
            RecordsEntry.Of(records),
            expected is null ? null : [.. expected.Verdicts.Select(one => ExpectationEntry.Of(one, Place))],
            expected is null or { Numbers: [] } ? null : [.. expected.Numbers.Select(one => ExpectedNumberEntry.Of(one, Place))]);
    }
}

/// <summary>What came of reading records.</summary>
/// <param name="Read">How many lines or rows there were.</param>
/// <param name="Errors">How many errors they have; each left a record out.</param>
/// <param name="Faults">The first errors and warnings, by file and place.</param>
public sealed record RecordsEntry(long Read, long Errors, long Warnings, ImmutableArray<RecordFaultEntry> Faults)
{
    internal static RecordsEntry? Of(RecordsRead? read) => read is null ? null : new(
        read.Records, read.Errors, read.Warnings, [.. read.Faults.Select(one => new RecordFaultEntry(one.Path, FaultEntry.Of(one.Fault)))]);
}

/// <summary>Something wrong with a record, or to know.</summary>
public sealed record RecordFaultEntry(string File, FaultEntry Fault);

/// <summary>Something wrong with a text.</summary>
/// <param name="Severity">"error" or "warning".</param>
/// <param name="Hints">What to do about it, in the order of use.</param>
/// <param name="Related">Other places that explain it.</param>
/// <param name="Fixes">Changes that mend it, the best first.</param>
public sealed record DiagnosticEntry(
    string Code,
    string Severity,
    string Message,
    TextPlace Place,
    ImmutableArray<string> Hints,
    ImmutableArray<RelatedEntry> Related,
    ImmutableArray<FixEntry> Fixes)
{
    internal static DiagnosticEntry Of(Diagnostic diagnostic, Func<SourceSpan, TextPlace> place) => new(
        diagnostic.Code,
        Words.Of(diagnostic.Severity),
        diagnostic.Message,
        place(diagnostic.Span),
        diagnostic.Hints,
        [.. diagnostic.Related.Select(related => new RelatedEntry(related.Text, place(related.Span)))],
        [.. diagnostic.Fixes.Select(fix => new FixEntry(fix.Title, [.. fix.Edits.Select(edit => new EditEntry(place(edit.Span), edit.NewText))]))]);
}

/// <summary>A place that explains a diagnostic.</summary>
public sealed record RelatedEntry(string Text, TextPlace Place);

/// <summary>A change that mends what is wrong.</summary>
public sealed record FixEntry(string Title, ImmutableArray<EditEntry> Edits);

/// <summary>Replace a stretch of a file with another text.</summary>
public sealed record EditEntry(TextPlace Place, string NewText);

/// <summary>What became of an expected verdict.</summary>
/// <param name="Place">Where the sentence stands.</param>
/// <param name="From">The first day it is expected on.</param>
/// <param name="Through">The last such day.</param>
/// <param name="In">The place of the row, if the clause has one.</param>
/// <param name="Met">True when every day has the verdict.</param>
/// <param name="Found">The other verdict that was found.</param>
/// <param name="FoundOn">The first day on which it was.</param>
/// <param name="Because">Why nothing was found: "no such row" or "outside the file".</param>
public sealed record ExpectationEntry(
    TextPlace Place,
    string View,
    string From,
    string Through,
    string? KnownOn,
    string? KnownTo,
    string Clause,
    string Party,
    string? In,
    Outcome Expected,
    bool Met,
    Outcome? Found,
    string? FoundOn,
    string? Because)
{
    internal static ExpectationEntry Of(ExpectationAnswer answer, Func<SourceSpan, TextPlace> place)
    {
        var expectation = answer.Expectation;
        var other = answer.Unmet as FoundOther;
        return new(
            place(expectation.Span),
            expectation.View,
            Words.Date(expectation.Days.From),
            Words.Date(expectation.Days.Before - 1),
            expectation.KnownOn is { } known ? Words.Date(known) : null,
            expectation.KnownTo?.Name,
            expectation.ClauseId,
            expectation.Party.Name,
            expectation.Place?.Name,
            Outcome.Of(expectation.Standing, expectation.Conduct, expectation.Basis),
            answer.IsMet,
            other is null ? null : Outcome.Of(other.Verdict.Standing, other.Verdict.Conduct, other.Basis),
            other is null ? null : Words.Date(other.Day),
            answer.Unmet switch
            {
                NoSuchRow => "no such row",
                OutsideTheFile => "outside the file",
                _ => null,
            });
    }
}

/// <summary>What became of an expected number.</summary>
/// <param name="Place">Where the sentence stands.</param>
/// <param name="From">The first day it is expected on.</param>
/// <param name="Through">The last such day.</param>
/// <param name="Party">Whose; absent: of all parties together.</param>
/// <param name="In">Where; absent: wherever.</param>
/// <param name="Met">True when every day has the number.</param>
/// <param name="Found">The other number that was found.</param>
/// <param name="FoundOn">The first day on which it was.</param>
/// <param name="Because">Why nothing was found: "outside the file".</param>
public sealed record ExpectedNumberEntry(
    TextPlace Place,
    string View,
    string From,
    string Through,
    string? KnownOn,
    string? KnownTo,
    string Count,
    string? Party,
    string? In,
    NumberEntry Expected,
    bool Met,
    NumberEntry? Found,
    string? FoundOn,
    string? Because)
{
    internal static ExpectedNumberEntry Of(CountAnswer answer, Func<SourceSpan, TextPlace> place)
    {
        var expectation = answer.Expectation;
        return new(
            place(expectation.Span),
            expectation.View,
            Words.Date(expectation.Days.From),
            Words.Date(expectation.Days.Before - 1),
            expectation.KnownOn is { } known ? Words.Date(known) : null,
            expectation.KnownTo?.Name,
            expectation.Count.Name,
            expectation.Party?.Name,
            expectation.Place?.Name,
            new(expectation.Number?.Low, expectation.Number?.High, expectation.Number is null ? true : null),
            answer.IsMet,
            answer.Found is { } found ? NumberEntry.Of(found) : null,
            answer is { Day: { } day, Found: not null } ? Words.Date(day) : null,
            answer is { IsMet: false, Found: null } ? "outside the file" : null);
    }
}

/// <summary>A number of a count. Absent ends are open.</summary>
/// <param name="CannotTell">True when it cannot be told; else absent.</param>
public sealed record NumberEntry(long? Least, long? Most, bool? CannotTell)
{
    internal static NumberEntry Of(CountedNumber number) => number.IsTold ? new(number.Least, number.Most, null) : new(null, null, true);
}

/// <summary>A verdict, or the parts of it that are expected.</summary>
public sealed record Outcome(string? Standing, string? Conduct, string? Basis)
{
    internal static Outcome Of(Standing? standing, Conduct? conduct, Basis? basis) => new(
        standing is { } s ? Words.Of(s) : null,
        conduct is { } c ? Words.Of(c) : null,
        basis is { } b ? Words.Of(b) : null);
}
