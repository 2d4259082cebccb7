using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Proviso.Language.Diagnostics;
using Proviso.Language.Text;

namespace Proviso.Corpus;

/// <summary>Diagnostics written into a text as comment lines below the line they are about:
/// <code>
/// clause 1 "x" russia shal not have b in c.
/// --                  ^^^^ error PV1104: `shal` is not a word of the language
/// --                       hint: did you mean `shall`?
/// --                       fix: Write `shall`
/// </code>
/// Carets stand under the characters; a bar stands before the character where something is missing. What begins in the first
/// two columns, where the comment's own hyphens are, is told by columns: <c>-- 1..6 error …</c>. A place that ends on a later
/// line ends in three full stops.</summary>
internal static partial class Marks
{
    /// <summary>The text without its marks.</summary>
    public static string Remove(string marked)
    {
        var text = new StringBuilder(marked.Length);
        foreach (var line in Lines(marked))
        {
            if (!Mark().IsMatch(line))
            {
                text.Append(line);
            }
        }

        return text.ToString();
    }

    /// <summary>The text with marks for all diagnostics, those of one line by their place.</summary>
    public static string Add(KeptText text, ImmutableArray<Diagnostic> diagnostics)
    {
        var kept = SourceText.From("", text.Kept);
        var byLine = diagnostics.ToLookup(one => kept.PositionOf(text.OffsetOf(one.Span.Start)).Line);
        var marked = new StringBuilder();
        var number = 0;
        foreach (var line in Lines(text.Kept))
        {
            number++;
            marked.Append(line);
            if (byLine[number].Any() && !line.EndsWith('\n'))
            {
                marked.Append('\n');
            }

            foreach (var diagnostic in byLine[number].OrderBy(one => one.Span.Start))
            {
                Write(marked, text, kept, diagnostic);
            }
        }

        foreach (var diagnostic in byLine[number + 1])
        {
            Write(marked, text, kept, diagnostic);
        }

        return marked.ToString();
    }

    /// <summary>The codes that the marks of a text name.</summary>
    public static IEnumerable<string> Codes(string marked) =>
        Lines(marked).Select(line => Mark().Match(line)).Where(match => match.Groups["code"].Success).Select(match => match.Groups["code"].Value);

    private static void Write(StringBuilder marked, KeptText text, SourceText kept, Diagnostic diagnostic)
    {
        var start = text.OffsetOf(diagnostic.Span.Start);
        var (line, column) = kept.PositionOf(start);
        var lineEnd = start - column + 1 + kept.LineAt(line).Length;
        var end = text.OffsetOf(diagnostic.Span.End);
        var length = Math.Min(end, lineEnd) - start;
        var rest = end > lineEnd + 1 ? "..." : "";
        var place = (column, length) switch
        {
            (1 or 2, 0) => $"-- {column}",
            (1 or 2, _) => $"-- {column}..{column + length - 1}{rest}",
            (_, 0) => $"--{new string(' ', column - 3)}|",
            _ => $"--{new string(' ', column - 3)}{new string('^', Math.Max(1, length))}{rest}",
        };
        var kind = diagnostic.IsError ? "error" : "warning";
        marked.Append($"{place} {kind} {diagnostic.Code}: {diagnostic.Message}\n");
        var indent = $"--{new string(' ', place.Length - 1)}";
        var notes = new List<string>();
        notes.AddRange(diagnostic.Label is { } label ? [$"label: {label}"] : []);
        notes.AddRange(diagnostic.Hints.Select(hint => $"hint: {hint}"));
        notes.AddRange(diagnostic.Related.Select(related => $"see: {Place(related.Span, diagnostic, text, kept)}: {related.Text}"));
        notes.AddRange(diagnostic.Fixes.Select(fix => $"fix: {fix.Title}"));
        foreach (var note in notes)
        {
            marked.Append($"{indent}{note}\n");
        }
    }

    private static string Place(SourceSpan span, Diagnostic diagnostic, KeptText text, SourceText kept) =>
        span.File == diagnostic.Span.File ? kept.PositionOf(text.OffsetOf(span.Start)).ToString() : span.File;

    /// <summary>The lines of a text, each with its line end.</summary>
    private static IEnumerable<string> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            yield return text[start..end];
            start = end;
        }
    }

    [GeneratedRegex(@"^--( *(\^+(\.\.\.)?|\|)| \d+(\.\.\d+(\.\.\.)?)?) (error|warning) (?<code>PV\d{4}): |^--  +(label|hint|see|fix): ")]
    private static partial Regex Mark();
}
