using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Language.Formatting;

/// <summary>A sentence as lines, not yet aligned with its neighbours.</summary>
internal sealed class FormattedSentence
{
    private FormattedSentence(Type sort, LeadingLines leading, List<string> lines, List<string>? cells)
    {
        Sort = sort;
        Leading = leading;
        Lines = lines;
        Cells = cells;
    }

    /// <summary>The sort of sentence; sentences of one sort stand together.</summary>
    public Type Sort { get; }

    /// <summary>The comments and blank lines above it.</summary>
    public LeadingLines Leading { get; }

    /// <summary>Its lines without line ends, with the comment behind the last; at least one.</summary>
    public List<string> Lines { get; }

    /// <summary>For a sentence on one line that can be aligned with its neighbours: the stretches of the line that begin a
    /// column.</summary>
    public List<string>? Cells { get; }

    /// <summary>All sentences of a text; those with an error as they are written.</summary>
    public static List<FormattedSentence> AllOf(SyntaxTree tree)
    {
        var faults = Faults.Of(tree);
        var formatted = new List<FormattedSentence>(tree.Root.Sentences.Length);
        foreach (var sentence in tree.Root.Sentences)
        {
            formatted.Add(faults.Touch(sentence) ? Verbatim(tree, sentence) : Of(sentence));
        }

        return formatted;
    }

    private static FormattedSentence Of(Sentence sentence)
    {
        var layout = Layout.Of(sentence);
        var lines = LineFiller.Fill(layout);
        return new(sentence.GetType(), LeadingLines.Of(sentence.FirstToken!), lines, lines.Count == 1 ? LineFiller.Cells(layout) : null);
    }

    private static FormattedSentence Verbatim(SyntaxTree tree, Sentence sentence)
    {
        var first = sentence.Tokens.First();
        var last = sentence.Tokens.Last(token => token.End > token.Start || token == first);
        return new(sentence.GetType(), LeadingLines.Of(first), LinesOf(tree.Source, first, last), null);
    }

    /// <summary>The lines from one token to another as they are written, with the comment behind the last.</summary>
    public static List<string> LinesOf(SourceText source, Token first, Token last)
    {
        var text = source.Content[first.Start..last.End].Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var lines = text.Split('\n').ToList();
        if (Comments.Behind(last) is { } comment)
        {
            lines[^1] += $"  {comment}";
        }

        return lines;
    }
}
