namespace Proviso.EndToEnd;

/// <summary>What our pages show is what happens.</summary>
public sealed class DocumentTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/agreements.md")]
    [InlineData("docs/api.md")]
    [InlineData("docs/commands.md")]
    [InlineData("docs/formats.md")]
    [InlineData("docs/tutorial.md")]
    [InlineData("agreements/inf-moratorium/README.md")]
    public void Page_shows_what_happens(string page)
    {
        var path = Repository.PathOf(page);
        var expected = File.ReadAllText(path);
        using var sandbox = new Sandbox();

        Transcript.Check(expected, DocumentRun.Redo(expected, sandbox), path);
    }
}
