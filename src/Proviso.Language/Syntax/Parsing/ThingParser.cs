using System.Collections.Immutable;
using Proviso.Language.Diagnostics;

namespace Proviso.Language.Syntax.Parsing;

/// <summary>Sentences about things: kinds, models, states, events, definitions; and the nouns and values made of them.</summary>
internal static class ThingParser
{
    public static KindSentence Kind(Cursor at)
    {
        at.Form = "`kind NAME \"TITLE\" means \"WHAT IT IS\" with ATTRIBUTE: TYPE; ATTRIBUTE: TYPE`";
        var word = at.Take();
        var name = at.ExpectNewName("the name of the kind");
        var title = at.TakeIf(TokenKind.Title);
        var description = at.Begins(Word.Means, Word.With) ? Description(at) : null;
        var with = at.Begins(Word.With) ? at.Take() : null;
        return new(word, name, title, description, with, with is null ? Separated<AttributeSyntax>.Empty : Attributes(at), at.EndSentence(Word.Means, Word.With));
    }

    private static DescriptionSyntax Description(Cursor at) => new(at.Take(), at.ExpectTitle("what the kind is, in quotes"));

    public static ModelSentence Model(Cursor at)
    {
        at.Form = "`model NAME \"TITLE\" of KIND with ATTRIBUTE VALUE, ATTRIBUTE VALUE source …`";
        return new(
            at.Take(),
            at.ExpectNewName("the name of the model"),
            at.TakeIf(TokenKind.Title),
            at.ExpectBeforeName(Word.Of),
            at.ExpectName("the name of a kind"),
            at.Begins(Word.With, Word.Source) ? With(at) : null,
            PhraseParser.CitationIf(at),
            at.EndSentence(Word.With, Word.Source));
    }

    public static StateSentence State(Cursor at)
    {
        at.Form = "`state NAME \"TITLE\" means STATE and STATE persists`";
        var word = at.Take();
        var name = at.ExpectNewName("the name of the state");
        var title = at.TakeIf(TokenKind.Title);
        var means = at.Begins(Word.Means, Word.Persists) ? at.Take() : null;
        return new(
            word,
            name,
            title,
            means,
            means is null ? null : StateExpression(at),
            at.Begins(Word.Persists) ? at.Take() : null,
            at.EndSentence(Word.Means, Word.Persists));
    }

    public static EventSentence Event(Cursor at)
    {
        at.Form = "`event NAME \"TITLE\"`";
        return new(at.Take(), at.ExpectNewName("the name of the event"), at.TakeIf(TokenKind.Title), at.EndSentence());
    }

    public static DefineSentence Define(Cursor at)
    {
        at.Form = "`define NAME \"TITLE\" as KIND or KIND where ATTRIBUTE is VALUE`";
        return new(
            at.Take(),
            at.ExpectNewName("the name to define"),
            at.TakeIf(TokenKind.Title),
            at.Expect(Word.As),
            Body(at),
            at.EndSentence(Word.Where));
    }

    public static CountSentence Count(Cursor at)
    {
        at.Form = "`count NAME \"TITLE\" of KIND as 3 for each THING STATE; 1 for each THING STATE`";
        return new(
            at.Take(),
            at.ExpectNewName("the name of the count"),
            at.TakeIf(TokenKind.Title),
            PhraseParser.NamedIf(at, Word.Of, "the name of a kind"),
            at.Expect(Word.As),
            CountBody(at),
            at.EndSentence());
    }

    /// <summary>Terms, unless two counts are named.</summary>
    private static CountBodySyntax CountBody(Cursor at)
    {
        if (!Vocabulary.IsNameLike(at.Current) || at.Ahead(1).Word is not (Word.And or Word.Less))
        {
            return new CountTermsSyntax(CountTerms(at));
        }

        at.Form = "`count NAME \"TITLE\" as COUNT and COUNT` or `count NAME \"TITLE\" as COUNT less COUNT`";
        var first = CountName(at);
        if (at.At(Word.Less))
        {
            return new CountDifferenceSyntax(first, at.Take(), CountName(at));
        }

        var names = ImmutableArray.Create(first).ToBuilder();
        var joints = ImmutableArray.CreateBuilder<Token>();
        while (at.At(Word.And))
        {
            joints.Add(at.Take());
            names.Add(CountName(at));
        }

        return new CountSumSyntax(new(names.DrainToImmutable(), joints.DrainToImmutable()));
    }

    private static Token CountName(Cursor at) => at.ExpectName("the name of a count");

