using System.Buffers;
using System.Text;

namespace Proviso.Language.Text;

/// <summary>Where the bytes of a file first stop being UTF-8.</summary>
/// <param name="ByteOffset">The first offending byte, from 0.</param>
/// <param name="Line">The line it is on, from 1.</param>
/// <param name="CharOffset">The character of the text that stands for it, U+FFFD.</param>
/// <param name="LooksLikeUtf16">True when the file begins with a UTF-16 byte order mark.</param>
public sealed record MalformedBytes(long ByteOffset, int Line, int CharOffset, bool LooksLikeUtf16)
{
    /// <summary>The first offence, or null when the bytes are UTF-8.</summary>
    public static MalformedBytes? FirstIn(ReadOnlySpan<byte> bytes)
    {
        var offset = 0;
        var chars = 0;
        while (offset < bytes.Length)
        {
            var rest = bytes[offset..];
            var ascii = rest.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            ascii = ascii < 0 ? rest.Length : ascii;
            offset += ascii;
            chars += ascii;
            if (offset == bytes.Length)
            {
                break;
            }

            if (Rune.DecodeFromUtf8(bytes[offset..], out var rune, out var length) != OperationStatus.Done)
            {
                return new(offset, LineOf(bytes[..offset]), chars, bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]);
            }

            offset += length;
            chars += rune.Utf16SequenceLength;
        }

        return null;
    }

    private static int LineOf(ReadOnlySpan<byte> before) =>
        1 + before.Count((byte)'\n') + before.Count((byte)'\r') - before.Count("\r\n"u8);
}
