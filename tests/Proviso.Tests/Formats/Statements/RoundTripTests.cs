using Proviso.Language.Syntax;

namespace Proviso.Formats.Statements;

/// <summary>Text to another form and back is the same text, but for comments and layout.</summary>
public sealed class RoundTripTests
{
    private static readonly (string File, Sentence Sentence)[] all = [.. Samples.Sentences()];

    [Fact]
    public void Every_sentence_of_the_repository_comes_back_from_Json()
    {
        Assert.InRange(all.Length, 100, 10_000);
        Same(statements => Samples.Json(StatementJson.Document("a", statements)));
    }

    [Fact]
    public void Every_sentence_of_the_repository_comes_back_from_Json_Lines() =>
        Same(statements => Samples.Lines(StatementJson.Lines("a", statements)));

    /// <summary>A table has one order of columns, so the parts of an attribution come back in that order.</summary>
    [Fact]
    public void Every_sentence_of_the_repository_comes_back_from_a_table_in_the_order_of_its_columns()
    {
        var read = Samples.Csv(StatementTable.Write([.. all.Select(one => StatementOf.Sentence(one.Sentence)!)]));

        Assert.Null(read.Refused);
        Assert.Empty(read.Faults.Where(fault => fault.IsError));
        Assert.Equal(
            all.Select(one => Samples.Formatted(Sorted(StatementOf.Sentence(one.Sentence)!))),
            read.Statements.Select(Samples.Formatted));
    }

    [Fact]
    public void Random_reports_and_positions_come_back_whatever_the_order_of_their_parts()
    {
        var tried = 0;
        for (var seed = 1; seed <= 150; seed++)
        {
            var random = new Random(seed);
            var tree = SyntaxTree.Parse(Reference.RandomCases.Draw((ulong)seed).ToString());
            Assert.Empty(tree.Diagnostics.Where(one => one.IsError));
            foreach (var sentence in tree.Root.Sentences)
            {
                if (StatementOf.Sentence(sentence) is not { } statement)
                {
                    continue;
                }

                var shuffled = statement.Parts.ToArray();
                random.Shuffle(shuffled);
                var read = Assert.Single(Samples.Lines(StatementJson.Lines("a", [statement with { Parts = [.. shuffled] }])).Statements);
                var again = StatementOf.Sentence(Assert.Single(SyntaxTree.Parse(Samples.Formatted(read)).Root.Sentences))!;

                Assert.Equal(Attribution(shuffled), Attribution(again.Parts));
                Assert.Equal(statement.Parts.Select(Told).Order(), again.Parts.Select(Told).Order());
                tried++;
            }
        }

        Assert.InRange(tried, 1_000, 100_000);
    }

    [Fact]
    public void Every_form_of_report_and_position_occurs()
    {
        var statements = all.Select(one => StatementOf.Sentence(one.Sentence)!).ToList();
        var used = statements.SelectMany(one => one.Parts).Select(part => part.Name).ToHashSet();

        Assert.Empty(Form.Reports.Concat(Form.Positions).Select(form => form.Key).Except(used));
        Assert.Empty(PartNames.All.Except(used).Except([PartNames.File, PartNames.Quoted]));
    }

    [Fact]
    public void Quoted_lines_go_along_and_comments_stay()
    {
        var tree = SyntaxTree.Parse("""
            -- A remark.
            --| Their own words,
            --| on two lines.
            report r boat present in lake on 2024-03-05 by south grade press source "Say \"no\" \\ -- now".
            """);
        var read = Samples.Json(StatementJson.Document("a", [StatementOf.Sentence(tree.Root.Sentences[0])!]));

        Assert.Equal(
            """
            --| Their own words,
            --| on two lines.
            report r
              boat present in lake on 2024-03-05
              by south grade press
              source "Say \"no\" \\ -- now".

            """,
            Samples.Formatted(Assert.Single(read.Statements)));
    }

    [Fact]
    public void A_case_imported_from_its_own_export_says_the_same()
    {
        var trees = Language.Compilation.Of(Directory.GetFiles(Repository.PathOf("tests/corpus/lake"), "*.proviso")
            .Select(path => Language.Text.SourceText.From($"lake/{Path.GetFileName(path)}", File.ReadAllText(path)))).Trees;
        var sentences = trees.SelectMany(tree => tree.Root.Sentences).Where(sentence => StatementOf.Sentence(sentence) is not null).ToList();

        var imported = Samples.Added(Samples.Json(StatementJson.Document("lake", sentences.Select(sentence => StatementOf.Sentence(sentence)!))));

        Assert.Empty(imported.Faults);
        Assert.Equal(
            sentences.Select(Samples.Formatted).Distinct(),
            SyntaxTree.Parse(imported.Text!).Root.Sentences.Select(Samples.Formatted));
    }

    private static void Same(Func<IEnumerable<Statement>, StatementsRead> through)
    {
        var read = through(all.Select(one => StatementOf.Sentence(one.Sentence, one.File)!));

        Assert.Null(read.Refused);
        Assert.Empty(read.Faults);
        Assert.Equal(all.Select(one => Samples.Formatted(one.Sentence)), read.Statements.Select(Samples.Formatted));
    }

    private static Statement Sorted(Statement statement) =>
        statement with { Parts = [.. statement.Parts.OrderBy(part => PartNames.All.IndexOf(part.Name))] };

    /// <summary>The names of the parts whose order is kept; a citation's address stands with its title.</summary>
    private static IEnumerable<string> Attribution(IEnumerable<StatementPart> parts) => parts.Select(part => part.Name).Where(name =>
        name is PartNames.By or PartNames.Said or PartNames.Received or PartNames.Grade or PartNames.Quoting or PartNames.Source or PartNames.Read);

    private static string Told(StatementPart part) => part.Value switch
    {
        ListValue list => $"{part.Name} {string.Join('|', list.Items)}",
        PairsValue pairs => $"{part.Name} {string.Join('|', pairs.Pairs)}",
        ReceiptsValue receipts => $"{part.Name} {string.Join('|', receipts.Receipts)}",
        _ => $"{part.Name} {part.Value}",
    };
}
