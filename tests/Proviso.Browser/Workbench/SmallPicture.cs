using System.Buffers.Binary;
using System.IO.Compression;

namespace Proviso.Browser.Workbench;

/// <summary>Writes the picture of a page anew with 256 colours, which is all that a page of words needs; it takes a third of the room.</summary>
internal static class SmallPicture
{
    private const int Colours = 256;
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A PNG of 8 bits a channel, without interlacing, as an indexed one (ISO/IEC 15948). A colour that has no place of its own becomes the nearest that has.</summary>
    public static byte[] Of(byte[] png)
    {
        Assert.True(png.AsSpan().StartsWith(Signature));
        int width = 0, height = 0, channels = 0;
        using var packed = new MemoryStream();
        for (var at = Signature.Length; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var kind = png.AsSpan(at + 4, 4);
            var data = png.AsSpan(at + 8, length);
            if (kind.SequenceEqual("IHDR"u8))
            {
                (width, height, channels) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]), data[9] == 6 ? 4 : 3);
                Assert.Equal((8, 0), (data[8], data[12]));
            }
            else if (kind.SequenceEqual("IDAT"u8))
            {
                packed.Write(data);
            }

            at += length + 12;
        }

        packed.Position = 0;
        return Indexed(Pixels(packed, width, height, channels), width, height);
    }

    /// <summary>The colours of all pixels, line by line, as 0xRRGGBB.</summary>
    private static int[] Pixels(Stream packed, int width, int height, int channels)
    {
        using var lines = new ZLibStream(packed, CompressionMode.Decompress);
        var (line, above, pixels) = (new byte[width * channels], new byte[width * channels], new int[width * height]);
        for (var y = 0; y < height; y++)
        {
            var filter = lines.ReadByte();
            lines.ReadExactly(line);
            for (var x = 0; x < line.Length; x++)
            {
                int left = x < channels ? 0 : line[x - channels], up = above[x], corner = x < channels ? 0 : above[x - channels];
                line[x] += (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 });
            }

            for (var x = 0; x < width; x++)
            {
                pixels[(y * width) + x] = (line[x * channels] << 16) | (line[(x * channels) + 1] << 8) | line[(x * channels) + 2];
            }

            (line, above) = (above, line);
        }

        return pixels;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static byte[] Indexed(int[] pixels, int width, int height)
    {
        var palette = PaletteOf(pixels);
        Dictionary<int, byte> nearest = [];
        using var lines = new MemoryStream();
        using (var packed = new ZLibStream(lines, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                packed.WriteByte(0);
                foreach (var pixel in pixels.AsSpan(y * width, width))
                {
                    if (!nearest.TryGetValue(pixel, out var index))
                    {
                        nearest[pixel] = index = (byte)Enumerable.Range(0, palette.Count).MinBy(each => Distance(palette[each], pixel));
                    }

                    packed.WriteByte(index);
                }
            }
        }

        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 3);
        using var file = new MemoryStream();
        file.Write(Signature);
        Write(file, "IHDR"u8, head);
        Write(file, "PLTE"u8, [.. palette.SelectMany(colour => new[] { (byte)(colour >> 16), (byte)(colour >> 8), (byte)colour })]);
        Write(file, "IDAT"u8, lines.ToArray());
        Write(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>Colours of which one is near to each that there is, the most frequent first; as near as so many allow, so that a small sign in a colour of its own keeps it.</summary>
    private static List<int> PaletteOf(int[] pixels)
    {
        int[] all = [.. pixels.CountBy(pixel => pixel).OrderByDescending(each => each.Value).ThenBy(each => each.Key).Select(each => each.Key)];
        for (var apart = 0; ; apart += 4)
        {
            List<int> palette = [];
            foreach (var colour in all)
            {
                if (palette.Count <= Colours && !palette.Exists(other => Distance(other, colour) <= apart * apart))
                {
                    palette.Add(colour);
                }
            }

            if (palette.Count <= Colours)
            {
                return palette;
            }
        }
    }

    private static int Distance(int one, int other)
    {
        int red = (one >> 16) - (other >> 16), green = ((one >> 8) & 255) - ((other >> 8) & 255), blue = (one & 255) - (other & 255);
        return (red * red) + (green * green) + (blue * blue);
    }

    private static void Write(Stream file, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(kind);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Checked(Checked(uint.MaxValue, kind), data));
        file.Write(number);
    }

    /// <summary>The check of ISO 3309, as a PNG carries it.</summary>
    private static uint Checked(uint so, ReadOnlySpan<byte> data)
    {
        foreach (var each in data)
        {
            so ^= each;
            for (var bit = 0; bit < 8; bit++)
            {
                so = (so >> 1) ^ ((so & 1) * 0xEDB88320);
            }
        }

        return so;
    }
}
