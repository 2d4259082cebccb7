using System.Collections.Immutable;
using Proviso.Language.Diagnostics;

namespace Proviso.Language.Syntax.Parsing;

/// <summary>Who said it, when, how we have it and where it is written; in any order.</summary>
internal static class AttributionParser
{
    private static readonly Word[] starts =
        [Word.By, Word.Said, Word.Received, Word.Grade, Word.Quoting, Word.Source, Word.Read];

    /// <summary>All parts, to the end of the sentence; reports what is said twice or not at all.</summary>
    /// <param name="owner">The word that opens the sentence.</param>
    public static ImmutableArray<AttributionSyntax> Read(Cursor at, bool isPosition, Token owner)
    {
        var parts = ImmutableArray.CreateBuilder<AttributionSyntax>();
        var seen = new HashSet<Type>();
        var isSure = !at.HasErrors;
        while (IsStart(at, isPosition) || SkipToStart(at, isPosition))
        {
            var part = Part(at, isPosition, isPosition && !seen.Contains(typeof(ByAttributionSyntax)));
            if (!seen.Add(part.GetType()) && part is not ReceivedAttributionSyntax && isSure)
            {
                at.Note(Twice(part));
            }

            parts.Add(part);
        }

        if (!at.HasErrors)
        {
            CheckComplete(at, parts, owner);
        }

        return parts.DrainToImmutable();
    }

    /// <summary>Reports a part that stands a second time.</summary>
    public static Diagnostic Twice(SyntaxNode part)
    {
        var word = part.FirstToken!;
        return Diagnostic.Error(SyntaxCodes.PartTwice, word.Span, $"`{word.Word.Spelling()}` stands twice in this sentence")
            .Hint("each part stands at most once; only `received` may stand for several receivers");
    }

    /// <summary>True when the token begins a part of an attribution.</summary>
    public static bool IsStart(Token token) => starts.Contains(token.Word);

    private static bool IsStart(Cursor at, bool isPosition) =>
        starts.Contains(at.Current.Word) || (isPosition && at.At(Word.On)) || CorrectStart(at);

    /// <summary>Takes a name for a misspelt word only where what follows fits the word.</summary>
    private static bool CorrectStart(Cursor at)
    {
        var then = at.Ahead(1);
        if (then.Kind == TokenKind.Title)
        {
            return at.Correct(Word.Quoting, Word.Source);
        }

        return then.Word switch
        {
            Word.Inspection or Word.Official or Word.Own or Word.Press or Word.Recalled => at.Correct(Word.Grade),
            Word.By => at.Correct(Word.Received, Word.Said),
            Word.Between => at.Correct(Word.Said),
            _ => then.Kind is TokenKind.Date or TokenKind.Month && at.Correct(Word.Said, Word.Read),
        };
    }

    private static bool SkipToStart(Cursor at, bool isPosition)
    {
        if (at.AtSentenceEnd || SentenceStart.HasShape(at))
        {
            return false;
        }

        at.SkipTo(
            inner => inner.AtSentenceEnd || IsStart(inner.Current) || (isPosition && inner.At(Word.On)),
            inner => inner.DoesNotFit("expected `by`, `said`, `received`, `grade`, `quoting`, `source`, `read` or the full stop"));
        return !at.AtSentenceEnd;
    }

    /// <param name="mayBeOn">Whether <c>on</c> after a name can be a part of its own, and not of <c>received by</c>.</param>
    private static AttributionSyntax Part(Cursor at, bool isPosition, bool mayBeOn) => at.Current.Word switch
    {
        Word.By when at.Ahead(1).Kind is TokenKind.Date or TokenKind.Month && !at.HasErrors => isPosition
            ? new OnAttributionSyntax(at.Expect(Word.On), TimeParser.When(at))
            : new SaidAttributionSyntax(at.Expect(Word.Said), TimeParser.When(at)),
        Word.By when !mayBeOn && at.Ahead(2).Word == Word.On => Received(at),
        Word.By => new ByAttributionSyntax(at.Take(), at.ExpectName("the name of the party whose statement it is")),
        Word.Said => new SaidAttributionSyntax(at.Take(), TimeParser.When(at)),
        Word.Received => Received(at),
        Word.Grade => new GradeAttributionSyntax(PhraseParser.Grade(at)),
        Word.Quoting => new QuotingAttributionSyntax(at.Take(), at.ExpectTitle("the source's own word, in quotes")),
        Word.Source => new SourceAttributionSyntax(PhraseParser.Citation(at)),
        Word.Read => new ReadAttributionSyntax(at.Take(), at.ExpectDate()),
        _ => new OnAttributionSyntax(at.Take(), TimeParser.When(at)),
    };

    private static ReceivedAttributionSyntax Received(Cursor at) => new(
        at.Expect(Word.Received, Word.By), at.ExpectName("the name of a party"), at.Expect(Word.On), TimeParser.When(at));

    private static void CheckComplete(Cursor at, ImmutableArray<AttributionSyntax>.Builder parts, Token owner)
    {
        var missing = new List<string>(3);
        if (!parts.Any(part => part is ByAttributionSyntax))
        {
            missing.Add("`by`, whose statement it is");
        }

        if (!parts.Any(part => part is GradeAttributionSyntax))
        {
            missing.Add("`grade`, how we have it");
        }

        if (!parts.Any(part => part is SourceAttributionSyntax))
        {
            missing.Add("`source`, where it is written");
        }

        if (missing.Count > 0)
        {
            at.Note(Diagnostic.Error(SyntaxCodes.PartMissing, at.EndOfLast, $"this {owner.Word.Spelling()} does not name its source in full")
                .Hint($"add {string.Join("; ", missing)}"));
        }
    }
}
