using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Cli.Commands;

/// <summary>The command line that explains a verdict, ready to be copied.</summary>
internal readonly record struct WhyLine(IReadOnlyList<string> Words)
{
    /// <summary>The line for one verdict of a case.</summary>
    public static WhyLine Of(string path, Row row, View? view, int? day, int? knownOn, Party? knownTo)
    {
        var words = new List<string> { "proviso why", ShellWord.Of(path), $"--clause {row.Clause.Id}" };
        void Add(string option, string? value)
        {
            if (value is not null)
            {
                words.Add($"{option} {value}");
            }
        }

        Add("--party", row.Party.Name);
        Add("--to", row.Addressee?.Name);
        Add("--region", row.Place?.Name);
        Add("--view", view?.Name);
        Add("--on", day is { } on ? Formats.Words.Date(on) : null);
        Add("--known-on", knownOn is { } known ? Formats.Words.Date(known) : null);
        Add("--known-to", knownTo?.Name);
        return new(words);
    }

    /// <summary>The line in pieces no wider than a page, each but the last ended by a backslash, so that the whole can still be copied.</summary>
    public (string First, IReadOnlyList<string> More) Broken(int width)
    {
        var lines = new List<string> { Words[0] };
        foreach (var word in Words.Skip(1))
        {
            if (lines[^1].Length + word.Length + 3 > width)
            {
                lines[^1] += " \\";
                lines.Add(word);
            }
            else
            {
                lines[^1] += $" {word}";
            }
        }

        return (lines[0], lines[1..]);
    }
}

/// <summary>A word as a shell wants it.</summary>
internal static class ShellWord
{
    /// <summary>The word itself when no character of it means something to a shell, otherwise in single quotes.</summary>
    public static string Of(string word) =>
        word.Length > 0 && word.All(character => char.IsLetterOrDigit(character) || "-_./@%+=:,".Contains(character, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
