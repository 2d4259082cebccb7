using System.Collections.Immutable;

namespace Proviso.Language.Prose;

/// <summary>Words, or phrases joined by one "and" or "or". Written out, no reader can group them otherwise than they are
/// grouped: where a part is itself joined, or has an "and" or "or" in it, the parts are numbered.</summary>
abstract record Phrase
{
    /// <summary>Plain words.</summary>
    public static Phrase Of(string words) => new Leaf(words);

    /// <summary>Phrases joined by a word. A single phrase stays what it is.</summary>
    /// <param name="word">"and" or "or".</param>
    public static Phrase Join(string word, IEnumerable<Phrase> parts)
    {
        ImmutableArray<Phrase> all = [.. parts];
        return all is [var only] ? only : new Joined(word, all);
    }

    /// <inheritdoc/>
    public sealed override string ToString() => Write(0);

    private string Write(int depth) => this switch
    {
        Leaf leaf => leaf.Words,
        Joined { Parts: [.. var first, var last] } joined when joined.Parts.All(IsPlain) =>
            $"{string.Join(", ", first)} {joined.Word} {last}",
        Joined joined => string.Join("; ", joined.Parts.Select((part, index) =>
            (index == joined.Parts.Length - 1 ? joined.Word + " " : "") + Mark(depth, index) + " " + part.Write(depth + 1))),
        _ => throw new System.Diagnostics.UnreachableException(GetType().Name),
    };

    private static bool IsPlain(Phrase part) => part is Leaf leaf && !English.IsTearable(leaf.Words);

    /// <summary>Lower-case letters are left to the lists that such phrases stand in.</summary>
    private static string Mark(int depth, int index) => depth % 2 == 0 ? $"({Roman(index + 1)})" : $"({(char)('A' + (index % 26))})";

    private static string Roman(int number)
    {
        (int Value, string Digits)[] steps = [(50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
        var text = "";
        foreach (var (value, digits) in steps)
        {
            for (; number >= value; number -= value)
            {
                text += digits;
            }
        }

        return text;
    }

    private sealed record Leaf(string Words) : Phrase;

    private sealed record Joined(string Word, ImmutableArray<Phrase> Parts) : Phrase;
}
