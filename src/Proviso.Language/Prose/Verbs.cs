using System.Collections.Immutable;

namespace Proviso.Language.Prose;

/// <summary>Verbs at the head of a phrase: a state's title is a predicate ("is deployed"), an event's a bare verb phrase
/// ("admit a visit").</summary>
static class Verbs
{
    private static readonly ImmutableDictionary<string, string> irregularPasts = English.Pairs(
        """
        be: was, have: had, do: did, go: went, make: made, give: gave, send: sent, hold: held, begin: began, bring: brought,
        build: built, buy: bought, come: came, cut: cut, draw: drew, fall: fell, fly: flew, find: found, get: got, keep: kept,
        know: knew, lay: laid, lead: led, leave: left, let: let, lie: lay, lose: lost, meet: met, pay: paid, put: put,
        read: read, run: ran, say: said, see: saw, sell: sold, set: set, show: showed, shut: shut, sit: sat, stand: stood,
        take: took, tell: told, think: thought, withdraw: withdrew, write: wrote, speak: spoke, strike: struck,
        undertake: undertook, withhold: withheld, overfly: overflew, shoot: shot, spend: spent
        """);

    /// <summary>Verbs of more than one syllable whose last consonant doubles, because the stress is on the end.</summary>
    private static readonly ImmutableHashSet<string> doubling =
        ["admit", "permit", "submit", "commit", "transmit", "omit", "refer", "transfer", "prefer", "defer", "occur", "control", "compel", "rebut", "abet"];

    private static readonly ImmutableHashSet<string> auxiliaries = ["is", "has", "does", "can", "may", "must", "was"];

    /// <summary>Verbs that take the person addressed right after them: "notify each other party of …".</summary>
    private static readonly ImmutableHashSet<string> addressing =
    [
        "ask", "notify", "inform", "warn", "invite", "tell", "allow", "give", "grant", "send", "show", "offer", "answer",
        "permit", "assure", "alert", "advise", "deny", "refuse", "inspect", "enable",
    ];

