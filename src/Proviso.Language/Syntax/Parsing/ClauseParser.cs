using System.Collections.Immutable;
using Proviso.Language.Diagnostics;
using Proviso.Language.Text;

namespace Proviso.Language.Syntax.Parsing;

/// <summary>Clauses: their slots in any order, of which one is right.</summary>
internal static class ClauseParser
{
    private const string Order =
        "the order is `offered by`, `for each`, `from` or `by`, `when`, `while`, who shall or may do what, `until`, `unless`, `despite`, `verified by`";

    /// <summary>How the name is told that a clause gives to each of some places or parties.</summary>
    public const string VariableWanted = "a name to stand for each of them";

    private static readonly Word[] slotWords =
        [Word.Until, Word.Unless, Word.While, Word.When, Word.Despite, Word.Verified, Word.Offered, Word.For, Word.From];

    public static ClauseSentence Clause(Cursor at)
    {
        at.Form = "`clause NUMBER \"TITLE\" for each … when … while … PARTY shall … until … unless … despite … verified by …`";
        var word = at.Take();
        var number = PhraseParser.ClauseNumber(at, isNew: true);
        var title = at.ExpectTitle("the title of the clause, in quotes");
        var slots = Slots(at);
        if (!at.HasErrors && !slots.Any(slot => slot is ActSlotSyntax))
        {
            at.Note(Diagnostic.Error(SyntaxCodes.ActMissing, at.EndOfLast, $"clause `{number.Text}` does not say who shall or may do what")
                .Hint("write `PARTY shall not have THING STATE in PLACE`, `PARTY shall EVENT within …` or `PARTY may EVENT`"));
        }

        return new(word, number, title, slots, at.EndSentence());
    }

    private static ImmutableArray<ClauseSlotSyntax> Slots(Cursor at)
    {
        var slots = ImmutableArray.CreateBuilder<ClauseSlotSyntax>();
        var firstOfRank = new ClauseSlotSyntax?[Ranks];
        while (BeginsSlot(at, firstOfRank[RankOfAct] is not null) || SkipToSlot(at))
        {
            var slot = Slot(at);
            CheckOrder(at, firstOfRank, slots.Count > 0 ? slots[^1] : null, slot);
            firstOfRank[Rank(slot)] ??= slot;
            slots.Add(slot);
        }

        return slots.DrainToImmutable();
    }

    private static bool BeginsSlot(Cursor at, bool hasAct) =>
        IsActor(at, 0)
        || slotWords.Contains(at.Current.Word)
        || (at.At(Word.By) && IsSlotStart(at))
        || (at.Current.Word is Word.Shall or Word.May && !hasAct)
        || at.Correct(slotWords)
        || IsForEachWithoutFor(at)
        || (!hasAct && IsActorWithoutModal(at));

    /// <summary>True when the actor of a clause stands here: a name, <c>each party</c> or <c>that party</c> before <c>shall</c>
    /// or <c>may</c>, or before a word that was meant for one of them; the latter two also where the text ends behind them.</summary>
    public static bool IsActor(Cursor at, int places)
    {
        var (first, second) = (at.Ahead(places), at.Ahead(places + 1));
        return (Vocabulary.IsNameLike(first) && IsModal(second))
            || (first.Word is Word.Each or Word.That
                && (second.Kind == TokenKind.End || (second.Word == Word.Party && (at.Ahead(places + 2).Kind == TokenKind.End || IsModalOrAfter(at.Ahead(places + 2))))));
    }

    private static bool IsModalOrAfter(Token token) => IsModal(token) || token.Word is Word.Not or Word.Have;

    private static bool IsModal(Token token) =>
        token.Word is Word.Shall or Word.May
        || (Vocabulary.IsNameLike(token) && (Vocabulary.ModalMeantBy(token.Text) is not null
            || Spelling.Closest(token.Text, ["shall", "may", "must"]) is not null));

    /// <summary>Passes over what is no slot; false when none follows.</summary>
    private static bool SkipToSlot(Cursor at)
    {
        if (at.AtSentenceEnd || SentenceStart.HasShape(at))
        {
            return false;
        }

        at.SkipTo(
            inner => inner.AtSentenceEnd || IsSlotStart(inner),
            inner => inner.DoesNotFit("expected a slot of the clause or the full stop"));
        return !at.AtSentenceEnd;
    }

