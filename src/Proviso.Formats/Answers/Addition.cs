using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Formats.Answers;

/// <summary>Reports and positions supposed on top of a case.</summary>
public sealed record Addition(ImmutableArray<Report> Reports, ImmutableArray<Position> Positions, Case Case)
{
    /// <summary>What a case has that another, with the same agreement, has not.</summary>
    public static Addition Of(Case without, Case with)
    {
        var (reports, positions) = (without.Reports.Select(one => one.Name).ToHashSet(StringComparer.Ordinal), without.Positions.Select(one => one.Span).ToHashSet());
        return new([.. with.Reports.Where(one => !reports.Contains(one.Name))], [.. with.Positions.Where(one => !positions.Contains(one.Span))], with);
    }

    /// <summary>The first day that anything of it is about, or null when none of it has a day.</summary>
    public int? FirstDay
    {
        get
        {
            var clock = Case.Agreement.Clock;
            var minutes = Reports.Select(report => report.Content switch
            {
                StateReport state => state.When.Start.Latest,
                EventReport happening => happening.When.Latest,
                EndReport end => end.When.Latest,
                AccessDenied denied => denied.When.Start.Latest,
                LogComplete log => log.When.Start.Latest,
                Correction { When: { } when } => when.Start.Latest,
                Correction { Event: { } when } => when.Latest,
                _ => long.MaxValue,
            }).Concat(Positions.Select(position => position.When.Latest)).Where(minute => minute is > long.MinValue and < long.MaxValue).ToList();
            return minutes.Count == 0 ? null : clock.DayOf(minutes.Min());
        }
    }

    /// <summary>True when the clause speaks of something that is added: by name alone, whether or not it makes a difference.</summary>
    public bool Touches(Clause clause)
    {
        var words = new ClauseWords(Case.Agreement, clause);
        return Reports.Any(report => Touches(report.Content, clause, words)) || Positions.Any(position => position.Target switch
        {
            OnAgreement => true,
            OnClause on => on.ClauseId == clause.Id,
            OnReport on => Case.Reports.FirstOrDefault(report => report.Name == on.Report) is { } report && Touches(report.Content, clause, words),
            _ => true,
        });
    }

    private bool Touches(ReportContent content, Clause clause, ClauseWords words) => content switch
    {
        StateReport state => words.States.Contains(state.State.Name),
        EventReport happening => words.Events.Contains(happening.Event.Name),
        EndReport end => Case.Reports.FirstOrDefault(report => report.Name == end.Of) is { } of && Touches(of.Content, clause, words),
        Correction correction => Case.Reports.FirstOrDefault(report => report.Name == correction.Of) is { } of && Touches(of.Content, clause, words),
        AccessDenied => clause.Duty is ShallNotHave,
        LogComplete => clause.Duty is ShallDo,
        _ => true,
    };
}

/// <summary>The states and events that a clause speaks of, through everything they stand for under any reading.</summary>
internal sealed class ClauseWords
{
    private readonly Agreement agreement;
    private readonly HashSet<string> clauses = new(StringComparer.Ordinal);

    public ClauseWords(Agreement agreement, Clause clause)
    {
        this.agreement = agreement;
        Visit(clause);
    }

    public HashSet<string> States { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Events { get; } = new(StringComparer.Ordinal);

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
