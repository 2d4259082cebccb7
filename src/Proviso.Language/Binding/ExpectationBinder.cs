using System.Collections.Immutable;
using Proviso.Language.Syntax;

namespace Proviso.Language.Binding;

/// <summary>Assumptions and expected verdicts.</summary>
sealed class ExpectationBinder(
    Lexicon lexicon,
    TimeBinder times,
    NounBinder nouns,
    Participants participants,
    ImmutableArray<Containment> containments,
    ImmutableArray<Dispute> disputes)
{
    /// <summary>No number is expected to be greater: as many things as a report can speak of, each counting for the most.</summary>
    private const long MostExpected = ContentBinder.MostThings * CountBinder.MostWeight;

    /// <summary>An assumption; null when a part of it does not bind.</summary>
    public Assumption? Assume(AssumeSentence sentence)
    {
        var noun = nouns.Noun(sentence.Noun);
        var state = lexicon.State(sentence.State);
        var place = lexicon.Place(sentence.In.Name);
        var days = times.Dated(sentence.Dated);
        var views = lexicon.Once(sentence.Under?.Names).Select(name => View(name)?.Name).OfType<string>();
        return noun is null || state is null || place is null || days is null
            ? null
            : new(noun, state, place, days.Value, [.. views], sentence.Span);
    }

    /// <summary>An expectation; null when a part of it does not bind.</summary>
    public Expectation? Expect(ExpectSentence sentence)
    {
        var view = View(sentence.Under.Name);
        var days = Days(sentence.Days);
        var knownOn = sentence.Known is null ? null : TimeBinder.Day(sentence.Known.Date);
        var knownTo = sentence.Known?.To is { } to ? lexicon.Party(to.Name) : null;
        var clause = lexicon.Find(Space.Clauses, sentence.Clause.Number);
        var party = lexicon.Party(sentence.For.Name);
        var place = sentence.In is null ? null : lexicon.Place(sentence.In.Name);
        var outcomes = Outcomes(sentence.Outcomes);
        var isWhole = view is not null && days is not null && clause is not null && party is not null && outcomes is not null
            && (knownOn is null) == (sentence.Known is null)
            && (knownTo is null) == (sentence.Known?.To is null)
            && (place is null) == (sentence.In is null);
        if (!isWhole || lexicon.MeaningOf<Clause>(Space.Clauses, clause!.Name) is not { } bound || !Fits(bound, party!, place, sentence))
        {
            return null;
        }

        var (standing, conduct, basis) = outcomes!.Value;
        return new(view!.Name, days!.Value, knownOn, knownTo, bound.Id, party!, place, standing, conduct, basis, sentence.Span);
    }

    /// <summary>An expected number; null when a part of it does not bind.</summary>
    public CountExpectation? Expect(ExpectCountSentence sentence)
    {
        var view = View(sentence.Under.Name);
        var days = Days(sentence.Days);
        var knownOn = sentence.Known is null ? null : TimeBinder.Day(sentence.Known.Date);
        var knownTo = sentence.Known?.To is { } to ? lexicon.Party(to.Name) : null;
        var count = lexicon.Resolve<NamedCount>(Space.Counts, sentence.Count.Name);
        var party = sentence.For is null ? null : lexicon.Party(sentence.For.Name);
        var place = sentence.In is null ? null : lexicon.Place(sentence.In.Name);
        var isNumberSound = Number(sentence.Number, out var number);
        if (count is { IsOfStates: true } && sentence.In is null)
        {
            lexicon.Found.Add(BindingErrors.PlaceOfCountExpected(sentence.Count.Span, count));
            return null;
        }

        var isWhole = view is not null && days is not null && count is not null && isNumberSound
            && (knownOn is null) == (sentence.Known is null)
            && (knownTo is null) == (sentence.Known?.To is null)
            && (party is null) == (sentence.For is null)
            && (place is null) == (sentence.In is null);
        return isWhole ? new(view!.Name, days!.Value, knownOn, knownTo, count!, party, place, number, sentence.Span) : null;
    }

    /// <summary>False when it is no number. Null when it is expected that it cannot be told.</summary>
    private bool Number(ExpectedNumberSyntax syntax, out Amount? number)
    {
        number = null;
        switch (syntax)
        {
            case ExpectedMostSyntax most when Whole(most.Number) is { } high:
                number = new(0, high);
                return true;
            case ExpectedAmountSyntax { Amount: var amount } when Whole(amount.Low) is { } low:
                var last = amount.High is null ? (long?)null : Whole(amount.High);
                number = new(low, amount.High is not null ? last : amount.OrMore is null ? low : null);
                if (low == 0 && amount.OrMore is not null)
                {
                    lexicon.Found.Add(BindingErrors.NumberSaysNothing(amount.Span));
                    return false;
                }

                if (low > last)
                {
                    lexicon.Found.Add(BindingErrors.AmountReversed(amount.Span, amount.Low.Text, amount.High!.Text));
                    return false;
                }

                return (amount.High is null) == (last is null);
            default:
                return syntax is ExpectedOpenSyntax;
        }

        long? Whole(Token token) => token.Number == 0 ? 0 : times.Whole(token, MostExpected);
    }

    private View? View(Token name) => lexicon.Resolve<View>(Space.Views, name);

    private DayRange? Days(ExpectedDaysSyntax days)
    {
        if (days.Last is null)
        {
            return TimeBinder.Day(days.First) is { } day ? new(day, day + 1) : null;
        }

        return times.Between(days.First, days.Last, days.Span) is { } range ? new(range.First, range.Last + 1) : null;
    }

    private (Standing?, Conduct?, Basis?)? Outcomes(Separated<OutcomeSyntax> outcomes)
    {
        (Standing? Standing, Conduct? Conduct, Basis? Basis) found = default;
        var isWhole = true;
        foreach (var outcome in outcomes)
        {
            if (!outcome.IsWhole())
            {
                isWhole = false;
                continue;
            }

            switch (outcome.Word.Word)
            {
                case Word.Standing:
                    found.Standing ??= Read<Standing>(outcome);
                    break;
                case Word.Conduct:
                    found.Conduct ??= Read<Conduct>(outcome);
                    break;
                case Word.Basis:
                    found.Basis ??= Read<Basis>(outcome);
                    break;
            }
        }

        return isWhole ? found : null;
    }

    /// <summary>The member of an enumeration whose name is the outcome's words: "not in force" is <c>NotInForce</c>.</summary>
    private static T? Read<T>(OutcomeSyntax outcome)
        where T : struct, Enum =>
        Enum.TryParse<T>(outcome.Spelling.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true, out var value) ? value : null;

    private bool Fits(Clause clause, Party party, Place? place, ExpectSentence sentence)
    {
        var asked = Asked(clause);
        if (!asked.Any(one => one.Name == party.Name))
        {
            lexicon.Found.Add(BindingErrors.PartyNotOfClause(sentence.For.Name.Span, party.Name, clause.Id, clause.Span));
            return false;
        }

        var places = ClauseBinder.InstancePlaces(clause);
        if (place is null)
        {
            if (clause.ForEach is not { Places.IsEmpty: false })
            {
                return true;
            }

            lexicon.Found.Add(BindingErrors.PlaceExpected(
                sentence.Clause.Span, clause.Id, [.. places.Select(one => one.Name)], clause.Span));
            return false;
        }

        if (places.Any(one => one.Name == place.Name || LiesDirectlyIn(place, one)))
        {
            return true;
        }

        if (lexicon.IsComplete(Space.Places))
        {
            lexicon.Found.Add(BindingErrors.PlaceNotOfClause(sentence.In!.Name.Span, place.Name, clause.Id, clause.Span));
        }

        return false;
    }

    /// <summary>Those a row of the clause can be about: who owes it or has the right, and for an offer those it is offered to.</summary>
    private ImmutableArray<Party> Asked(Clause clause)
    {
        ImmutableArray<Party> actors = clause.Actor switch
        {
            NamedActor named => [named.Party],
            VariableActor => clause.ForEach?.Parties ?? [],
            _ => participants.Between,
        };
        return clause.Offer is { } offer ? [.. actors, .. offer.To] : actors;
    }

    private bool LiesDirectlyIn(Place inner, Place outer) =>
        containments.Any(containment => containment.Inner.Name == inner.Name && containment.Outer.Name == outer.Name)
            || disputes.Any(dispute => dispute.Target is OnExtent extent && extent.Places.Contains(outer.Name)
                && dispute.Readings.Any(reading => reading.Meaning is ExtentMeaning meaning
                    && meaning.Parts.Any(part => part.Place.Name == inner.Name)));
}
