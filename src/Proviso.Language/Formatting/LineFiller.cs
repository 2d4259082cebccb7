using System.Text;

namespace Proviso.Language.Formatting;

/// <summary>Puts the pieces of a sentence on lines.</summary>
internal sealed class LineFiller
{
    private readonly Layout layout;
    private readonly List<string> lines = [];
    private readonly StringBuilder line = new();
    private int partIndent;

    private LineFiller(Layout layout)
    {
        this.layout = layout;
    }

    /// <summary>The lines of the sentence: one if it may be and fits, else as its breaks say.</summary>
    public static List<string> Fill(Layout layout)
    {
        var filler = new LineFiller(layout);
        var pieces = layout.Pieces;
        if (WidthOf(pieces, 0, pieces.Count) <= layout.FlatWidth)
        {
            filler.line.AppendJoin("", pieces.Select((piece, i) => i > 0 && piece.HasSpace ? $" {piece.Text}" : piece.Text));
        }
        else
        {
            filler.FillBroken();
        }

        return filler.Finish();
    }

    /// <summary>The stretches of a line that begin a column, without the blanks between them; the comment behind belongs to the last.</summary>
    public static List<string> Cells(Layout layout)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        foreach (var piece in layout.Pieces)
        {
            if (piece.BeginsCell)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (piece.HasSpace)
            {
                cell.Append(' ');
            }

            cell.Append(piece.Text);
        }

        cells.Add(WithComment(cell.ToString(), layout.Pieces[^1].Behind));
        return cells;
    }

    private void FillBroken()
    {
        var pieces = layout.Pieces;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            var isAfterComment = i > 0 && pieces[i - 1].Behind is not null;
            if (i > 0 && (isAfterComment || piece.Above.Count > 0 || Breaks(i)))
            {
                BeginLine(piece);
            }
            else if (piece.HasSpace)
            {
                line.Append(' ', Math.Max(1, piece.Column - line.Length));
            }

            if (piece.Break is Break.Own or Break.Fill)
            {
                partIndent = piece.Indent;
            }

            line.Append(piece.Text);
            if (piece.Behind is not null && i + 1 < pieces.Count)
            {
                line.Append("  ").Append(piece.Behind);
            }
        }
    }

    private void BeginLine(Piece piece)
    {
        EndLine();
        var indent = piece.Break is Break.Own or Break.Fill ? piece.Indent : partIndent + 2;
        foreach (var comment in piece.Above)
        {
            lines.Add(new string(' ', indent) + comment);
        }

        line.Append(' ', indent);
    }

    private bool Breaks(int at) => layout.Pieces[at].Break switch
    {
        Break.Own => true,
        Break.Fill => !FitsTo(at, Break.Fill),
        Break.Wrap => !FitsTo(at, Break.Wrap),
        _ => false,
    };

    /// <summary>True when the pieces up to the next break of that or a stronger kind fit on the line.</summary>
    private bool FitsTo(int at, Break least)
    {
        var end = at + 1;
        while (end < layout.Pieces.Count && layout.Pieces[end].Break < least)
        {
            end++;
        }

        return line.Length + 1 + WidthOf(layout.Pieces, at, end) <= Formatter.Width;
    }

    /// <summary>The width of some pieces on one line, without the blank before the first.</summary>
    private static int WidthOf(List<Piece> pieces, int start, int end)
    {
        var width = 0;
        for (var i = start; i < end; i++)
        {
            width += pieces[i].Text.Length + (i > start && pieces[i].HasSpace ? 1 : 0);
        }

        return width;
    }

    private void EndLine()
    {
        lines.Add(line.ToString());
        line.Clear();
    }

    private List<string> Finish()
    {
        EndLine();
        lines[^1] = WithComment(lines[^1], layout.Pieces[^1].Behind);
        return lines;
    }

    private static string WithComment(string text, string? comment) => comment is null ? text : $"{text}  {comment}";
}
