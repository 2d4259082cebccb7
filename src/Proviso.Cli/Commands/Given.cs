using System.CommandLine;
using Proviso.Formats.Asking;
using Proviso.Language.Binding;

namespace Proviso.Cli.Commands;

/// <summary>Arguments and options that several commands have.</summary>
internal static class Given
{
    /// <summary>PATH, the case.</summary>
    public static Argument<string> Path() => new("PATH") { Description = "The folder of an agreement, or one file of it." };

    /// <summary>--json.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Answer in JSON, for programs; the shapes are in docs/schemas." };

    /// <summary>--keep-good.</summary>
    public static Option<bool> KeepGood() => new("--keep-good") { Description = "Go on without the records that have an error. Otherwise there is no answer." };

    /// <summary>An option with one value that stands for a name or a date.</summary>
    public static Option<string?> One(string name, string value, string description) => new(name) { HelpName = value, Description = description };

    /// <summary>An option that may be given several times.</summary>
    public static Option<string[]> Many(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description, Arity = ArgumentArity.OneOrMore, DefaultValueFactory = _ => [] };

    /// <summary>Looks up names and days from the command line in a case.</summary>
    public static Selection Selection(Case @case) => new(@case, part => $"--{part} ");
}
