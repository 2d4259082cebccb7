using System.Collections.Immutable;
using System.CommandLine;
using Proviso.Cli.Printing;
using Proviso.Evaluation;
using Proviso.Evaluation.Explanation;
using Proviso.Formats;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;

namespace Proviso.Cli.Commands;

/// <summary><c>proviso why</c>: the reasons of one verdict.</summary>
internal static class WhyCommand
{
    public static Command Of(Screen screen)
    {
        var options = new QuestionOptions("proviso why");
        var tree = new Option<bool>("--tree") { Description = "Each step of the proof, down to the reports and what was not found." };
        var json = Given.Json();
        var command = new ExplainedCommand("why", "Says why a verdict is what it is: rules, readings, reports, sources.")
        {
            Notes =
            [
                "The options choose one question; those that leave no choice may be left out. If several questions are left, they are listed. "
                    + "Without `--view`, the answer is explained if all views have the same one; if they differ, the answers are listed.",
            ],
            Examples =
            [
                new("proviso why agreements/inf-moratorium --clause 1 --region europe --view appear",
                    "Why the moratorium has ended in Europe, as that view reads it."),
                new("proviso why agreements/inf-moratorium --clause 1 --region europe \\\n--view common --on 2024-01-01 --tree",
                    "What keeps a verdict open, step by step."),
            ],
        };
        options.AddTo(command);
        command.Options.Add(tree);
        command.Options.Add(json);
        command.SetAction(parsed =>
        {
            var (asked, code) = options.Read(screen, parsed);
            return asked is null ? code : Answer(screen, asked, parsed.GetValue(tree), parsed.GetValue(json));
        });
        return command;
    }

    private static int Answer(Screen screen, Question asked, bool tree, bool json)
    {
        var rows = RowsOf(asked);
        if (rows.Count > 1)
        {
            return ListChoices(screen, asked, rows);
        }

        var groups = Groups(asked, rows[0]);
        if (groups.Count > 1 && !asked.ViewsGiven)
        {
            return ListViews(screen, asked, rows[0], groups);
        }

        var deciders = Deciders.For(asked.Verdicts);
        ImmutableArray<WhyAnswer> answers =
            [.. groups.Select(views => WhyAnswer.On(asked.Verdicts, deciders, rows[0], views[0], asked.Day))];
        if (json)
        {
            screen.Output.Raw.Write(JsonText.Of(WhyDocument.From(asked.Verdicts, answers)));
            return ExitCode.Done;
        }

        var text = new WhyText(screen.Output, asked.Verdicts.Case);
        foreach (var (answer, views) in answers.Zip(groups))
        {
            text.Print(answer, views, tree, first: views == groups[0]);
        }

        return ExitCode.Done;
    }

    private static int ListViews(Screen screen, Question asked, Row row, List<List<View>> groups)
    {
        screen.Error.Text("proviso: ", "the views differ; ask in one of them:", indent: 9);
        foreach (var views in groups)
        {
            var answer = Labels.Of(asked.Verdicts.At(row, views[0], asked.Day));
            screen.Error.Text("  ", $"{string.Join(", ", views.Select(view => view.Name))}: {answer}", indent: 4);
            PrintLine(screen.Error, WhyLine.Of(asked.Opened.Path, row, views[0], asked.Day, asked.Verdicts.Knowledge.Day, asked.Verdicts.Knowledge.To), 4);
        }

        return ExitCode.Usage;
    }

    /// <summary>The rows asked about. A place that is named means the row about it; without one, a clause instance means its own place.</summary>
    private static List<Row> RowsOf(Question asked)
    {
        var rows = asked.Verdicts.Rows.Where(asked.Rows.Fits).ToList();
        var wanted = asked.Rows.Place is { } place
            ? rows.Where(row => row.Place?.Name == place.Name).ToList()
            : rows.Where(row => row.Place?.Name == row.Instance?.Name).ToList();
        return wanted.Count > 0 ? wanted : rows;
    }

    /// <summary>Views with the same answer together, when none was named; otherwise each view alone.</summary>
    private static List<List<View>> Groups(Question asked, Row row) => asked.ViewsGiven
        ? [.. asked.Views.Select(view => new List<View> { view })]
        : [.. asked.Views.GroupBy(view => (asked.Verdicts.At(row, view, asked.Day), asked.Verdicts.BasisAt(row, view, asked.Day), UsesIn(asked, row, view))).Select(same => same.ToList())];

    /// <summary>How far a right with a quota is used in a view, as text to compare; empty for other clauses.</summary>
    private static string UsesIn(Question asked, Row row, View view) => asked.Verdicts.QuotaAt(row, view, asked.Day) is { } year ? Labels.Of(year, asked.Day) : "";

    private static int ListChoices(Screen screen, Question asked, List<Row> rows)
    {
        screen.Error.Text("proviso: ", $"that leaves {rows.Count} questions; ask one of them:", indent: 9);
        foreach (var row in rows)
        {
            PrintLine(screen.Error, WhyLine.Of(asked.Opened.Path, row, asked.ViewsGiven ? asked.Views[0] : null, null, null, null), 2);
        }

        return ExitCode.Usage;
    }

    private static void PrintLine(Page page, WhyLine line, int indent)
    {
        var (first, more) = line.Broken(page.Width - indent - 2);
        page.Line(new string(' ', indent), first);
        foreach (var next in more)
        {
            page.Line(new string(' ', indent + 2), next);
        }
    }
}