    /// <summary>True when a name can stand as a verb: one word that has no ending of a noun.</summary>
    public static bool CanBe(string name)
    {
        string[] nounEndings = ["tion", "sion", "ment", "ance", "ence", "ing", "ity", "sal"];
        return name.All(char.IsLower) && !nounEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));
    }

    /// <summary>Verbs that take the one addressed right after them with a word between: "talk to Russia about …".</summary>
    private static readonly ImmutableDictionary<string, string> turning = English.Pairs(
        """
        talk: to, speak: to, report: to, reply: to, respond: to, propose: to, explain: to, confirm: to, declare: to,
        announce: to, consult: with, meet: with, cooperate: with, negotiate: with, agree: with
        """);

    /// <summary>The one addressed as it stands right after the phrase's verb: " the Russian Federation", " to the Russian Federation";
    /// null when the verb does not take one there.</summary>
    public static string? Addressed(string phrase, string to)
    {
        var verb = Split(phrase).Verb;
        return addressing.Contains(verb) ? " " + to : turning.TryGetValue(verb, out var word) ? $" {word} {to}" : null;
    }

    /// <summary>The first word and the rest with its leading space.</summary>
    public static (string Verb, string Others) Split(string phrase)
    {
        var end = phrase.IndexOf(' ', StringComparison.Ordinal);
        return end < 0 ? (phrase, "") : (phrase[..end], phrase[end..]);
    }

    /// <summary>"admit a visit" → "admits a visit".</summary>
    public static string Present(string phrase)
    {
        var (verb, rest) = Split(phrase);
        return PresentVerb(verb) + rest;
    }

    /// <summary>"admit a visit" → "admitted a visit".</summary>
    public static string Past(string phrase)
    {
        var (verb, rest) = Split(phrase);
        return PastVerb(verb) + rest;
    }

    /// <summary>A state's title as a predicate in the present singular: "deployed" → "is deployed", "is deployed" stays.</summary>
    public static string Predicate(string title)
    {
        var verb = Split(title).Verb;
        if (verb == "are")
        {
            return "is" + title[3..];
        }

        var isVerb = auxiliaries.Contains(verb)
            || (verb.Length > 3 && verb.EndsWith('s') && verb.All(char.IsLower) && title.Contains(' ')
                && !verb.EndsWith("ss", StringComparison.Ordinal) && !verb.EndsWith("us", StringComparison.Ordinal));
        return isVerb ? title : "is " + title;
    }

    /// <summary>"is deployed" → "are deployed"; "holds" → "hold"; "appears or is deployed" → "appear or are deployed".</summary>
    public static string PluralPredicate(string predicate) => Each(predicate, (verb, rest) => (verb switch
    {
        "is" => "are",
        "was" => "were",
        "has" => "have",
        "does" => "do",
        "can" or "may" or "must" => verb,
        _ => Base(verb),
    }) + rest);

    /// <summary>"is deployed" → "is not deployed"; "carries warheads" → "does not carry warheads"; "appears or is deployed" →
    /// "neither appears nor is deployed".</summary>
    public static string NegatedPredicate(string predicate, bool plural)
    {
        var parts = Coordinated(predicate);
        if (parts.Count > 1)
        {
            var told = parts.Select(part => plural ? PluralPredicate(part.Text) : part.Text).ToList();
            return parts.Skip(1).All(part => part.Joint == " or ")
                ? "neither " + string.Join(" nor ", told)
                : "does not at once " + string.Concat(parts.Select(part => part.Joint + Base(Split(part.Text).Verb) + Split(part.Text).Others));
        }

        var (verb, rest) = Split(predicate);
        return verb switch
        {
            "is" or "was" => (plural ? PluralPredicate(verb) : verb) + " not" + rest,
            "can" => "cannot" + rest,
            "may" or "must" => verb + " not" + rest,
            "has" => (plural ? "do not have" : "does not have") + rest,
            _ => (plural ? "do not " : "does not ") + Base(verb) + rest,
        };
    }

    /// <summary>"is deployed" → "was deployed" or "were deployed"; "is fired or strikes there" → "was fired or struck there".</summary>
    public static string PastPredicate(string predicate, bool plural) => Each(predicate, (verb, rest) => (verb switch
    {
        "is" or "was" => plural ? "were" : "was",
        "has" => "had",
        "does" => "did",
        "can" => "could",
        "may" => "might",
        "must" => "had to",
        _ => PastVerb(Base(verb)),
    }) + rest);

    private static string Each(string predicate, Func<string, string, string> told) => string.Concat(Coordinated(predicate).Select(part =>
    {
        var (verb, rest) = Split(part.Text);
        return part.Joint + told(verb, rest);
    }));

    /// <summary>The verbs of a predicate, each with what belongs to it and the " and " or " or " before it: "is fired from there",
    /// " or " "strikes there". Not every "or" joins verbs: "is there for an exercise or a firing" has one.</summary>
    private static List<(string Joint, string Text)> Coordinated(string predicate)
    {
        var parts = new List<(string Joint, string Text)> { ("", predicate) };
        for (var at = 0; at < predicate.Length; at++)
        {
            var joint = predicate.AsSpan(at).StartsWith(" or ") ? " or " : predicate.AsSpan(at).StartsWith(" and ") ? " and " : null;
            if (joint is null || !OpensWithVerb(predicate[(at + joint.Length)..]))
            {
                continue;
            }

            var (before, text) = parts[^1];
            var rest = predicate[(at + joint.Length)..];
            parts[^1] = (before, text[..^(rest.Length + joint.Length)]);
            parts.Add((joint, rest));
        }

        return parts;
    }

    private static bool OpensWithVerb(string text)
    {
        var (verb, others) = Split(text);
        string[] after = ["there", "from", "to", "it", "them"];
        return auxiliaries.Contains(verb)
            || (verb.EndsWith('s') && verb.All(char.IsLower) && after.Contains(Split(others.TrimStart()).Verb));
    }

    private static string PresentVerb(string verb) => verb switch
    {
        "be" => "is",
        "have" => "has",
        _ when EndsInConsonantY(verb) => verb[..^1] + "ies",
        _ when verb.EndsWith('s') || verb.EndsWith('x') || verb.EndsWith('z') || verb.EndsWith('o')
            || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith("sh", StringComparison.Ordinal) => verb + "es",
        _ => verb + "s",
    };

    private static string PastVerb(string verb)
    {
        if (irregularPasts.TryGetValue(verb, out var irregular))
        {
            return irregular;
        }

        if (EndsInConsonantY(verb))
        {
            return verb[..^1] + "ied";
        }

        if (verb.EndsWith('e'))
        {
            return verb + "d";
        }

        return DoublesItsConsonant(verb) ? verb + verb[^1] + "ed" : verb + "ed";
    }

    private static bool DoublesItsConsonant(string verb) =>
        doubling.Contains(verb)
            || (verb.Length >= 3 && verb.Count(IsVowel) == 1 && IsVowel(verb[^2]) && !IsVowel(verb[^1])
                && !"wxy".Contains(verb[^1], StringComparison.Ordinal));

    private static bool EndsInConsonantY(string verb) => verb.Length > 1 && verb.EndsWith('y') && !IsVowel(verb[^2]);

    private static bool IsVowel(char letter) => "aeiou".Contains(letter, StringComparison.Ordinal);

    private static string Base(string verb)
    {
        if (verb.EndsWith("ies", StringComparison.Ordinal) && verb.Length > 4)
        {
            return verb[..^3] + "y";
        }

        string[] endings = ["sses", "xes", "ches", "shes", "zes", "oes"];
        if (endings.Any(ending => verb.EndsWith(ending, StringComparison.Ordinal)))
        {
            return verb[..^2];
        }

        return verb.EndsWith('s') && !verb.EndsWith("ss", StringComparison.Ordinal) ? verb[..^1] : verb;
    }
}
