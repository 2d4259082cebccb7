using System.Collections.Immutable;
using Proviso.Language.Binding;
using Proviso.Language.Editing;
using Proviso.Language.Text;

namespace Proviso.Formats.Workbench;

/// <summary>A name of the files of an agreement: where it is declared, and where it is used.</summary>
/// <param name="Sort">"party", "region", "kind", "reading" … in a word.</param>
/// <param name="Says">What it is, in a sentence; null where its title says all.</param>
/// <param name="File">Where its name is declared.</param>
/// <param name="Uses">Where it stands otherwise, by file and place.</param>
public sealed record NameEntry(string Name, string Sort, string Title, string? Says, string File, int From, int To, ImmutableArray<NameUseEntry> Uses)
{
    /// <summary>Of more reports than so many the names are left out, and those of the items in them: nobody looks through them by their declarations.</summary>
    public const int MostReports = 2_000;

    /// <summary>The names that sentences of some files give, by file and place.</summary>
    /// <param name="read">What the files mean, as far as they could be understood; null when nothing was.</param>
    internal static ImmutableArray<NameEntry> AllOf(NameIndex names, Case? read)
    {
        var says = new NameSentences(read);
        var keepsReports = names.Symbols.Count(symbol => symbol.Sort == NameSort.Report) <= MostReports;
        return [.. names.Symbols.Where(symbol => !symbol.IsImplied && (keepsReports || symbol.Sort is not (NameSort.Report or NameSort.Item))).Select(symbol => Of(symbol, says.Of(symbol)))];
    }

    private static NameEntry Of(NamedSymbol symbol, string? says) => new(
        symbol.Name, symbol.Sort.Noun(), symbol.Title, says, symbol.Span.File, symbol.Span.Start, symbol.Span.End, [.. symbol.Uses.Select(NameUseEntry.Of)]);
}

/// <summary>A name as it stands in a file.</summary>
public sealed record NameUseEntry(string File, int From, int To)
{
    internal static NameUseEntry Of(SourceSpan span) => new(span.File, span.Start, span.End);
}