    private static Separated<CountTermSyntax> CountTerms(Cursor at)
    {
        var terms = ImmutableArray.CreateBuilder<CountTermSyntax>();
        var marks = ImmutableArray.CreateBuilder<Token>();
        terms.Add(CountTerm(at));
        while (at.At(TokenKind.Semicolon) || at.At(TokenKind.Number) || (at.At(TokenKind.Comma) && at.Ahead(1).Kind == TokenKind.Number))
        {
            marks.Add(Semicolon(at, "terms"));
            terms.Add(CountTerm(at));
        }

        return new(terms.DrainToImmutable(), marks.DrainToImmutable());
    }

    private static CountTermSyntax CountTerm(Cursor at) => new(
        at.ExpectNumber("how many each counts for"),
        at.Expect(Word.For, Word.Each),
        Noun(at),
        at.ExpectName("the name of a state or an event"));

    public static StateExpressionSyntax StateExpression(Cursor at)
    {
        var terms = at.Joined(StateTerm);
        return terms.Count == 1 ? terms[0] : new JoinedStatesSyntax(terms);
    }

    public static StateExpressionSyntax StateTerm(Cursor at)
    {
        var not = at.TakeIf(Word.Not);
        if (!at.At(TokenKind.Open))
        {
            return new StateTermSyntax(not, at.ExpectName("the name of a state"), null, PhraseParser.RunningIf(at));
        }

        var (open, inside, close) = at.Group(
            StateExpression, inner => new StateTermSyntax(null, inner.Missing(TokenKind.Name), null, null));
        return new StateTermSyntax(not, null, new(open, inside, close), PhraseParser.RunningIf(at));
    }

    public static BodySyntax Body(Cursor at)
    {
        var nouns = ImmutableArray.CreateBuilder<NounSyntax>();
        var ors = ImmutableArray.CreateBuilder<Token>();
        nouns.Add(Noun(at));
        while (at.Begins(Word.Or, Word.Where))
        {
            ors.Add(at.Take());
            nouns.Add(Noun(at));
        }

        return BodyOf(at, new(nouns.DrainToImmutable(), ors.DrainToImmutable()));
    }

    /// <summary>The rest of a body whose nouns have been read.</summary>
    public static BodySyntax BodyOf(Cursor at, Separated<NounSyntax> nouns)
    {
        var where = at.Begins(Word.Where) ? at.Take() : null;
        return new(nouns, where, where is null ? null : AttributeCondition(at));
    }

    private static AttributeConditionSyntax AttributeCondition(Cursor at)
    {
        var terms = at.Joined(AttributeTerm);
        return terms.Count == 1 ? terms[0] : new JoinedAttributesSyntax(terms);
    }

    private static AttributeConditionSyntax AttributeTerm(Cursor at)
    {
        if (at.At(TokenKind.Open))
        {
            var (open, inside, close) = at.Group(
                AttributeCondition,
                inner => new AttributeTermSyntax(inner.Missing(TokenKind.Name), null, null, MissingValue(inner)));
            return new AttributeGroupSyntax(open, inside, close);
        }

        var name = at.ExpectName("the name of an attribute");
        if (IsRange(at))
        {
            return new AttributeTermSyntax(name, null, null, Value(at));
        }

        var word = at.Expect(Word.Is);
        return new AttributeTermSyntax(name, word, at.TakeIf(Word.Not), Value(at));
    }

    public static NounSyntax Noun(Cursor at) => Noun(at, "the name of a kind, a model or a definition");

    public static NounSyntax Noun(Cursor at, string what) => new(at.ExpectName(what), WithIf(at));

    public static WithSyntax? WithIf(Cursor at) => at.At(Word.With) || IsPair(at) ? With(at) : null;

    private static WithSyntax With(Cursor at) => new(at.Expect(Word.With), at.List(Pair, Lists.CommaBeforeItem, IsPair));

    public static PairSyntax Pair(Cursor at) => new(at.ExpectName("the name of an attribute"), Value(at));

    /// <summary>True when an attribute and its value stand here, and not a state and a place without <c>in</c>.</summary>
    private static bool IsPair(Cursor at) => at.At(TokenKind.Name) && (BeginsFigure(at, 1)
        || at.Ahead(1).Word == Word.Yes
        || (Vocabulary.IsNameLike(at.Ahead(1)) && IsAfterPair(at, 2)));

    private static bool IsAfterPair(Cursor at, int places) =>
        Vocabulary.IsNameLike(at.Ahead(places))
        || at.Ahead(places).Word is Word.Is or Word.Are or Word.Or or Word.Where or Word.Source
        || (at.Ahead(places).Kind == TokenKind.Comma
            && Vocabulary.IsNameLike(at.Ahead(places + 1)) && !ClauseParser.IsActor(at, places + 1));