    /// <summary>True when a slot surely begins here, also after words that made no sense.</summary>
    private static bool IsSlotStart(Cursor at) => at.Current.Word switch
    {
        Word.Until or Word.Unless or Word.While or Word.When or Word.Despite => true,
        Word.Verified or Word.Offered => at.Ahead(1).Word == Word.By,
        Word.For => at.Ahead(1).Word == Word.Each,
        Word.From or Word.By => at.Ahead(1).Kind is TokenKind.Date or TokenKind.End || IsStep(at),
        _ => IsActor(at, 0),
    };

    /// <summary>True at <c>from</c> or <c>by</c> before a number of days, months or years.</summary>
    private static bool IsStep(Cursor at) => at.Current.Word is Word.From or Word.By && at.Ahead(1).Kind == TokenKind.Number
        && at.Ahead(2).Word is Word.Day or Word.Days or Word.Month or Word.Months or Word.Year or Word.Years;

    private static StepSyntax Step(Cursor at) => new(
        at.ExpectNumber("how long after entry into force"),
        at.ExpectCalendarUnit(),
        at.Expect(Word.After, Word.Entry, Word.Into, Word.Force));

    private static ClauseSlotSyntax Slot(Cursor at) => at.Current.Word switch
    {
        Word.Offered => Offered(at),
        Word.For => ForEach(at),
        Word.Each when IsForEachWithoutFor(at) => ForEach(at),
        Word.From or Word.By when IsStep(at) => new FromSlotSyntax(at.Take(), null, Step(at), Mark(at)),
        Word.From or Word.By => new FromSlotSyntax(at.Take(), at.ExpectDate(), null, Mark(at)),
        Word.When => new WhenSlotSyntax(at.Take(), ConditionParser.Pattern(at), at.At(Word.Under) ? new UnderSyntax(at.Take(), PhraseParser.ClauseReference(at)) : null, Mark(at)),
        Word.While or Word.Until or Word.Unless => ConditionParser.Slot(at) is var slot ? slot with { Mark = Mark(at) } : slot,
        Word.Despite => new DespiteSlotSyntax(at.Take(), at.List(PhraseParser.ClauseReference, CommaBeforeClause, IsClause), Mark(at)),
        Word.Verified => new VerifiedSlotSyntax(
            at.Expect(Word.Verified, Word.By), at.NamesInClause("the name of an event"), Mark(at)),
        _ => new ActSlotSyntax(ActParser.Actor(at), ActParser.Act(at), Mark(at)),
    };

    private static OfferedSlotSyntax Offered(Cursor at)
    {
        var words = at.Expect(Word.Offered, Word.By);
        var by = at.ExpectName("the name of a party");
        return new(words, by, OfferedTo(at), at.At(Word.Accepted) ? Accepted(at) : null, Mark(at));
    }

    private static NamesSyntax OfferedTo(Cursor at)
    {
        if (at.At(Word.To) || !IsActor(at, 0))
        {
            return new(at.Expect(Word.To), at.NamesInClause("the name of a party"));
        }

        at.Report(at.Expected("`to` and the parties it is offered to"));
        return new(at.Missing(Word.To), new([at.Missing(TokenKind.Name)], []));
    }

    private static AcceptedSyntax Accepted(Cursor at) => new(at.Expect(Word.Accepted, Word.By, Word.Words));

    private static ForEachSlotSyntax ForEach(Cursor at)
    {
        var (words, type) = (at.Expect(Word.For, Word.Each), ForEachType(at));
        var variable = at.ExpectName(VariableWanted, isNew: true);
        var among = type.Word == Word.Party ? "the name of a party" : "the name of a place";
        return new(words, type, variable, at.At(Word.Of) ? new(at.Take(), at.NamesInClause(among)) : null, Mark(at));
    }

    private static Token ForEachType(Cursor at)
    {
        var type = at.ExpectOneOf("`theatre`, `region`, `site` or `party`", Word.Theatre, Word.Region, Word.Site, Word.Party);
        if (type.IsMissing && Vocabulary.IsNameLike(at.Current) && Vocabulary.IsNameLike(at.Ahead(1)) && !IsActor(at, 0) && !IsActor(at, 1))
        {
            at.Skip();
        }

        return type;
    }

    /// <summary>True at <c>each theatre t</c> where <c>for</c> is missing before it.</summary>
    private static bool IsForEachWithoutFor(Cursor at) => at.At(Word.Each) && (at.Ahead(1).Word switch
    {
        Word.Theatre or Word.Region or Word.Site => true,
        Word.Party => Vocabulary.IsNameLike(at.Ahead(2))
            && (at.Ahead(3).Word == Word.Of || at.Ahead(3).Kind is TokenKind.Comma or TokenKind.Semicolon || IsActor(at, 3)),
        _ => false,
    });

