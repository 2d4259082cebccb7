using System.Collections.Immutable;
using Proviso.Language.Syntax;

namespace Proviso.Language.Formatting;

/// <summary>The comments above a sentence, each with the number of blank lines before it, and the blank lines after the last.</summary>
internal sealed record LeadingLines(ImmutableArray<(int BlankLines, string Comment)> Comments, int BlankLinesAfter)
{
    /// <summary>True when there is neither a comment nor a blank line.</summary>
    public bool IsEmpty => Comments.IsEmpty && BlankLinesAfter == 0;

    /// <summary>What stands above the token. A comment behind the token before it on its line is not among them.</summary>
    public static LeadingLines Of(Token token)
    {
        var comments = ImmutableArray.CreateBuilder<(int, string)>();
        var blankLines = 0;
        var hasText = false;
        foreach (var trivia in token.Leading)
        {
            switch (trivia.Kind)
            {
                case TriviaKind.Comment or TriviaKind.Quote:
                    comments.Add((blankLines, trivia.Text.TrimEnd()));
                    blankLines = 0;
                    hasText = true;
                    break;
                case TriviaKind.LineEnd:
                    blankLines += hasText ? 0 : 1;
                    hasText = false;
                    break;
            }
        }

        return new(comments.DrainToImmutable(), blankLines);
    }
}
