using System.CommandLine;
using Proviso.Cli.Printing;
using Proviso.Formats;
using Proviso.Formats.Answers;

namespace Proviso.Cli.Commands;

/// <summary><c>proviso status</c>: who keeps what, where, since when, according to whom.</summary>
internal static class StatusCommand
{
    public static Command Of(Screen screen)
    {
        var options = new QuestionOptions("proviso status");
        var json = Given.Json();
        var command = new ExplainedCommand("status", "Says who keeps what, where, since when and according to whom.")
        {
            Notes =
            [
                "For each clause a table: where, in whose view, the verdict, the day since which it holds, and what it leans on. Views that "
                    + "agree share a line, and so do places; a place within a place is listed only where its answer is another. "
                    + "Below the tables stands what would settle a verdict that cannot be told, and what else to keep in mind.",
            ],
            Examples =
            [
                new("proviso status agreements/inf-moratorium", "Every clause in every view on the last day that the file knows."),
                new("proviso status agreements/inf-moratorium --clause 1 --view appear --view stationed \\\n--on 2023-09-25 --known-on 2023-09-25",
                    "What could be said about clause 1 on the evening of 25 September 2023, in two views."),
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
        var answer = StatusAnswer.On(asked.Verdicts, asked.Day, asked.Views, asked.Rows.Fits);
        if (json)
        {
            screen.Output.Raw.Write(JsonText.Of(StatusDocument.From(answer)));
        }
        else
        {
            new StatusText(screen.Output, answer).Print();
        }

        return ExitCode.Done;
    }
}
