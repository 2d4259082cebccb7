using Proviso.Language.Syntax;

namespace Proviso.Language.Formatting;

/// <summary>The comments of a token.</summary>
internal static class Comments
{
    /// <summary>The comment behind the token on its line, or null.</summary>
    public static string? Behind(Token token)
    {
        foreach (var trivia in token.Trailing)
        {
            if (trivia.Kind == TriviaKind.Comment)
            {
                return trivia.Text.TrimEnd();
            }
        }

        return null;
    }

    /// <summary>The comments on lines of their own above the token.</summary>
    public static IEnumerable<string> Above(Token token)
    {
        foreach (var trivia in token.Leading)
        {
            if (trivia.Kind is TriviaKind.Comment or TriviaKind.Quote)
            {
                yield return trivia.Text.TrimEnd();
            }
        }
    }
}
