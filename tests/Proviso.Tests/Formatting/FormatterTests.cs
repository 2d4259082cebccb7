using Proviso.Corpus;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Language.Formatting;

/// <summary>Laws of the formatter, over every text in the repository, and what it does with some.</summary>
public sealed class FormatterTests
{
    public static TheoryData<string> Texts => [.. Cases.Everywhere()];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Formatting_twice_changes_nothing_more(string path)
    {
        var once = Formatter.Format(Read(path));

        Assert.Equal(once, Formatter.Format(SyntaxTree.Parse(once)));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Formatting_keeps_every_word_and_comment(string path)
    {
        var tree = Read(path);
        var formatted = SyntaxTree.Parse(Formatter.Format(tree));

        Assert.Equal(Words(tree), Words(formatted));
        Assert.Equal(Comments(tree), Comments(formatted));
        Assert.Equal(tree.Diagnostics.Select(d => d.Code), formatted.Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void Clause_gets_a_line_for_each_slot_and_the_right_marks()
    {
        const string text = """
            clause 1 "Restraint" for each theatre t russia shall not have missile deployed in t,
              until missile with maker usa is deployed in t verified by visit.
            """;

        Assert.Equal(
            """
            clause 1 "Restraint"
              for each theatre t,
              russia shall not have missile deployed in t
              until missile with maker usa is deployed in t;
              verified by visit.

            """.ReplaceLineEndings("\n"),
            Formatter.Format(SyntaxTree.Parse(text)));
    }

    [Fact]
    public void Report_gets_lines_for_content_source_and_address()
    {
        const string text = """report visit-1 mk-70 present in bornholm on 2023-09-18 by usa grade press source "T" at "https://t".  -- seen""";

        Assert.Equal(
            """
            report visit-1
              mk-70 present in bornholm on 2023-09-18
              by usa grade press
              source "T"
                at "https://t".  -- seen

            """.ReplaceLineEndings("\n"),
            Formatter.Format(SyntaxTree.Parse(text)));
    }

    [Fact]
    public void Short_declarations_stand_together_and_others_apart()
    {
        Assert.Equal(
            "party usa \"United States\".\nparty russia.\n\n-- where\nregion europe.\n",
            Formatter.Format(SyntaxTree.Parse("party   usa \"United States\" .\nparty russia.\n-- where\nregion\neurope.")));
    }

    [Fact]
    public void Sentence_with_an_error_stays_as_it_is_written()
    {
        const string text = "party usa.\nclause  1   russia shal not have.\nparty   russia.\n";

        Assert.Equal("party usa.\n\nclause  1   russia shal not have.\n\nparty russia.\n", Formatter.Format(SyntaxTree.Parse(text)));
    }

    private static SyntaxTree Read(string path) => SyntaxTree.Parse(SourceText.From(path, File.ReadAllText(Repository.PathOf(path))));

    private static IEnumerable<string> Words(SyntaxTree tree) => tree.Root.Tokens
        .Where(t => t.Kind is not (TokenKind.Comma or TokenKind.Semicolon) && t.Text.Length > 0).Select(t => t.Text);

    private static IEnumerable<string> Comments(SyntaxTree tree) => tree.Root.Tokens
        .SelectMany(t => t.Leading.Concat(t.Trailing)).Where(t => t.Kind is TriviaKind.Comment or TriviaKind.Quote).Select(t => t.Text.TrimEnd());
}
