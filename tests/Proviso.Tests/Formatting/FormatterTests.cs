using Proviso.Corpus;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Language.Formatting;

/// <summary>Laws of the formatter, over every text in the repository, and what it does with some.</summary>
public sealed class FormatterTests
{
    public static TheoryData<string> Texts => [.. Cases.Everywhere()];

    public static TheoryData<string> TextsWithoutErrors => [.. Cases.Everywhere().Where(path => !Read(path).Diagnostics.Any(one => one.IsError))];

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

    /// <summary>The same nodes of the same sorts, so the same meaning; and what the tokens say but for the marks after slots.</summary>
    [Theory]
    [MemberData(nameof(Texts))]
    public void Formatting_keeps_the_tree(string path)
    {
        var tree = Read(path);

        Assert.Equal(Shape(tree), Shape(SyntaxTree.Parse(Formatter.Format(tree))));
    }

    [Theory]
    [MemberData(nameof(TextsWithoutErrors))]
    public void Lines_are_no_longer_than_a_page_is_wide(string path)
    {
        var tooLong =
            from line in Formatter.Format(Read(path)).Split('\n')
            let words = line.TrimStart().StartsWith("--", StringComparison.Ordinal) ? "" : line.Split(" --")[0].TrimEnd()
            where words.Length > (words.StartsWith("expect ", StringComparison.Ordinal) ? Formatter.RowWidth : Formatter.Width)
            where words.Count(c => c == '"') < 2
            select line;
        Assert.Empty(tooLong);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Broken_texts_are_formatted_without_loss(int seed)
    {
        var random = new Random(seed);
        var texts = Cases.Everywhere().Select(file => File.ReadAllText(Repository.PathOf(file))).Where(text => text.Length < 8_000).ToArray();
        for (var round = 0; round < 300; round++)
        {
            var text = texts[random.Next(texts.Length)];
            for (var times = random.Next(1, 6); times > 0; times--)
            {
                var at = random.Next(text.Length);
                text = random.Next(3) switch
                {
                    0 => text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at)),
                    1 => text.Insert(at, new[] { "-- x\n", "\n", ".", ",", "(", "\"", " until ", "--| q\n" }[random.Next(8)]),
                    _ => text.Insert(at, text.Substring(at, Math.Min(random.Next(1, 30), text.Length - at))),
                };
            }

            var once = Formatter.Format(SyntaxTree.Parse(text));
            Assert.Equal(once, Formatter.Format(SyntaxTree.Parse(once)));
            Assert.Equal(Words(SyntaxTree.Parse(text)), Words(SyntaxTree.Parse(once)));
        }
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
              source "T" at "https://t".  -- seen

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

