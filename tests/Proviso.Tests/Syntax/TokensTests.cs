using NodaTime;

namespace Proviso.Language.Syntax;

/// <summary>What single words and figures say.</summary>
public sealed class TokensTests
{
    [Theory]
    [InlineData("700", "700")]
    [InlineData("1,550", "1550")]
    [InlineData("1,234,567.890", "1234567.890")]
    [InlineData("0.5", "0.5")]
    [InlineData("007", "7")]
    [InlineData("9999999999999999999999999999", "9999999999999999999999999999")]
    [InlineData("99999999999999999999999999999", null)]
    [InlineData("1,55", null)]
    [InlineData("1550,000", null)]
    [InlineData("1,5500", null)]
    public void A_number_has_a_value(string text, string? value)
    {
        var token = Assert.Single(TokensOf(text), token => token.Kind == TokenKind.Number);
        Assert.Equal(text, token.Text);
        Assert.Equal(value, token.Number?.ToString());
    }

    [Theory]
    [InlineData("2020-02-29", 2020, 2, 29)]
    [InlineData("0001-01-01", 1, 1, 1)]
    [InlineData("9998-12-31", 9998, 12, 31)]
    [InlineData("2020\u201310\u201326", 2020, 10, 26)]
    public void A_date_has_a_day(string text, int year, int month, int day) =>
        Assert.Equal(new LocalDate(year, month, day), TokensOf(text)[0].Date);

    [Theory]
    [InlineData("2021-02-29")]
    [InlineData("0000-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("26-10-2020")]
    [InlineData("1/2")]
    public void A_date_that_is_none_is_reported_and_has_no_day(string text)
    {
        var tree = SyntaxTree.Parse($"sources read on {text}.");
        Assert.Equal([SyntaxCodes.NoSuchDate], tree.Diagnostics.Select(one => one.Code));
        Assert.Null(Assert.IsType<SourcesSentence>(tree.Root.Sentences[0]).Date.Date);
    }

    [Theory]
    [InlineData("00:00", 0)]
    [InlineData("23:59", 1439)]
    [InlineData("24:00", null)]
    [InlineData("12:60", null)]
    public void A_time_has_minutes(string text, int? minutes)
    {
        var token = TokensOf(text)[0];
        Assert.Equal(TokenKind.Time, token.Kind);
        Assert.Equal(minutes, token.Time);
    }

    [Fact]
    public void A_month_has_a_first_day() => Assert.Equal(new LocalDate(2024, 4, 1), TokensOf("2024-04")[0].Month);

    [Theory]
    [InlineData("\"plain\"", "plain")]
    [InlineData("\"\"", "")]
    [InlineData("\"a \\\"b\\\" \\\\ c\"", "a \"b\" \\ c")]
    [InlineData("\u201Ccurly\u201D", "curly")]
    [InlineData("\"open", "open")]
    public void A_title_has_words(string text, string value)
    {
        var token = TokensOf(text)[0];
        Assert.Equal(TokenKind.Title, token.Kind);
        Assert.Equal(value, token.Value);
    }

    [Theory]
    [InlineData("9m729", TokenKind.Name)]
    [InlineData("c-3", TokenKind.Name)]
    [InlineData("\u043c\u043e\u0441\u043a\u0432\u0430", TokenKind.Name)]
    [InlineData("until", TokenKind.Word)]
    [InlineData("Europe/Moscow", TokenKind.Zone)]
    [InlineData("Etc/GMT+5", TokenKind.Zone)]
    [InlineData("America/Port-au-Prince", TokenKind.Zone)]
    [InlineData("UTC", TokenKind.Zone)]
    [InlineData("700", TokenKind.Number)]
    [InlineData("2024-04", TokenKind.Month)]
    public void A_word_is_of_a_kind(string text, TokenKind kind)
    {
        var tokens = TokensOf(text);
        Assert.Equal(kind, tokens[0].Kind);
        Assert.Equal(text, tokens[0].Text);
    }

    [Fact]
    public void Hyphens_before_a_comment_do_not_join() =>
        Assert.Equal(["a", ""], TokensOf("a--b c").Select(token => token.Text));

    [Fact]
    public void Figures_and_full_stops_are_told_apart() =>
        Assert.Equal(["1", ".", "0.5", ".", "2020-01-01", ".", "1,550", ",", "2", ""], TokensOf("1. 0.5. 2020-01-01. 1,550, 2").Select(token => token.Text));

    [Fact]
    public void Quotes_belong_to_the_sentence_below()
    {
        var tree = SyntaxTree.Parse("--| first\n-- comment\n  --|second  \nparty usa. --| no quote\nparty uk.");
        Assert.Equal(["first", "second"], tree.Root.Sentences[0].Quoted);
        Assert.Empty(tree.Root.Sentences[1].Quoted);
    }

    [Fact]
    public void Every_word_is_found_by_its_spelling()
    {
        Assert.All(Words.All, word => Assert.Equal(word, Words.Find(word.Spelling())));
        Assert.Equal(Word.None, Words.Find("Until"));
        Assert.Equal(Word.None, Words.Find("none"));
    }

    private static List<Token> TokensOf(string text)
    {
        var source = Text.SourceText.From("text.proviso", text);
        return Lexer.Read(source, new SyntaxErrors(source));
    }
}
