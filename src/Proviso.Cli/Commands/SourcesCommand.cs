using System.Collections.Immutable;
using System.CommandLine;
using Proviso.Cli.Printing;
using Proviso.Formats;
using Proviso.Formats.Answers;
using Spectre.Console;

namespace Proviso.Cli.Commands;

/// <summary><c>proviso sources</c>: which sources carry which verdicts.</summary>
internal static class SourcesCommand
{
    private static readonly Style quiet = new(Color.Grey);

    public static Command Of(Screen screen)
    {
        var options = new QuestionOptions("proviso sources");
        var json = Given.Json();
        var command = new ExplainedCommand("sources", "Says which sources carry which verdicts, and which would fall without them.")
        {
            Notes =
            [
                "Each source is taken away by itself, with every report and position that rests on it, and the case is judged again. "
                    + "A verdict that two sources carry alike falls with neither; it is then not listed under them.",
            ],
            Examples =
            [
                new("proviso sources agreements/inf-moratorium --clause 1 --region europe --view appear", "What the verdict on Europe in that view rests on."),
            ],
        };
        options.AddTo(command);
        command.Options.Add(json);
        command.SetAction(parsed =>
        {
            var (asked, code) = options.Read(screen, parsed);
            return asked is null ? code : Answer(screen, asked, parsed.GetValue(json));
        });
        return command;
    }

    private static int Answer(Screen screen, Question asked, bool json)
    {
        ImmutableArray<SourceAnswer> answers;
        using (var progress = new Headway(screen.Error, "sources tried"))
        {
            answers = SourceAnswer.On(asked.Verdicts, asked.Day, asked.Views, asked.Rows.Fits, progress.Say);
        }

        if (json)
        {
            screen.Output.Raw.Write(JsonText.Of(SourcesDocument.From(asked.Verdicts, asked.Day, answers)));
            return ExitCode.Done;
        }

        var page = screen.Output;
        var carrying = answers.Where(answer => !answer.Changes.IsEmpty).ToList();
        page.Text("", $"On {Words.Date(asked.Day)}, as known on {Words.Date(asked.Verdicts.Horizon)}: {Count.Of(answers.Length, "source")} on file; "
            + (carrying.Count == 0 ? "no verdict asked about falls with any one of them." : $"without {(carrying.Count == 1 ? "this one" : $"one of these {carrying.Count}")} some verdict is another."), indent: 2);
        foreach (var answer in carrying)
        {
            page.Line();
            page.Text("", Visible.Of(answer.Source.Title), indent: 2);
            if (answer.Source.Address is { } address)
            {
                page.Text("  ", Visible.Of(address), indent: 2, quiet);
            }

            page.Text("  ", Visible.Of(OnFile(answer)), indent: 4);
            foreach (var group in ChangeGroup.Of(answer.Changes))
            {
                page.Text("  - ", Visible.Of(Said(group, asked)), indent: 4);
            }
        }

        return ExitCode.Done;
    }

    private static string OnFile(SourceAnswer answer) => string.Join("; ", new[]
    {
        answer.Reports.IsEmpty ? null : $"carries {(answer.Reports.Length == 1 ? "the report" : "the reports")} {string.Join(", ", answer.Reports.Select(report => report.Name))}",
        answer.Positions.IsEmpty ? null : $"carries {Count.Of(answer.Positions.Length, "position")} of {string.Join(", ", answer.Positions.Select(position => position.Holder.Name).Distinct())}",
    }.OfType<string>());

    private static string Said(ChangeGroup group, Question asked)
    {
        var clause = group.First.Row.Clause;
        var whom = clause.Offer is not null || asked.Verdicts.Rows.Where(row => row.Clause.Id == clause.Id).Select(ChangeGroup.WhomOf).Distinct().Count() > 1
            ? $" ({string.Join(", ", group.Whom)})"
            : "";
        var where = group.Places.IsEmpty ? "" : $", {string.Join(", ", group.Places)}";
        var views = asked.Views.Length == 1 ? "" : group.Views.Length == asked.Views.Length ? ", in all views" : $", in {string.Join(", ", group.Views)}";
        var change = group.First.Changes[0];
        return $"clause {clause.Id}{whom}{where}{views}: {change.Was?.Label}; without it {change.Becomes?.Label}";
    }
}
