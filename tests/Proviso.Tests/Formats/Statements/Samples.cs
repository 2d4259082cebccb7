using System.Collections.Immutable;
using System.Text;
using Proviso.Language.Formatting;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Formats.Statements;

/// <summary>Statements to try things on, and short ways to read them.</summary>
internal static class Samples
{
    /// <summary>Every report, position and day of reading in the repository that stands in a text without errors of its own.</summary>
    public static IEnumerable<(string File, Sentence Sentence)> Sentences() =>
        from file in Corpus.Cases.Everywhere()
        let tree = SyntaxTree.Parse(SourceText.FromBytes(file, File.ReadAllBytes(Repository.PathOf(file))))
        where !tree.Diagnostics.Any(one => one.IsError)
        from sentence in tree.Root.Sentences
        where StatementOf.Sentence(sentence) is not null
        select (file, sentence);

    /// <summary>A sentence in the canonical form, its comments left out and its quoted lines kept.</summary>
    public static string Formatted(Sentence sentence)
    {
        var text = new StringBuilder();
        foreach (var line in sentence.Quoted)
        {
            text.Append("--| ").Append(line).Append('\n');
        }

        foreach (var token in sentence.Tokens)
        {
            text.Append(token.Text).Append(' ');
        }

        return Formatter.Format(SyntaxTree.Parse(text.ToString()));
    }

    /// <summary>The sentence that a statement makes, in the canonical form; requires that it makes one.</summary>
    public static string Formatted(Statement statement)
    {
        var (draft, faults) = Draft.Of(statement);
        Assert.Empty(faults.Where(fault => fault.IsError));
        return Formatter.Format(SyntaxTree.Parse(draft!.Text));
    }

    public static GivenBytes Bytes(string text)
    {
        var (given, refused) = GivenBytes.Of(Encoding.UTF8.GetBytes(text));
        Assert.Null(refused);
        return given!;
    }

    public static StatementsRead Json(string text) => StatementJsonReader.Document(Bytes(text));

    public static StatementsRead Lines(string text) => StatementJsonReader.Lines(Bytes(text));

    public static StatementsRead Csv(string text, Mapping? mapping = null) => StatementTable.Read(Bytes(text), mapping);

    public static StatementsRead Map(string text) => StatementMap.Read(Bytes(text), Points);

    /// <summary>Where two places are.</summary>
    public static ImmutableDictionary<string, PlacePoint> Points { get; } = ImmutableDictionary<string, PlacePoint>.Empty
        .Add("port-north", new(47.5m, 9.25m)).Add("far", new(-12.5m, -170.125m));

    /// <summary>The files of the lake, without its reports.</summary>
    public static ImmutableArray<SourceText> Lake { get; } =
        [SourceText.From("lake/agreement.proviso", File.ReadAllText(Repository.PathOf("tests/corpus/lake/agreement.proviso")))];

    /// <summary>Adds what was read to a new file of the lake.</summary>
    public static Imported Added(StatementsRead read, bool keepGood = false, string into = "") =>
        Import.Of(read, Lake, SourceText.From("lake/more.proviso", into), keepGood);

    /// <summary>A sound report of the lake as a line of JSON, with changes.</summary>
    public static string Line(string members = "", string name = "seen") =>
        $$"""{"sentence":"report","name":"{{name}}","thing":"heron","state":"present","in":"lake","on":"2024-03-05","by":"south","said":"2024-03-06","grade":"press","source":"Lake News"{{(members.Length == 0 ? "" : ",")}}{{members}}}""";
}
