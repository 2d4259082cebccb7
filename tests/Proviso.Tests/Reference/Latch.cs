using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>§9, "met by": by which day a condition has surely been met, though no single day of it is proved.</summary>
/// <param name="axis">Outside these days nothing changes.</param>
sealed class Latch(
    Agreement agreement, Statements statements, Acceptance acceptance, Facts facts, States states, Conditions conditions, DaySpan axis)
{
    private readonly OnSomeDay met = new();
    private readonly Dictionary<Condition, Dictionary<(Instance, int), List<int>>> placements = new(ReferenceEqualityComparer.Instance);

    /// <summary>True when the condition was surely met on some day from the first to this one.</summary>
    public bool IsSurelyMet(Condition condition, Instance instance, int first, int day) =>
        IsMetOnADay(condition, instance, first, day)
        || AllPlacementsOf(condition, instance, first).Any(each => each <= day && each <= statements.Horizon);

    /// <summary>True when the condition is proved on one of these days.</summary>
    public bool IsMetOnADay(Condition condition, Instance instance, int first, int day) =>
        met.Of(condition, instance, first, day, each => conditions.On(condition, instance, ClauseSlot.Until, each).Lo);

    private List<int> AllPlacementsOf(Condition condition, Instance instance, int first)
    {
        if (!placements.TryGetValue(condition, out var known))
        {
            known = placements[condition] = [];
        }

        if (!known.TryGetValue((instance, first), out var answer))
        {
            answer = known[(instance, first)] = [.. PlacementsOf(condition, instance, first)];
        }

        return answer;
    }

    /// <summary>For each report that suffices alone, the day by which it has met the condition wherever in its windows it falls.</summary>
    private IEnumerable<int> PlacementsOf(Condition condition, Instance instance, int first)
    {
        switch (condition)
        {
            case NounIs noun:
                return ShapesOf(new StateIs(noun.State), noun.RunningDays, new(instance.Clause.Id, ClauseSlot.Until))
                    .SelectMany(shape => Placements(noun, shape, instance, first));
            case Happens happens:
                return Placements(happens, instance, first);
            case AnyCondition any:
                return any.Parts.SelectMany(part => PlacementsOf(part, instance, first));
            default:
                return [];
        }
    }

    /// <summary>A primitive state that will do when it lasts so many days running.</summary>
    private sealed record Shape(State Primitive, int Days);

    /// <summary>The primitive states each of which suffices for the expression.</summary>
    /// <param name="days">Of a count of days running that the expression stands under, or null.</param>
    private IEnumerable<Shape> ShapesOf(StateExpression expression, int? days, Use use)
    {
        switch (expression)
        {
            case StateIs { State: var state }:
                return states.MeaningsOf(state, use) is [var meaning]
                    ? meaning is null ? [new(state, days ?? 1)] : ShapesOf(meaning, days, use)
                    : throw new InvalidOperationException($"The dispute on {state.Name} is still open.");
            case AnyState any:
                return any.Parts.SelectMany(part => ShapesOf(part, days, use));
            case RunningState running when days is null or 1:
                return ShapesOf(running.Part, running.Days, use);
            default:
                return [];
        }
    }

    private IEnumerable<int> Placements(NounIs noun, Shape shape, Instance instance, int first)
    {
        var asked = Conditions.AskedBy(noun, instance);
        var days = shape.Days;
        return
            from fact in facts.All
            where shape.Primitive.Name == fact.State.Name
            where fact.Gap is null && !fact.DateInQuestion && acceptance.Of(fact.Statement).Lo
            where IsAskedThroughout(fact, asked, days > 1 ? axis.First : first) && !facts.IsContradictedAnywhere(fact)
            let sure = facts.SureDays(fact)
            where Math.Max(sure.IsEmpty ? 0 : sure.Last - sure.First + 1, ((fact.Span.LeastMinutes - 1) / 1440) + 1) >= days
            where agreement.Clock.DayOf(Facts.Before(fact.Span.End.Earliest)) >= first
                || agreement.Clock.DayOf(fact.Span.Start.Earliest) + days - 1 >= first
            select Math.Max(first, agreement.Clock.DayOf(fact.Span.Start.Latest) + days - 1);
    }

    private bool IsAskedThroughout(Fact fact, Asked asked, int first)
    {
        var days = facts.PossibleDays(fact);
        return Facts.Enumerate(days with { First = Math.Max(days.First, first) }).All(day => states.IsAsked(fact, asked, day).Lo);
    }

    private IEnumerable<int> Placements(Happens happens, Instance instance, int first) =>
        from statement in conditions.Events()
        where acceptance.Of(statement).Lo && !acceptance.DateInQuestion(statement)
        let days = conditions.DaysOf(statement)
        where days.First >= first && days.Last <= statements.Horizon
        where Facts.Enumerate(days).All(day => conditions.Fits(statement, happens.Pattern, instance, day).Lo)
        select days.Last;

    /// <summary>The disputes on states that a condition comes upon and the view leaves open.</summary>
    public IReadOnlyList<Dispute> OpenDisputes(Condition condition, Use use)
    {
        var found = new List<Dispute>();
        Gather(condition);
        return found;

        void Gather(Condition part)
        {
            switch (part)
            {
                case NounIs noun:
                    GatherStates(new StateIs(noun.State));
                    break;
                case NotCondition not:
                    Gather(not.Part);
                    break;
                case AllConditions all:
                    all.Parts.ToList().ForEach(Gather);
                    break;
                case AnyCondition any:
                    any.Parts.ToList().ForEach(Gather);
                    break;
            }
        }

        void GatherStates(StateExpression? expression)
        {
            switch (expression)
            {
                case StateIs { State: var state }:
                    if (states.DisputeOn(state, use) is { } dispute && acceptance.ReadingsOf(dispute).Count > 1 && !found.Contains(dispute))
                    {
                        found.Add(dispute);
                    }

                    states.MeaningsOf(state, use).ToList().ForEach(GatherStates);
                    break;
                case StateNot not:
                    GatherStates(not.Part);
                    break;
                case AllStates all:
                    all.Parts.ToList().ForEach(GatherStates);
                    break;
                case AnyState any:
                    any.Parts.ToList().ForEach(GatherStates);
                    break;
                case RunningState running:
                    GatherStates(running.Part);
                    break;
            }
        }
    }
}
