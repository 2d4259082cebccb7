using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Language.Syntax;

namespace Proviso.Language.Binding;

/// <summary>What reports say that speak of no other report, and the parts that corrections say anew.</summary>
sealed class ContentBinder(
    Lexicon lexicon,
    TimeBinder times,
    NounBinder nouns,
    Clock clock,
    PlaceZones zones,
    ImmutableArray<State> states,
    ImmutableArray<Dispute> disputes)
{
    /// <summary>More things than this are not counted.</summary>
    public const long MostThings = 1_000_000_000;

    private readonly Placement placement = new(clock);

    /// <summary>The states that are in dispute, anywhere.</summary>
    private readonly HashSet<string> disputed = [.. disputes.Select(dispute => dispute.Target).OfType<OnState>().Select(on => on.State)];

    /// <summary>One instant at a place. Without a place (null), a civil day is that day anywhere on earth.</summary>
    public Window Instant(Moment moment, Place? place) => placement.Instant(moment, place is null ? null : zones.Of(place));

    /// <summary>What a report says; null when a part of it does not bind.</summary>
    public ReportContent? Content(ReportContentSyntax content) => content switch
    {
        StateContentSyntax state => State(state),
        TotalContentSyntax total => Total(total),
        EventContentSyntax happening => Event(happening),
        AttributeContentSyntax attribute => Attribute(attribute),
        AccessContentSyntax access => Access(access),
        LogContentSyntax log => Log(log),
        _ => throw new UnreachableException(content.GetType().Name),
    };

    private StateReport? State(StateContentSyntax content)
    {
        var isAbsence = content.NoWord is not null;
        var subject = Subject(content.Subject);
        var state = PrimitiveState(content.State);
        var amount = Amount(content.Amount);
        if (isAbsence && content.Amount is not null)
        {
            lexicon.Found.Add(BindingErrors.AmountOfNone(content.Amount.Span));
        }

        var place = lexicon.Place(content.In.Name);
        var stay = Stay(content.Stay, place, state, isAbsence);
        return subject is null || state is null || amount is null || place is null || stay is null
            ? null
            : new(isAbsence, subject, state, amount.Value, place, stay);
    }

    private StateReport? Total(TotalContentSyntax content)
    {
        var subject = Subject(content.Subject);
        var state = PrimitiveState(content.State);
        var amount = Amount(content.Amount);
        var place = lexicon.Place(content.In.Name);
        var stay = TotalStay(content.Stay, place, state);
        var isWhole = (subject is null || IsOfAll(subject, content.Subject)) & (amount is null || IsBounded(amount.Value, content.Amount));
        return !isWhole || subject is null || state is null || amount is null || place is null || stay is null
            ? null
            : new(false, subject, state, amount.Value, place, stay, IsTotal: true);
    }

    /// <summary>True for a number that leaves no others; tells of one that does.</summary>
    public bool IsBounded(Amount amount, AmountSyntax syntax)
    {
        if (amount.High is null)
        {
            lexicon.Found.Add(BindingErrors.TotalUnbounded(syntax.Span));
        }

        return amount.High is not null;
    }

    /// <summary>True for a subject that is no one item; tells of one that is.</summary>
    public bool IsOfAll(Subject subject, SubjectSyntax syntax)
    {
        if (subject.Item is { } item)
        {
            lexicon.Found.Add(BindingErrors.TotalOfOneItem(syntax.As!.Span, item));
        }

        return subject.Item is null;
    }

    /// <summary>The stay of a total, which has an end whatever the state.</summary>
    public Occurrence? TotalStay(StaySyntax syntax, Place? place, State? state)
    {
        if (syntax is FromStaySyntax { OnwardWord: { IsMissing: false } onward })
        {
            lexicon.Found.Add(BindingErrors.TotalOnward(onward.Span));
            return null;
        }

        return Stay(syntax, place, state, isAbsence: false);
    }

    private State? PrimitiveState(Token name)
    {
        if (lexicon.State(name) is not { } state)
        {
            return null;
        }

        var isDisputed = disputed.Contains(state.Name);
        if (state.Means is null && !isDisputed)
        {
            return state;
        }

        var primitive = states
            .Where(other => other.Means is null && !disputed.Contains(other.Name))
            .Select(other => other.Name).Order(StringComparer.Ordinal).ToImmutableArray();
        lexicon.Found.Add(BindingErrors.StateNotPrimitive(
            name.Span, state.Name, isDisputed ? "disputed" : "derived", primitive, lexicon.Names.Find(Space.States, state.Name)!.Span));
        return null;
    }

    /// <summary>The thing reported.</summary>
    public Subject? Subject(SubjectSyntax subject)
    {
        if (lexicon.Find(Space.Nouns, subject.Name) is { Sort: Sort.Definition } definition)
        {
            lexicon.Found.Add(BindingErrors.SubjectIsDefinition(subject.Name.Span, definition.Name, definition.Span));
            return null;
        }

        return lexicon.MeaningOf<NounSymbol>(Space.Nouns, subject.Name.Value) is { } symbol
            ? new(symbol, subject.As is { Name.IsMissing: false } item ? item.Name.Value : null, nouns.Pairs(subject.With, symbol))
            : null;
    }

    /// <summary>How many; one or more where nothing is said.</summary>
    public Amount? Amount(AmountSyntax? amount)
    {
        if (amount is null)
        {
            return new(1, null);
        }

        if (amount.Low.Number == 0)
        {
            lexicon.Found.Add(BindingErrors.AmountZero(amount.Span));
            return null;
        }

        if (times.Whole(amount.Low, MostThings) is not { } low)
        {
            return null;
        }

        if (amount.High is null)
        {
            return new(low, amount.OrMore is null ? low : null);
        }

        if (times.Whole(amount.High, MostThings) is not { } high)
        {
            return null;
        }

        if (low <= high)
        {
            return new(low, high);
        }

        lexicon.Found.Add(BindingErrors.AmountReversed(amount.Span, amount.Low.Text, amount.High.Text));
        return null;
    }

    /// <summary>A stay at a place; what has no place (null) counts in the clock's own zone.</summary>
    public Occurrence? Stay(StaySyntax syntax, Place? place, State? state, bool isAbsence)
    {
        var stay = times.Stay(syntax);
        var least = times.Least(syntax.Lasting);
        if (syntax is FromStaySyntax { OnwardWord: { IsMissing: false } onward } && !CanGoOn(onward, state, isAbsence))
        {
            return null;
        }

        return stay is null || least is null ? null : Possible(placement.Stay(stay, ZoneOf(place), least.Value), syntax);
    }

    private bool CanGoOn(Token onward, State? state, bool isAbsence)
    {
        if (isAbsence)
        {
            lexicon.Found.Add(BindingErrors.AbsenceOnward(onward.Span));
        }
        else if (state is { Persistence: Persistence.Observed })
        {
            lexicon.Found.Add(BindingErrors.OnwardNeedsPersists(
                onward.Span, state.Name, lexicon.Names.Find(Space.States, state.Name)?.Span));
        }
        else
        {
            return true;
        }

        return false;
    }

    private Occurrence? Possible(Occurrence stay, StaySyntax syntax)
    {
        if (Placement.IsPossible(stay))
        {
            return stay;
        }

        var most = stay.End.Latest - stay.Start.Earliest;
        lexicon.Found.Add(most < 1
            ? BindingErrors.EndsBeforeItStarts(syntax.Span)
            : BindingErrors.LastsTooLong(syntax.Lasting?.Span ?? syntax.Span, most));
        return null;
    }

    private string? ZoneOf(Place? place) => place is not null ? zones.Of(place) : clock.IsLocal ? null : clock.Name;

    private EventReport? Event(EventContentSyntax content)
    {
        var happening = lexicon.Event(content.Event);
        var by = lexicon.Party(content.By.Name);
        var to = content.To is null ? null : lexicon.Party(content.To.Name);
        var of = content.Of is null ? null : Subject(content.Of.Subject);
        var amount = content.Of?.Amount is { } number ? Amount(number) : null;
        var place = content.In is null ? null : lexicon.Place(content.In.Name);
        var moment = times.When(content.Point.When);
        var answers = lexicon.Once(content.For?.Names);
        if (content.NotReceived is not null && content.To is null)
        {
            lexicon.Found.Add(BindingErrors.NobodyReceives(content.NotReceived.Span));
            return null;
        }

        if (content.NotReceived is not null && content.Of?.Amount is { } none)
        {
            lexicon.Found.Add(BindingErrors.AmountOfMissing(none.Span));
            return null;
        }

        var isWhole = (amount is null) == (content.Of?.Amount is null)
            && (to is null) == (content.To is null)
            && (of is null) == (content.Of is null)
            && (place is null) == (content.In is null);
        if (!isWhole || happening is null || by is null || moment is null)
        {
            return null;
        }

        ImmutableArray<string> names = [.. answers.Select(name => name.Value)];
        return new(content.NotReceived is not null, happening, by, to, of, place, Instant(moment, place), names, amount);
    }

    private AttributeReport? Attribute(AttributeContentSyntax content) =>
        lexicon.Resolve<Model>(Space.Nouns, content.Model, "model", Sort.Model) is { } model
            && nouns.Pair(content.Pair, model) is { } pair
            ? new(model, pair.Attribute, pair.Value)
            : null;

    private AccessDenied? Access(AccessContentSyntax content)
    {
        var (to, place) = (lexicon.Party(content.Party), lexicon.Place(content.In.Name));
        var stay = NeverOnward(content.Stay, place);
        return to is null || place is null || stay is null ? null : new(to, place, stay);
    }

    private LogComplete? Log(LogContentSyntax content)
    {
        var of = lexicon.Party(content.Party);
        return NeverOnward(content.Stay, null) is { } stay && of is not null ? new(of, stay) : null;
    }

    /// <summary>A stay of what is no state, and so has an end.</summary>
    public Occurrence? NeverOnward(StaySyntax syntax, Place? place)
    {
        if (syntax is FromStaySyntax { OnwardWord: { IsMissing: false } onward })
        {
            lexicon.Found.Add(BindingErrors.OnlyStatesGoOn(onward.Span));
            return null;
        }

        return Stay(syntax, place, null, false);
    }
}
