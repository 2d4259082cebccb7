using System.Diagnostics;

namespace Proviso.Benchmarks;

/// <summary>Whole commands as a person runs them, already built, against one that only starts and ends.</summary>
internal static class CommandBenchmark
{
    public static int Run(string folder)
    {
        Interleaved.Print(
        [
            Command("--version"),
            Command("status", folder),
            Command("status", folder, "--json"),
            Command("check", folder),
            Command("timeline", folder),
            Command("sources", folder),
        ],
        rounds: 9,
        warmUp: 1);
        return 0;
    }

    private static Measured Command(params string[] arguments) => new($"`proviso {string.Join(' ', arguments)}`", () =>
    {
        using var process = Process.Start(new ProcessStartInfo(Path.GetFullPath("proviso"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException("./proviso does not start");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode is 0 or 1 ? output : throw new InvalidOperationException($"ended with {process.ExitCode}");
    });
}
