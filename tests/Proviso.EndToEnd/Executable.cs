using System.Diagnostics;

namespace Proviso.EndToEnd;

/// <summary>Runs the real program as a person's shell would: own process, no terminal, no input.</summary>
internal static class Executable
{
    private static readonly TimeSpan limit = TimeSpan.FromMinutes(1);

    /// <summary>Runs <c>proviso</c> from the repository's root and waits for its end.</summary>
    public static Outcome Run(params string[] arguments) => RunIn(Repository.Root, arguments);

    /// <summary>Runs <c>proviso</c> with <paramref name="folder"/> as the current directory and waits for its end.</summary>
    public static Outcome RunIn(string folder, params string[] arguments) =>
        Start(new ProcessStartInfo("dotnet", [Program, .. arguments]), folder);

    /// <summary>The program built beside these tests, in the same configuration.</summary>
    private static string Program
    {
        get
        {
            var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
            return Repository.PathOf($"artifacts/bin/Proviso.Cli/{configuration}/proviso.dll");
        }
    }

    private static Outcome Start(ProcessStartInfo start, string folder)
    {
        start.WorkingDirectory = folder;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"proviso {string.Join(' ', start.ArgumentList.Skip(1))} did not end within {limit}.");
        }

        return new Outcome(process.ExitCode, output.Result, error.Result);
    }
}

/// <summary>What a finished run left behind: its exit code and all that it wrote.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error);
