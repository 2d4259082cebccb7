using System.Diagnostics;

namespace Proviso.Benchmarks;

/// <summary>A run of <c>./proviso serve</c>, from its first line until it is disposed of.</summary>
internal sealed class Serving : IDisposable
{
    /// <summary>The first run of the launcher builds what is newer than the program; that is no part of a start.</summary>
    private static readonly Lazy<int> built = new(() =>
    {
        using var launcher = Process.Start(new ProcessStartInfo(Path.GetFullPath("proviso"), ["--version"]) { RedirectStandardOutput = true }) ?? throw new InvalidOperationException("./proviso does not start");
        launcher.StandardOutput.ReadToEnd();
        launcher.WaitForExit();
        return launcher.ExitCode;
    });

    private readonly Process process;

    private Serving(Process process, Uri address, double startMs) => (this.process, Address, StartMs) = (process, address, startMs);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>How long it took until it said so, from the shell.</summary>
    public double StartMs { get; }

    /// <summary>Starts it on a folder, at a free port.</summary>
    public static Serving Start(string folder)
    {
        if (built.Value != 0)
        {
            throw new InvalidOperationException("./proviso cannot be built");
        }

        var watch = Stopwatch.StartNew();
        var process = Process.Start(new ProcessStartInfo(Path.GetFullPath("proviso"), ["serve", folder, "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("./proviso does not start");
        var line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("it says nothing");
        var ms = watch.Elapsed.TotalMilliseconds;

        // What else it prints is read and dropped, so that it never waits for us.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return new(process, new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]), ms);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
