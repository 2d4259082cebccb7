using System.Collections.Immutable;
using Proviso.Cli.Printing;
using Proviso.Evaluation;
using Proviso.Evaluation.Explanation;
using Proviso.Formats;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;
using Spectre.Console;

namespace Proviso.Cli.Commands;

/// <summary>Prints what differs between two evaluations: a table per clause, and the reasons of what is told now.</summary>
/// <param name="views">All views asked about.</param>
internal sealed class ChangesText(Page page, Verdicts after, ImmutableArray<View> views)
{
    private static readonly Style bold = new(decoration: Decoration.Bold);

    /// <summary>Prints the changes clause by clause.</summary>
    /// <param name="was">Heading of what was told.</param>
    /// <param name="becomes">Heading of what is told.</param>
    /// <param name="why">Whether to give the reasons too.</param>
    public void Print(ImmutableArray<ChangeGroup> groups, string was, string becomes, bool why)
    {
        foreach (var clause in groups.GroupBy(group => group.First.Row.Clause.Id))
        {
            page.Line();
            var first = clause.First().First.Row.Clause;
            page.Text(new($"clause {first.Id} ", bold), Visible.Of(first.Title), indent: 2, bold);
            page.Block(Table([.. clause], was, becomes));
            if (why)
            {
                PrintWhy([.. clause]);
            }
        }
    }

    private Table Table(ImmutableArray<ChangeGroup> groups, string was, string becomes)
    {
        var (asksWhom, asksPlace) = (groups.Any(g => g.First.Row.Addressee is not null) || groups.SelectMany(g => g.Whom).Distinct().Count() > 1, groups.Any(g => g.Places.Length > 0));
        var table = new Table { Border = TableBorder.None };
        foreach (var title in new[] { asksWhom ? "who" : null, asksPlace ? "where" : null, views.Length > 1 ? "in the view of" : null, "from", "through", was, becomes }.OfType<string>())
        {
            table.AddColumn(new TableColumn(new Text(title, new Style(Color.Grey))) { Padding = new Padding(0, 0, 2, 0) });
        }

        foreach (var group in groups)
        {
            var isFirst = true;
            foreach (var change in group.First.Changes)
            {
                List<string> cells =
                [
                    .. asksWhom ? [isFirst ? string.Join(", ", group.Whom) : ""] : Array.Empty<string>(),
                    .. asksPlace ? [isFirst ? string.Join(", ", group.Places) : ""] : Array.Empty<string>(),
                    .. views.Length > 1 ? [isFirst ? Views(group) : ""] : Array.Empty<string>(),
                    Words.Date(change.Days.From),
                    Words.Through(change.Days, after.Horizon) ?? "",
                    change.Was?.Label ?? "(not yet told)",
                    change.Becomes?.Label ?? "(no longer told)",
                ];
                table.AddRow(cells.Select(cell => new Text(cell)));
                isFirst = false;
            }
        }

        return table;
    }

    private string Views(ChangeGroup group) => group.Views.Length == views.Length ? "all views" : string.Join(", ", group.Views);

    /// <summary>The reasons of what is told where a standing is another for the first time, and where a breach begins; the same
    /// words only once.</summary>
    private void PrintWhy(ImmutableArray<ChangeGroup> groups)
    {
        var reasons = new Reasons(page, after);
        foreach (var group in groups)
        {
            var told = group.First.Changes.Where(change => change.Becomes is not null).ToList();
            var standing = told.FirstOrDefault(change => change.Was?.Verdict.Standing != change.Becomes!.Value.Verdict.Standing) ?? told.FirstOrDefault();
            var breach = told.FirstOrDefault(change => change.Becomes!.Value.Verdict.Conduct == Conduct.Broken && change.Was?.Verdict.Conduct != Conduct.Broken);
            foreach (var change in new[] { standing, breach }.OfType<Change>().Distinct())
            {
                reasons.Print(group.First.Row, group.First.View, change.Days.From);
            }
        }
    }
}

/// <summary>Prints the reasons of verdicts in short, those that repeat what was said only once.</summary>
internal sealed class Reasons(Page page, Verdicts verdicts)
{
    private readonly HashSet<string> said = new(StringComparer.Ordinal);

    /// <summary>Prints why a verdict is what it is.</summary>
    public void Print(Row row, View view, int day)
    {
        var (verdict, standing, conduct) = Account.InShort(verdicts.Case, Explainer.Why(verdicts, row, view, day));
        var isNoMoreThanKept = verdicts.At(row, view, day).Conduct is Conduct.Kept or Conduct.NotTriggered;
        var fresh = new[] { standing, isNoMoreThanKept ? "" : conduct }.Where(reason => reason.Length > 0 && said.Add(reason)).ToList();
        if (fresh.Count == 0)
        {
            return;
        }

        page.Line();
        page.Text("  ", Visible.Of(verdict), indent: 4);
        foreach (var reason in fresh)
        {
            page.Text("    ", Visible.Of(reason), indent: 4);
        }
    }
}
