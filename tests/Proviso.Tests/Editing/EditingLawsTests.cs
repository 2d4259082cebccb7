using System.Collections.Immutable;
using Proviso.Corpus;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Language.Editing;

/// <summary>What holds of completion, hover and tokens in every text of the repository.</summary>
public sealed class EditingLawsTests
{
    public static TheoryData<string> Texts => [.. Cases.Everywhere()];

    /// <summary>Every fourth of them, for laws that take long.</summary>
    public static TheoryData<string> SomeTexts => [.. Cases.Everywhere().Where((_, at) => at % 4 == 0)];

    public static TheoryData<string> ValidTexts => [.. Cases.In("valid")];

    public static TheoryData<string> Agreements => [.. Directory.GetDirectories(Repository.PathOf("agreements")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Tokens_cover_the_text_in_order(string file)
    {
        var source = Source(file);
        var end = 0;
        foreach (var token in TextTokens.Of(NameIndex.Of([source]), file))
        {
            Assert.True(end <= token.Start && token.Length > 0);
            Assert.True(source.Slice(end, token.Start - end).Trim("\uFEFF").IsWhiteSpace());
            end = token.Start + token.Length;
        }

        Assert.True(source.Slice(end, source.Length - end).Trim("\uFEFF").IsWhiteSpace());
    }

    /// <summary>These texts show each form of the grammar.</summary>
    [Scale]
    [Theory]
    [MemberData(nameof(ValidTexts))]
    public void Each_word_of_the_language_is_offered_where_it_stands(string file)
    {
        var names = NameIndex.Of([Source(file)]);
        var lost =
            from token in SyntaxTree.Parse(Source(file)).Root.Tokens.Where((_, at) => at % 2 == 0)
            where token.Kind == TokenKind.Word && !IsMonth(token)
            where !Offers(Completer.At(names, file, token.Start), token.Text)
            select $"{Source(file).PositionOf(token.Start)} {token.Text}";
        Assert.Empty(lost);
    }

    [Scale]
    [Theory]
    [MemberData(nameof(Agreements))]
    public void Each_word_and_name_of_an_agreement_is_offered_where_it_stands(string agreement)
    {
        const int Most = 60;
        var texts = CaseOf(agreement);
        var names = NameIndex.Of(texts);
        var given = names.Symbols.Select(symbol => symbol.Span).ToHashSet();
        var written = texts.SelectMany(text => SyntaxTree.Parse(text).Root.Tokens)
            .Where(token => token.Kind is TokenKind.Word or TokenKind.Name && !given.Contains(token.Span)).ToList();
        var random = new Random(5);
        var lost =
            from token in Enumerable.Range(0, Most).Select(_ => written[random.Next(written.Count)])
            let offered = Completer.At(names, token.Source.Path, token.Start, [token.Text])
            where !Offers(offered, token.Text)
            select $"{token.Source.Path} {token.Source.PositionOf(token.Start)} {token.Text}";
        Assert.Empty(lost);
    }

    [Theory]
    [MemberData(nameof(Agreements))]
    public void Each_name_of_an_agreement_leads_to_its_declaration(string agreement)
    {
        var texts = CaseOf(agreement);
        var names = NameIndex.Of(texts);
        foreach (var text in texts)
        {
            var known = names.NamesIn(text.Path).Select(use => use.Span).ToHashSet();
            var lost = SyntaxTree.Parse(text).Root.Tokens.Where(token => token.Kind == TokenKind.Name && !known.Contains(token.Span)).Select(token => token.Text);
            Assert.Empty(lost.Except([.. Syntax.Parsing.Vocabulary.Months, .. Syntax.Parsing.Vocabulary.Weekdays, .. CountriesOf(text)]));
        }

        foreach (var symbol in names.Symbols)
        {
            Assert.All(symbol.Uses, use => Assert.Equal(symbol.Name, texts.Single(text => text.Path == use.File).Slice(use.Start, use.Length).ToString()));
        }
    }

    /// <summary>Broken and hostile texts among them; each is cut where the place is, too, as it is while somebody writes.</summary>
    [Scale]
    [Theory]
    [MemberData(nameof(SomeTexts))]
    public void Every_place_has_an_answer(string file)
    {
        const int Most = 1;
        var content = Source(file).Content;
        var random = new Random(content.Length);
        for (var round = 0; round < Most; round++)
        {
            var offset = random.Next(content.Length + 1);
            var text = offset % 2 == 0 ? content : content[..offset];
            var names = NameIndex.Of([SourceText.From(file, text)]);
            Check(Completer.At(names, file, offset), text, offset);
            Hovering.At(names, file, offset);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((")]
    [InlineData("\"")]
    [InlineData("clause 1 \"")]
    [InlineData("-- clause ")]
    [InlineData("\uD800\uDC00\uD800 clause \uD800")]
    [InlineData("\u202Eparty \0 x.")]
    [InlineData("clause 1 \"x\" for each theatre t for each theatre")]
    [InlineData("expect under : : : : count count count")]
    public void Hostile_texts_have_answers(string text)
    {
        var names = NameIndex.Of([SourceText.From("a.proviso", text)]);
        for (var offset = -1; offset <= text.Length + 1; offset += 3)
        {
            Check(Completer.At(names, "a.proviso", offset), text, Math.Clamp(offset, 0, text.Length));
            Hovering.At(names, "a.proviso", offset);
        }
    }

    [Fact]
    public void A_sentence_that_is_too_long_is_offered_nothing()
    {
        var text = "clause 1 \"x\" despite clause 1" + string.Concat(Enumerable.Repeat(", clause 1", 200_000)) + " ";

        Assert.Empty(Completer.At(NameIndex.Of([SourceText.From("a.proviso", text)]), "a.proviso", text.Length).Items);
    }

    private static void Check(Completions found, string text, int offset)
    {
        Assert.InRange(found.From, 0, found.To);
        Assert.Equal(offset, found.To);
        Assert.InRange(found.To, 0, text.Length);
        Assert.Distinct(found.Items);
        Assert.All(found.Items, item => Assert.NotEmpty(item.Text));
    }

    private static bool Offers(Completions found, string word) =>
        found.Items.Any(item => item.Text == word || item.Text.StartsWith($"{word} ", StringComparison.Ordinal) || item.Text.Contains($" {word}", StringComparison.Ordinal));

    /// <summary>"1 may": the month, which is a word of the language too.</summary>
    private static bool IsMonth(Token token) => token.Word == Word.May && token.Source.Content[..token.Start].TrimEnd() is [.., >= '0' and <= '9'];

    private static IEnumerable<string> CountriesOf(SourceText text) =>
        SyntaxTree.Parse(text).Root.NodesWithin().OfType<CountryAreaSyntax>().Select(area => area.Name.Text);

    private static ImmutableArray<SourceText> CaseOf(string agreement) =>
    [
        .. Directory.GetFiles(Repository.PathOf($"agreements/{agreement}"), "*.proviso", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => SourceText.From(Path.GetFileName(path), File.ReadAllText(path))),
    ];

    private static SourceText Source(string file) => SourceText.From(file, File.ReadAllText(Repository.PathOf(file)));
}
