using System.CommandLine;
using System.Text;
using Proviso.Cli.Input;
using Proviso.Cli.Printing;
using Proviso.Language.Formatting;
using Proviso.Language.Syntax;

namespace Proviso.Cli.Commands;

/// <summary><c>proviso format</c>: the canonical form of a text, without a change of meaning.</summary>
internal static class FormatCommand
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Of(Screen screen)
    {
        var path = Given.Path();
        var check = new Option<bool>("--check") { Description = "Change nothing; name the files that are not in the canonical form and end with exit code 1." };
        var stdout = new Option<bool>("--stdout") { Description = "Change nothing; print the canonical form of the one file given." };
        var command = new ExplainedCommand("format", "Writes the files in the canonical form: line breaks, indents, commas.")
        {
            Notes =
            [
                "Words, order and comments stay as they are; line breaks, blanks and the marks after the slots of a clause are set. "
                    + "A sentence with an error is left as it is written. Each file is replaced whole, or not at all.",
            ],
            Examples =
            [
                new("proviso format agreements/inf-moratorium --check", "Names the files that would change."),
                new("proviso format agreements/inf-moratorium/agreement.proviso --stdout", "Shows the canonical form of one file."),
            ],
            Arguments = { path },
            Options = { check, stdout },
        };
        command.SetAction(parsed => (parsed.GetValue(check), parsed.GetValue(stdout)) switch
        {
            (true, true) => CommandLine.Refuse(screen, ["`--check` and `--stdout` do not go together"], "proviso format"),
            (var checking, var printing) => Run(screen, parsed.GetRequiredValue(path), checking, printing),
        });
        return command;
    }

    private static int Run(Screen screen, string path, bool check, bool stdout)
    {
        if (OpenedCase.InputOf(screen, path) is not { } input)
        {
            return ExitCode.NoInput;
        }

        if (stdout && input.Files.Count != 1)
        {
            return CommandLine.Refuse(screen, [$"`--stdout` prints one file, and there are {input.Files.Count} at `{path}`; give one of them"], "proviso format");
        }

        var code = ExitCode.Done;
        foreach (var file in input.Files)
        {
            code = Math.Max(code, FormatFile(screen, file, check, stdout));
        }

        return code;
    }

    private static int FormatFile(Screen screen, InputFile file, bool check, bool stdout)
    {
        if (file.Text.Malformed is not null)
        {
            TroubleText.Print(screen.Error, new(file.Text.Path, "this is not UTF-8 and was left alone", "Save it as UTF-8; `proviso check` names the place."));
            return ExitCode.NoInput;
        }

        var tree = SyntaxTree.Parse(file.Text);
        var code = ExitCode.Done;
        if (tree.Diagnostics.Count(one => one.IsError) is > 0 and var errors)
        {
            screen.Error.Text("", $"{Visible.Of(file.Text.Path)}: {Count.Of(errors, "error")}; sentences with errors stay as they are written. `proviso check` shows them.", indent: 2);
            code = ExitCode.Wrong;
        }

        var formatted = Formatter.Format(tree);
        if (stdout)
        {
            screen.Output.Raw.Write(formatted);
            return code;
        }

        if (formatted == file.Text.Content)
        {
            return code;
        }

        if (check)
        {
            screen.Output.Line(Visible.Of(file.Text.Path));
            return ExitCode.Wrong;
        }

        if (AtomicFile.Replace(file.DiskPath, file.Text.Path, file.Bytes, utf8.GetBytes(formatted)) is { } trouble)
        {
            TroubleText.Print(screen.Error, trouble);
            return ExitCode.NoOutput;
        }

        screen.Output.Line($"formatted {Visible.Of(file.Text.Path)}");
        return code;
    }
}
