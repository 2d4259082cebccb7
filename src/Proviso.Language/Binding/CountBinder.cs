using System.Collections.Immutable;
using Proviso.Language.Syntax;

namespace Proviso.Language.Binding;

/// <summary>Counts: terms that have nothing in common and are about one state.</summary>
sealed class CountBinder(Lexicon lexicon, TimeBinder times, NounBinder nouns, ImmutableArray<NounSymbol> allNouns)
{
    /// <summary>No thing counts for more.</summary>
    public const long MostWeight = 1_000_000;

    /// <summary>Binds the counts; answers them in the order written.</summary>
    public ImmutableArray<NamedCount> Bind(ImmutableArray<(Sentence Sentence, Declared Declared)> sentences)
    {
        var counts = ImmutableArray.CreateBuilder<NamedCount>();
        foreach (var (sentence, declared) in sentences)
        {
            if (Count((CountSentence)sentence, declared) is { } count)
            {
                lexicon.Means(declared, count);
                counts.Add(count);
            }
        }

        return counts.DrainToImmutable();
    }

    private NamedCount? Count(CountSentence sentence, Declared declared)
    {
        var of = sentence.Of is null ? null : lexicon.Resolve<Kind>(Space.Nouns, sentence.Of.Name, "kind", Sort.Kind);
        var terms = sentence.Terms.Select(term => (Syntax: term, Bound: Term(term), State: State(term.State))).ToList();
        if ((of is null) != (sentence.Of is null) || terms.Exists(term => term.Bound is null || term.State is null))
        {
            return null;
        }

        var isSound = true;
        for (var i = 0; i < terms.Count; i++)
        {
            var (syntax, term, state) = (terms[i].Syntax, terms[i].Bound!, terms[i].State!);
            if (state.Name != terms[0].State!.Name)
            {
                Fault(BindingErrors.CountOfTwoStates(syntax.State.Span, state.Name, terms[0].State!.Name, terms[0].Syntax.State.Span));
            }

            if (of is not null && KindOf(term.Noun.Symbol).Name != of.Name)
            {
                Fault(BindingErrors.CountOfAnotherKind(syntax.Noun.Name.Span, term.Noun.Symbol.Name, of.Name, sentence.Of!.Name.Span));
            }

            if (terms.Take(i).Select(before => before.Syntax).FirstOrDefault(before => HaveMuchInCommon(nouns.Noun(before.Noun)!, term.Noun)) is { } first)
            {
                Fault(BindingErrors.CountedTwice(syntax.Noun.Span, Narrower(nouns.Noun(first.Noun)!, term.Noun).Name, first.Noun.Span));
            }
        }

        if (of is not null && lexicon.IsComplete(Space.Nouns) && Uncounted(of, terms.Select(term => term.Bound!.Noun)) is { } left)
        {
            Fault(BindingErrors.NotCounted(sentence.Of!.Name.Span, left, of.Name, lexicon.Names.Find(Space.Nouns, left)!.Span));
        }

        var title = Titles.Of(sentence.Title, declared.Name.Replace('-', ' '));
        ImmutableArray<CountTerm> all = [.. terms.Select(term => term.Bound!)];
        // No definition of a text has a blank in its name.
        var whole = new Define("count " + declared.Name, title, [.. all.Select(term => term.Noun)], null);
        return isSound ? new(declared.Name, title, of, terms[0].State!, all, new(whole, []), sentence.Span) : null;

        void Fault(Diagnostics.Diagnostic fault)
        {
            lexicon.Found.Add(fault);
            isSound = false;
        }
    }

    private CountTerm? Term(CountTermSyntax term)
    {
        var weight = times.Whole(term.Weight, MostWeight);
        var isKnown = lexicon.Find(Space.Nouns, term.Noun.Name, "kind or model", Sort.Kind, Sort.Model) is not null;
        return isKnown && nouns.Noun(term.Noun) is { } noun && weight is { } each ? new(each, noun) : null;
    }

    private State? State(Token name)
    {
        if (lexicon.State(name) is not { } state)
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

    /// <summary>Whether one thing can be both, as far as the text says: a model and its kind, or the same, unless one word or party is asked of the one and
    /// another of the other.</summary>
    private static bool HaveMuchInCommon(Noun one, Noun other) =>
        (one.Symbol.Name == other.Symbol.Name || KindOf(one.Symbol).Name == other.Symbol.Name || KindOf(other.Symbol).Name == one.Symbol.Name)
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
}
