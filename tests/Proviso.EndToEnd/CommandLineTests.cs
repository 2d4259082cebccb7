namespace Proviso.EndToEnd;

public sealed class CommandLineTests
{
    [Fact]
    public void Version_is_printed_alone()
    {
        var outcome = Executable.Run("--version");

        Assert.Equal(new Outcome(0, "0.1.0\n", ""), outcome);
    }

    [Fact]
    public void Help_says_what_the_program_is_for()
    {
        var outcome = Executable.Run("--help");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("treaty as code", outcome.Output);
        Assert.Empty(outcome.Error);
    }

    [Fact]
    public void Unknown_option_is_refused_with_its_name()
    {
        var outcome = Executable.Run("--frobnicate");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.StartsWith("proviso: unknown option `--frobnicate`\n", outcome.Error);
    }

    [Fact]
    public void Unknown_command_is_refused_with_its_name()
    {
        var outcome = Executable.Run("frobnicate");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains("frobnicate", outcome.Error);
    }
}
