using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Language.Diagnostics;
using Proviso.Language.Syntax;
using Proviso.Language.Text;
using Table = System.Collections.Immutable.ImmutableSortedDictionary<string, Proviso.Language.Binding.AttributeDeclaration>;

namespace Proviso.Language.Binding;

/// <summary>Kinds, models and definitions, and nouns and values wherever they are used.</summary>
sealed class NounBinder(Lexicon lexicon)
{
    /// <summary>Which attributes a noun has.</summary>
    public Attributes Attributes { get; } = new();

    /// <summary>Binds kinds, then models, then definitions, each after those it is built from; answers them in the order written.</summary>
    public ImmutableArray<NounSymbol> Bind(ImmutableArray<(Sentence Sentence, Declared Declared)> sentences)
    {
        foreach (var (sentence, declared) in sentences)
        {
            if (sentence is KindSentence kind)
            {
                Note(declared, new Kind(declared.Name, Titles.Of(kind.Title, declared.Name), Declarations(kind))
                {
                    Description = kind.Description?.Text is { IsMissing: false } text ? text.Value : null,
                });
            }
        }

        foreach (var (sentence, declared) in sentences)
        {
            if (sentence is ModelSentence model && lexicon.Resolve<Kind>(Space.Nouns, model.Kind, "kind", Sort.Kind) is { } kind)
            {
                var values = Pairs(model.With, kind, Attributes.Of(kind));
                Note(declared, new Model(declared.Name, Titles.Of(model.Title, declared.Name), kind, values, Titles.Of(model.Source)));
            }
        }

        Definitions(sentences);
        return [.. sentences.Select(each => lexicon.MeaningOf<NounSymbol>(Space.Nouns, each.Declared.Name)).OfType<NounSymbol>()];
    }

    /// <summary>A noun in use.</summary>
    public Noun? Noun(NounSyntax noun) => lexicon.Resolve<NounSymbol>(Space.Nouns, noun.Name) is { } symbol
        ? new(symbol, Pairs(noun.With, symbol, Attributes.Of(symbol)))
        : null;

    /// <summary>The body of a definition, or of a reading of one; null when one of its nouns or its condition does not bind.</summary>
    public NounMeaning? Body(BodySyntax body)
    {
        var bases = body.Nouns.Select(Noun).ToList();
        if (bases.OfType<Noun>().ToImmutableArray() is var nouns && nouns.Length < bases.Count)
        {
            return null;
        }

        if (body.Where is null)
        {
            return new(nouns, null);
        }

        var where = Condition(body.Where, nouns, Attributes.Shared(nouns));
        return where is null ? null : new(nouns, where);
    }

    /// <summary>The body that is a list of names.</summary>
    public NounMeaning? Body(IEnumerable<Token> names)
    {
        var symbols = lexicon.Once(names).Select(name => lexicon.Resolve<NounSymbol>(Space.Nouns, name)).ToList();
        return symbols.Count > 0 && !symbols.Contains(null)
            ? new([.. symbols.OfType<NounSymbol>().Select(symbol => new Noun(symbol, []))], null)
            : null;
    }

    /// <summary>Attribute values of a noun; those that do not bind are left out.</summary>
    public ImmutableArray<AttributeValue> Pairs(WithSyntax? with, NounSymbol symbol) => Pairs(with, symbol, Attributes.Of(symbol));

    /// <summary>One attribute value of a noun.</summary>
    public AttributeValue? Pair(PairSyntax pair, NounSymbol symbol) =>
        Attribute(pair.Name, symbol, Attributes.Of(symbol)) is { } attribute && Value(attribute, pair.Value) is { } value
            ? new(attribute.Name, value)
            : null;

    /// <summary>The attribute of a noun that a name says.</summary>
    public AttributeDeclaration? Attribute(Token name, NounSymbol symbol) => Attribute(name, symbol, Attributes.Of(symbol));

    /// <summary>A value of an attribute, checked against its type and unit.</summary>
    public Value? Value(AttributeDeclaration attribute, ValueSyntax value)
    {
        if (value is WordValueSyntax word)
        {
            return word.Value.IsMissing ? null : Word(attribute, word.Value);
        }

        if (attribute.Type is not (AttributeType.Number or AttributeType.Length))
        {
            Wrong(attribute, value, value is FigureSyntax ? "a figure" : "a range of figures");
            return null;
        }

        switch (value)
        {
            case FigureSyntax figure:
                return Figure(attribute, figure.Quantity) is { } exact ? new RangeValue(exact, true, exact, true) : null;
            case FromToSyntax span:
                return Range(Figure(attribute, span.Low), Figure(attribute, span.High), span.Span);
            case BoundSyntax bound:
                return Figure(attribute, bound.Quantity) is { } limit ? Bound(bound, limit) : null;
            default:
                throw new UnreachableException(value.GetType().Name);
        }
    }

