using System.Reflection;
using System.Text.RegularExpressions;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>Each code of binding has a page whose wrong example raises it, and nothing else, and whose right example raises
/// nothing.</summary>
public sealed partial class BindingPagesTests
{
    public static TheoryData<string> Codes =>
    [
        .. typeof(BindingCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(code => (string)code.GetRawConstantValue()!),
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_has_a_page_with_a_wrong_and_a_right_example(string code)
    {
        var page = File.ReadAllText(Repository.PathOf($"docs/diagnostics/{code}.md"));
        Assert.StartsWith($"# {code}: ", page, StringComparison.Ordinal);
        Assert.Equal([code], Found(Example(page, "Wrong")));
        Assert.Empty(Found(Example(page, "Right")));
    }

    [Fact]
    public void No_page_is_left_over()
    {
        var pages = Directory.GetFiles(Repository.PathOf("docs/diagnostics"), "PV2*.md").Select(Path.GetFileNameWithoutExtension).OfType<string>();
        Assert.Equal(Codes.Select(row => row.Data).Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Found(string example) =>
        Compilation.Of(SourceText.From("example.proviso", example)).Diagnostics.Select(diagnostic => diagnostic.Code);

    private static string Example(string page, string heading) =>
        Fence().Matches(page).Single(match => match.Groups["heading"].Value == heading).Groups["text"].Value;

    [GeneratedRegex(@"^## (?<heading>\w+)\n\n```proviso\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
