namespace Proviso.Language.Formatting;

/// <summary>Aligns the columns of sentences of one sort that stand on neighbouring lines.</summary>
internal static class Alignment
{
    /// <summary>A column whose entries differ more in length is not aligned: the gaps would be wider than the words.</summary>
    private const int MostPadding = 24;

    public static void Align(List<FormattedSentence> sentences)
    {
        for (var start = 0; start < sentences.Count;)
        {
            var end = start + 1;
            while (end < sentences.Count && IsNeighbour(sentences[end - 1], sentences[end]))
            {
                end++;
            }

            AlignRows(sentences[start..end]);
            start = end;
        }
    }

    private static bool IsNeighbour(FormattedSentence above, FormattedSentence below) =>
        above.Cells is { Count: > 1 } first && below.Cells is { Count: > 1 } second && first.Count == second.Count
        && above.Sort == below.Sort && below.Leading.IsEmpty;

    private static void AlignRows(List<FormattedSentence> rows)
    {
        if (rows.Count < 2)
        {
            return;
        }

        var cells = rows[0].Cells!.Count;
        var texts = rows.Select(row => row.Cells![0]).ToArray();
        for (var column = 1; column < cells; column++)
        {
            var widest = texts.Max(text => text.Length);
            var isAligned = widest - texts.Min(text => text.Length) <= MostPadding
                && rows.All(row => widest + 1 + row.Cells![column].Length <= Formatter.Width);
            for (var row = 0; row < texts.Length; row++)
            {
                texts[row] = $"{(isAligned ? texts[row].PadRight(widest) : texts[row])} {rows[row].Cells![column]}";
            }
        }

        for (var row = 0; row < texts.Length; row++)
        {
            rows[row].Lines[0] = texts[row];
        }
    }
}
