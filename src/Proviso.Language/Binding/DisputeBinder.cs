using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Language.Diagnostics;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>Disputes: each reading is bound in the place the dispute is on.</summary>
sealed class DisputeBinder(
    Lexicon lexicon, NounBinder nouns, StateBinder states, PlaceBinder places, ConditionBinder conditions, ClauseBinder clauses)
{
    private readonly List<(DisputeSentence Sentence, Dispute Dispute)> bound = [];

    /// <summary>The disputes that bound, with their sentences, in the order written.</summary>
    public IReadOnlyList<(DisputeSentence Sentence, Dispute Dispute)> Bound => bound;

    /// <summary>Binds the disputes; answers them in the order written.</summary>
    public ImmutableArray<Dispute> Bind(ImmutableArray<(Sentence Sentence, Declared Declared)> sentences)
    {
        foreach (var (sentence, declared) in sentences)
        {
            Dispute((DisputeSentence)sentence, declared);
        }

        return [.. bound.Select(each => each.Dispute)];
    }

    private void Dispute(DisputeSentence sentence, Declared declared)
    {
        var target = Target(sentence.Target, sentence.Readings);
        var readings = ImmutableArray.CreateBuilder<Reading>();
        var complete = true;
        foreach (var reading in lexicon.Once(sentence.Readings, reading => reading.Name))
        {
            WarnOfFigure(reading);
            if (target is not null && Meaning(reading.Meaning, target, sentence.Target) is { } meaning)
            {
                var title = Titles.Of(reading.Title, reading.Name.Value);
                readings.Add(new(reading.Name.Value, title, meaning, Titles.Of(reading.Source)) { Span = reading.Span });
            }
            else
            {
                complete = false;
            }
        }

        if (target is not null && complete && readings.Count >= 2 && readings.All(reading => IsClosed(reading.Meaning)))
        {
            var dispute = new Dispute(
                declared.Name, Titles.Of(sentence.Title, declared.Name), target, readings.DrainToImmutable(), sentence.Span);
            lexicon.Means(declared, dispute);
            bound.Add((sentence, dispute));
        }
    }

    private DisputeTarget? Target(DisputeTargetSyntax target, IReadOnlyList<ReadingSyntax> readings) => target switch
    {
        WordingTargetSyntax wording => Wording(wording, readings),
        ExtentTargetSyntax extent => Extent(extent),
        AttributeTargetSyntax attribute => Attribute(attribute),
        TermTargetSyntax term => Term(term),
        _ => throw new UnreachableException(target.GetType().Name),
    };

    /// <summary>A slot that the clause lacks may be read into it as long as a reading keeps the clause as it stands.</summary>
    private OnSlot? Wording(WordingTargetSyntax wording, IReadOnlyList<ReadingSyntax> readings)
    {
        if (lexicon.Find(Space.Clauses, wording.Clause.Number) is not { } clause || ConditionBinder.WordOf(wording.SlotWord) is not { } word)
        {
            return null;
        }

        return HasSlot(clause, wording.SlotWord, BindingErrors.NoSuchSlotToDispute, readings.Any(reading => reading.Meaning is AsDeclaredSyntax)) ? new(clause.Name, word) : null;
    }

    /// <param name="mayBeRead">Whether a reading may bring the slot where the clause has none.</param>
    private bool HasSlot(Declared clause, Token slot, Func<SourceSpan, string, string, SourceSpan, Diagnostic> missing, bool mayBeRead = false)
    {
        if (clauses.Written(clause.Name)?.Sentence is not { } sentence || lexicon.MeaningOf<Clause>(Space.Clauses, clause.Name) is null)
        {
            return false;
        }

        var has = slot.Word == Word.Have ? sentence.Act?.Act is HaveActSyntax : SlotOf(sentence, slot.Word) is not null;
        if (!has && !mayBeRead)
        {
            lexicon.Found.Add(missing(slot.Span, clause.Name, slot.Text, clause.Span));
        }

        return has || mayBeRead;
    }

    /// <summary>True when every clause that a slot speaks of is in the case.</summary>
    private bool IsClosed(Meaning meaning) => meaning is not SlotMeaning slot
        || ClauseBinder.BrokenIn(slot.Slot.Condition).All(id => lexicon.MeaningOf<Clause>(Space.Clauses, id) is not null);

    private static ConditionSlotSyntax? SlotOf(ClauseSentence clause, Word word) => word switch
    {
        Word.While => clause.While,
        Word.Until => clause.Until,
        Word.Unless => clause.Unless,
        _ => null,
    };

    private OnExtent? Extent(ExtentTargetSyntax extent)
    {
        var names = lexicon.Once(extent.Places);
        var found = names
            .Select(name => lexicon.Resolve<Place>(Space.Places, name, "region or theatre", Sort.Region, Sort.Theatre))
            .OfType<Place>().ToList();
        if (found.Count == 0 || found.Count < extent.Places.Count)
        {
            return null;
        }

        if (found.FindIndex(place => place.GetType() != found[0].GetType()) is > 0 and var odd)
        {
            lexicon.Found.Add(BindingErrors.ExtentOfBoth(names[odd].Span, found[odd].Name, found[0].Name));
            return null;
        }

        return new([.. found.Select(place => place.Name)]);
    }

    private OnAttribute? Attribute(AttributeTargetSyntax target) =>
        lexicon.Resolve<Model>(Space.Nouns, target.Model, "model", Sort.Model) is { } model
            && nouns.Attribute(target.Attribute, model) is { } attribute
            ? new(attribute.Name, model.Name)
            : null;

    private DisputeTarget? Term(TermTargetSyntax term)
    {
        if (term.Name.IsMissing)
        {
            return null;
        }

        var noun = lexicon.Names.Find(Space.Nouns, term.Name.Value);
        var state = lexicon.Names.Find(Space.States, term.Name.Value);
        if (noun is not null && state is not null)
        {
            lexicon.Found.Add(BindingErrors.AmbiguousName(term.Name.Span, term.Name.Value, noun, state));
            return null;
        }

        if (noun is null)
        {
            return lexicon.Resolve<State>(Space.States, term.Name, "definition or state") is { } found ? InUse(found, term) : null;
        }

        if (lexicon.Resolve<Define>(Space.Nouns, term.Name, "definition or state", Sort.Definition) is not { } define)
        {
            return null;
        }

        if (term.Use is null)
        {
            return new OnDefine(define.Name);
        }

        lexicon.Found.Add(BindingErrors.DefinitionInSlot(term.Use.Span, define.Name));
        return null;
    }

    private OnState? InUse(State state, TermTargetSyntax term)
    {
        if (term.Use is not { } use)
        {
            return new(state.Name, null, null);
        }

        ClauseSlot? slot = use.SlotWord.Word switch
        {
            Word.Have => ClauseSlot.Have,
            Word.While => ClauseSlot.While,
            Word.Until => ClauseSlot.Until,
            Word.Unless => ClauseSlot.Unless,
            _ => null,
        };
        return slot is not null && lexicon.Find(Space.Clauses, use.Clause.Number) is { } clause && HasSlot(clause, use.SlotWord, BindingErrors.NoSuchSlot)
            ? new(state.Name, clause.Name, slot)
            : null;
    }

    private Meaning? Meaning(MeaningSyntax meaning, DisputeTarget target, DisputeTargetSyntax about) => (target, meaning) switch
    {
        (OnAttribute on, AsDeclaredSyntax) => Declared(on, meaning.Span),
        (_, AsDeclaredSyntax) => new AsDeclared(),
        (OnDefine, NamesMeaningSyntax names) => nouns.Body(names.Names),
        (OnDefine, BodyMeaningSyntax body) => nouns.Body(body.Body),
        (OnDefine, StateMeaningSyntax) => Misfit(meaning, about, "a definition", "which things fall under it"),
        (OnState, NamesMeaningSyntax names) => States(states.Expression(names.Names)),
        (OnState, StateMeaningSyntax expression) => States(states.Expression(expression.Expression)),
        (OnState, BodyMeaningSyntax) => Misfit(meaning, about, "a state", "which states it stands for"),
        (OnAttribute on, ValueMeaningSyntax value) => Value(on, value.Value),
        (OnSlot on, SlotMeaningSyntax slot) => Slot(on, slot.Slot),
        (OnExtent on, ExtentMeaningSyntax extent) => Extent(on, extent.Parts, about),
        _ => null, // Any other shape was reported with the text.
    };

    private Meaning? Misfit(MeaningSyntax meaning, DisputeTargetSyntax about, string target, string expected)
    {
        lexicon.Found.Add(BindingErrors.ReadingDoesNotFit(meaning.Span, target, expected, about.Span));
        return null;
    }

    private static StateMeaning? States(StateExpression? expression) => expression is null ? null : new(expression);

    private Meaning? Declared(OnAttribute on, SourceSpan span)
    {
        if (lexicon.MeaningOf<Model>(Space.Nouns, on.Model) is not { } model)
        {
            return null;
        }

        if (model.Attributes.Any(value => value.Attribute == on.Attribute))
        {
            return new AsDeclared();
        }

        lexicon.Found.Add(BindingErrors.NothingDeclared(
            span, on.Attribute, on.Model, lexicon.Names.Find(Space.Nouns, on.Model)?.Span ?? span));
        return null;
    }

    private ValueMeaning? Value(OnAttribute on, ValueSyntax value) =>
        lexicon.MeaningOf<Model>(Space.Nouns, on.Model) is { } model
            && nouns.Attributes.Of(model).GetValueOrDefault(on.Attribute) is { } attribute
            && nouns.Value(attribute, value) is { } bound
            ? new(bound)
            : null;

    private SlotMeaning? Slot(OnSlot on, ConditionSlotSyntax slot)
    {
        if (clauses.Written(on.ClauseId) is not { } clause)
        {
            return null;
        }

        if (ConditionBinder.WordOf(slot.SlotWord) is { } word && word != on.Slot
            && SlotOf(clause.Sentence, slot.SlotWord.Word) is { } taken)
        {
            lexicon.Found.Add(BindingErrors.SlotTaken(slot.SlotWord.Span, on.ClauseId, slot.SlotWord.Text, taken.Span));
            return null;
        }

        return conditions.Slot(slot, clause.Scope) is { } bound ? new(bound) : null;
    }

    private ExtentMeaning? Extent(OnExtent on, PartsSyntax parts, DisputeTargetSyntax about)
    {
        var isTheatre = lexicon.Names.Find(Space.Places, on.Places[0])?.Sort == Sort.Theatre;
        if (isTheatre != (parts.Word.Word == Word.Joins))
        {
            lexicon.Found.Add(BindingErrors.ReadingDoesNotFit(
                parts.Word.Span,
                isTheatre ? "the extent of a theatre" : "the extent of a region",
                isTheatre ? "what it `joins`" : "what it is made `of`",
                about.Span));
            return null;
        }

        var bound = places.Parts(parts).Select(part => part.Part).ToImmutableArray();
        return bound.Length < parts.Parts.Count ? null : new(bound);
    }

    private void WarnOfFigure(ReadingSyntax reading)
    {
        if (reading.Source is null && reading.Meaning.NodesWithin().Any(node => node is QuantitySyntax or RunningSyntax))
        {
            lexicon.Found.Add(BindingErrors.FigureWithoutSource(reading.Meaning.Span, reading.Name.Value));
        }
    }
}
