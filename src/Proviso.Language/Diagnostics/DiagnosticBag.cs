using System.Collections.Immutable;

namespace Proviso.Language.Diagnostics;

/// <summary>Collects diagnostics while a text is read. Not safe for use from several threads at once.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> found = [];

    /// <summary>How many were added.</summary>
    public int Count => found.Count;

    /// <summary>Adds one.</summary>
    public void Add(Diagnostic diagnostic) => found.Add(diagnostic);

    /// <summary>Adds several.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics) => found.AddRange(diagnostics);

    /// <summary>Those added since there were so many, in the order added; they are taken out.</summary>
    public ImmutableArray<Diagnostic> TakeFrom(int count)
    {
        ImmutableArray<Diagnostic> taken = [.. found.Skip(count)];
        found.RemoveRange(count, found.Count - count);
        return taken;
    }

    /// <summary>All of them by file and place, those at one place in the order added.</summary>
    public ImmutableArray<Diagnostic> ToSorted() =>
    [
        .. found.OrderBy(one => one.Span.File, StringComparer.Ordinal).ThenBy(one => one.Span.Start).ThenBy(one => one.Span.Length),
    ];
}
