using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Proviso.Formats.Messages;

/// <summary>A notification in a form, as it was sent; the shape is <c>docs/schemas/message.schema.json</c>. Its fields are not yet read.</summary>
/// <param name="Form">The name of the form.</param>
/// <param name="Version">The version of the form it is written in.</param>
/// <param name="Number">The sender's running number, as it is written.</param>
/// <param name="Sender">The name of a party.</param>
/// <param name="Addressees">Names of parties; at least one, each once.</param>
/// <param name="Sent">When it was sent.</param>
/// <param name="Received">Who received it and when, in the order given; each receiver once.</param>
/// <param name="Effective">When what it says takes effect, or null when it does not say.</param>
/// <param name="Corrects">The number of the message that it corrects, or null.</param>
/// <param name="HasNothing">Whether it says that there is nothing to declare.</param>
/// <param name="File">The name of the file it came in.</param>
/// <param name="Given">The object it was read from.</param>
internal sealed record Message(
    string Form,
    int Version,
    string Number,
    string Sender,
    ImmutableArray<string> Addressees,
    MessageTime Sent,
    ImmutableArray<(string By, MessageTime At)> Received,
    MessageTime? Effective,
    string? Corrects,
    bool HasNothing,
    string File,
    GivenMembers Given)
{
    /// <summary>The name of the shape.</summary>
    public const string SchemaName = "proviso/message/1";

    /// <summary>Characters of a number at most.</summary>
    public const int MostOfNumber = 60;

    /// <summary>What its number comes to as a name: the same for all ways of writing the same number.</summary>
    public string Key => KeyOf(Sender, Number);

    /// <summary>The number of a sender as a name of the language: <c>North 3/2024</c> and, of <c>north</c>, <c>3/2024</c> are both <c>north-3-2024</c>.</summary>
    /// <param name="number">Letters, digits and what stands between them, see <see cref="IsNumber"/>.</param>
    public static string KeyOf(string sender, string number)
    {
        var words = WordsOf(number);
        return words.StartsWith(sender + "-", StringComparison.Ordinal) ? words : $"{sender}-{words}";
    }

    /// <summary>A number without what stands between its letters and digits: <c>North 3/2024</c> is <c>north-3-2024</c>.</summary>
    public static string WordsOf(string number)
    {
        var key = new StringBuilder();
        foreach (var letter in number.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                key.Append(letter);
            }
            else if (key.Length > 0 && key[^1] != '-')
            {
                key.Append('-');
            }
        }

        return key.ToString().TrimEnd('-');
    }

    /// <summary>Whether a text can be the number of a message: letters from a to z, digits, blanks, <c>/</c>, <c>-</c> and <c>.</c>, with a digit.</summary>
    public static bool IsNumber(string text) =>
        text.Length <= MostOfNumber && text.Any(char.IsAsciiDigit) && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '/' or '-' or '.');
}

/// <summary>A day, or a minute of it in universal time.</summary>
/// <param name="Day">As <c>2024-03-05</c>.</param>
/// <param name="Minute">As <c>14:30</c>; null for the whole day.</param>
internal readonly record struct MessageTime(string Day, string? Minute)
{
    /// <summary>The way out when a text is no such time.</summary>
    public const string Hint = "write a day, as 2024-03-05, or a minute of it in universal time, as 2024-03-05T14:30Z";

    /// <summary>The time that a text says, or null.</summary>
    public static MessageTime? Of(string text)
    {
        if (GivenMembers.IsDay(text))
        {
            return new(text, null);
        }

        return DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm':00Z'"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? new(text[..10], text[11..16])
            : null;
    }

    /// <summary>In words of the language.</summary>
    public string Words => Minute is null ? Day : $"{Day} at {Minute} utc";

    /// <summary>True when it is surely before the other.</summary>
    public bool IsBefore(MessageTime other) => string.CompareOrdinal(Day, other.Day) is var days && days != 0
        ? days < 0
        : Minute is not null && other.Minute is not null && string.CompareOrdinal(Minute, other.Minute) < 0;
}
