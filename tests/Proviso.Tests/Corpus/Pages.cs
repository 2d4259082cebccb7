using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Proviso.Language.Diagnostics;
using Proviso.Language.Text;

namespace Proviso.Corpus;

/// <summary>The pages under <c>docs/diagnostics</c>, one per code, each with a wrong and a right example. An example may have
/// <see cref="Escapes"/>; one marked <c>repeated 1001 times</c> is read so many times in a row.</summary>
internal static partial class Pages
{
    /// <summary>The codes that a class of constants names, in the order declared.</summary>
    public static TheoryData<string> CodesOf(Type codes) =>
        [.. codes.GetFields(BindingFlags.Public | BindingFlags.Static).Select(code => (string)code.GetRawConstantValue()!)];

    /// <summary>The page says what the code is; its wrong example raises the code and no other, its right example raises none.</summary>
    public static void Check(string code, Func<SourceText, IEnumerable<Diagnostic>> diagnose)
    {
        var page = File.ReadAllText(Repository.PathOf($"docs/diagnostics/{code}.md"));
        Assert.StartsWith($"# {code}: ", page, StringComparison.Ordinal);
        Assert.Contains(code, diagnose(Example(page, "Wrong")).Select(one => one.Code));
        if (code != Proviso.Language.Syntax.SyntaxCodes.TooMany)
        {
            Assert.Equal([code], diagnose(Example(page, "Wrong")).Select(one => one.Code).Distinct());
        }

        Assert.Empty(diagnose(Example(page, "Right")).Select(one => one.Code));
    }

    /// <summary>No page is left over from a code that is gone.</summary>
    /// <param name="family">What the codes begin with, <c>PV1</c>.</param>
    public static void CheckNoneIsLeftOver(string family, TheoryData<string> codes)
    {
        var pages = Directory.GetFiles(Repository.PathOf("docs/diagnostics"), $"{family}*.md").Select(Path.GetFileNameWithoutExtension).OfType<string>();
        Assert.Equal(codes.Select(row => row.Data).Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    private static SourceText Example(string page, string heading)
    {
        var fence = Fence().Matches(page).Single(match => match.Groups["heading"].Value == heading);
        var text = fence.Groups["text"].Value;
        if (fence.Groups["times"].Value is { Length: > 0 } times)
        {
            text = string.Concat(Enumerable.Repeat(text, int.Parse(times, CultureInfo.InvariantCulture)));
        }

        return Escapes.Read("example.proviso", text).Source;
    }

    [GeneratedRegex(
        @"^## (?<heading>\w+)\n\n```proviso( repeated (?<times>\d+) times)?\n(?<text>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
