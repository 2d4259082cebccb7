using Proviso.Language.Syntax;

namespace Proviso.Language.Editing;

/// <summary>Says what may stand at a place of a text.</summary>
public static class Completer
{
    /// <summary>The most tokens of a sentence before the place; in a longer one nothing is offered.</summary>
    public const int MostTokens = 5000;

    /// <summary>The most that is offered.</summary>
    public const int MostItems = 500;

    /// <summary>What may stand at an offset of a file, whatever comes after it. Nothing in a title or comment, in a sentence that cannot be read up to there,
    /// where a name is given to something, and for a file that is not in the case. Never fails on any text; an offset beyond the text counts as its end.</summary>
    /// <param name="countries">Names of the countries of the atlas, which the language does not know.</param>
    public static Completions At(NameIndex names, string file, int offset, IReadOnlyCollection<string>? countries = null)
    {
        if (names.Files.FirstOrDefault(each => each.Source.Path == file) is not { } text)
        {
            return Completions.None(offset);
        }

        offset = Math.Clamp(offset, 0, text.Source.Length);
        if (Caret.At(text, offset) is not { } caret)
        {
            return Completions.None(offset);
        }

        var trials = new Trials(caret.Beginning);
        if (trials.Length > MostTokens)
        {
            return Completions.None(offset);
        }

        var offered = new Offered(trials, names, caret.Typed, countries ?? []);
        return new(caret.From, offset, offered.Items, offered.Others);
    }
}

/// <summary>Where somebody writes.</summary>
/// <param name="Beginning">The sentence up to the last token before the word that is written; empty before a sentence.</param>
/// <param name="From">Where that word begins.</param>
/// <param name="Typed">What of it stands there.</param>
internal sealed record Caret(string Beginning, int From, string Typed)
{
    /// <summary>The place in a file; null in a title or comment. A hyphen behind a word belongs to a name that is not written to its end.</summary>
    public static Caret? At(Listening text, int offset)
    {
        var content = text.Source.Content;
        var isJoined = offset > 1 && content[offset - 1] == '-' && char.IsLetterOrDigit(content[offset - 2]);
        return isJoined && In(text, offset - 1) is { Typed.Length: > 0 } begun ? begun with { Typed = begun.Typed + "-" } : In(text, offset);
    }

    private static Caret? In(Listening text, int offset)
    {
        Token? last = null;
        foreach (var token in text.Root.Tokens)
        {
            if (token.Start >= offset || token.Kind == TokenKind.End)
            {
                return IsInComment(last?.Trailing, offset) || IsInComment(token.Leading, offset) ? null : After(text, last, offset, offset);
            }

            if (offset <= token.End && token.Kind == TokenKind.Title)
            {
                return offset < token.End || token.Text is not [_, .., '"'] ? null : After(text, token, offset, offset);
            }

            if (offset <= token.End && IsWord(token.Kind))
            {
                return After(text, last, token.Start, offset);
            }

            last = token.IsMissing ? last : token;
        }

        return After(text, last, offset, offset);
    }

    private static Caret After(Listening text, Token? last, int from, int offset)
    {
        var typed = text.Source.Slice(from, offset - from).ToString();
        if (last is null or { Kind: TokenKind.FullStop })
        {
            return new("", from, typed);
        }

        var sentence = text.Root.Sentences.LastOrDefault(each => FirstWritten(each) is { } first && first.Start <= last.Start);
        var start = sentence is null ? last.Start : FirstWritten(sentence)!.Start;
        return new(text.Source.Slice(start, last.End - start).ToString(), from, typed);
    }

    private static Token? FirstWritten(Sentence sentence) => sentence.Tokens.FirstOrDefault(token => !token.IsMissing);

    private static bool IsWord(TokenKind kind) =>
        kind is TokenKind.Name or TokenKind.Word or TokenKind.Zone or TokenKind.Number or TokenKind.Date or TokenKind.Month or TokenKind.Time;

    private static bool IsInComment(IEnumerable<Trivia>? between, int offset) =>
        between?.Any(trivia => trivia.Kind is TriviaKind.Comment or TriviaKind.Quote && trivia.Start < offset && offset <= trivia.Start + trivia.Length) == true;
}
