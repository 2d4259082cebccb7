using System.Diagnostics;

namespace Proviso.EndToEnd;

/// <summary>The small case that is judged while the real one is read.</summary>
public sealed class SmallCaseTests
{
    /// <summary>With a mistake in it nothing would be judged ahead, and nobody would notice.</summary>
    [Fact]
    public void Its_text_has_no_mistake_and_it_has_verdicts_that_differ_and_are_decided_by_disputes()
    {
        var text = Repository.PathOf("src/Proviso.Cli/Ahead/small.proviso");

        Assert.Equal("1 file read: no errors, no warnings; nothing is expected.\n", Executable.Run(["check", text]).Output);
        Assert.Contains("would be settled by", Executable.Run(["status", text]).Output);
    }

    [Fact]
    public void Whether_it_is_judged_ahead_changes_no_byte()
    {
        var start = new ProcessStartInfo("dotnet", [Executable.Program, "status", Repository.PathOf("tests/corpus/lake")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_PROCESSOR_COUNT"] = "2";

        var ahead = Executable.Finish(start);

        Assert.Equal(Executable.Run(["status", Repository.PathOf("tests/corpus/lake")]), ahead);
        Assert.Equal(0, ahead.ExitCode);
    }
}
