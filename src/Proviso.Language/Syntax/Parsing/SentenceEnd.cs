using Proviso.Language.Diagnostics;

namespace Proviso.Language.Syntax.Parsing;

/// <summary>The end of a sentence, and the way to it after a mistake.</summary>
internal static class SentenceEnd
{
    extension(Cursor at)
    {
        /// <summary>Reads the full stop. What stands before it is reported and passed over; where a new sentence begins first, the
        /// full stop is reported as missing.</summary>
        /// <param name="parts">The words that begin the optional parts of the sentence, in the order of the grammar.</param>
        public Token EndSentence(params ReadOnlySpan<Word> parts)
        {
            if (at.At(TokenKind.FullStop))
            {
                return at.Take();
            }

            if (at.AtEnd || SentenceStart.IsAt(at) || SentenceStart.HasShape(at))
            {
                return MissingFullStop(at);
            }

            var report = Leftover(at, parts);
            at.SkipTo(inner => inner.AtSentenceEnd, _ => report);
            return at.TakeIf(TokenKind.FullStop) ?? MissingFullStop(at);
        }

        /// <summary>True at a full stop, at a new sentence, and at the end of the file.</summary>
        public bool AtSentenceEnd => at.At(TokenKind.FullStop) || at.AtEnd || SentenceStart.IsAt(at);
    }

    private static Token MissingFullStop(Cursor at)
    {
        var place = at.EndOfLast;
        at.Report(Diagnostic.Error(SyntaxCodes.FullStopMissing, place, $"a full stop is missing before {at.Found}")
            .Hint("every sentence ends with a full stop")
            .Replace(place, ".", "Add the full stop"));
        return at.Missing(TokenKind.FullStop);
    }

    private static Diagnostic Leftover(Cursor at, ReadOnlySpan<Word> parts)
    {
        if (at.Current.Word != Word.None && parts.Contains(at.Current.Word))
        {
            var order = string.Join(", ", parts.ToArray().Select(part => $"`{part.Spelling()}`"));
            return Diagnostic.Error(SyntaxCodes.PartTooLate, at.Current.Span, $"{at.Shown} stands too late or twice in this sentence")
                .Hint(parts.Length > 1 ? $"the order is {order}; each at most once" : at.Form);
        }

        return at.DoesNotFit("the sentence could end here");
    }
}
