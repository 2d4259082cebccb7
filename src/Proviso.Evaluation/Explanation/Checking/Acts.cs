using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation.Checking;

/// <summary>Positions with legal effect on one clause instance (docs/semantics.md §9): each is its holder's own, and takes effect at the end of
/// its day.</summary>
internal sealed class Acts
{
    private readonly Page page;
    private readonly Meant meant;
    private readonly List<Position> ofParty;
    private readonly List<Position> leaving;
    private readonly List<Position> onOffer;

    public Acts(Page page, Meant meant)
    {
        (this.page, this.meant) = (page, meant);
        ofParty = [.. page.Positions.Where(p => Page.IsOwn(p) && p.Holder.Name == meant.Party.Name
            && p.Verb is PositionVerb.Withdraws or PositionVerb.Suspends or PositionVerb.Resumes && (p.Target is OnAgreement || IsHere(p)))];
        leaving = [.. page.Positions.Where(p => Page.IsOwn(p) && p.Verb == PositionVerb.Withdraws && p.Target is OnAgreement && IsOneOfUs(p.Holder))];
        onOffer = meant.Clause.Offer is not { } offer ? [] : [.. page.Positions.Where(p => Page.IsOwn(p) && IsHere(p) && p.Verb switch
        {
            PositionVerb.Proposes => p.Holder.Name == offer.By.Name && (p.To.IsEmpty || p.To.Any(to => to.Name == meant.Addressee!.Name)),
            PositionVerb.TakesBack => p.Holder.Name == offer.By.Name,
            PositionVerb.Accepts or PositionVerb.Rejects => p.Holder.Name == meant.Addressee!.Name,
            _ => false,
        })];
    }

    /// <summary>The acts that can have taken effect by a day.</summary>
    public IEnumerable<Position> By(int day) => ofParty.Concat(onOffer).Concat(leaving).Distinct().Where(p => MayBeEffective(p, day));

    /// <summary>Whether a position is on this clause here or on the whole agreement, and of one who has a say in it: the party, the one who
    /// offers the clause (to this addressee), or the addressee.</summary>
    public bool Concerns(Position position)
    {
        var holder = position.Holder.Name;
        var offers = meant.Clause.Offer is { } offer && (holder == meant.Addressee!.Name
            || (holder == offer.By.Name && (position.To.IsEmpty || position.To.Any(to => to.Name == meant.Addressee.Name))));
        return position.Target is OnAgreement
            ? holder == meant.Party.Name || (position.Verb == PositionVerb.Withdraws && IsOneOfUs(position.Holder))
            : IsHere(position) && (holder == meant.Party.Name || offers);
    }

    /// <summary>Whether the party has withdrawn, or all parties but one have left the agreement.</summary>
    public Truth Withdrawn(int day)
    {
        var all = ofParty.Where(p => p.Verb == PositionVerb.Withdraws).ToList();
        var parties = page.Agreement.Between.Length;
        return new(
            all.Any(p => IsEffective(p, day)) || (parties > 1 && Leavers(p => IsEffective(p, day)) >= parties - 1),
            all.Any(p => MayBeEffective(p, day)) || (parties > 1 && Leavers(p => MayBeEffective(p, day)) >= parties - 1));
    }

    private int Leavers(Func<Position, bool> counts) => leaving.Where(counts).Select(p => p.Holder.Name).Distinct(StringComparer.Ordinal).Count();

    private bool IsOneOfUs(Party party) => page.Agreement.Between.Any(each => each.Name == party.Name);

    /// <summary>Whether the party has suspended the clause and not resumed it.</summary>
    public Truth Suspended(int day)
    {
        var resumes = ofParty.Where(p => p.Verb == PositionVerb.Resumes).ToList();
        var suspends = ofParty.Where(p => p.Verb == PositionVerb.Suspends).ToList();
        var sure = suspends.Any(s => IsEffective(s, day)
            && !resumes.Any(r => MayBeEffective(r, day) && page.DayOf(r.When.Latest) >= page.DayOf(s.When.Earliest)));
        var possible = suspends.Any(s => MayBeEffective(s, day)
            && !resumes.Any(r => IsEffective(r, day) && page.DayOf(r.When.Earliest) > page.DayOf(s.When.Latest)));
        return new(sure, possible);
    }

    /// <summary>What the offer can have come to by a day: not in force (not proposed), offered, refused, in force, withdrawn (taken back).</summary>
    public StandingSet Offer(int day)
    {
        var acts = onOffer.Where(p => MayBeEffective(p, day)).ToList();
        var outcomes = default(StandingSet);
        Continue(acts, Standing.NotInForce);
        return outcomes;

        void Continue(List<Position> left, Standing state)
        {
            if (!left.Any(p => IsEffective(p, day)))
            {
                outcomes = outcomes.With(state);
            }

            foreach (var next in left.Where(n => !left.Any(other => page.DayOf(other.When.Latest) < page.DayOf(n.When.Earliest))))
            {
                Continue([.. left.Where(p => !ReferenceEquals(p, next))], After(state, next.Verb));
            }
        }
    }

    private static Standing After(Standing state, PositionVerb verb) => verb switch
    {
        PositionVerb.Proposes => state == Standing.InForce ? state : Standing.Offered,
        PositionVerb.Rejects when state == Standing.Offered => Standing.Refused,
        PositionVerb.Accepts when state == Standing.Offered => Standing.InForce,
        PositionVerb.TakesBack when state == Standing.Offered => Standing.Withdrawn,
        _ => state,
    };

    private bool IsHere(Position position) => position.Target is OnClause on && on.ClauseId == meant.Clause.Id && (on.In is null || on.In.Name == meant.Place?.Name);

    private bool IsEffective(Position position, int day) =>
        NoticeOf(position) is { } notice ? notice.EffectOf(page.DayOf(position.When.Latest)).Latest <= day : page.DayOf(position.When.Latest) < day;

    private bool MayBeEffective(Position position, int day) =>
        NoticeOf(position) is { } notice ? notice.EffectOf(page.DayOf(position.When.Earliest)).Earliest <= day : page.DayOf(position.When.Earliest) < day;

    private Notice? NoticeOf(Position position) => position is { Verb: PositionVerb.Withdraws, Target: OnAgreement } ? page.Agreement.Notice : null;
}
