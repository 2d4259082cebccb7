using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Proviso.Language.Text;

namespace Proviso.Corpus;

/// <summary>A text as kept in a file, and as it is read. In a file whose first line is <c>-- with escapes</c>, <c>\u{202E}</c>
/// stands for that character, also for half of one, and <c>\x{FF}</c> for that byte.</summary>
/// <param name="Kept">The text with escapes, as lines are shown.</param>
/// <param name="Source">The text as it is read.</param>
/// <param name="keptOffsets">For each character of the source and its end, where it stands in the kept text.</param>
internal sealed record KeptText(string Kept, SourceText Source, int[] keptOffsets)
{
    /// <summary>Where a character of the source stands in the kept text.</summary>
    public int OffsetOf(int sourceOffset) => keptOffsets[sourceOffset];
}

/// <summary>Reads texts with characters that no editor shows and no version control keeps.</summary>
internal static partial class Escapes
{
    private const string Header = "-- with escapes\n";

    public static KeptText Read(string path, string kept)
    {
        if (!kept.StartsWith(Header, StringComparison.Ordinal))
        {
            return new(kept, SourceText.From(path, kept), [.. Enumerable.Range(0, kept.Length + 1)]);
        }

        var text = new StringBuilder();
        var bytes = new List<byte>();
        var offsets = new List<int>();
        for (var at = 0; at < kept.Length;)
        {
            var escape = Escape().Match(kept, at);
            var isEscape = escape.Success && escape.Index == at;
            var isByte = isEscape && escape.Groups[1].Value == "x";
            var value = isEscape ? int.Parse(escape.Groups[2].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture) : kept[at];
            var piece = isByte ? "\uFFFD" : value > 0xFFFF ? char.ConvertFromUtf32(value) : ((char)value).ToString();
            text.Append(piece);
            bytes.AddRange(isByte ? [(byte)value] : Encoding.UTF8.GetBytes(piece));
            offsets.AddRange(Enumerable.Repeat(at, piece.Length));
            at += isEscape ? escape.Length : 1;
        }

        var hasBytes = kept.Contains(@"\x{", StringComparison.Ordinal);
        var source = hasBytes ? SourceText.FromBytes(path, bytes.ToArray()) : SourceText.From(path, text.ToString());
        return new(kept, source, [.. offsets, kept.Length]);
    }

    [GeneratedRegex(@"\\([ux])\{([0-9A-F]+)\}")]
    private static partial Regex Escape();
}
