using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>§9: where a clause instance stands.</summary>
/// <param name="surelyMet">Whether an <c>until</c> condition was surely met on some day from the first to the last given, under
/// every reading of the states it speaks of.</param>
sealed class StandingTable(
    Agreement agreement,
    Statements statements,
    Conditions conditions,
    Wordings wordings,
    Offers offers,
    Func<Condition, Instance, int, int, bool> surelyMet)
{
    private static readonly Standing[] all = Enum.GetValues<Standing>();
    private readonly Dictionary<(Instance, int), Dictionary<Standing, Truth>> known = [];
    private readonly Dictionary<Instance, (int?, int?)> begins = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(Instance, int), Truth> voids = [];
    private readonly Dictionary<(Instance, int), Truth> met = [];
    private readonly Dictionary<(Instance, int), Truth> withdrawals = [];
    private readonly Dictionary<(Instance, PositionVerb), List<Position>> acts = [];
    private readonly OnSomeDay so = new();
    private readonly OnSomeDay surelySets = new();
    private readonly OnSomeDay possiblySets = new();

    /// <summary>T of a clause that is no offer; for an offer, the first day it can be more than not in force.</summary>
    public int FirstDay(Clause clause) => Math.Max(agreement.InForce.From, clause.From ?? int.MinValue);

    public Truth InForce(Instance instance, int day) => On(instance, day)[Standing.InForce];

    /// <summary>Each standing with whether it is the one that day.</summary>
    public IReadOnlyDictionary<Standing, Truth> On(Instance instance, int day)
    {
        if (!known.TryGetValue((instance, day), out var answer))
        {
            answer = all.ToDictionary(standing => standing, _ => Truth.Refuted);
            if (day < FirstDay(instance.Clause))
            {
                answer[Standing.NotInForce] = Truth.Proved;
            }
            else
            {
                Fill(answer, instance, day);
            }

            known[(instance, day)] = answer;
        }

        return answer;
    }

    private void Fill(Dictionary<Standing, Truth> table, Instance instance, int day)
    {
        var beforeX = day < agreement.InForce.Before;
        var bound = Bound(instance, day);
        var voided = Void(instance, day) & bound;
        var ended = Ended(instance, day) & bound;
        var withdrawn = Withdrawn(instance, day) & bound;
        var one = voided | ended | withdrawn;
        var over = one.Lo
            || (bound.Lo && SoFar("over", instance, day, sure: true, each => MetBefore(instance, each).Lo || WithdrawalHas(instance, each).Lo));
        var open = new Truth(!one.Hi, !over);
        table[Standing.VoidFromBirth] = voided;
        table[Standing.Ended] = ended;
        table[Standing.Withdrawn] = withdrawn;
        if (!beforeX)
        {
            table[Standing.Expired] = open;
            return;
        }

        var suspended = Suspended(instance, day);
        table[Standing.Suspended] = suspended & open & bound;
        table[Standing.InForce] = !suspended & open & bound;
        if (instance.OfferedTo is not null)
        {
            var outcomes = offers.On(instance, day);
            foreach (var standing in outcomes.Where(each => each != Standing.InForce))
            {
                table[standing] |= new Truth(outcomes.Count == 1, true);
            }
        }
    }

    /// <summary>Whether the clause binds at all: always, unless it is an offer.</summary>
    private Truth Bound(Instance instance, int day)
    {
        if (instance.OfferedTo is null)
        {
            return Truth.Proved;
        }

        var outcomes = offers.On(instance, day);
        return new(outcomes.Count == 1 && outcomes.Contains(Standing.InForce), outcomes.Contains(Standing.InForce));
    }

    /// <summary>The first day from which the clause surely binds, and the first from which it can.</summary>
    public (int? Sure, int? Possible) Begins(Instance instance)
    {
        var first = FirstDay(instance.Clause);
        if (instance.OfferedTo is null)
        {
            return (first, first);
        }

        if (!begins.TryGetValue(instance, out var answer))
        {
            var days = Facts.Enumerate(new(first, statements.Horizon)).ToList();
            answer = begins[instance] = (
                days.Where(day => Bound(instance, day).Lo).Cast<int?>().FirstOrDefault(),
                days.Where(day => Bound(instance, day).Hi).Cast<int?>().FirstOrDefault());
        }

        return answer;
    }

    private Truth Void(Instance instance, int day)
    {
        if (!voids.TryGetValue((instance, day), out var answer))
        {
            answer = voids[(instance, day)] = JudgeVoid(instance, day);
        }

        return answer;
    }

    private Truth JudgeVoid(Instance instance, int day)
    {
        var (sure, possible) = Begins(instance);
        if (possible is not { } first || day < first)
        {
            return Truth.Refuted;
        }

        return sure == first
            ? HeldAtBirth(instance, first)
            : new(false, Facts.Enumerate(new(first, Math.Min(day, sure ?? day))).Any(each => HeldAtBirth(instance, each).Hi));
    }

    /// <summary>Whether the <c>until</c> condition held on the day before and on the day.</summary>
    private Truth HeldAtBirth(Instance instance, int day) => wordings.Judge(instance.Clause, SlotWord.Until, Truth.Refuted, slot => slot.Newly
        ? Truth.Refuted
        : conditions.On(slot.Condition, instance, ClauseSlot.Until, day - 1) & conditions.On(slot.Condition, instance, ClauseSlot.Until, day));

    /// <summary>Whether the condition had been met by the end of the day before.</summary>
    private Truth MetBefore(Instance instance, int day)
    {
        if (!met.TryGetValue((instance, day), out var answer))
        {
            answer = met[(instance, day)] = JudgeMetBefore(instance, day);
        }

        return answer;
    }

    private Truth JudgeMetBefore(Instance instance, int day)
    {
        var (sure, possible) = Begins(instance);
        return wordings.Judge(instance.Clause, SlotWord.Until, Truth.Refuted, slot => new(
            sure is { } from && (slot.Newly
                ? surelySets.Of(slot, instance, from, day - 1, each => SetsIn(slot, instance, each).Lo)
                : surelyMet(slot.Condition, instance, from, day - 1)),
            possible is { } first && possiblySets.Of(slot, instance, first, day - 1, each => SetsIn(slot, instance, each).Hi)));
    }

    private Truth SetsIn(ConditionSlot slot, Instance instance, int day)
    {
        var holds = conditions.On(slot.Condition, instance, ClauseSlot.Until, day);
        return slot.Newly ? holds & !conditions.On(slot.Condition, instance, ClauseSlot.Until, day - 1) : holds;
    }

    private Truth Ended(Instance instance, int day)
    {
        var voided = Void(instance, day);
        return new(
            SoFar("surely ended", instance, day, sure: true, each => MetBefore(instance, each).Lo && !WithdrawalHas(instance, each - 1).Hi) && !voided.Hi,
            SoFar("possibly ended", instance, day, sure: false, each => MetBefore(instance, each).Hi && !WithdrawalHas(instance, each - 1).Lo) && !voided.Lo);
    }

    private Truth Withdrawn(Instance instance, int day)
    {
        var voided = Void(instance, day);
        return new(
            SoFar("surely withdrawn", instance, day, sure: true, each => WithdrawalHas(instance, each).Lo && !MetBefore(instance, each).Hi) && !voided.Hi,
            SoFar("possibly withdrawn", instance, day, sure: false, each => WithdrawalHas(instance, each).Hi && !MetBefore(instance, each).Lo) && !voided.Lo);
    }

    /// <summary>Whether it was so on some day from the beginning to this day, before the agreement's time ran out.</summary>
    private bool SoFar(string what, Instance instance, int day, bool sure, Func<int, bool> isSo)
    {
        var (surely, possibly) = Begins(instance);
        return (sure ? surely : possibly) is { } first && so.Of(what, instance, first, Math.Min(day, agreement.InForce.Before - 1), isSo);
    }

    // Acts

    private Truth WithdrawalHas(Instance instance, int day)
    {
        if (!withdrawals.TryGetValue((instance, day), out var answer))
        {
            answer = withdrawals[(instance, day)] = JudgeWithdrawal(instance, day);
        }

        return answer;
    }

    private Truth JudgeWithdrawal(Instance instance, int day)
    {
        var own = Truth.Any(ActsOn(instance, PositionVerb.Withdraws).Select(act => HasLeft(act, day)));
        var left = agreement.Between.Select(party => Truth.Any(statements.Positions.Where(position =>
            position.Verb == PositionVerb.Withdraws && position.Target is OnAgreement
            && position.Holder.Name == party.Name && position.Attribution.By.Name == party.Name).Select(act => HasLeft(act, day)))).ToList();
        return own | new Truth(
            left.Count >= 2 && left.Count(each => !each.Lo) < 2,
            left.Count >= 2 && left.Count(each => !each.Hi) < 2);
    }

    /// <summary>A withdrawal from the agreement has effect once its notice has run, any other from the end of its day.</summary>
    private Truth HasLeft(Position act, int day)
    {
        if (act.Target is not OnAgreement || agreement.Notice is not { } notice)
        {
            return IsEffective(act, day);
        }

        var today = Clock.DateOf(day);
        return new(today >= After(act.When.Latest, roundUp: true), today >= After(act.When.Earliest, roundUp: false));

        NodaTime.LocalDate After(long minute, bool roundUp)
        {
            var from = Clock.DateOf(Day(minute));
            if (notice.Unit == StepUnit.Days)
            {
                return from.PlusDays(notice.Number);
            }

            var months = (from.Year * 12) + from.Month - 1 + (notice.Number * (notice.Unit == StepUnit.Years ? 12 : 1));
            var first = new NodaTime.LocalDate(months / 12, (months % 12) + 1, 1);
            var length = first.Calendar.GetDaysInMonth(first.Year, first.Month);
            return from.Day <= length ? first.PlusDays(from.Day - 1) : first.PlusDays(length - (roundUp ? 0 : 1));
        }
    }

    private Truth Suspended(Instance instance, int day)
    {
        var resumed = ActsOn(instance, PositionVerb.Resumes);
        return Truth.Any(ActsOn(instance, PositionVerb.Suspends).Select(suspends => new Truth(
            IsEffective(suspends, day).Lo && !resumed.Exists(resumes =>
                IsEffective(resumes, day).Hi && Day(resumes.When.Latest) >= Day(suspends.When.Earliest)),
            IsEffective(suspends, day).Hi && !resumed.Exists(resumes =>
                IsEffective(resumes, day).Lo && Day(resumes.When.Earliest) > Day(suspends.When.Latest)))));
    }

    /// <summary>The party's own acts on the agreement, or on the clause everywhere or at the instance's place.</summary>
    private List<Position> ActsOn(Instance instance, PositionVerb verb)
    {
        if (!acts.TryGetValue((instance, verb), out var answer))
        {
            answer = acts[(instance, verb)] = [.. AllActsOn(instance, verb)];
        }

        return answer;
    }

    private IEnumerable<Position> AllActsOn(Instance instance, PositionVerb verb) => statements.Positions.Where(position =>
        position.Verb == verb
        && position.Holder.Name == instance.Party.Name && position.Attribution.By.Name == instance.Party.Name
        && position.Target switch
        {
            OnAgreement => true,
            OnClause target => target.ClauseId == instance.Clause.Id && (target.In is null || target.In.Name == instance.Place?.Name),
            _ => false,
        });

    /// <summary>An act has effect from the end of its day.</summary>
    private Truth IsEffective(Position act, int day) => new(Day(act.When.Latest) < day, Day(act.When.Earliest) < day);

    private int Day(long minute) => agreement.Clock.DayOf(minute);
}
