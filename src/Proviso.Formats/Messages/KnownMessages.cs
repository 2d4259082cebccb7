using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Proviso.Formats.Statements;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Formats.Messages;

/// <summary>A message that the case has already, or that stands above in the file that is read.</summary>
/// <param name="Corrects">The number of the message that it corrects, or null.</param>
/// <param name="File">The file of the case its statements stand in; null when it stands above.</param>
/// <param name="Statements">What it made.</param>
internal sealed record KnownMessage(string Number, string Sender, string? Corrects, string? File, ImmutableArray<Statement> Statements)
{
    /// <summary>Its number as a name.</summary>
    public string Key => Message.KeyOf(Sender, Number);
}

/// <summary>Which messages a case has: the source of a statement names the message that it came from.</summary>
internal sealed partial class KnownMessages
{
    /// <summary>Corrections of corrections that are followed back at most.</summary>
    public const int MostInLine = 200;

    /// <summary>Whoever has more numbers that are not there mends the first.</summary>
    private const int MostHints = 50;

    private readonly Dictionary<string, KnownMessage> byKey = new(StringComparer.Ordinal);

    /// <summary>By the number without the sender; null where several senders have it.</summary>
    private readonly Dictionary<string, KnownMessage?> byNumber = new(StringComparer.Ordinal);

    private readonly Dictionary<string, KnownMessage> correctors = new(StringComparer.Ordinal);
    private int hints;

    private KnownMessages()
    {
    }

    /// <summary>Those that the files of a case tell of.</summary>
    public static KnownMessages Of(IEnumerable<SourceText> texts)
    {
        var made = new Dictionary<string, KnownMessage>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (var sentence in SyntaxTree.Parse(text).Root.Sentences)
            {
                if (StatementOf.Sentence(sentence) is { } statement && statement.TextOf(PartNames.By) is { } by && Title().Match(statement.TextOf(PartNames.Source) ?? "") is { Success: true } title)
                {
                    var message = new KnownMessage(title.Groups["number"].Value, by, title.Groups["corrects"] is { Success: true } corrected ? corrected.Value : null, text.Path, [statement]);
                    made[message.Key] = made.TryGetValue(message.Key, out var before) ? before with { Statements = before.Statements.Add(statement) } : message;
                }
            }
        }

        var known = new KnownMessages();
        foreach (var message in made.Values)
        {
            known.Add(message);
        }

        return known;
    }

    /// <summary>The source that a statement of a message has.</summary>
    public static string TitleOf(Message message) => FormattableString.Invariant(
        $"Message {message.Number}{(message.Corrects is { } corrected ? $" (corrects {corrected})" : "")}, form {message.Form} version {message.Version}");

    /// <summary>A source of a message with its numbers as names, so that ways of writing one number are the same.</summary>
    public static string Normal(string title, string sender) => Title().Match(title) is { Success: true } match
        ? $"{Message.KeyOf(sender, match.Groups["number"].Value)} {Message.KeyOf(sender, match.Groups["corrects"].Value)} {match.Groups["form"].Value}"
        : title;

    /// <summary>Notes a message. Requires that there is none of its number yet.</summary>
    public void Add(KnownMessage message)
    {
        byKey.Add(message.Key, message);
        var number = message.Key[(message.Sender.Length + 1)..];
        byNumber[number] = byNumber.ContainsKey(number) ? null : message;
        if (message.Corrects is { } corrected)
        {
            correctors.TryAdd(Message.KeyOf(message.Sender, corrected), message);
        }
    }

    /// <summary>The message of that name, or null.</summary>
    public KnownMessage? OfKey(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The message of a number: of that sender, or else the only one of the others that has it; null when there is none, or several.</summary>
    public KnownMessage? Find(string sender, string number) => Message.IsNumber(number)
        ? OfKey(Message.KeyOf(sender, number)) ?? OfKey(Message.WordsOf(number)) ?? byNumber.GetValueOrDefault(Message.WordsOf(number))
        : null;

    /// <summary>The message that corrects another, or null.</summary>
    public KnownMessage? CorrectorOf(KnownMessage message) => correctors.GetValueOrDefault(message.Key);

    /// <summary>A message and those that it corrects, each after what corrects it; at most <see cref="MostInLine"/> of them and one more.</summary>
    public IEnumerable<KnownMessage> LineOf(KnownMessage message)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var next = message; next is not null && seen.Count <= MostInLine && seen.Add(next.Key); next = next.Corrects is { } corrected ? OfKey(Message.KeyOf(next.Sender, corrected)) : null)
        {
            yield return next;
        }
    }

    /// <summary>What to do about a number that no message has.</summary>
    public string Hint(string sender, string number)
    {
        if (hints++ >= MostHints)
        {
            return "import that one first, or give its number as it was sent";
        }

        var mine = byKey.Values.Where(message => message.Sender == sender).Select(message => message.Number).Order(StringComparer.Ordinal).ToList();
        return GivenMembers.Meant(number, mine, mine.Count == 0 ? $"there is no message of `{sender}` yet: import that one first" : "import that one first, or give its number as it was sent");
    }

    [GeneratedRegex(@"\AMessage (?<number>[A-Za-z0-9 /.-]{1,60})(?: \(corrects (?<corrects>[A-Za-z0-9 /.-]{1,60})\))?, (?<form>form [a-z0-9-]+ version [0-9]+)\z")]
    private static partial Regex Title();
}
