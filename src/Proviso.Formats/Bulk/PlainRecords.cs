using System.Text;
using Proviso.Language.Binding;

namespace Proviso.Formats.Bulk;

/// <summary>Reads the slots of a record, where they are written in the plain way that needs no parser.</summary>
internal sealed class PlainRecords
{
    private const int MostNameBytes = 200;

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
        if (text.Length is 0 or > MostNameBytes)
        {
            return false;
        }

        var (letters, digits, hyphens) = (0, 0, 0);
        var before = (byte)'-';
        foreach (var one in text)
        {
            if (one == '-' && before == '-')
            {
                return false;
            }

            letters += one - 'a' is >= 0 and < 26 ? 1 : 0;
            digits += one - '0' is >= 0 and < 10 ? 1 : 0;
            hyphens += one == '-' ? 1 : 0;
            before = one;
        }

        // A date has no letter, a word of the language no digit and no hyphen, and a figure with a unit begins with the one and ends with the other.
        return before != '-' && letters + digits + hyphens == text.Length && letters > 0 && (hyphens > 0 || (digits > 0 && text[0] > '9'));
    }
}
