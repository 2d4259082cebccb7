using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;

namespace Proviso.Formats.Statements;

/// <summary>Statements as a table in CSV: a row for each, a column for each part.</summary>
/// <remarks>A spreadsheet takes a cell that begins with <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c> or a tab for a formula. Such a text is written with an
/// apostrophe before it, and so is one that begins with an apostrophe and then one of these; reading takes one apostrophe off. What comes in
/// without it is taken as the text it is, with a warning: nothing is ever computed.</remarks>
public static partial class StatementTable
{
    /// <summary>The table: in its first line the parts that some statement has, in the order of <see cref="PartNames.All"/>. Commas between cells,
    /// line feeds after rows.</summary>
    public static string Write(IReadOnlyCollection<Statement> statements)
    {
        var used = statements.SelectMany(statement => statement.Parts).Select(part => part.Name).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> columns = [.. PartNames.All.Where(name => used.Contains(name) || name == PartNames.Sentence)];
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            foreach (var column in columns)
            {
                writer.WriteField(column);
            }

            writer.EndRecord();
            foreach (var statement in statements)
            {
                foreach (var column in columns)
                {
                    writer.WriteField(Inert(statement.Find(column) is { } part ? Cell(part) : ""));
                }

                writer.EndRecord();
            }

            writer.Flush();
        }

