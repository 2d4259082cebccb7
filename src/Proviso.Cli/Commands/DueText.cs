using System.Collections.Immutable;
using Proviso.Cli.Printing;
using Proviso.Formats;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;
using Spectre.Console;

namespace Proviso.Cli.Commands;

/// <summary>Prints what is due as text: a table of what is ahead, and one of what is past.</summary>
internal sealed class DueText(Page page, DueAnswer answer)
{
    private static readonly Style bold = new(decoration: Decoration.Bold);
    private static readonly Style quiet = new(Color.Grey);

    public void Print()
    {
        var agreement = answer.Verdicts.Case.Agreement;
        page.Text(new($"{agreement.Name}: ", bold), Visible.Of(agreement.Title), indent: 2, bold);
        page.Text("", Moment.Of(answer.Verdicts, answer.Day), indent: 2);
        page.Line();
        if (answer.Ahead.IsEmpty)
        {
            page.Text("", $"nothing falls due by {Words.Date(answer.Through)}", indent: 2);
        }
        else
        {
            page.Text("", $"falls due by {Words.Date(answer.Through)}", indent: 2, bold);
            Table(answer.Ahead.Select(entry => (Due(entry), entry, State(entry))));
        }

        page.Line();
        if (answer.Past.IsEmpty)
        {
            page.Text("", "nothing is overdue or broken", indent: 2);
        }
        else
        {
            page.Text("", "should have been done", indent: 2, bold);
            Table(Folded());
        }

        if (!answer.Rights.IsEmpty)
        {
            page.Line();
            page.Text("", "rights left, as far as their uses are on file", indent: 2, bold);
            Rights();
        }
    }

    private void Rights()
    {
        var table = new Table { Border = TableBorder.None };
        string[] columns = answer.Views.Length > 1 ? ["clause", "who", "year through", "left", "in the view of"] : ["clause", "who", "year through", "left"];
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column, quiet)) { Padding = new Padding(0, 0, 2, 0) });
        }

        foreach (var line in answer.Rights)
        {
            var left = line.Year.LeftLeast == line.Year.LeftMost ? $"{line.Year.LeftLeast}" : $"{line.Year.LeftLeast} to {line.Year.LeftMost}";
            Text[] cells =
            [
                new(line.Row.Clause.Id + (line.Row.Place is { } place ? $" in {place.Name}" : "")),
                new(ChangeGroup.WhomOf(line.Row)),
                new(Words.Date(line.Year.Days.Before - 1)),
                new($"{left} of {line.Year.Allowed}"),
                new(Views(line.Views)),
            ];
            table.AddRow(cells.Take(columns.Length));
        }

        page.Block(table);
    }

    /// <summary>What is past; a run of times of one duty that stand alike in the same views is one line, where the last of them stands.</summary>
    private IEnumerable<(string Due, DueEntry Entry, string State)> Folded() =>
        from run in answer.Past.GroupBy(entry => entry.Row).SelectMany(own => Neighbours.Alike(own, AreAlike))
        orderby run[^1].DueFirst
        select run is [var only]
            ? (Due(only), only, State(only))
            : ($"{Words.Date(run[0].DueFirst)} to {Words.Date(run[^1].DueFirst)}", run[^1], $"{run.Length} times {State(run[^1])}");

    private bool AreAlike(DueEntry one, DueEntry other) =>
        one.Time is not null && one.State != DueState.Broken && (one.Label, Views(one)) == (other.Label, Views(other));

    private static string Due(DueEntry entry) =>
        entry.HasNoEarliest ? $"{Words.Date(entry.Due)} or earlier"
        : entry.HasNoLatest ? $"{Words.Date(entry.Due)} or later"
        : entry.DueFirst == entry.DueLast ? Words.Date(entry.Due)
        : $"{Words.Date(entry.DueFirst)} to {Words.Date(entry.DueLast)}";

    private static string State(DueEntry entry) => entry.State == DueState.Broken ? $"broken since {Words.Date(entry.Since!.Value)}" : entry.Label;

    private static string What(DueEntry entry) =>
        entry.Row.Clause.Id + (entry.Row.Place is { } place ? $" in {place.Name}" : "") + (entry.Trigger is { } trigger ? $", for {trigger}" : "");

    private string Views(DueEntry entry) => Views(entry.Views);

    private string Views(ImmutableArray<View> views) =>
        views.Length == answer.Views.Length ? "all views" : string.Join(", ", views.Select(view => view.Name));

    private void Table(IEnumerable<(string Due, DueEntry Entry, string State)> lines)
    {
        var table = new Table { Border = TableBorder.None };
        string[] columns = answer.Views.Length > 1 ? ["due", "who", "clause", "state", "in the view of"] : ["due", "who", "clause", "state"];
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column, quiet)) { Padding = new Padding(0, 0, 2, 0) });
        }

        var notes = new List<string>();
        foreach (var (due, entry, state) in lines)
        {
            Text[] cells = [new(due), new(ChangeGroup.WhomOf(entry.Row)), new(What(entry)), new(state, StyleOf(entry.State)), new(Views(entry))];
            table.AddRow(cells.Take(columns.Length));
            foreach (var counted in entry.Counted)
            {
                notes.Add($"{What(entry)}: {counted}");
            }
        }

        page.Block(table);
        foreach (var note in notes.Distinct())
        {
            page.Text("  ", note, indent: 4, quiet);
        }
    }

    private static Style StyleOf(DueState state) => state switch
    {
        DueState.Broken => new Style(Color.Red, decoration: Decoration.Bold),
        DueState.Overdue or DueState.Unsettled => new Style(Color.Yellow),
        _ => Style.Plain,
    };
}
