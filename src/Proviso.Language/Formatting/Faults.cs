using Proviso.Language.Syntax;

namespace Proviso.Language.Formatting;

/// <summary>The places of a text with errors, for asking whether a sentence has one.</summary>
internal sealed class Faults
{
    private readonly int[] starts;
    private readonly bool isCutShort;

    private Faults(int[] starts, bool isCutShort)
    {
        this.starts = starts;
        this.isCutShort = isCutShort;
    }

    public static Faults Of(SyntaxTree tree)
    {
        var starts = tree.Diagnostics.Where(one => one.IsError).Select(one => one.Span.Start).ToArray();
        return new(starts, tree.Diagnostics.Any(one => one.Code == SyntaxCodes.TooMany));
    }

    /// <summary>True when an error lies in the sentence or at its end. After more errors than are reported every sentence counts.</summary>
    public bool Touch(Sentence sentence)
    {
        var start = sentence.Tokens.First().Start;
        var end = sentence.LastToken!.FullEnd;
        var at = Array.BinarySearch(starts, start);
        at = at < 0 ? ~at : at;
        return isCutShort
            || (at < starts.Length && starts[at] < end)
            || sentence.Tokens.Any(token => token.IsMissing || !token.Skipped.IsEmpty);
    }
}
