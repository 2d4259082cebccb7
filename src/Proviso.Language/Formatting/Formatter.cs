using System.Text;
using Proviso.Language.Syntax;

namespace Proviso.Language.Formatting;

/// <summary>Writes a text in its canonical form: each slot and part on a line of its own, one spelling of every blank. The words, their order and
/// the comments stay; only the commas and semicolons after the slots of a clause are set. Formatting twice changes nothing more.</summary>
/// <remarks>A sentence with an error is left as it is written.</remarks>
public static class Formatter
{
    /// <summary>The text of the tree, formatted; lines end with a line feed, and so does a text that is not empty.</summary>
    public static string Format(SyntaxTree tree)
    {
        var text = new StringBuilder();
        Sentence? before = null;
        var wasLong = false;
        foreach (var sentence in tree.Root.Sentences)
        {
            var written = Has(tree, sentence) ? Verbatim(sentence) : new SentenceLayout(sentence).Write();
            var isLong = written.Contains('\n', StringComparison.Ordinal);
            var (blankAbove, comments) = Above(sentence, before is null);
            var apart = before is not null && (blankAbove || isLong || wasLong || before.GetType() != sentence.GetType() || comments.Length > 0);
            text.Append(apart ? "\n" : "").Append(comments).Append(written).Append('\n');
            before = sentence;
            wasLong = isLong;
        }

        var (blank, last) = Above(tree.Root.End, before is null);
        text.Append(last.Length > 0 && before is not null && blank ? "\n" : "").Append(last);
        var unread = Verbatim(tree.Root.End);
        return text.Append(unread).Append(unread.Length > 0 ? "\n" : "").ToString();
    }

    private static bool Has(SyntaxTree tree, Sentence sentence)
    {
        var span = sentence.Span;
        return sentence is UnknownSentence
            || sentence.Tokens.Any(t => t.IsMissing || t.Kind == TokenKind.Unknown || !t.Skipped.IsEmpty)
            || tree.Diagnostics.Any(d => d.IsError && d.Span.Start <= span.End && d.Span.End >= span.Start);
    }

    /// <summary>The element as written, from its first character to the end of what stands on its last line.</summary>
    private static string Verbatim(SyntaxElement sentence)
    {
        var tokens = sentence.Tokens.ToList();
        var text = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            var full = tokens[i].FullText.ToString();
            text.Append(i == 0 ? full[tokens[i].Leading.Sum(t => t.Length)..] : full);
        }

        return text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimEnd();
    }

    /// <summary>The comments above an element, each on its line, and whether a blank line stands above them.</summary>
    private static (bool BlankAbove, string Comments) Above(SyntaxElement element, bool isFirst)
    {
        var text = new StringBuilder();
        var lineEnds = isFirst ? 0 : 1;
        var blankAbove = false;
        foreach (var trivia in element.Tokens.FirstOrDefault()?.Leading ?? [])
        {
            if (trivia.Kind == TriviaKind.LineEnd)
            {
                lineEnds++;
            }
            else if (trivia.Kind is TriviaKind.Comment or TriviaKind.Quote)
            {
                if (text.Length == 0)
                {
                    blankAbove = lineEnds > 1;
                }
                else if (lineEnds > 1)
                {
                    text.Append('\n');
                }

                text.Append(trivia.Text.TrimEnd()).Append('\n');
                lineEnds = 0;
            }
        }

        if (text.Length == 0)
        {
            return (lineEnds > 1, "");
        }

        return (blankAbove, lineEnds > 1 ? text.Append('\n').ToString() : text.ToString());
    }
}
