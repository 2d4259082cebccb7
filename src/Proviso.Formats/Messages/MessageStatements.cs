using System.Collections.Immutable;
using Proviso.Formats.Statements;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Formats.Messages;

/// <summary>Makes statements of messages as their forms say.</summary>
public sealed class MessageStatements
{
    private readonly ImmutableArray<MessageForm> forms;
    private readonly Agreement agreement;
    private readonly KnownMessages known;
    private readonly string file;
    private readonly ImmutableArray<Fault>.Builder faults = ImmutableArray.CreateBuilder<Fault>();
    private readonly ImmutableArray<Statement>.Builder statements = ImmutableArray.CreateBuilder<Statement>();
    private readonly HashSet<string> broken = new(StringComparer.Ordinal);

    private MessageStatements(string file, ImmutableArray<MessageForm> forms, Agreement agreement, KnownMessages known) =>
        (this.file, this.forms, this.agreement, this.known) = (file, forms, agreement, known);

    /// <summary>True when a file is one of messages, as far as its beginning tells.</summary>
    public static bool AreIn(GivenBytes given) => MessageReader.AreIn(given);

    /// <summary>The statements of the messages of a file. A message with a fault makes none; one that is in the case already is told of and makes none. Never throws on any bytes.</summary>
    /// <param name="isLines">Whether the file has a message a line; else it has one, or a list.</param>
    /// <param name="file">The name of the file, which the statements give as where their source is.</param>
    /// <param name="forms">The forms of the agreement; each version of a form once.</param>
    /// <param name="texts">The files of the case.</param>
    public static StatementsRead Read(GivenBytes given, bool isLines, string file, ImmutableArray<MessageForm> forms, Agreement agreement, IEnumerable<SourceText> texts)
    {
        var (values, unread, refused) = MessageReader.Values(given, isLines);
        if (refused is not null)
        {
            return StatementsRead.No(refused);
        }

        var reader = new MessageStatements(file, forms, agreement, KnownMessages.Of(texts));
        foreach (var value in values)
        {
            reader.Add(value);
        }

        return new(reader.statements.ToImmutable(), [.. unread.Concat(reader.faults)], null);
    }

    private void Add(PlacedJson value)
    {
        var before = faults.Count;
        var made = new MessageReader(file, agreement, faults).Read(value) is { } message ? Made(message) : [];
        statements.AddRange(made);
        if (MessageReader.NumberOf(value) is not { } number)
        {
            return;
        }

        for (var at = before; at < faults.Count; at++)
        {
            faults[at] = faults[at] with { Message = $"message `{number}`: {faults[at].Message}" };
        }

        if (faults.Skip(before).Any(fault => fault.IsError) && ((value as JsonMembers)?.Find("sender") as JsonString)?.Text is { } sender)
        {
            broken.Add(Message.KeyOf(sender, number));
        }
    }

    /// <summary>The statements of a message; none when something is wrong, or when they are there already, which is noted.</summary>
    private ImmutableArray<Statement> Made(Message message)
    {
        var before = faults.Count;
        if (FormOf(message) is not { } form)
        {
            return [];
        }

        var patterns = message.HasNothing ? form.Nothing : form.Makes;
        if (patterns.IsEmpty)
        {
            message.Given.Wrong(message.Given.PlaceOf("nothingToDeclare"), $"{form.Said} knows no message with nothing to declare", "fill it in, or send nothing");
            return [];
        }

        var used = patterns.SelectMany(pattern => pattern.Pattern.Parts.SelectMany(Slots.In).Append(pattern.IfGiven)).ToHashSet();
        CheckEffective(message, form, used.Contains(Slots.Effective));
        var asked = message.HasNothing ? [.. form.Fields.Where(field => used.Contains(field.Name))] : form.Fields;
        var fields = new FieldReader(agreement, known).Read(message, form, asked);
        var corrected = Corrected(message);
        if (faults.Count > before)
        {
            return [];
        }

        var origin = new StatementOrigin(message.Key, message.Number, form.File);
        var filled = Filling.Of(message, patterns, fields);
        ImmutableArray<Statement> made = [.. filled.Select(one => one.Statement)];
        if (corrected is not null)
        {
            (made, var fault) = new MessageCorrection(message, known.LineOf(corrected)).Of(filled);
            if (fault is not null)
            {
                faults.Add(fault);
                return [];
            }
        }

        return IsThere(message, made) ? [] : [.. made.Select(one => one with { Origin = origin })];
    }

    private MessageForm? FormOf(Message message)
    {
        var given = message.Given;
        var versions = forms.Where(form => form.Name == message.Form).OrderBy(form => form.Version).ToList();
        if (versions.Count == 0)
        {
            ImmutableArray<string> names = [.. forms.Select(form => form.Name).Distinct().Order(StringComparer.Ordinal)];
            given.Wrong(given.PlaceOf("form"), $"the agreement has no form `{message.Form}`", GivenMembers.Meant(message.Form, names, names.IsEmpty
                ? "its forms are JSON files in the folder `forms`, beside its texts" : $"it has {Form.Choice(names)}"));
            return null;
        }

        var accepted = versions.Where(form => form.IsAcceptedOn(message.Sent.Day)).Select(form => FormattableString.Invariant($"{form.Version}")).ToList();
        var hint = accepted.Count == 0 ? "no version is accepted for messages sent on that day" : $"send version {string.Join(" or ", accepted)}";
        if (versions.Find(form => form.Version == message.Version) is not { } found)
        {
            given.Wrong(given.PlaceOf("version"), $"there is no version {message.Version} of form `{message.Form}`", hint);
            return null;
        }

        if (found.IsAcceptedOn(message.Sent.Day))
        {
            return found;
        }

        given.Wrong(given.PlaceOf("version"), $"version {found.Version} of form `{found.Name}` is accepted for messages sent {found.Dates}; this one was sent on {message.Sent.Day}", hint);
        return null;
    }

