using Proviso.Language.Diagnostics;

namespace Proviso.Language.Syntax.Parsing;

/// <summary>Sentences about the days on which a party works.</summary>
internal static class CalendarParser
{
    public static CalendarSentence Calendar(Cursor at)
    {
        at.Form = "`calendar PARTY working monday, tuesday from DATE through DATE without DATES with DATES grade … source …`";
        return new(
            at.Take(),
            at.ExpectName("the name of a party"),
            at.ExpectBeforeName(Word.Working),
            at.List(Weekday),
            at.Expect(Word.From),
            at.ExpectDate(),
            Limit(at),
            DatesIf(at, Word.Without, Word.With, Word.Grade, Word.Source),
            DatesIf(at, Word.With, Word.Grade, Word.Source),
            at.Begins(Word.Grade, Word.Source) ? PhraseParser.Grade(at) : null,
            PhraseParser.CitationIf(at),
            at.EndSentence(Word.Without, Word.With, Word.Grade, Word.Source));
    }

    private static Token Weekday(Cursor at)
    {
        const string What = "the name of a day of the week, as in `monday`";
        at.Hear(TokenKind.Name, What);
        if (at.At(TokenKind.Name) && Vocabulary.WeekdayNamed(at.Current.Text) > 0)
        {
            return at.Take();
        }

        if (Vocabulary.IsNameLike(at.Current) && Spelling.Closest(at.Current.Text.ToLowerInvariant(), Vocabulary.Weekdays) is { } meant)
        {
            at.Report(Diagnostic.Error(SyntaxCodes.Misspelt, at.Current.Span, $"{at.Shown} is not the name of a day of the week")
                .Hint($"write `{meant}`")
                .Replace(at.Current.Span, meant, $"Write `{meant}`"));
            at.Reread(TokenKind.Name);
            return at.Take();
        }

        // Another name stands for the day that is meant, so that the list goes on behind it.
        at.Report(at.Expected(What));
        return at.At(TokenKind.Name) ? at.Take() : at.Missing(TokenKind.Name);
    }

    /// <summary>The end of the stretch: the days off of years to come are not known, so it has one.</summary>
    private static LimitSyntax Limit(Cursor at)
    {
        if (PhraseParser.LimitIf(at) is { } limit)
        {
            return limit;
        }

        at.Report(at.Expected("`through` and the last day of the calendar"));
        return new(at.Missing(Word.Through), at.Missing(TokenKind.Date));
    }

    private static DatesSyntax? DatesIf(Cursor at, Word word, params ReadOnlySpan<Word> others) => at.Begins(word, others)
        ? new(at.Take(), at.List(inner => inner.ExpectDate(), isItem: inner => inner.At(TokenKind.Date)))
        : null;
}
