using System.Collections.Immutable;
using Proviso.Language.Diagnostics;

namespace Proviso.Language.Syntax.Parsing;

/// <summary>Sentences about what the author assumes and expects.</summary>
internal static class ExpectationParser
{
    private static readonly ImmutableArray<ImmutableArray<Word>> standings =
    [
        [Word.Not, Word.In, Word.Force], [Word.Offered], [Word.Refused], [Word.In, Word.Force], [Word.Suspended], [Word.Ended],
        [Word.Void, Word.From, Word.Birth], [Word.Withdrawn], [Word.Expired], [Word.Cannot, Word.Tell],
    ];

    private static readonly ImmutableArray<ImmutableArray<Word>> conducts =
    [
        [Word.Not, Word.Triggered], [Word.Pending], [Word.Kept], [Word.Broken], [Word.Cured, Word.Late], [Word.Excused],
        [Word.Cannot, Word.Tell],
    ];

    private static readonly ImmutableArray<ImmutableArray<Word>> bases =
    [
        [Word.Reported], [Word.Verified], [Word.Partly, Word.Verified], [Word.Not, Word.Contradicted], [Word.Not, Word.Observed],
        [Word.Access, Word.Denied], [Word.Assumed],
    ];

    public static AssumeSentence Assume(Cursor at)
    {
        at.Form = "`assume no unreported THING is STATE in PLACE from DATE through DATE under VIEWS`";
        return new(
            at.Expect(Word.Assume, Word.No, Word.Unreported),
            ThingParser.Noun(at),
            at.ExpectOneOf("`is`", Word.Is, Word.Are),
            at.ExpectName("the name of a state"),
            PhraseParser.Place(at),
            PhraseParser.DatedIf(at),
            at.Begins(Word.Under) ? PhraseParser.Names(at, Word.Under, "the name of a view") : null,
            at.EndSentence(Word.From, Word.Through, Word.Before, Word.Under));
    }

    public static Sentence Expect(Cursor at)
    {
        at.Form = "`expect under VIEW on DATE known on DATE: clause NUMBER for PARTY in PLACE: standing …, conduct …, basis …`";
        var (word, under, days) = (at.Take(), PhraseParser.Named(at, Word.Under, "the name of a view"), Days(at));
        var known = at.Begins(Word.Known) ? Known(at) : null;
        var colon = at.ExpectMark(TokenKind.Colon, "`:`");
        return IsCount(at)
            ? Count(at, word, under, days, known, colon)
            : new ExpectSentence(
                word,
                under,
                days,
                known,
                colon,
                PhraseParser.ClauseReference(at),
                PhraseParser.Named(at, Word.For, "the name of a party"),
                PhraseParser.PlaceIf(at),
                at.ExpectMark(TokenKind.Colon, "`:`"),
                Outcomes(at),
                at.EndSentence());
    }

    /// <summary>True at `count`, also when the word is missing and a number is expected of what is named.</summary>
    private static bool IsCount(Cursor at)
    {
        const int LongestQuestion = 6;
        var colon = Enumerable.Range(1, LongestQuestion).FirstOrDefault(places => at.Ahead(places).Kind == TokenKind.Colon);
        return at.At(Word.Count)
            || (Vocabulary.IsNameLike(at.Current) && colon > 0
                && (at.Ahead(colon + 1).Kind == TokenKind.Number || at.Ahead(colon + 1).Word is Word.At or Word.Cannot));
    }

    private static ExpectCountSentence Count(
        Cursor at, Token word, NamedSyntax under, ExpectedDaysSyntax days, KnownSyntax? known, Token colon)
    {
        at.Form = "`expect under VIEW on DATE known on DATE: count NAME for PARTY in PLACE: 5`, `5 or more`, `3 to 5`, `at most 5` or `cannot tell`";
        return new(
            word,
            under,
            days,
            known,
            colon,
            PhraseParser.Named(at, Word.Count, "the name of a count"),
            at.At(Word.For) || at.At(TokenKind.Name) ? PhraseParser.Named(at, Word.For, "the name of a party") : null,
            PhraseParser.PlaceIf(at),
            at.ExpectMark(TokenKind.Colon, "`:`"),
            Number(at),
            at.EndSentence());
    }