    /// <summary>True where somebody or each party is named as the actor and <c>shall</c> or <c>may</c> is missing.</summary>
    private static bool IsActorWithoutModal(Cursor at) =>
        (at.At(TokenKind.Name) && at.Ahead(1).Word is Word.Not or Word.Have)
        || IsActorAndEvent(at, 0)
        || (at.Current.Word is Word.Each or Word.That && at.Ahead(1).Word == Word.Party && Vocabulary.IsNameLike(at.Ahead(2)));

    /// <summary>True where the name of an actor and of an event stand together, without <c>shall</c> or <c>may</c> between them.</summary>
    public static bool IsActorAndEvent(Cursor at, int places) =>
        Vocabulary.IsNameLike(at.Ahead(places)) && Vocabulary.IsNameLike(at.Ahead(places + 1)) && !IsActor(at, places + 1)
        && at.Ahead(places + 2).Word is Word.In or Word.To or Word.Of or Word.Within or Word.At or Word.No;

    private static Token? Mark(Cursor at) => at.TakeIf(TokenKind.Comma) ?? at.TakeIf(TokenKind.Semicolon);

    private static bool CommaBeforeClause(Cursor at) => at.Ahead(1).Word == Word.Clause;

    private static bool IsClause(Cursor at) => at.At(Word.Clause) && !SentenceStart.HasShape(at) && !SentenceStart.IsAt(at);

    /// <summary>Reports a slot that stands after one it should stand before, or a second time.</summary>
    private static void CheckOrder(Cursor at, ClauseSlotSyntax?[] firstOfRank, ClauseSlotSyntax? previous, ClauseSlotSyntax slot)
    {
        var span = slot.FirstToken!.Span;
        var rank = Rank(slot);
        if (firstOfRank[rank] is { } same)
        {
            at.Note(Diagnostic.Error(SyntaxCodes.SlotTwice, span, $"{NameOf(slot)} stands twice in this clause")
                .Relate(same.FirstToken!.Span, "the first one")
                .Hint("join the two with `and` or `or`, or write two clauses"));
        }
        else if (FirstOf(firstOfRank.AsSpan(rank)) is { } later)
        {
            at.Note(Diagnostic.Error(SyntaxCodes.SlotTooLate, span, $"{NameOf(slot)} stands before {NameOf(later)}, not after it")
                .Relate(later.FirstToken!.Span, "it belongs before this")
                .Hint(Order)
                .Mend($"Move {NameOf(slot)}", Move(previous!, slot, later)));
        }
    }

    /// <summary>The slot that stands first in the text; null when there is none.</summary>
    private static ClauseSlotSyntax? FirstOf(ReadOnlySpan<ClauseSlotSyntax?> slots)
    {
        ClauseSlotSyntax? first = null;
        foreach (var slot in slots)
        {
            first = first is null || (slot is not null && slot.Span.Start < first.Span.Start) ? slot : first;
        }

        return first;
    }

    /// <summary>Takes the slot from its place, with the blanks before it, and puts it before another.</summary>
    private static ImmutableArray<TextEdit> Move(ClauseSlotSyntax previous, ClauseSlotSyntax slot, ClauseSlotSyntax target)
    {
        var source = slot.FirstToken!.Source;
        var from = previous.Span.End;
        var moved = slot.ToString().TrimEnd(',', ';');
        return
        [
            new(source.Span(target.Span.Start, 0), $"{moved}, "),
            new(source.Span(from, slot.Span.End - from), ""),
        ];
    }

    private const int Ranks = 10;
    private const int RankOfAct = 5;

    private static int Rank(ClauseSlotSyntax slot) => slot switch
    {
        OfferedSlotSyntax => 0,
        ForEachSlotSyntax => 1,
        FromSlotSyntax => 2,
        WhenSlotSyntax => 3,
        ConditionSlotSyntax { SlotWord.Word: Word.While } => 4,
        ActSlotSyntax => RankOfAct,
        ConditionSlotSyntax { SlotWord.Word: Word.Until } => 6,
        ConditionSlotSyntax => 7,
        DespiteSlotSyntax => 8,
        VerifiedSlotSyntax => 9,
        _ => throw new System.Diagnostics.UnreachableException(slot.GetType().Name),
    };

    private static string NameOf(ClauseSlotSyntax slot) => slot switch
    {
        ActSlotSyntax => "who shall or may do what",
        OfferedSlotSyntax => "`offered by`",
        ForEachSlotSyntax => "`for each`",
        VerifiedSlotSyntax => "`verified by`",
        _ => $"`{slot.FirstToken!.Word.Spelling()}`",
    };
}
