using System.Collections.Immutable;
using Proviso.Language.Syntax;
using Proviso.Language.Syntax.Parsing;
using Proviso.Language.Text;

namespace Proviso.Language.Editing;

/// <summary>A file as the parser read it, with everything that it wanted on the way: so that what an editor offers at a place, and
/// what a name there stands for, follow from the grammar as it is and from no second table.</summary>
/// <param name="Heard">In the order of the text.</param>
internal sealed record Listening(SourceText Source, FileSyntax Root, ImmutableArray<Wanted> Heard)
{
    /// <summary>Reads a file. A text longer than <see cref="SourceText.MaxLength"/> is not read, and nothing is heard.</summary>
    public static Listening To(SourceText source)
    {
        if (source.Length > SourceText.MaxLength)
        {
            return new(source, SyntaxTree.Parse(source).Root, []);
        }

        var errors = new SyntaxErrors(source);
        var heard = new List<Wanted>();
        var root = FileParser.Parse(new(Lexer.Read(source, errors), errors) { Heard = heard });
        return new(source, root, [.. heard]);
    }

    /// <summary>For each sentence in the order of the text what was wanted in it; sentences without anything are left out.</summary>
    public IEnumerable<(Sentence Sentence, ImmutableArray<Wanted> Heard)> BySentence()
    {
        var next = 0;
        foreach (var sentence in Root.Sentences)
        {
            var first = next;
            var end = sentence.LastToken?.FullEnd ?? 0;
            while (next < Heard.Length && Heard[next].At.Start < end)
            {
                next++;
            }

            if (next > first)
            {
                yield return (sentence, Heard[first..next]);
            }
        }
    }
}
