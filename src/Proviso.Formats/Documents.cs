using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Proviso.Formats.Workbench;

namespace Proviso.Formats;

/// <summary>The name and title of an agreement.</summary>
public sealed record AgreementHeading(string Name, string Title);

/// <summary>A view as it is listed.</summary>
/// <param name="Kind">"common", "party" or "named".</param>
public sealed record ViewHeading(string Name, string Title, string Kind);

/// <summary>The number and title of a clause.</summary>
public sealed record ClauseHeading(string Id, string Title);

/// <summary>Something seen and not read.</summary>
public sealed record LeftOutEntry(string Path, string Message);

/// <summary>Writes the documents: the same bytes for the same answer.</summary>
public static class JsonText
{
    /// <summary>The document as JSON, indented by two spaces, ended by a line feed. Properties are in the order of the schema; those
    /// without a value are left out.</summary>
    public static string Of(StatusDocument document) => JsonSerializer.Serialize(document, DocumentShapes.Readable.StatusDocument) + "\n";

    /// <inheritdoc cref="Of(StatusDocument)"/>
    public static string Of(CheckDocument document) => JsonSerializer.Serialize(document, DocumentShapes.Readable.CheckDocument) + "\n";

    /// <inheritdoc cref="Of(StatusDocument)"/>
    public static string Of(WhyDocument document) => JsonSerializer.Serialize(document, DocumentShapes.Readable.WhyDocument) + "\n";

    /// <inheritdoc cref="Of(StatusDocument)"/>
    public static string Of(ImportDocument document) => JsonSerializer.Serialize(document, DocumentShapes.Readable.ImportDocument) + "\n";

    /// <inheritdoc cref="Of(StatusDocument)"/>
    public static string Of(TimelineDocument document) => JsonSerializer.Serialize(document, DocumentShapes.Readable.TimelineDocument) + "\n";

    /// <inheritdoc cref="Of(StatusDocument)"/>
    public static string Of(ChangesDocument document) => JsonSerializer.Serialize(document, DocumentShapes.Readable.ChangesDocument) + "\n";

    /// <inheritdoc cref="Of(StatusDocument)"/>
    public static string Of(DueDocument document) => JsonSerializer.Serialize(document, DocumentShapes.Readable.DueDocument) + "\n";

    /// <inheritdoc cref="Of(StatusDocument)"/>
    public static string Of(CountDocument document) => JsonSerializer.Serialize(document, DocumentShapes.Readable.CountDocument) + "\n";

    /// <inheritdoc cref="Of(StatusDocument)"/>
    public static string Of(SourcesDocument document) => JsonSerializer.Serialize(document, DocumentShapes.Readable.SourcesDocument) + "\n";

    /// <summary>A document as the bytes that a server answers: JSON in UTF-8 without spaces. Requires a type that is known here.</summary>
    public static byte[] Bytes<T>(T document)
        where T : notnull => JsonSerializer.SerializeToUtf8Bytes(document, (System.Text.Json.Serialization.Metadata.JsonTypeInfo<T>)Shapes.GetTypeInfo(typeof(T))!);

    /// <summary>How a server writes and reads the documents: as <see cref="Of(StatusDocument)"/> does, without spaces.</summary>
    public static JsonSerializerContext Shapes => DocumentShapes.Close;
}

/// <summary>The shapes, known at build time.</summary>
[JsonSerializable(typeof(StatusDocument))]
[JsonSerializable(typeof(CheckDocument))]
[JsonSerializable(typeof(WhyDocument))]
[JsonSerializable(typeof(ImportDocument))]
[JsonSerializable(typeof(TimelineDocument))]
[JsonSerializable(typeof(ChangesDocument))]
[JsonSerializable(typeof(SourcesDocument))]
[JsonSerializable(typeof(DueDocument))]
[JsonSerializable(typeof(CountDocument))]
[JsonSerializable(typeof(OverviewDocument))]
[JsonSerializable(typeof(AgreementDocument))]
[JsonSerializable(typeof(TextDocument))]
[JsonSerializable(typeof(ReadingDocument))]
[JsonSerializable(typeof(ReportsDocument))]
[JsonSerializable(typeof(NumbersDocument))]
[JsonSerializable(typeof(WorldDocument))]
[JsonSerializable(typeof(MapDocument))]
[JsonSerializable(typeof(SupposeDocument))]
[JsonSerializable(typeof(DraftDocument))]
[JsonSerializable(typeof(CompletionDocument))]
[JsonSerializable(typeof(HoverDocument))]
[JsonSerializable(typeof(FormattedDocument))]
internal sealed partial class DocumentShapes : JsonSerializerContext
{
    /// <summary>With letters of every script as they are: the documents are UTF-8 and never part of a web page.</summary>
    public static DocumentShapes Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The same without spaces.</summary>
    public static DocumentShapes Close { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
