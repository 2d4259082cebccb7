using System.Collections.Immutable;
using System.Globalization;
using Proviso.Formats.Statements;
using Proviso.Language.Binding;

namespace Proviso.Formats.Messages;

/// <summary>Reads the fields of a message as its form has them, and gives what each fills.</summary>
internal sealed class FieldReader(Agreement agreement, KnownMessages known)
{
    /// <summary>What the fields fill, by name, with the place of each in the file. What is wrong is noted with the message.</summary>
    /// <param name="asked">The fields that this message may have.</param>
    public ImmutableDictionary<string, (string Text, FilePlace Place)> Read(Message message, MessageForm form, ImmutableArray<FormField> asked)
    {
        var filled = ImmutableDictionary.CreateBuilder<string, (string, FilePlace)>(StringComparer.Ordinal);
        var given = message.Given;
        var fields = given.Find("fields");
        if (fields is null && asked.All(field => field.IsOptional))
        {
            return filled.ToImmutable();
        }

        if (fields is not JsonMembers members)
        {
            given.Wrong(given.PlaceOf("fields"), fields is null ? "`fields` is missing" : "`fields` is no object of fields and their values");
            return filled.ToImmutable();
        }

        if (members.Twice is { } twice)
        {
            given.Wrong(twice.Place, $"the field `{PartChecks.Shown(twice.Name)}` stands twice");
        }

        foreach (var member in members.Members.Where(member => asked.All(field => field.Name != member.Name)))
        {
            Extra(given, form, asked, member);
        }

        foreach (var field in asked)
        {
            if (members.Find(field.Name) is not { } value)
            {
                if (!field.IsOptional)
                {
                    given.Wrong(members.Place, $"the field `{field.Name}`{Titled(field)} is missing, and {form.Said} needs it");
                }
            }
            else if (Value(field, value, message) is var (text, why, hints) && text is not null)
            {
                filled[field.Name] = (text, value.Place);
            }
            else
            {
                given.Wrong(value.Place, $"field `{field.Name}`: {why}", hints);
            }
        }

        return filled.ToImmutable();
    }

    private static void Extra(GivenMembers given, MessageForm form, ImmutableArray<FormField> asked, JsonMember member)
    {
        if (form.Fields.Any(field => field.Name == member.Name))
        {
            given.Wrong(member.Place, $"this message says that there is nothing to declare, and gives the field `{member.Name}`", "leave out the one or the other");
            return;
        }

        ImmutableArray<string> names = [.. asked.Select(field => field.Name)];
        given.Wrong(
            member.Place, $"{form.Said} has no field `{PartChecks.Shown(member.Name)}`",
            GivenMembers.Meant(member.Name, names, names.IsEmpty ? "it has none here" : $"it has {Form.Choice(names)}"));
    }

    private static string Titled(FormField field) => field.Title.Length == 0 ? "" : $" ({field.Title})";

    /// <summary>What a value fills, or what is wrong with it and what to do.</summary>
    private (string? Text, string Why, ImmutableArray<string> Hints) Value(FormField field, PlacedJson value, Message message) => (field, value) switch
    {
        (_, JsonNothing) => No("it is null", "leave it out if there is nothing to say"),
        (_, JsonString { Text: null }) => No("it has half of a character"),
        (CountField count, JsonNumber number) => Count(count, number),
        (CountField, JsonString { Text: { } text }) when text.Length > 0 && text.All(char.IsAsciiDigit) => No("it is a text, and not a number", "write it without quotes"),
        (CountField, _) => No($"it is {GivenMembers.What(value)}, and not a whole number"),
        (TextField text, JsonString { Text: { } given }) => GivenMembers.WrongText(given, text.Most) is { } why ? No($"it {why}") : (given, "", []),
        (DateField, JsonString { Text: { } given }) => GivenMembers.IsDay(given) ? (given, "", []) : No($"`{PartChecks.Shown(given)}` is no date", "write year, month and day, as 2024-03-05"),
        (TimeField, JsonString { Text: { } given }) => MessageTime.Of(given) is { Minute: not null } time
            ? (time.Words, "", [])
            : No($"`{PartChecks.Shown(given)}` is no minute", "write it in universal time, as 2024-03-05T14:30Z"),
        (NameField name, JsonString { Text: { } given }) => Name(name, given),
        (ChoiceField choice, JsonString { Text: { } given }) => Chosen(choice, given),
        (MessageField, JsonString { Text: { } given }) => known.Find(message.Sender, given) is { } earlier
            ? (earlier.Key, "", [])
            : No($"there is no message `{PartChecks.Shown(given)}` in the case, nor above in this file", known.Hint(message.Sender, given)),
        _ => No($"it is {GivenMembers.What(value)}, and not a text"),
    };

    private static (string?, string, ImmutableArray<string>) Count(CountField field, JsonNumber number)
    {
        var bounds = string.Create(CultureInfo.InvariantCulture, $"from {field.Least:N0} to {field.Most:N0}");
        return GivenMembers.WholeIn(number) is not { } whole ? No($"`{PartChecks.Shown(number.Written)}` is no whole number {bounds}", "write it in figures alone, as 12")
            : whole < field.Least || whole > field.Most ? No(string.Create(CultureInfo.InvariantCulture, $"{whole:N0} is not {bounds}, as the form has it"))
            : (whole.ToString(CultureInfo.InvariantCulture), "", []);
    }

    private (string?, string, ImmutableArray<string>) Name(NameField field, string given)
    {
        ImmutableArray<string> names = [.. DeclaredNames.Of(agreement, field.Of)];
        return names.Contains(given)
            ? (given, "", [])
            : No($"there is no {Sorts(field.Of)} `{PartChecks.Shown(given)}` in the agreement", GivenMembers.Meant(given, names, names.Length is > 0 and <= 12 ? $"there is {Form.Choice(names)}" : "give a name that the agreement declares"));
    }

    private static string Sorts(ImmutableArray<string> sorts) => sorts.Length == 1 ? sorts[0] : $"{string.Join(", ", sorts[..^1])} or {sorts[^1]}";

    private static (string?, string, ImmutableArray<string>) Chosen(ChoiceField field, string given)
    {
        foreach (var (word, meant) in field.Words)
        {
            if (word == given)
            {
                return (meant, "", []);
            }
        }

        ImmutableArray<string> words = [.. field.Words.Select(pair => pair.Name)];
        return No($"`{PartChecks.Shown(given)}` is none of the words that the form has", GivenMembers.Meant(given, words, $"it has {Form.Choice(words.Take(12))}{(words.Length > 12 ? " and others" : "")}"));
    }

    private static (string?, string, ImmutableArray<string>) No(string why, params ImmutableArray<string> hints) => (null, why, hints);
}
