using System.CommandLine;
using System.Text;
using Proviso.Cli.Input;
using Proviso.Cli.Printing;
using Proviso.Language.Formatting;
using Proviso.Language.Syntax;

namespace Proviso.Cli.Commands;

/// <summary><c>proviso format</c>: writes texts in their canonical form.</summary>
internal static class FormatCommand
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Of(Screen screen)
    {
        var path = Given.Path();
        var check = new Option<bool>("--check") { Description = "Changes nothing; names the files that are not in canonical form and ends with 1 if there are any." };
        var stdout = new Option<bool>("--stdout") { Description = "Prints the formatted text of one file and changes nothing." };
        var command = new ExplainedCommand("format", "Writes texts in their canonical form.")
        {
            Notes =
            [
                "Words, order and comments stay as they are; line breaks, blanks and the commas and semicolons after the slots of a clause are set. "
                    + "A sentence with an error is left as it is written. Each file is replaced whole, or not at all.",
            ],
            Examples =
            [
                new("proviso format agreements/inf-moratorium", "Formats all files of the agreement in place."),
                new("proviso format agreements/inf-moratorium --check", "Says which files would change."),
            ],
            Arguments = { path },
            Options = { check, stdout },
        };
        command.SetAction(parsed => OpenedCase.InputOf(screen, parsed.GetRequiredValue(path)) is not { } input ? ExitCode.NoInput
            : parsed.GetValue(stdout) ? Print(screen, input)
            : parsed.GetValue(check) ? Check(screen, input)
            : Write(screen, input));
        return command;
    }

    private static string Formatted(InputFile file) => Formatter.Format(SyntaxTree.Parse(file.Text));

    private static bool IsFormatted(InputFile file) => file.Bytes.AsSpan().SequenceEqual(utf8.GetBytes(Formatted(file)));

    private static int Print(Screen screen, InputFiles input)
    {
        if (input.Files.Count != 1)
        {
            return CommandLine.Refuse(screen, [$"`--stdout` prints one file, and there are {input.Files.Count}; name one of them"], "proviso format");
        }

        screen.Output.Raw.Write(Formatted(input.Files[0]));
        return ExitCode.Done;
    }

    private static int Check(Screen screen, InputFiles input)
    {
        var others = input.Files.Where(file => !IsFormatted(file)).ToList();
        foreach (var file in others)
        {
            screen.Output.Text("", Visible.Of($"{file.Text.Path}: not in canonical form"), indent: 2);
        }

        return others.Count == 0 ? ExitCode.Done : ExitCode.Wrong;
    }

    private static int Write(Screen screen, InputFiles input)
    {
        var written = 0;
        var refused = 0;
        foreach (var file in input.Files.Where(file => !IsFormatted(file)))
        {
            if (file.Text.Malformed is not null)
            {
                TroubleText.Print(screen.Error, new(file.Text.Path, "this is not UTF-8 and was left alone", "Save it as UTF-8; `proviso check` names the place."));
                refused++;
            }
            else if (AtomicFile.Replace(file.DiskPath, file.Text.Path, file.Bytes, utf8.GetBytes(Formatted(file))) is { } trouble)
            {
                TroubleText.Print(screen.Error, trouble);
                refused++;
            }
            else
            {
                screen.Output.Text("", Visible.Of($"{file.Text.Path}: formatted"), indent: 2);
                written++;
            }
        }

        if (written + refused == 0)
        {
            screen.Output.Text("", $"{Count.Of(input.Files.Count, "file")}: in canonical form already.", indent: 2);
        }

        return refused == 0 ? ExitCode.Done : ExitCode.NoInput;
    }
}
