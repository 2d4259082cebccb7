using System.Text;
using System.Text.RegularExpressions;

namespace Proviso.Reference;

/// <summary>A piece of a sentence.</summary>
/// <param name="CanGo">The sentence may still be one without it.</param>
sealed record Piece(string Text, bool CanGo);

/// <summary>A sentence of a case, in pieces.</summary>
/// <param name="Declares">What others mention it by, as it is written there ("fox", "clause 2"); null when nobody can.</param>
/// <param name="IsReport">Stands in the file of reports and positions.</param>
sealed record Sentence(string? Declares, bool IsReport, IReadOnlyList<Piece> Pieces)
{
    public override string ToString() => string.Join(" ", Pieces.Select(piece => piece.Text).Where(text => text.Length > 0)) + ".";
}

/// <summary>A case as text that can be made smaller.</summary>
sealed record CaseText(IReadOnlyList<Sentence> Sentences)
{
    public string Agreement => Text(isReport: false);

    public string Reports => Text(isReport: true);

    public override string ToString() => $"{Agreement}\n{Reports}";

    /// <summary>The smallest text that is still so, as far as dropping sentences and pieces leads.</summary>
    public CaseText Shrink(Func<CaseText, bool> isStillSo)
    {
        var smallest = this;
        while (smallest.Smaller().FirstOrDefault(isStillSo) is { } smaller)
        {
            smallest = smaller;
        }

        return smallest;
    }

    /// <summary>This text without one sentence and all that mentions it, or without one piece.</summary>
    private IEnumerable<CaseText> Smaller()
    {
        foreach (var sentence in Sentences.Reverse())
        {
            yield return Without(sentence);
        }

        foreach (var sentence in Sentences)
        {
            foreach (var piece in sentence.Pieces.Where(piece => piece.CanGo))
            {
                yield return this with { Sentences = [.. Sentences.Select(each => each == sentence ? Drop(each, piece) : each)] };
            }
        }
    }

    private CaseText Without(Sentence dropped)
    {
        var left = Sentences.Where(each => each != dropped).ToList();
        var gone = new Queue<string>();
        if (dropped.Declares is { } name)
        {
            gone.Enqueue(name);
        }

        while (gone.TryDequeue(out var word))
        {
            var mention = new Regex($@"(?<![\w-]){Regex.Escape(word)}(?![\w-])");
            for (var index = left.Count - 1; index >= 0; index--)
            {
                var sentence = left[index];
                foreach (var piece in sentence.Pieces.Where(piece => piece.CanGo && mention.IsMatch(piece.Text)))
                {
                    left[index] = Drop(left[index], piece);
                }

                if (left[index].Pieces.Any(piece => mention.IsMatch(piece.Text)))
                {
                    left.RemoveAt(index);
                    if (sentence.Declares is { } other)
                    {
                        gone.Enqueue(other);
                    }
                }
            }
        }

        return new(left);
    }

    private static Sentence Drop(Sentence sentence, Piece piece) => sentence with { Pieces = [.. sentence.Pieces.Where(each => each != piece)] };

    private string Text(bool isReport)
    {
        var text = new StringBuilder();
        foreach (var sentence in Sentences.Where(sentence => sentence.IsReport == isReport))
        {
            text.Append(sentence).Append('\n');
        }

        return text.ToString();
    }
}
