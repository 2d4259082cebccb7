using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>§9, offers: how far an offer has come for one addressee.</summary>
sealed class Offers(Statements statements, Clock clock)
{
    private readonly Dictionary<(Instance, int), IReadOnlySet<Standing>> known = [];

    /// <summary>Every way the offer can stand that day: not in force (not proposed), offered, refused, in force or withdrawn (taken back).</summary>
    public IReadOnlySet<Standing> On(Instance instance, int day)
    {
        if (!known.TryGetValue((instance, day), out var answer))
        {
            answer = known[(instance, day)] = Outcomes(ActsOn(instance), day);
        }

        return answer;
    }

    private List<Position> ActsOn(Instance instance)
    {
        var offer = instance.Clause.Offer!;
        var addressee = instance.OfferedTo!.Name;
        return [.. statements.Positions.Where(position =>
            position.Attribution.By.Name == position.Holder.Name
            && position.Target is OnClause target && target.ClauseId == instance.Clause.Id
            && (target.In is null || target.In.Name == instance.Place?.Name)
            && position.Verb switch
            {
                PositionVerb.Proposes => position.Holder.Name == offer.By.Name
                    && (position.To.IsEmpty || position.To.Any(to => to.Name == addressee)),
                PositionVerb.TakesBack => position.Holder.Name == offer.By.Name,
                PositionVerb.Accepts or PositionVerb.Rejects => position.Holder.Name == addressee,
                _ => false,
            })];
    }

    private HashSet<Standing> Outcomes(List<Position> acts, int day)
    {
        var sure = acts.Where(act => clock.DayOf(act.When.Latest) < day).ToList();
        var maybe = acts.Where(act => clock.DayOf(act.When.Earliest) < day).Except(sure).ToList();
        var outcomes = new HashSet<Standing>();
        for (var chosen = 0; chosen < 1 << maybe.Count; chosen++)
        {
            var taken = maybe.Where((_, index) => (chosen & (1 << index)) != 0);
            Play([.. sure, .. taken], Standing.NotInForce, outcomes);
        }

        return outcomes;
    }

    /// <summary>Plays the acts in every order that their windows allow.</summary>
    private void Play(List<Position> acts, Standing standing, HashSet<Standing> outcomes)
    {
        if (acts.Count == 0)
        {
            outcomes.Add(standing);
        }

        foreach (var next in acts.Where(act => !acts.Exists(other => IsBefore(other, act))))
        {
            Play([.. acts.Where(act => act != next)], After(standing, next.Verb), outcomes);
        }
    }

    private bool IsBefore(Position one, Position other) => clock.DayOf(one.When.Latest) < clock.DayOf(other.When.Earliest);

    private static Standing After(Standing standing, PositionVerb verb) => verb switch
    {
        PositionVerb.Proposes => standing == Standing.InForce ? standing : Standing.Offered,
        _ when standing != Standing.Offered => standing,
        PositionVerb.Rejects => Standing.Refused,
        PositionVerb.Accepts => Standing.InForce,
        PositionVerb.TakesBack => Standing.Withdrawn,
        _ => throw new UnreachableException(verb.ToString()),
    };
}
