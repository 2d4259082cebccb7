using System.Buffers;

namespace Proviso.Formats.Bulk;

/// <summary>Finds the slots of a statement on a line of JSON. It does not prove that the line is JSON: what is outside the slots is compared with a line of which that is known,
/// and what is inside must be plain.</summary>
internal static class JsonScan
{
    private static readonly SearchValues<byte> ends = SearchValues.Create("\"\\"u8);

    /// <summary>Finds the slots; false for a line that is not as programs write them, which is left to the parser.</summary>
    public static bool TryFind(ReadOnlySpan<byte> line, SlotList slots)
    {
        slots.Clear();
        var at = 0;
        if (!Mark(line, ref at, (byte)'{'))
        {
            return false;
        }

        while (true)
        {
            Blanks(line, ref at);
            var keyStart = at;
            if (!Text(line, ref at, out var key) || !Mark(line, ref at, (byte)':'))
            {
                return false;
            }

            Blanks(line, ref at);
            if (at >= line.Length || !Value(line, ref at, key, keyStart, slots))
            {
                return false;
            }

            Blanks(line, ref at);
            if (at >= line.Length || line[at] != ',')
            {
                return at < line.Length && line[at] == '}';
            }

            at++;
        }
    }

    private static bool Value(ReadOnlySpan<byte> line, ref int at, Range key, int keyStart, SlotList slots)
    {
        switch (line[at])
        {
            case (byte)'"':
                return Text(line, ref at, out var text)
                    && (SlotSpan.Of(line[key]) is not { } slot || slots.TryAdd(Span(slot, text, keyStart)));
            case (byte)'[':
                return line[key].SequenceEqual("for"u8) ? Answered(line, ref at, keyStart, slots) : Nested(line, ref at, line[key].SequenceEqual("received"u8) ? slots : null);
            case (byte)'{':
                return Nested(line, ref at, null);
            default:
                var end = line[at..].IndexOfAny(",}"u8);
                at += Math.Max(0, end);
                return end > 0;
        }
    }

    /// <summary>A list of names: one is a slot, several belong to the pattern.</summary>
    private static bool Answered(ReadOnlySpan<byte> line, ref int at, int keyStart, SlotList slots)
    {
        var start = at++;
        Blanks(line, ref at);
        if (Text(line, ref at, out var only) && Mark(line, ref at, (byte)']'))
        {
            return slots.TryAdd(Span(Slot.Answered, only, keyStart));
        }

        at = start;
        return Nested(line, ref at, null);
    }

    /// <summary>A list or an object.</summary>
    /// <param name="receipts">Where the times of receipts go; null for what has none.</param>
    private static bool Nested(ReadOnlySpan<byte> line, ref int at, SlotList? receipts)
    {
        var depth = 0;
        var isTime = false;
        while (at < line.Length)
        {
            switch (line[at])
            {
                case (byte)'{' or (byte)'[':
                    depth++;
                    at++;
                    break;
                case (byte)'}' or (byte)']':
                    at++;
                    if (--depth == 0)
                    {
                        return true;
                    }

                    break;
                case (byte)'"':
                    if (!Text(line, ref at, out var text))
                    {
                        return false;
                    }

                    if (isTime && receipts?.TryAdd(Span(Slot.Received, text, text.Start.Value)) is false)
                    {
                        return false;
                    }

                    var after = at;
                    isTime = receipts is not null && line[text].SequenceEqual("on"u8) && Mark(line, ref after, (byte)':');
                    break;
                default:
                    at++;
                    break;
            }
        }

        return false;
    }

    private static SlotSpan Span(Slot slot, Range text, int keyStart) => new(slot, text.Start.Value, text.End.Value - text.Start.Value, keyStart);

    /// <summary>The text between quotes; false where there is none, or one with escapes.</summary>
    private static bool Text(ReadOnlySpan<byte> line, ref int at, out Range text)
    {
        text = default;
        if (at >= line.Length || line[at] != '"')
        {
            return false;
        }

        var length = line[(at + 1)..].IndexOfAny(ends);
        if (length < 0 || line[at + 1 + length] != '"')
        {
            return Escaped(line, ref at, out text);
        }

        text = (at + 1)..(at + 1 + length);
        at += length + 2;
        return true;
    }

    /// <summary>A text with escapes belongs to the pattern, wherever it stands: its range is empty, so that it is no slot.</summary>
    private static bool Escaped(ReadOnlySpan<byte> line, ref int at, out Range text)
    {
        text = at..at;
        for (at++; at < line.Length; at++)
        {
            if (line[at] == '\\')
            {
                at++;
            }
            else if (line[at] == '"')
            {
                at++;
                return true;
            }
        }

        return false;
    }

    private static void Blanks(ReadOnlySpan<byte> line, ref int at)
    {
        while (at < line.Length && line[at] is (byte)' ' or (byte)'\t')
        {
            at++;
        }
    }

    private static bool Mark(ReadOnlySpan<byte> line, ref int at, byte mark)
    {
        Blanks(line, ref at);
        if (at >= line.Length || line[at] != mark)
        {
            return false;
        }

        at++;
        return true;
    }
}
