using System.Collections.Immutable;

namespace Proviso.Formats.Statements;

/// <summary>Reads statements from JSON (one document) and JSON Lines (one statement a line). Never throws on any bytes.</summary>
public static class StatementJsonReader
{
    /// <summary>The statements of a document as <see cref="StatementJson.Document"/> writes it. A document that is not JSON from end to end is refused
    /// whole; a statement in it that makes no sense is left out.</summary>
    public static StatementsRead Document(GivenBytes given)
    {
        var (value, refused) = PlacedJson.Parse(given, 0, given.Bytes);
        if (value is null)
        {
            return StatementsRead.No(refused!);
        }

        if (value is not JsonMembers { } document)
        {
            return StatementsRead.No(Fault.Error(value.Place, "this is no document of statements", $"it is an object with `schema` and `statements`; {Guide}"));
        }

        if (WrongHeading(document, StatementJson.SchemaName, [StatementJson.Statements]) is { } wrong)
        {
            return StatementsRead.No(wrong);
        }

        if (document.Find(StatementJson.Statements) is not JsonItems items)
        {
            return StatementsRead.No(Fault.Error(document.Place, $"`{StatementJson.Statements}` is missing, or is no list", Guide));
        }

        var reader = new Reader { Agreement = AgreementOf(document) };
        foreach (var item in items.Items)
        {
            reader.Add(item);
        }

        return reader.Read;
    }

    /// <summary>The statements of a file of lines; empty lines are passed over, and the first may be a heading with <c>schema</c>. A line that is no
    /// statement is left out.</summary>
    public static StatementsRead Lines(GivenBytes given)
    {
        var reader = new Reader();
        var isFirst = true;
        foreach (var (line, start, bytes) in given.Lines())
        {
            if (bytes.Span.IndexOfAnyExcept(" \t"u8) < 0)
            {
                continue;
            }

            var (value, refused) = PlacedJson.Parse(given, start, bytes);
            if (isFirst && value is JsonMembers heading && heading.Find(StatementJson.Schema) is not null && heading.Find(PartNames.Sentence) is null)
            {
                if (WrongHeading(heading, StatementJson.SchemaName, []) is { } wrong)
                {
                    return StatementsRead.No(wrong);
                }

                reader.Agreement = AgreementOf(heading);
            }
            else if (value is null)
            {
                reader.Fault(refused! with { Place = refused.Place.Line == 0 ? new(line) : refused.Place });
            }
            else
            {
                reader.Add(value);
            }

            isFirst = false;
        }

        return reader.Read;
    }

    /// <summary>Where the forms are described.</summary>
    internal const string Guide = "docs/formats.md describes the form";

    /// <summary>The agreement that a document says it is about, or null.</summary>
    internal static string? AgreementOf(JsonMembers document) => (document.Find(StatementJson.Agreement) as JsonString)?.Text;

    /// <summary>What is wrong with the outer members of a document, or null.</summary>
    internal static Fault? WrongHeading(JsonMembers document, string schema, ImmutableArray<string> members)
    {
        if (document.Twice is { } twice)
        {
            return Fault.Error(twice.Place, $"`{PartChecks.Shown(twice.Name)}` stands twice in this object");
        }

        if (WrongSchema(document, schema) is { } wrong)
        {
            return wrong;
        }

        string[] known = [.. members, StatementJson.Schema, "$schema", StatementJson.Agreement];
        return document.Members.FirstOrDefault(member => !known.Contains(member.Name)) is { } unknown
            ? Fault.Error(unknown.Place, $"there is no `{PartChecks.Shown(unknown.Name)}` in a document of this schema", Guide)
            : null;
    }

    /// <summary>What is wrong with the schema that a document states, or null.</summary>
    internal static Fault? WrongSchema(JsonMembers document, string schema)
    {
        if (document.Find(StatementJson.Schema) is not { } found)
        {
            return Fault.Error(document.Place, $"`schema` is missing; this reads `{schema}`", Guide);
        }


        var name = (found as JsonString)?.Text ?? "";
        if (name == schema)
        {
            return null;
        }

        var stem = schema[..(schema.LastIndexOf('/') + 1)];
        var isNewer = name.StartsWith(stem, StringComparison.Ordinal)
            && name.Length > stem.Length && name.AsSpan(stem.Length).IndexOfAnyExceptInRange('0', '9') < 0 && name[stem.Length] != '0';
        return isNewer
            ? Fault.Error(found.Place, $"this is `{name}`, of a version that came later; this program reads `{schema}`", "use a newer proviso, or ask its writer for the older form")
            : Fault.Error(found.Place, $"`schema` is not `{schema}`, the one that is read here", Guide);
    }

