using System.CommandLine;
using Proviso.Cli.Printing;
using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Cli.Commands;

/// <summary><c>proviso read</c>: the agreement in plain words, to be read and signed.</summary>
internal static class ReadCommand
{
    /// <summary>A line of prose is easiest to read at about this many cells.</summary>
    private const int ReadingWidth = 80;

    public static Command Of(Screen screen)
    {
        var path = Given.Path();
        var only = Given.One("--clause", "NUMBER", "Only this clause, without the definitions it leans on.");
        var markdown = new Option<bool>("--markdown") { Description = "With Markdown headings and lists, to be put into another text." };
        var keepGood = Given.KeepGood();
        var command = new ExplainedCommand("read", "Says an agreement in plain words.")
        {
            Notes =
            [
                "Everything that the text lays down is said: what each word means, what each clause asks, when it begins and ends, what is disputed "
                    + "and how it can be read. Read it to see whether the text says what was meant.",
            ],
            Examples =
            [
                new("proviso read agreements/inf-moratorium", "The agreement as a text with numbered articles."),
                new("proviso read agreements/inf-moratorium --clause 1 --markdown", "One clause of it, for a document or a web page."),
            ],
            Arguments = { path },
            Options = { only, markdown, keepGood },
        };
        command.SetAction(parsed =>
        {
            if (!OpenedCase.TryRead(screen, parsed.GetRequiredValue(path), parsed.GetValue(keepGood), out var opened))
            {
                return ExitCode.NoInput;
            }

            if (!opened.TrySound(screen, out var sound))
            {
                return ExitCode.Wrong;
            }

            var selection = Given.Selection(sound);
            var clause = selection.Clause(parsed.GetValue(only));
            if (selection.Mistakes.Count > 0)
            {
                return CommandLine.Refuse(screen, selection.Mistakes, "proviso read");
            }

            screen.Output.Raw.Write(Text(sound, clause, parsed.GetValue(markdown), Math.Min(ReadingWidth, screen.Output.Width)));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Text(Case sound, Clause? clause, bool markdown, int width)
    {
        var document = clause is null ? new Prose(sound).Document() : new Prose(sound).Document(clause.Id);
        return markdown ? Markdown.Of(document) : PlainText.Of(document, width);
    }
}
