using System.Collections.Immutable;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Duties;

/// <summary>Positions that create, suspend or end a clause instance (docs/semantics.md §9). They take effect at the end of their day, and are
/// the holder's own act in every view.</summary>
internal sealed class LegalActs
{
    private readonly ViewSets sets;
    private readonly Agreement agreement;
    private readonly Clock clock;
    private readonly ImmutableArray<Position> own;

    public LegalActs(IEnumerable<Position> known, ViewSets sets, Agreement agreement)
    {
        this.sets = sets;
        this.agreement = agreement;
        clock = agreement.Clock;
        own = [.. known.Where(p => p.Attribution.By.Name == p.Holder.Name)];
    }

    /// <summary>Whether the party has withdrawn from the instance, or so many from the agreement that fewer than two are left.</summary>
    public Line Withdrawn(Instance instance)
    {
        var gone = agreement.Between.Select(HasLeft).ToList();
        var oneLeft = gone.Count < 2 ? Line.Any(sets, []) : Line.Any(sets, [.. gone.Select((_, left) => Line.All(sets, [.. gone.Where((_, i) => i != left)]))]);
        return Line.Any(sets, [.. OfParty(instance, PositionVerb.Withdraws).Select(Withdrawal), oneLeft]);
    }

    /// <summary>Whether the party has withdrawn from the agreement.</summary>
    private Line HasLeft(Party party) => Line.Any(sets, [.. own.Where(p =>
        p is { Verb: PositionVerb.Withdraws, Target: OnAgreement } && p.Holder.Name == party.Name).Select(Withdrawal)]);

    /// <summary>Whether a withdrawal has taken effect: from the agreement, when its notice has run.</summary>
    private Line Withdrawal(Position position)
    {
        var (earliest, latest) = position.Target is OnAgreement && agreement.Notice is { } notice
            ? (notice.EffectOf(clock.DayOf(position.When.Earliest)).Earliest, notice.EffectOf(clock.DayOf(position.When.Latest)).Latest)
            : (Effective(position.When.Earliest), Effective(position.When.Latest));
        return Steps([(earliest, Possible: true, Sure: false), (latest, Possible: true, Sure: true)]);
    }

    /// <summary>Whether the instance is suspended by the party.</summary>
    public Line Suspended(Instance instance)
    {
        var suspends = OfParty(instance, PositionVerb.Suspends).ToList();
        var resumes = OfParty(instance, PositionVerb.Resumes).ToList();
        var changes = suspends.Concat(resumes).SelectMany(p => new[] { Effective(p.When.Earliest), Effective(p.When.Latest) }).Distinct().Order();
        return Steps([.. changes.Select(day => (
            day,
            Possible: suspends.Any(s => Effective(s.When.Earliest) <= day && !resumes.Any(r =>
                Effective(r.When.Latest) <= day && clock.DayOf(r.When.Earliest) > clock.DayOf(s.When.Latest))),
            Sure: suspends.Any(s => Effective(s.When.Latest) <= day && !resumes.Any(r =>
                Effective(r.When.Earliest) <= day && clock.DayOf(r.When.Latest) >= clock.DayOf(s.When.Earliest)))))]);
    }

    /// <summary>The states an offer to the addressee can be in, from each day on which that changes: <see cref="Standing.NotInForce"/> (not
    /// proposed), Offered, Refused, InForce, Withdrawn (taken back).</summary>
    public IEnumerable<(int Day, StandingSet States)> Offer(Instance instance)
    {
        var acts = OfferActs(instance).ToArray();
        var days = acts.SelectMany(a => new[] { Effective(a.When.Earliest), Effective(a.When.Latest) }).Distinct().Order();
        yield return (int.MinValue, default(StandingSet).With(Standing.NotInForce));
        foreach (var day in days)
        {
            yield return (day, Outcomes(acts, day));
        }
    }

    /// <summary>Every state that some consistent order of effective acts leads to.</summary>
    private StandingSet Outcomes(Position[] acts, int day)
    {
        var sure = acts.Select(a => Effective(a.When.Latest) <= day).ToArray();
        var possible = acts.Select(a => Effective(a.When.Earliest) <= day).ToArray();
        var outcomes = default(StandingSet);
        var seen = new HashSet<(string Done, Standing State)>();
        var open = new Stack<(bool[] Done, Standing State)>();
        open.Push((new bool[acts.Length], Standing.NotInForce));
        while (open.TryPop(out var at))
        {
            if (!seen.Add((string.Concat(at.Done.Select(d => d ? '1' : '0')), at.State)))
            {
                continue;
            }

            if (Enumerable.Range(0, acts.Length).All(i => !sure[i] || at.Done[i]))
            {
                outcomes = outcomes.With(at.State);
            }

            for (var i = 0; i < acts.Length; i++)
            {
                var mayComeNext = possible[i] && !at.Done[i]
                    && Enumerable.Range(0, acts.Length).All(j => !Before(acts[j], acts[i]) || at.Done[j] || !possible[j])
                    && Enumerable.Range(0, acts.Length).All(j => !Before(acts[i], acts[j]) || !at.Done[j]);
                if (mayComeNext)
                {
                    var done = (bool[])at.Done.Clone();
                    done[i] = true;
                    open.Push((done, After(at.State, acts[i].Verb)));
                }
            }
        }

        return outcomes;
    }

    private bool Before(Position a, Position b) => clock.DayOf(a.When.Latest) < clock.DayOf(b.When.Earliest);

    private static Standing After(Standing state, PositionVerb verb) => (verb, state) switch
    {
        (PositionVerb.Proposes, not Standing.InForce) => Standing.Offered,
        (PositionVerb.Rejects, Standing.Offered) => Standing.Refused,
        (PositionVerb.Accepts, Standing.Offered) => Standing.InForce,
        (PositionVerb.TakesBack, Standing.Offered) => Standing.Withdrawn,
        _ => state,
    };

    private IEnumerable<Position> OfferActs(Instance instance)
    {
        var offerer = instance.Clause.Offer!.By.Name;
        var addressee = instance.Addressee!.Name;
        return own.Where(p => p.Target is OnClause on && on.ClauseId == instance.Clause.Id && AtPlace(on, instance) && p.Verb switch
        {
            PositionVerb.Proposes => p.Holder.Name == offerer && (p.To.IsEmpty || p.To.Any(to => to.Name == addressee)),
            PositionVerb.TakesBack => p.Holder.Name == offerer,
            PositionVerb.Accepts or PositionVerb.Rejects => p.Holder.Name == addressee,
            _ => false,
        });
    }

    private IEnumerable<Position> OfParty(Instance instance, PositionVerb verb) => own.Where(p =>
        p.Verb == verb && p.Holder.Name == instance.Party.Name && p.Target switch
        {
            OnAgreement => true,
            OnClause on => on.ClauseId == instance.Clause.Id && AtPlace(on, instance),
            _ => false,
        });

    private static bool AtPlace(OnClause on, Instance instance) => on.In is null || on.In.Name == instance.Place?.Name;

    private int Effective(long minute) => clock.DayOf(minute) + 1;

    private Line Steps(IReadOnlyList<(int Day, bool Possible, bool Sure)> steps)
    {
        var builder = new Line.Builder();
        builder.Add(int.MinValue, ViewSets.None, ViewSets.None);
        foreach (var (day, possible, sure) in steps)
        {
            builder.Add(day, sure ? sets.All : ViewSets.None, possible ? sets.All : ViewSets.None);
        }

        return builder.Build();
    }
}