    /// <summary>True when a range in words stands at that place.</summary>
    public static bool BeginsFigure(Cursor at, int places)
    {
        var (value, then) = (at.Ahead(places), at.Ahead(places + 1));
        return value.Word is Word.More or Word.Less
            || (value.Word == Word.At && then.Word is Word.Least or Word.Most)
            || (value.Word == Word.From && then.Kind == TokenKind.Number);
    }

    private static bool IsRange(Cursor at) =>
        at.At(TokenKind.Number) || at.Current.Word is Word.From or Word.At or Word.More or Word.Less || NameErrors.GluedUnit(at) is not null;

    public static ValueSyntax Value(Cursor at)
    {
        if (at.At(Word.Yes) || at.At(Word.No))
        {
            return new WordValueSyntax(at.Take());
        }

        if (!IsRange(at))
        {
            return new WordValueSyntax(at.ExpectName("a value: a name, a figure, a range, `yes` or `no`"));
        }

        return at.Current.Word switch
        {
            Word.From => new FromToSyntax(at.Take(), Quantity(at), at.Expect(Word.To), Quantity(at)),
            Word.At => new BoundSyntax(
                new([at.Take(), at.ExpectOneOf("`least` or `most`", Word.Least, Word.Most)]), Quantity(at)),
            Word.More or Word.Less => new BoundSyntax(new([at.Take(), at.Expect(Word.Than)]), Quantity(at)),
            _ when IsFromMissing(at) => new FromToSyntax(at.Expect(Word.From), Quantity(at), at.Expect(Word.To), Quantity(at)),
            _ => new FigureSyntax(Quantity(at)),
        };
    }

    private static bool IsFromMissing(Cursor at) =>
        at.Ahead(1).Word == Word.To || (at.Ahead(1).Word.IsUnit() && at.Ahead(2).Word == Word.To);

    private static WordValueSyntax MissingValue(Cursor at) => new(at.Missing(TokenKind.Name));

    /// <summary>A figure and its unit, if it has one.</summary>
    public static QuantitySyntax Quantity(Cursor at)
    {
        var number = at.ExpectNumber("a figure");
        return new(number, at.Current.Word.IsUnit() ? at.Take() : null);
    }

    private static Separated<AttributeSyntax> Attributes(Cursor at)
    {
        var attributes = ImmutableArray.CreateBuilder<AttributeSyntax>();
        var marks = ImmutableArray.CreateBuilder<Token>();
        attributes.Add(Attribute(at));
        while (at.At(TokenKind.Semicolon) || IsAttribute(at, 0) || (at.At(TokenKind.Comma) && IsAttribute(at, 1)))
        {
            marks.Add(Semicolon(at, "attributes"));
            attributes.Add(Attribute(at));
        }

        return new(attributes.DrainToImmutable(), marks.DrainToImmutable());
    }

    /// <summary>The semicolon between two items; reports a comma, or nothing, in its place.</summary>
    private static Token Semicolon(Cursor at, string items)
    {
        if (at.At(TokenKind.Comma))
        {
            at.Report(Diagnostic.Error(SyntaxCodes.SeparatorMissing, at.Current.Span, $"{items} are separated by `;`, not by `,`")
                .Replace(at.Current.Span, ";", "Write `;`"));
            at.Reread(TokenKind.Semicolon);
        }

        if (at.At(TokenKind.Semicolon))
        {
            return at.Take();
        }

        at.Report(at.SeparatorMissing(";"));
        return at.Missing(TokenKind.Semicolon);
    }

    private static bool IsAttribute(Cursor at, int places) =>
        Vocabulary.IsNameLike(at.Ahead(places)) && at.Ahead(places + 1).Kind == TokenKind.Colon;

    private static AttributeSyntax Attribute(Cursor at)
    {
        var name = at.ExpectName("the name of the attribute", isNew: true);
        var colon = at.ExpectMark(TokenKind.Colon, "`:`");
        var type = at.ExpectOneOf(
            "a type: `number`, `length`, `party`, `yes or no`, or `one of` and names",
            Word.Number, Word.Length, Word.Party, Word.Yes, Word.One);
        return type.Word switch
        {
            Word.Yes => new(name, colon, new([type, at.Expect(Word.Or), at.Expect(Word.No)]), null),
            Word.One => new(name, colon, new([type, at.Expect(Word.Of)]), at.List(Choice, inner => !IsAttribute(inner, 1))),
            _ => new(name, colon, new([type]), null),
        };
    }

    private static Token Choice(Cursor at) => at.ExpectName("a word to choose from", isNew: true);
}
