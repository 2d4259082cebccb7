using System.Collections.Immutable;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>What only all disputes together show: two on one target, readings that lead back to what they explain, and
/// disputes that change nothing.</summary>
sealed class DisputeChecks(
    Lexicon lexicon,
    ImmutableArray<Clause> clauses,
    ImmutableArray<NamedCount> counts,
    ImmutableArray<State> states,
    ImmutableArray<NounSymbol> nouns,
    ImmutableArray<Containment> containments)
{
    private IReadOnlyList<(DisputeSentence Sentence, Dispute Dispute)> all = [];

    /// <summary>Checks the disputes that bound.</summary>
    public void Check(IReadOnlyList<(DisputeSentence Sentence, Dispute Dispute)> disputes)
    {
        all = disputes;
        CheckTargets();
        CheckDefinitions();
        CheckStates();
        CheckExtents();
        CheckEffect();
        CheckCeilings();
    }

    /// <summary>What a ceiling counts is reported, and a disputed state is not.</summary>
    private void CheckCeilings()
    {
        foreach (var (sentence, dispute) in all)
        {
            if (dispute.Target is OnState on
                && (clauses.FirstOrDefault(clause => clause.Duty is ShallHaveAtMost counted && counted.State.Name == on.State)?.Span
                    ?? counts.OfType<StateCount>().FirstOrDefault(count => count.State.Name == on.State)?.Span) is { } counted)
            {
                lexicon.Found.Add(BindingErrors.CeilingOnDerived(sentence.Target.Span, on.State, "disputed", counted, "counted here"));
            }
        }
    }

    private void CheckTargets()
    {
        var taken = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (var (sentence, dispute) in all)
        {
            foreach (var (key, phrase) in Keys(dispute.Target))
            {
                if (!taken.TryAdd(key, sentence.Target.Span))
                {
                    lexicon.Found.Add(BindingErrors.DisputedTwice(sentence.Target.Span, phrase, taken[key]));
                    break;
                }
            }
        }
    }

    private static IEnumerable<(string Key, string Phrase)> Keys(DisputeTarget target) => target switch
    {
        OnDefine on => [($"define {on.Define}", $"the definition `{on.Define}`")],
        OnAttribute on => [($"{on.Attribute} of {on.Model}", $"the `{on.Attribute}` of `{on.Model}`")],
        OnState { ClauseId: null } on => [($"state {on.State}", $"the state `{on.State}`")],
        OnState on => [($"state {on.State} in {on.ClauseId} {on.Slot}", $"the state `{on.State}` in the same place of clause {on.ClauseId}")],
        OnSlot on => [($"clause {on.ClauseId} {on.Slot}", $"the same wording of clause {on.ClauseId}")],
        OnExtent on => on.Places.Select(place => ($"extent {place}", $"the extent of `{place}`")),
        _ => throw new System.Diagnostics.UnreachableException(target.GetType().Name),
    };

    private void CheckDefinitions()
    {
        var disputed = all.Where(each => each.Dispute.Target is OnDefine)
            .DistinctBy(each => ((OnDefine)each.Dispute.Target).Define, StringComparer.Ordinal)
            .ToDictionary(each => ((OnDefine)each.Dispute.Target).Define, each => each.Dispute, StringComparer.Ordinal);
        var declared =
            from define in nouns.OfType<Define>()
            where !disputed.TryGetValue(define.Name, out var dispute) || KeepsDeclaration(dispute)
            from part in define.Bases
            select new Mention(define.Name, part.Symbol.Name, default);
        var read =
            from dispute in disputed
            from reading in dispute.Value.Readings
            where reading.Meaning is NounMeaning
            from part in ((NounMeaning)reading.Meaning).Bases
            select new Mention(dispute.Key, part.Symbol.Name, reading.Span);
        Report(nouns.Select(noun => noun.Name), declared, read);
    }

    private static bool KeepsDeclaration(Dispute dispute) => dispute.Readings.Any(reading => reading.Meaning is AsDeclared);

    private void CheckStates()
    {
        var told = new HashSet<SourceSpan>();
        var uses = all.Select(each => each.Dispute.Target).OfType<OnState>()
            .Select(on => (on.ClauseId, on.Slot)).Append((null, null)).Distinct();
        foreach (var use in uses)
        {
            var disputed = states.ToDictionary(state => state.Name, state => DisputeOn(state.Name, use), StringComparer.Ordinal);
            var declared =
                from state in states
                where state.Means is not null && (disputed[state.Name] is not { } dispute || KeepsDeclaration(dispute))
                from other in StatesIn(state.Means!)
                select new Mention(state.Name, other.Name, default);
            var read =
                from dispute in disputed
                from reading in dispute.Value?.Readings ?? []
                where reading.Meaning is StateMeaning
                from other in StatesIn(((StateMeaning)reading.Meaning).Expression)
                select new Mention(dispute.Key, other.Name, reading.Span);
            Report(states.Select(state => state.Name), declared, read, told);
        }
    }

    /// <summary>The dispute on a state in a place of use: the one on that place, else the one everywhere.</summary>
    private Dispute? DisputeOn(string state, (string? ClauseId, ClauseSlot? Slot) use)
    {
        var disputes = all.Select(each => each.Dispute).Where(dispute => dispute.Target is OnState about && about.State == state).ToList();
        return disputes.Find(dispute => dispute.Target is OnState about && about.ClauseId == use.ClauseId && about.Slot == use.Slot)
            ?? disputes.Find(dispute => dispute.Target is OnState { ClauseId: null });
    }

    private void CheckExtents()
    {
        var read =
            from each in all
            where each.Dispute.Target is OnExtent
            from outer in ((OnExtent)each.Dispute.Target).Places
            from reading in each.Dispute.Readings
            where reading.Meaning is ExtentMeaning
            from part in ((ExtentMeaning)reading.Meaning).Parts
            select new Mention(outer, part.Place.Name, reading.Span);
        var declared = containments.Select(each => new Mention(each.Outer.Name, each.Inner.Name, default));
        Report(containments.SelectMany(each => new[] { each.Inner.Name, each.Outer.Name }).Concat(
            all.Select(each => each.Dispute.Target).OfType<OnExtent>().SelectMany(on => on.Places)), declared, read);
    }

    /// <summary>Tells of circles that lead through a reading; circles of declarations alone were told at the declarations.</summary>
    private void Report(
        IEnumerable<string> names, IEnumerable<Mention> declared, IEnumerable<Mention> read, HashSet<SourceSpan>? told = null)
    {
        var readings = read.ToLookup(mention => (mention.From, mention.To));
        var direct = declared.Where(mention => !readings.Contains((mention.From, mention.To)));
        foreach (var circle in Dependencies.Of(names, direct.Concat(readings.SelectMany(group => group))).Circles)
        {
            var at = circle.ToList().FindIndex(mention => mention.Span.File is not null);
            if (at < 0 || told?.Add(circle[at].Span) == false)
            {
                continue;
            }

            var start = circle[at].From;
            var about = all.First(each => each.Dispute.Readings.Any(reading => reading.Span == circle[at].Span)).Sentence.Target.Span;
            ImmutableArray<string> through = [.. circle.Skip(at).Concat(circle.Take(at)).Skip(1).Select(mention => mention.From)];
            lexicon.Found.Add(BindingErrors.ReadingMentionsDisputed(circle[at].Span, start, through, about));
        }
    }

    private void CheckEffect()
    {
        foreach (var (sentence, dispute) in all)
        {
            if (dispute.Target is OnState { ClauseId: { } id, Slot: { } slot } on
                && clauses.FirstOrDefault(clause => clause.Id == id) is { } clause
                && !Reached(clause, slot).Contains(on.State))
            {
                lexicon.Found.Add(BindingErrors.DisputeWithoutEffect(
                    sentence.Target.Span, on.State, id, slot.ToString().ToLowerInvariant()));
            }
        }
    }

    /// <summary>The states that a slot speaks of, also through what they stand for in any reading.</summary>
    private HashSet<string> Reached(Clause clause, ClauseSlot slot)
    {
        var open = new Stack<State>(slot == ClauseSlot.Have
            ? clause.Duty switch
            {
                ShallNotHave have => [have.State],
                MayHave have => [have.State],
                _ => [],
            }
            : Slots(clause, slot).SelectMany(each => StatesIn(each.Condition)));
        var reached = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryPop(out var state))
        {
            if (!reached.Add(state.Name))
            {
                continue;
            }

            var means = all
                .Where(each => each.Dispute.Target is OnState on && on.State == state.Name)
                .SelectMany(each => each.Dispute.Readings).Select(reading => (reading.Meaning as StateMeaning)?.Expression)
                .Append(state.Means);
            foreach (var part in means.OfType<StateExpression>().SelectMany(StatesIn))
            {
                open.Push(part);
            }
        }

        return reached;
    }

    private IEnumerable<ConditionSlot> Slots(Clause clause, ClauseSlot slot)
    {
        var word = slot switch
        {
            ClauseSlot.While => SlotWord.While,
            ClauseSlot.Until => SlotWord.Until,
            _ => SlotWord.Unless,
        };
        var read = all
            .Where(each => each.Dispute.Target is OnSlot on && on.ClauseId == clause.Id)
            .SelectMany(each => each.Dispute.Readings)
            .Select(reading => reading.Meaning).OfType<SlotMeaning>().Select(meaning => meaning.Slot);
        return clause.Slots.Concat(read).Where(each => each.Word == word);
    }

    private static IEnumerable<State> StatesIn(StateExpression expression) => expression switch
    {
        StateIs leaf => [leaf.State],
        StateNot not => StatesIn(not.Part),
        RunningState running => StatesIn(running.Part),
        AllStates all => all.Parts.SelectMany(StatesIn),
        AnyState any => any.Parts.SelectMany(StatesIn),
        _ => throw new System.Diagnostics.UnreachableException(expression.GetType().Name),
    };

    private static IEnumerable<State> StatesIn(Condition condition) => condition switch
    {
        NounIs some => [some.State],
        NotCondition not => StatesIn(not.Part),
        AllConditions all => all.Parts.SelectMany(StatesIn),
        AnyCondition any => any.Parts.SelectMany(StatesIn),
        _ => [],
    };
}
