using System.Diagnostics;

namespace Proviso.EndToEnd;

/// <summary>Runs real programs as a person's shell would: own process, no terminal, no input.</summary>
internal static class Executable
{
    private static readonly TimeSpan limit = TimeSpan.FromMinutes(5);

    /// <summary>The program built beside these tests, in the same configuration.</summary>
    public static string Program { get; } =
        Repository.PathOf($"artifacts/bin/Proviso.Cli/{new DirectoryInfo(AppContext.BaseDirectory).Name}/proviso.dll");

    /// <summary>Runs <c>proviso</c> from the repository's root and waits for its end.</summary>
    public static Outcome Run(params string[] arguments) => RunIn(Repository.Root, arguments);

    /// <summary>Runs <c>proviso</c> with <paramref name="folder"/> as the current directory and waits for its end.</summary>
    public static Outcome RunIn(string folder, params string[] arguments) =>
        Start("dotnet", [Program, .. arguments], folder);

    /// <summary>Runs any program; <paramref name="searchPath"/> replaces its PATH if given.</summary>
    public static Outcome Start(string program, string[] arguments, string folder, string? searchPath = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (searchPath is not null)
        {
            start.Environment["PATH"] = searchPath;
        }

        return Finish(start);
    }

    /// <summary>Runs a program to its end with no input; what is not redirected is not kept.</summary>
    /// <remarks>It gets one processor unless the test says otherwise: several tests run at once, and judging ahead would only take turns with them.</remarks>
    public static Outcome Finish(ProcessStartInfo start)
    {
        start.Environment.TryAdd("DOTNET_PROCESSOR_COUNT", "1");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = start.RedirectStandardOutput ? process.StandardOutput.ReadToEndAsync() : Task.FromResult("");
        var error = start.RedirectStandardError ? process.StandardError.ReadToEndAsync() : Task.FromResult("");
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} {string.Join(' ', start.ArgumentList)} did not end within {limit}.");
        }

        return new Outcome(process.ExitCode, output.Result, error.Result);
    }
}

/// <summary>What a finished run left behind: its exit code and all that it wrote.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error);
