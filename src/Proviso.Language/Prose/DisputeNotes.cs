using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Language.Prose;

/// <summary>Where in the text a dispute must be pointed to, so that nobody signs a disputed word unwarned.</summary>
sealed class DisputeNotes(Agreement agreement)
{
    /// <summary>" Disputed: see Dispute 2." after a definition, or nothing.</summary>
    public string On(Define define) => See(target => target is OnDefine on && on.Define == define.Name);

    /// <summary>After a state; also when it is disputed only in one article.</summary>
    public string On(State state) => See(target => target is OnState on && on.State == state.Name);

    /// <summary>After a place whose extent is disputed.</summary>
    public string On(Place place) => See(target => target is OnExtent on && on.Places.Contains(place.Name));

    /// <summary>After a model with a disputed attribute.</summary>
    public string On(Model model) => See(target => target is OnAttribute on && on.Model == model.Name);

    /// <summary>The number of the dispute on the wording of a condition of an article, or null.</summary>
    public int? On(Clause clause, SlotWord word) =>
        Numbered().Where(each => each.Dispute.Target is OnSlot on && on.ClauseId == clause.Id && on.Slot == word).Select(each => (int?)each.Number).FirstOrDefault();

    /// <summary>The disputes that an article's own wording and words depend on, each with its number from 1.</summary>
    public ImmutableArray<(int Number, Dispute Dispute)> In(Clause clause)
    {
        var words = new Reach(agreement, clause);
        return [.. Numbered().Where(each => each.Dispute.Target switch
        {
            OnSlot slot => slot.ClauseId == clause.Id,
            OnState { ClauseId: { } id } => id == clause.Id,
            OnState state => words.States.Contains(state.State),
            OnDefine define => words.Nouns.Contains(define.Define),
            OnExtent extent => extent.Places.Any(words.Places.Contains),
            OnAttribute attribute => words.Nouns.Contains(attribute.Model) || words.Attributes.Contains(attribute.Attribute),
            _ => throw new System.Diagnostics.UnreachableException(each.Dispute.Target.GetType().Name),
        })];
    }

    /// <summary>"Dispute 2", "Disputes 2 and 10", "Disputes 1 to 5 and 7". Requires ascending numbers.</summary>
    public static string Say(IReadOnlyCollection<int> numbers) =>
        (numbers.Count == 1 ? "Dispute " : "Disputes ") + English.And(Runs([.. numbers]));

    /// <summary>Ascending numbers, three or more in a row as one: "1 to 4".</summary>
    private static IEnumerable<string> Runs(ImmutableArray<int> numbers)
    {
        for (var start = 0; start < numbers.Length;)
        {
            var end = start;
            while (end + 1 < numbers.Length && numbers[end + 1] == numbers[end] + 1)
            {
                end++;
            }

            if (end - start < 2)
            {
                yield return English.Figure(numbers[start++]);
                continue;
            }

            yield return $"{English.Figure(numbers[start])} to {English.Figure(numbers[end])}";
            start = end + 1;
        }
    }

    private IEnumerable<(int Number, Dispute Dispute)> Numbered() => agreement.Disputes.Select((dispute, index) => (index + 1, dispute));

    private string See(Func<DisputeTarget, bool> matches)
    {
        var found = Numbered().Where(each => matches(each.Dispute.Target)).Select(each => each.Number).ToList();
        return found.Count == 0 ? "" : $" Disputed: see {Say(found)}.";
    }
}

/// <summary>The names an article's words lead to: directly, through definitions and derived states, and through every reading of them.</summary>
sealed class Reach
{
    private readonly Agreement agreement;

