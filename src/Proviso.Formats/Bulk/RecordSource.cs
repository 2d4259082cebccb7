namespace Proviso.Formats.Bulk;

/// <summary>Takes a stream apart into records, each a line or, in a table, a row that may go over several. Holds one block of bytes, whatever the length of the stream.</summary>
internal sealed class RecordSource(Stream stream, bool isTable)
{
    /// <summary>Bytes in a record at most; a longer one is told and passed over.</summary>
    public const int MostBytes = 16 << 20;

    private byte[] block = new byte[256 << 10];
    private int start;
    private int filled;
    private int nextLine = 1;
    private bool isLast;
    private bool isBegun;

    /// <summary>The line on which the record begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Bytes that were read.</summary>
    public long Bytes { get; private set; }

    /// <summary>True for a record that is longer than <see cref="MostBytes"/>; of it only the beginning is there.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The first bytes of the stream, with the byte order mark.</summary>
    public ReadOnlySpan<byte> Beginning
    {
        get
        {
            while (filled < 4096 && !isLast)
            {
                Read();
            }

            return block.AsSpan(0, Math.Min(filled, 4096));
        }
    }

    /// <summary>The next record, without the end of its line.</summary>
    /// <returns>False at the end.</returns>
    public bool TryNext(out ReadOnlySpan<byte> record)
    {
        if (!isBegun)
        {
            isBegun = true;
            start = Beginning.StartsWith("\uFEFF"u8) ? 3 : 0;
        }

        (Line, IsTooLong) = (nextLine, false);
        while (true)
        {
            var bytes = block.AsSpan(start, filled - start);
            if (bytes.IsEmpty && isLast)
            {
                record = default;
                return false;
            }

            var end = bytes.IsEmpty ? -1 : isTable ? TableScan.End(bytes, isLast) : End(bytes);
            if (end >= 0)
            {
                start = Math.Min(filled, start + end + 1);
                record = bytes[..end];
                nextLine += isTable ? record.Count((byte)'\n') + 1 : 1;
                record = record.EndsWith("\r"u8) ? record[..^1] : record;
                IsTooLong = record.Length > MostBytes;
                return true;
            }

            if (bytes.Length > MostBytes)
            {
                record = PassOver(bytes);
                return true;
            }

            Read();
        }
    }

    private int End(ReadOnlySpan<byte> bytes) => bytes.IndexOf((byte)'\n') is var end && end < 0 && isLast ? bytes.Length : end;

    /// <summary>Goes on at the next line, which in a table may be in the middle of a row that was never closed.</summary>
    private ReadOnlySpan<byte> PassOver(ReadOnlySpan<byte> bytes)
    {
        IsTooLong = true;
        nextLine++;
        var beginning = bytes[..64].ToArray();
        while (true)
        {
            var end = block.AsSpan(start, filled - start).IndexOf((byte)'\n');
            if (end >= 0)
            {
                start += end + 1;
                return beginning;
            }

            start = filled;
            if (isLast)
            {
                return beginning;
            }

            Read();
        }
    }

    private void Read()
    {
        if (start > 0)
        {
            block.AsSpan(start, filled - start).CopyTo(block);
            filled -= start;
            start = 0;
        }

        if (filled == block.Length)
        {
            Array.Resize(ref block, block.Length * 2);
        }

        var read = stream.Read(block, filled, block.Length - filled);
        isLast = read == 0;
        filled += read;
        Bytes += read;
    }
}
