using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Proviso.Formats.Statements;

/// <summary>JSON of which every value knows where it stands.</summary>
internal abstract record PlacedJson(FilePlace Place)
{
    /// <summary>Values within values at most; the forms that are read have four.</summary>
    public const int MostDepth = 16;

    /// <summary>The one value in some bytes.</summary>
    /// <param name="given">The whole file.</param>
    /// <param name="start">Where the bytes begin in the file.</param>
    /// <returns>The value, or why there is none. Never throws.</returns>
    public static (PlacedJson? Value, Fault? Refused) Parse(GivenBytes given, int start, ReadOnlyMemory<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes.Span, new JsonReaderOptions { MaxDepth = MostDepth });
        try
        {
            reader.Read();
            var value = Value(ref reader, given, start);
            reader.Read();
            return (value, null);
        }
        catch (JsonException error)
        {
            var isDeep = error.Message.Contains("maximum configured depth", StringComparison.Ordinal);
            return (null, Fault.Error(
                given.PlaceOf(start + reader.BytesConsumed),
                isDeep ? $"this is nested deeper than {MostDepth} values in each other" : bytes.IsEmpty ? "this is empty" : $"this is not JSON: {Reason(error)}",
                isDeep ? "give the form that `proviso export` writes" : "check the commas, quotes and braces around this place"));
        }
    }

    /// <summary>The reader's own words, short and without advice to programmers.</summary>
    private static string Reason(JsonException error)
    {
        bool Has(string words) => error.Message.Contains(words, StringComparison.Ordinal);
        return Has("does not contain any JSON tokens") ? "there is nothing in it"
            : Has("end of data") && !Has("after a single") || Has("open JSON object or array") ? "it ends too early"
            : Has("trailing comma") ? "a comma stands before the end of a list"
            : Has("after a single JSON value") ? "something follows after its end"
            : error.Message.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? error.Message[..end]
            : "it is broken";
    }

    private static PlacedJson Value(ref Utf8JsonReader reader, GivenBytes given, int start)
    {
        var place = given.PlaceOf(start + reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Object(ref reader, given, start, place);
            case JsonTokenType.StartArray:
                var items = ImmutableArray.CreateBuilder<PlacedJson>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Value(ref reader, given, start));
                }

                return new JsonItems(items.DrainToImmutable(), place);
            case JsonTokenType.String:
                return new JsonString(Text(ref reader), place);
            case JsonTokenType.Number:
                return new JsonNumber(Encoding.UTF8.GetString(reader.ValueSpan), place);
            case JsonTokenType.True or JsonTokenType.False:
                return new JsonTruth(reader.TokenType == JsonTokenType.True, place);
            default:
                return new JsonNothing(place);
        }
    }

    private static JsonMembers Object(ref Utf8JsonReader reader, GivenBytes given, int start, FilePlace place)
    {
        var members = ImmutableArray.CreateBuilder<JsonMember>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        JsonMember? twice = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = given.PlaceOf(start + reader.TokenStartIndex);
            var name = Text(ref reader) ?? "\uFFFD";
            reader.Read();
            var member = new JsonMember(name, Value(ref reader, given, start), at);
            members.Add(member);
            twice ??= seen.Add(name) ? null : member;
        }

        return new(members.DrainToImmutable(), twice, place);
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // Half a character, written as an escape.
        }
    }
}

/// <summary>An object.</summary>
/// <param name="Twice">The first member whose name stands a second time, or null.</param>
internal sealed record JsonMembers(ImmutableArray<JsonMember> Members, JsonMember? Twice, FilePlace Place) : PlacedJson(Place)
{
    /// <summary>The value of the member of that name, or null.</summary>
    public PlacedJson? Find(string name) => Members.FirstOrDefault(member => member.Name == name)?.Value;
}

/// <summary>A member of an object.</summary>
internal sealed record JsonMember(string Name, PlacedJson Value, FilePlace Place);

/// <summary>An array.</summary>
internal sealed record JsonItems(ImmutableArray<PlacedJson> Items, FilePlace Place) : PlacedJson(Place);

/// <summary>A string; null when it has half of a character.</summary>
internal sealed record JsonString(string? Text, FilePlace Place) : PlacedJson(Place);

/// <summary>A number as it is written.</summary>
internal sealed record JsonNumber(string Written, FilePlace Place) : PlacedJson(Place);

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed record JsonTruth(bool Value, FilePlace Place) : PlacedJson(Place);

/// <summary><c>null</c>.</summary>
internal sealed record JsonNothing(FilePlace Place) : PlacedJson(Place);
