using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Proviso.Formats.Statements;
using Proviso.Language.Diagnostics;

namespace Proviso.Formats.Messages;

/// <summary>Reads the members of an object one by one and notes what is wrong with them.</summary>
/// <param name="faults">Takes what is wrong.</param>
internal sealed partial class GivenMembers(JsonMembers members, ImmutableArray<Fault>.Builder faults)
{
    /// <summary>A name in a form: of a form, a field.</summary>
    public const int MostOfName = 60;

    public FilePlace Place => members.Place;

    public void Wrong(FilePlace place, string message, params ImmutableArray<string> hints) => faults.Add(Fault.Error(place, message, hints));

    /// <summary>Notes members that stand twice, and those that are none of these.</summary>
    /// <param name="of">What has the members, as "a message".</param>
    public void KnownAre(string of, params ImmutableArray<string> known)
    {
        if (members.Twice is { } twice)
        {
            Wrong(twice.Place, $"`{PartChecks.Shown(twice.Name)}` stands twice in this object");
        }

        foreach (var member in members.Members.Where(member => !known.Contains(member.Name)))
        {
            Wrong(member.Place, $"there is no `{PartChecks.Shown(member.Name)}` in {of}", Meant(member.Name, known, $"there is {Form.Choice(known)}"));
        }
    }

    public PlacedJson? Find(string name) => members.Find(name);

    /// <summary>Where the value of a member is, or the object when it has none.</summary>
    public FilePlace PlaceOf(string name) => members.Find(name)?.Place ?? members.Place;

    /// <summary>A text on one line that is not empty; null when it is missing or wrong, which is noted.</summary>
    public string? Text(string name, int most, bool isNeeded = true)
    {
        switch (members.Find(name))
        {
            case null:
                if (isNeeded)
                {
                    Wrong(members.Place, $"`{name}` is missing");
                }

                return null;
            case JsonString { Text: { } text } value:
                if (WrongText(text, most) is { } why)
                {
                    Wrong(value.Place, $"`{name}` {why}");
                    return null;
                }

                return text;
            case JsonString value:
                Wrong(value.Place, $"`{name}` has half of a character");
                return null;
            case var other:
                Wrong(other.Place, $"`{name}` is {What(other)}, and not a text");
                return null;
        }
    }

    /// <summary>A name in lower-case letters, digits and single hyphens; null when it is missing or wrong, which is noted.</summary>
    public string? Name(string name)
    {
        if (Text(name, MostOfName) is not { } text)
        {
            return null;
        }

        if (IsName(text))
        {
            return text;
        }

        Wrong(PlaceOf(name), $"`{name}`: `{PartChecks.Shown(text)}` is no name: small letters from a to z, digits and single hyphens");
        return null;
    }

    /// <summary>A whole number between bounds; null when it is missing or wrong, which is noted if it is needed or wrong.</summary>
    public long? Whole(string name, long least, long most, bool isNeeded = true)
    {
        switch (members.Find(name))
        {
            case null:
                if (isNeeded)
                {
                    Wrong(members.Place, $"`{name}` is missing");
                }

                return null;
            case JsonNumber number when WholeIn(number) is { } whole && least <= whole && whole <= most:
                return whole;
            case var other:
                Wrong(other.Place, string.Create(CultureInfo.InvariantCulture, $"`{name}` is no whole number from {least:N0} to {most:N0}"));
                return null;
        }
    }

    /// <summary>True or false; false when it is missing or wrong, which is noted.</summary>
    public bool Truth(string name)
    {
        if (members.Find(name) is { } value and not JsonTruth)
        {
            Wrong(value.Place, $"`{name}` is {What(value)}, and not `true` or `false`");
        }

        return members.Find(name) is JsonTruth { Value: true };
    }

    /// <summary>A day of the calendar, as <c>2024-03-05</c>; null when it is missing or wrong, which is noted.</summary>
    public string? Day(string name)
    {
        if (Text(name, 100, isNeeded: false) is not { } text)
        {
            return null;
        }

        if (IsDay(text))
        {
            return text;
        }

        Wrong(PlaceOf(name), $"`{name}`: `{PartChecks.Shown(text)}` is no date", "write year, month and day, as 2024-03-05");
        return null;
    }

    /// <summary>The number as it is written, when it is whole and not too big to count with; else null.</summary>
    public static long? WholeIn(JsonNumber number) =>
        number.Written is not "-0" && long.TryParse(number.Written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;

    public static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    public static bool IsName(string text) => NameForm().IsMatch(text);

    /// <summary>What is wrong with a text, as what follows its name; null when nothing is.</summary>
    public static string? WrongText(string text, int most) =>
        text.AsSpan().Trim().IsEmpty ? "is empty"
        : text.Length > most ? string.Create(CultureInfo.InvariantCulture, $"has {text.Length:N0} characters, and may have {most:N0}")
        : text.Any(PartChecks.IsLineEnd) ? "goes over several lines; write it on one"
        : text.Any(c => char.IsControl(c) && c != '\t') ? "has a control character"
        : null;

    /// <summary>What a value is, in plain words.</summary>
    public static string What(PlacedJson value) => value switch
    {
        JsonString => "a text",
        JsonNumber => "a number",
        JsonTruth => "`true` or `false`",
        JsonNothing => "null",
        JsonItems => "a list",
        _ => "an object",
    };

    /// <summary>The word that was probably meant, or else some other advice.</summary>
    public static string Meant(string word, IEnumerable<string> known, string otherwise) =>
        Spelling.Closest(word, known) is { } near ? $"did you mean `{near}`?" : otherwise;

    [GeneratedRegex(@"\A(?=[^a-z]*[a-z])[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex NameForm();
}
