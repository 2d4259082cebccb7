using System.Collections.Immutable;
using Proviso.Cli.Printing;
using Proviso.Evaluation;
using Proviso.Evaluation.Explanation;
using Proviso.Formats;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;
using Proviso.Language.Prose;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Proviso.Cli.Commands;

/// <summary>Prints a status as text: one table per clause.</summary>
internal sealed class StatusText(Page page, StatusAnswer answer)
{
    private static readonly Style bold = new(decoration: Decoration.Bold);

    private static readonly Style quiet = new(Color.Grey);

    /// <summary>No more single duties of a clause than these are told; <c>--json</c> has them all.</summary>
    private const int MostOwed = 12;

    private readonly Deciders deciders = Deciders.For(answer.Verdicts);

    private int Horizon => answer.Verdicts.Horizon;

    /// <summary>Prints the tables alone.</summary>
    public void PrintTables()
    {
        foreach (var clause in answer.Lines.GroupBy(line => line.Row.Clause.Id))
        {
            page.Line();
            PrintTable(clause.First().Row.Clause, StatusGroup.Of([.. clause]));
            PrintOwed([.. clause]);
            PrintQuota([.. clause]);
        }
    }

    public void Print()
    {
        var agreement = answer.Verdicts.Case.Agreement;
        page.Text(new($"{agreement.Name}: ", bold), Visible.Of(agreement.Title), indent: 2, bold);
        page.Text("", Moment.Of(answer.Verdicts, answer.Day), indent: 2);
        foreach (var clause in answer.Lines.GroupBy(line => line.Row.Clause.Id))
        {
            page.Line();
            var groups = StatusGroup.Of([.. clause]);
            PrintTable(clause.First().Row.Clause, groups);
            PrintOwed([.. clause]);
            PrintQuota([.. clause]);
            PrintNotes(clause.First().Row.Clause, groups);
            PrintDeciders(clause.First().Row.Clause, groups);
        }
    }

    private void PrintTable(Clause clause, ImmutableArray<StatusGroup> groups)
    {
        var whom = groups.SelectMany(group => group.Whom).Distinct().ToList();
        var who = clause.Offer is { } offer ? $"offered by {offer.By.Name}" : whom.Count == 1 ? whom[0] : "";
        page.Text(new($"clause {clause.Id} ", bold), Visible.Of(clause.Title) + (who.Length > 0 ? $" ({who})" : ""), indent: 2, bold);
        page.Text("  ", Visible.Of(Prose.Asked(clause)), indent: 2, quiet);

        var columns = new List<Column>();
        if (clause.Offer is not null || whom.Count > 1)
        {
            columns.Add(new(clause.Offer is null ? "who" : "to", line => string.Join(", ", line.Group.Whom)));
        }

        if (groups.Any(group => group.Places.Length > 0))
        {
            columns.Add(new("where", line => Places(line.Group, clause)));
        }

        if (answer.Views.Length > 1)
        {
            columns.Add(new("in the view of", line => Views(line.Answer)));
        }

        columns.Add(new("verdict", line => line.Answer.Answer.Label));
        // What was so from the first day that has verdicts on has been so always.
        columns.Add(new("since", line => line.Answer.Answer.Days.From == answer.Verdicts.FirstDay ? "" : Words.Date(line.Answer.Answer.Days.From)));
        if (groups.SelectMany(group => group.Answers).Any(shared => Words.Through(shared.Answer.Days, Horizon) is not null))
        {
            columns.Add(new("through", line => Words.Through(line.Answer.Answer.Days, Horizon) ?? ""));
        }

        if (groups.SelectMany(group => group.Answers).Any(shared => shared.Answer.Basis is not null))
        {
            columns.Add(new("leans on", line => line.Answer.Answer.Basis is { } basis ? Words.Of(basis) : ""));
        }

        page.Block(Laid(columns, groups));
    }