    /// <summary>Makes statements of JSON values.</summary>
    internal sealed class Reader
    {
        private readonly ImmutableArray<Statement>.Builder statements = ImmutableArray.CreateBuilder<Statement>();
        private readonly ImmutableArray<Fault>.Builder faults = ImmutableArray.CreateBuilder<Fault>();

        public string? Agreement { get; set; }

        public StatementsRead Read => new(statements.ToImmutable(), faults.ToImmutable(), null) { Agreement = Agreement };

        public void Fault(Fault fault) => faults.Add(fault);

        public void Add(PlacedJson value)
        {
            if (StatementIn(value) is { } statement)
            {
                statements.Add(statement);
            }
        }

        /// <summary>The statement that an object makes; null, with its faults noted, when it makes none.</summary>
        public Statement? StatementIn(PlacedJson value)
        {
            if (value is not JsonMembers members)
            {
                Fault(Statements.Fault.Error(value.Place, "this is no statement, which is an object with `sentence` and its parts", Guide));
                return null;
            }

            var before = faults.Count;
            if (members.Twice is { } twice)
            {
                Fault(Statements.Fault.Error(twice.Place, $"`{PartChecks.Shown(twice.Name)}` stands twice in this statement"));
            }

            var parts = ImmutableArray.CreateBuilder<StatementPart>(members.Members.Length);
            foreach (var member in members.Members)
            {
                var part = new StatementPart(member.Name, new TextValue(""), member.Place);
                if (PartNames.ShapeOf(member.Name) is not { } shape)
                {
                    Fault(PartChecks.Unknown(part));
                }
                else if (member.Value is JsonTruth { Value: false } && shape == PartShape.Flag)
                {
                    continue;
                }
                else if (Valued(member.Value, shape) is { } said)
                {
                    parts.Add(part with { Value = said });
                }
                else
                {
                    Fault(Wrong(member, shape));
                }
            }

            return faults.Count > before ? null : new(parts.DrainToImmutable(), members.Place);
        }

        private static Fault Wrong(JsonMember member, PartShape shape) => member.Value switch
        {
            JsonString { Text: null } => Statements.Fault.Error(member.Value.Place, $"`{member.Name}` has half of a character"),
            JsonNothing => Statements.Fault.Error(member.Value.Place, $"`{member.Name}` is null; leave it out if there is nothing to say"),
            JsonMembers { Twice: { } twice } => Statements.Fault.Error(twice.Place, $"`{PartChecks.Shown(twice.Name)}` stands twice in `{member.Name}`"),
            _ => Statements.Fault.Error(member.Value.Place, $"`{member.Name}` is not {PartChecks.Expected(shape)}"),
        };

        private static PartValue? Valued(PlacedJson value, PartShape shape) => (shape, value) switch
        {
            (PartShape.Flag, JsonTruth { Value: true }) => new FlagValue(),
            (PartShape.Name or PartShape.Words, JsonNumber number) => new TextValue(number.Written),
            (PartShape.Name or PartShape.Words or PartShape.Title, JsonString { Text: { } text }) => new TextValue(text),
            (PartShape.Names or PartShape.Lines, JsonItems items) => Texts(items) is { } texts ? new ListValue(texts) : null,
            (PartShape.Pairs or PartShape.OnePair, JsonMembers { Twice: null } members) => Pairs(members),
            (PartShape.Receipts, JsonItems items) => Receipts(items),
            _ => null,
        };

        private static ImmutableArray<string>? Texts(JsonItems items)
        {
            var texts = ImmutableArray.CreateBuilder<string>(items.Items.Length);
            foreach (var item in items.Items)
            {
                if (TextOf(item) is not { } text)
                {
                    return null;
                }

                texts.Add(text);
            }

            return texts.DrainToImmutable();
        }

        private static PairsValue? Pairs(JsonMembers members) =>
            members.Members.All(member => TextOf(member.Value) is not null)
                ? new([.. members.Members.Select(member => new Pair(member.Name, TextOf(member.Value) ?? ""))])
                : null;

        private static ReceiptsValue? Receipts(JsonItems items)
        {
            var receipts = ImmutableArray.CreateBuilder<Receipt>(items.Items.Length);
            foreach (var item in items.Items)
            {
                if (item is not JsonMembers { Twice: null, Members.Length: 2 } members
                    || TextOf(members.Find(PartNames.By)) is not { } by || TextOf(members.Find(PartNames.On)) is not { } on)
                {
                    return null;
                }

                receipts.Add(new(by, on));
            }

            return new(receipts.DrainToImmutable());
        }

        private static string? TextOf(PlacedJson? value) => value switch
        {
            JsonString text => text.Text,
            JsonNumber number => number.Written,
            _ => null,
        };
    }
}
