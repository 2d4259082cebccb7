using System.CommandLine;
using Proviso.Cli.Printing;
using Proviso.Formats;
using Proviso.Formats.Answers;

namespace Proviso.Cli.Commands;

/// <summary><c>proviso check</c>: what is wrong with the text, and whether it says what its author expects.</summary>
internal static class CheckCommand
{
    public static Command Of(Screen screen)
    {
        var path = Given.Path();
        var json = Given.Json();
        var keepGood = Given.KeepGood();
        var command = new ExplainedCommand("check", "Says what is wrong with a text, and whether every `expect` sentence comes true.")
        {
            Notes =
            [
                "Prints each error and warning with its place, the line it is on and what to do. If there is no error, looks for every "
                    + "verdict and every number that the text expects and tells which hold and which do not. "
                    + "Ends with exit code 1 when there is an error or an expectation is not met.",
            ],
            Examples =
            [
                new("proviso check agreements/inf-moratorium", "Checks all files of the agreement together."),
                new("proviso check agreements/inf-moratorium --json", "The same for a program."),
            ],
            Arguments = { path },
            Options = { keepGood, json },
        };
        command.SetAction(parsed => Run(screen, parsed.GetRequiredValue(path), parsed.GetValue(keepGood), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Screen screen, string path, bool keepGood, bool json)
    {
        if (!OpenedCase.TryRead(screen, path, keepGood, out var opened))
        {
            return ExitCode.NoInput;
        }

        var sound = opened.Errors == 0 ? opened.Case : null;
        var expected = sound is null ? null : ExpectedAnswer.Of(sound);
        if (json)
        {
            screen.Output.Raw.Write(JsonText.Of(CheckDocument.From(
                [.. opened.Input.Files.Select(file => file.Text)],
                [.. opened.Input.LeftOut.Select(trouble => new LeftOutEntry(trouble.Path, trouble.Message))],
                opened.Diagnostics,
                opened.Records,
                opened.KeepsGood,
                expected)));
        }
        else
        {
            new CheckText(screen.Output, opened).Print(expected ?? new([], []));
        }

        return opened.Errors == 0 && expected?.IsMet != false ? ExitCode.Done : ExitCode.Wrong;
    }
}