    /// <summary>Below the table of a clause that asks for acts: the latest single duties, each with what asked for it and what came of it; times of one duty that
    /// stand alike are told as one.</summary>
    private void PrintOwed(ImmutableArray<StatusLine> lines)
    {
        var owed = lines.SelectMany(line => Neighbours.Alike(OwedLine.Of(answer, line.Row), OwedLine.AreAlike)).OrderBy(run => run[^1].Answers[0].Owed.DueLast).ToList();
        if (owed.Count == 0)
        {
            return;
        }

        var isOneRow = lines.Select(line => ChangeGroup.WhomOf(line.Row)).Distinct().Count() == 1;
        var table = new Table { Border = TableBorder.None };
        foreach (var title in (string[])["due", "what came of it"])
        {
            table.AddColumn(new TableColumn(new Text(title, new Style(Color.Grey))) { Padding = new Padding(0, 0, 2, 0) });
        }

        foreach (var run in owed.TakeLast(MostOwed))
        {
            var line = run[^1];
            var who = string.Join(", for ", new[] { isOneRow ? "" : ChangeGroup.WhomOf(line.Row), line.Trigger ?? "" }.Where(part => part.Length > 0));
            var due = run.Length > 1 ? $"{run[0].Due} to {line.Due}" : line.DueInWords;
            var first = true;
            foreach (var (views, each) in line.Answers)
            {
                var whose = views.Length == answer.Views.Length ? "" : $"in {string.Join(", ", views)}: ";
                var times = run.Length > 1 ? $"{run.Length} times " : "";
                var said = new Text($"{whose}{times}{Labels.OfDuty(each)}", StyleOf(each.Conduct, Standing.InForce));
                table.AddRow(first ? new Text(due) : Text.Empty, first && who.Length > 0 ? new Rows(new Text(who), said) : said);
                first = false;
            }

            foreach (var counted in line.Counted)
            {
                table.AddRow(Text.Empty, new Text(counted, new Style(Color.Grey)));
            }
        }

        page.Line();
        page.Block(new Padder(table, new Padding(2, 0, 0, 0)));
        if (owed.Count > MostOwed)
        {
            page.Text("  ", Visible.Of($"and {owed.Take(owed.Count - MostOwed).Sum(run => run.Length)} before these"), indent: 4);
        }
    }

    /// <summary>Below the table of a right with a quota: how far each is used, this year and the year before. Of a duty that is asked for under one: what asks for nothing.</summary>
    private void PrintQuota(ImmutableArray<StatusLine> lines)
    {
        var isOneRow = lines.Select(line => ChangeGroup.WhomOf(line.Row)).Distinct().Count() == 1;
        foreach (var line in lines.SelectMany(line => QuotaLine.Of(answer.Verdicts, line.Row, answer.Views, answer.Day)))
        {
            var days = $"{Words.Date(line.Year.Days.From)} to {Words.Date(line.Year.Days.Before - 1)}";
            page.Text("  ", Visible.Of($"{Whose(line.Row, line.Views)}{Labels.Year(line.Year.Right, line.Year.Year)}, {days}: {Labels.Of(line.Year, answer.Day)}"), indent: 4);
            foreach (var (reports, above) in line.Year.Ties)
            {
                page.Text("  ", Visible.Of($"of {string.Join(", ", reports.SkipLast(1))} and {reports[^1]} {(above == 1 ? "one is" : $"{above} are")} above the number, and it cannot be told which"), indent: 4);
            }
        }

        foreach (var line in lines.SelectMany(line => AboveLine.Of(answer.Verdicts, line.Row, answer.Views, answer.Day)))
        {
            page.Text("  ", Visible.Of($"{Whose(line.Row, line.Views)}{line.Use.Report} {Labels.Above(line.Use)}"), indent: 4);
        }

        string Whose(Row row, ImmutableArray<View> views) => string.Concat(
            new[] { isOneRow ? "" : ChangeGroup.WhomOf(row), views.Length == answer.Views.Length ? "" : $"in {string.Join(", ", views.Select(view => view.Name))}" }
                .Where(part => part.Length > 0).Select(part => $"{part}: "));
    }

