using Proviso.Language.Diagnostics;

namespace Proviso.Language.Syntax.Parsing;

/// <summary>Parts that stand in sentences of many sorts.</summary>
internal static class PhraseParser
{
    /// <summary>A word and a name: <c>in europe</c>.</summary>
    public static NamedSyntax Named(Cursor at, Word word, string what) => new(at.ExpectBeforeName(word), at.ExpectName(what));

    public static NamedSyntax? NamedIf(Cursor at, Word word, string what) => at.At(word) ? Named(at, word, what) : null;

    public static NamedSyntax Place(Cursor at) => Named(at, Word.In, "the name of a place");

    public static NamedSyntax? PlaceIf(Cursor at) => at.At(Word.In) ? Place(at) : null;

    /// <summary>A word and names: <c>under common, usa</c>.</summary>
    public static NamesSyntax Names(Cursor at, Word word, string what) => new(at.ExpectBeforeName(word), at.Names(what));

    public static CitationSyntax? CitationIf(Cursor at) => at.Begins(Word.Source) ? Citation(at) : null;

    public static CitationSyntax Citation(Cursor at)
    {
        var source = at.Expect(Word.Source);
        var title = at.ExpectTitle("the title of the source, in quotes");
        var word = at.TakeIf(Word.At);
        return new(source, title, word, word is null ? null : at.ExpectTitle("the address of the source, in quotes"));
    }

    public static GradeSyntax Grade(Cursor at)
    {
        var word = at.Expect(Word.Grade);
        var value = at.ExpectOneOf(
            "`inspection`, `official`, `own statement`, `press` or `recalled`",
            Word.Inspection, Word.Official, Word.Own, Word.Press, Word.Recalled);
        return new(word, value, value.Word == Word.Own ? at.Expect(Word.Statement) : null);
    }

    public static RunningSyntax? RunningIf(Cursor at)
    {
        if (!at.At(Word.For) || at.Ahead(1).Word == Word.Each)
        {
            return null;
        }

        var word = at.Take();
        var number = at.ExpectNumber("a number of days");
        return new(word, number, at.ExpectOneOf("`days`", Word.Days, Word.Day), at.Expect(Word.Running));
    }

    public static LimitSyntax? LimitIf(Cursor at)
    {
        if (at.Current.Word is Word.Until or Word.To && at.Ahead(1).Kind == TokenKind.Date)
        {
            at.Report(BareEnd(at));
            at.Reread(TokenKind.Word, Word.Through);
        }

        return at.Begins(Word.Through, Word.Before) || at.At(Word.Before) ? new(at.Take(), at.ExpectDate()) : null;
    }

    public static DatedSyntax? DatedIf(Cursor at)
    {
        if (!at.At(Word.From))
        {
            return LimitIf(at) is { } limit ? new(null, null, limit) : null;
        }

        return new(at.Take(), at.ExpectDate(), LimitIf(at));
    }

    /// <summary>A name, and the days it counts.</summary>
    public static DatedNameSyntax DatedName(Cursor at, string what) => new(at.ExpectName(what), DatedIf(at));

    /// <summary><c>of</c> or <c>joins</c>, and what lies in a place.</summary>
    public static PartsSyntax Parts(Cursor at, Word word) => PartsAfter(at, at.ExpectBeforeName(word));

    public static PartsSyntax PartsAfter(Cursor at, Token word) => new(word, at.List(inner => DatedName(inner, "the name of a place")));

    public static ClauseReferenceSyntax ClauseReference(Cursor at) => new(at.Expect(Word.Clause), ClauseNumber(at));

    /// <param name="isNew">True where a clause is given its number.</param>
    public static Token ClauseNumber(Cursor at, bool isNew = false)
    {
        const string What = "the number of a clause";
        if (!at.At(TokenKind.Number) && !(at.At(TokenKind.Title) || at.At(TokenKind.FullStop) || at.AtEnd))
        {
            return at.ExpectName(What, isNew);
        }

        at.Hear(TokenKind.Name, What, isNew: isNew);
        if (!at.At(TokenKind.Number))
        {
            at.Report(at.Expected(What));
            return at.Missing(TokenKind.Number);
        }

        if (at.Current.Text.AsSpan().IndexOfAny(".,") >= 0)
        {
            at.Note(Diagnostic.Error(SyntaxCodes.FaultyClauseNumber, at.Current.Span, $"{at.Shown} is not the number of a clause")
                .Hint("a clause has a whole number, or a name such as `3a` or `preamble`"));
        }

        return at.Take();
    }

    private static Diagnostic BareEnd(Cursor at)
    {
        var word = at.Current.Span;
        var date = at.Ahead(1).Text;
        return Diagnostic.Error(SyntaxCodes.BareEnd, word, $"`{at.Current.Text} {date}` does not say whether that day still counts")
            .Hint($"write `through {date}` if it does, `before {date}` if it does not")
            .Replace(word, "through", $"Write `through {date}`")
            .Replace(word, "before", $"Write `before {date}`");
    }
}
