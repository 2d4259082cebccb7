using System.Collections.Immutable;

namespace Proviso.Formats.Statements;

/// <summary>Which column of a table is which part of a statement; the shape is <c>docs/schemas/mapping.schema.json</c>.</summary>
/// <param name="Separator">What stands between cells.</param>
/// <param name="Columns">The part of each column by its heading; null for a column to pass over. A part may be <c>with.ATTRIBUTE</c>.</param>
/// <param name="Values">For a heading, what stands for what: a cell that says the one means the other.</param>
/// <param name="Constants">Parts that every row has, written as cells are; <c>{row}</c> is the number of the row, from 1.</param>
/// <param name="Figures">Columns of figures, in order: each cell that is not empty is the <c>amount</c> of a statement of its own, with these constants before
/// all others. Without such columns a row is one statement.</param>
public sealed record Mapping(
    char Separator,
    ImmutableDictionary<string, string?> Columns,
    ImmutableDictionary<string, ImmutableDictionary<string, string>> Values,
    ImmutableDictionary<string, string> Constants,
    ImmutableArray<Figure> Figures)
{
    /// <summary>The name of the shape.</summary>
    public const string SchemaName = "proviso/mapping/1";

    private const string ColumnsName = "columns";
    private const string ConstantsName = "constants";
    private const string FiguresName = "figures";
    private const string SeparatorName = "separator";
    private const string ValuesName = "values";

    /// <summary>Reads a mapping file, or says what is wrong with it. Never throws.</summary>
    public static (Mapping? Mapping, Fault? Refused) Read(GivenBytes given)
    {
        var (value, refused) = PlacedJson.Parse(given, 0, given.Bytes);
        return value switch
        {
            null => (null, refused),
            JsonMembers document => Of(document),
            _ => (null, Fault.Error(value.Place, "this is no mapping, which is an object with `schema` and `columns`", StatementJsonReader.Guide)),
        };
    }

    private static (Mapping?, Fault?) Of(JsonMembers document)
    {
        if (StatementJsonReader.WrongHeading(document, SchemaName, [ColumnsName, ConstantsName, FiguresName, SeparatorName, ValuesName]) is { } wrong)
        {
            return (null, wrong);
        }

        if (document.Find(ColumnsName) is not JsonMembers columns)
        {
            return (null, Fault.Error(document.Place, "`columns` is missing, or is no object", "it says for each heading which part it is"));
        }

        var separator = document.Find(SeparatorName);
        if (separator is not (null or JsonString { Text: "," or ";" or "\t" or "|" }))
        {
            return (null, Fault.Error(separator.Place, "the separator is none of `,`, `;`, `|` and a tab"));
        }

        var fault = PartsIn(columns, mayBeNull: true, out var parts);
        var constants = ImmutableDictionary<string, string>.Empty;
        if (fault is null && document.Find(ConstantsName) is { } given)
        {
            fault = PartsAsTexts(given, ConstantsName, out constants);
        }

        var figures = ImmutableArray.CreateBuilder<Figure>();
        if (fault is null && document.Find(FiguresName) is { } listed)
        {
            fault = FiguresIn(listed, parts, figures);
        }

        var values = ImmutableDictionary.CreateBuilder<string, ImmutableDictionary<string, string>>(StringComparer.Ordinal);
        if (fault is null && document.Find(ValuesName) is { } translated)
        {
            fault = ValuesIn(translated, parts, values);
        }

        return fault is not null
            ? (null, fault)
            : (new(separator is JsonString { Text: [var one] } ? one : ',', parts, values.ToImmutable(), constants, figures.DrainToImmutable()), null);
    }

    private static Fault? PartsIn(JsonMembers members, bool mayBeNull, out ImmutableDictionary<string, string?> parts)
    {
        parts = ImmutableDictionary<string, string?>.Empty;
        if (members.Twice is { } twice)
        {
            return Fault.Error(twice.Place, $"the column `{PartChecks.Shown(twice.Name)}` stands twice");
        }

        foreach (var (name, value, place) in members.Members)
        {
            if (value is JsonNothing && mayBeNull)
            {
                parts = parts.Add(name, null);
            }
            else if (value is not JsonString { Text: { } part })
            {
                return Fault.Error(place, $"the column `{PartChecks.Shown(name)}` is mapped to no part", "write the name of a part, or null to pass the column over");
            }
            else if (UnknownPart(part, value.Place) is { } unknown)
            {
                return unknown;
            }
            else if (parts.ContainsValue(part))
            {
                return Fault.Error(value.Place, $"two columns are mapped to `{part}`");
            }
            else
            {
                parts = parts.Add(name, part);
            }
        }

        return null;
    }

    private static Fault? FiguresIn(PlacedJson given, ImmutableDictionary<string, string?> columns, ImmutableArray<Figure>.Builder figures)
    {
        if (given is not JsonMembers { Twice: null } members)
        {
            return Fault.Error(given.Place, "`figures` is no object, or a heading stands twice in it");
        }

        if (columns.ContainsValue(PartNames.Amount))
        {
            return Fault.Error(given.Place, $"a column is mapped to `{PartNames.Amount}`, and `figures` would give it too", "leave that column to `figures`");
        }

        foreach (var (heading, value, place) in members.Members)
        {
            if (columns.ContainsKey(heading))
            {
                return Fault.Error(place, $"the column `{PartChecks.Shown(heading)}` stands in `columns` and in `figures`", "leave it out of one of them");
            }

            if (PartsAsTexts(value, heading, out var constants) is { } fault)
            {
                return fault;
            }

            figures.Add(new(heading, constants));
        }

        return null;
    }

    private static Fault? PartsAsTexts(PlacedJson given, string what, out ImmutableDictionary<string, string> texts) =>
        Texts(given, what, out texts) ?? texts.Keys.Order(StringComparer.Ordinal).Select(part => UnknownPart(part, given.Place)).FirstOrDefault(unknown => unknown is not null);

    private static Fault? ValuesIn(
        PlacedJson given, ImmutableDictionary<string, string?> columns, ImmutableDictionary<string, ImmutableDictionary<string, string>>.Builder values)
    {
        if (given is not JsonMembers { Twice: null } members)
        {
            return Fault.Error(given.Place, "`values` is no object, or a heading stands twice in it");
        }

        foreach (var (heading, value, place) in members.Members)
        {
            if (!columns.ContainsKey(heading))
            {
                return Fault.Error(place, $"`values` names the column `{PartChecks.Shown(heading)}`, which `columns` does not");
            }

            if (Texts(value, heading, out var translations) is { } fault)
            {
                return fault;
            }

            values[heading] = translations;
        }

        return null;
    }

    private static Fault? Texts(PlacedJson given, string what, out ImmutableDictionary<string, string> texts)
    {
        texts = ImmutableDictionary<string, string>.Empty;
        if (given is not JsonMembers { Twice: null } members || members.Members.Any(member => member.Value is not JsonString { Text: not null }))
        {
            return Fault.Error(given.Place, $"`{PartChecks.Shown(what)}` is no object of texts, each name once");
        }

        texts = members.Members.ToImmutableDictionary(member => member.Name, member => ((JsonString)member.Value).Text ?? "", StringComparer.Ordinal);
        return null;
    }

    /// <summary>That there is no such part for a column, or null.</summary>
    internal static Fault? UnknownPart(string part, FilePlace place) =>
        PartNames.ShapeOf(part) is null && !(part.StartsWith(WithPrefix, StringComparison.Ordinal) && part.Length > WithPrefix.Length)
            ? PartChecks.Unknown(new(part, new TextValue(""), place))
            : null;

    /// <summary>What stands before an attribute that has a column of its own.</summary>
    internal const string WithPrefix = PartNames.With + ".";
}

/// <summary>A column of figures, and the parts that each statement of it has.</summary>
public sealed record Figure(string Heading, ImmutableDictionary<string, string> Constants);
