using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;

namespace Proviso.Formats.Statements;

/// <summary>A table in CSV (RFC 4180), as it is before anybody asks what its columns mean.</summary>
/// <param name="Headings">The first record; each once.</param>
/// <param name="Rows">The records that are sound, each with as many cells as there are headings.</param>
/// <param name="Faults">The records that are not, in the order of the file.</param>
internal sealed record Table(ImmutableArray<string> Headings, ImmutableArray<TableRow> Rows, ImmutableArray<Fault> Faults)
{
    /// <summary>Columns in a table at most.</summary>
    public const int MostColumns = 500;

    /// <summary>Reads a table, or says why it is none. Never throws.</summary>
    public static (Table? Table, Fault? Refused) Read(GivenBytes given, char separator)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => faults.Add(Broken(record)),
        };
        try
        {
            using var reader = CsvReader.Create(given.Bytes, options);
            if (!reader.Read() || faults.Count > 0)
            {
                return (null, faults.Count > 0 ? faults[0] : Fault.Error(default, "this table is empty", "its first line names the columns"));
            }

            ImmutableArray<string> headings = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
            return WrongHeadings(headings, new((int)reader.LineNumber), separator) is { } wrong
                ? (null, wrong)
                : (new(headings, ReadRows(reader, headings.Length, faults), [.. faults.OrderBy(fault => fault.Place.Line)]), null);
        }
        catch (CsvFormatException broken)
        {
            return (null, Fault.Error(new((int)broken.LineNumber), "this table cannot be read", broken.Message.ReplaceLineEndings(" ")));
        }
    }

    private static ImmutableArray<TableRow> ReadRows(CsvReader reader, int columns, ImmutableArray<Fault>.Builder faults)
    {
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        while (reader.Read())
        {
            var line = (int)reader.LineNumber;
            ImmutableArray<string> cells = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
            if (cells.All(cell => cell.Length == 0))
            {
                continue;
            }

            if (cells.Length < columns || cells.Skip(columns).Any(cell => cell.Length > 0))
            {
                faults.Add(Fault.Error(
                    new(line),
                    string.Create(CultureInfo.InvariantCulture, $"this row has {cells.Length} cells, and there are {columns} columns"),
                    "a cell that holds the separator, a quote or a line break stands in quotes"));
                continue;
            }

            rows.Add(new(line, cells[..columns]));
        }

        return rows.DrainToImmutable();
    }

    private static Fault? WrongHeadings(ImmutableArray<string> headings, FilePlace place, char separator)
    {
        if (headings.Length > MostColumns)
        {
            return Fault.Error(place, $"this table has {headings.Length:N0} columns, more than the {MostColumns} that are read");
        }

        if (headings is [var only] && new[] { ';', '\t', ',' }.FirstOrDefault(other => other != separator && only.Contains(other)) is var found and not '\0')
        {
            var shown = found == '\t' ? "\\t" : found.ToString();
            return Fault.Error(place, $"this table has one column; its cells seem to be separated by `{shown}`", $"give a mapping file with \"separator\": \"{shown}\"");
        }

        var bare = headings.IndexOf("");
        if (bare >= 0)
        {
            return Fault.Error(place, string.Create(CultureInfo.InvariantCulture, $"column {bare + 1} has no heading"), "the first line names every column");
        }

        var twice = headings.GroupBy(heading => heading, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is null ? null : Fault.Error(place, $"two columns are called `{PartChecks.Shown(twice)}`", "give each its own heading");
    }

    private static Fault Broken(CsvMalformedRecord record) => record.Reason switch
    {
        CsvMalformedReason.UnterminatedQuote => Fault.Error(
            new((int)record.LineNumber), "a quote in this row is never closed, so that the rest of the file is lost in it", "close it before the separator or the end of the line"),
        CsvMalformedReason.TextAfterClosingQuote => Fault.Error(
            new((int)record.LineNumber), "text follows a closing quote in this row", "double a quote that belongs to the text: `\"\"`"),
        _ => Fault.Error(
            new((int)record.LineNumber), "a quote stands inside a cell that has no quotes around it", "put the cell in quotes, and double the quote inside: `\"\"`"),
    };
}

/// <summary>A record of a table.</summary>
/// <param name="Line">The line it begins on, from 1.</param>
internal readonly record struct TableRow(int Line, ImmutableArray<string> Cells);
