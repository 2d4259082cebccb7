using System.Buffers;
using System.Text;
using Proviso.Language.Binding;

namespace Proviso.Formats.Bulk;

/// <summary>Reads the slots of a record, where they are written in the plain way that needs no parser.</summary>
internal sealed class PlainRecords
{
    private const int MostNameBytes = 200;

    private static readonly SearchValues<byte> nameBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-"u8);

    private readonly PlainMoment[] received = new PlainMoment[ReportPattern.MostReceivers];

    /// <summary>Reads them; false where one of them is not plain.</summary>
    /// <param name="hasColumns">True where messages tell the column of the line.</param>
    public bool TryRead(ReadOnlySpan<byte> record, ReadOnlySpan<SlotSpan> slots, int line, bool hasColumns, out PlainRecord plain)
    {
        plain = default;
        ReadOnlySpan<byte> name = default, item = default, answered = default;
        PlainMoment first = default, second = default, said = default;
        var (receipts, column) = (0, 0);
        foreach (var slot in slots)
        {
            var text = record.Slice(slot.Start, slot.Length);
            if (slot.Slot is Slot.Name or Slot.Item or Slot.Answered)
            {
                if (!IsPlainName(text))
                {
                    return false;
                }

                switch (slot.Slot)
                {
                    case Slot.Name:
                        name = text;
                        break;
                    case Slot.Item:
                        item = text;
                        break;
                    default:
                        answered = text;
                        column = hasColumns ? Encoding.UTF8.GetCharCount(record[..slot.KeyStart]) + 1 : 0;
                        break;
                }

                continue;
            }

            if (!PlainMoment.TryRead(text, out var moment))
            {
                return false;
            }

            switch (slot.Slot)
            {
                case Slot.On or Slot.From or Slot.Since:
                    first = moment;
                    break;
                case Slot.To or Slot.StillOn:
                    second = moment;
                    break;
                case Slot.Said:
                    said = moment;
                    break;
                case Slot.Received when receipts < received.Length:
                    received[receipts++] = moment;
                    break;
                default:
                    return false;
            }
        }

        plain = new()
        {
            Name = name,
            Item = item,
            Answered = answered,
            First = first,
            Second = second,
            Said = said,
            Received = received.AsSpan(0, receipts),
            Line = line,
            AnsweredColumn = column,
        };
        return !name.IsEmpty;
    }

    /// <summary>A name that nothing else could be taken for: small letters and digits with single hyphens between, some of each or a hyphen.</summary>
    internal static bool IsPlainName(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > MostNameBytes || text[0] == '-' || text[^1] == '-' || text.IndexOfAnyExcept(nameBytes) >= 0 || text.IndexOf("--"u8) >= 0)
        {
            return false;
        }

        // A date has no letter, a word of the language no digit and no hyphen, and a figure with a unit begins with the one and ends with the other.
        var hasHyphen = text.Contains((byte)'-');
        return text.IndexOfAnyInRange((byte)'a', (byte)'z') >= 0
            && (hasHyphen || (text[0] > '9' && text.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0));
    }
}
