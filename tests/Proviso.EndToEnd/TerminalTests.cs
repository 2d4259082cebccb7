namespace Proviso.EndToEnd;

/// <summary>What changes when a person looks at the output directly. <c>script</c> gives the program a terminal.</summary>
public sealed class TerminalTests
{
    private const string Escape = "\u001b[";
    private const string Status = "proviso status corpus/lake --on 2024-02-11";

    [Fact]
    public void Terminal_gets_colour() => Assert.Contains(Escape, OnTerminal(Status));

    [Theory]
    [InlineData("NO_COLOR=1 " + Status)]
    [InlineData("TERM=dumb " + Status)]
    [InlineData(Status + " | cat")]
    public void Colour_stays_away_where_it_is_not_wanted(string line) => Assert.DoesNotContain(Escape, OnTerminal(line));

    [Fact]
    public void Words_are_the_same_with_and_without_colour()
    {
        var plain = OnTerminal("NO_COLOR=1 " + Status);
        var coloured = System.Text.RegularExpressions.Regex.Replace(OnTerminal(Status), "\u001b\\[[0-9;]*m", "");

        Assert.Equal(Trimmed(plain), Trimmed(coloured));
    }

    [Fact]
    public void Narrow_terminal_gets_narrow_lines()
    {
        var output = OnTerminal($"stty cols 60; NO_COLOR=1 {Status}");

        Assert.All(Trimmed(output), line => Assert.InRange(line.Length, 0, 60));
    }

    private static List<string> Trimmed(string output) => [.. output.Split('\n').Select(line => line.TrimEnd())];

    private static string OnTerminal(string line)
    {
        using var sandbox = new Sandbox();
        var outcome = sandbox.Run($"script -qec '{line}' /dev/null");
        Assert.Equal(0, outcome.ExitCode);
        return outcome.Output;
    }
}
