using System.Collections.Immutable;
using Proviso.Language.Syntax;

namespace Proviso.Language.Editing;

/// <summary>How a stretch of a text is shown.</summary>
public enum TokenClass
{
    /// <summary>A word of the language.</summary>
    Word,

    /// <summary>A name; what it is of is in <see cref="TextToken.Sort"/>.</summary>
    Name,

    /// <summary>A title, in quotes.</summary>
    Title,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A date, a month or a time of day.</summary>
    Date,

    /// <summary>A time zone, or a letter of a coordinate.</summary>
    Zone,

    /// <summary>A comma, semicolon, colon, full stop or parenthesis.</summary>
    Mark,

    /// <summary>From <c>--</c> to the end of the line.</summary>
    Comment,

    /// <summary>A line of the article's own words, from <c>--|</c> on.</summary>
    Quote,

    /// <summary>Characters that have no place in the language.</summary>
    Unknown,
}

/// <summary>A stretch of a text and how it is shown.</summary>
/// <param name="Start">From 0, in UTF-16 code units.</param>
/// <param name="Length">At least 1.</param>
/// <param name="Sort">Of a name that leads somewhere; else null.</param>
public readonly record struct TextToken(int Start, int Length, TokenClass Class, NameSort? Sort);

/// <summary>A text in stretches, for showing it in colours.</summary>
public static class TextTokens
{
    /// <summary>The stretches of a file of a case, in the order of the text; what is between them is blank. They do not overlap. Total over any text;
    /// empty for a file that is not in the case.</summary>
    public static ImmutableArray<TextToken> Of(NameIndex names, string file)
    {
        var found = ImmutableArray.CreateBuilder<TextToken>();
        var sorts = names.NamesIn(file).ToDictionary(use => use.Span.Start, use => use.Symbol.Sort);
        foreach (var token in names.Files.Where(each => each.Source.Path == file).SelectMany(each => each.Root.Tokens))
        {
            Add(found, token.Leading);
            if (token.End > token.Start)
            {
                var sort = sorts.TryGetValue(token.Start, out var named) ? named : (NameSort?)null;
                found.Add(new(token.Start, token.End - token.Start, sort is null ? ClassOf(token.Kind) : TokenClass.Name, sort));
            }

            Add(found, token.Trailing);
        }

        return found.DrainToImmutable();
    }

    private static void Add(ImmutableArray<TextToken>.Builder found, IEnumerable<Trivia> between)
    {
        foreach (var trivia in between)
        {
            if (trivia.Kind is TriviaKind.Comment or TriviaKind.Quote)
            {
                found.Add(new(trivia.Start, trivia.Length, trivia.Kind == TriviaKind.Quote ? TokenClass.Quote : TokenClass.Comment, null));
            }
        }
    }

    private static TokenClass ClassOf(TokenKind kind) => kind switch
    {
        TokenKind.Word => TokenClass.Word,
        TokenKind.Name => TokenClass.Name,
        TokenKind.Title => TokenClass.Title,
        TokenKind.Number => TokenClass.Number,
        TokenKind.Date or TokenKind.Month or TokenKind.Time => TokenClass.Date,
        TokenKind.Zone => TokenClass.Zone,
        TokenKind.Unknown or TokenKind.End => TokenClass.Unknown,
        _ => TokenClass.Mark,
    };
}
