using System.Collections.Immutable;
using Proviso.Formats.Statements;

namespace Proviso.Formats.Messages;

/// <summary>Reads the fields of a form.</summary>
internal static class FormFieldReader
{
    private static readonly ImmutableArray<string> types = ["text", "date", "time", "count", "name", "choice", "message"];

    private static readonly ImmutableArray<string> common = ["type", "title", "optional", "passedOver"];

    /// <summary>The fields in the order written; faults are noted.</summary>
    public static ImmutableArray<FormField> Fields(GivenMembers form, ImmutableArray<Fault>.Builder faults, int most)
    {
        if (form.Find("fields") is not JsonMembers given)
        {
            form.Wrong(form.PlaceOf("fields"), "`fields` is missing, or is no object", "it says for each field of what type it is; `{}` for a form without fields");
            return [];
        }

        if (given.Twice is { } twice)
        {
            form.Wrong(twice.Place, $"the field `{PartChecks.Shown(twice.Name)}` stands twice");
        }

        if (given.Members.Length > most)
        {
            form.Wrong(given.Place, $"this form has {given.Members.Length} fields, and may have {most}");
            return [];
        }

        var fields = ImmutableArray.CreateBuilder<FormField>(given.Members.Length);
        foreach (var (name, value, place) in given.Members)
        {
            if (!GivenMembers.IsName(name) || name.Length > GivenMembers.MostOfName)
            {
                form.Wrong(place, $"`{PartChecks.Shown(name)}` is no name for a field: small letters from a to z, digits and single hyphens");
            }
            else if (Slots.Always.Contains(name))
            {
                form.Wrong(place, $"a field cannot be called `{name}`: every message has that besides its fields", $"call it something else than {Statements.Form.Choice(Slots.Always)}");
            }
            else if (value is not JsonMembers members)
            {
                form.Wrong(value.Place, $"the field `{name}` is no object with a `type`", FormReader.Guide);
            }
            else if (Field(name, new(members, faults)) is { } field)
            {
                fields.Add(field);
            }
        }

        return fields.DrainToImmutable();
    }

    private static FormField? Field(string name, GivenMembers given)
    {
        var title = given.Text("title", 1_000, isNeeded: false) ?? "";
        var (isOptional, isPassedOver) = (given.Truth("optional"), given.Truth("passedOver"));
        switch (given.Text("type", 100))
        {
            case "text":
                given.KnownAre("a field of text", [.. common, "most"]);
                return new TextField(name, title, isOptional, isPassedOver, (int)(given.Whole("most", 1, PartChecks.MostCharacters) ?? 0));
            case "date":
                given.KnownAre("a field of a date", common);
                return new DateField(name, title, isOptional, isPassedOver);
            case "time":
                given.KnownAre("a field of a time", common);
                return new TimeField(name, title, isOptional, isPassedOver);
            case "message":
                given.KnownAre("a field of a message's number", common);
                return new MessageField(name, title, isOptional, isPassedOver);
            case "count":
                given.KnownAre("a field of a count", [.. common, "least", "most"]);
                return Count(new(name, title, isOptional, isPassedOver, 0, 0), given);
            case "name":
                given.KnownAre("a field of a name", [.. common, "of"]);
                return new NameField(name, title, isOptional, isPassedOver, Sorts(given));
            case "choice":
                given.KnownAre("a field of a choice", [.. common, "words"]);
                return new ChoiceField(name, title, isOptional, isPassedOver, Words(given));
            case { } other:
                given.Wrong(given.PlaceOf("type"), $"there is no type `{PartChecks.Shown(other)}`", GivenMembers.Meant(other, types, $"`type` is {Form.Choice(types)}"));
                return null;
            case null:
                return null;
        }
    }

    private static CountField Count(CountField field, GivenMembers given)
    {
        const long Most = 1_000_000_000_000;
        var least = given.Whole("least", 0, Most, isNeeded: false) ?? 0;
        var most = given.Whole("most", 0, Most) ?? Most;
        if (least > most)
        {
            given.Wrong(given.PlaceOf("most"), $"there is no count from {least} to {most}", "give the smaller one as `least`");
        }

        return field with { Least = least, Most = most };
    }

    private static ImmutableArray<string> Sorts(GivenMembers given)
    {
        if (given.Find("of") is not JsonItems { Items.Length: > 0 } items)
        {
            given.Wrong(given.PlaceOf("of"), "`of` is missing, or is no list", $"it lists what the name may be of: {Form.Choice(DeclaredNames.Sorts)}");
            return [];
        }

        var sorts = ImmutableArray.CreateBuilder<string>();
        foreach (var item in items.Items)
        {
            if (item is JsonString { Text: { } text } && DeclaredNames.Sorts.Contains(text) && !sorts.Contains(text))
            {
                sorts.Add(text);
            }
            else
            {
                given.Wrong(item.Place, $"this is none of what a name can be of, or stands twice", $"`of` lists some of {Form.Choice(DeclaredNames.Sorts)}");
            }
        }

        return sorts.DrainToImmutable();
    }

    private static ImmutableArray<Pair> Words(GivenMembers given)
    {
        if (given.Find("words") is not JsonMembers { Twice: null, Members.Length: > 0 and <= PartChecks.MostItems } words)
        {
            given.Wrong(given.PlaceOf("words"), "`words` is missing, is no object, or has a word twice", "it says for each word that a message may use which word of the language it stands for");
            return [];
        }

        var pairs = ImmutableArray.CreateBuilder<Pair>();
        foreach (var (word, value, place) in words.Members)
        {
            if (GivenMembers.WrongText(word, 1_000) is { } why)
            {
                given.Wrong(place, $"the word `{PartChecks.Shown(word)}` {why}");
            }
            else if (value is not JsonString { Text: { } meant } || GivenMembers.WrongText(meant, 1_000) is not null)
            {
                given.Wrong(value.Place, $"`{PartChecks.Shown(word)}` stands for no word of the language", "give the word as a text");
            }
            else
            {
                pairs.Add(new(word, meant));
            }
        }

        return pairs.DrainToImmutable();
    }
}
