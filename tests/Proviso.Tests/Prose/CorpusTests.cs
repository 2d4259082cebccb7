using System.Text.RegularExpressions;
using Proviso.Language.Text;

namespace Proviso.Language.Prose;

/// <summary>What the whole reading of a text is. Beside each <c>tests/corpus/prose/NAME.proviso</c> stands the expected
/// <c>NAME.txt</c>; a <c>.txt</c> without such a file beside it is the reading of <c>agreements/NAME</c>. After a change that you
/// want, run the tests with <c>PROVISO_BLESS=1</c> in the environment and read the difference as one who must sign it.</summary>
public sealed class CorpusTests
{
    private static readonly string folder = Repository.PathOf("tests/corpus/prose");

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(folder).Select(Path.GetFileNameWithoutExtension).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_text_reads_as_expected(string name)
    {
        var (compilation, hasRecord) = Compiled(name);
        Assert.Empty(compilation.Diagnostics.Where(diagnostic => diagnostic.IsError).Select(diagnostic => diagnostic.Message));

        var found = PlainText.Of(new Prose(compilation.Case!).Document(hasRecord), 100);
        var file = Path.Combine(folder, name + ".txt");
        if (Environment.GetEnvironmentVariable("PROVISO_BLESS") == "1")
        {
            File.WriteAllText(file, found);
        }

        Assert.Equal(File.Exists(file) ? File.ReadAllText(file) : "", found);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_line_is_too_wide_and_none_ends_in_a_blank(string name)
    {
        foreach (var width in new[] { 40, 72, 100 })
        {
            var lines = PlainText.Of(new Prose(Compiled(name).Compilation.Case!).Document(true), width).Split('\n');
            Assert.All(lines, line =>
            {
                Assert.False(line.EndsWith(' '), line);
                Assert.True(line.Length <= width || line.TrimStart().Count(letter => letter == ' ') <= 2, line);
            });
        }
    }

    /// <summary>Names that a title can replace have hyphens; those of items and reports are quoted where they are said.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_of_the_language_is_left(string name)
    {
        var agreement = Compiled(name).Compilation.Case!.Agreement;
        var text = PlainText.Of(new Prose(agreement).Document(), 100);
        var names = agreement.Nouns.Select(noun => (noun.Name, noun.Title))
            .Concat(agreement.Places.Select(place => (place.Name, place.Title)))
            .Concat(agreement.States.Select(state => (state.Name, state.Title)))
            .Concat(agreement.Disputes.Select(dispute => (dispute.Name, Title: dispute.Question)))
            .Where(each => each.Name.Contains('-', StringComparison.Ordinal));
        Assert.All(names, each => Assert.False(
            !each.Title.Contains(each.Name, StringComparison.OrdinalIgnoreCase) && Regex.IsMatch(text, $@"(?<![\w/-]){Regex.Escape(each.Name)}(?![\w/-])"),
            each.Name));
    }

    private static (Compilation Compilation, bool HasRecord) Compiled(string name)
    {
        var single = Path.Combine(folder, name + ".proviso");
        return File.Exists(single)
            ? (Compilation.Of(Read(single)), true)
            : (Compilation.Of(Directory.GetFiles(Repository.PathOf("agreements/" + name), "*.proviso").Select(Read)), false);
    }

    private static SourceText Read(string path) => SourceText.From(Path.GetFileName(path), File.ReadAllText(path));
}
