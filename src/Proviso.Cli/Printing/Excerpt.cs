using System.Globalization;
using Proviso.Language.Text;

namespace Proviso.Cli.Printing;

/// <summary>A line of a file with a mark under a part of it, laid out for a terminal.</summary>
/// <param name="Line">The line as it is shown.</param>
/// <param name="Mark">Spaces, then carets under the part; at least one caret.</param>
internal readonly record struct Excerpt(string Line, string Mark)
{
    /// <summary>Cells kept on the left of the mark when a long line is cut.</summary>
    private const int LeftContext = 24;

    private const string Cut = "…";

    /// <summary>The line on which a stretch begins, in no more than <paramref name="width"/> cells: of a long line the part around the
    /// stretch, with <c>…</c> where it was cut. A stretch over several lines is marked to the end of its first.</summary>
    /// <param name="width">At least 40.</param>
    public static Excerpt Of(SourceText text, SourceSpan span, int width)
    {
        var (pieces, from, to) = Pieces(text, span);
        var before = pieces[..from].Sum(piece => piece.Cells);
        var first = 0;
        var room = width;
        if (pieces.Sum(piece => piece.Cells) > width)
        {
            room--;
            if (before > width * 2 / 3)
            {
                first = FirstWithin(pieces, before - LeftContext);
                room--;
            }
        }

        var last = LastWithin(pieces, first, room);
        var left = first > 0 ? Cut : "";
        var line = left + string.Concat(pieces[first..last].Select(piece => piece.Shown)) + (last < pieces.Count ? Cut : "");
        var start = left.Length + pieces[first..from].Sum(piece => piece.Cells);
        var length = pieces[from..Math.Clamp(to, from, last)].Sum(piece => piece.Cells);
        return new(line.TrimEnd(), new string(' ', start) + new string('^', Math.Max(1, length)));
    }

    /// <summary>The first line of the stretch cut into characters, and which of them (half-open) the stretch covers.</summary>
    private static (List<Piece> Pieces, int From, int To) Pieces(SourceText text, SourceSpan span)
    {
        var position = text.PositionOf(span.Start);
        var line = text.LineAt(position.Line).ToString();
        var start = Math.Min(position.Column - 1, line.Length);
        var end = Math.Min(start + span.Length, line.Length);
        var (pieces, from, to, cell) = (new List<Piece>(), -1, 0, 0);
        var elements = StringInfo.GetTextElementEnumerator(line);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (from < 0 && elements.ElementIndex + element.Length > start)
            {
                from = pieces.Count;
            }

            var shown = Visible.Element(element, cell);
            pieces.Add(new(shown, Visible.Cells(shown)));
            cell += pieces[^1].Cells;
            if (elements.ElementIndex < end)
            {
                to = pieces.Count;
            }
        }

        from = from < 0 ? pieces.Count : from;
        return (pieces, from, Math.Max(from, to));
    }

    private static int FirstWithin(List<Piece> pieces, int cells)
    {
        var (index, seen) = (0, 0);
        while (seen < cells)
        {
            seen += pieces[index++].Cells;
        }

        return index;
    }

    private static int LastWithin(List<Piece> pieces, int first, int cells)
    {
        var index = first;
        while (index < pieces.Count && pieces[index].Cells <= cells)
        {
            cells -= pieces[index++].Cells;
        }

        return index;
    }

    private readonly record struct Piece(string Shown, int Cells);
}
