using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Formats.Answers;

namespace Proviso.Formats;

/// <summary>The JSON of <c>proviso what-if</c> and <c>proviso diff</c>; its schema is <c>docs/schemas/changes.schema.json</c>.</summary>
/// <param name="Schema">Always "proviso/changes/1".</param>
/// <param name="KnownBefore">The last day of what is compared with.</param>
/// <param name="KnownAfter">The last day of what is known, or supposed.</param>
/// <param name="Reports">Names of the reports that are supposed, or were learned.</param>
public sealed record ChangesDocument(
    string Schema, AgreementHeading Agreement, string KnownBefore, string KnownAfter, string? KnownTo, ImmutableArray<string> Reports, ImmutableArray<ChangesEntry> Changes)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/changes/1";

    /// <summary>The document of the changes between two evaluations.</summary>
    public static ChangesDocument From(Verdicts before, Verdicts after, ImmutableArray<RowChanges> changes, ImmutableArray<string> reports) => new(
        SchemaName,
        new(after.Case.Agreement.Name, after.Case.Agreement.Title),
        Words.Date(before.Horizon),
        Words.Date(after.Horizon),
        after.Knowledge.To?.Name,
        reports,
        [.. changes.Select(ChangesEntry.Of)]);
}

/// <summary>The changes of one row in one view, in order of days.</summary>
public sealed record ChangesEntry(RowEntry Row, string View, ImmutableArray<ChangeEntry> Changes)
{
    internal static ChangesEntry Of(RowChanges changes) => new(
        RowEntry.Of(changes.Row),
        changes.View.Name,
        [.. changes.Changes.Select(change => new ChangeEntry(
            change.Was is { } was ? ToldEntry.Of(was, change.Days) : null,
            change.Becomes is { } becomes ? ToldEntry.Of(becomes, change.Days) : null))]);
}

/// <summary>What was told, and what is told instead; one may be absent where its days end.</summary>
public sealed record ChangeEntry(ToldEntry? Was, ToldEntry? Becomes);

/// <summary>The JSON of <c>proviso sources</c>; its schema is <c>docs/schemas/sources.schema.json</c>.</summary>
/// <param name="Schema">Always "proviso/sources/1".</param>
/// <param name="AsOf">The day asked about.</param>
/// <param name="KnownOn">What was known by the end of this day counts.</param>
public sealed record SourcesDocument(
    string Schema, AgreementHeading Agreement, string AsOf, string KnownOn, string? KnownTo, ImmutableArray<SourceEntry> Sources)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/sources/1";

    /// <summary>The document of an answer.</summary>
    public static SourcesDocument From(Verdicts verdicts, int day, ImmutableArray<SourceAnswer> answers) => new(
        SchemaName,
        new(verdicts.Case.Agreement.Name, verdicts.Case.Agreement.Title),
        Words.Date(day),
        Words.Date(verdicts.Horizon),
        verdicts.Knowledge.To?.Name,
        [
            .. answers.Select(answer => new SourceEntry(
                answer.Source.Title,
                answer.Source.Address,
                [.. answer.Reports.Select(report => report.Name)],
                answer.Positions.Length,
                [.. answer.Changes.Select(ChangesEntry.Of)])),
        ]);
}

/// <summary>One source.</summary>
/// <param name="Positions">How many positions rest on it.</param>
/// <param name="Without">What the verdicts of the day would be without it.</param>
public sealed record SourceEntry(string Title, string? Address, ImmutableArray<string> Reports, int Positions, ImmutableArray<ChangesEntry> Without);
