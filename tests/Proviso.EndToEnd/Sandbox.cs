using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Proviso.EndToEnd;

/// <summary>
/// A folder of its own with what a reader of our documents has: <c>proviso</c> on the path (also as <c>./proviso</c>), the agreements,
/// and the corpus of the tests; <c>unprivileged</c> runs a command that file modes bind, whoever runs the tests. What a command writes stays in it, and no path in an output depends on the machine.
/// </summary>
internal sealed partial class Sandbox : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("proviso-sandbox-");
    private readonly string programs;
    private readonly List<Serving> serving = [];

    public Sandbox()
    {
        programs = Path.Combine(folder.FullName, ".programs");
        AddProgram("proviso", $"exec dotnet '{Executable.Program}' \"$@\"");
        AddProgram("unprivileged", """
            if [ "$(id -u)" = 0 ]; then exec setpriv --bounding-set=-dac_override,-dac_read_search "$@"; else exec "$@"; fi
            """);
        File.CreateSymbolicLink(PathOf("proviso"), ".programs/proviso");
        Link("agreements", "agreements");
        Link("corpus", "tests/corpus");
    }

    public string PathOf(string relative) => Path.Combine(folder.FullName, relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllText(PathOf(relative), text);
    }

    /// <summary>Runs a line as a shell does; output and error come together, in the order written.</summary>
    /// <remarks>A line that serves is given a free port, and its output tells the usual one. With <c>&amp;</c> at its end it goes on until the sandbox is gone, and the
    /// lines after it reach it at the usual address; without, it is ended by Ctrl-C as soon as it says that it can be.</remarks>
    public Outcome Run(string line)
    {
        if (Serve().Match(line) is { Success: true } serve)
        {
            var begun = Serving.Begin(folder.FullName, serve.Groups["arguments"].Value);
            if (!serve.Groups["stays"].Success)
            {
                return new Outcome(begun.End(), begun.Said, "");
            }

            serving.Add(begun);
            return new Outcome(0, begun.Said, "");
        }

        line = serving.Aggregate(line, (now, each) => now.Replace(Serving.Usual, each.Address, StringComparison.Ordinal));
        var start = new ProcessStartInfo("bash", ["-c", $"{{ {line}\n}} 2>&1"])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["PATH"] = $"{programs}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["TERM"] = "xterm";
        start.Environment.Remove("NO_COLOR");
        return Executable.Finish(start);
    }

    /// <summary>With <c>rm</c>, which deletes names that are not UTF-8 as well.</summary>
    public void Dispose()
    {
        foreach (var each in serving)
        {
            each.End();
        }

        Executable.Start("rm", ["-rf", folder.FullName], "/");
    }

    private void AddProgram(string name, string line)
    {
        Write($".programs/{name}", $"#!/usr/bin/env bash\n{line}\n");
        File.SetUnixFileMode(PathOf($".programs/{name}"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void Link(string name, string target)
    {
        if (Directory.Exists(Repository.PathOf(target)))
        {
            Directory.CreateSymbolicLink(PathOf(name), Repository.PathOf(target));
        }
    }

    [GeneratedRegex(@"^(\./)?proviso serve (?<arguments>[\w./-]+)(?<stays> &)?$")]
    private static partial Regex Serve();
}