    [Fact]
    public void The_example_of_the_page_is_in_canonical_form()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/language/formatting.md"));
        var example = page.Split("```proviso fragment\n")[1].Split("```")[0];
        Check(example, example);
    }

    [Fact]
    public void Neighbours_of_one_sort_are_aligned() => Check(
        """
        party usa "the United States".
        party russia "Russia".
        party un.
        site a-1 "First" in denmark host denmark.
        site a-12 "Twelfth" in uk host usa.

        site a-123 "Apart" in uk.
        """,
        """
        party usa    "the United States".
        party russia "Russia".
        party un.

        site a-1  "First"   in denmark host denmark.
        site a-12 "Twelfth" in uk      host usa.

        site a-123 "Apart" in uk.

        """);

    [Fact]
    public void Names_of_very_different_length_are_not_aligned() => Check(
        """
        party x "X".
        party confederation-of-northern-islands "Islands".
        """,
        """
        party x "X".
        party confederation-of-northern-islands "Islands".

        """);

    [Fact]
    public void Members_with_days_are_listed() => Check(
        """
        group nato "NATO" of usa from 1949-08-24, denmark from 1949-08-24 through 2029-12-31, poland from 1999-03-12, uk grade recalled.
        """,
        """
        group nato "NATO"
          of usa     from 1949-08-24,
             denmark from 1949-08-24 through 2029-12-31,
             poland  from 1999-03-12,
             uk
          grade recalled.

        """);

    [Fact]
    public void Readings_are_aligned_and_broken_before_their_meaning() => Check(
        """
        dispute wording "Must it only appear?" on clause 1 until reading appears "it appears" means as declared;
        reading stays "it stays there for a long time, outside of any exercise" means until us-system is staying in t for 30 days running source "Note" at "https://example.org/a/very/long/address".
        """,
        """
        dispute wording "Must it only appear?"
          on clause 1 until
          reading appears "it appears" means as declared;
          reading stays   "it stays there for a long time, outside of any exercise"
            means until us-system is staying in t for 30 days running
            source "Note" at "https://example.org/a/very/long/address".

        """);

    [Fact]
    public void Long_lists_are_wrapped() => Check(
        """
        kind missile "missile" with basing: one of ground, sea, air, space; range: length; reach: length; nuclear: yes or no; holder: party.
        define watched as missile with basing ground or launcher-one or launcher-two or launcher-three or launcher-four
          where range at least 500 km and (basing is not sea or nuclear is yes).
        """,
        """
        kind missile "missile"
          with basing: one of ground, sea, air, space; range: length; reach: length; nuclear: yes or no;
            holder: party.

        define watched as missile with basing ground or launcher-one or launcher-two or launcher-three
          or launcher-four
          where range at least 500 km and (basing is not sea or nuclear is yes).

        """);

    [Fact]
    public void Comments_stay_at_their_words() => Check(
        """
        -- head


        -- of the file
        party usa. -- behind
        clause 1 "t" -- title
          -- above the actor
          usa shall not have missile deployed in coast -- act
          , -- mark
          until -- word
          missile is present in coast, -- last mark
          -- before the full stop
          . -- end
        -- the end
        """,
        """
        -- head


        -- of the file
        party usa.  -- behind

        clause 1 "t"  -- title
          -- above the actor
          usa shall not have missile deployed in coast  -- act
          -- mark
          until  -- word
            missile is present in coast
            -- last mark
            -- before the full stop
            .  -- end
        -- the end

        """);

    [Theory]
    [InlineData("", "")]
    [InlineData("\n\n  \n", "")]
    [InlineData("-- only a comment", "-- only a comment\n")]
    [InlineData("\n\nparty usa.\n\n\n\n\nparty uk.\n\n\n", "party usa.\n\n\nparty uk.\n")]
    [InlineData("party usa.\r\nparty uk.", "party usa.\r\nparty uk.\r\n")]
    [InlineData("\uFEFFparty  usa.", "\uFEFFparty usa.\n")]
    public void Blank_lines_and_line_ends_are_set(string text, string formatted) =>
        Assert.Equal(formatted, Formatter.Format(SyntaxTree.Parse(text)));

    private static void Check(string text, string formatted)
    {
        var tree = SyntaxTree.Parse(text.ReplaceLineEndings("\n"));
        Assert.Empty(tree.Diagnostics);
        Assert.Equal(formatted.ReplaceLineEndings("\n"), Formatter.Format(tree));
    }

    private static IEnumerable<string> Shape(SyntaxTree tree) => tree.Root.NodesWithin().Select(node => node.GetType().Name);

    private static SyntaxTree Read(string path) => SyntaxTree.Parse(SourceText.From(path, File.ReadAllText(Repository.PathOf(path))));

    private static IEnumerable<string> Words(SyntaxTree tree) => tree.Root.Tokens
        .Where(t => t.Kind is not (TokenKind.Comma or TokenKind.Semicolon) && t.Text.Length > 0).Select(t => t.Text);

    private static IEnumerable<string> Comments(SyntaxTree tree) => tree.Root.Tokens
        .SelectMany(t => t.Leading.Concat(t.Trailing)).Where(t => t.Kind is TriviaKind.Comment or TriviaKind.Quote).Select(t => t.Text.TrimEnd());
}
