namespace Proviso.Formats.Bulk;

/// <summary>What changes from record to record; all else of a record is its pattern.</summary>
internal enum Slot : byte
{
    Name,
    Item,
    On,
    From,
    To,
    Since,
    StillOn,
    Said,
    Received,
    Answered,
}

/// <summary>Where the bytes of a slot stand in a record.</summary>
/// <param name="KeyStart">Where the name of the part begins, for messages.</param>
internal readonly record struct SlotSpan(Slot Slot, int Start, int Length, int KeyStart)
{
    /// <summary>The slot of a part with one value, or null for a part that belongs to the pattern.</summary>
    public static Slot? Of(ReadOnlySpan<byte> part) => part.Length switch
    {
        2 => part.SequenceEqual("on"u8) ? Slot.On : part.SequenceEqual("to"u8) ? Slot.To : part.SequenceEqual("as"u8) ? Slot.Item : null,
        4 => part.SequenceEqual("name"u8) ? Slot.Name : part.SequenceEqual("said"u8) ? Slot.Said : part.SequenceEqual("from"u8) ? Slot.From : null,
        5 => part.SequenceEqual("since"u8) ? Slot.Since : null,
        7 => part.SequenceEqual("stillOn"u8) ? Slot.StillOn : null,
        _ => null,
    };
}

/// <summary>The slots of a record, as they stand in it. Room is made once and used for every record.</summary>
internal sealed class SlotList
{
    /// <summary>More slots than any record that is read fast has.</summary>
    public const int Most = 32;

    private readonly SlotSpan[] spans = new SlotSpan[Most];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Those there are, in order.</summary>
    public ReadOnlySpan<SlotSpan> Spans => spans.AsSpan(0, Count);

    public void Clear() => Count = 0;

    /// <summary>False when there is no room.</summary>
    public bool TryAdd(SlotSpan span)
    {
        if (Count == Most)
        {
            return false;
        }

        spans[Count++] = span;
        return true;
    }
}
