using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation;

/// <summary>The disputes a clause's verdicts can depend on: its dependency cone, by name alone.</summary>
internal sealed class Cone
{
    private readonly Agreement agreement;
    private readonly HashSet<string> found = new(StringComparer.Ordinal);
    private readonly HashSet<string> visited = new(StringComparer.Ordinal);

    private Cone(Agreement agreement) => this.agreement = agreement;

    /// <summary>The disputes in the cone, in the order of the agreement.</summary>
    public static ImmutableArray<Dispute> Of(Clause clause, Agreement agreement)
    {
        var cone = new Cone(agreement);
        cone.Visit(clause);
        return [.. agreement.Disputes.Where(d => cone.found.Contains(d.Name))];
    }

    private void Visit(Clause clause)
    {
        if (!visited.Add("clause " + clause.Id))
        {
            return;
        }

        // Everybody's extents are in every cone: a region's extent decides what lies in any other.
        foreach (var dispute in agreement.Disputes)
        {
            switch (dispute.Target)
            {
                case OnExtent:
                case OnSlot slot when slot.ClauseId == clause.Id:
                    Take(dispute, clause.Id);
                    break;
            }
        }

        switch (clause.Duty)
        {
            case Restraint duty:
                Visit(duty.Noun);
                Visit(duty.State, clause.Id);
                break;
            case MayHave right:
                Visit(right.Noun);
                Visit(right.State, clause.Id);
                break;
            case ShallDo { Act.Of: { } noun }:
                Visit(noun);
                break;
            case MayDo { Act.Of: { } noun }:
                Visit(noun);
                break;
        }

        if (clause.Under is { } under)
        {
            Visit(agreement.Clauses.First(c => c.Id == under));
        }

        if (clause.When?.Of is { } trigger)
        {
            Visit(trigger);
        }

        foreach (var slot in clause.Slots)
        {
            Visit(slot.Condition, clause.Id);
        }

        foreach (var other in agreement.Clauses.Where(c => c.Despite.Contains(clause.Id)))
        {
            Visit(other);
        }
    }

    private void Visit(Condition condition, string clauseId)
    {
        switch (condition)
        {
            case NounIs noun:
                Visit(noun.Noun);
                Visit(noun.State, clauseId);
                break;
            case NotCondition not:
                Visit(not.Part, clauseId);
                break;
            case AllConditions all:
                all.Parts.ToList().ForEach(p => Visit(p, clauseId));
                break;
            case AnyCondition any:
                any.Parts.ToList().ForEach(p => Visit(p, clauseId));
                break;
            case Happens { Pattern.Of: { } noun }:
                Visit(noun);
                break;
            case ClauseBroken broken:
                agreement.Clauses.Where(c => c.Id == broken.ClauseId).ToList().ForEach(Visit);
                break;
        }
    }

    private void Visit(State state, string clauseId)
    {
        if (!visited.Add($"state {state.Name} in {clauseId}"))
        {
            return;
        }

        foreach (var dispute in agreement.Disputes.Where(d => d.Target is OnState on && on.State == state.Name && (on.ClauseId ?? clauseId) == clauseId))
        {
            Take(dispute, clauseId);
        }

        if (state.Means is { } means)
        {
            Visit(means, clauseId);
        }
    }

    private void Visit(StateExpression expression, string clauseId)
    {
        switch (expression)
        {
            case StateIs state:
                Visit(state.State, clauseId);
                break;
            case StateNot not:
                Visit(not.Part, clauseId);
                break;
            case AllStates all:
                all.Parts.ToList().ForEach(p => Visit(p, clauseId));
                break;
            case AnyState any:
                any.Parts.ToList().ForEach(p => Visit(p, clauseId));
                break;
            case RunningState running:
                Visit(running.Part, clauseId);
                break;
        }
    }

    private void Visit(Noun noun)
    {
        if (!visited.Add("noun " + noun.Symbol.Name))
        {
            return;
        }

        foreach (var dispute in agreement.Disputes)
        {
            switch (dispute.Target)
            {
                case OnDefine on when on.Define == noun.Symbol.Name:
                    Take(dispute, null);
                    break;
                case OnAttribute on when KindOf(on.Model) is { } kind && (kind == noun.Symbol.Name || on.Model == noun.Symbol.Name):
                    Take(dispute, null);
                    break;
            }
        }

        if (noun.Symbol is Define define)
        {
            define.Bases.ToList().ForEach(Visit);
        }

        if (noun.Symbol is Model model)
        {
            Visit(new Noun(model.Kind, []));
        }
    }

    private string? KindOf(string model) => agreement.Nouns.OfType<Model>().FirstOrDefault(m => m.Name == model)?.Kind.Name;

    private void Take(Dispute dispute, string? clauseId)
    {
        if (!found.Add(dispute.Name))
        {
            return;
        }

        foreach (var reading in dispute.Readings)
        {
            switch (reading.Meaning)
            {
                case NounMeaning noun:
                    noun.Bases.ToList().ForEach(Visit);
                    break;
                case StateMeaning state when clauseId is not null:
                    Visit(state.Expression, clauseId);
                    break;
                case SlotMeaning slot when clauseId is not null:
                    Visit(slot.Slot.Condition, clauseId);
                    break;
            }
        }
    }
}
