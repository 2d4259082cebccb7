using System.Globalization;
using System.Text;
using Proviso.Language.Text;

namespace Proviso.Formats.Statements;

/// <summary>The bytes of a file that somebody gave us, known to be text in UTF-8. Not safe for use from several threads at once.</summary>
public sealed class GivenBytes
{
    private static readonly (byte[] Magic, string What)[] packed =
    [
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive (a spreadsheet may be one)"),
        ([0x50, 0x4B, 0x05, 0x06], "a ZIP archive without files"),
        ([0x1F, 0x8B], "compressed by gzip"),
        ([0x42, 0x5A, 0x68], "compressed by bzip2"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "compressed by xz"),
        ([0x28, 0xB5, 0x2F, 0xFD], "compressed by zstd"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"),
    ];

    private readonly int[] lineStarts;

    /// <summary>The last place asked for: places are mostly asked for in order, and a file may be one long line.</summary>
    private (int Line, int Offset, int Column) last = (0, 0, 1);

    private GivenBytes(ReadOnlyMemory<byte> bytes)
    {
        Bytes = bytes;
        lineStarts = LineStarts(bytes.Span);
    }

    /// <summary>The bytes without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The bytes as text to read, or why they are none: packed, not UTF-8, or with the character zero. Nothing is ever unpacked.</summary>
    public static (GivenBytes? Given, Fault? Refused) Of(ReadOnlyMemory<byte> bytes)
    {
        if (PackedAs(bytes.Span) is { } isPacked)
        {
            return (null, isPacked);
        }

        if (MalformedBytes.FirstIn(bytes.Span) is { } malformed)
        {
            return (null, Fault.Error(
                new(malformed.Line),
                string.Create(CultureInfo.InvariantCulture, $"byte {malformed.ByteOffset:N0} of this file is not UTF-8"),
                malformed.LooksLikeUtf16 ? "the file looks like UTF-16; save it as UTF-8" : "save it as UTF-8; it may be in a code page of one script"));
        }

        var given = new GivenBytes(bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
        return bytes.Span.IndexOf((byte)0) is var zero and >= 0
            ? (null, Fault.Error(given.PlaceOf(zero - (bytes.Length - given.Bytes.Length)), "there is a character zero in this file, so it is no text", "save it as plain text in UTF-8"))
            : (given, null);
    }

    /// <summary>That these first bytes of a file are no text but something packed, or null.</summary>
    internal static Fault? PackedAs(ReadOnlySpan<byte> bytes)
    {
        foreach (var (magic, what) in packed)
        {
            if (bytes.StartsWith(magic))
            {
                return Fault.Error(default, $"this is no text: it is {what}", "unpack it, or save it as plain text in UTF-8, and give the result");
            }
        }

        return null;
    }

    /// <summary>The line and character of a byte; one past the end counts as the end.</summary>
    public FilePlace PlaceOf(long offset)
    {
        var at = (int)Math.Clamp(offset, 0, Bytes.Length);
        var found = Array.BinarySearch(lineStarts, at);
        var line = found >= 0 ? found : ~found - 1;
        var from = last.Line == line && last.Offset <= at && last.Offset >= lineStarts[line] ? last : (line, lineStarts[line], 1);
        last = (line, at, from.Item3 + Encoding.UTF8.GetCharCount(Bytes.Span[from.Item2..at]));
        return new(line + 1, last.Column);
    }

    /// <summary>The lines without their ends, each with the offset of its first byte; a line ends with CR LF or LF.</summary>
    internal IEnumerable<(int Line, int Start, ReadOnlyMemory<byte> Bytes)> Lines()
    {
        for (var line = 0; line < lineStarts.Length; line++)
        {
            var start = lineStarts[line];
            var end = line + 1 < lineStarts.Length ? lineStarts[line + 1] - 1 : Bytes.Length;
            if (end > start && Bytes.Span[end - 1] == (byte)'\r')
            {
                end--;
            }

            yield return (line + 1, start, Bytes[start..end]);
        }
    }

    private static int[] LineStarts(ReadOnlySpan<byte> bytes)
    {
        var starts = new List<int> { 0 };
        for (var at = 0; bytes[at..].IndexOf((byte)'\n') is var next and >= 0;)
        {
            at += next + 1;
            starts.Add(at);
        }

        return [.. starts];
    }
}
