using System.Collections.Immutable;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>What holds of binding whatever the text.</summary>
public sealed class BinderLawsTests
{
    [Fact]
    public void Any_prefix_of_a_text_binds()
    {
        var random = new Random(1);
        foreach (var texts in Files.Cases)
        {
            foreach (var text in texts)
            {
                for (var attempt = 0; attempt < TriesOf(texts); attempt++)
                {
                    Bind(With(texts, text, text.Content[..random.Next(text.Length + 1)]));
                }
            }
        }
    }

    [Fact]
    public void A_text_with_words_left_out_doubled_or_swapped_binds()
    {
        var random = new Random(2);
        foreach (var texts in Files.Cases)
        {
            foreach (var text in texts)
            {
                var tokens = SyntaxTree.Parse(text).Root.Tokens.Select(token => token.FullText.ToString()).ToList();
                for (var attempt = 0; attempt < TriesOf(texts); attempt++)
                {
                    Bind(With(texts, text, Damaged(tokens, random)));
                }
            }
        }
    }

    [Fact]
    public void The_order_of_sentences_and_files_does_not_matter()
    {
        var random = new Random(3);
        foreach (var texts in Files.Cases)
        {
            var told = Told(Compilation.Of(texts));
            var shuffled = texts.Select(text => Files.Text(text.Path, Shuffled(text, random))).ToList();
            Assert.Equal(told, Told(Compilation.Of(shuffled)));

            // The sources of a file are read on one day, so only files that agree on it can change places.
            var renamed = texts.Select((text, index) => Files.Text($"{texts.Length - index}.proviso", text.Content));
            Assert.Equal(told, Told(Compilation.Of(renamed)));
        }
    }

    /// <summary>The codes found and what the case says. A case with errors is told by its codes only: which of two declarations
    /// of one name counts depends on which stands first.</summary>
    private static string Told(Compilation compilation)
    {
        var codes = string.Join(' ', compilation.Diagnostics.Select(diagnostic => diagnostic.Code).Order(StringComparer.Ordinal));
        return compilation.HasErrors ? "" : $"{codes}\n{CaseText.Of(compilation.Case)}";
    }

    /// <summary>Large cases take their time, and the small ones have the rare sentences.</summary>
    private static int TriesOf(ImmutableArray<SourceText> texts) => texts.Sum(text => text.Length) < 10_000 ? 40 : 8;

    private static void Bind(IEnumerable<SourceText> texts)
    {
        var compilation = Compilation.Of(texts);
        if (compilation.Case is { } bound)
        {
            Closed.Check(bound);
        }
    }

    private static IEnumerable<SourceText> With(ImmutableArray<SourceText> texts, SourceText old, string content) =>
        texts.Select(text => text == old ? Files.Text(text.Path, content) : text);

    private static string Damaged(List<string> tokens, Random random)
    {
        var damaged = tokens.ToList();
        for (var times = random.Next(1, 4); times > 0 && damaged.Count > 1; times--)
        {
            var at = random.Next(damaged.Count - 1);
            switch (random.Next(3))
            {
                case 0:
                    damaged.RemoveAt(at);
                    break;
                case 1:
                    damaged.Insert(at, damaged[at]);
                    break;
                default:
                    (damaged[at], damaged[at + 1]) = (damaged[at + 1], damaged[at]);
                    break;
            }
        }

        return string.Concat(damaged);
    }

    private static string Shuffled(SourceText text, Random random)
    {
        var sentences = SyntaxTree.Parse(text).Root.Sentences.Select(sentence => sentence.ToFullString()).ToArray();
        random.Shuffle(sentences);
        return string.Join('\n', sentences);
    }
}
