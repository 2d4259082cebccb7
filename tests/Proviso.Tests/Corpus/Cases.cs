using System.Collections.Immutable;
using Proviso.Language.Diagnostics;
using Proviso.Language.Text;

namespace Proviso.Corpus;

/// <summary>Texts kept as files under <c>tests/corpus</c>, one per case, with what is expected of them in marks below the lines
/// (see <see cref="Marks"/>). With <c>PROVISO_BLESS=1</c> in the environment the marks are rewritten instead of checked.</summary>
internal static class Cases
{
    private static readonly bool isBlessing = Environment.GetEnvironmentVariable("PROVISO_BLESS") == "1";

    /// <summary>The files of a folder of the corpus and below it, as paths from the root of the repository, in ordinal order.</summary>
    public static TheoryData<string> In(string folder) => [.. FilesBelow($"tests/corpus/{folder}")];

    /// <summary>Every text of the language in the repository.</summary>
    public static IEnumerable<string> Everywhere() =>
        FilesBelow("tests/corpus").Concat(FilesBelow("agreements")).Concat(FilesBelow("docs"));

    /// <summary>The diagnostics of a file are those its marks say.</summary>
    /// <param name="file">A path from the root of the repository.</param>
    /// <param name="diagnose">What finds the diagnostics of the text without marks.</param>
    public static void Check(string file, Func<SourceText, IEnumerable<Diagnostic>> diagnose)
    {
        var path = Repository.PathOf(file);
        var marked = File.ReadAllText(path);
        var text = Escapes.Read(Path.GetFileName(file), Marks.Remove(marked));
        var found = Marks.Add(text, [.. diagnose(text.Source)]);
        if (isBlessing && found != marked)
        {
            File.WriteAllText(path, found);
        }
        else
        {
            Assert.Equal(marked, found);
        }
    }

    /// <summary>The codes that the marks of a folder's files name.</summary>
    public static ImmutableSortedSet<string> CodesIn(string folder) =>
    [
        .. FilesBelow($"tests/corpus/{folder}").SelectMany(file => Marks.Codes(File.ReadAllText(Repository.PathOf(file)))),
    ];

    private static IEnumerable<string> FilesBelow(string folder) => !Directory.Exists(Repository.PathOf(folder)) ? [] :
        Directory.EnumerateFiles(Repository.PathOf(folder), "*.proviso", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
}
