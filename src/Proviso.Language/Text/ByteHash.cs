using System.Buffers.Binary;

namespace Proviso.Language.Text;

/// <summary>A quick hash of bytes for tables in memory. Seeded anew in each process, so that nobody can choose bytes that fall together: nothing that is shown may
/// depend on it.</summary>
public static class ByteHash
{
    private const ulong Odd = 0x9E3779B97F4A7C15;
    private const ulong Other = 0xD6E8FEB86659FD93;

    /// <summary>What a hash begins with.</summary>
    public static ulong Seed { get; } = ((ulong)(uint)HashCode.Combine(1) << 32) | (uint)HashCode.Combine(2);

    /// <summary>The hash of what came before and of these bytes.</summary>
    public static ulong Of(ulong before, ReadOnlySpan<byte> bytes)
    {
        var hash = before ^ ((ulong)bytes.Length * Odd);
        while (bytes.Length >= 8)
        {
            hash = Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        if (bytes.Length >= 4)
        {
            hash = Mixed(hash ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]) << 32));
        }
        else if (bytes.Length > 0)
        {
            hash = Mixed(hash ^ bytes[0] ^ ((ulong)bytes[bytes.Length / 2] << 8) ^ ((ulong)bytes[^1] << 16));
        }

        return hash;
    }

    private static ulong Mixed(ulong value)
    {
        var high = Math.BigMul(value ^ Odd, Other ^ Seed | 1, out var low);
        return high ^ low;
    }
}
