using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Proviso.Formats.Statements;

namespace Proviso.Benchmarks.Workloads;

/// <summary>Writes a workload's rows one by one: as sentences, or as statements in JSON Lines or CSV that <c>proviso import</c> takes (docs/formats.md).</summary>
internal static class Statements
{
    /// <summary>The parts that some row has, in the order of the columns of a table.</summary>
    private static readonly string[] columns =
    [
        PartNames.Sentence, PartNames.Name, PartNames.Thing, PartNames.As, PartNames.With, PartNames.State, PartNames.Event, PartNames.EventBy, PartNames.EventTo,
        PartNames.LogOf, PartNames.Corrects, PartNames.In, PartNames.On, PartNames.From, PartNames.To, PartNames.For, PartNames.Holder, PartNames.Verb, PartNames.Report,
        PartNames.By, PartNames.Said, PartNames.Grade, PartNames.Source,
    ];

    private const string Operator = "operator";
    private const string Grade = "official";
    private const string Source = "Invented";

    /// <summary>Writes the workload into a folder, which is made if it is not there: the agreement, and the reports and denials in the form asked for.</summary>
    /// <param name="form">"text", "jsonl" or "csv".</param>
    public static void Write(Workload workload, string folder, string form)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "agreement.proviso"), AgreementText.Of(workload));
        switch (form)
        {
            case "text":
                using (var reports = File.CreateText(Path.Combine(folder, "reports.proviso")))
                using (var positions = File.CreateText(Path.Combine(folder, "positions.proviso")))
                {
                    Sentences(workload, reports, positions);
                }

                break;
            case "jsonl":
                using (var lines = File.Create(Path.Combine(folder, "statements.jsonl")))
                {
                    Lines(workload.Rows(), lines);
                }

                break;
            case "csv":
                using (var table = File.CreateText(Path.Combine(folder, "statements.csv")))
                {
                    Table(workload, table);
                }

                break;
            default:
                throw new ArgumentException($"there is no form {form}: text, jsonl or csv", nameof(form));
        }
    }

    /// <summary>A sentence a line: reports to one writer, denials to the other.</summary>
    public static void Sentences(Workload workload, TextWriter reports, TextWriter positions)
    {
        foreach (var row in workload.Rows())
        {
            var by = Workload.Speakers[row.Speaker];
            var said = Date(row.Said);
            if (row.Sort == RowSort.Denial)
            {
                positions.Write($"position {Party(row)} denies report {Name(row.Of)} on {said} by {by} said {said} grade {Grade} source \"{Source}\".\n");
            }
            else
            {
                reports.Write($"report {NameOf(row)} {Content(row)} by {by} said {said} grade {Grade} source \"{Source}\".\n");
            }
        }
    }

    /// <summary>JSON Lines: a heading, then a statement a line.</summary>
    public static void Lines(IEnumerable<ReportRow> rows, Stream lines)
    {
        using var writer = new Utf8JsonWriter(lines, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        writer.WriteString("schema", StatementJson.SchemaName);
        writer.WriteString("agreement", "workload");
        Close();
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            foreach (var (part, value) in Parts(row))
            {
                switch (part)
                {
                    case PartNames.With:
                        writer.WriteStartObject(part);
                        writer.WriteString(Operator, value);
                        writer.WriteEndObject();
                        break;
                    case PartNames.For:
                        writer.WriteStartArray(part);
                        writer.WriteStringValue(value);
                        writer.WriteEndArray();
                        break;
                    default:
                        writer.WriteString(part, value);
                        break;
                }
            }

            Close();
        }

        void Close()
        {
            writer.WriteEndObject();
            writer.Flush();
            lines.WriteByte((byte)'\n');
            writer.Reset();
        }
    }

    /// <summary>A table in CSV: the names of the parts, then a row for each statement. No cell needs quotes.</summary>
    public static void Table(Workload workload, TextWriter table)
    {
        var cells = new string[columns.Length];
        table.Write(string.Join(',', columns));
        table.Write('\n');
        foreach (var row in workload.Rows())
        {
            Array.Fill(cells, "");
            foreach (var (part, value) in Parts(row))
            {
                cells[Array.IndexOf(columns, part)] = part == PartNames.With ? $"{Operator} {value}" : value;
            }

            table.Write(string.Join(',', cells));
            table.Write('\n');
        }
    }

    /// <summary>The name of a report.</summary>
    /// <param name="number">Its number in the stream.</param>
    public static string Name(int number) => $"x{number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The name of a report.</summary>
    public static string NameOf(ReportRow row) => row.Sort == RowSort.Log ? $"log-{Party(row)}" : Name(row.Number);

    /// <summary>The name of an item.</summary>
    public static string Item(int number) => $"i{number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The name of what happens in a row that tells of an event.</summary>
    public static string Event(RowSort sort) => sort switch
    {
        RowSort.Exercise => "exercise",
        RowSort.Notice => "notify",
        RowSort.Request => "request",
        RowSort.Admission => "admit",
        _ => throw new ArgumentOutOfRangeException(nameof(sort)),
    };

    private static string Content(ReportRow row) => row.Sort switch
    {
        RowSort.Stay => $"{Workload.Things[row.Thing]} as {Item(row.Item)} with {Operator} {Party(row)} deployed in r{Number(row.Region)} from {From(row)} to {Date(row.To)}",
        RowSort.Exercise => $"exercise by {Party(row)} in r{Number(row.Region)} on {Moment(row)}",
        RowSort.Request => $"request by {Party(row)} to {Other(row)} on {Moment(row)}",
        RowSort.Notice or RowSort.Admission => $"{Event(row.Sort)} by {Party(row)} to {Other(row)} on {Moment(row)} for {Name(row.Of)}",
        RowSort.Correction => $"corrects {Name(row.Of)} from {From(row)} to {Date(row.To)}",
        RowSort.Log => $"log of {Party(row)} complete from {Date(row.From)} to {Date(row.To)}",
        _ => throw new ArgumentOutOfRangeException(nameof(row)),
    };

    private static IEnumerable<(string Part, string Value)> Parts(ReportRow row)
    {
        yield return (PartNames.Sentence, row.Sort == RowSort.Denial ? "position" : "report");
        if (row.Sort == RowSort.Denial)
        {
            yield return (PartNames.Holder, Party(row));
            yield return (PartNames.Verb, "denies");
            yield return (PartNames.Report, Name(row.Of));
            yield return (PartNames.On, Date(row.From));
        }
        else
        {
            yield return (PartNames.Name, NameOf(row));
        }

        switch (row.Sort)
        {
            case RowSort.Stay:
                yield return (PartNames.Thing, Workload.Things[row.Thing]);
                yield return (PartNames.As, Item(row.Item));
                yield return (PartNames.With, Party(row));
                yield return (PartNames.State, "deployed");
                yield return (PartNames.In, $"r{Number(row.Region)}");
                break;
            case RowSort.Correction:
                yield return (PartNames.Corrects, Name(row.Of));
                break;
            case RowSort.Log:
                yield return (PartNames.LogOf, Party(row));
                break;
            case not RowSort.Denial:
                yield return (PartNames.Event, Event(row.Sort));
                yield return (PartNames.EventBy, Party(row));
                yield return row.Sort == RowSort.Exercise ? (PartNames.In, $"r{Number(row.Region)}") : (PartNames.EventTo, Other(row));
                yield return (PartNames.On, Moment(row));
                break;
        }

        if (row.Sort is RowSort.Stay or RowSort.Correction or RowSort.Log)
        {
            yield return (PartNames.From, From(row));
            yield return (PartNames.To, Date(row.To));
        }
        else if (row.Sort is RowSort.Notice or RowSort.Admission)
        {
            yield return (PartNames.For, Name(row.Of));
        }

        yield return (PartNames.By, Workload.Speakers[row.Speaker]);
        yield return (PartNames.Said, Date(row.Said));
        yield return (PartNames.Grade, Grade);
        yield return (PartNames.Source, Source);
    }

    private static string Party(ReportRow row) => Workload.Parties[row.Party];

    private static string Other(ReportRow row) => Workload.Parties[1 - row.Party];

    private static string From(ReportRow row) => row.FromLatest == row.From ? Date(row.From) : $"between {Date(row.From)} and {Date(row.FromLatest)}";

    private static string Moment(ReportRow row) => row.IsAtNoon ? $"{Date(row.From)} at 12:00 utc" : Date(row.From);

    private static string Date(int day) => Workload.FirstDay.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
