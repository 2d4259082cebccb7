using System.Collections.Immutable;
using Proviso.Formats.Statements;

namespace Proviso.Formats.Messages;

/// <summary>Fills the statements of a form with what a message says. What fills a slot has been read as its type, and each statement is taken apart again and compared before it is
/// believed, so that no field becomes other words.</summary>
internal static class Filling
{
    /// <summary>The statements that the patterns make, in their order, and in the order of the addressees.</summary>
    /// <param name="fields">What the fields fill, and where each was given.</param>
    public static ImmutableArray<Made> Of(Message message, ImmutableArray<FormStatement> patterns, ImmutableDictionary<string, (string Text, FilePlace Place)> fields)
    {
        var filled = ImmutableArray.CreateBuilder<Made>();
        foreach (var pattern in patterns.Where(pattern => pattern.IfGiven is null || fields.ContainsKey(pattern.IfGiven)))
        {
            foreach (var addressee in pattern.IsForEachAddressee ? message.Addressees : message.Addressees[..1])
            {
                filled.Add(new(Filled(message, pattern.Pattern, fields, addressee), pattern.IsOfSending));
            }
        }

        return filled.DrainToImmutable();
    }

    private static Statement Filled(Message message, Statement pattern, ImmutableDictionary<string, (string Text, FilePlace Place)> fields, string addressee)
    {
        var given = message.Given;
        var slots = fields.SetItems(new Dictionary<string, (string, FilePlace)>
        {
            [Slots.Number] = (message.Key, given.PlaceOf("number")),
            [Slots.Sender] = (message.Sender, given.PlaceOf("sender")),
            [Slots.Addressee] = (addressee, given.PlaceOf("addressees")),
            [Slots.Sent] = (message.Sent.Words, given.PlaceOf("sent")),
        });
        if (message.Received.FirstOrDefault(receipt => receipt.By == addressee) is { By: not null } received)
        {
            slots = slots.SetItem(Slots.Received, (received.At.Words, given.PlaceOf("received")));
        }

        if (message.Effective is { } effective)
        {
            slots = slots.SetItem(Slots.Effective, (effective.Words, given.PlaceOf("effective")));
        }

        var texts = slots.ToDictionary(slot => slot.Key, slot => slot.Value.Text, StringComparer.Ordinal);
        var parts = new List<StatementPart>();
        foreach (var part in pattern.Parts)
        {
            if (Slots.Filled(part.Value, texts) is { } value)
            {
                parts.Add(new(part.Name, value, Slots.In(part).FirstOrDefault(slots.ContainsKey) is { } slot ? slots[slot].Place : given.Place));
            }
        }

        SayNone(parts);
        var place = given.Place;
        var said = parts.Where(part => part.Name is PartNames.Grade or PartNames.Quoting).ToList();
        return new([.. parts.Except(said), .. Attribution(message, place, said)], place);
    }

    /// <summary>Where a count of things in a state came to 0, the language says <c>no</c>.</summary>
    private static void SayNone(List<StatementPart> parts)
    {
        if (parts.Find(part => part.Name == PartNames.Amount) is { Value: TextValue { Text: "0" } } none && parts.Exists(part => part.Name == PartNames.State))
        {
            parts.RemoveAll(part => part.Name is PartNames.Amount or PartNames.Total or PartNames.No);
            parts.Add(new(PartNames.No, new FlagValue(), none.Place));
        }
    }

    /// <summary>Who says it, when, who received it when, and where it is from. Sent and received are told apart here; when it happened and from when it counts are
    /// said by the form's own statements.</summary>
    /// <param name="said">The grade and the quoted words of the form's own statement.</param>
    public static IEnumerable<StatementPart> Attribution(Message message, FilePlace place, IReadOnlyCollection<StatementPart>? said = null)
    {
        var given = message.Given;
        yield return new(PartNames.By, new TextValue(message.Sender), given.PlaceOf("sender"));
        yield return new(PartNames.Said, new TextValue(message.Sent.Words), given.PlaceOf("sent"));
        if (!message.Received.IsEmpty)
        {
            yield return new(PartNames.Received, new ReceiptsValue([.. message.Received.Select(one => new Receipt(one.By, one.At.Words))]), given.PlaceOf("received"));
        }

        yield return said?.FirstOrDefault(part => part.Name == PartNames.Grade) ?? new(PartNames.Grade, new TextValue("own statement"), place);
        foreach (var part in (said ?? []).Where(part => part.Name == PartNames.Quoting))
        {
            yield return part;
        }

        yield return new(PartNames.Source, new TextValue(KnownMessages.TitleOf(message)), given.PlaceOf("number"));
        yield return new(PartNames.At, new TextValue(message.File), place);
    }
}

/// <summary>A statement that a message makes.</summary>
/// <param name="IsOfSending">Whether it is of the sending of the message itself.</param>
internal readonly record struct Made(Statement Statement, bool IsOfSending);
