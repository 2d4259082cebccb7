using System.Collections.Immutable;
using Proviso.Formats.Statements;

namespace Proviso.Formats.Messages;

/// <summary>Reads the statements that a form makes, and sees that its fields can fill them.</summary>
internal sealed class FormStatementReader(ImmutableArray<FormField> fields, ImmutableArray<Fault>.Builder faults)
{
    private const string IfGiven = "ifGiven";

    /// <summary>What comes from the message itself, or has no place in a form.</summary>
    private static readonly ImmutableArray<string> ofTheMessage =
        [PartNames.By, PartNames.Said, PartNames.Received, PartNames.Source, PartNames.At, PartNames.File, PartNames.Read, PartNames.Corrects, PartNames.DidNotOccur];

    /// <summary>The fields that some statement uses.</summary>
    public HashSet<string> Used { get; } = new(StringComparer.Ordinal);

    /// <summary>The statements under a member of the form; faults are noted.</summary>
    public ImmutableArray<FormStatement> Statements(GivenMembers form, string member, int most)
    {
        if (form.Find(member) is not JsonItems { Items.Length: > 0 } items || items.Items.Length > most)
        {
            form.Wrong(form.PlaceOf(member), $"`{member}` is missing, is no list, is empty, or has more than {most} statements", FormReader.Guide);
            return [];
        }

        var statements = ImmutableArray.CreateBuilder<FormStatement>(items.Items.Length);
        foreach (var item in items.Items)
        {
            if (Of(item) is { } statement)
            {
                statements.Add(statement);
            }
        }

        foreach (var same in statements.Where(one => one.Pattern.Has(PartNames.Name)).GroupBy(one => one.Pattern.TextOf(PartNames.Name)).Where(group => group.Count() > 1))
        {
            Wrong(same.Last().Pattern.Find(PartNames.Name)!.Place, $"two statements of one message would have the name `{same.Key}`", "add a word to one of them: `{number}-stay`");
        }

        return statements.DrainToImmutable();
    }

    private FormStatement? Of(PlacedJson item)
    {
        var before = faults.Count;
        var given = item as JsonMembers;
        var condition = given?.Find(IfGiven);
        var reader = new StatementJsonReader.Reader();
        var read = reader.StatementIn(given is null ? item : given with { Members = [.. given.Members.Where(member => member.Name != IfGiven)] });
        faults.AddRange(reader.Read.Faults);
        if (read is not { } pattern)
        {
            return null;
        }

        if (condition is not null && !(condition is JsonString { Text: { } named } && fields.Any(field => field.Name == named && field.IsOptional)))
        {
            Wrong(condition.Place, "`ifGiven` is not the name of an optional field", "leave it out, or give the field without which this statement is not made");
        }

        foreach (var part in pattern.Parts)
        {
            Check(part);
        }

        var isOfSending = pattern.Parts.Where(part => MessageCorrection.Time.Contains(part.Name)).SelectMany(Slots.In).Any(slot => slot is Slots.Sent or Slots.Received);
        var statement = new FormStatement(pattern, (condition as JsonString)?.Text, pattern.Parts.SelectMany(Slots.In).Contains(Slots.Addressee), isOfSending);
        if (faults.Count == before)
        {
            CheckWhole(statement);
        }

        return faults.Count > before ? null : Noted(statement);
    }

    private FormStatement Noted(FormStatement statement)
    {
        Used.UnionWith(statement.Pattern.Parts.SelectMany(Slots.In));
        if (statement.IfGiven is { } field)
        {
            Used.Add(field);
        }

        return statement;
    }

