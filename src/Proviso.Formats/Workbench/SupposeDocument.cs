using System.Collections.Immutable;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;
using Proviso.Language.Diagnostics;
using Proviso.Language.Prose;
using Proviso.Language.Text;

namespace Proviso.Formats.Workbench;

/// <summary>Whether sentences can be supposed, and what they say.</summary>
/// <param name="Schema">Always "proviso/suppose/1".</param>
/// <param name="Sound">True when they have no error.</param>
/// <param name="Diagnostics">What is wrong with them, in their order.</param>
/// <param name="Says">What each says, in plain English; empty when they are not sound.</param>
/// <param name="Reports">The names of the reports among them.</param>
/// <param name="FirstDay">The first day that anything of it is about.</param>
public sealed record SupposeDocument(
    string Schema, bool Sound, ImmutableArray<DiagnosticEntry> Diagnostics, ImmutableArray<string> Says, ImmutableArray<string> Reports, string? FirstDay)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/suppose/1";

    /// <summary>The document of sentences that are sound: what the case with them has more than the case without.</summary>
    public static SupposeDocument From(Case without, Case with, SourceText supposed, IEnumerable<Diagnostic> warnings)
    {
        var added = Addition.Of(without, with);
        var prose = new Prose(with);
        return new(
            SchemaName,
            true,
            Told(supposed, warnings),
            [.. added.Reports.Select(prose.Sentence), .. added.Positions.Select(prose.Sentence)],
            [.. added.Reports.Select(report => report.Name)],
            added.FirstDay is { } day ? Words.Date(day) : null);
    }

    /// <summary>The document of sentences that have errors.</summary>
    public static SupposeDocument Refused(SourceText supposed, IEnumerable<Diagnostic> diagnostics) => new(SchemaName, false, Told(supposed, diagnostics), [], [], null);

    private static ImmutableArray<DiagnosticEntry> Told(SourceText supposed, IEnumerable<Diagnostic> diagnostics) =>
        AgreementDocument.Told(new Dictionary<string, SourceText>(StringComparer.Ordinal) { [supposed.Path] = supposed }, diagnostics);
}
