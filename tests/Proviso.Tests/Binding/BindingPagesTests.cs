using Proviso.Corpus;

namespace Proviso.Language.Binding;

/// <summary>Each code of binding has a page whose examples tell the truth.</summary>
public sealed class BindingPagesTests
{
    public static TheoryData<string> Codes => Pages.CodesOf(typeof(BindingCodes));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_has_a_page_with_a_wrong_and_a_right_example(string code) =>
        Pages.Check(code, source => Compilation.Of(source).Diagnostics);

    [Fact]
    public void No_page_is_left_over() => Pages.CheckNoneIsLeftOver("PV2", Codes);
}
