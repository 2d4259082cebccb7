using Proviso.Language.Binding;

namespace Proviso.Language.Prose;

/// <summary>What holds of the reading of every text we have, sound or not.</summary>
public sealed class ProseLawsTests
{
    public static TheoryData<string> Cases => [.. Files.Cases.Select(texts => texts[0].Path)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_case_can_be_read_aloud(string first)
    {
        if (Compilation.Of(Files.Cases.First(texts => texts[0].Path == first)).Case is not { } file)
        {
            return;
        }

        var document = new Prose(file).Document(withFile: true);
        Assert.All(document.Blocks.OfType<Paragraph>(), paragraph => Sentences(paragraph.Text));
        Assert.All(document.Blocks.OfType<Items>().SelectMany(items => items.Entries), item => Sentences(item.Text));
        Assert.Equal(PlainText.Of(document), PlainText.Of(new Prose(file).Document(withFile: true)));
        Assert.NotEmpty(Markdown.Of(document));
    }

    private static void Sentences(string text)
    {
        Assert.False(char.IsLower(text[0]), text);
        Assert.True(text.TrimEnd('”').EndsWith('.') || text.EndsWith(':'), text);
        Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text);
    }
}