    private static RangeValue Bound(BoundSyntax bound, decimal limit) => bound.IsLower
        ? new(limit, bound.IsIncluded, null, false)
        : new(null, false, limit, bound.IsIncluded);

    private RangeValue? Range(decimal? low, decimal? high, SourceSpan span)
    {
        if (low > high)
        {
            lexicon.Found.Add(BindingErrors.RangeReversed(span));
            return null;
        }

        return low is null || high is null ? null : new(low, true, high, true);
    }

    private decimal? Figure(AttributeDeclaration attribute, QuantitySyntax quantity)
    {
        if (quantity.Number.Number is not { } number)
        {
            return null;
        }

        var unit = quantity.Unit is { IsMissing: false } written ? written.Word.Spelling() : null;
        var measure = Units.MeasureOf(unit);
        if (measure != (attribute.Type == AttributeType.Length ? Measure.Length : Measure.Count))
        {
            if (measure is Measure.Count)
            {
                lexicon.Found.Add(BindingErrors.UnitMissing(quantity.Span, attribute.Name, quantity.ToString()));
            }
            else if (measure is { } found)
            {
                Wrong(attribute, quantity, Units.Phrase(found));
            }

            return null;
        }

        if (Units.ToBase(number, unit) is { } figure)
        {
            return figure;
        }

        lexicon.Found.Add(BindingErrors.FigureTooLarge(quantity.Span, quantity.ToString()));
        return null;
    }

    private Value? Word(AttributeDeclaration attribute, Token word)
    {
        var isYesOrNo = word.Word is Syntax.Word.Yes or Syntax.Word.No;
        switch (attribute.Type)
        {
            case AttributeType.Party when !isYesOrNo:
                return lexicon.Party(word) is { } party ? new PartyValue(party) : null;
            case AttributeType.YesNo when isYesOrNo:
                return new WordValue(word.Word.Spelling());
            case AttributeType.Choice when attribute.Choices.Contains(word.Value):
                return new WordValue(word.Value);
            default:
                Wrong(attribute, word, isYesOrNo ? "an answer" : "a word");
                return null;
        }
    }

    private void Wrong(AttributeDeclaration attribute, SyntaxElement value, string found)
    {
        var written = value.ToString();
        lexicon.Found.Add(attribute.Type == AttributeType.Choice
            ? BindingErrors.UnknownChoice(
                value.Span, attribute.Name, attribute.Choices, written, Spelling.Closest(written, attribute.Choices))
            : BindingErrors.WrongValue(value.Span, attribute.Name, Phrase(attribute.Type), written, found));
    }

    private static string Phrase(AttributeType type) => type switch
    {
        AttributeType.Number => "a count",
        AttributeType.Length => "a length",
        AttributeType.Party => "a party",
        _ => "`yes` or `no`",
    };

    private ImmutableArray<AttributeValue> Pairs(WithSyntax? with, NounSymbol symbol, Table attributes)
    {
        if (with is null)
        {
            return [];
        }

        var values = ImmutableArray.CreateBuilder<AttributeValue>();
        foreach (var pair in lexicon.Once(with.Pairs, pair => pair.Name))
        {
            if (Attribute(pair.Name, symbol, attributes) is { } attribute && Value(attribute, pair.Value) is { } value)
            {
                values.Add(new(attribute.Name, value));
            }
        }

        return values.DrainToImmutable();
    }

    private AttributeDeclaration? Attribute(Token name, NounSymbol symbol, Table attributes)
    {
        if (attributes.TryGetValue(name.Value, out var attribute))
        {
            return attribute;
        }

        if (!name.IsMissing && !lexicon.MayMean(name.Value))
        {
            lexicon.Found.Add(BindingErrors.UnknownAttribute(
                name.Span, name.Value, symbol, Spelling.Closest(name.Value, attributes.Keys)));
        }

        return null;
    }

