using System.CommandLine;
using System.CommandLine.Parsing;

namespace Proviso.Cli;

/// <summary>The commands of <c>proviso</c>, and the edge where a mistake of ours becomes a message and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line and returns its <see cref="ExitCode"/>.</summary>
    public static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        var parsed = Root().Parse(arguments);
        var mistakes = Mistakes(parsed);
        if (mistakes.Count > 0)
        {
            foreach (var mistake in mistakes)
            {
                error.WriteLine($"proviso: {mistake}");
            }

            error.WriteLine("Run `proviso --help` to see what there is.");
            return ExitCode.Usage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
            });
        }
        catch (Exception exception)
        {
            error.WriteLine($"proviso: internal error, please report it with what you ran.\n{exception}");
            return ExitCode.Internal;
        }
    }

    private static RootCommand Root() =>
        new("Proviso: treaty as code. Who keeps what, where, since when, according to whom, and why.");

    /// <summary>
    /// What is wrong with a command line, in the order of its words. An option that nobody declared is always one:
    /// the parser would take it as an argument where one is open, so that a misspelt option would be read as a file name.
    /// A word after <c>--</c> is an argument whatever it begins with.
    /// </summary>
    private static List<string> Mistakes(ParseResult parsed)
    {
        var unknown = parsed.Tokens
            .TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument && token.Value.Length > 1 && token.Value[0] == '-')
            .Select(token => $"unknown option `{token.Value}`")
            .ToList();
        return unknown.Count > 0 ? unknown : [.. parsed.Errors.Select(problem => problem.Message)];
    }
}