    private void Check(StatementPart part)
    {
        if (ofTheMessage.Contains(part.Name))
        {
            Wrong(part.Place, $"`{part.Name}` has no place in a form: the message says it", "leave it out");
            return;
        }

        if (part is { Name: PartNames.Sentence } && (part.Value as TextValue)?.Text is not ("report" or "position"))
        {
            Wrong(part.Place, "a form makes nothing but reports and positions", "`sentence` is `report` or `position`");
        }

        if (Slots.HasStrayBrace(part))
        {
            Wrong(part.Place, $"a brace in `{part.Name}` is no slot", "a slot is the name of a field between braces, as `{boats}`");
        }

        foreach (var slot in Slots.In(part))
        {
            if (TypeOf(slot) is not { } type)
            {
                string[] known = [.. Slots.Always, .. fields.Select(field => field.Name)];
                Wrong(part.Place, $"`{part.Name}`: there is no field `{slot}`", GivenMembers.Meant(slot, known, $"there is {Form.Choice(known)}"));
            }
            else if (!Fits(type, PartNames.ShapeOf(part.Name)!.Value))
            {
                Wrong(part.Place, $"`{part.Name}` cannot hold `{slot}`, which is {type}", "a text fits into `quoting` and `quoted`; a date or time where the language wants one");
            }
        }
    }

    /// <summary>That the statement is whole, with and without what a message may leave out.</summary>
    private void CheckWhole(FormStatement statement)
    {
        var pattern = statement.Pattern;
        if (pattern.TextOf(PartNames.Name) is { } name && !Slots.In(name).Contains(Slots.Number))
        {
            Wrong(pattern.Find(PartNames.Name)!.Place, "two messages would make reports of one name", "let the name hold `{number}`");
        }

        if (statement.IsForEachAddressee && pattern.TextOf(PartNames.Name) is { } each && !Slots.In(each).Contains(Slots.Addressee))
        {
            Wrong(pattern.Find(PartNames.Name)!.Place, "a message to two addressees would make two reports of one name", "let the name hold `{addressee}` as well");
        }

        if (!statement.IsForEachAddressee && pattern.Parts.SelectMany(Slots.In).Contains(Slots.Received))
        {
            Wrong(pattern.Place, "`received` is when one addressee had it, and this statement is of none", "let it hold `{addressee}` as well");
        }

        string[] optional = [.. Slots.Optional, .. fields.Where(field => field.IsOptional && field.Name != statement.IfGiven).Select(field => field.Name)];
        foreach (var left in new HashSet<string>[] { [], [.. optional] })
        {
            var given = Slots.Always.Concat(fields.Select(field => field.Name)).Where(slot => !left.Contains(slot)).ToDictionary(slot => slot, _ => "x", StringComparer.Ordinal);
            var made = pattern with { Parts = [.. Attribution(pattern), .. pattern.Parts.Where(part => Slots.Filled(part.Value, given) is not null)] };
            var wrong = Form.Of(made).Faults;
            faults.AddRange(wrong.Select(fault => left.Count == 0 ? fault : fault with { Message = $"{fault.Message} when a message gives none of {Form.Choice(optional)}" }));
            if (!wrong.IsEmpty)
            {
                return;
            }
        }
    }

    private static IEnumerable<StatementPart> Attribution(Statement pattern) => [new(PartNames.By, new TextValue("x"), pattern.Place), new(PartNames.Source, new TextValue("x"), pattern.Place)];

    /// <summary>What fills a slot, as "a count"; null when there is no such slot.</summary>
    private string? TypeOf(string slot) => slot switch
    {
        Slots.Number or Slots.Sender or Slots.Addressee => AName,
        Slots.Sent or Slots.Received or Slots.Effective => ATime,
        _ => fields.FirstOrDefault(field => field.Name == slot) switch
        {
            TextField => AText,
            DateField or TimeField => ATime,
            CountField => "a count",
            NameField or MessageField => AName,
            ChoiceField => "a choice",
            _ => null,
        },
    };

    private static bool Fits(string type, PartShape shape) => shape switch
    {
        PartShape.Name or PartShape.Names => type is not (AText or ATime),
        PartShape.Words or PartShape.Pairs or PartShape.OnePair => type is not AText,
        PartShape.Title or PartShape.Lines => true,
        _ => false,
    };

    private void Wrong(FilePlace place, string message, string hint) => faults.Add(Fault.Error(place, message, hint));

    private const string AName = "a name";
    private const string AText = "a text";
    private const string ATime = "a date or time";
}