    /// <summary>Below the table: where the clause never bound, to whom no proposal of it is on file, and what a number under a ceiling is made of.</summary>
    private void PrintNotes(Clause clause, ImmutableArray<StatusGroup> groups)
    {
        foreach (var (group, shared) in groups.SelectMany(group => group.NeverBound.Select(shared => (group, shared))))
        {
            page.Text("  ", Visible.Of($"warning: {Places(group, clause)}, in {Views(shared)}: {StatusGroup.NeverBoundSays}"), indent: 4);
        }

        if (clause.Offer is { } offer && answer.Unproposed(clause, groups) is { IsEmpty: false } whom)
        {
            page.Text("  ", Visible.Of($"to {string.Join(", ", whom)}: no proposal by {offer.By.Name} is on file"), indent: 4);
        }

        foreach (var (group, shared) in groups.Where(group => !group.IsNarrower).SelectMany(group => group.Answers.Select(shared => (group, shared))))
        {
            if (shared.Answer.Parts is { } parts && (parts.Length > 1 || parts.Any(part => part.Weight > 1)))
            {
                var sum = $"{Prose.Figure(shared.Answer.Numbers!.Least)} are {string.Join(" + ", parts.Select(part => Prose.Shown(part.Report, part.Number, part.Weight)))}";
                page.Text("  ", Visible.Of($"{string.Join(", ", group.Whom)}, in {Views(shared)}: {sum}"), indent: 4);
            }
        }
    }

    /// <summary>Below that: the disputes and reports on which alone each answer turns.</summary>
    private void PrintDeciders(Clause clause, ImmutableArray<StatusGroup> groups)
    {
        var said = groups.Where(group => !group.IsNarrower)
            .SelectMany(group => group.Answers.SelectMany(shared => Turns(clause, group, shared)))
            .GroupBy(each => each.Turns, each => Where(each.Of, each.Shared));
        foreach (var same in said)
        {
            page.Text("  ", Visible.Of($"{string.Join("; ", same)}: {same.Key}"), indent: 4);
        }

        string Where(StatusGroup group, SharedAnswer shared) => string.Join(
            ", ", new[] { Whom(clause, group, groups), Places(group, clause), $"in {Views(shared)}" }.Where(part => part.Length > 0));
    }

    /// <summary>Whose the answers are, where other groups have others: "usa", or of an offer "to usa".</summary>
    private static string Whom(Clause clause, StatusGroup group, ImmutableArray<StatusGroup> groups) =>
        clause.Offer is not null ? "to " + string.Join(", ", group.Whom)
        : groups.Any(other => !other.Whom.All(group.Whom.Contains) || !group.Whom.All(other.Whom.Contains)) ? string.Join(", ", group.Whom)
        : "";

    /// <summary>On what an answer turns, for those of a group's rows and views in which it is the same; nothing where there is nothing to say.</summary>
    private IEnumerable<(StatusGroup Of, SharedAnswer Shared, string Turns)> Turns(Clause clause, StatusGroup group, SharedAnswer shared) => answer.Lines
        .Where(line => line.Row.Clause.Id == clause.Id && !line.IsNarrower && group.Whom.Contains(ChangeGroup.WhomOf(line.Row))
            && (line.Row.Place is not { } place || group.Places.Contains(place.Name)))
        .SelectMany(line => shared.Views
            .GroupBy(name => TurnsOn(line.Row, answer.Views.First(view => view.Name == name), shared.Answer.IsUntold))
            .Select(same => (line.Row, Turns: same.Key, Views: same.ToImmutableArray())))
        .Where(each => each.Turns.Length > 0)
        .GroupBy(each => (each.Turns, Views: string.Join(' ', each.Views)))
        .Select(same => (
            group with
            {
                Whom = [.. group.Whom.Intersect(same.Select(each => ChangeGroup.WhomOf(each.Row)))],
                Places = [.. group.Places.Intersect(same.Select(each => each.Row.Place?.Name).OfType<string>())],
            },
            shared with { Views = same.First().Views },
            same.Key.Turns));

