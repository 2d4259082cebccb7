using Proviso.Cli.Printing;
using Proviso.Evaluation;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;
using Proviso.Language.Prose;
using Spectre.Console;

namespace Proviso.Cli.Commands;

/// <summary>Prints what counts come to.</summary>
internal sealed class CountText(Page page, CountsAnswer answer)
{
    private const string Recalled = "leans on what is only recalled";
    private static readonly Style bold = new(decoration: Decoration.Bold);
    private static readonly Style quiet = new(Color.Grey);

    /// <summary>Prints a table for each count and place.</summary>
    /// <param name="tellsReports">Also the reports behind each number.</param>
    public void Print(bool tellsReports)
    {
        var agreement = answer.Verdicts.Case.Agreement;
        page.Text(new($"{agreement.Name}: ", bold), Visible.Of(agreement.Title), indent: 2, bold);
        page.Text("", Moment.Of(answer.Verdicts, answer.Day), indent: 2);
        foreach (var table in answer.Lines.GroupBy(line => (line.Count.Name, Place: line.Place?.Name)))
        {
            page.Line();
            var count = table.First().Count;
            page.Text(new($"{count.Name}: ", bold), $"{Visible.Of(count.Title)}, {(table.Key.Place is { } place ? $"in {place}" : "wherever")}", indent: 2);
            Table(table);
            foreach (var line in table.Where(_ => tellsReports))
            {
                page.Line();
                Reports(line);
            }
        }
    }

    /// <summary>The reports that make a number, and those that say that there were no more: "234 by a, 2 × 3 by b; no more by c"; "none".</summary>
    public static string Reports(CountedNumber number)
    {
        var shown = string.Join(", ", number.By.Select(part => $"{Added(part)} by {part.Report}"));
        var most = number.MostBy.IsEmpty ? "" : $"no more by {string.Join(", ", number.MostBy)}";
        return (shown, most) switch
        {
            ("", "") => "none",
            ("", _) => most,
            (_, "") => shown,
            _ => $"{shown}; {most}",
        };
    }

    private static string Added(CountedReport part) => $"{(part.Weight == 1 ? "" : $"{Prose.Figure(part.Weight)} × ")}{Prose.Figure(part.Number)}";

    private string Views(IReadOnlyCollection<View> views) => views.Count == answer.Views.Length ? "all views" : string.Join(", ", answer.Views.Where(views.Contains).Select(view => view.Name));

    private static string Who(CountLine line) => line.Party?.Name ?? "together";

    private void Table(IEnumerable<CountLine> lines)
    {
        var table = new Table { Border = TableBorder.None };
        string[] columns = answer.Views.Length > 1 ? ["whose", "number", "in the view of", ""] : ["whose", "number", ""];
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column, quiet)) { Padding = new Padding(0, 0, 2, 0) });
        }

        // Views that come to one number by different reports share a row; their reports are told apart below.
        foreach (var same in lines.GroupBy(line => (Who: Who(line), Number: Labels.Number(line.Number), line.IsRecalled)))
        {
            var (who, number, note) = (new Text(same.Key.Who), new Text(same.Key.Number), new Text(same.Key.IsRecalled ? Recalled : ""));
            Text[] cells = answer.Views.Length > 1 ? [who, number, new(Views([.. same.SelectMany(line => line.Views)])), note] : [who, number, note];
            table.AddRow(cells);
        }

        page.Block(table);
    }

    private void Reports(CountLine line)
    {
        var among = answer.Views.Length > 1 ? $", {Views(line.Views)}" : "";
        page.Text("", $"{Who(line)}{among}: {Labels.Number(line.Number)}", indent: 2, bold);
        foreach (var part in line.Parts)
        {
            if (!line.Number.Parts.IsEmpty)
            {
                page.Text("  ", $"{part.Number.Of.Name}: {Labels.Number(part.Number)}", indent: 4);
            }

            foreach (var by in part.Number.By)
            {
                page.Text("    ", $"{Added(by)} by {by.Report}{(by.Attribution.Grade == Grade.Recalled ? ", recalled" : "")}", indent: 6);
            }

            foreach (var most in part.Number.MostBy)
            {
                page.Text("    ", $"no more by {most}", indent: 6);
            }

            foreach (var other in part.NotAdded)
            {
                page.Text("    ", $"not added: {other.Report}, {Labels.NotAdded(other)}", indent: 6);
            }

            if (part.Number.By.IsEmpty && part.Number.MostBy.IsEmpty && part.NotAdded.IsEmpty)
            {
                page.Text("    ", "no report on file speaks to it", indent: 6);
            }
        }
    }
}
