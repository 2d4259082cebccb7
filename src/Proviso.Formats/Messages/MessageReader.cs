using System.Collections.Immutable;
using System.Text.Json;
using Proviso.Formats.Statements;
using Proviso.Language.Binding;

namespace Proviso.Formats.Messages;

/// <summary>Reads messages: what all of them have, not yet their fields. Never throws on any bytes.</summary>
internal sealed class MessageReader(string file, Agreement agreement, ImmutableArray<Fault>.Builder faults)
{
    /// <summary>Addressees, and receivers, of one message at most.</summary>
    private const int MostParties = 100;

    private static readonly ImmutableArray<string> members =
        ["schema", "$schema", "agreement", "form", "version", "number", "sender", "addressees", "sent", "received", "effective", "fields", "corrects", "nothingToDeclare"];

    private static readonly string stem = Message.SchemaName[..(Message.SchemaName.LastIndexOf('/') + 1)];

    /// <summary>Who can send and receive: the parties, and no groups of them.</summary>
    private readonly ImmutableArray<string> parties = [.. DeclaredNames.Of(agreement, ["party"])];

    /// <summary>True when the first value of a file is a message, or a list that begins with one: its <c>schema</c> says so, of whatever version.</summary>
    public static bool AreIn(GivenBytes given)
    {
        var reader = new Utf8JsonReader(given.Bytes.Span, new JsonReaderOptions { MaxDepth = PlacedJson.MostDepth });
        try
        {
            if (!reader.Read() || (reader.TokenType == JsonTokenType.StartArray && !reader.Read()) || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isSchema = reader.ValueTextEquals(StatementJson.Schema);
                reader.Read();
                if (isSchema)
                {
                    return reader.TokenType == JsonTokenType.String && reader.GetString()!.StartsWith(stem, StringComparison.Ordinal);
                }

                reader.Skip();
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Then the reader of statements says what is wrong.
        }

        return false;
    }

    /// <summary>The objects of a file that should be messages: the one, those of a list, or one a line; or why the file cannot be read.</summary>
    public static (ImmutableArray<PlacedJson> Values, ImmutableArray<Fault> Faults, Fault? Refused) Values(GivenBytes given, bool isLines)
    {
        if (!isLines)
        {
            var (value, refused) = PlacedJson.Parse(given, 0, given.Bytes);
            return value is null ? ([], [], refused) : (value is JsonItems items ? items.Items : [value], [], null);
        }

        var values = ImmutableArray.CreateBuilder<PlacedJson>();
        var faults = ImmutableArray.CreateBuilder<Fault>();
        foreach (var (line, start, bytes) in given.Lines())
        {
            if (bytes.Span.IndexOfAnyExcept(" \t"u8) >= 0)
            {
                var (value, refused) = PlacedJson.Parse(given, start, bytes);
                if (value is null)
                {
                    faults.Add(refused! with { Place = refused.Place.Line == 0 ? new(line) : refused.Place });
                }
                else
                {
                    values.Add(value);
                }
            }
        }

        return (values.DrainToImmutable(), faults.DrainToImmutable(), null);
    }

    /// <summary>The number that an object says it has, for messages; null when it says none that could be one.</summary>
    public static string? NumberOf(PlacedJson value) =>
        value is JsonMembers members && (members.Find("number") as JsonString)?.Text is { } number && Message.IsNumber(number) ? number : null;

    /// <summary>The message that a value is; null when it is none, which is noted.</summary>
    public Message? Read(PlacedJson value)
    {
        if (value is not JsonMembers document)
        {
            faults.Add(Fault.Error(value.Place, "this is no message, which is an object with `schema` and `form`", "docs/formats.md describes messages"));
            return null;
        }

        if (StatementJsonReader.WrongSchema(document, Message.SchemaName) is { } wrong)
        {
            faults.Add(wrong);
            return null;
        }

        var before = faults.Count;
        var given = new GivenMembers(document, faults);
        given.KnownAre("a message", members);
        if (given.Text("agreement", 1_000, isNeeded: false) is { } named && named != agreement.Name)
        {
            given.Wrong(given.PlaceOf("agreement"), $"this message is about the agreement `{PartChecks.Shown(named)}`, and this is `{agreement.Name}`");
        }

        var form = given.Name("form");
        var version = given.Whole("version", 1, 9_999);
        var number = Number(given, "number", isNeeded: true);
        var sender = Party(given, given.Find("sender"), "sender", document.Place);
        var addressees = Addressees(given);
        var sent = Time(given, given.Find("sent"), "sent", document.Place);
        var received = Received(given, sent);
        var effective = given.Find("effective") is { } last ? Time(given, last, "effective", document.Place) : null;
        var corrects = Number(given, "corrects", isNeeded: false);
        var hasNothing = given.Truth("nothingToDeclare");
        if (sender is not null && addressees.Contains(sender))
        {
            given.Wrong(given.PlaceOf("addressees"), $"`{sender}` is the sender, and an addressee too");
        }

        return faults.Count > before
            ? null
            : new(form!, (int)version!.Value, number!, sender!, addressees, sent!.Value, received, effective, corrects, hasNothing, file, given);
    }

    private static string? Number(GivenMembers given, string name, bool isNeeded)
    {
        if (given.Text(name, 1_000, isNeeded) is not { } text || Message.IsNumber(text))
        {
            return given.Find(name) is JsonString { Text: { } sound } && Message.IsNumber(sound) ? sound : null;
        }

        given.Wrong(
            given.PlaceOf(name), $"`{name}`: `{PartChecks.Shown(text)}` is no number of a message",
            $"write at most {Message.MostOfNumber} letters from a to z, digits, blanks, `/`, `-` and `.`, with a digit among them, as `North 12/2024`");
        return null;
    }

    private string? Party(GivenMembers given, PlacedJson? value, string what, FilePlace missing)
    {
        if (value is not JsonString { Text: { } name })
        {
            given.Wrong(value?.Place ?? missing, value is null ? $"`{what}` is missing" : $"`{what}` is not the name of a party");
            return null;
        }

        if (parties.Contains(name))
        {
            return name;
        }

        given.Wrong(value.Place, $"`{what}`: there is no party `{PartChecks.Shown(name)}`", GivenMembers.Meant(name, parties, $"there is {Form.Choice(parties)}"));
        return null;
    }

    private ImmutableArray<string> Addressees(GivenMembers given)
    {
        if (given.Find("addressees") is not JsonItems { Items.Length: > 0 and <= MostParties } items)
        {
            given.Wrong(given.PlaceOf("addressees"), "`addressees` is missing, or is no list of parties", "name all to whom it was sent: `\"addressees\": [\"south\"]`");
            return [];
        }

        ImmutableArray<string> names = [.. items.Items.Select(item => Party(given, item, "addressees", items.Place)).OfType<string>()];
        if (names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            given.Wrong(items.Place, $"`{twice.Key}` stands twice among the addressees");
        }

        return names;
    }

    private static MessageTime? Time(GivenMembers given, PlacedJson? value, string what, FilePlace missing)
    {
        if (value is JsonString { Text: { } text } && MessageTime.Of(text) is { } time)
        {
            return time;
        }

        given.Wrong(
            value?.Place ?? missing,
            value is null ? $"`{what}` is missing" : value is JsonString { Text: { } other } ? $"`{what}`: `{PartChecks.Shown(other)}` is no time" : $"`{what}` is {GivenMembers.What(value)}, and no time",
            MessageTime.Hint);
        return null;
    }

    private ImmutableArray<(string By, MessageTime At)> Received(GivenMembers given, MessageTime? sent)
    {
        if (given.Find("received") is not { } found)
        {
            return [];
        }

        if (found is not JsonItems { Items.Length: > 0 and <= MostParties } items)
        {
            given.Wrong(found.Place, "`received` is no list of receivers", "leave it out, or write `\"received\": [{ \"by\": \"south\", \"at\": \"2024-03-05T14:35Z\" }]`");
            return [];
        }

        var received = ImmutableArray.CreateBuilder<(string, MessageTime)>();
        foreach (var item in items.Items)
        {
            if (item is not JsonMembers { Twice: null, Members.Length: 2 } receipt || receipt.Find("by") is not { } by || receipt.Find("at") is not { } at)
            {
                given.Wrong(item.Place, "this is no receipt, which is an object with `by` and `at`");
            }
            else if (Party(given, by, "by", item.Place) is { } party && Time(given, at, "at", item.Place) is { } time)
            {
                if (sent is { } before && time.IsBefore(before))
                {
                    given.Wrong(at.Place, $"`{party}` received this before it was sent");
                }

                if (received.Any(one => one.Item1 == party))
                {
                    given.Wrong(by.Place, $"`{party}` stands twice among the receivers");
                }

                received.Add((party, time));
            }
        }

        return received.DrainToImmutable();
    }
}