    private static ExpectedNumberSyntax Number(Cursor at) => at.Current.Word switch
    {
        Word.At => new ExpectedMostSyntax(at.Expect(Word.At, Word.Most), at.ExpectNumber("the most it can be")),
        Word.Cannot => new ExpectedOpenSyntax(at.Expect(Word.Cannot, Word.Tell)),
        _ => new ExpectedAmountSyntax(ReportParser.Amount(at, "a number, `at most` or `cannot tell`")),
    };

    private static ExpectedDaysSyntax Days(Cursor at) => at.At(Word.From)
        ? new(at.Take(), at.ExpectDate(), Through(at), at.ExpectDate())
        : DaysAfter(at, at.ExpectOneOf("`on` or `from`", Word.On, Word.From), at.ExpectDate());

    private static Token Through(Cursor at)
    {
        if (at.Current.Word is Word.To or Word.Until or Word.Before)
        {
            at.Report(Diagnostic.Error(SyntaxCodes.BareEnd, at.Current.Span, $"an expectation says `from … through …`, not `{at.Current.Text}`")
                .Hint("`through` includes the day it names")
                .Replace(at.Current.Span, "through", "Write `through`"));
            at.Reread(TokenKind.Word, Word.Through);
        }

        return at.Expect(Word.Through);
    }

    private static ExpectedDaysSyntax DaysAfter(Cursor at, Token on, Token first) => on.IsMissing && at.At(Word.Through)
        ? new(on, first, at.Take(), at.ExpectDate())
        : new(on, first, null, null);

    private static KnownSyntax Known(Cursor at) => new(
        at.Take(), PhraseParser.NamedIf(at, Word.To, "the name of a party"), at.Expect(Word.On), at.ExpectDate());

    private static Separated<OutcomeSyntax> Outcomes(Cursor at)
    {
        var outcomes = at.List(Outcome, isItem: IsOutcome);
        for (var i = 1; i < outcomes.Count; i++)
        {
            if (outcomes.Take(i).Any(earlier => earlier.Word.Word == outcomes[i].Word.Word) && !outcomes[i].Word.IsMissing)
            {
                at.Note(Diagnostic.Error(SyntaxCodes.PartTwice, outcomes[i].Word.Span, $"`{outcomes[i].Word.Text}` stands twice in this sentence"));
            }
        }

        return outcomes;
    }

    private static bool IsOutcome(Cursor at) => at.Current.Word is Word.Standing or Word.Conduct or Word.Basis;

    private static OutcomeSyntax Outcome(Cursor at)
    {
        var word = at.ExpectOneOf("`standing`, `conduct` or `basis`", Word.Standing, Word.Conduct, Word.Basis);
        var phrases = word.Word switch
        {
            Word.Standing => standings,
            Word.Conduct => conducts,
            Word.Basis => bases,
            _ => [.. standings, .. conducts, .. bases],
        };
        return new(word, Value(at, phrases));
    }

    /// <summary>The one of the phrases that begins here; its second word decides between those with the same first.</summary>
    private static Phrase Value(Cursor at, ImmutableArray<ImmutableArray<Word>> phrases)
    {
        if (at.At(TokenKind.Name))
        {
            at.Correct([.. phrases.Select(phrase => phrase[0])]);
        }

        var second = at.Ahead(1).Word;
        var meant = phrases.FirstOrDefault(phrase => phrase[0] == at.Current.Word && (phrase.Length == 1 || phrase[1] == second));
        if (meant.IsDefault)
        {
            meant = phrases.FirstOrDefault(phrase => phrase[0] == at.Current.Word);
        }

        if (!meant.IsDefault)
        {
            return at.Expect(meant.AsSpan());
        }

        var all = string.Join(", ", phrases.Select(phrase => $"`{string.Join(' ', phrase.Select(word => word.Spelling()))}`"));
        at.Report(at.Expected($"one of {all}"));
        return new([at.Missing(TokenKind.Word)]);
    }
}
