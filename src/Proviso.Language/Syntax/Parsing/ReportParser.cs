using System.Collections.Immutable;
using Proviso.Language.Diagnostics;

namespace Proviso.Language.Syntax.Parsing;

/// <summary>Reports and what they say.</summary>
internal static class ReportParser
{
    private const string StateForm = "`report NAME THING STATE 3 in PLACE from DATE to DATE by PARTY grade … source …`";
    private const string TotalForm = "`report NAME total 3 THING STATE in PLACE on DATE by PARTY grade … source …`";
    private const string EventForm = "`report NAME EVENT by PARTY to PARTY of 3 THING in PLACE on DATE by PARTY grade … source …`";

    public static SourcesSentence Sources(Cursor at)
    {
        at.Form = "`sources read on DATE`";
        return new(at.Expect(Word.Sources, Word.Read, Word.On), at.ExpectDate(), at.EndSentence());
    }

    public static ReportSentence Report(Cursor at)
    {
        at.Form = StateForm;
        var word = at.Take();
        var name = at.ExpectNewName("the name of the report");
        var content = Content(at);
        var attribution = AttributionParser.Read(at, isPosition: false, word);
        return new(word, name, content, attribution, at.EndSentence());
    }

    private static ReportContentSyntax Content(Cursor at)
    {
        switch (at.Current.Word)
        {
            case Word.End:
                return new EndContentSyntax(at.Expect(Word.End, Word.Of), at.ExpectName("the name of a report"), TimeParser.Point(at));
            case Word.Access or Word.Denied:
                return new AccessContentSyntax(
                    at.Expect(Word.Access, Word.Denied, Word.To),
                    at.ExpectName("the name of a party"),
                    PhraseParser.Place(at),
                    TimeParser.Stay(at));
            case Word.Log:
                return new LogContentSyntax(
                    at.Expect(Word.Log, Word.Of), at.ExpectName("the name of a party"), at.Expect(Word.Complete), TimeParser.Stay(at));
            case Word.Corrects:
                return Correction(at);
            case Word.Total:
                return Total(at);
        }

        if (at.At(TokenKind.Number))
        {
            return Total(at);
        }

        return IsEvent(at) ? Event(at) : IsAttribute(at) ? Attribute(at) : State(at);
    }

    /// <summary>True for an event, also when its name or the word <c>by</c> is missing.</summary>
    private static bool IsEvent(Cursor at) =>
        at.At(Word.By)
        || (at.Ahead(1).Word == Word.By && !at.At(Word.No))
        || (Vocabulary.IsNameLike(at.Current) && Vocabulary.IsNameLike(at.Ahead(1))
            && (at.Ahead(2).Word is Word.Not or Word.Of or Word.On
                || (at.Ahead(2).Word == Word.To && at.Ahead(3).Kind != TokenKind.Number)));

    /// <summary>True for a value of an attribute, also when the model or the word <c>has</c> is missing.</summary>
    private static bool IsAttribute(Cursor at) =>
        at.At(Word.Has)
        || at.Ahead(1).Word == Word.Has
        || (Vocabulary.IsNameLike(at.Current) && Vocabulary.IsNameLike(at.Ahead(1))
            && (ThingParser.BeginsFigure(at, 2) || at.Ahead(2).Word is Word.Yes or Word.No
                || (Vocabulary.IsNameLike(at.Ahead(2)) && AttributionParser.IsStart(at.Ahead(3)))));

    private static StateContentSyntax State(Cursor at) => new(
        at.TakeIf(Word.No),
        Subject(at),
        at.ExpectName("the name of a state"),
        at.At(TokenKind.Number) || at.At(Word.To) ? Amount(at) : null,
        PhraseParser.Place(at),
        TimeParser.Stay(at));

    /// <summary>A declared total, also when the word <c>total</c> is missing before its number.</summary>
    private static TotalContentSyntax Total(Cursor at)
    {
        at.Form = TotalForm;
        return new(
            at.Expect(Word.Total), Amount(at), Subject(at), at.ExpectName("the name of a state"), PhraseParser.Place(at), TimeParser.Stay(at));
    }

