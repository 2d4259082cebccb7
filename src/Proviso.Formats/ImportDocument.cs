using System.Collections.Immutable;
using Proviso.Formats.Statements;

namespace Proviso.Formats;

/// <summary>The JSON of <c>proviso import</c>; its schema is <c>docs/schemas/import.schema.json</c>.</summary>
/// <param name="Schema">Always "proviso/import/1".</param>
/// <param name="File">The file that was read.</param>
/// <param name="Into">The file of the case they were to go to.</param>
/// <param name="Written">True when that file was written.</param>
/// <param name="Added">What was added, in the order of the sentences.</param>
/// <param name="Faults">What is wrong, and what to know of what was added, in the order of the file.</param>
public sealed record ImportDocument(
    string Schema, string File, string Into, bool Written, ImmutableArray<AddedEntry> Added, ImmutableArray<FaultEntry> Faults)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/import/1";

    /// <summary>The document of an import.</summary>
    /// <param name="written">Whether the file was written.</param>
    public static ImportDocument From(string file, string into, bool written, Imported imported) => new(
        SchemaName,
        file,
        into,
        written,
        [.. imported.Added.Select(one => new AddedEntry(one.Sort ?? "", one.TextOf(PartNames.Name), Place(one.Place)))],
        [.. imported.Faults.Select(FaultEntry.Of)]);

    internal static GivenPlaceEntry? Place(FilePlace place) =>
        place.Line == 0 ? null : new(place.Line, place.Column == 0 ? null : place.Column, place.Field);
}

/// <summary>A statement that was added.</summary>
/// <param name="Sentence">"report", "position" or "sources".</param>
/// <param name="Name">The name of a report.</param>
/// <param name="Place">Where it stands in the file that was read.</param>
public sealed record AddedEntry(string Sentence, string? Name, GivenPlaceEntry? Place);

/// <summary>Something wrong, or to know.</summary>
/// <param name="Severity">"error" or "warning".</param>
/// <param name="Code">The code of a diagnostic of the language, if it is one.</param>
/// <param name="Place">Where in the file that was read; null for all of it.</param>
public sealed record FaultEntry(string Severity, string? Code, string Message, GivenPlaceEntry? Place, ImmutableArray<string> Hints)
{
    internal static FaultEntry Of(Fault fault) => new(fault.IsError ? "error" : "warning", fault.Code, fault.Message, ImportDocument.Place(fault.Place), fault.Hints);
}

/// <summary>A place in the file that was read.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">The character of the line, from 1; null for all of it.</param>
/// <param name="Field">The heading of a column of a table.</param>
public sealed record GivenPlaceEntry(int Line, int? Column, string? Field);
