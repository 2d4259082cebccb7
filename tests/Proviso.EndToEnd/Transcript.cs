using System.Globalization;
using System.Text;

namespace Proviso.EndToEnd;

/// <summary>
/// Lines that begin with <c>$ </c> and what each printed, as a terminal shows them. A command goes on over lines that end in a
/// backslash. Lines that begin with <c># </c> before the first command are remarks. After a command that failed stands <c>[exit N]</c>
/// when exit codes are shown.
/// </summary>
internal static class Transcript
{
    /// <summary>Set to rewrite the verified files and the documents instead of comparing with them.</summary>
    public static bool Bless { get; } = Environment.GetEnvironmentVariable("PROVISO_BLESS") == "1";

    /// <summary>The transcript with the outputs that its commands have today.</summary>
    public static string Rerun(string transcript, Sandbox sandbox, bool exitCodes)
    {
        var lines = transcript.TrimEnd('\n').Split('\n');
        var result = new StringBuilder();
        foreach (var remark in lines.TakeWhile(line => !IsCommand(line)))
        {
            result.Append(remark).Append('\n');
        }

        foreach (var command in Commands(lines))
        {
            foreach (var line in command)
            {
                result.Append(line).Append('\n');
            }

            var outcome = sandbox.Run(string.Join('\n', command)[2..]);
            result.Append(outcome.Output);
            if (outcome.Output.Length > 0 && !outcome.Output.EndsWith('\n'))
            {
                result.Append("[no line end]\n");
            }

            if (exitCodes && outcome.ExitCode != 0)
            {
                result.Append(CultureInfo.InvariantCulture, $"[exit {outcome.ExitCode}]\n");
            }
        }

        return result.ToString();
    }

    /// <summary>Compares, or writes when blessing.</summary>
    public static void Check(string expected, string actual, string path)
    {
        if (Bless)
        {
            if (expected != actual)
            {
                File.WriteAllText(path, actual);
            }
        }
        else
        {
            Assert.Equal(expected, actual);
        }
    }

    private static bool IsCommand(string line) => line.StartsWith("$ ", StringComparison.Ordinal);

    private static IEnumerable<List<string>> Commands(string[] lines)
    {
        for (var at = 0; at < lines.Length; at++)
        {
            if (!IsCommand(lines[at]))
            {
                continue;
            }

            var command = new List<string> { lines[at] };
            while (lines[at].EndsWith('\\') && at + 1 < lines.Length)
            {
                command.Add(lines[++at]);
            }

            yield return command;
        }
    }
}
