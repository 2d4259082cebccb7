using System.Collections.Immutable;
using System.Text;
using Proviso.Language.Text;

#pragma warning disable CS1591 // What overrides a documented member needs no words of its own.

namespace Proviso.Language.Syntax;

/// <summary>A part of a syntax tree: a token, or a node made of tokens and nodes. Immutable. Two elements are equal when
/// they are made of the very same tokens; to compare what they say, compare their printed forms.</summary>
public abstract record SyntaxElement
{
    /// <summary>The first token, or null when there is none (an empty list).</summary>
    public abstract Token? FirstToken { get; }

    /// <summary>The last token, or null when there is none.</summary>
    public abstract Token? LastToken { get; }

    /// <summary>From the first character of the first token to the last of the last: no blanks or comments around it. For an
    /// element without characters, an empty stretch where it would stand. Requires at least one token.</summary>
    public SourceSpan Span
    {
        get
        {
            var first = FirstToken!;
            var last = LastToken!;
            return first.Source.Span(first.Start, Math.Max(0, last.End - first.Start));
        }
    }

    /// <summary>All tokens in the order of the text, with those the parser could not use, and missing ones (empty).</summary>
    public abstract IEnumerable<Token> Tokens { get; }

    /// <summary>The exact text it was read from, blanks and comments included.</summary>
    public string ToFullString()
    {
        var text = new StringBuilder();
        foreach (var token in Tokens)
        {
            text.Append(token.FullText);
        }

        return text.ToString();
    }

    /// <summary>Its characters without the blanks and comments around it.</summary>
    public sealed override string ToString() =>
        FirstToken is null ? "" : FirstToken.Source.Slice(Span.Start, Span.Length).ToString();
}

/// <summary>A part of a sentence, or a sentence: an element with children.</summary>
public abstract record SyntaxNode : SyntaxElement
{
    /// <summary>Its tokens and nodes in the order of the text.</summary>
    public abstract ImmutableArray<SyntaxElement> Children { get; }

    /// <inheritdoc/>
    public override Token? FirstToken
    {
        get
        {
            foreach (var child in Children)
            {
                if (child.FirstToken is { } first)
                {
                    return first;
                }
            }

            return null;
        }
    }

    /// <inheritdoc/>
    public override Token? LastToken
    {
        get
        {
            var children = Children;
            for (var at = children.Length - 1; at >= 0; at--)
            {
                if (children[at].LastToken is { } last)
                {
                    return last;
                }
            }

            return null;
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Token> Tokens
    {
        get
        {
            foreach (var child in Children)
            {
                foreach (var token in child.Tokens)
                {
                    yield return token;
                }
            }
        }
    }

    /// <summary>This node and every node below it, parents first, in the order of the text.</summary>
    public IEnumerable<SyntaxNode> NodesWithin()
    {
        yield return this;
        foreach (var child in Children)
        {
            if (child is SyntaxNode node)
            {
                foreach (var below in node.NodesWithin())
                {
                    yield return below;
                }
            }
        }
    }

    /// <summary>The children that are there.</summary>
    private protected static ImmutableArray<SyntaxElement> Present(params ReadOnlySpan<SyntaxElement?> children)
    {
        var present = ImmutableArray.CreateBuilder<SyntaxElement>(children.Length);
        foreach (var child in children)
        {
            if (child is not null)
            {
                present.Add(child);
            }
        }

        return present.DrainToImmutable();
    }
}

/// <summary>Several reserved words that stand together, such as <c>in force from</c>.</summary>
/// <param name="Words">At least one token, in the order of the text; some may be missing.</param>
public sealed record Phrase(ImmutableArray<Token> Words) : SyntaxNode
{
    /// <summary>The first word.</summary>
    public Word First => Words[0].Word;

    /// <summary>The last word.</summary>
    public Word Last => Words[^1].Word;

    public override ImmutableArray<SyntaxElement> Children => Words.CastArray<SyntaxElement>();
}
