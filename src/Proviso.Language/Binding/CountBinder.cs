using System.Collections.Immutable;
using Proviso.Language.Syntax;

namespace Proviso.Language.Binding;

/// <summary>Counts: terms that have nothing in common and are about one state or one event; and what counts come to together.</summary>
sealed class CountBinder(Lexicon lexicon, TimeBinder times, NounBinder nouns, ImmutableArray<NounSymbol> allNouns)
{
    /// <summary>No thing counts for more.</summary>
    public const long MostWeight = 1_000_000;

    /// <summary>Binds the counts, each after those it is made of; answers them in the order written.</summary>
    public ImmutableArray<NamedCount> Bind(ImmutableArray<(Sentence Sentence, Declared Declared)> sentences)
    {
        var counts = sentences.ToDictionary(each => each.Declared.Name, each => ((CountSentence)each.Sentence, each.Declared), StringComparer.Ordinal);
        var sorted = Dependencies.Of(counts.Keys, counts.Values.SelectMany(each => Parts(each.Item1.Body)
            .Where(part => !part.IsMissing).Select(part => new Mention(each.Declared.Name, part.Value, part.Span))));
        foreach (var circle in sorted.Circles)
        {
            lexicon.Found.Add(BindingErrors.Circle("counts", "is made of", circle));
        }

        foreach (var name in sorted.Order)
        {
            var (sentence, declared) = counts[name];
            if (Count(sentence, declared) is { } count)
            {
                lexicon.Means(declared, count);
            }
        }

        return [.. sentences.Select(each => lexicon.MeaningOf<NamedCount>(Space.Counts, each.Declared.Name)).OfType<NamedCount>()];
    }

    private static IEnumerable<Token> Parts(CountBodySyntax body) => body switch
    {
        CountSumSyntax sum => sum.Counts,
        CountDifferenceSyntax difference => [difference.From, difference.Less],
        _ => [],
    };

    private NamedCount? Count(CountSentence sentence, Declared declared) => sentence.Body is CountTermsSyntax terms
        ? Count(sentence, terms, declared)
        : Compound(sentence, declared);

    /// <summary>A sum or a difference of other counts.</summary>
    private NamedCount? Compound(CountSentence sentence, Declared declared)
    {
        if (sentence.Of is { } of)
        {
            lexicon.Found.Add(BindingErrors.SumOfKind(of.Span));
        }

        var names = lexicon.Once(Parts(sentence.Body));
        ImmutableArray<NamedCount> parts = [.. names.Select(name => lexicon.Resolve<NamedCount>(Space.Counts, name)).OfType<NamedCount>()];
        var title = Titles.Of(sentence.Title, declared.Name.Replace('-', ' '));
        return sentence.Of is not null || parts.Length < Parts(sentence.Body).Count() ? null
            : sentence.Body is CountSumSyntax ? new CountSum(declared.Name, title, parts, sentence.Span)
            : new CountDifference(declared.Name, title, parts[0], parts[1], sentence.Span);
    }

    private NamedCount? Count(CountSentence sentence, CountTermsSyntax body, Declared declared)
    {
        var of = sentence.Of is null ? null : lexicon.Resolve<Kind>(Space.Nouns, sentence.Of.Name, "kind", Sort.Kind);
        var terms = body.Terms.Select(term => (Syntax: term, About: About(term.About))).Select(term => (term.Syntax, Bound: Term(term.Syntax, term.About is Event), term.About)).ToList();
        if ((of is null) != (sentence.Of is null) || terms.Exists(term => term.Bound is null || term.About is null))
        {
            return null;
        }

        var isSound = true;
        for (var i = 0; i < terms.Count; i++)
        {
            var (syntax, term, about) = (terms[i].Syntax, terms[i].Bound!, terms[i].About!);
            if (about != terms[0].About)
            {
                Fault(BindingErrors.CountOfTwo(syntax.About.Span, syntax.About.Value, about is Event, terms[0].Syntax.About.Value, terms[0].About is Event, terms[0].Syntax.About.Span));
            }

            if (of is not null && KindOf(term.Noun.Symbol).Name != of.Name)
            {
                Fault(BindingErrors.CountOfAnotherKind(syntax.Noun.Name.Span, term.Noun.Symbol.Name, of.Name, sentence.Of!.Name.Span));
            }

            if (terms.Take(i).FirstOrDefault(before => HaveMuchInCommon(before.Bound!.Noun, term.Noun)) is { Syntax: { } first, Bound: { } other })
            {
                Fault(BindingErrors.CountedTwice(syntax.Noun.Span, Narrower(other.Noun, term.Noun).Name, first.Noun.Span));
            }
        }

        if (of is not null && lexicon.IsComplete(Space.Nouns) && Uncounted(of, terms.Select(term => term.Bound!.Noun)) is { } left)
        {
            Fault(BindingErrors.NotCounted(sentence.Of!.Name.Span, left, of.Name, lexicon.Names.Find(Space.Nouns, left)!.Span));
        }

        var title = Titles.Of(sentence.Title, declared.Name.Replace('-', ' '));
        ImmutableArray<CountTerm> all = [.. terms.Select(term => term.Bound!)];
        if (!isSound || terms[0].About is Event)
        {
            return isSound ? new EventCount(declared.Name, title, of, (Event)terms[0].About!, all, sentence.Span) : null;
        }

        // No definition of a text has a blank in its name.
        var whole = new Define("count " + declared.Name, title, [.. all.Select(term => term.Noun)], null);
        return new StateCount(declared.Name, title, of, (State)terms[0].About!, all, new(whole, []), sentence.Span);

        void Fault(Diagnostics.Diagnostic fault)
        {
            lexicon.Found.Add(fault);
            isSound = false;
        }
    }

