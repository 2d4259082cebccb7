using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Proviso.Cli.Printing;

namespace Proviso.Cli;

/// <summary>A command that can explain itself.</summary>
/// <param name="name">The word on the command line.</param>
/// <param name="summary">One sentence: what it answers.</param>
internal sealed class ExplainedCommand(string name, string summary) : Command(name, summary)
{
    /// <summary>Paragraphs that follow the summary.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Command lines that work as they stand in the root of this repository.</summary>
    public IReadOnlyList<Example> Examples { get; init; } = [];
}

/// <summary>A command line and what it shows.</summary>
/// <param name="Line">Not wider than a page; a long one goes on after a backslash and a line break.</param>
internal readonly record struct Example(string Line, string Says);

/// <summary>Help that teaches: what a command is for, what may be given, and lines to try.</summary>
internal static class HelpPage
{
    /// <summary>Makes <c>--help</c> of every command print this page.</summary>
    public static void Attach(RootCommand root, Screen screen)
    {
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption help:
                    help.Action = new Print(screen);
                    help.Description = "Show this.";
                    break;
                case VersionOption version:
                    version.Description = "Show the version.";
                    break;
            }
        }
    }

    /// <summary>Prints the page of a command.</summary>
    public static void Write(Page page, Command command)
    {
        page.Text("", command.Description ?? "", indent: 0);
        foreach (var note in (command as ExplainedCommand)?.Notes ?? [])
        {
            page.Line();
            page.Text("", note, indent: 0);
        }

        Section(page, "usage", [(Usage(command), "")]);
        Section(page, "what is given", command.Arguments.Select(argument => (argument.Name, argument.Description ?? "")));
        Section(page, "commands", command.Subcommands.Select(below => (below.Name, below.Description ?? "")));
        Section(page, "options", Options(command).Select(option => (Spelling(option), option.Description ?? "")));
        var examples = (command as ExplainedCommand)?.Examples ?? [];
        if (examples.Count > 0)
        {
            page.Line();
            page.Line("examples");
        }

        foreach (var example in examples)
        {
            page.Line("  $ ", example.Line.Replace("\n", "\n      ", StringComparison.Ordinal));
            page.Text("      ", example.Says, indent: 6);
        }

        if (command is RootCommand)
        {
            page.Line();
            page.Text("", "`proviso COMMAND --help` explains a command and gives examples.", indent: 0);
        }
    }

    private static void Section(Page page, string title, IEnumerable<(string Left, string Right)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        page.Line();
        page.Line(title);
        var left = Math.Min(24, all.Max(row => row.Left.Length)) + 4;
        foreach (var (name, text) in all)
        {
            if (name.Length + 4 > left && text.Length > 0)
            {
                page.Line("  ", name);
                page.Text(new string(' ', left), text, left);
            }
            else
            {
                page.Text($"  {name}".PadRight(text.Length > 0 ? left : 0), text, left);
            }
        }
    }

    private static string Usage(Command command) => command is RootCommand
        ? "proviso COMMAND PATH [options]"
        : string.Join(' ', ["proviso", command.Name, .. command.Arguments.Select(argument => argument.Name), "[options]"]);

    private static IEnumerable<Option> Options(Command command)
    {
        var inherited = command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive);
        var all = command.Options.Concat(inherited).ToList();
        return [.. all.Where(option => option is not (HelpOption or VersionOption)), .. all.Where(option => option is HelpOption or VersionOption)];
    }

    private static string Spelling(Option option)
    {
        var value = option.Arity.MaximumNumberOfValues == 0 ? "" : $" {option.HelpName}";
        return $"{option.Name}{value}";
    }

    /// <summary>True when the page is what was asked for, whatever else is on the command line.</summary>
    public static bool IsAsked(ParseResult parsed) => parsed.Action is Print;

    private sealed class Print(Screen screen) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            Write(screen.Output, parseResult.CommandResult.Command);
            return ExitCode.Done;
        }
    }
}