    private static void CheckEffective(Message message, MessageForm form, bool isUsed)
    {
        if (isUsed && message.Effective is null)
        {
            message.Given.Wrong(message.Given.Place, $"`effective` is missing: {form.Said} needs to know when this takes effect", MessageTime.Hint);
        }
        else if (!isUsed && message.Effective is not null)
        {
            message.Given.Wrong(message.Given.PlaceOf("effective"), $"{form.Said} says nothing of when this takes effect, so that `effective` would be lost", "leave it out");
        }
    }

    /// <summary>The message that is corrected, or null; noted when it cannot be.</summary>
    private KnownMessage? Corrected(Message message)
    {
        if (message.Corrects is not { } number)
        {
            return null;
        }

        var place = message.Given.PlaceOf("corrects");
        var key = Message.KeyOf(message.Sender, number);
        if (key == message.Key)
        {
            message.Given.Wrong(place, "this message corrects itself", "give it a number of its own");
            return null;
        }

        if (known.OfKey(key) is not { } corrected)
        {
            message.Given.Wrong(
                place,
                broken.Contains(key) ? $"message `{number}`, which this corrects, has an error of its own" : $"there is no message `{number}` of `{message.Sender}` in the case, nor above in this file",
                broken.Contains(key) ? "mend that one first" : known.Hint(message.Sender, number));
            return null;
        }

        if (known.CorrectorOf(corrected) is { } other && other.Key != message.Key)
        {
            message.Given.Wrong(place, $"message `{corrected.Number}` was corrected by message `{other.Number}` already", $"correct `{other.Number}`");
            return null;
        }

        if (known.LineOf(corrected).Count() > KnownMessages.MostInLine)
        {
            message.Given.Wrong(place, $"message `{corrected.Number}` is the end of more than {KnownMessages.MostInLine} corrections of each other", "send what is right as a message of its own");
            return null;
        }

        return corrected;
    }

    /// <summary>Whether a message of this number is known; then it is noted whether it says the same. Otherwise it is known from now on.</summary>
    private bool IsThere(Message message, ImmutableArray<Statement> made)
    {
        var normal = made.Select(one => Draft.Of(one).Draft?.Statement ?? one).ToImmutableArray();
        if (known.OfKey(message.Key) is not { } there)
        {
            known.Add(new(message.Number, message.Sender, message.Corrects, null, normal));
            return false;
        }

        var where = there.File is null ? "stands above in this file" : $"is in {there.File}";
        var place = message.Given.PlaceOf("number");
        if (Difference(there.Statements, normal) is not { } difference)
        {
            faults.Add(Fault.Warning(place, $"this message {where} already; it was not added again"));
        }
        else
        {
            message.Given.Wrong(
                place, $"a message of this number {where} and says something else: {difference}",
                "another message needs a number of its own, and one that corrects that one says so with `corrects`; who received it later is added to its sentences");
        }

        return true;
    }

    /// <summary>What is different, for a message; null when nothing is.</summary>
    private static string? Difference(ImmutableArray<Statement> there, ImmutableArray<Statement> now)
    {
        foreach (var one in now)
        {
            var other = one.TextOf(PartNames.Name) is { } name ? there.FirstOrDefault(each => each.TextOf(PartNames.Name) == name) : there.FirstOrDefault(each => PartDifference(each, one) is null);
            if (other is null)
            {
                return one.TextOf(PartNames.Name) is { } missing ? $"the report `{missing}` is not there" : "the position is not there";
            }

            if (PartDifference(other, one) is { } part)
            {
                return $"`{part}` of `{one.TextOf(PartNames.Name)}` is {Shown(other, part)} there, and {Shown(one, part)} here";
            }
        }

        return there.Length > now.Length ? "more is said there" : null;
    }

    private static string? PartDifference(Statement one, Statement other) => one.Parts.Concat(other.Parts).Select(part => part.Name).FirstOrDefault(name =>
        name is not (PartNames.File or PartNames.At) && !(one.Find(name) is { } first && other.Find(name) is { } second && IsSame(first, second, other.TextOf(PartNames.By) ?? "")));

    private static bool IsSame(StatementPart one, StatementPart other, string sender) => (one, other) switch
    {
        ({ Name: PartNames.Source, Value: TextValue first }, { Value: TextValue second }) => KnownMessages.Normal(first.Text, sender) == KnownMessages.Normal(second.Text, sender),
        _ => Draft.Same(one.Value, other.Value),
    };

    private static string Shown(Statement statement, string part) => statement.Find(part)?.Value is { } value ? value is TextValue text ? $"`{PartChecks.Shown(text.Text)}`" : "something else" : "not said";
}
