using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation;

/// <summary>The states and events that a clause speaks of, through everything they stand for under any reading.</summary>
public sealed class ClauseWords
{
    private readonly Agreement agreement;
    private readonly Clause asked;
    private readonly HashSet<string> clauses = new(StringComparer.Ordinal);

    /// <summary>Collects them.</summary>
    public ClauseWords(Agreement agreement, Clause clause)
    {
        this.agreement = agreement;
        asked = clause;
        Visit(clause);
    }

    /// <summary>Names of states.</summary>
    public HashSet<string> States { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of events.</summary>
    public HashSet<string> Events { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the clause speaks of what a report is about: by name alone, whether or not it makes a difference.</summary>
    /// <param name="named">The report of a name; null where there is none.</param>
    public bool Touches(ReportContent content, Func<string, Report?> named) => content switch
    {
        StateReport state => States.Contains(state.State.Name),
        EventReport happening => Events.Contains(happening.Event.Name),
        EndReport end => named(end.Of) is { } of && Touches(of.Content, named),
        Correction correction => named(correction.Of) is { } of && Touches(of.Content, named),
        AccessDenied => asked.Duty is ShallNotHave,
        LogComplete => asked.Duty is ShallDo,
        _ => true,
    };

    private void Visit(Clause clause)
    {
        if (!clauses.Add(clause.Id))
        {
            return;
        }

        switch (clause.Duty)
        {
            case Restraint duty:
                Visit(duty.State);
                break;
            case MayHave right:
                Visit(right.State);
                break;
            case ShallDo { Act: var act }:
                Events.Add(act.Event.Name);
                break;
            case MayDo { Act: var act }:
                Events.Add(act.Event.Name);
                break;
        }

        if (clause.When is { } trigger)
        {
            Events.Add(trigger.Event.Name);
        }

        if (clause.Under is { } under)
        {
            Visit(agreement.Clauses.First(right => right.Id == under));
        }

        foreach (var slot in agreement.WordingsOf(clause).SelectMany(slot => slot.Readings).OfType<ConditionSlot>())
        {
            Visit(slot.Condition);
        }

        foreach (var right in agreement.Clauses.Where(other => other.Despite.Contains(clause.Id)))
        {
            Visit(right);
        }
    }

    private void Visit(Condition condition)
    {
        switch (condition)
        {
            case NounIs noun:
                Visit(noun.State);
                break;
            case Happens happens:
                Events.Add(happens.Pattern.Event.Name);
                break;
            case NotCondition not:
                Visit(not.Part);
                break;
            case AllConditions all:
                all.Parts.ToList().ForEach(Visit);
                break;
            case AnyCondition any:
                any.Parts.ToList().ForEach(Visit);
                break;
            case ClauseBroken broken:
                agreement.Clauses.Where(clause => clause.Id == broken.ClauseId).ToList().ForEach(Visit);
                break;
        }
    }

    private void Visit(State state)
    {
        if (!States.Add(state.Name))
        {
            return;
        }

        foreach (var meaning in agreement.Disputes.Where(dispute => dispute.Target is OnState on && on.State == state.Name)
            .SelectMany(dispute => dispute.Readings).Select(reading => reading.Meaning).OfType<StateMeaning>().Select(meaning => meaning.Expression)
            .Append(state.Means).OfType<StateExpression>())
        {
            Visit(meaning);
        }
    }

    private void Visit(StateExpression expression)
    {
        switch (expression)
        {
            case StateIs state:
                Visit(state.State);
                break;
            case StateNot not:
                Visit(not.Part);
                break;
            case AllStates all:
                all.Parts.ToList().ForEach(Visit);
                break;
            case AnyState any:
                any.Parts.ToList().ForEach(Visit);
                break;
            case RunningState running:
                Visit(running.Part);
                break;
        }
    }
}
