using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Proviso.Consistency;

/// <summary>Dependencies point downward: between projects, and between the folders of the language.</summary>
public sealed class LayersTests
{
    /// <summary>What each project may refer to, directly. A new project gets a line here.</summary>
    private static readonly Dictionary<string, string[]> projects = new()
    {
        ["Proviso.Language"] = [],
        ["Proviso.Evaluation"] = ["Proviso.Language", "Proviso.Regions"],
        ["Proviso.Regions"] = [],
        ["Proviso.Formats"] = ["Proviso.Language", "Proviso.Regions", "Proviso.Evaluation"],
        ["Proviso.Server"] = ["Proviso.Language", "Proviso.Regions", "Proviso.Evaluation", "Proviso.Formats"],
        ["Proviso.Cli"] = ["Proviso.Language", "Proviso.Regions", "Proviso.Evaluation", "Proviso.Formats", "Proviso.Server"],
    };

    /// <summary>The folders of the language, lowest first. Those of one row do not use each other.</summary>
    private static readonly string[][] languageFolders =
    [
        ["Text"],
        ["Diagnostics"],
        ["Syntax"],
        ["Binding"],
        ["Formatting", "Prose", "Editing"],
    ];

    [Fact]
    public void Projects_refer_only_to_those_below()
    {
        var found = Directory.GetFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories);
        Assert.NotEmpty(found);

        var upward =
            from file in found
            let name = Path.GetFileNameWithoutExtension(file)
            let allowed = projects.GetValueOrDefault(name)
                ?? throw new InvalidOperationException($"{name} has no line in {nameof(LayersTests)}.{nameof(projects)}.")
            from reference in XDocument.Load(file).Descendants("ProjectReference")
            let target = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)
            where !allowed.Contains(target)
            select $"{name} -> {target}";
        Assert.Empty(upward);
    }

    [Fact]
    public void Language_folders_use_only_those_below()
    {
        var upward =
            from file in SourceFiles("src/Proviso.Language")
            let folder = TopFolder("src/Proviso.Language", file)
            where folder is not null
            from used in LanguageFoldersNamedIn(File.ReadAllText(file))
            where used != folder && Level(used) >= Level(folder)
            select $"{Path.GetRelativePath(Repository.Root, file)} ({folder} -> {used})";
        Assert.Empty(upward);
    }

    [Fact]
    public void Language_files_declare_the_namespace_of_their_folder()
    {
        var strays =
            from file in SourceFiles("src/Proviso.Language")
            let folder = TopFolder("src/Proviso.Language", file)
            where folder is not null
            where !Regex.IsMatch(File.ReadAllText(file), $@"^namespace Proviso\.Language\.{folder}(\.\w+)*;", RegexOptions.Multiline)
            select Path.GetRelativePath(Repository.Root, file);
        Assert.Empty(strays);
    }

    [Theory]
    [InlineData("using Proviso.Language.Binding;", "Binding")]
    [InlineData("using static Proviso.Language.Syntax.Words;", "Syntax")]
    [InlineData("using Node = Proviso.Language.Syntax.Node;", "Syntax")]
    [InlineData("global using Proviso.Language.Text;", "Text")]
    [InlineData("var span = Proviso.Language.Text.Span.Empty;", "Text")]
    [InlineData("/// See <see cref=\"Binding.Agreement\"/>.", null)]
    [InlineData("namespace Proviso.Language.Prose;", "Prose")]
    public void A_use_is_seen_in_every_form(string line, string? folder) =>
        Assert.Equal(folder is null ? [] : [folder], LanguageFoldersNamedIn(line));

    private static IEnumerable<string> SourceFiles(string below) =>
        Directory.EnumerateFiles(Repository.PathOf(below), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>The folder directly below the project that holds the file; null for a file beside the project.</summary>
    private static string? TopFolder(string project, string file)
    {
        var parts = Path.GetRelativePath(Repository.PathOf(project), file).Split(Path.DirectorySeparatorChar);
        return parts.Length > 1 ? parts[0] : null;
    }

    private static IEnumerable<string> LanguageFoldersNamedIn(string text) =>
        Regex.Matches(text, @"\bProviso\.Language\.(\w+)").Select(match => match.Groups[1].Value)
            .Where(name => languageFolders.Any(row => row.Contains(name)))
            .Distinct();

    private static int Level(string folder)
    {
        var level = Array.FindIndex(languageFolders, row => row.Contains(folder));
        return level >= 0
            ? level
            : throw new InvalidOperationException($"{folder} has no place in {nameof(LayersTests)}.{nameof(languageFolders)}.");
    }
}
