using System.CommandLine;
using System.Globalization;
using System.Text;
using Proviso.Cli.Input;
using Proviso.Cli.Printing;
using Proviso.Formats;
using Proviso.Formats.Answers;

namespace Proviso.Cli.Commands;

/// <summary><c>proviso due</c>: what is owed by whom to whom and when, and what should have been done.</summary>
internal static class DueCommand
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Of(Screen screen)
    {
        var options = new QuestionOptions("proviso due");
        var days = Given.One("--days", "N", $"What falls due within so many days is told; {DueAnswer.UsualDays} if left out.");
        var json = Given.Json();
        var calendar = Given.One("--calendar", "FILE", "Write what is due there as a calendar (iCalendar), whole or not at all, too.");
        var command = new ExplainedCommand("due", "Says what is owed by whom to whom and when, and what should have been done.")
        {
            Notes =
            [
                "Duties to act by a deadline that are not done, in two tables: those that fall due within the days asked for, and those whose time is over. "
                    + "Overdue is what nothing on file says was received; broken is what is proved not to have been. Times of one duty that follow each other and stand alike are one line.",
                "The calendar has an event for each duty of the first table, on its last day in time.",
            ],
            Examples =
            [
                new("proviso due agreements/new-start --on 2023-03-15", "What is to be done within 30 days of 15 March 2023, and what is overdue."),
                new("proviso due agreements/new-start --on 2023-04-15 --view us-count", "The same a month later, as the United States reads it."),
            ],
        };
        options.AddTo(command);
        foreach (var option in new Option[] { days, json, calendar })
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
        {
            var within = DueAnswer.UsualDays;
            if (parsed.GetValue(days) is { } written
                && !(int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out within) && within <= DueAnswer.MostDays))
            {
                return CommandLine.Refuse(screen, [$"`--days {written}` is no number of days from 0 to {DueAnswer.MostDays}"], "proviso due");
            }

            var file = parsed.GetValue(calendar);
            if (file is not null && PageFile.Calendar.Refusal(file) is { } refusal)
            {
                TroubleText.Print(screen.Error, refusal);
                return ExitCode.NoOutput;
            }

            var (asked, code) = options.Read(screen, parsed);
            return asked is null ? code : Answer(screen, DueAnswer.On(asked.Verdicts, asked.Day, within, asked.Views, asked.Rows.Fits), parsed.GetValue(json), file);
        });
        return command;
    }

    private static int Answer(Screen screen, DueAnswer answer, bool json, string? calendar)
    {
        if (calendar is not null && PageFile.Calendar.Write(calendar, utf8.GetBytes(DueCalendar.Of(answer))) is { } trouble)
        {
            TroubleText.Print(screen.Error, trouble);
            return ExitCode.NoOutput;
        }

        if (json)
        {
            screen.Output.Raw.Write(JsonText.Of(DueDocument.From(answer)));
        }
        else
        {
            new DueText(screen.Output, answer).Print();
        }

        return ExitCode.Done;
    }
}