    private string TurnsOn(Row row, View view, bool settles)
    {
        var names = deciders.Of(row, view, answer.Day, most: 1)
            .Select(d => d.Choices[0] is ReadAs read ? (Sort: "dispute", read.Dispute.Name) : (Sort: "report", ((Believe)d.Choices[0]).Report.Name))
            .Distinct().GroupBy(each => each.Sort, each => each.Name)
            .Select(same => Named(same.Key, [.. same], settles)).ToList();
        return names.Count > 0 ? $"{(settles ? "would be settled by" : "turns on")} {string.Join(" or ", names)}"
            : !settles ? ""
            : deciders.NotTried(row.Clause) is { } why ? $"no reading settles it; {why}"
            : "no single choice settles it; `proviso why` looks for several that do together";
    }

    /// <summary>"the dispute a or b" where each by itself settles, else "the disputes a, b".</summary>
    private static string Named(string sort, ImmutableArray<string> names, bool settles) =>
        names is [var only] ? $"the {sort} {only}"
        : settles ? $"the {sort} {string.Join(", ", names.SkipLast(1))} or {names[^1]}"
        : $"the {sort}s {string.Join(", ", names)}";

    private static string Places(StatusGroup group, Clause clause) => group.PlacesOf(clause, name => name);

    private string Views(SharedAnswer shared) => answer.ViewsOf(shared, view => view.Name);

    private Table Laid(List<Column> columns, ImmutableArray<StatusGroup> groups)
    {
        var table = new Table { Border = TableBorder.None };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column.Title, new Style(Color.Grey))) { Padding = new Padding(0, 0, 2, 0) });
        }

        foreach (var group in groups)
        {
            var first = true;
            foreach (var shared in group.Answers)
            {
                var line = new Line(group, shared, IsPart: group.IsNarrower && groups.Any(other => !other.IsNarrower));
                table.AddRow(columns.Select(column => Cell(column, line, first)));
                first = false;
            }
        }

        return table;
    }

    private static IRenderable Cell(Column column, Line line, bool first) => column.Title switch
    {
        "where" when first && line.IsPart => new Padder(new Text(column.Say(line)), new Padding(2, 0, 0, 0)),
        "where" or "to" or "who" when !first => Text.Empty,
        "verdict" => Verdict(new Text(column.Say(line), StyleOf(line.Answer.Answer.Verdict.Conduct, line.Answer.Answer.Verdict.Standing)), line.Answer.Answer),
        _ => new Text(column.Say(line)),
    };

    /// <summary>The label, and below it what belongs to the day in the next column: that it perhaps was so before, or since when the conduct has been so.</summary>
    private static IRenderable Verdict(Text label, ViewAnswer answer) =>
        answer.BesideSince(Words.Date).Select(beside => (IRenderable)new Text(beside, quiet)).ToList() is { Count: > 0 } lines ? new Rows([label, .. lines]) : label;

    private static Style StyleOf(Conduct conduct, Standing standing) => conduct switch
    {
        Conduct.Broken => new Style(Color.Red, decoration: Decoration.Bold),
        Conduct.Kept or Conduct.Excused => new Style(Color.Green),
        Conduct.CannotTell or Conduct.Pending or Conduct.CuredLate => new Style(Color.Yellow),
        _ => standing == Standing.CannotTell ? new Style(Color.Yellow) : Style.Plain,
    };

    private sealed record Column(string Title, Func<Line, string> Say);

    private readonly record struct Line(StatusGroup Group, SharedAnswer Answer, bool IsPart);
}
