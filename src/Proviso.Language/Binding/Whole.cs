using Proviso.Language.Syntax;

namespace Proviso.Language.Binding;

/// <summary>Whether a part of a text was read without trouble.</summary>
static class Whole
{
    /// <summary>True when no token is missing or was skipped. Only then may something be said to be left out.</summary>
    public static bool IsWhole(this SyntaxNode node) => node.Tokens.All(token => !token.IsMissing && token.Skipped.IsEmpty);
}