    /// <summary>Collects them.</summary>
    public Reach(Agreement agreement, Clause clause)
    {
        this.agreement = agreement;
        foreach (var place in clause.ForEach?.Places ?? [])
        {
            Places.Add(place.Name);
        }

        Add(clause.When);
        switch (clause.Duty)
        {
            case Restraint have:
                Add(have.Noun);
                Add(have.State);
                Add(have.In);
                break;
            case MayHave have:
                Add(have.Noun);
                Add(have.State);
                Add(have.In);
                break;
            case ShallDo act:
                Add(act.Act);
                break;
            case MayDo act:
                Add(act.Act);
                break;
        }

        foreach (var slot in agreement.WordingsOf(clause).SelectMany(slot => slot.Readings).OfType<ConditionSlot>())
        {
            Add(slot.Condition);
        }
    }

    /// <summary>Names of states.</summary>
    public HashSet<string> States { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of kinds, models and definitions.</summary>
    public HashSet<string> Nouns { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of places.</summary>
    public HashSet<string> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>Attributes that a definition or noun asks for.</summary>
    public HashSet<string> Attributes { get; } = new(StringComparer.Ordinal);

    private void Add(EventPattern? pattern)
    {
        if (pattern?.Of is { } noun)
        {
            Add(noun);
        }

        if (pattern?.In is { } place)
        {
            Add(place);
        }
    }

    private void Add(PlaceReference place)
    {
        if (place is FixedPlace { Place: var named })
        {
            Places.Add(named.Name);
        }
    }

    private void Add(Condition condition)
    {
        switch (condition)
        {
            case NounIs noun:
                Add(noun.Noun);
                Add(noun.State);
                Add(noun.In);
                break;
            case NotCondition not:
                Add(not.Part);
                break;
            case Happens happens:
                Add(happens.Pattern);
                break;
            case AllConditions all:
                AddAll(all.Parts);
                break;
            case AnyCondition any:
                AddAll(any.Parts);
                break;
        }
    }

    private void AddAll(ImmutableArray<Condition> parts)
    {
        foreach (var part in parts)
        {
            Add(part);
        }
    }

    private void Add(Noun noun)
    {
        foreach (var value in noun.With)
        {
            Attributes.Add(value.Attribute);
        }

        if (!Nouns.Add(noun.Symbol.Name) || noun.Symbol is not Define define)
        {
            return;
        }

        AddBody(define.Bases, define.Where);
        foreach (var reading in ReadingsOf(target => target is OnDefine on && on.Define == define.Name).OfType<NounMeaning>())
        {
            AddBody(reading.Bases, reading.Where);
        }
    }

    private void AddBody(ImmutableArray<Noun> bases, AttributeCondition? where)
    {
        foreach (var each in bases)
        {
            Add(each);
        }

        Add(where);
    }

    private void Add(AttributeCondition? condition)
    {
        switch (condition)
        {
            case AttributeIs test:
                Attributes.Add(test.Attribute);
                break;
            case AllAttributes all:
                foreach (var part in all.Parts)
                {
                    Add(part);
                }

                break;
            case AnyAttribute any:
                foreach (var part in any.Parts)
                {
                    Add(part);
                }

                break;
        }
    }

    private void Add(State state)
    {
        if (!States.Add(state.Name))
        {
            return;
        }

        if (state.Means is { } means)
        {
            Add(means);
        }

        foreach (var reading in ReadingsOf(target => target is OnState on && on.State == state.Name).OfType<StateMeaning>())
        {
            Add(reading.Expression);
        }
    }

    private void Add(StateExpression expression)
    {
        switch (expression)
        {
            case StateIs state:
                Add(state.State);
                break;
            case StateNot not:
                Add(not.Part);
                break;
            case RunningState running:
                Add(running.Part);
                break;
            case AllStates all:
                foreach (var part in all.Parts)
                {
                    Add(part);
                }

                break;
            case AnyState any:
                foreach (var part in any.Parts)
                {
                    Add(part);
                }

                break;
        }
    }

    private IEnumerable<Meaning> ReadingsOf(Func<DisputeTarget, bool> matches) =>
        agreement.Disputes.Where(dispute => matches(dispute.Target)).SelectMany(dispute => dispute.Readings).Select(reading => reading.Meaning);
}
