using Proviso.Corpus;

namespace Proviso.Language.Syntax;

/// <summary>Each code of reading a text has a page whose examples tell the truth.</summary>
public sealed class SyntaxPagesTests
{
    public static TheoryData<string> Codes => Pages.CodesOf(typeof(SyntaxCodes));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_has_a_page_with_a_wrong_and_a_right_example(string code) =>
        Pages.Check(code, source => SyntaxTree.Parse(source).Diagnostics);

    [Fact]
    public void No_page_is_left_over() => Pages.CheckNoneIsLeftOver("PV1", Codes);
}
