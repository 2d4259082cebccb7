using System.Diagnostics;
using System.Text;

namespace Proviso.EndToEnd;

/// <summary>The real executable while it serves, on a free port.</summary>
internal sealed class Serving
{
    /// <summary>Where it is unless somebody says otherwise.</summary>
    public const string Usual = "http://127.0.0.1:5080";

    private static readonly TimeSpan limit = TimeSpan.FromMinutes(1);
    private readonly Process process;

    private Serving(Process process, string address, string said)
    {
        this.process = process;
        Address = address;
        Said = said;
    }

    /// <summary>Where it is, as "http://127.0.0.1:40123".</summary>
    public string Address { get; }

    /// <summary>What it has printed, as if it were where it usually is.</summary>
    public string Said { get; }

    /// <summary>What it has said on its error stream. Requires that it was ended.</summary>
    public string Error { get; private set; } = "";

    /// <summary>Starts it in a folder and waits until it says that it can be ended.</summary>
    public static Serving Begin(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Executable.Program, "serve", .. arguments, "--urls", "http://127.0.0.1:0"]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        var said = new StringBuilder();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            said.Append(line).Append('\n');
            if (line.Contains("Ctrl-C", StringComparison.Ordinal))
            {
                var first = said.ToString();
                var address = first[first.IndexOf("http", StringComparison.Ordinal)..first.IndexOf("/\n", StringComparison.Ordinal)];
                return new(process, address, first.Replace(address, Usual, StringComparison.Ordinal));
            }
        }

        throw new InvalidOperationException($"It ended: {said}{process.StandardError.ReadToEnd()}");
    }

    /// <summary>Ends it as Ctrl-C does, and waits for that.</summary>
    /// <returns>Its exit code.</returns>
    public int End()
    {
        using var ended = process;
        if (!process.HasExited)
        {
            using var signal = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            signal.WaitForExit();
        }

        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("It did not end.");
        }

        Error = process.StandardError.ReadToEnd();
        return process.ExitCode;
    }
}
