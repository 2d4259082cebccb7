namespace Proviso.EndToEnd;

/// <summary>
/// Every file in <c>Transcripts</c> holds commands and exactly what they print. To add one, write its <c>$ </c> lines; to write what they
/// print today, run <c>PROVISO_BLESS=1 ./test --quick</c> and look at the difference.
/// </summary>
public sealed class TranscriptTests
{
    private static readonly string folder = Repository.PathOf("tests/Proviso.EndToEnd/Transcripts");

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(folder, "*.verified.txt").Select(path => Path.GetFileName(path)[..^".verified.txt".Length]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Commands_print_exactly_this(string name)
    {
        var path = Path.Combine(folder, $"{name}.verified.txt");
        var expected = File.ReadAllText(path);
        using var sandbox = new Sandbox();

        Transcript.Check(expected, Transcript.Rerun(expected, sandbox, exitCodes: true), path);
    }

    /// <summary>An address stands on a line of its own when it is longer than a line.</summary>
    private static bool IsAddress(string line) => line.Trim() is var word && word.StartsWith("http", StringComparison.Ordinal) && !word.Contains(' ');

    [Theory]
    [MemberData(nameof(Names))]
    public void No_line_is_wider_than_100_or_ends_in_a_space(string name)
    {
        var output = File.ReadLines(Path.Combine(folder, $"{name}.verified.txt")).Where(line => !line.StartsWith("$ ", StringComparison.Ordinal));

        Assert.All(output, line => Assert.Equal(line.TrimEnd(), line));
        Assert.All(output.Where(line => !IsAddress(line)), line => Assert.InRange(line.Length, 0, 100));
    }
}
