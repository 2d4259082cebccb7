using System.Collections.Immutable;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>The cases that laws are tried on: every folder below <c>agreements</c> and every file of the corpus.</summary>
internal static class Files
{
    public static ImmutableArray<ImmutableArray<SourceText>> Cases { get; } =
    [
        .. Folders("agreements").Select(folder => Texts(folder)),
        .. Folders("tests/corpus").SelectMany(folder => Texts(folder)).Select(text => ImmutableArray.Create(text)),
    ];

    public static SourceText Text(string path, string content) => SourceText.From(path, content);

    private static IEnumerable<string> Folders(string below) => Directory.Exists(Repository.PathOf(below))
        ? Directory.GetFiles(Repository.PathOf(below), "*.proviso", SearchOption.AllDirectories)
            .Select(file => Path.GetDirectoryName(file) ?? "").Distinct().Order(StringComparer.Ordinal)
        : [];

    private static ImmutableArray<SourceText> Texts(string folder) =>
    [
        .. Directory.GetFiles(folder, "*.proviso").Order(StringComparer.Ordinal)
            .Select(file => SourceText.FromBytes(Path.GetRelativePath(Repository.Root, file), File.ReadAllBytes(file))),
    ];
}
