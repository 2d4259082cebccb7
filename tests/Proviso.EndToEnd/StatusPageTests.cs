namespace Proviso.EndToEnd;

/// <summary>The page that <c>status --html</c> writes, as a committed sample and as a file.</summary>
public sealed class StatusPageTests
{
    /// <summary>What each sample is made with: both days are fixed, so that it changes with the case and the program only.</summary>
    [Theory]
    [InlineData("inf-moratorium", "--on 2026-11-24 --known-on 2026-11-24")]
    [InlineData("new-start", "--on 2022-03-01 --known-on 2026-11-28")]
    public void Sample_is_current_and_no_larger_than_a_page_may_be(string agreement, string days)
    {
        using var sandbox = new Sandbox();

        var outcome = sandbox.Run($"proviso status agreements/{agreement} {days} --html page.html");

        Assert.StartsWith("wrote page.html (", outcome.Output, StringComparison.Ordinal);
        var written = File.ReadAllText(sandbox.PathOf("page.html"));
        Assert.InRange(written.Length, 100_000, 1_000_000);
        var path = Repository.PathOf($"docs/samples/{agreement}.html");
        Transcript.Check(File.Exists(path) ? File.ReadAllText(path) : "", written, path);
    }

    [Fact]
    public void A_page_is_the_same_on_every_machine_and_takes_the_place_of_an_older_one()
    {
        using var sandbox = new Sandbox();

        var outcome = sandbox.Run(
            """
            LC_ALL=C.UTF-8 TZ=UTC proviso status corpus/lake --html one.html && cp one.html two.html
            LC_ALL= LANG=tr_TR.ISO-8859-9 TZ=Pacific/Kiritimati DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false proviso status corpus/lake --html two.html
            cmp one.html two.html
            """);

        Assert.Equal(0, outcome.ExitCode);
    }
}
