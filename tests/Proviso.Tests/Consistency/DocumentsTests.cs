using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Proviso.Consistency;

/// <summary>What our documents say about the repository is so.</summary>
public sealed class DocumentsTests
{
    private static readonly string[] ignoredFolders = [".git", "artifacts", "bin", "obj", "node_modules"];

    [Fact]
    public void Links_lead_somewhere()
    {
        var documents = Documents(new DirectoryInfo(Repository.Root)).ToList();
        Assert.NotEmpty(documents);

        var broken =
            from document in documents
            from link in RelativeLinks(File.ReadAllText(document.FullName))
            let target = Path.Combine(document.DirectoryName!, link)
            where !File.Exists(target) && !Directory.Exists(target)
            select $"{Path.GetRelativePath(Repository.Root, document.FullName)}: {link}";
        Assert.Empty(broken);
    }

    [Fact]
    public void Dependencies_page_names_each_package_with_its_version()
    {
        var page = File.ReadAllLines(Repository.PathOf("docs/dependencies.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells[2].Length > 0 && char.IsAsciiDigit(cells[2][0]))
            .Select(cells => $"{cells[1]} {cells[2]}");
        var used = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion")
            .Select(package => $"{package.Attribute("Include")!.Value} {package.Attribute("Version")!.Value}").ToList();
        using var web = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("web/package.json")));
        used.AddRange(new[] { "dependencies", "devDependencies" }.SelectMany(kind => web.RootElement.GetProperty(kind).EnumerateObject()).Select(package => $"{package.Name} {package.Value.GetString()}"));

        Assert.Equal(used.Order(StringComparer.Ordinal), page.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("see [a](b.md)", "b.md")]
    [InlineData("see [a](b.md#part)", "b.md")]
    [InlineData("![a](b%20c.png \"title\")", "b c.png")]
    [InlineData("[a]: b/c.md", "b/c.md")]
    [InlineData("[a](https://example.org) and [b](#part)", null)]
    [InlineData("`[a](b.md)` is how", null)]
    [InlineData("```text\n[a](b.md)\n```", null)]
    public void A_link_is_seen_in_every_form(string text, string? link) =>
        Assert.Equal(link is null ? [] : [link], RelativeLinks(text));

    private static IEnumerable<FileInfo> Documents(DirectoryInfo folder) =>
        folder.EnumerateFiles("*.md").Concat(
            folder.EnumerateDirectories()
                .Where(child => !ignoredFolders.Contains(child.Name))
                .SelectMany(Documents));

    /// <summary>The paths that a document links to, without those in code; addresses and parts of the same page are left out.</summary>
    private static IEnumerable<string> RelativeLinks(string markdown)
    {
        var prose = Regex.Replace(markdown, @"^```.*?^```|`[^`\n]*`", "", RegexOptions.Multiline | RegexOptions.Singleline);
        return Regex.Matches(prose, @"\]\(([^)\s]+)[^)]*\)|^\[[^\]]+\]:\s*(\S+)", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)
            .Where(link => !link.StartsWith('#') && !Regex.IsMatch(link, "^[a-z]+:"))
            .Select(link => Uri.UnescapeDataString(link.Split('#')[0]));
    }
}
