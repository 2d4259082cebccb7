using System.Collections.Immutable;
using Proviso.Corpus;
using Proviso.Language.Text;

namespace Proviso.Language.Syntax;

/// <summary>What holds for every text of the language in the repository, for every part of one, and for texts broken at random.</summary>
public sealed class LawsTests(ITestOutputHelper output)
{
    public static TheoryData<string> Files => [.. Cases.Everywhere()];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_tree_prints_back_the_exact_text(string file)
    {
        var text = File.ReadAllText(Repository.PathOf(file));
        Assert.Equal(text, SyntaxTree.Parse(text, file).Root.ToFullString());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Spans_nest_and_cover(string file)
    {
        var text = File.ReadAllText(Repository.PathOf(file));
        CheckSpans(SyntaxTree.Parse(text, file));
    }

    /// <summary>A prefix is what an editor holds while somebody writes. Long files are cut at every token and in the middle of it.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Every_prefix_is_read(string file)
    {
        var text = File.ReadAllText(Repository.PathOf(file));
        foreach (var length in PrefixLengths(text))
        {
            CheckSpans(SyntaxTree.Parse(text[..length], file));
        }
    }

    /// <summary>One slip is told once, in nearly every place of every text; in the texts that show each form of the grammar,
    /// never more than twice. The figures are printed with the test.</summary>
    [Fact]
    public void A_missing_token_gives_one_error()
    {
        var errors = new int[3];
        var many = new List<string>();
        foreach (var file in Cases.Everywhere())
        {
            var text = File.ReadAllText(Repository.PathOf(file));
            var tree = SyntaxTree.Parse(text, file);
            if (!tree.Diagnostics.IsEmpty)
            {
                continue;
            }

            foreach (var token in Sampled(tree.Root.Tokens.ToImmutableArray(), most: 400))
            {
                var found = SyntaxTree.Parse(text.Remove(token.Start, token.End - token.Start), file).Diagnostics.Count(one => one.IsError);
                errors[Math.Min(found, 2)]++;
                if (found > 2 && file.StartsWith("tests/corpus/valid/", StringComparison.Ordinal))
                {
                    many.Add($"{file} {tree.Source.PositionOf(token.Start)} without `{token.Text}`: {found} errors");
                }
            }
        }

        var share = (double)(errors[0] + errors[1]) / errors.Sum();
        output.WriteLine($"{errors.Sum()} deletions: {errors[0]} without error, {errors[1]} with one, {errors[2]} with two; {share:P2} with at most one");
        Assert.Empty(many);
        Assert.True(share > 0.99);
    }

    /// <summary>Bytes changed, added, taken out and doubled at random, from fixed seeds.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Texts_broken_at_random_are_read(int seed)
    {
        var random = new Random(seed);
        var texts = Cases.Everywhere().Select(file => File.ReadAllBytes(Repository.PathOf(file))).Where(bytes => bytes.Length < 20_000).ToArray();
        for (var round = 0; round < 600; round++)
        {
            var bytes = Break(random, texts[random.Next(texts.Length)]);
            var source = SourceText.FromBytes("broken.proviso", bytes);
            var tree = SyntaxTree.Parse(source);
            Assert.Equal(source.Content, tree.Root.ToFullString());
            CheckSpans(tree);
        }
    }

    private static byte[] Break(Random random, byte[] bytes)
    {
        ReadOnlySpan<byte> wanted = "\"()-.,;:|\\ \n\0abz09\u00e9\u202e\""u8;
        var broken = bytes.ToList();
        for (var times = random.Next(1, 8); times > 0; times--)
        {
            var at = random.Next(broken.Count);
            var length = Math.Min(random.Next(1, 40), broken.Count - at);
            switch (random.Next(4))
            {
                case 0:
                    broken[at] = wanted[random.Next(wanted.Length)];
                    break;
                case 1:
                    broken.Insert(at, (byte)random.Next(256));
                    break;
                case 2 when broken.Count > length:
                    broken.RemoveRange(at, length);
                    break;
                default:
                    broken.InsertRange(random.Next(broken.Count), broken.GetRange(at, length));
                    break;
            }
        }

        return [.. broken];
    }

    private static IEnumerable<int> PrefixLengths(string text)
    {
        if (text.Length < 1000)
        {
            return Enumerable.Range(0, text.Length + 1);
        }

        var tokens = SyntaxTree.Parse(text).Root.Tokens.ToImmutableArray();
        return Sampled(tokens, most: 60).SelectMany(token => new[] { token.Start, (token.Start + token.End) / 2, token.End });
    }

    /// <summary>Evenly spread tokens with characters, all of them if there are few.</summary>
    private static IEnumerable<Token> Sampled(ImmutableArray<Token> tokens, int most)
    {
        var step = Math.Max(1.0, (double)tokens.Length / most);
        for (var at = 0.0; at < tokens.Length; at += step)
        {
            if (tokens[(int)at].End > tokens[(int)at].Start)
            {
                yield return tokens[(int)at];
            }
        }
    }

    /// <summary>The tokens cover the text without gap or overlap, each node spans its children in order, and diagnostics lie inside.</summary>
    private static void CheckSpans(SyntaxTree tree)
    {
        var at = 0;
        foreach (var token in tree.Root.Tokens)
        {
            Assert.Equal(at, token.Start - token.Leading.Sum(trivia => trivia.Length));
            Assert.True(token.Start <= token.End && token.End <= token.FullEnd);
            at = token.FullEnd;
        }

        Assert.Equal(tree.Source.Length, at);
        foreach (var node in tree.Root.NodesWithin())
        {
            var last = node.FirstToken?.Start ?? 0;
            foreach (var child in node.Children.Where(child => child.FirstToken is not null))
            {
                Assert.True(child.FirstToken!.Start >= last || child.FirstToken.IsMissing, $"{node.GetType().Name} and {child.GetType().Name}");
                last = child.LastToken!.End;
            }
        }

        foreach (var diagnostic in tree.Diagnostics)
        {
            Assert.InRange(diagnostic.Span.Start, 0, tree.Source.Length);
            Assert.InRange(diagnostic.Span.End, diagnostic.Span.Start, tree.Source.Length);
        }
    }
}
