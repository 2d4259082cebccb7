using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Proviso.Docs;

/// <summary>A block of code on a page of the documents.</summary>
/// <param name="Kind">What stands after the three backticks: <c>proviso</c>, <c>proviso continued</c>, …</param>
/// <param name="Line">The line of the backticks, from 1.</param>
internal sealed record Snippet(string Kind, string Text, int Line);

/// <summary>The examples of a page.</summary>
internal static partial class Page
{
    /// <summary>The pages with examples to try, as paths from the root, in ordinal order. Pages of diagnostics show texts that are wrong
    /// on purpose and are tried where the codes are.</summary>
    public static IEnumerable<string> All() =>
        Directory.GetFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("docs/diagnostics/", StringComparison.Ordinal))
            .Append("README.md")
            .Order(StringComparer.Ordinal);

    /// <summary>The code blocks of a page, in order.</summary>
    public static ImmutableArray<Snippet> Snippets(string markdown) =>
    [
        .. Fence().Matches(markdown).Select(match => new Snippet(
            match.Groups["kind"].Value.Trim(), match.Groups["text"].Value, markdown[..match.Index].Count(letter => letter == '\n') + 1)),
    ];

    [GeneratedRegex(@"^```(?<kind>[^\n`]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
