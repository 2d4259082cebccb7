using Proviso.Language.Syntax;

namespace Proviso.Language.Formatting;

/// <summary>Turns the tokens of a sentence into pieces, and notes where lines may end.</summary>
internal sealed class LayoutBuilder
{
    private const int PartIndent = 2;

    /// <summary>Names differing more in length are not aligned: the gaps would be wider than the names.</summary>
    private const int MostPadding = 16;

    private readonly Dictionary<Token, Piece> byToken = [];

    public LayoutBuilder(Sentence sentence)
    {
        var marks = sentence is ClauseSentence clause ? Marks.Of(clause) : Marks.None;
        AddAll(sentence, marks);
        AddWraps(sentence);
    }

    public List<Piece> Pieces { get; } = [];

    /// <summary>True when a comment stands between the words.</summary>
    public bool HasInnerComment =>
        Pieces.Skip(1).Any(piece => piece.Above.Count > 0) || Pieces.SkipLast(1).Any(piece => piece.Behind is not null);

    public void Own(params ReadOnlySpan<SyntaxElement?> parts) => Set(Break.Own, PartIndent, parts);

    public void OwnAt(int indent, params ReadOnlySpan<SyntaxElement?> parts) => Set(Break.Own, indent, parts);

    public void Fill(params ReadOnlySpan<SyntaxElement?> parts) => Set(Break.Fill, PartIndent, parts);

    public void FillAt(int indent, params ReadOnlySpan<SyntaxElement?> parts) => Set(Break.Fill, indent, parts);

    public void Cell(params ReadOnlySpan<SyntaxElement?> parts)
    {
        foreach (var part in parts)
        {
            if (part?.FirstToken is { } first)
            {
                byToken[first].BeginsCell = true;
            }
        }
    }

    /// <summary>Puts what follows the names in one column.</summary>
    /// <param name="start">The column where each name begins.</param>
    public void Align(int start, params ReadOnlySpan<(Token Name, Token Next)> rows)
    {
        var longest = 0;
        var shortest = int.MaxValue;
        foreach (var (name, _) in rows)
        {
            longest = Math.Max(longest, name.End - name.Start);
            shortest = Math.Min(shortest, name.End - name.Start);
        }

        if (longest - shortest <= MostPadding)
        {
            foreach (var (_, next) in rows)
            {
                byToken[next].Column = start + longest + 1;
            }
        }
    }

    private void Set(Break kind, int indent, ReadOnlySpan<SyntaxElement?> parts)
    {
        foreach (var part in parts)
        {
            if (part?.FirstToken is { } first)
            {
                byToken[first].Break = kind;
                byToken[first].Indent = indent;
            }
        }
    }

    private void AddAll(Sentence sentence, Marks marks)
    {
        var waiting = new List<string>();
        Token? last = null;
        foreach (var token in sentence.Tokens)
        {
            var above = last is null ? [] : Comments.Above(token);
            if (marks.IsDropped(token))
            {
                waiting.AddRange(above);
                waiting.AddRange(Comments.Behind(token) is { } dropped ? [dropped] : []);
                continue;
            }

            var piece = new Piece(token.Text + marks.After(token), HasSpace(last, token)) { Behind = Comments.Behind(token) };
            piece.Above.AddRange(waiting);
            piece.Above.AddRange(above);
            waiting.Clear();
            Pieces.Add(piece);
            byToken.Add(token, piece);
            last = token;
        }
    }

    private static bool HasSpace(Token? last, Token token) =>
        last is not null
        && last.Kind != TokenKind.Open
        && token.Kind is not (TokenKind.Comma or TokenKind.Semicolon or TokenKind.Colon or TokenKind.FullStop or TokenKind.Close);

    /// <summary>Lines may end after commas and semicolons, and before the words that join or open smaller parts.</summary>
    private void AddWraps(Sentence sentence)
    {
        for (var i = 1; i < Pieces.Count; i++)
        {
            if (Pieces[i - 1].Text[^1] is ',' or ';')
            {
                Pieces[i].Break = Break.Wrap;
            }
        }

        foreach (var node in sentence.NodesWithin())
        {
            switch (node)
            {
                case JoinedStatesSyntax states:
                    Wrap(states.Terms.Separators.AsSpan());
                    break;
                case JoinedAttributesSyntax attributes:
                    Wrap(attributes.Terms.Separators.AsSpan());
                    break;
                case JoinedConditionsSyntax conditions:
                    Wrap(conditions.Terms.Separators.AsSpan());
                    break;
                case NamesMeaningSyntax names:
                    Wrap(names.Names.Separators.AsSpan());
                    break;
                case BodySyntax body:
                    Wrap(body.Nouns.Separators.AsSpan());
                    Wrap(body.WhereWord);
                    break;
                default:
                    Wrap(OpeningOf(node));
                    break;
            }
        }
    }

    /// <summary>The word of a smaller part before which a line may end, or null.</summary>
    private static Token? OpeningOf(SyntaxNode node) => node switch
    {
        CitationSyntax citation => citation.AtWord,
        DeadlineSyntax deadline => deadline.FirstToken,
        QuotaSyntax quota => quota.FirstToken,
        UnderSyntax under => under.UnderWord,
        StatusSyntax status => status.In.Word,
        HaveActSyntax have => have.In.Word,
        AtMostActSyntax atMost => atMost.In.Word,
        PatternSyntax pattern => pattern.In?.Word,
        StaySyntax stay => stay.FirstToken,
        PointSyntax point => point.FirstToken,
        OnAttributionSyntax on => on.OnWord,
        WithSyntax with => with.WithWord,
        _ => null,
    };

    private void Wrap(params ReadOnlySpan<Token?> tokens)
    {
        foreach (var token in tokens)
        {
            if (token is not null && byToken[token].Break == Break.None)
            {
                byToken[token].Break = Break.Wrap;
            }
        }
    }
}