        return text.ToString();
    }

    /// <summary>The statements in a table, which names its columns by parts or by what the mapping says. Never throws.</summary>
    /// <param name="mapping">Null when the headings are the names of parts.</param>
    public static StatementsRead Read(GivenBytes given, Mapping? mapping)
    {
        var (table, refused) = Table.Read(given, mapping?.Separator ?? ',');
        if (table is null)
        {
            return StatementsRead.No(refused!);
        }

        if (WrongColumns(table, mapping) is { } wrong)
        {
            return StatementsRead.No(wrong);
        }

        var statements = ImmutableArray.CreateBuilder<Statement>(table.Rows.Length);
        var faults = table.Faults.ToBuilder();
        foreach (var (row, number) in table.Rows.Select((row, index) => (row, index + 1)))
        {
            foreach (var reader in Readers(table.Headings, mapping, row, number))
            {
                if (reader.Statement() is { } statement)
                {
                    statements.Add(statement);
                }

                faults.AddRange(reader.Faults);
            }
        }

        return new(statements.DrainToImmutable(), [.. faults.OrderBy(fault => fault.Place.Line)], null);
    }

    /// <summary>One for the row, or, of a table with columns of figures, one for each figure in the row.</summary>
    private static IEnumerable<RowReader> Readers(ImmutableArray<string> headings, Mapping? mapping, TableRow row, int number) => mapping is null or { Figures.IsEmpty: true }
        ? [new(headings, mapping, null, row, number)]
        : mapping.Figures.Where(figure => row.Cells[headings.IndexOf(figure.Heading)].Trim().Length > 0)
            .Select(figure => new RowReader(headings, mapping, figure, row, number));

    private static Fault? WrongColumns(Table table, Mapping? mapping)
    {
        var place = new FilePlace(1);
        foreach (var heading in table.Headings)
        {
            if (mapping is null && Mapping.UnknownPart(heading, place with { Field = heading }) is { } unknown)
            {
                return unknown with { Hints = unknown.Hints.Add("other headings need a mapping file: `--mapping MAP.json`") };
            }

            if (mapping is not null && !mapping.Columns.ContainsKey(heading) && mapping.Figures.All(figure => figure.Heading != heading))
            {
                return Fault.Error(place, $"the mapping does not say what the column `{PartChecks.Shown(heading)}` is", "map it to a part, or to null to pass it over");
            }
        }

        var missing = mapping?.Columns.Keys.Concat(mapping.Figures.Select(figure => figure.Heading)).Order(StringComparer.Ordinal).FirstOrDefault(heading => !table.Headings.Contains(heading));
        return missing is null ? null : Fault.Error(place, $"there is no column `{PartChecks.Shown(missing)}`, which the mapping names");
    }

    private static string Cell(StatementPart part) => part.Value switch
    {
        TextValue text => text.Text,
        FlagValue => "yes",
        ListValue list => string.Join(PartNames.ShapeOf(part.Name) == PartShape.Lines ? "\n" : ", ", list.Items),
        PairsValue pairs => string.Join(", ", pairs.Pairs.Select(pair => $"{pair.Name} {pair.Value}")),
        ReceiptsValue receipts => string.Join("; ", receipts.Receipts.Select(receipt => $"{receipt.By} on {receipt.On}")),
        _ => throw new System.Diagnostics.UnreachableException(part.Name),
    };

    /// <summary>The text of a cell that no spreadsheet takes for a formula.</summary>
    internal static string Inert(string text) => IsFormula(text.TrimStart('\'')) ? $"'{text}" : text;

    /// <summary>What was meant by the text of a cell.</summary>
    internal static string Meant(string text) => text.StartsWith('\'') && IsFormula(text.TrimStart('\'')) ? text[1..] : text;

    private static bool IsFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    /// <summary>A comma that does not group the digits of a number.</summary>
    [GeneratedRegex(@"(?<![0-9]),|,(?![0-9])")]
    private static partial Regex Comma();

    /// <summary>Reads one row, or one figure of it.</summary>
    private sealed class RowReader(ImmutableArray<string> headings, Mapping? mapping, Figure? figure, TableRow row, int number)
    {
        private readonly Dictionary<string, StatementPart> parts = new(StringComparer.Ordinal);
        private readonly ImmutableArray<Pair>.Builder attributes = ImmutableArray.CreateBuilder<Pair>();
        private FilePlace attributesAt;

        public List<Fault> Faults { get; } = [];

        /// <summary>The statement of the row, or null when it makes none.</summary>
        public Statement? Statement()
        {
            for (var column = 0; column < headings.Length; column++)
            {
                var heading = headings[column];
                if ((mapping is null ? heading : heading == figure?.Heading ? PartNames.Amount : mapping.Columns.GetValueOrDefault(heading)) is { } part)
                {
                    Read(part, Translated(heading, row.Cells[column]), new(row.Line, 0, heading));
                }
            }

            var constants = (mapping?.Constants ?? ImmutableDictionary<string, string>.Empty).SetItems(figure?.Constants ?? ImmutableDictionary<string, string>.Empty);
            foreach (var (part, cell) in constants.OrderBy(each => each.Key, StringComparer.Ordinal))
            {
                if (!parts.ContainsKey(part) || figure?.Constants.ContainsKey(part) is true)
                {
                    Read(part, cell.Replace("{row}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), new(row.Line));
                }
            }

            if (attributes.Count > 0)
            {
                var before = parts.GetValueOrDefault(PartNames.With)?.Value as PairsValue;
                parts[PartNames.With] = new(PartNames.With, new PairsValue([.. before?.Pairs ?? [], .. attributes]), attributesAt);
            }

            var place = new FilePlace(row.Line);
            parts.TryAdd(PartNames.Sentence, new(PartNames.Sentence, new TextValue("report"), place));
            return Faults.Any(fault => fault.IsError) ? null : new([.. PartNames.All.Where(parts.ContainsKey).Select(name => parts[name])], place);
        }

        private string Translated(string heading, string cell)
        {
            if (cell.Length > 0 && IsFormula(cell))
            {
                Faults.Add(Fault.Warning(new(row.Line, 0, heading), $"`{PartChecks.Shown(cell)}` begins as a formula does; it is taken as the text that it is"));
            }

            var meant = Meant(cell);
            return mapping?.Values.GetValueOrDefault(heading)?.GetValueOrDefault(meant.Trim()) ?? meant;
        }

        private void Read(string part, string cell, FilePlace place)
        {
            if (cell.Length == 0)
            {
                return;
            }

            if (part.StartsWith(Mapping.WithPrefix, StringComparison.Ordinal))
            {
                attributes.Add(new(part[Mapping.WithPrefix.Length..], cell));
                attributesAt = place;
            }
            else if (Flag(part, cell) is false)
            {
                return;
            }
            else if (Valued(part, cell) is { } value)
            {
                parts[part] = new(part, value, place);
            }
            else
            {
                Faults.Add(Fault.Error(place, $"`{PartChecks.Shown(cell)}` does not read as `{part}`", Form(part)));
            }
        }

        private static bool? Flag(string part, string cell) => PartNames.ShapeOf(part) != PartShape.Flag ? null : cell.Trim().ToLowerInvariant() switch
        {
            "no" or "false" => false,
            "yes" or "true" => true,
            _ => null,
        };

        private static PartValue? Valued(string part, string cell) => PartNames.ShapeOf(part) switch
        {
            PartShape.Name or PartShape.Words or PartShape.Title => new TextValue(cell),
            PartShape.Flag => Flag(part, cell) is true ? new FlagValue() : null,
            PartShape.Names => new ListValue([.. cell.Split(',', StringSplitOptions.TrimEntries)]),
            PartShape.Lines => new ListValue([.. cell.ReplaceLineEndings("\n").Split('\n')]),
            PartShape.Pairs or PartShape.OnePair => Pairs(cell),
            PartShape.Receipts => Receipts(cell),
            var shape => throw new System.Diagnostics.UnreachableException($"{part} {shape}"),
        };

        private static string Form(string part) => PartNames.ShapeOf(part) switch
        {
            PartShape.Flag => "write `yes`, or leave it empty",
            PartShape.Pairs or PartShape.OnePair => "write attributes and values with commas between them: `maker usa, range at most 480 km`",
            _ => "write receivers and times with semicolons between them: `usa on 2024-05-04; russia on 2024-05-05`",
        };

        private static PairsValue? Pairs(string cell)
        {
            var pairs = ImmutableArray.CreateBuilder<Pair>();
            foreach (var item in Comma().Split(cell).Select(item => item.Trim()))
            {
                if (item.IndexOf(' ', StringComparison.Ordinal) is not (> 0 and var blank))
                {
                    return null;
                }

                pairs.Add(new(item[..blank], item[(blank + 1)..]));
            }

            return new(pairs.DrainToImmutable());
        }

        private static ReceiptsValue? Receipts(string cell)
        {
            const string On = " on ";
            var receipts = ImmutableArray.CreateBuilder<Receipt>();
            foreach (var item in cell.Split(';', StringSplitOptions.TrimEntries))
            {
                if (item.IndexOf(On, StringComparison.Ordinal) is not (> 0 and var on))
                {
                    return null;
                }

                receipts.Add(new(item[..on], item[(on + On.Length)..]));
            }

            return new(receipts.DrainToImmutable());
        }
    }
}
