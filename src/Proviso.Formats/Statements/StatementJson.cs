using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Proviso.Formats.Statements;

/// <summary>Writes statements as JSON; the shape is <c>docs/schemas/statements.schema.json</c>. The same bytes for the same statements.</summary>
public static class StatementJson
{
    /// <summary>The name of the shape that is written and read.</summary>
    public const string SchemaName = "proviso/statements/1";

    internal const string Schema = "schema";
    internal const string Agreement = "agreement";
    internal const string Statements = "statements";

    private static readonly JsonWriterOptions indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions onOneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One document, indented by two spaces, ended by a line feed.</summary>
    /// <param name="agreement">The name of the agreement the statements are about.</param>
    public static string Document(string agreement, IEnumerable<Statement> statements) => Text(indented, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString(Schema, SchemaName);
        writer.WriteString(Agreement, agreement);
        writer.WriteStartArray(Statements);
        foreach (var statement in statements)
        {
            Write(writer, statement.Parts);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    /// <summary>A heading and one line for each statement.</summary>
    /// <param name="agreement">The name of the agreement the statements are about.</param>
    public static string Lines(string agreement, IEnumerable<Statement> statements)
    {
        var lines = new StringBuilder(Text(onOneLine, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString(Schema, SchemaName);
            writer.WriteString(Agreement, agreement);
            writer.WriteEndObject();
        }));
        foreach (var statement in statements)
        {
            lines.Append(Text(onOneLine, writer => Write(writer, statement.Parts)));
        }

        return lines.ToString();
    }

    /// <summary>The parts as an object.</summary>
    internal static void Write(Utf8JsonWriter writer, ImmutableArray<StatementPart> parts)
    {
        writer.WriteStartObject();
        foreach (var part in parts)
        {
            writer.WritePropertyName(part.Name);
            Write(writer, part.Value);
        }

        writer.WriteEndObject();
    }

    /// <summary>What is written, ended by a line feed.</summary>
    internal static string Text(Action<Utf8JsonWriter> write) => Text(indented, write);

    private static void Write(Utf8JsonWriter writer, PartValue value)
    {
        switch (value)
        {
            case TextValue text:
                writer.WriteStringValue(text.Text);
                break;
            case FlagValue:
                writer.WriteBooleanValue(true);
                break;
            case ListValue list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    writer.WriteStringValue(item);
                }

                writer.WriteEndArray();
                break;
            case PairsValue pairs:
                writer.WriteStartObject();
                foreach (var (name, said) in pairs.Pairs)
                {
                    writer.WriteString(name, said);
                }

                writer.WriteEndObject();
                break;
            case ReceiptsValue receipts:
                writer.WriteStartArray();
                foreach (var (by, on) in receipts.Receipts)
                {
                    writer.WriteStartObject();
                    writer.WriteString(PartNames.By, by);
                    writer.WriteString(PartNames.On, on);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                break;
            default:
                throw new UnreachableException(value.GetType().Name);
        }
    }

    private static string Text(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }
}
