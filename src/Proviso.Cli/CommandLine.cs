using System.CommandLine;
using System.CommandLine.Parsing;
using Proviso.Cli.Commands;
using Proviso.Cli.Printing;
using Proviso.Formats.Asking;

namespace Proviso.Cli;

/// <summary>The commands of <c>proviso</c>, and the edge where a mistake of ours becomes a message and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line and returns its <see cref="ExitCode"/>.</summary>
    public static int Run(string[] arguments, Screen screen)
    {
        try
        {
            var code = Invoke(arguments, screen);
            screen.Output.Raw.Flush();
            return code;
        }
        catch (IOException failed) when (failed is not (FileNotFoundException or DirectoryNotFoundException))
        {
            return Unwritten(failed, screen);
        }
        catch (Exception exception)
        {
            screen.Error.Raw.WriteLine($"proviso: internal error, please report it with what you ran.\n{exception}");
            return ExitCode.Internal;
        }
    }

    private static int Invoke(string[] arguments, Screen screen)
    {
        var root = Root(screen);
        var parsed = root.Parse(arguments);
        if (arguments.Length == 0)
        {
            HelpPage.Write(screen.Error, root);
            return ExitCode.Usage;
        }

        var mistakes = HelpPage.IsAsked(parsed) ? [] : Mistakes(root, parsed);
        if (mistakes.Count > 0)
        {
            var command = parsed.CommandResult.Command;
            return Refuse(screen, mistakes, command == root ? "proviso" : $"proviso {command.Name}");
        }

        return parsed.Invoke(new InvocationConfiguration
        {
            Output = screen.Output.Raw,
            Error = screen.Error.Raw,
            EnableDefaultExceptionHandler = false,
        });
    }

    /// <summary>Says what is wrong with a command line and where to read on.</summary>
    public static int Refuse(Screen screen, IEnumerable<string> mistakes, string command)
    {
        foreach (var mistake in mistakes)
        {
            screen.Error.Text("proviso: ", Visible.Of(mistake), indent: 9);
        }

        screen.Error.Text("", $"Run `{command} --help` to see what there is.", indent: 0);
        return ExitCode.Usage;
    }

    private static RootCommand Root(Screen screen)
    {
        var root = new RootCommand("Proviso: treaty as code. Who keeps what, where, since when, according to whom, and why.");
        foreach (var command in new Command[]
        {
            CheckCommand.Of(screen), StatusCommand.Of(screen), WhyCommand.Of(screen), TimelineCommand.Of(screen), DueCommand.Of(screen), CountCommand.Of(screen), WhatIfCommand.Of(screen), DiffCommand.Of(screen), SourcesCommand.Of(screen),
            ReadCommand.Of(screen), FormatCommand.Of(screen), ImportCommand.Of(screen), ExportCommand.Of(screen), ServeCommand.Of(screen),
        })
        {
            root.Subcommands.Add(command);
        }

        HelpPage.Attach(root, screen);
        return root;
    }

    /// <summary>
    /// What is wrong with a command line, in the order of its words. An option that nobody declared is always one:
    /// the parser would take it as an argument where one is open, so that a misspelt option would be read as a file name.
    /// A word after <c>--</c> is an argument whatever it begins with.
    /// </summary>
    private static List<string> Mistakes(RootCommand root, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command == root && parsed.UnmatchedTokens is [var word, ..] && !word.StartsWith('-'))
        {
            return [$"there is no command `{word}`" + Meant(word, root.Subcommands.Select(known => known.Name))];
        }

        var options = command.Options.Concat(root.Options.Where(option => option.Recursive)).SelectMany(option => option.Aliases.Prepend(option.Name));
        var unknown = parsed.Tokens
            .TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument && token.Value.Length > 1 && token.Value[0] == '-')
            .Select(token => $"unknown option `{token.Value}`" + Meant(token.Value, options.Where(option => option.StartsWith("--", StringComparison.Ordinal))))
            .ToList();
        if (unknown.Count == 0 && parsed.UnmatchedTokens is [var more, ..])
        {
            return [$"`{command.Name}` takes one PATH, and `{more}` is one more; a path with spaces needs quotes around it"];
        }

        return unknown.Count > 0 ? unknown : [.. parsed.Errors.Select(problem => Said(problem, command))];
    }

    private static string Said(ParseError problem, Command command) => problem.SymbolResult switch
    {
        ArgumentResult { Tokens.Count: 0 } missing when missing.Argument.HelpName is null =>
            $"`{command.Name}` needs a {missing.Argument.Name}: {Decapitalised(missing.Argument.Description)}",
        OptionResult { IdentifierToken: null } missing =>
            $"`{command.Name}` needs {missing.Option.Name} {missing.Option.HelpName}: {Decapitalised(missing.Option.Description)}",
        OptionResult { Tokens.Count: 0 } bare => $"`{bare.Option.Name}` needs a value: {bare.Option.Name} {bare.Option.HelpName}",
        _ => problem.Message,
    };

    private static string Decapitalised(string? sentence) =>
        string.IsNullOrEmpty(sentence) ? "" : char.ToLowerInvariant(sentence[0]) + sentence[1..];

    private static string Meant(string word, IEnumerable<string> known) =>
        Nearby.Of(word, known) is { } near ? $"; did you mean `{near}`?" : "";

    /// <summary>Whoever reads our output may stop before its end (<c>proviso … | head</c>): that is no failure worth a word.</summary>
    private static int Unwritten(IOException failed, Screen screen)
    {
        const int BrokenPipe = 32;
        if (failed.HResult != BrokenPipe)
        {
            screen.Error.Raw.WriteLine($"proviso: the answer cannot be written: {failed.Message}");
        }

        return ExitCode.NoOutput;
    }
}
