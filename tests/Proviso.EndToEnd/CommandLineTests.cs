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

    /// <summary>An agreement that is still negotiated, with the facts on file so far.</summary>
    [Theory]
    [InlineData("status", "as of 2024-12-01, as known on 2024-12-01", "not in force")]
    [InlineData("status --known-on 1999-01-01", "as of 1999-01-01, as known on 1999-01-01", "not in force")]
    [InlineData("timeline", "from 2024-12-01 through 2024-12-01", "2024-12-01  not in force")]
    [InlineData("what-if --say 'report seen-1 gunboat with operator north present in lake on 2024-03-01 by north grade press source \"A\".'", "No verdict changes.", "not in force")]
    [InlineData("diff --known-on 2024-01-01", "Nothing.", "No verdict on a day up to 2024-01-01 is another now.")]
    public void What_is_known_before_an_agreement_is_in_force_has_an_answer(string command, string heading, string answer)
    {
        using var sandbox = new Sandbox();
        sandbox.Write("draft.proviso", """
            agreement lake between north, south in force from 2030-01-01 with calendar days, clock local.
            party north. party south. region lake. kind gunboat. state present.
            clause 1 "None" north shall not have gunboat present in lake.
            sources read on 2024-12-01.
            """);

        var outcome = sandbox.Run($"proviso {command.Split(' ')[0]} draft.proviso {command[command.Split(' ')[0].Length..]}");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains(heading, outcome.Output);
        Assert.Contains(answer, outcome.Output);
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
