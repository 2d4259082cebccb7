using System.Text.RegularExpressions;

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

    [Theory]
    [InlineData("check")]
    [InlineData("status")]
    [InlineData("why")]
    [InlineData("read")]
    [InlineData("export")]
    public void Examples_in_the_help_of_a_command_work(string command)
    {
        using var sandbox = new Sandbox();
        var help = sandbox.Run($"proviso {command} --help").Output;
        var examples = Regex.Matches(help, @"^  \$ ((?:.*\\\n)*.*)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(2, examples.Count);
        Assert.All(examples, example => Assert.Equal(0, sandbox.Run(example).ExitCode));
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
