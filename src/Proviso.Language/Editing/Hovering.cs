using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Language.Editing;

/// <summary>What can be said of a word of a text.</summary>
/// <param name="Span">The word.</param>
/// <param name="Symbol">What it names, with all its uses; null for a word of the language.</param>
/// <param name="Word">What it begins, for a word of the language; null for a name.</param>
public sealed record Hover(SourceSpan Span, NamedSymbol? Symbol, WordCompletion? Word);

/// <summary>Says what a word of a text is.</summary>
public static class Hovering
{
    /// <summary>What stands at an offset of a file, its end included; null where there is neither a name that leads somewhere nor a word of the language in its right place.</summary>
    public static Hover? At(NameIndex names, string file, int offset)
    {
        if (names.At(file, offset) is { } use)
        {
            return new(use.Span, use.Symbol, null);
        }

        var token = names.Files.Where(each => each.Source.Path == file).SelectMany(each => each.Root.Tokens)
            .FirstOrDefault(each => each.Kind == TokenKind.Word && each.Start <= offset && offset <= each.End && !each.IsMissing);
        return token is not null && WordAt(names, file, token) is { } word ? new(token.Span, null, word) : null;
    }

    private static WordCompletion? WordAt(NameIndex names, string file, Token token)
    {
        var items = Completer.At(names, file, token.Start).Items.OfType<WordCompletion>();
        return items.FirstOrDefault(item => item.Text == token.Text || item.Text.StartsWith($"{token.Text} ", StringComparison.Ordinal));
    }
}
