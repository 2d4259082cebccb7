namespace Proviso.Language.Syntax.Parsing;

/// <summary>Conditions over time, and the events and parties in them.</summary>
internal static class ConditionParser
{
    private const string PatternForm = "an event reads `EVENT by PARTY to PARTY of THING in PLACE`, each part but the first optional";

    /// <summary>A <c>while</c>, <c>until</c> or <c>unless</c> and its condition, without the mark after it.</summary>
    public static ConditionSlotSyntax Slot(Cursor at)
    {
        var word = at.ExpectOneOf("`until`, `while` or `unless`", Word.Until, Word.While, Word.Unless);
        if (at.At(TokenKind.Date) || at.At(TokenKind.Month))
        {
            at.Report(at.Expected($"a condition after `{word.Word.Spelling()}`")
                .Hint("a clause ends by a condition; a date ends the agreement, with `through` or `before` after `in force from`"));
            at.Skip();
            return new(word, null, Nothing(at), null);
        }

        return new(word, word.Word == Word.Until ? at.TakeIf(Word.Newly) : null, Condition(at), null);
    }

    /// <summary>True when a condition stands here and nothing else can.</summary>
    public static bool IsCondition(Cursor at) =>
        at.Current.Word is Word.No or Word.The or Word.Clause
        || at.At(TokenKind.Open)
        || (Vocabulary.IsNameLike(at.Current) && at.Ahead(1).Word is Word.With or Word.Is or Word.Are);

    public static ConditionSyntax Condition(Cursor at)
    {
        var form = at.Form;
        at.Form = "a condition reads `THING is STATE in PLACE`, `no THING is STATE in PLACE`, `the EVENT happens` or `clause NUMBER is broken`";
        var terms = at.Joined(Term);
        at.Form = form;
        return terms.Count == 1 ? terms[0] : new JoinedConditionsSyntax(terms);
    }

    private static ConditionSyntax Term(Cursor at)
    {
        if (at.At(TokenKind.Open))
        {
            var (open, inside, close) = at.Group(Condition, Nothing);
            return new ConditionGroupSyntax(open, inside, close);
        }

        if (at.Ahead(1).Word == Word.Is && at.Ahead(2).Word == Word.Broken)
        {
            return Broken(at);
        }

        if (at.At(Word.The) || IsEvent(at))
        {
            return new HappensSyntax(at.Expect(Word.The), Pattern(at), at.Expect(Word.Happens));
        }

        return at.At(Word.Clause) ? Broken(at) : Status(at);
    }

    /// <summary>True at an event that lacks <c>the</c> before it.</summary>
    private static bool IsEvent(Cursor at) =>
        Vocabulary.IsNameLike(at.Current) && at.Ahead(1).Word is Word.By or Word.To or Word.Of or Word.Happens;

    private static StatusSyntax Status(Cursor at) => new(
        at.TakeIf(Word.No),
        ThingParser.Noun(at),
        at.ExpectOneOf("`is`", Word.Is, Word.Are),
        at.ExpectName("the name of a state"),
        PhraseParser.Place(at),
        PhraseParser.RunningIf(at));

    private static BrokenSyntax Broken(Cursor at) => new(
        PhraseParser.ClauseReference(at),
        at.Expect(Word.Is, Word.Broken),
        PhraseParser.NamedIf(at, Word.By, "the name of a party"),
        PhraseParser.PlaceIf(at));

    /// <summary>A condition that is not there.</summary>
    private static StatusSyntax Nothing(Cursor at) => new(
        null,
        new(at.Missing(TokenKind.Name), null),
        at.Missing(Word.Is),
        at.Missing(TokenKind.Name),
        new(at.Missing(Word.In), at.Missing(TokenKind.Name)),
        null);

    public static PatternSyntax Pattern(Cursor at)
    {
        var form = at.Form;
        at.Form = PatternForm;
        var pattern = new PatternSyntax(
            at.ExpectName("the name of an event"),
            RoleIf(at, Word.By),
            RoleIf(at, Word.To),
            at.At(Word.Of) ? new(at.Take(), ThingParser.Noun(at)) : null,
            PhraseParser.PlaceIf(at));
        at.Form = form;
        return pattern;
    }

    private static RoleSyntax? RoleIf(Cursor at, Word role)
    {
        if (!at.At(role))
        {
            return null;
        }

        var word = at.Take();
        return at.Current.Word switch
        {
            Word.A => new(word, null, at.Expect(Word.A, Word.Party)),
            Word.That => new(word, null, at.Expect(Word.That, Word.Party)),
            Word.Each => new(word, null, at.Expect(Word.Each, Word.Other, Word.Party)),
            _ => new(word, at.ExpectName("a party: a name, `a party`, `that party` or `each other party`"), null),
        };
    }
}
