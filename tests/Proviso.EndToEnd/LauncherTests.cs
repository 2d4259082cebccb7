using System.Diagnostics;

namespace Proviso.EndToEnd;

/// <summary>The <c>./proviso</c> script: it builds when it must, never when it need not, and then stays out of the way.</summary>
public sealed class LauncherTests : IDisposable
{
    private readonly Checkout checkout = new();

    [Fact]
    public void Real_sources_build_and_run()
    {
        var outcome = Executable.Start(Repository.PathOf("proviso"), ["--version"], Path.GetTempPath());

        Assert.Equal("0.1.0\n", outcome.Output);
        Assert.Equal(0, outcome.ExitCode);
    }

    [Fact]
    public void First_run_says_that_it_builds_and_the_next_is_silent()
    {
        var first = checkout.Run(["status"]);
        var second = checkout.Run(["status"]);

        Assert.Matches(@"^Building proviso \(first time\) \.\.\. done \(\d+ s\)\n$", first.Error);
        Assert.Empty(second.Error);
        Assert.Equal(first.Output, second.Output);
        Assert.Equal(1, checkout.Builds);
    }

    [Theory]
    [InlineData("src/Proviso.Cli/Program.cs")]
    [InlineData("src/Proviso.Cli/New.cs")]
    [InlineData("src/Proviso.Cli/packages.lock.json")]
    [InlineData("Directory.Packages.props")]
    [InlineData("global.json")]
    [InlineData("tools/CompileAhead/CompileAhead.csproj")]
    public void Changed_source_builds_again(string changed)
    {
        checkout.Run(["status"]);
        checkout.Write(changed, "changed");
        File.SetLastWriteTimeUtc(checkout.PathOf(changed), DateTime.UnixEpoch);

        var outcome = checkout.Run(["status"]);

        Assert.StartsWith("Building proviso (sources changed) ... done", outcome.Error);
        Assert.Equal(2, checkout.Builds);
        Assert.Equal(1, checkout.KeptBuilds);
    }

    [Fact]
    public void What_runs_was_compiled_ahead()
    {
        checkout.Run(["status"]);

        Assert.Equal("program ahead\n", checkout.Ran);
    }

    [Theory]
    [InlineData("/some/where")]
    [InlineData("/some/where/")]
    public void The_compiler_ahead_is_found_however_the_folder_of_packages_is_written(string packages)
    {
        var outcome = Executable.Start(
            "dotnet",
            ["msbuild", "tools/CompileAhead/CompileAhead.csproj", "-t:Tell", "-getProperty:Told", "-nologo", $"-p:NuGetPackageRoot={packages}"],
            Repository.PathOf("."));

        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith("/some/where/microsoft.netcore.app.crossgen2.", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Without_a_compiler_ahead_it_builds_all_the_same_and_says_what_that_costs(bool present)
    {
        File.Delete(checkout.PathOf("bin/compiler"));
        if (present)
        {
            checkout.InstallCompiler(works: false);
        }

        var outcome = checkout.Run(["status"]);

        Assert.Matches(@"^Building proviso \(first time\) \.\.\. done \(\d+ s; not compiled ahead, so each start takes longer\)\n$", outcome.Error);
        Assert.Equal("program\n", checkout.Ran);
    }

    [Fact]
    public void Removed_source_builds_again()
    {
        checkout.Write("src/Proviso.Cli/Extra.cs", "");
        checkout.Run(["status"]);
        File.Delete(checkout.PathOf("src/Proviso.Cli/Extra.cs"));

        checkout.Run(["status"]);

        Assert.Equal(2, checkout.Builds);
    }

    [Fact]
    public void Touched_file_and_documents_do_not_build_again()
    {
        checkout.Run(["status"]);
        File.SetLastWriteTimeUtc(checkout.PathOf("src/Proviso.Cli/Program.cs"), DateTime.UtcNow.AddHours(1));
        checkout.Write("README.md", "changed");

        checkout.Run(["status"]);

        Assert.Equal(1, checkout.Builds);
    }

    [Fact]
    public void Failed_build_shows_each_error_once_and_ends_with_70()
    {
        checkout.Write("broken", "");

        var outcome = checkout.Run(["status"]);

        Assert.Equal(70, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Equal(
            """
            Building proviso (first time) ... failed
            src/Proviso.Cli/Program.cs(1,1): error CS0001: broken on purpose
            proviso: the sources do not build (the errors are above; all of the output is in artifacts/proviso/build.log).

            """,
            outcome.Error);
    }

    [Fact]
    public void Mended_sources_run_after_a_failed_build()
    {
        checkout.Write("broken", "");
        checkout.Run(["status"]);
        File.Delete(checkout.PathOf("broken"));

        Assert.Equal(0, checkout.Run(["status"]).ExitCode);
    }

    [Fact]
    public void Link_from_elsewhere_keeps_the_current_folder_and_the_words()
    {
        var elsewhere = Directory.CreateDirectory(checkout.PathOf("else where")).FullName;
        File.CreateSymbolicLink(checkout.PathOf("first"), "proviso");
        File.CreateSymbolicLink(Path.Combine(elsewhere, "second"), "../first");

        var outcome = checkout.Run(["why", "a  b", "*", ""], Path.Combine(elsewhere, "second"), elsewhere);

        Assert.Equal($"in {elsewhere}: why a  b * \n", outcome.Output);
        Assert.Equal(1, checkout.Builds);
    }

    [Fact]
    public async Task Two_at_once_build_once()
    {
        var cancel = TestContext.Current.CancellationToken;
        var both = await Task.WhenAll(
            Task.Run(() => checkout.Run(["one"]), cancel),
            Task.Run(() => checkout.Run(["two"]), cancel));

        Assert.All(both, outcome => Assert.Equal(0, outcome.ExitCode));
        Assert.Equal(1, checkout.Builds);
    }

    [Fact]
    public void Build_in_use_is_kept_until_its_program_ends()
    {
        checkout.Run(["status"]);
        using (var running = Process.Start(Waiting())!)
        {
            running.StandardOutput.ReadLine();
            checkout.Write("src/Proviso.Cli/Program.cs", "second");
            checkout.Run(["status"]);
            Assert.Equal(2, checkout.KeptBuilds);

            running.StandardInput.WriteLine();
            running.WaitForExit();
        }

        checkout.Write("src/Proviso.Cli/Program.cs", "third");
        checkout.Run(["status"]);
        Assert.Equal(1, checkout.KeptBuilds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("9.0.308 [/sdk]")]
    public void Missing_sdk_is_one_line_with_the_way_out(string sdks)
    {
        checkout.InstallSdk(sdks);

        var outcome = checkout.Run(["status"]);

        Assert.Equal(70, outcome.ExitCode);
        Assert.Matches(@"^proviso: dotnet is here, but no SDK of version 10; .*https://dotnet\.microsoft\.com/\S+.*\n$", outcome.Error);
    }

    public void Dispose() => checkout.Dispose();

    private ProcessStartInfo Waiting()
    {
        var start = new ProcessStartInfo(checkout.Launcher, ["wait"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = checkout.SearchPath;
        return start;
    }
}
