namespace Proviso.Language.Binding;

/// <summary>Some rows of <see cref="ReportColumns"/>, a column an array. All spans have <see cref="Count"/> items.</summary>
public sealed class ReportChunk
{
    /// <summary>A row with this template is a whole report of its own, kept as it is.</summary>
    public const int Whole = -1;

    /// <summary>The most rows of a chunk; all chunks but the last have so many.</summary>
    public const int MostRows = 1 << RowBits;

    internal const int RowBits = 16;

    private int[] templates = new int[16];
    private int[] items = new int[16];
    private int[] from = new int[16];
    private int[] through = new int[16];
    private int[] saidFirst = new int[16];
    private int[] saidLast = new int[16];
    private int[] answered = [];
    private int[] besides = [];
    private int[] lines = [];
    private long[] beside = [];
    private int usedBeside;
    private int firstLine;

    internal ReportChunk()
    {
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>The number of each row's template, or <see cref="Whole"/>.</summary>
    public ReadOnlySpan<int> Templates => templates.AsSpan(0, Count);

    /// <summary>The number of each row's item, or -1.</summary>
    public ReadOnlySpan<int> Items => items.AsSpan(0, Count);

    /// <summary>The first day, where the form of the template has days. Of a whole report: its number among them.</summary>
    public ReadOnlySpan<int> From => from.AsSpan(0, Count);

    /// <summary>The last day, where the form of the template has two.</summary>
    public ReadOnlySpan<int> Through => through.AsSpan(0, Count);

    /// <summary>The first day on which it can have been said.</summary>
    public ReadOnlySpan<int> SaidFirst => saidFirst.AsSpan(0, Count);

    /// <summary>The last day on which it can have been said.</summary>
    public ReadOnlySpan<int> SaidLast => saidLast.AsSpan(0, Count);

    /// <summary>The row of the report that is answered; -2 less the number of an answered report that is in no row; -1 where none is.</summary>
    internal int Answered(int row) => row < answered.Length ? answered[row] : -1;

    /// <summary>The windows that are kept beside a row: of when it was, then of when each received it; an earliest and a latest minute each.</summary>
    internal ReadOnlySpan<long> Beside(int row, int count) => count == 0 ? [] : beside.AsSpan(besides[row], count);

    /// <summary>The line of a row in its file, from 1.</summary>
    internal int Line(int row) => row < lines.Length ? lines[row] : firstLine + row;

    /// <summary>Bytes that are held.</summary>
    internal long Held => (4L * (templates.Length + items.Length + from.Length + through.Length + saidFirst.Length + saidLast.Length + answered.Length + besides.Length + lines.Length))
        + (8L * beside.Length);

    internal void Add(in ReportRow row, ReadOnlySpan<long> windows)
    {
        if (Count == templates.Length)
        {
            Resize(Math.Min(MostRows, Count * 4));
        }

        templates[Count] = row.Template;
        items[Count] = row.Item;
        from[Count] = row.From;
        through[Count] = row.Through;
        saidFirst[Count] = row.Said.First;
        saidLast[Count] = row.Said.Last;
        if (row.Answered != -1 || answered.Length > 0)
        {
            Extended(ref answered, -1)[Count] = row.Answered;
        }

        if (windows.Length > 0)
        {
            Extended(ref besides, 0)[Count] = usedBeside;
            if (usedBeside + windows.Length > beside.Length)
            {
                Array.Resize(ref beside, Math.Max(16, Math.Max(usedBeside + windows.Length, beside.Length + (beside.Length / 2))));
            }

            windows.CopyTo(beside.AsSpan(usedBeside));
            usedBeside += windows.Length;
        }

        if (Count == 0)
        {
            firstLine = row.Line;
        }
        else if (lines.Length > 0 || row.Line != firstLine + Count)
        {
            if (lines.Length == 0)
            {
                lines = new int[templates.Length];
                for (var before = 0; before < Count; before++)
                {
                    lines[before] = firstLine + before;
                }
            }

            Extended(ref lines, 0)[Count] = row.Line;
        }

        if (++Count == MostRows)
        {
            Trim();
        }
    }

    internal void Answer(int row, int report) => Extended(ref answered, -1)[row] = report;

    /// <summary>Gives back the room that is not used.</summary>
    internal void Trim()
    {
        Resize(Count);
        Array.Resize(ref beside, usedBeside);
    }

    private void Resize(int size)
    {
        Array.Resize(ref templates, size);
        Array.Resize(ref items, size);
        Array.Resize(ref from, size);
        Array.Resize(ref through, size);
        Array.Resize(ref saidFirst, size);
        Array.Resize(ref saidLast, size);
        Shortened(ref answered, size);
        Shortened(ref besides, size);
        Shortened(ref lines, size);
    }

    private static void Shortened(ref int[] column, int size)
    {
        if (column.Length > size)
        {
            Array.Resize(ref column, size);
        }
    }

    private int[] Extended(ref int[] column, int nothing)
    {
        if (column.Length < templates.Length)
        {
            var before = column.Length;
            Array.Resize(ref column, templates.Length);
            column.AsSpan(before).Fill(nothing);
        }

        return column;
    }
}

/// <summary>One row of <see cref="ReportColumns"/>, as it is added.</summary>
/// <param name="Line">Where it stands in its file, from 1.</param>
readonly record struct ReportRow(int Template, int Item, int From, int Through, Days Said, int Answered, int Line);
