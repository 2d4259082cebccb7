using System.Collections.Immutable;
using Proviso.Language.Text;

namespace Proviso.Language.Diagnostics;

/// <summary>How grave a diagnostic is.</summary>
public enum Severity
{
    /// <summary>The text does not say anything until this is mended.</summary>
    Error,

    /// <summary>The text says something, perhaps not what was meant.</summary>
    Warning,
}

/// <summary>Something wrong with a text, in the words of the one who wrote it. What facts mean under an agreement is
/// never a diagnostic.</summary>
/// <param name="Code">Stable: <c>PV</c> and four digits. It has a page under <c>docs/diagnostics</c>.</param>
/// <param name="Span">The place that is wrong; may be empty where something is missing.</param>
/// <param name="Message">One sentence without a full stop or line break; the user's own words in backticks.</param>
public sealed record Diagnostic(string Code, Severity Severity, SourceSpan Span, string Message)
{
    /// <summary>A few words shown beside the place, or null.</summary>
    public string? Label { get; init; }

    /// <summary>What to do about it, in the order of use.</summary>
    public ImmutableArray<string> Hints { get; init; } = [];

    /// <summary>Other places that explain it, such as where a name was declared.</summary>
    public ImmutableArray<RelatedSpan> Related { get; init; } = [];

    /// <summary>Changes that mend it, the best first.</summary>
    public ImmutableArray<Fix> Fixes { get; init; } = [];

    /// <summary>True for an error.</summary>
    public bool IsError => Severity == Severity.Error;

    /// <summary>An error at a place.</summary>
    public static Diagnostic Error(string code, SourceSpan span, string message) => new(code, Severity.Error, span, message);

    /// <summary>A warning at a place.</summary>
    public static Diagnostic Warning(string code, SourceSpan span, string message) => new(code, Severity.Warning, span, message);

    /// <summary>The same with one more hint.</summary>
    public Diagnostic Hint(string hint) => this with { Hints = Hints.Add(hint) };

    /// <summary>The same with a label at its place.</summary>
    public Diagnostic Labelled(string label) => this with { Label = label };

    /// <summary>The same with one more related place.</summary>
    public Diagnostic Relate(SourceSpan span, string text) => this with { Related = Related.Add(new(span, text)) };

    /// <summary>The same with one more way to mend it.</summary>
    public Diagnostic Mend(string title, params ImmutableArray<TextEdit> edits) => this with { Fixes = Fixes.Add(new(title, edits)) };

    /// <summary>The same with one more way to mend it: put <paramref name="text"/> in place of <paramref name="span"/>.</summary>
    public Diagnostic Replace(SourceSpan span, string text, string title) => Mend(title, new TextEdit(span, text));

    /// <summary>File, place, code and message on one line, for logs and tests.</summary>
    public override string ToString() =>
        $"{Span.File}[{Span.Start}..{Span.End}] {(IsError ? "error" : "warning")} {Code}: {Message}";
}

/// <summary>Another place that explains a diagnostic.</summary>
public readonly record struct RelatedSpan(SourceSpan Span, string Text);

/// <summary>A change of the text that mends what is wrong.</summary>
/// <param name="Title">What it does, as a command: "Write `shall`".</param>
/// <param name="Edits">They do not overlap; in any order.</param>
public sealed record Fix(string Title, ImmutableArray<TextEdit> Edits);
