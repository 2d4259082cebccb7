using System.CommandLine;
using System.Text;
using Proviso.Cli.Input;
using Proviso.Cli.Printing;
using Proviso.Formats;
using Proviso.Formats.Answers;
using Proviso.Formats.Page;

namespace Proviso.Cli.Commands;

/// <summary><c>proviso status</c>: who keeps what, where, since when, according to whom.</summary>
internal static class StatusCommand
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Of(Screen screen)
    {
        var options = new QuestionOptions("proviso status");
        var json = Given.Json();
        var html = Given.One("--html", "FILE", "Write the answer there as one page for a browser, whole or not at all, and not to the standard output.");
        var command = new ExplainedCommand("status", "Says who keeps what, where, since when and according to whom.")
        {
            Notes =
            [
                "For each clause a table: where, in whose view, the verdict, the day since which it holds, and what it leans on. Views that "
                    + "agree share a line, and so do places; a place within a place is listed only where its answer is another. "
                    + "Below the tables stands what would settle a verdict that cannot be told, and what else to keep in mind.",
                "The page of `--html` has the same answers with maps, the course through the years, the reasons, the disputes and the sources. It needs no network and runs no script.",
            ],
            Examples =
            [
                new("proviso status agreements/inf-moratorium", "Every clause in every view on the last day that the file knows."),
                new("proviso status agreements/inf-moratorium --clause 1 --view appear --view stationed \\\n--on 2023-09-25 --known-on 2023-09-25",
                    "What could be said about clause 1 on the evening of 25 September 2023, in two views."),
                new("proviso status agreements/inf-moratorium --html moratorium.html", "The same as a page, to be read, printed or sent."),
            ],
        };
        options.AddTo(command);
        command.Options.Add(json);
        command.Options.Add(html);
        command.SetAction(parsed =>
        {
            var page = parsed.GetValue(html);
            if (page is not null && parsed.GetValue(json))
            {
                return CommandLine.Refuse(screen, ["`--html` and `--json` are two forms of one answer; give one of them"], "proviso status");
            }

            if (page is not null && PageFile.StatusPage.Refusal(page) is { } refusal)
            {
                TroubleText.Print(screen.Error, refusal);
                return ExitCode.NoOutput;
            }

            var (asked, code) = options.Read(screen, parsed);
            return asked is null ? code : page is not null ? WritePage(screen, asked, page) : Answer(screen, asked, parsed.GetValue(json));
        });
        return command;
    }

    private static int WritePage(Screen screen, Question asked, string path)
    {
        var answer = StatusAnswer.On(asked.Verdicts, asked.Day, asked.Views, asked.Rows.Fits);
        var bytes = utf8.GetBytes(StatusPage.Of(answer, new OutlineFiles(asked.Opened.Input).Read));
        if (PageFile.StatusPage.Write(path, bytes) is { } trouble)
        {
            TroubleText.Print(screen.Error, trouble);
            return ExitCode.NoOutput;
        }

        screen.Output.Line($"wrote {Visible.Of(path)} ({(bytes.Length + 500) / 1000} kB)");
        return ExitCode.Done;
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
