using System.Diagnostics;

namespace Proviso.EndToEnd;

/// <summary>Ctrl-C and <c>kill</c> end the program with one line, and leave no file half written.</summary>
public sealed class InterruptionTests
{
    private static readonly TimeSpan limit = TimeSpan.FromMinutes(1);

    /// <summary>The answer is longer than a pipe holds and nobody reads on: the program is surely at work.</summary>
    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void Interrupted_while_it_prints_it_says_so_and_ends(string signal, int code)
    {
        using var sandbox = new Sandbox();
        sandbox.Run("mkdir lake && cp corpus/lake/*.proviso lake");
        sandbox.Write("lake/many.proviso", "sources read on 2024-06-30.\n" + string.Concat(Enumerable.Range(1, 2000).Select(number =>
            $"report many-{number} osprey present in lake on 2024-04-05 by north said 2024-04-06 grade press source \"Lake News\".\n")));
        using var process = Start(sandbox, "export", "lake", "--as", "json");
        Assert.NotEqual(-1, process.StandardOutput.Read());

        Assert.Equal((code, "proviso: interrupted\n"), Ended(process, signal));
    }

    /// <summary>Another has its turn at the folder, so an import waits, and nothing of it is written.</summary>
    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void Interrupted_while_it_waits_to_write_it_leaves_the_folder_as_it_was(string signal, int code)
    {
        using var sandbox = new Sandbox();
        Assert.SkipUnless(sandbox.Run("command -v flock").ExitCode == 0 && Directory.Exists("/proc/self/fd"), "There is no flock.");
        sandbox.Run("mkdir lake && cp corpus/lake/*.proviso lake");
        sandbox.Write("r.jsonl", """{"sentence":"report","name":"r1","thing":"osprey","state":"present","in":"lake","on":"2024-04-05","by":"north","said":"2024-04-06","grade":"press","source":"Lake News"}""" + "\n");
        var before = sandbox.Run("ls -A lake; cat lake/*").Output;
        using var other = Process.Start(new ProcessStartInfo("flock", [sandbox.PathOf("lake"), "cat"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        other.StandardInput.WriteLine("held");
        other.StandardInput.Flush();
        Assert.Equal("held", other.StandardOutput.ReadLine());
        using var process = Start(sandbox, "import", "r.jsonl", "--into", "lake/more.proviso");
        WaitUntilItHasOpened(process, sandbox.PathOf("lake"));

        Assert.Equal((code, "proviso: interrupted\n"), Ended(process, signal));

        other.StandardInput.Close();
        other.WaitForExit();
        Assert.Equal(before, sandbox.Run("ls -A lake; cat lake/*").Output);
        Assert.Contains("more.proviso", sandbox.Run("proviso import r.jsonl --into lake/more.proviso").Output, StringComparison.Ordinal);
    }

    private static Process Start(Sandbox sandbox, params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Executable.Program, .. arguments])
    {
        WorkingDirectory = sandbox.PathOf("."),
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static (int Code, string Error) Ended(Process process, string signal)
    {
        Executable.Start("kill", [$"-{signal}", $"{process.Id}"], "/");
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("It did not end.");
        }

        return (process.ExitCode, error.Result);
    }

    private static void WaitUntilItHasOpened(Process process, string folder)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < limit; Thread.Sleep(10))
        {
            if (Directory.GetFileSystemEntries($"/proc/{process.Id}/fd").Any(open => TargetOf(open) == folder))
            {
                return;
            }
        }

        throw new TimeoutException("It did not come to its turn.");
    }

    private static string? TargetOf(string link)
    {
        try
        {
            return new FileInfo(link).LinkTarget;
        }
        catch (IOException)
        {
            return null; // Closed meanwhile.
        }
    }
}
