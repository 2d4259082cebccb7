using System.Text;
using Proviso.Language.Syntax;

namespace Proviso.Language.Formatting;

/// <summary>Lays one sentence out in lines. Requires a sentence without errors.</summary>
internal sealed class SentenceLayout
{
    private const int Width = 100;
    private const int Step = 2;
    private readonly Sentence sentence;
    private readonly List<Token> tokens;
    private readonly Dictionary<Token, int> breaks = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Token, string> marks = new(ReferenceEqualityComparer.Instance);

    public SentenceLayout(Sentence sentence)
    {
        this.sentence = sentence;
        tokens = [.. sentence.Tokens];
        SetMarks();
    }

    /// <summary>The lines, joined by line feeds, without one at the end.</summary>
    public string Write()
    {
        var alwaysBroken = sentence is AgreementSentence or ClauseSentence or DisputeSentence or ViewSentence or ReportSentence or PositionSentence;
        if (!alwaysBroken && !HasCommentsWithin())
        {
            var flat = Lay(int.MaxValue);
            if (flat.Length <= Width)
            {
                return flat;
            }
        }

        SetBreaks();
        return Lay(Width);
    }

    private bool HasCommentsWithin() =>
        tokens.Skip(1).Any(t => t.Leading.Any(IsComment)) || tokens.Take(tokens.Count - 1).Any(t => t.Trailing.Any(IsComment));

    private static bool IsComment(Trivia trivia) => trivia.Kind is TriviaKind.Comment or TriviaKind.Quote;

    /// <summary>The mark after each slot of a clause: a comma before the act, a semicolon before <c>verified by</c>, none elsewhere.</summary>
    private void SetMarks()
    {
        if (sentence is not ClauseSentence clause)
        {
            return;
        }

        var acted = false;
        for (var i = 0; i < clause.Slots.Length; i++)
        {
            var slot = clause.Slots[i];
            acted |= slot is ActSlotSyntax;
            var next = i + 1 < clause.Slots.Length ? clause.Slots[i + 1] : null;
            var mark = next is null ? "" : !acted ? "," : next is VerifiedSlotSyntax ? ";" : "";
            var last = slot.Children.Where(c => c != slot.Mark).Select(c => c.LastToken).Last(t => t is not null)!;
            marks[last] = mark;
            if (slot.Mark is { } written)
            {
                tokens.RemoveAll(t => ReferenceEquals(t, written) && !t.Leading.Any(IsComment) && !t.Trailing.Any(IsComment));
                if (tokens.Any(t => ReferenceEquals(t, written)))
                {
                    // A mark that carries a comment stays where it is.
                    marks[last] = "";
                }
            }
        }
    }

    private void SetBreaks()
    {
        switch (sentence)
        {
            case AgreementSentence agreement:
                Break([agreement.Between, agreement.InForce, agreement.Clock, agreement.Source], Step);
                BreakAddress(agreement.Source, 2 * Step);
                break;
            case ClauseSentence clause:
                Break(clause.Slots, Step);
                break;
            case DisputeSentence dispute:
                Break([dispute.OnWord], Step);
                foreach (var reading in dispute.Readings)
                {
                    Break([reading], Step);
                    Break([reading.Source], 2 * Step);
                    BreakAddress(reading.Source, 3 * Step);
                }

                break;
            case ViewSentence view:
                Break(view.Parts, Step);
                break;
            case ReportSentence report:
                Break([report.Content], Step);
                BreakAttribution(report.Attribution);
                break;
            case PositionSentence position:
                BreakAttribution(position.Attribution);
                break;
            default:
                foreach (var child in sentence.Children.Skip(1))
                {
                    if (child is not Token { Kind: TokenKind.Name or TokenKind.Title or TokenKind.FullStop } && child.FirstToken is { Kind: TokenKind.Word } word
                        && word.Word is Word.Of or Word.With or Word.Source or Word.Joins or Word.As or Word.Means or Word.Under)
                    {
                        breaks.TryAdd(word, Step);
                    }

                    BreakAddress(child as CitationSyntax, 2 * Step);
                    if (child is BodySyntax { WhereWord: { } where })
                    {
                        breaks.TryAdd(where, Step);
                    }
                }

                breaks.Remove(sentence.Children.OfType<Token>().FirstOrDefault(t => t.Word == Word.As) ?? tokens[0]);
                break;
        }
    }

    private void Break(IEnumerable<SyntaxElement?> elements, int indent)
    {
        foreach (var element in elements)
        {
            if (element?.FirstToken is { } first)
            {
                breaks.TryAdd(first, indent);
            }
        }
    }

    private void BreakAddress(CitationSyntax? citation, int indent) => Break([citation?.AtWord], indent);

    private void BreakAttribution(IReadOnlyList<AttributionSyntax> parts)
    {
        var atStart = true;
        foreach (var part in parts)
        {
            var isSource = part is SourceAttributionSyntax;
            if (atStart || isSource)
            {
                Break([part], Step);
            }

            BreakAddress((part as SourceAttributionSyntax)?.Citation, 2 * Step);
            atStart = isSource;
        }
    }

    private string Lay(int width)
    {
        var lines = new List<StringBuilder> { new() };
        var indent = 0;
        var mustBreak = false;
        Token? before = null;
        foreach (var token in tokens)
        {
            foreach (var comment in before is null ? [] : token.Leading.Where(IsComment))
            {
                lines.Add(new StringBuilder().Append(' ', indent + Step).Append(comment.Text.TrimEnd()));
                mustBreak = true;
            }

            var text = token.Text + marks.GetValueOrDefault(token, "");
            var starts = breaks.TryGetValue(token, out var asked);
            if (starts)
            {
                indent = asked;
                lines.Add(new StringBuilder().Append(' ', indent));
            }
            else if (mustBreak || (before is not null && lines[^1].Length + 1 + text.Length > width && !Hugs(before, token)))
            {
                lines.Add(new StringBuilder().Append(' ', indent + Step));
            }
            else if (before is not null && !Hugs(before, token))
            {
                lines[^1].Append(' ');
            }

            mustBreak = false;
            lines[^1].Append(text);
            foreach (var comment in token.Trailing.Where(IsComment))
            {
                lines[^1].Append("  ").Append(comment.Text.TrimEnd());
                mustBreak = true;
            }

            before = token;
        }

        return string.Join('\n', lines);
    }

    /// <summary>True when no blank stands between the two.</summary>
    private static bool Hugs(Token before, Token token) =>
        before.Kind == TokenKind.Open
        || token.Kind is TokenKind.Comma or TokenKind.Semicolon or TokenKind.Colon or TokenKind.FullStop or TokenKind.Close;
}
