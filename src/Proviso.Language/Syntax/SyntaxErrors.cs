using System.Collections.Immutable;
using Proviso.Language.Diagnostics;
using Proviso.Language.Text;

namespace Proviso.Language.Syntax;

/// <summary>Collects what is wrong with one file, up to a limit: a hostile file has a fault in every character.</summary>
internal sealed class SyntaxErrors(SourceText source)
{
    /// <summary>The most that are kept; one more says that there are more.</summary>
    public const int Limit = 1000;

    private readonly DiagnosticBag found = new();
    private SourceSpan? firstDropped;

    public SourceText Source => source;

    /// <summary>True when no more are kept and nothing more need be told.</summary>
    public bool IsFull => firstDropped is not null;

    public void Add(Diagnostic diagnostic)
    {
        if (found.Count < Limit)
        {
            found.Add(diagnostic);
        }
        else if (firstDropped is not { } first || diagnostic.Span.Start < first.Start)
        {
            firstDropped = diagnostic.Span;
        }
    }

    public ImmutableArray<Diagnostic> ToSorted()
    {
        if (firstDropped is not { } span)
        {
            return found.ToSorted();
        }

        var last = Diagnostic.Error(
            SyntaxCodes.TooMany, span, $"this file has more than {Limit:N0} errors, and the others are not shown");
        return [.. found.ToSorted(), last.Hint("mend the first ones and check again")];
    }

    /// <summary>A stretch of characters in backticks, shortened when long.</summary>
    public static string Show(ReadOnlySpan<char> text)
    {
        const int Most = 40;
        var shown = text.Length <= Most ? text.ToString() : $"{text[..Most]}…";
        return $"`{shown}`";
    }
}
