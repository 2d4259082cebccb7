using Proviso.Language.Formatting;
using Proviso.Language.Text;

namespace Proviso.Language.Syntax;

/// <summary>Texts that nobody writes by hand are read and formatted all the same: without exception, without loss, in time that
/// grows with their length only.</summary>
public sealed class HostileTextTests
{
    private const int Length = 200_000;

    public static TheoryData<string, string> Texts => new()
    {
        { "one word", new string('a', Length) },
        { "one number", new string('1', Length) },
        { "one title", $"party x \"{new string('x', Length)}\"." },
        { "unclosed title", $"party x \"{new string('x', Length)}" },
        { "one line of sentences", Many("party usa \"United States\". ") },
        { "parentheses", $"state s means {new string('(', Length)}" },
        { "closed parentheses", $"clause 1 \"x\" usa may visit until {new string('(', Length)}{new string(')', Length)}." },
        { "parentheses side by side", $"state s means {Many("(x) and ")}x." },
        { "mixed conditions", $"define s as k where {Many("x is y and x is y or ")}x is y." },
        { "NUL", new string('\0', Length) },
        { "NUL between words", Many("\0x") },
        { "controls", Many("\u0001\u0007\u001b[31m\u007f\u0085\u2028") },
        { "bidi", $"party x \"{Many("\u202e\u2066")}\"." },
        { "half characters", Many("\ud800 \udc00 ") },
        { "quotes", new string('"', Length) },
        { "curly quotes", Many("\u201c\u201d\"") },
        { "dots", new string('.', Length) },
        { "hyphens", Many("a-") },
        { "commas", Many("1,") },
        { "carriage returns", new string('\r', Length) },
        { "sentence words", Many("clause ") },
        { "sentence words on lines", Many("report\n") },
        { "deep indent", Many(new string(' ', 500) + "clause\n") },
        { "slots", $"clause 1 \"x\" {Many("until ")}" },
        { "names without commas", $"group g of {Many("ab ")}." },
        { "attribution", $"report r x by y on 2020-01-01 {Many("by x on ")}" },
        { "readings", $"dispute d \"x\" on y {Many("reading a means b; ")}" },
        { "quoted lines in a sentence", $"party\n{Many("--| x\n")} usa." },
        { "comments in a clause", $"clause 1 \"x\" usa {Many("-- c\n")} may visit." },
        { "other scripts", Many("\u0645\u0646 \u9078 \U0001F600 \u0e01\u0e49 ") },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Any_text_is_read_and_formatted(string name, string text)
    {
        var tree = SyntaxTree.Parse(text);
        Assert.True(text == tree.Root.ToFullString(), name);

        var formatted = Formatter.Format(tree);
        Assert.True(formatted == Formatter.Format(SyntaxTree.Parse(formatted)), name);
    }

    [Fact]
    public void Names_of_other_scripts_are_names()
    {
        var tree = SyntaxTree.Parse("party \u7fa4\u5cf6. party \u0440\u043e\u0441\u0441\u0438\u044f. party \u0645\u0635\u0631. party \u0939\u093f\u0928\u094d\u0926\u0940.");

        Assert.Empty(tree.Diagnostics);
        Assert.Equal(4, tree.Root.Sentences.Length);
    }

    [Fact]
    public void Parentheses_are_read_to_the_limit()
    {
        string Nested(int depth) => $"state s means {new string('(', depth)}x{new string(')', depth)}.";

        Assert.Empty(SyntaxTree.Parse(Nested(50)).Diagnostics);
        Assert.Equal([SyntaxCodes.TooDeep], Codes(SyntaxTree.Parse(Nested(51))));
        Assert.Equal([SyntaxCodes.TooDeep], Codes(SyntaxTree.Parse(Nested(100_000))));
    }

    [Fact]
    public void After_a_thousand_errors_one_says_that_there_are_more()
    {
        var tree = SyntaxTree.Parse(Many("party @. "));

        Assert.Equal(1001, tree.Diagnostics.Length);
        Assert.Equal(SyntaxCodes.TooMany, tree.Diagnostics[^1].Code);
    }

    [Fact]
    public void A_text_over_the_limit_is_not_read()
    {
        var text = new string(' ', SourceText.MaxLength + 1);
        var tree = SyntaxTree.Parse(text);

        Assert.Equal([SyntaxCodes.TooLarge], Codes(tree));
        Assert.Empty(tree.Root.Sentences);
        Assert.True(text == tree.Root.ToFullString());
    }

    [Fact]
    public void A_number_of_a_thousand_digits_has_no_value()
    {
        var tree = SyntaxTree.Parse($"model x of k with range {new string('9', 1000)} km.");

        Assert.Equal([SyntaxCodes.FaultyNumber], Codes(tree));
        Assert.Null(tree.Root.Tokens.Single(token => token.Kind == TokenKind.Number).Number);
    }

    private static IEnumerable<string> Codes(SyntaxTree tree) => tree.Diagnostics.Select(one => one.Code);

    private static string Many(string unit) => string.Concat(Enumerable.Repeat(unit, Length / unit.Length));
}
