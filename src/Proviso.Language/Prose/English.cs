using System.Collections.Immutable;
using System.Globalization;

namespace Proviso.Language.Prose;

/// <summary>English as such: articles, plurals, lists, figures. Knows no treaty.</summary>
static class English
{
    private static readonly ImmutableArray<string> cardinals =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly ImmutableArray<string> ordinals =
    [
        "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ];

    private static readonly ImmutableHashSet<string> prepositions =
    [
        "of", "with", "for", "in", "at", "on", "to", "from", "by", "that", "which", "whose", "under", "over", "between", "against",
        "aboard", "near", "without", "capable", "able", "made", "owned", "operated", "designed", "known", "called",
    ];

    private static readonly ImmutableDictionary<string, string> irregularPlurals = Pairs(
        """
        aircraft: aircraft, spacecraft: spacecraft, watercraft: watercraft, craft: craft, personnel: personnel,
        equipment: equipment, ordnance: ordnance, man: men, woman: women, person: persons, staff: staff, means: means,
        series: series
        """);

    /// <summary>Words at the end of a name's head that make it take "the": the Russian Federation, the Kaliningrad Region.</summary>
    private static readonly ImmutableHashSet<string> commonHeads =
    [
        "Federation", "States", "Kingdom", "Republic", "Union", "Organization", "Organisation", "Alliance", "Ministry", "Commission",
        "Council", "Committee", "Agency", "Navy", "Army", "Fleet", "Department", "Government", "Islands", "Netherlands", "Philippines",
        "Secretariat", "Command", "Community", "Confederation", "League", "Forces", "Force", "Press", "Association",
        "Region", "Oblast", "Territory", "Pacific", "Atlantic", "Arctic", "Baltic", "Sea", "Ocean", "Gulf", "Peninsula", "Zone", "Theatre",
        "Area", "Far East", "Middle East", "Near East", "Far North", "Urals", "Caucasus", "Mediterranean", "Commonwealth", "Emirates", "Parties", "Party",
        "Bloc", "Coalition", "Pact", "Treaty", "Emirate", "Sultanate", "Strait", "Straits", "Coast", "District", "Sector",
    ];

    private static readonly ImmutableHashSet<string> directions =
    [
        "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside", "inside", "within", "without",
    ];

    /// <summary>"a", "a and b", "a, b and c"; with semicolons where a part has a comma or an "and" or "or" of its own.</summary>
    public static string And(IEnumerable<string> parts) => Join([.. parts], "and");

    /// <summary>"a", "a or b", "a, b or c"; with semicolons where a part has a comma or an "and" or "or" of its own.</summary>
    public static string Or(IEnumerable<string> parts) => Join([.. parts], "or");

    /// <summary>True when the words could be torn apart by an "and" or "or" beside them. What stands in quotation marks or
    /// parentheses holds together by itself.</summary>
    public static bool IsTearable(string text)
    {
        var bare = Outside(text);
        return bare.Contains(" and ", StringComparison.Ordinal) || bare.Contains(" or ", StringComparison.Ordinal)
            || bare.Contains(", ", StringComparison.Ordinal) || bare.Contains("; ", StringComparison.Ordinal);
    }

    /// <summary>The words with "a" or "an" before them, by sound: "a missile", "an INF-range missile", "an SM-6".</summary>
    public static string A(string words) => (BeginsWithVowelSound(words) ? "an " : "a ") + words;

    /// <summary>A name with "the" before it where English wants it. A title that brings its own article keeps it; one that
    /// starts in lower case has it unless it is in the plural.</summary>
    public static string The(string name)
    {
        if (name.StartsWith("the ", StringComparison.OrdinalIgnoreCase))
        {
            return "the " + name[4..];
        }

        if (name.Length == 0 || char.IsLower(name[0]))
        {
            return IsPlural(name) || IsTearable(name) ? name : "the " + Bare(name);
        }

        var end = name.IndexOf(" of ", StringComparison.Ordinal);
        var head = end < 0 ? name : name[..end];
        var last = head[(head.LastIndexOf(' ') + 1)..];
        var isCommon = (commonHeads.Contains(last) || commonHeads.Contains(LastTwo(head))) && (head.Contains(' ') || end >= 0 || last.EndsWith('s'));
        var isDescribed = head.Contains(' ') && last.Length > 0 && char.IsLower(last[0]) && !directions.Contains(last) && !IsTearable(head);
        return isCommon || isDescribed ? "the " + name : name;
    }

    /// <summary>A noun without an article of its own.</summary>
    public static string Bare(string noun) =>
        noun.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? noun[4..]
            : noun.StartsWith("an ", StringComparison.OrdinalIgnoreCase) ? noun[3..]
            : noun.StartsWith("a ", StringComparison.Ordinal) ? noun[2..]
            : noun;

    /// <summary>The plural of a noun with what belongs to it: "ground-based missiles of INF range".</summary>
    public static string Plural(string noun)
    {
        var (before, head, after) = AroundHead(noun);
        return before + PluralWord(head) + after;
    }

    /// <summary>The singular of a regular plural: "warhead" of "warheads", "battery" of "batteries".</summary>
    public static string One(string plural) =>
        !IsPlural(plural) ? plural : plural.EndsWith("ies", StringComparison.Ordinal) ? plural[..^3] + "y" : plural[..^1];

    /// <summary>True when the noun is written in the plural: "launchers".</summary>
    public static bool IsPlural(string noun)
    {
        var head = AroundHead(noun).Head;
        return head is "forces" or "troops" or "men" or "women"
            || (head.Length > 2 && head.EndsWith('s') && head.All(letter => char.IsLower(letter) || letter == '-')
                && !head.EndsWith("ss", StringComparison.Ordinal) && !head.EndsWith("us", StringComparison.Ordinal)
                && !head.EndsWith("is", StringComparison.Ordinal) && !irregularPlurals.ContainsKey(head));
    }

    /// <summary>The noun itself, without what follows it: "missile" of "ground-based missile of INF range".</summary>
    public static string Head(string noun) => AroundHead(noun).Head;

    /// <summary>"one" to "twelve" in words, then figures: "13", "1,550". Requires <paramref name="number"/> at least 0.</summary>
    public static string Number(long number) => number < cardinals.Length ? cardinals[(int)number] : Figure(number);

    /// <summary>A figure with commas between thousands and no needless zeros.</summary>
    public static string Figure(decimal figure) =>
        figure.ToString("#,##0.############################", CultureInfo.InvariantCulture);

    /// <summary>"first" to "twentieth" in words, then "21st".</summary>
    public static string Ordinal(long number) => number < ordinals.Length ? ordinals[(int)number] : Nth(number);

    /// <summary>An ordinal number in figures: "1st", "22nd".</summary>
    public static string Nth(long number) =>
        Figure(number) + ((number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    /// <summary>"1 day", "2 days", "1,440 minutes".</summary>
    public static string Count(long number, string unit) => $"{Figure(number)} {unit}{(number == 1 ? "" : "s")}";

    /// <summary>The text with a capital at its start.</summary>
    public static string Capital(string text) =>
        text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary>The text as a sentence: a capital and a full stop.</summary>
    public static string Sentence(string text) =>
        Capital(text) + (text.EndsWith('.') || text.EndsWith(".”", StringComparison.Ordinal) || text.EndsWith('?') ? "" : ".");

    /// <summary>The text between typographic quotation marks.</summary>
    public static string Quoted(string text) => $"“{text}”";

    /// <summary>A name of the language as words: "visit-request" is "visit request".</summary>
    public static string Words(string name) => name.Replace('-', ' ');

    /// <summary>A table of words: "man: men, woman: women".</summary>
    public static ImmutableDictionary<string, string> Pairs(string table) => table
        .Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split(": "))
        .ToImmutableDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static string Join(ImmutableArray<string> parts, string word) => parts switch
    {
        [] => word == "or" ? "nothing" : "none",
        [var only] => only,
        [.. var first, var last] when parts.Any(IsTearable) => $"{string.Join("; ", first)}; {word} {last}",
        [.. var first, var last] => $"{string.Join(", ", first)} {word} {last}",
    };

    private static string LastTwo(string words) => string.Join(' ', words.Split(' ')[^Math.Min(2, words.Split(' ').Length)..]);

    /// <summary>The text without what stands in quotation marks or parentheses.</summary>
    private static string Outside(string text)
    {
        var depth = 0;
        return string.Concat(text.Where(letter =>
        {
            depth += letter is '“' or '(' ? 1 : letter is '”' or ')' ? -1 : 0;
            return depth <= 0;
        }));
    }

    private static bool BeginsWithVowelSound(string words)
    {
        var end = words.AsSpan().IndexOfAny(" -/(");
        var word = end < 0 ? words : words[..end];
        if (word.Length == 0)
        {
            return false;
        }

        if (char.IsAsciiDigit(word[0]))
        {
            return word[0] == '8' || word is "11" or "18";
        }

        var letters = word.TakeWhile(char.IsLetter).ToArray();
        var isSpelledOut = letters.Length > 0 && letters.All(char.IsUpper) && (letters.Length <= 3 || letters.Length < word.Length);
        if (isSpelledOut)
        {
            return "AEFHILMNORSX".Contains(letters[0], StringComparison.Ordinal);
        }

        var lower = word.ToLowerInvariant();
        string[] consonantSounds = ["uni", "use", "usu", "eu", "one", "once", "uk", "ura"];
        string[] silent = ["hour", "honest", "honour", "heir"];
        return silent.Any(start => lower.StartsWith(start, StringComparison.Ordinal))
            || ("aeiou".Contains(lower[0], StringComparison.Ordinal)
                && !consonantSounds.Any(start => lower.StartsWith(start, StringComparison.Ordinal)));
    }

    private static (string Before, string Head, string After) AroundHead(string noun)
    {
        var words = noun.Split(' ');
        var count = 1;
        while (count < words.Length && !prepositions.Contains(words[count]) && !words[count].StartsWith('(')
            && !words[count - 1].EndsWith(',') && !AreParticiples(words, count))
        {
            count++;
        }

        var start = words.Take(count - 1).Sum(word => word.Length + 1);
        var head = words[count - 1].TrimEnd(',');
        return (noun[..start], head, noun[(start + head.Length)..]);
    }

    /// <summary>True when nothing but participles follows, to the end or to a phrase that belongs to them: "bomber <i>declared converted</i>",
    /// "silo <i>used</i> for training", but not "bomber <i>converted</i> launcher".</summary>
    private static bool AreParticiples(string[] words, int from)
    {
        var end = from;
        while (end < words.Length && (words[end] == "used" || (words[end].Length > 4 && words[end].EndsWith("ed", StringComparison.Ordinal)
            && !words[end].EndsWith("eed", StringComparison.Ordinal) && words[end].All(char.IsLower))))
        {
            end++;
        }

        return end > from && (end == words.Length || prepositions.Contains(words[end]) || words[end] == "as");
    }

    private static string PluralWord(string word)
    {
        var lower = word.ToLowerInvariant();
        if (irregularPlurals.TryGetValue(lower, out var irregular))
        {
            return irregular;
        }

        if (IsPlural(word))
        {
            return word;
        }

        if (lower.EndsWith('y') && lower.Length > 1 && !"aeiou".Contains(lower[^2], StringComparison.Ordinal))
        {
            return word[..^1] + "ies";
        }

        return lower.EndsWith('s') || lower.EndsWith('x') || lower.EndsWith('z') || lower.EndsWith("ch", StringComparison.Ordinal)
            || lower.EndsWith("sh", StringComparison.Ordinal)
            ? word + "es"
            : word + "s";
    }
}