    /// <summary>An attribute that all of some nouns have; where they do not, tells which lacks it.</summary>
    private AttributeDeclaration? Attribute(Token name, ImmutableArray<Noun> nouns, Table shared)
    {
        var without = nouns.FirstOrDefault(noun => !Attributes.Of(noun.Symbol).ContainsKey(name.Value));
        if (without is not null || shared.ContainsKey(name.Value))
        {
            return Attribute(name, without?.Symbol ?? nouns[0].Symbol, without is null ? shared : Attributes.Of(without.Symbol));
        }

        var first = Attributes.Of(nouns[0].Symbol)[name.Value];
        var other = nouns.First(noun => Attributes.Of(noun.Symbol)[name.Value].Type != first.Type);
        lexicon.Found.Add(BindingErrors.TypesDiffer(name.Span, name.Value, nouns[0].Symbol.Name, other.Symbol.Name));
        return null;
    }

    private AttributeCondition? Condition(AttributeConditionSyntax condition, ImmutableArray<Noun> nouns, Table shared)
    {
        switch (condition)
        {
            case AttributeGroupSyntax group:
                return Condition(group.Condition, nouns, shared);
            case AttributeTermSyntax term:
                return Attribute(term.Name, nouns, shared) is { } attribute && Value(attribute, term.Value) is { } value
                    ? new AttributeIs(attribute.Name, value, term.NotWord is not null)
                    : null;
            case JoinedAttributesSyntax joined:
                var parts = joined.Terms.Select(part => Condition(part, nouns, shared)).ToList();
                if (parts.OfType<AttributeCondition>().ToImmutableArray() is var bound && bound.Length < parts.Count)
                {
                    return null;
                }

                return joined.IsAnd ? new AllAttributes(bound) : new AnyAttribute(bound);
            default:
                throw new UnreachableException(condition.GetType().Name);
        }
    }

    private ImmutableArray<AttributeDeclaration> Declarations(KindSentence kind)
    {
        var declarations = ImmutableArray.CreateBuilder<AttributeDeclaration>();
        foreach (var attribute in lexicon.Once(kind.Attributes, attribute => attribute.Name))
        {
            var name = attribute.Name;
            if (Attributes.Roles.Any(role => role.Name == name.Value))
            {
                lexicon.Found.Add(BindingErrors.RoleDeclared(name.Span, name.Value));
            }
            else if (TypeOf(attribute.Type.First) is { } type)
            {
                declarations.Add(new(name.Value, type, [.. lexicon.Once(attribute.Choices).Select(choice => choice.Value)]));
            }
            else
            {
                lexicon.IsUnclear(name.Value);
            }
        }

        return declarations.DrainToImmutable();
    }

    private static AttributeType? TypeOf(Word word) => word switch
    {
        Syntax.Word.Number => AttributeType.Number,
        Syntax.Word.Length => AttributeType.Length,
        Syntax.Word.Party => AttributeType.Party,
        Syntax.Word.Yes => AttributeType.YesNo,
        Syntax.Word.One => AttributeType.Choice,
        _ => null,
    };

    private void Definitions(ImmutableArray<(Sentence Sentence, Declared Declared)> sentences)
    {
        var definitions = sentences.Where(each => each.Sentence is DefineSentence)
            .ToDictionary(each => each.Declared.Name, each => ((DefineSentence)each.Sentence, each.Declared), StringComparer.Ordinal);
        var sorted = Dependencies.Of(definitions.Keys, definitions.Values.SelectMany(each => Mentions(each.Item1, each.Declared)));
        foreach (var circle in sorted.Circles)
        {
            lexicon.Found.Add(BindingErrors.Circle("definitions", "needs", circle));
        }

        foreach (var name in sorted.Order)
        {
            var (sentence, declared) = definitions[name];
            if (Body(sentence.Body) is { } body)
            {
                Note(declared, new Define(name, Titles.Of(sentence.Title, name), body.Bases, body.Where));
            }
        }

        // Those on or behind a circle stay unbound; what else they name is still looked up.
        foreach (var name in definitions.Keys.Except(sorted.Order, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Body(definitions[name].Item1.Body);
        }
    }

    private static IEnumerable<Mention> Mentions(DefineSentence define, Declared declared) =>
        define.Body.Nouns.Where(noun => !noun.Name.IsMissing)
            .Select(noun => new Mention(declared.Name, noun.Name.Value, noun.Name.Span));

    private void Note(Declared declared, NounSymbol symbol)
    {
        lexicon.Means(declared, symbol);
        Attributes.Note(symbol);
    }
}
