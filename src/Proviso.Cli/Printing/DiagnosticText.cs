using System.Globalization;
using Proviso.Formats;
using Proviso.Language.Diagnostics;
using Proviso.Language.Text;
using Spectre.Console;

namespace Proviso.Cli.Printing;

/// <summary>Prints what is wrong with a text: the place, the words, the line with a mark, what to do.</summary>
internal sealed class DiagnosticText(Page page, IReadOnlyDictionary<string, SourceText> texts)
{
    private static readonly Style quiet = new(Color.Grey);

    /// <summary>Prints one, followed by an empty line.</summary>
    public void Print(Diagnostic diagnostic)
    {
        var style = new Style(diagnostic.IsError ? Color.Red : Color.Yellow, decoration: Decoration.Bold);
        page.Headed($"{Place(diagnostic.Span)}: ", new($"{Words.Of(diagnostic.Severity)} {diagnostic.Code}: ", style), Visible.Of(diagnostic.Message));
        Excerpt(diagnostic.Span, diagnostic.Label, style);
        foreach (var hint in diagnostic.Hints)
        {
            page.Text(new("  hint: ", new Style(Color.Aqua)), Visible.Of(hint), indent: 8);
        }

        foreach (var related in diagnostic.Related)
        {
            page.Text(new($"  {Place(related.Span)}: ", Style.Plain), Visible.Of(related.Text), indent: 4);
            Excerpt(related.Span, null, quiet);
        }

        page.Line();
    }

    /// <summary>"file:line:column", or the file alone when its text is not at hand.</summary>
    public string Place(SourceSpan span) => texts.TryGetValue(span.File, out var text)
        ? Visible.Of(TextPlace.From(text, span).ToString())
        : Visible.Of(span.File);

    /// <summary>The line with a mark under the stretch, and the label beside it or below.</summary>
    public void Excerpt(SourceSpan span, string? label, Style style)
    {
        if (!texts.TryGetValue(span.File, out var text))
        {
            return;
        }

        var number = text.PositionOf(span.Start).Line.ToString(CultureInfo.InvariantCulture).PadLeft(4);
        var gutter = $" {number} | ";
        var shown = Printing.Excerpt.Of(text, span, page.Width - gutter.Length);
        page.Line(new(gutter, quiet), shown.Line);

        var mark = new Ink(shown.Mark, style);
        var below = new Ink($" {new string(' ', number.Length)} | ", quiet);
        if (label is null)
        {
            page.Line(below, mark);
        }
        else if (gutter.Length + shown.Mark.Length + 1 + Visible.Cells(label) <= page.Width)
        {
            page.Line(below, mark, " ", new(Visible.Of(label), style));
        }
        else
        {
            page.Line(below, mark);
            page.Text(below, Visible.Of(label), below.Text.Length, style);
        }
    }
}
