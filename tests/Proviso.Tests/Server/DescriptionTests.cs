using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace Proviso.Server;

/// <summary>What programs are told of the interface is what it is.</summary>
public sealed partial class DescriptionTests
{
    private static readonly string published = Repository.PathOf("docs/openapi.json");

    /// <summary>Set <c>PROVISO_BLESS=1</c> to write it anew.</summary>
    [Fact]
    public async Task The_published_description_is_that_of_the_server()
    {
        await using var desk = await Desk.Open();
        var described = (await desk.Client.GetStringAsync("/openapi/v1.json")).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("PROVISO_BLESS") == "1")
        {
            await File.WriteAllTextAsync(published, described);
        }

        Assert.Equal(await File.ReadAllTextAsync(published), described);
    }

    [Fact]
    public async Task It_is_a_sound_description()
    {
        var read = OpenApiDocument.Parse(await File.ReadAllTextAsync(published), "json");

        Assert.Empty(read.Diagnostic!.Errors.Select(error => $"{error.Pointer}: {error.Message}"));
        Assert.Empty(read.Diagnostic.Warnings.Select(warning => $"{warning.Pointer}: {warning.Message}"));
        Assert.NotEmpty(read.Document!.Paths);
    }

    [Fact]
    public async Task Every_address_that_is_described_is_in_the_page_for_programmers()
    {
        var page = await File.ReadAllTextAsync(Repository.PathOf("docs/api.md"));
        using var description = JsonDocument.Parse(await File.ReadAllTextAsync(published));

        var missing = description.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => $"`{method.Name.ToUpperInvariant()} {path.Name.Replace("{agreement}", "NAME", StringComparison.Ordinal)}`"))
            .Where(address => !page.Contains(address, StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    /// <summary>The page of the workbench reads each answer by its shape in <c>web/src/documents.ts</c>.</summary>
    [Theory]
    [InlineData("OverviewEntry")]
    [InlineData("AgreementDocument")]
    [InlineData("TextDocument")]
    [InlineData("DisputeEntry")]
    [InlineData("ClauseEntry")]
    [InlineData("PlaceEntry")]
    [InlineData("ReportEntry")]
    [InlineData("PositionEntry")]
    [InlineData("SupposeDocument")]
    [InlineData("NameEntry")]
    [InlineData("DraftDocument")]
    [InlineData("CompletionDocument")]
    [InlineData("HoverDocument")]
    [InlineData("WorldDocument")]
    [InlineData("MapDocument")]
    [InlineData("ProofEntry")]
    [InlineData("DecisionEntry")]
    [InlineData("StatusVerdict")]
    public async Task The_page_reads_no_part_that_an_answer_has_not(string shape)
    {
        var types = await File.ReadAllTextAsync(Repository.PathOf("web/src/documents.ts"));
        using var description = JsonDocument.Parse(await File.ReadAllTextAsync(published));
        var parts = description.RootElement.GetProperty("components").GetProperty("schemas").GetProperty(shape).GetProperty("properties").EnumerateObject().Select(part => part.Name).ToHashSet();
        var body = Regex.Match(types, $$"""export interface {{shape}} (extends \w+ )?\{(?<body>.*?)\n?\}\n""", RegexOptions.Singleline).Groups["body"].Value;
        Assert.NotEmpty(body);

        // Parts of parts stand in braces of their own.
        var own = Braces().Replace(Braces().Replace(body, ""), "");
        var missing = Part().Matches(own).Select(part => part.Groups["name"].Value).Where(name => !parts.Contains(name)).ToList();
        Assert.True(missing.Count == 0, string.Join(", ", missing));
    }

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"(^|[;{\n])\s*(?<name>\w+)\??:")]
    private static partial Regex Part();
}
