using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Evaluation.Explanation;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Formats.Page;

/// <summary>The first thing to see: for each clause whose answers differ, the views against the places.</summary>
internal sealed class Glance(StatusAnswer answer, Names names, Reasons reasons)
{
    /// <summary>More columns than this are no glance.</summary>
    private const int MostColumns = 6;

    /// <summary>Writes the section.</summary>
    public void Write(Markup page)
    {
        page.Open("section", ("aria-labelledby", "glance")).Element("h2", "At a glance", ("id", "glance"));
        var rest = new List<ImmutableArray<StatusLine>>();
        foreach (var clause in answer.Lines.GroupBy(line => line.Row.Clause.Id))
        {
            ImmutableArray<StatusLine> whole = [.. clause.Where(line => !line.IsNarrower)];
            var columns = Columns(whole);
            var rows = Rows(answer, columns);
            if (IsMatrix(columns, rows))
            {
                WriteMatrix(page, whole, columns, rows);
            }
            else
            {
                rest.Add([.. clause]);
            }
        }

        if (rest.Count > 0)
        {
            WriteRest(page, rest, all: rest.Count == answer.Lines.Select(line => line.Row.Clause.Id).Distinct().Count());
        }

        page.Close();
    }

    private void WriteMatrix(Markup page, ImmutableArray<StatusLine> whole, ImmutableArray<ImmutableArray<StatusLine>> columns, ImmutableArray<ImmutableArray<int>> rows)
    {
        var clause = whole[0].Row.Clause;
        var titles = columns.Select(column => Title(column, whole)).ToList();
        page.Open("p", ("class", "lead")).Open("a", ("href", "#" + Uri.EscapeDataString(Links.Anchor("clause", clause.Id)))).Text($"Clause {clause.Id}, {clause.Title}").Close()
            .Text($": {Prose.AskedInFull(clause)}. The answer depends on who reads it, and how.").Close();
        page.Open("table", ("class", "matrix stack"), ("role", "table")).Element("caption", $"Clause {clause.Id}: where it stands on {Names.Day(answer.Day)}, view by view");
        page.Open("thead", ("role", "rowgroup")).Open("tr", ("role", "row")).Element("th", "In the view", ("scope", "col"), ("role", "columnheader"));
        foreach (var title in titles)
        {
            page.Element("th", title, ("scope", "col"), ("role", "columnheader"));
        }

        page.Close(2).Open("tbody", ("role", "rowgroup"));
        foreach (var views in rows)
        {
            page.Open("tr", ("role", "row")).Open("th", ("scope", "row"), ("role", "rowheader"));
            var apart = views.Where(index => answer.Views[index].Kind != ViewKind.Party).ToList();
            page.Element("b", string.Join(", ", views.Select(index => Names.View(answer.Views[index]))));
            page.Element("span", apart.Count == 0 ? "by its own positions" : apart.Count > 1 ? "" : views.Length == 1 ? answer.Views[apart[0]].Title : $"{answer.Views[apart[0]].Name}: {answer.Views[apart[0]].Title}", ("class", "gloss"));
            page.Close();
            foreach (var (title, column) in titles.Zip(columns))
            {
                page.Open("td", ("role", "cell"), ("data-label", title));
                WriteCell(page, [.. column.SelectMany(line => views.Select(index => line.Answers[index]))], column.Select(line => line.Row));
                page.Close();
            }

            page.Close();
        }

        page.Close(2);
    }

    /// <summary>Writes an answer, with what brought it about.</summary>
    /// <param name="sharing">Those of the rows, in the views of the line: all the same.</param>
    private void WriteCell(Markup page, IReadOnlyList<ViewAnswer> sharing, IEnumerable<Row> rows)
    {
        var own = sharing[0];
        page.Open("span", ("class", "verdict"));
        Look.Of(own.Verdict).WriteSwatch(page);
        page.Element("b", own.Label).Close();
        if (own.Days.From > answer.Verdicts.FirstDay)
        {
            page.Open("span", ("class", "since")).Text($"{own.SinceWord} ").Element("time", Names.Day(own.Days.From), ("datetime", Words.Date(own.Days.From))).Close();
        }

        foreach (var beside in own.BesideSince(Names.Day))
        {
            page.Element("span", beside, ("class", "since"));
        }

        if (reasons.InShort(sharing) is { } cause)
        {
            page.Element("span", Names.Capital(cause), ("class", "cause"));
        }

        if (own.IsUntold)
        {
            page.Open("span", ("class", "cause"));
            WriteTurns(page, reasons, own, rows);
            page.Close();
        }
    }

