using System.Text.RegularExpressions;
using Proviso.Agreements;
using Proviso.Language;
using Proviso.Language.Diagnostics;
using Proviso.Language.Prose;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Docs;

/// <summary>Every example in the documents is true. A block marked
/// <list type="bullet">
/// <item><c>proviso</c> is a whole case: it has no errors and no warnings, and its <c>expect</c> sentences come true;</item>
/// <item><c>proviso continued</c> is the same together with what stands above it, from the last whole one on;</item>
/// <item><c>proviso fragment</c> is sentences out of a case: they can be read;</item>
/// <item><c>proviso FILE</c>, with a name that ends in <c>.proviso</c>, is a file that the reader is asked to write: the end-to-end tests write it and run the
/// page's commands;</item>
/// <item><c>text reading</c> is what the case above it reads like in plain words: each of its paragraphs is in that text.</item>
/// </list></summary>
public sealed class SnippetsTests
{
    public static TheoryData<string> Pages => [.. Page.All()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_example_is_true(string page)
    {
        var wrong = Wrong(File.ReadAllText(Repository.PathOf(page))).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("```proviso\nparty north.\n```\n", "PV")]
    [InlineData("```proviso fragment\nparty north\n```\n", "PV")]
    [InlineData("```proviso fragment\nparty north.\n```\n", null)]
    [InlineData("```proviso whole\nparty north.\n```\n", "no such kind")]
    [InlineData("```text reading\nAnything.\n```\n", "no case above")]
    [InlineData("```text\nAnything.\n```\n", null)]
    public void A_wrong_example_is_found(string markdown, string? expected)
    {
        var wrong = Wrong(markdown).ToList();
        Assert.Equal(expected is null, wrong.Count == 0);
        Assert.All(wrong, each => Assert.Contains(expected!, each, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Wrong(string markdown)
    {
        var above = "";
        foreach (var snippet in Page.Snippets(markdown))
        {
            switch (snippet.Kind)
            {
                case "proviso":
                    above = snippet.Text;
                    break;
                case "proviso continued":
                    above += snippet.Text;
                    break;
            }

            foreach (var wrong in Wrong(snippet, above))
            {
                yield return $"line {snippet.Line}: {wrong}";
            }
        }
    }

    private static IEnumerable<string> Wrong(Snippet snippet, string above) => snippet.Kind switch
    {
        "proviso" or "proviso continued" => WrongIn(Compilation.Of(SourceText.From("example.proviso", above))),
        "proviso fragment" => Told(SyntaxTree.Parse(snippet.Text).Diagnostics),
        "text reading" => NotRead(snippet.Text, above),
        _ when snippet.Kind.EndsWith(".proviso", StringComparison.Ordinal) => [],
        _ when snippet.Kind.StartsWith("proviso", StringComparison.Ordinal) => [$"no such kind of example: {snippet.Kind}"],
        _ => [],
    };

    private static IEnumerable<string> WrongIn(Compilation compilation)
    {
        var told = Told(compilation.Diagnostics).ToList();
        return told.Count > 0 || compilation.Case is not { } file ? told : Expectations.Unmet(file);
    }

    private static IEnumerable<string> Told(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Message}");

    private static IEnumerable<string> NotRead(string text, string above)
    {
        if (Compilation.Of(SourceText.From("example.proviso", above)).Case is not { } file)
        {
            return ["no case above"];
        }

        var reading = OneLine(PlainText.Of(new Prose(file).Document(withFile: true)));
        return Regex.Split(text, @"\n\s*\n").Select(OneLine).Where(paragraph => paragraph.Length > 0)
            .Where(paragraph => !reading.Contains(paragraph, StringComparison.Ordinal));
    }

    private static string OneLine(string text) => Regex.Replace(text, @"\s+", " ").Trim();
}
