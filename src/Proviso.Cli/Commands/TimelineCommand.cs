using System.CommandLine;
using Proviso.Cli.Printing;
using Proviso.Formats;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;

namespace Proviso.Cli.Commands;

/// <summary><c>proviso timeline</c>: how the verdicts changed through time.</summary>
internal static class TimelineCommand
{
    public static Command Of(Screen screen)
    {
        var options = new QuestionOptions("proviso timeline", asksDay: false);
        var from = Given.One("--from", "DATE", "The first day shown; the day of entry into force if left out.");
        var through = Given.One("--through", "DATE", "The last day shown; the last that has verdicts if left out.");
        var json = Given.Json();
        var command = new ExplainedCommand("timeline", "Shows how the verdicts changed, day by day: a lane for each, and the changes with their dates.")
        {
            Notes = ["Places and views whose verdicts are the same on every day shown share a lane. Each sign stands for a stretch of days; one in which a clause was broken is shown as broken."],
            Examples =
            [
                new("proviso timeline agreements/inf-moratorium --clause 1 --region europe", "Clause 1 in Europe, in every view."),
            ],
        };
        options.AddTo(command);
        foreach (var option in new Option[] { from, through, json })
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
        {
            var (asked, code) = options.Read(screen, parsed);
            if (asked is null)
            {
                return code;
            }

            var selection = Given.Selection(asked.Verdicts.Case);
            var (first, last) = (selection.Day("from", parsed.GetValue(from)), selection.Day("through", parsed.GetValue(through)));
            if (selection.Mistakes.Count > 0)
            {
                return CommandLine.Refuse(screen, selection.Mistakes, "proviso timeline");
            }

            var begin = first ?? Math.Min(asked.Verdicts.Case.Agreement.InForce.From, asked.Verdicts.Horizon);
            var days = new DayRange(Math.Max(begin, asked.Verdicts.FirstDay), Math.Min(last ?? int.MaxValue - 1, asked.Verdicts.Horizon) + 1);
            if (days.From >= days.Before)
            {
                var has = $"verdicts run from {Words.Date(asked.Verdicts.FirstDay)} to {Words.Date(asked.Verdicts.Horizon)}";
                return CommandLine.Refuse(screen, [$"there is no day to show; {has}, and `--from` must not lie after `--through`"], "proviso timeline");
            }

            return Answer(screen, asked, days, parsed.GetValue(json));
        });
        return command;
    }

    private static int Answer(Screen screen, Question asked, DayRange days, bool json)
    {
        var answer = TimelineAnswer.Of(asked.Verdicts, days, asked.Views, asked.Rows.Fits);
        if (json)
        {
            screen.Output.Raw.Write(JsonText.Of(TimelineDocument.From(answer)));
        }
        else
        {
            new TimelineText(screen.Output, answer).Print();
        }

        return ExitCode.Done;
    }
}
