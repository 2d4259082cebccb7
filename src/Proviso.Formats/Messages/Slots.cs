using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Proviso.Formats.Statements;

namespace Proviso.Formats.Messages;

/// <summary>The places in a form's own words that a message fills, written <c>{NAME}</c>.</summary>
internal static partial class Slots
{
    public const string Number = "number";
    public const string Sender = "sender";
    public const string Addressee = "addressee";
    public const string Sent = "sent";
    public const string Received = "received";
    public const string Effective = "effective";

    /// <summary>What every message fills besides its fields.</summary>
    public static ImmutableArray<string> Always { get; } = [Number, Sender, Addressee, Sent, Received, Effective];

    /// <summary>Those of them that a message may leave open.</summary>
    public static ImmutableArray<string> Optional { get; } = [Received];

    /// <summary>The names of the slots in a text, in order.</summary>
    public static IEnumerable<string> In(string text) => Slot().Matches(text).Select(match => match.Groups["name"].Value);

    /// <summary>All slots of a part.</summary>
    public static IEnumerable<string> In(StatementPart part) => Texts(part.Value).SelectMany(In);

    /// <summary>True when a brace opens or closes no slot.</summary>
    public static bool HasStrayBrace(StatementPart part) => Texts(part.Value).Any(text => Slot().Replace(text, "").AsSpan().IndexOfAny('{', '}') >= 0);

    /// <summary>The part with its slots filled, or null when one that it needs is not given. A line or an attribute whose slot is not given is left out by itself.</summary>
    public static PartValue? Filled(PartValue value, IReadOnlyDictionary<string, string> given) => value switch
    {
        TextValue text => Filled(text.Text, given) is { } filled ? new TextValue(filled) : null,
        ListValue list => list.Items.Select(item => Filled(item, given)).OfType<string>().ToImmutableArray() is { Length: > 0 } items ? new ListValue(items) : null,
        PairsValue pairs => pairs.Pairs.Where(pair => Filled(pair.Value, given) is not null).Select(pair => pair with { Value = Filled(pair.Value, given)! })
            .ToImmutableArray() is { Length: > 0 } filled ? new PairsValue(filled) : null,
        _ => value,
    };

    private static string? Filled(string text, IReadOnlyDictionary<string, string> given) =>
        In(text).All(given.ContainsKey) ? Slot().Replace(text, match => given[match.Groups["name"].Value]) : null;

    private static IEnumerable<string> Texts(PartValue value) => value switch
    {
        TextValue text => [text.Text],
        ListValue list => list.Items,
        PairsValue pairs => pairs.Pairs.SelectMany(pair => new[] { pair.Name, pair.Value }),
        _ => [],
    };

    [GeneratedRegex(@"\{(?<name>[a-z0-9-]{1,60})\}")]
    private static partial Regex Slot();
}
