using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Proviso.Browser.Workbench;

/// <summary>A run of <c>proviso serve</c> on a folder of its own, from its first line to its end. It can go away and come back at the same address.</summary>
public sealed partial class Served : IAsyncDisposable
{
    private static readonly TimeSpan limit = TimeSpan.FromMinutes(1);
    private readonly string[] options;
    private readonly StringBuilder errors = new();
    private Process? process;

    private Served(string folder, string[] options) => (Folder, this.options) = (folder, options);

    /// <summary>The folder that is served. It is deleted afterwards.</summary>
    public string Folder { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0/");

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
    /// <param name="fill">Puts agreements into the folder.</param>
    /// <param name="keyFile">The name of a file in the folder that holds the key; null without a key.</param>
    public static async Task<Served> Start(Action<string> fill, string? keyFile = null)
    {
        var folder = Directory.CreateTempSubdirectory("proviso-workbench-").FullName;
        fill(folder);
        var served = new Served(folder, keyFile is null ? [] : ["--key-file", Path.Combine(folder, keyFile)]);
        await served.Come();
        return served;
    }

    /// <summary>Starts it where it was before; at a free port the first time.</summary>
    public async Task Come()
    {
        var program = Repository.PathOf($"artifacts/bin/Proviso.Cli/{new DirectoryInfo(AppContext.BaseDirectory).Name}/proviso.dll");
        process = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", Folder, "--urls", Address.AbsoluteUri, .. options])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Close();
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
        Address = told.Success ? new(told.Groups["address"].Value) : throw new InvalidOperationException($"It does not say where it is: {first}");
    }

    /// <summary>Ends it as Ctrl-C does; it must end well.</summary>
    public async Task Go()
    {
        using var ending = process!;
        process = null;
        using (var kill = Process.Start("kill", ["-INT", $"{ending.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        try
        {
            await ending.StandardOutput.ReadToEndAsync().WaitAsync(limit);
            await ending.WaitForExitAsync().WaitAsync(limit);
            Assert.Equal(0, ending.ExitCode);
        }
        finally
        {
            if (!ending.HasExited)
            {
                ending.Kill();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (process is not null)
            {
                await Go();
            }
        }
        finally
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    [GeneratedRegex("^The workbench is at (?<address>http://127\\.0\\.0\\.1:[0-9]+/)(, with the key of the file: .*)?$")]
    private static partial Regex Told();
}