    /// <summary>Writes on what an answer turns, in links: "settled by the dispute revival".</summary>
    /// <param name="rows">Those that share the answer.</param>
    public static void WriteTurns(Markup page, Reasons reasons, ViewAnswer own, IEnumerable<Row> rows)
    {
        var (settles, ways) = reasons.Turns(own);
        if (ways.IsEmpty)
        {
            page.Text(!settles ? "" : reasons.NotTried(own) is { } why ? $"no reading settles it; {why}" : "no choice of up to three settles it");
            return;
        }

        page.Text(settles ? "would be settled by " : "turns on ");
        for (var i = 0; i < ways.Length; i++)
        {
            page.Text(i == 0 ? "" : i + 1 == ways.Length ? " or " : ", ");
            for (var j = 0; j < ways[i].Length; j++)
            {
                page.Text(j == 0 ? "" : " with ");
                Links.Inward(page, ways[i][j] is ReadAs ? "dispute" : "report", Reasons.NameOf(ways[i][j]), Reasons.NameOf(ways[i][j]));
            }
        }

        page.Text(reasons.OnlyOf(own, rows) is { } only ? $" ({only})" : "");
    }

    private void WriteRest(Markup page, List<ImmutableArray<StatusLine>> clauses, bool all)
    {
        page.Open("p", ("class", "lead")).Text(all ? "In short:" : "The other clauses, in short:").Close().Open("dl", ("class", "rest"));
        foreach (var clause in clauses)
        {
            var first = clause[0].Row.Clause;
            page.Open("div").Open("dt").Open("a", ("href", "#" + Uri.EscapeDataString(Links.Anchor("clause", first.Id)))).Text($"{first.Id} {first.Title}").Close(2);
            foreach (var group in StatusGroup.Of(clause).Where(group => !group.IsNarrower))
            {
                foreach (var shared in group.Answers)
                {
                    var where = group.PlacesOf(first, names.Place);
                    var parts = new[] { first.Offer is null ? names.Whom(group.Whom) : "to " + names.Whom(group.Whom), where, shared.Views.Length == answer.Views.Length ? "" : "in " + string.Join(", ", shared.Views) };
                    page.Open("dd");
                    Look.Of(shared.Answer.Verdict).WriteSwatch(page);
                    page.Open("span").Element("b", shared.Answer.Label).Text($" {string.Join("; ", parts.Where(part => part.Length > 0))}");
                    if (shared.Answer.Days.From > answer.Verdicts.FirstDay)
                    {
                        page.Text($", {shared.Answer.SinceSays(Names.Day)}");
                    }

                    page.Close(2);
                }
            }

            page.Close();
        }

        page.Close();
    }

    /// <summary>The answers whose reasons the section needs.</summary>
    public static IEnumerable<ViewAnswer> Needs(StatusAnswer answer)
    {
        foreach (var clause in answer.Lines.GroupBy(line => line.Row.Clause.Id))
        {
            var columns = Columns([.. clause.Where(line => !line.IsNarrower)]);
            var rows = Rows(answer, columns);
            if (IsMatrix(columns, rows))
            {
                foreach (var own in rows.SelectMany(views => columns.Select(column => column[0].Answers[views[0]])))
                {
                    yield return own;
                }
            }
        }
    }

    private static bool IsMatrix(ImmutableArray<ImmutableArray<StatusLine>> columns, ImmutableArray<ImmutableArray<int>> rows) => columns.Length <= MostColumns && rows.Length > 1;

    /// <summary>The rows of a clause; those that say the same in every view are one column.</summary>
    private static ImmutableArray<ImmutableArray<StatusLine>> Columns(ImmutableArray<StatusLine> lines) =>
        [.. lines.GroupBy(line => string.Join("\n", line.Answers.Select(KeyOf))).Select(same => same.ToImmutableArray())];

    /// <summary>The views by index; those with the same answers in every column together.</summary>
    private static ImmutableArray<ImmutableArray<int>> Rows(StatusAnswer answer, ImmutableArray<ImmutableArray<StatusLine>> columns) =>
    [
        .. Enumerable.Range(0, answer.Views.Length)
            .GroupBy(view => string.Join("\n", columns.Select(column => KeyOf(column[0].Answers[view]))))
            .Select(same => same.ToImmutableArray()),
    ];

    private static string KeyOf(ViewAnswer own) => $"{own.Label} {own.Basis} {own.Days} {own.PerhapsBeside}";

    private string Title(ImmutableArray<StatusLine> column, ImmutableArray<StatusLine> all)
    {
        var places = column.Select(line => line.Row.Place).OfType<Place>().Select(Prose.Place).Distinct().ToList();
        var whom = all.Select(line => ChangeGroup.WhomOf(line.Row)).Distinct().Count() > 1 || places.Count == 0
            ? names.Whom(column.Select(line => ChangeGroup.WhomOf(line.Row)).Distinct())
            : "";
        return Names.Capital(string.Join("; ", new[] { string.Join(", ", places), whom }.Where(part => part.Length > 0)));
    }
}
