using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Formats.Page;

/// <summary>The tables of verdicts, grouped as <c>status</c> prints them, each row with its reasons folded below it.</summary>
internal sealed class VerdictTables(StatusAnswer answer, Names names, Reasons reasons, Links links)
{
    /// <summary>The answers whose reasons the tables need.</summary>
    public static IEnumerable<ViewAnswer> Needs(StatusAnswer answer) => answer.Lines.GroupBy(line => line.Row.Clause.Id)
        .SelectMany(clause => StatusGroup.Of([.. clause])).SelectMany(group => group.Answers).Select(shared => shared.Answer);

    /// <summary>Writes the section.</summary>
    public void Write(Markup page)
    {
        page.Open("section", ("aria-labelledby", "verdicts")).Element("h2", "Every verdict, and why", ("id", "verdicts"));
        page.Element("p", "Views that agree share a row, and so do places. A place within a place stands indented, and only where its answer is another. Each row unfolds to its reasons.");
        foreach (var clause in answer.Lines.GroupBy(line => line.Row.Clause.Id))
        {
            Write(page, clause.First().Row.Clause, StatusGroup.Of([.. clause]));
        }

        page.Close();
    }

    private void Write(Markup page, Clause clause, ImmutableArray<StatusGroup> groups)
    {
        var offered = clause.Offer is { } offer ? $", offered by {Prose.Party(offer.By)}" : "";
        page.Open("section", ("class", "clause")).Element("h3", $"Clause {clause.Id}: {clause.Title}", ("id", Links.Anchor("clause", clause.Id)));
        page.Open("p", ("class", "duty")).Text($"{Names.Capital(Prose.AskedInFull(clause))}{offered}.").Close();
        var columns = Columns(clause, groups);
        page.Open("table", ("class", "stack"), ("role", "table")).Element("caption", $"Verdicts on clause {clause.Id} on {Names.Day(answer.Day)}");
        page.Open("thead", ("role", "rowgroup")).Open("tr", ("role", "row"));
        foreach (var column in columns)
        {
            page.Element("th", column.Title, ("scope", "col"), ("role", "columnheader"));
        }

        page.Close(2).Open("tbody", ("role", "rowgroup"));
        foreach (var group in groups)
        {
            foreach (var shared in group.Answers)
            {
                var part = group.IsNarrower && groups.Any(other => !other.IsNarrower);
                page.Open("tr", ("role", "row"), ("class", part ? "part" : null));
                foreach (var column in columns)
                {
                    page.Open("td", ("role", "cell"), ("data-label", column.Title), ("class", column.Class));
                    column.Write(page, group, shared);
                    page.Close();
                }

                page.Close().Open("tr", ("role", "row"), ("class", part ? "why part" : "why")).Open("td", ("role", "cell"), ("colspan", $"{columns.Count}"));
                WriteWhy(page, clause, group, shared);
                page.Close(2);
            }
        }

        page.Close(2);
        WriteNotes(page, clause, groups);
        page.Close();
    }

    private List<Column> Columns(Clause clause, ImmutableArray<StatusGroup> groups)
    {
        var columns = new List<Column>();
        if (clause.Offer is not null || groups.SelectMany(group => group.Whom).Distinct().Count() > 1)
        {
            columns.Add(new(clause.Offer is null ? "Who" : "To", null, (page, group, _) => page.Text(Names.Capital(names.Whom(group.Whom)))));
        }

        if (groups.Any(group => group.Places.Length > 0))
        {
            columns.Add(new("Where", "where", (page, group, _) => page.Text(Names.Capital(group.PlacesOf(clause, names.Place)))));
        }

        if (answer.Views.Length > 1)
        {
            columns.Add(new("In the view of", null, (page, _, shared) => page.Text(Views(shared))));
        }

        columns.Add(new("Verdict", "verdict", (page, group, shared) =>
        {
            Look.Of(shared.Answer.Verdict).WriteSwatch(page);
            page.Element("b", shared.Answer.Label);
            foreach (var beside in shared.Answer.BesideSince(Names.Day))
            {
                page.Element("span", beside, ("class", "since"));
            }

            if (reasons.Turns(shared.Answer) is { Ways.IsEmpty: false } or { Settles: true })
            {
                page.Open("span", ("class", "cause"));
                Glance.WriteTurns(page, reasons, shared.Answer, Rows(clause, group));
                page.Close();
            }
        }));
        columns.Add(new("Since", "day", (page, _, shared) => Day(page, shared.Answer.Days.From == answer.Verdicts.FirstDay ? null : shared.Answer.Days.From)));
        if (groups.SelectMany(group => group.Answers).Any(shared => Through(shared) is not null))
        {
            columns.Add(new("Through", "day", (page, _, shared) => Day(page, Through(shared))));
        }

        if (groups.SelectMany(group => group.Answers).Any(shared => shared.Answer.Basis is not null))
        {
            columns.Add(new("Leans on", null, (page, _, shared) => page.Text(shared.Answer.Basis is { } basis ? Words.Of(basis) : "")));
        }

        return columns;
    }