    private static EventContentSyntax Event(Cursor at)
    {
        at.Form = EventForm;
        return new(
            at.ExpectName("the name of an event"),
            PhraseParser.Named(at, Word.By, "the name of a party"),
            at.At(Word.To) || at.At(TokenKind.Name) ? PhraseParser.Named(at, Word.To, "the name of a party") : null,
            at.At(Word.Not) || at.At(Word.Received) ? at.Expect(Word.Not, Word.Received) : null,
            at.At(Word.Of) ? new(at.Take(), at.At(TokenKind.Number) ? Amount(at) : null, Subject(at)) : null,
            PhraseParser.PlaceIf(at),
            TimeParser.Point(at),
            at.At(Word.For) ? PhraseParser.Names(at, Word.For, "the name of a report") : null);
    }

    private static AttributeContentSyntax Attribute(Cursor at)
    {
        at.Form = "`report NAME MODEL has ATTRIBUTE VALUE by PARTY grade … source …`";
        return new(at.ExpectName("the name of a model"), at.Expect(Word.Has), ThingParser.Pair(at));
    }

    private static SubjectSyntax Subject(Cursor at) => new(
        at.ExpectName("what it is: the name of a kind or a model"),
        at.At(Word.As) || IsItem(at) ? PhraseParser.Named(at, Word.As, "a name for the item") : null,
        ThingParser.WithIf(at));

    /// <summary>True at the name of an item without <c>as</c> before it.</summary>
    private static bool IsItem(Cursor at) => Vocabulary.IsNameLike(at.Current)
        && (at.Ahead(1).Word == Word.With
            || (Vocabulary.IsNameLike(at.Ahead(1)) && at.Ahead(2).Kind == TokenKind.Number));

    /// <summary><c>3</c>, <c>3 or more</c>, <c>3 to 5</c>.</summary>
    public static AmountSyntax Amount(Cursor at, string what = "how many")
    {
        var low = at.ExpectNumber(what);
        if (at.At(Word.Or))
        {
            return new(low, at.Expect(Word.Or, Word.More), null, null);
        }

        return at.At(Word.To) ? new(low, null, at.Take(), at.ExpectNumber("the most it can be")) : new(low, null, null, null);
    }

    private static CorrectionContentSyntax Correction(Cursor at)
    {
        at.Form = "`report NAME corrects REPORT amount 3 in PLACE on DATE by PARTY grade … source …`";
        var word = at.Take();
        var report = at.ExpectName("the name of the report it corrects");
        var parts = ImmutableArray.CreateBuilder<CorrectionPartSyntax>();
        var seen = new HashSet<Type>();
        while (CorrectionPart(at) is { } part)
        {
            if (!seen.Add(part.GetType()))
            {
                at.Note(AttributionParser.Twice(part));
            }

            parts.Add(part);
        }

        if (parts.Count == 0 && !at.HasErrors)
        {
            at.Report(Diagnostic.Error(SyntaxCodes.EmptyCorrection, at.EndOfLast, "this correction does not say what was wrong")
                .Hint("add `did not occur`, `subject …`, `amount …`, `in PLACE`, or the right days"));
        }

        return new(word, report, parts.DrainToImmutable());
    }

    private static CorrectionPartSyntax? CorrectionPart(Cursor at) => at.Current.Word switch
    {
        Word.Did => new DidNotOccurSyntax(at.Expect(Word.Did, Word.Not, Word.Occur)),
        Word.Subject => new SubjectCorrectionSyntax(at.Take(), Subject(at)),
        Word.Amount => new AmountCorrectionSyntax(at.Take(), Amount(at)),
        Word.In => new PlaceCorrectionSyntax(PhraseParser.Place(at)),
        Word.On or Word.From or Word.Since => new TimeCorrectionSyntax(TimeParser.Stay(at)),
        _ => at.Correct(Word.Did, Word.Subject, Word.Amount, Word.Since) ? CorrectionPart(at) : null,
    };
}