    /// <summary>A term; of an event also of a definition, for no total has to cover it.</summary>
    private CountTerm? Term(CountTermSyntax term, bool isOfEvent)
    {
        var weight = times.Whole(term.Weight, MostWeight);
        var isKnown = isOfEvent
            ? lexicon.Find(Space.Nouns, term.Noun.Name) is not null
            : lexicon.Find(Space.Nouns, term.Noun.Name, "kind or model", Sort.Kind, Sort.Model) is not null;
        return isKnown && nouns.Noun(term.Noun) is { } noun && weight is { } each ? new(each, noun) : null;
    }

    /// <summary>The state or the event of a name.</summary>
    private object? About(Token name)
    {
        var (state, happening) = (lexicon.Names.Find(Space.States, name.Value), lexicon.Names.Find(Space.Events, name.Value));
        if (state is not null && happening is not null)
        {
            lexicon.Found.Add(BindingErrors.AmbiguousName(name.Span, name.Value, state, happening));
            return null;
        }

        return happening is null ? State(name) : lexicon.Event(name);
    }

    private State? State(Token name)
    {
        if (lexicon.Resolve<State>(Space.States, name, "state or event") is not { } state)
        {
            return null;
        }

        if (state.Means is null)
        {
            return state;
        }

        lexicon.Found.Add(BindingErrors.CeilingOnDerived(
            name.Span, state.Name, "derived", lexicon.Names.Find(Space.States, state.Name)!.Span, "declared here"));
        return null;
    }

    /// <summary>Whether one thing can be both, as far as the text says: a model and its kind, or the same, or a definition and what is of one of its kinds, unless one
    /// word or party is asked of the one and another of the other.</summary>
    private static bool HaveMuchInCommon(Noun one, Noun other) =>
        (one.Symbol.Name == other.Symbol.Name || KindOf(one.Symbol).Name == other.Symbol.Name || KindOf(other.Symbol).Name == one.Symbol.Name
            || ((one.Symbol is Define || other.Symbol is Define) && KindsOf(one.Symbol).Intersect(KindsOf(other.Symbol)).Any()))
        && !one.With.Any(a => other.With.Any(b => a.Attribute == b.Attribute && AreApart(a.Value, b.Value)));

    private static bool AreApart(Value one, Value other) => (one, other) switch
    {
        (WordValue a, WordValue b) => a.Word != b.Word,
        (PartyValue { Party: { IsGroup: false } a }, PartyValue { Party: { IsGroup: false } b }) => a.Name != b.Name,
        _ => false,
    };

    private static NounSymbol Narrower(Noun one, Noun other) => one.Symbol is Model ? one.Symbol : other.Symbol;

    /// <summary>The first model of the kind, or the kind itself, that no term counts whole; null when all are counted.</summary>
    private string? Uncounted(Kind kind, IEnumerable<Noun> counted)
    {
        HashSet<string> whole = [.. counted.Where(noun => noun.With.IsEmpty).Select(noun => noun.Symbol.Name)];
        var models = allNouns.OfType<Model>().Where(model => model.Kind.Name == kind.Name).ToList();
        return whole.Contains(kind.Name) ? null
            : models.Count == 0 ? kind.Name
            : models.Find(model => !whole.Contains(model.Name))?.Name;
    }

    private static NounSymbol KindOf(NounSymbol symbol) => symbol is Model model ? model.Kind : symbol;

    private static IEnumerable<string> KindsOf(NounSymbol symbol) => symbol is Define define
        ? define.Bases.SelectMany(each => KindsOf(each.Symbol))
        : [KindOf(symbol).Name];
}