    private int? Through(SharedAnswer shared) => shared.Answer.Days.Before > answer.Verdicts.Horizon ? null : shared.Answer.Days.Before - 1;

    private static void Day(Markup page, int? day)
    {
        if (day is { } known)
        {
            page.Element("time", Names.Day(known), ("datetime", Words.Date(known)));
        }
    }

    private void WriteWhy(Markup page, Clause clause, StatusGroup group, SharedAnswer shared)
    {
        var about = string.Join(", ", new[] { clause.Offer is null ? "" : "to " + names.Whom(group.Whom), group.PlacesOf(clause, names.Place), Views(shared) }.Where(part => part.Length > 0));
        page.Open("details").Open("summary").Text("Why").Element("span", $" clause {clause.Id}: {about}", ("class", "hidden"));
        page.Close().Open("div", ("class", "account"));
        foreach (var paragraph in reasons.Of(shared.Answer).Paragraphs)
        {
            page.Open("p");
            links.Write(page, paragraph);
            page.Close();
        }

        if (Rows(clause, group).Skip(1).Any())
        {
            var own = reasons.RowOf(shared.Answer);
            var of = string.Join(", ", new[] { own.Place is { } place ? Prose.In(place) : "", group.Whom.Length > 1 ? (clause.Offer is null ? "for " : "to ") + Prose.Party(own.Addressee ?? own.Party) : "" }.Where(part => part.Length > 0));
            page.Open("p", ("class", "note")).Text($"This is how it came about {of}. The verdict is the same for the others of this row, perhaps for other reasons.").Close();
        }

        if (shared.Views.Length > 1)
        {
            page.Open("p", ("class", "note")).Text($"The answer is the same in the {(shared.Views.Length == 2 ? "view" : "views")} {string.Join(", ", reasons.Views(shared).Skip(1).Select(Names.View))}.").Close();
        }

        page.Close(2);
    }

    private IEnumerable<Row> Rows(Clause clause, StatusGroup group) => answer.Lines.Select(line => line.Row)
        .Where(row => row.Clause == clause && group.Whom.Contains(ChangeGroup.WhomOf(row)) && (row.Place is null || group.Places.Contains(row.Place.Name)));

    private void WriteNotes(Markup page, Clause clause, ImmutableArray<StatusGroup> groups)
    {
        var notes = groups.SelectMany(group => group.NeverBound
            .Select(shared => $"Warning: {group.PlacesOf(clause, names.Place)}, in {Views(shared)}: {StatusGroup.NeverBoundSays}.")).ToList();
        if (clause.Offer is { } offer && answer.Unproposed(clause, groups) is { IsEmpty: false } whom)
        {
            notes.Add($"To {names.Whom(whom)}: no proposal by {Prose.Party(offer.By)} is on file.");
        }

        foreach (var note in notes)
        {
            page.Element("p", note, ("class", "note"));
        }
    }

    private string Views(SharedAnswer shared) => answer.ViewsOf(shared, Names.View);

    private sealed record Column(string Title, string? Class, Action<Markup, StatusGroup, SharedAnswer> Write);
}
