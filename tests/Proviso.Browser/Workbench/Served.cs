using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Proviso.Browser.Workbench;

/// <summary>A run of <c>proviso serve</c> on a folder of its own, from its first line to its end.</summary>
public sealed partial class Served : IAsyncDisposable
{
    private static readonly TimeSpan limit = TimeSpan.FromMinutes(1);
    private readonly Process process;
    private readonly StringBuilder errors;

    private Served(string folder, Process process, StringBuilder errors, Uri address) => (Folder, this.process, this.errors, Address) = (folder, process, errors, address);

    /// <summary>The folder that is served. It is deleted afterwards.</summary>
    public string Folder { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What it said of mistakes of its own on its error stream so far. That a slow machine let somebody wait too long is none; the page that waited tells.</summary>
    public string Errors
    {
        get
        {
            lock (errors)
            {
                return string.Concat(errors.ToString().Split('\n').Where(line => line.StartsWith("fail: ", StringComparison.Ordinal) || line.StartsWith("crit: ", StringComparison.Ordinal)));
            }
        }
    }

    /// <summary>Starts the executable that was built beside these tests, at a free port.</summary>
    public static async Task<Served> Start(Action<string> fill)
    {
        var folder = Directory.CreateTempSubdirectory("proviso-workbench-").FullName;
        fill(folder);
        var program = Repository.PathOf($"artifacts/bin/Proviso.Cli/{new DirectoryInfo(AppContext.BaseDirectory).Name}/proviso.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", folder, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Close();
        var errors = new StringBuilder();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors)
            {
                errors.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
        var first = await process.StandardOutput.ReadLineAsync().WaitAsync(limit);
        var told = Told().Match(first ?? "");
        return told.Success ? new(folder, process, errors, new(told.Groups["address"].Value)) : throw new InvalidOperationException($"It does not say where it is: {first}");
    }

    /// <summary>Ends it as Ctrl-C does; it must end well.</summary>
    public async ValueTask DisposeAsync()
    {
        using (process)
        {
            using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
            {
                await kill.WaitForExitAsync();
            }

            try
            {
                await process.StandardOutput.ReadToEndAsync().WaitAsync(limit);
                await process.WaitForExitAsync().WaitAsync(limit);
                Assert.Equal(0, process.ExitCode);
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill();
                }

                Directory.Delete(Folder, recursive: true);
            }
        }
    }

    [GeneratedRegex("^The workbench is at (?<address>http://127\\.0\\.0\\.1:[0-9]+/)$")]
    private static partial Regex Told();
}
