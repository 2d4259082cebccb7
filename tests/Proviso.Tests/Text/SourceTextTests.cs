using System.Text;

namespace Proviso.Language.Text;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("", 1, new[] { 0 })]
    [InlineData("a\nb", 2, new[] { 0, 2 })]
    [InlineData("a\r\nb\rc\n", 4, new[] { 0, 3, 5, 7 })]
    [InlineData("\n\r", 3, new[] { 0, 1, 2 })]
    public void Lines_end_in_any_manner(string text, int lines, int[] starts)
    {
        var source = SourceText.From("a", text);
        Assert.Equal(lines, source.LineCount);
        Assert.Equal(starts, Enumerable.Range(1, lines).Select(line => source.OffsetOf(new(line, 1))));
    }

    [Fact]
    public void Positions_and_offsets_are_inverse()
    {
        const string text = "one\r\ntwo\n\nfour \U0001F600 end\n";
        var source = SourceText.From("a", text);
        for (var offset = 0; offset <= text.Length; offset++)
        {
            var position = source.PositionOf(offset);
            if (offset == 0 || text[offset - 1] != '\r')
            {
                Assert.Equal(offset, source.OffsetOf(position));
            }
        }

        Assert.Equal(new LinePosition(5, 1), source.PositionOf(1000));
        Assert.Equal(text.Length, source.OffsetOf(new(9, 1)));
        Assert.Equal(3, source.OffsetOf(new(1, 99)));
        Assert.Equal("four \U0001F600 end", source.LineAt(4).ToString());
    }

    [Theory]
    [InlineData("plain", null)]
    [InlineData("caf\u00e9 \U0001F600", null)]
    [InlineData("", null)]
    public void Good_bytes_are_read(string text, object? malformed)
    {
        var source = SourceText.FromBytes("a", Encoding.UTF8.GetBytes(text));
        Assert.Equal(text, source.Content);
        Assert.Equal(malformed, source.Malformed);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', 0xFF }, 1, 1, 1, false)]
    [InlineData(new byte[] { (byte)'\r', (byte)'\n', 0xC3, 0xA9, (byte)'\n', 0xE2, 0x82 }, 5, 3, 4, false)]
    [InlineData(new byte[] { 0xC0, 0x80 }, 0, 1, 0, false)]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, 0, 1, 0, false)]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'a', 0 }, 0, 1, 0, true)]
    public void Bytes_that_are_not_utf8_are_found(byte[] bytes, long offset, int line, int character, bool looksLikeUtf16)
    {
        var source = SourceText.FromBytes("a", bytes);
        Assert.Equal(new MalformedBytes(offset, line, character, looksLikeUtf16), source.Malformed);
        Assert.Equal('\uFFFD', source.Content[character]);
    }

    [Fact]
    public void Paths_are_shown_with_forward_slashes() => Assert.Equal("a/b.proviso", SourceText.From("a\\b.proviso", "").Path);
}
