using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>Clauses.</summary>
sealed class ClauseBinder(
    Lexicon lexicon, TimeBinder times, NounBinder nouns, ConditionBinder conditions, CalendarBinder calendars, AgreementHead head, ImmutableArray<Place> places)
{
    private readonly RecurrenceBinder recurrences = new(times, lexicon.Found);
    private readonly QuotaBinder quotas = new(times, lexicon.Found);
    private readonly Dictionary<string, (ClauseSentence Sentence, ClauseScope Scope)> written = new(StringComparer.Ordinal);

    /// <summary>Binds the clauses; answers them in the order written.</summary>
    public ImmutableArray<Clause> Bind(ImmutableArray<(Sentence Sentence, Declared Declared)> sentences)
    {
        var clauses = Closed(
            [.. sentences.Select(each => Clause((ClauseSentence)each.Sentence, each.Declared)).OfType<Clause>()]);
        foreach (var clause in clauses)
        {
            lexicon.Means(lexicon.Names.Find(Space.Clauses, clause.Id)!, clause);
        }

        CheckOrder(sentences);
        foreach (var clause in clauses)
        {
            CheckOffer(clause);
            CheckUnder(clause);
        }

        foreach (var (syntax, bound, scope) in conditions.Broken)
        {
            CheckPlace(syntax, bound, scope);
        }

        return clauses;
    }

    /// <summary>Leaves out what speaks of a clause that has an error, so that every name in the case leads somewhere.</summary>
    private static ImmutableArray<Clause> Closed(ImmutableArray<Clause> all)
    {
        var kept = all;
        HashSet<string> ids;
        do
        {
            all = kept;
            ids = [.. all.Select(clause => clause.Id)];
            kept = [.. all.Where(clause =>
                clause.Slots.SelectMany(slot => BrokenIn(slot.Condition)).All(ids.Contains) && (clause.Under is not { } right || ids.Contains(right)))];
        }
        while (kept.Length < all.Length);

        return [.. kept.Select(clause => clause with { Despite = [.. clause.Despite.Where(ids.Contains)] })];
    }

    /// <summary>The ids of the clauses whose breach a condition speaks of.</summary>
    public static IEnumerable<string> BrokenIn(Condition condition) => condition switch
    {
        ClauseBroken broken => [broken.ClauseId],
        NotCondition not => BrokenIn(not.Part),
        AllConditions all => all.Parts.SelectMany(BrokenIn),
        AnyCondition any => any.Parts.SelectMany(BrokenIn),
        _ => [],
    };

    /// <summary>The sentence and scope of a clause, whether it bound or not; null for one that does not exist.</summary>
    public (ClauseSentence Sentence, ClauseScope Scope)? Written(string clauseId) =>
        written.TryGetValue(clauseId, out var found) ? found : null;

    /// <summary>The places that have an instance of a clause of their own; empty when it has no place.</summary>
    public static ImmutableArray<Place> InstancePlaces(Clause clause) => clause switch
    {
        { ForEach.Places: { IsEmpty: false } places } => places,
        { Duty: Restraint { In: FixedPlace fixedPlace } } => [fixedPlace.Place],
        { Duty: MayHave { In: FixedPlace fixedPlace } } => [fixedPlace.Place],
        { Duty: ShallDo { Act.In: FixedPlace fixedPlace } } => [fixedPlace.Place],
        { Duty: MayDo { Act.In: FixedPlace fixedPlace } } => [fixedPlace.Place],
        _ => [],
    };

    private Clause? Clause(ClauseSentence sentence, Declared declared)
    {
        var offer = sentence.Offered is null ? null : Offer(sentence.Offered);
        var forEach = sentence.ForEach is null ? null : ForEach(sentence.ForEach, offer);
        var isParty = sentence.ForEach?.Type.Word == Word.Party;
        var scope = new ClauseScope(forEach, isParty, sentence.When?.Pattern.By?.Words?.First == Word.A);
        written[declared.Name] = (sentence, scope);

        // Without its variable nothing else in the clause can be judged: every use of it would look like an unknown name.
        if (sentence.ForEach is not null && forEach is null)
        {
            return null;
        }

        var step = sentence.From?.Step is { } counted ? Step(counted) : null;
        var from = sentence.From is null ? null : From(sentence.From, step);
        var when = sentence.When is null ? null : conditions.Pattern(sentence.When.Pattern, PatternUse.Trigger, scope);
        var under = sentence.When?.Under is { } right ? lexicon.Find(Space.Clauses, right.Clause.Number)?.Name : null;
        var actor = sentence.Act is null ? null : Actor(sentence.Act.Actor, scope, offer);
        var duty = sentence.Act is null ? null : Duty(sentence.Act.Act, when, sentence, scope, actor);
        var syntax = sentence.Slots.OfType<ConditionSlotSyntax>().DistinctBy(slot => slot.SlotWord.Word).ToList();
        var slots = syntax.Select(slot => conditions.Slot(slot, scope)).OfType<ConditionSlot>().ToImmutableArray();
        var despite = lexicon.Once(sentence.Despite?.Clauses.Select(clause => clause.Number))
            .Select(number => lexicon.Find(Space.Clauses, number)?.Name).OfType<string>().ToImmutableArray();
        var events = lexicon.Once(sentence.Verified?.Events).Select(lexicon.Event).OfType<Event>().ToImmutableArray();
        var isWhole = actor is not null && duty is not null && slots.Length == syntax.Count
            && (when is null) == (sentence.When is null) && (under is null) == (sentence.When?.Under is null) && (offer is null) == (sentence.Offered is null);
        return isWhole
            ? new(declared.Name, Titles.Of(sentence.Title, declared.Name), offer, forEach, from, when, actor!, duty!, slots, despite,
                events, sentence.Quoted, sentence.Span)
            {
                Step = step,
                IsByThen = sentence.From is { IsBy: true },
                Under = under,
            }
            : null;
    }

    private Offer? Offer(OfferedSlotSyntax slot)
    {
        var by = lexicon.Party(slot.By);
        var to = lexicon.Parties(slot.To.Names);
        return by is null || to.IsEmpty ? null : new(by, to);
    }

    private ForEach? ForEach(ForEachSlotSyntax slot, Offer? offer)
    {
        if (slot.Variable.IsMissing || slot.Type.IsMissing)
        {
            return null;
        }

        var isParty = slot.Type.Word == Word.Party;
        if (lexicon.Names.Find(isParty ? Space.Parties : Space.Places, slot.Variable.Value) is { } hidden)
        {
            lexicon.Found.Add(BindingErrors.VariableHides(slot.Variable.Span, slot.Variable.Value, hidden));
            return null;
        }

        if (isParty)
        {
            var parties = slot.Of is null
                ? head.Participants.Between
                : [.. lexicon.Once(slot.Of.Names).Select(name => TakesPart(name, offer)).OfType<Party>()];
            return parties.IsEmpty ? null : new(slot.Variable.Value, [], parties);
        }

        var sort = slot.Type.Word switch
        {
            Word.Theatre => Sort.Theatre,
            Word.Region => Sort.Region,
            _ => Sort.Site,
        };
        var elements = slot.Of is null
            ? [.. places.Where(place => SortOf(place) == sort)]
            : lexicon.Once(slot.Of.Names)
                .Select(name => lexicon.Resolve<Place>(Space.Places, name, Names.Noun(sort), sort)).OfType<Place>().ToImmutableArray();
        if (elements.IsEmpty && slot.Of is null)
        {
            lexicon.Found.Add(BindingErrors.NothingForEach(slot.Type.Span, Names.Noun(sort)));
        }

        return elements.IsEmpty ? null : new(slot.Variable.Value, elements, []);
    }

    private static Sort SortOf(Place place) => place switch
    {
        Region => Sort.Region,
        Site => Sort.Site,
        _ => Sort.Theatre,
    };

    private int? From(FromSlotSyntax slot, TimeAfterEntry? step)
    {
        var day = slot.Date is { } date ? TimeBinder.Day(date) : step is null ? null : DayOf(step, slot.Step!);
        if (day is not { } from)
        {
            return null;
        }

        from += slot.IsBy ? 1 : 0;
        if (!head.InForce.Contains(from))
        {
            lexicon.Found.Add(BindingErrors.ClauseOutsideForce((slot.Date ?? (SyntaxElement)slot.Step!).Span, from, head.InForce, head.InForceSpan));
        }

        return from;
    }

    private TimeAfterEntry? Step(StepSyntax step) => times.Whole(step.Number, Units.MostOf(Units.StepOf(step.Unit))) is not { } number ? null : new((int)number, Units.StepOf(step.Unit));

    /// <summary>The day of a step; null where the calendar has none, which is told, or where the day of entry into force is not known.</summary>
    private int? DayOf(TimeAfterEntry step, StepSyntax syntax)
    {
        if (head.InForce.From == int.MinValue)
        {
            return null;
        }

        var entry = Binding.Clock.DateOf(head.InForce.From);
        var day = Binding.Clock.Later(entry, step.Number, step.Unit);
        if (step.Unit == StepUnit.Days || day.Day == entry.Day)
        {
            return Binding.Clock.DayNumber(day);
        }

        lexicon.Found.Add(BindingErrors.NoSuchDay(syntax.Span, Binding.Clock.DayNumber(day), entry.Day, head.InForceSpan));
        return null;
    }

    private Actor? Actor(ActorSyntax actor, ClauseScope scope, Offer? offer)
    {
        if (actor.Name is { } name)
        {
            return conditions.IsPartyVariable(name, scope, out var failed) ? new VariableActor(name.Value)
                : failed ? null
                : TakesPart(name, offer) is { } party ? new NamedActor(party)
                : null;
        }

        if (actor.Words?.First == Word.Each)
        {
            return new EachParty();
        }

        if (actor.Words?.First == Word.That && !scope.BindsParty)
        {
            lexicon.Found.Add(BindingErrors.NobodyMeant(actor.Words.Span, actor.Words.ToString()));
            return null;
        }

        return actor.Words is null ? null : new ThatParty();
    }

    /// <summary>A party that can owe something: one that takes part in the agreement, or one that the clause is offered to.</summary>
    private Party? TakesPart(Token name, Offer? offer)
    {
        if (lexicon.Party(name) is not { } party)
        {
            return null;
        }

        if (head.Participants.Include(party) || !head.IsWhole || offer?.To.Any(to => Participants.Overlap(to, party)) == true)
        {
            return party;
        }

        lexicon.Found.Add(BindingErrors.ActorDoesNotTakePart(name.Span, name.Value, head.BetweenSpan));
        return null;
    }

    private Duty? Duty(ActSyntax act, EventPattern? when, ClauseSentence sentence, ClauseScope scope, Actor? actor)
    {
        switch (act)
        {
            case HaveActSyntax have:
                var noun = nouns.Noun(have.Noun);
                var state = lexicon.State(have.State);
                var place = conditions.Place(have.In.Name, scope);
                CheckVariable(place, have.In.Name, sentence);
                return noun is null || state is null || place is null ? null
                    : have.IsProhibition ? new ShallNotHave(noun, state, place)
                    : new MayHave(noun, state, place);
            case AtMostActSyntax atMost:
                return AtMost(atMost, sentence, scope);
            case DoActSyntax does:
                var pattern = conditions.Pattern(does.Pattern, PatternUse.Act, scope);
                var deadline = does.Deadline is null ? null : Deadline(does.Deadline, when, sentence, [.. Owing(actor, scope)]);
                var quota = does.Quota is null ? null : quotas.Bind(does.Quota, does.IsDuty, sentence);
                return pattern is null || (quota is null) != (does.Quota is null) ? null
                    : !does.IsDuty ? new MayDo(pattern, quota)
                    : deadline is null ? null
                    : new ShallDo(pattern, deadline);
            default:
                throw new UnreachableException(act.GetType().Name);
        }
    }

    private ShallHaveAtMost? AtMost(AtMostActSyntax act, ClauseSentence sentence, ClauseScope scope)
    {
        var number = times.Whole(act.Number, ContentBinder.MostThings);
        var place = conditions.Place(act.In.Name, scope);
        CheckVariable(place, act.In.Name, sentence);
        if (act.State is null)
        {
            return Count(act.Noun.Name) is not { } count || number is null || place is null ? null
                : new(number.Value, count.Whole, count.State, place, count);
        }

        var noun = nouns.Noun(act.Noun);
        var state = lexicon.State(act.State);
        if (state?.Means is not null)
        {
            lexicon.Found.Add(BindingErrors.CeilingOnDerived(
                act.State.Span, state.Name, "derived", lexicon.Names.Find(Space.States, state.Name)!.Span, "declared here"));
            return null;
        }

        return number is null || noun is null || state is null || place is null ? null : new(number.Value, noun, state, place);
    }

    /// <summary>The count of things in a state of a name; of things that are no count it is told that their state is missing.</summary>
    private StateCount? Count(Token name)
    {
        if (lexicon.Names.Find(Space.Counts, name.Value) is null && lexicon.Names.Find(Space.Nouns, name.Value) is { } things)
        {
            lexicon.Found.Add(BindingErrors.CeilingWithoutState(name.Span, name.Value, things));
            return null;
        }

        var count = lexicon.Resolve<NamedCount>(Space.Counts, name);
        if (count is not (null or StateCount))
        {
            lexicon.Found.Add(BindingErrors.CeilingOnOtherCount(name.Span, count));
        }

        return count as StateCount;
    }

    /// <summary>What is had one by one of the places is had in each of them: verdicts are told place by place.</summary>
    private void CheckVariable(PlaceReference? place, Token written, ClauseSentence sentence)
    {
        if (place is FixedPlace && sentence.ForEach is { Variable: { IsMissing: false } variable } each && each.Type.Word != Word.Party)
        {
            lexicon.Found.Add(BindingErrors.VariableNotItsPlace(written.Span, written.Value, variable.Value, variable.Span));
        }
    }

    private Deadline? Deadline(DeadlineSyntax deadline, EventPattern? when, ClauseSentence sentence, ImmutableArray<Party> owing)
    {
        switch (deadline)
        {
            case LatestDeadlineSyntax { TheWord: null } latest:
                return TimeBinder.Day(latest.Limit) is { } day ? new NoLaterThanDay(day) : null;
            case LatestDeadlineSyntax latest:
                return IsTrigger(latest.Limit, when, sentence) ? new NoLaterThanEvent() : null;
            case RelativeDeadlineSyntax relative:
                var isTrigger = IsTrigger(relative.Event, when, sentence);
                if (times.Whole(relative.Number, TimeBinder.MostUnits) is not { } number || !isTrigger)
                {
                    return null;
                }

                var (days, minutes) = relative.Unit.Word switch
                {
                    Word.Day or Word.Days => ((int)number, 0L),
                    Word.Hour or Word.Hours => (0, number * 60),
                    _ => (0, number),
                };
                var working = relative.WorkingWord is null ? null : Working(relative, owing);
                return (working is null) != (relative.WorkingWord is null) ? null
                    : relative.IsAfter ? new WithinAfter(days, minutes) { Working = working }
                    : new AtLeastBefore(days, minutes) { Working = working };
            case PeriodicDeadlineSyntax periodic:
                return HasNoTrigger(periodic, sentence) ? recurrences.Periodic(periodic) : null;
            case YearlyDeadlineSyntax yearly:
                return HasNoTrigger(yearly, sentence) ? recurrences.Yearly(yearly) : null;
            default:
                throw new UnreachableException(deadline.GetType().Name);
        }
    }

    /// <summary>Those that owe the act of a clause.</summary>
    private IEnumerable<Party> Owing(Actor? actor, ClauseScope scope) => actor switch
    {
        null => [],
        NamedActor named => [named.Party],
        VariableActor => scope.ForEach?.Parties ?? [],
        _ => head.Participants.Between,
    };

    /// <summary>In whose working days it is counted; null when one that is meant has no calendar.</summary>
    private WorkingDays? Working(RelativeDeadlineSyntax deadline, ImmutableArray<Party> owing)
    {
        var party = deadline.Of is null ? null : lexicon.Party(deadline.Of.Name);
        if (deadline.Of is not null)
        {
            return party is not null && calendars.HasCalendar(party, deadline.Of.Name.Span) ? new(party) : null;
        }

        return owing.Length > 0 & owing.All(one => calendars.HasCalendar(one, deadline.WorkingWord!.Span)) ? new(null) : null;
    }

    private bool HasNoTrigger(DeadlineSyntax deadline, ClauseSentence sentence)
    {
        if (sentence.When is not { } when)
        {
            return true;
        }

        lexicon.Found.Add(BindingErrors.RecurringTriggered(deadline.Span, when.Span));
        return false;
    }

    private bool IsTrigger(Token name, EventPattern? when, ClauseSentence sentence)
    {
        if (lexicon.Event(name) is not { } named)
        {
            return false;
        }

        if (when is not null && when.Event.Name == named.Name)
        {
            return true;
        }

        // A trigger that did not bind was reported; its name may well be the one.
        if (when is not null || sentence.When is null)
        {
            lexicon.Found.Add(BindingErrors.NotTheTrigger(name.Span, name.Value, when?.Event));
        }

        return false;
    }

    private void CheckOrder(ImmutableArray<(Sentence Sentence, Declared Declared)> sentences)
    {
        var mentions =
            from each in sentences
            let clause = (ClauseSentence)each.Sentence
            where clause.Despite is not null
            from other in clause.Despite!.Clauses
            where !other.Number.IsMissing
            select new Mention(each.Declared.Name, other.Number.Value, other.Span);
        foreach (var circle in Dependencies.Of(sentences.Select(each => each.Declared.Name), mentions).Circles)
        {
            lexicon.Found.Add(circle is [var only]
                ? BindingErrors.BeforeItself(only.Span, only.From)
                : BindingErrors.Circle("clauses", "goes before", circle));
        }
    }

    /// <summary>An event is a use of a right only if the right says how often it may be done.</summary>
    private void CheckUnder(Clause clause)
    {
        if (clause.Under is { } id && written[clause.Id].Sentence.When?.Under is { } under
            && lexicon.MeaningOf<Clause>(Space.Clauses, id) is { } right
            && (right.Duty is not MayDo { Quota: not null, Act.Event: var done } || done.Name != clause.When!.Event.Name))
        {
            lexicon.Found.Add(BindingErrors.NotUnder(under.Span, right, clause.When!.Event.Name));
        }

        if (clause.Under is not null && clause.Duty is not ShallDo)
        {
            lexicon.Found.Add(BindingErrors.UnderWithoutDuty(written[clause.Id].Sentence.When!.Under!.Span));
        }
    }

    private void CheckOffer(Clause clause)
    {
        if (clause.Offer is not { } offer || written[clause.Id].Sentence is not { Act.Actor: { } actor, Offered: { } offered })
        {
            return;
        }

        ImmutableArray<Party> owing = clause.Actor switch
        {
            NamedActor named => [named.Party],
            VariableActor => clause.ForEach?.Parties ?? [],
            _ => [],
        };
        var isDuty = clause.Duty is Restraint or ShallDo;
        foreach (var party in owing.Where(party => isDuty && !offer.To.Append(offer.By).Any(bound => Participants.Overlap(bound, party))))
        {
            lexicon.Found.Add(BindingErrors.OfferedToOthers(actor.Span, party.Name, [.. offer.To.Select(to => to.Name)]));
        }

        if (offer.To.FirstOrDefault(to => to.Name == offer.By.Name) is { } self
            && offered.To.Names.FirstOrDefault(name => name.Value == self.Name) is { } token)
        {
            lexicon.Found.Add(BindingErrors.OfferedToItself(token.Span, self.Name));
        }
    }

    private void CheckPlace(BrokenSyntax syntax, ClauseBroken bound, ClauseScope scope)
    {
        if (syntax.In is null || lexicon.MeaningOf<Clause>(Space.Clauses, bound.ClauseId) is not { } clause)
        {
            return;
        }

        ImmutableArray<Place> asked = bound.In is FixedPlace place ? [place.Place] : scope.ForEach?.Places ?? [];
        if (!InstancePlaces(clause).Any(of => asked.Any(one => one.Name == of.Name)))
        {
            lexicon.Found.Add(BindingErrors.PlaceNotOfClause(syntax.In.Name.Span, syntax.In.Name.Value, clause.Id, clause.Span));
        }
    }
}

/// <summary>What the clauses need to know of the agreement itself.</summary>
/// <param name="IsWhole">False when a part of <c>between</c> did not bind, so that nobody is told not to take part.</param>
sealed record AgreementHead(
    Participants Participants, bool IsWhole, SourceSpan BetweenSpan, DayRange InForce, SourceSpan InForceSpan, Clock Clock);
