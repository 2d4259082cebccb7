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

        Assert.InRange(examples.Count, 2, 3);
        Assert.All(examples, example => Assert.Equal(0, sandbox.Run(example).ExitCode));
    }

    [Fact]
    public void Examples_in_the_help_of_import_work()
    {
        using var sandbox = new Sandbox();
        sandbox.Write("more.jsonl", """
            {"sentence":"report","name":"seen","thing":"typhon","state":"visiting","in":"japan","on":"2026-01","by":"japan","said":"2026-02-01","grade":"press","source":"Made up"}
            """);
        sandbox.Write("sightings.csv", "Day,Where\n2026-01-03,japan\n2026-01-04,nowhere\n");
        sandbox.Write("columns.json", """
            {"schema":"proviso/mapping/1","columns":{"Day":"on","Where":"in"},
             "constants":{"name":"row-{row}","thing":"typhon","state":"visiting","by":"japan","said":"2026-02-01","grade":"press","source":"Made up"}}
            """);

        var help = sandbox.Run("proviso import --help").Output;
        var examples = Regex.Matches(help, @"^  \$ ((?:.*\\\n)*.*)$", RegexOptions.Multiline).Select(match => sandbox.Run(match.Groups[1].Value)).ToList();

        Assert.Equal([0, 1], examples.Select(outcome => outcome.ExitCode));
        Assert.StartsWith("report seen\n", examples[0].Output, StringComparison.Ordinal);
        Assert.Contains("report row-1\n", examples[1].Output, StringComparison.Ordinal);
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
