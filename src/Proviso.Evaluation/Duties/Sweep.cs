using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Proviso.Evaluation.Matching;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Duties;

/// <summary>The views in which each standing is proved, and in which it is not refuted, on a stretch of days.</summary>
internal sealed class StandingRun
{
    private readonly int[] sets = new int[2 * Count];

    /// <summary>Number of standings.</summary>
    public const int Count = (int)Standing.Expired + 1;

    /// <summary>Views in which the standing is proved.</summary>
    public int Lo(Standing standing) => sets[2 * (int)standing];

    /// <summary>Views in which it is not refuted.</summary>
    public int Hi(Standing standing) => sets[(2 * (int)standing) + 1];

    /// <summary>Sets both.</summary>
    public void Set(Standing standing, int lo, int hi)
    {
        sets[2 * (int)standing] = lo;
        sets[(2 * (int)standing) + 1] = hi;
    }

    /// <summary>True when all sets are the same.</summary>
    public bool Same(StandingRun other) => sets.AsSpan().SequenceEqual(other.sets);
}

/// <summary>The sets that decide the conduct of a row on a stretch of days.</summary>
internal readonly record struct ConductRun(
    int InForceLo, int InForceHi, int WhileLo, int WhileHi, int ContraryLo, int ContraryHi, int BrokenLo, int BrokenHi)
{
    /// <summary>The conduct in a view: the first line that fits of docs/semantics.md §10.</summary>
    public Conduct In(ViewSets sets, int view)
    {
        if (sets.Has(BrokenLo, view))
        {
            return Conduct.Broken;
        }

        var perhapsBroken = sets.Has(BrokenHi, view);
        if (!sets.Has(InForceHi, view))
        {
            return perhapsBroken ? Conduct.CannotTell : Conduct.NotTriggered;
        }

        return (perhapsBroken, sets.Has(WhileLo, view), sets.Has(WhileHi, view), sets.Has(ContraryLo, view), sets.Has(ContraryHi, view)) switch
        {
            (true, _, _, _, _) => Conduct.CannotTell,
            (_, _, false, _, _) => Conduct.NotTriggered,
            (_, true, _, _, false) => Conduct.Kept,
            (_, true, _, true, _) => Conduct.Excused,
            _ => Conduct.CannotTell,
        };
    }
}

/// <summary>A sequence of runs, each lasting until the next one's start.</summary>
internal sealed class Runs<T>(Func<T, T, bool> same)
{
    private readonly List<int> starts = [];
    private readonly List<T> values = [];

    /// <summary>First days of the runs.</summary>
    public IReadOnlyList<int> Starts => starts;

    /// <summary>The run of a day; requires a run that starts on or before it.</summary>
    public T At(int day)
    {
        var found = starts.BinarySearch(day);
        return values[found >= 0 ? found : ~found - 1];
    }

    /// <summary>Appends a run; an equal neighbour is joined.</summary>
    public void Add(int start, T value)
    {
        if (values.Count == 0 || !same(values[^1], value))
        {
            starts.Add(start);
            values.Add(value);
        }
    }
}

/// <summary>What the sweep found of an instance.</summary>
/// <param name="PossiblyFrom">First day it possibly began to bind; <see cref="int.MaxValue"/> if it never did.</param>
/// <param name="SurelyFrom">First day by which it surely did; <see cref="int.MaxValue"/> if it never surely did.</param>
internal sealed record Judged(
    Instance Instance, int PossiblyFrom, int SurelyFrom, Runs<StandingRun> Standings, Slots Slots, ImmutableArray<(Row Row, Runs<ConductRun> Conducts)> Rows)
{
    /// <summary>Views in which it surely and possibly is in force, day by day.</summary>
    public Line InForce()
    {
        var builder = new Line.Builder();
        foreach (var start in Standings.Starts)
        {
            var run = Standings.At(start);
            builder.Add(start, run.Lo(Standing.InForce), run.Hi(Standing.InForce));
        }

        return builder.Build();
    }
}

/// <summary>Walks a group of clause instances that read each other through time, from one change to the next: what each stands at, and
/// which rows are in breach (docs/semantics.md §9 and §10). A breach is read by others on the day after.</summary>
internal sealed class Sweep
{
    private readonly ViewSets sets;
    private readonly ImmutableArray<Member> members;
    private readonly int horizon;
    private readonly int before;
    private readonly int[] changes;

    public Sweep(Judging judging, ImmutableArray<Instance> group)
    {
        var agreement = judging.Agreement;
        horizon = judging.Known.Horizon;
        before = agreement.InForce.Before;
        sets = judging.Masks.Sets;
        members = [.. group.Select(instance => new Member(instance, agreement, sets, judging.Acts))];
        var (lines, days) = (new List<Line>(), new HashSet<int> { agreement.InForce.Before });
        foreach (var member in members)
        {
            member.Slots = new Slots(judging.Masks, judging.Conditions, BreachesBefore, member.Instance, member.SurelyFrom, member.PossiblyFrom);
            member.Rows = [.. member.Instance.Rows.Select(row => new RowState(row, Contrary(row, judging)))];
            foreach (var row in member.Rows)
            {
                row.Yields = [.. PermissionsFor(row.Row, row.Contrary, judging.States)];
                lines.AddRange(row.Yields.Select(y => y.Covered));
                lines.Add(row.Contrary);
            }

            lines.AddRange([member.Withdrawn, member.Suspended, .. member.Slots.Lines]);
            foreach (var day in new[] { member.PossiblyFrom, member.SurelyFrom })
            {
                days.UnionWith(day == int.MaxValue ? [] : [day - 1, day, day + 1]);
            }

            days.UnionWith([.. member.OfferDays, member.Base]);
        }

        foreach (var line in lines)
        {
            foreach (var day in line.Starts)
            {
                days.Add(day);
            }
        }

        changes = [.. days.Order()];
    }

    /// <summary>The standings of each instance and the conduct of each restraint's rows.</summary>
    public IEnumerable<Judged> Run()
    {
        var first = Math.Min(members.Min(m => m.Base), horizon) - 2;
        var day = first;
        var (memory, now) = (new List<int>(), new List<int>());
        while (day <= horizon)
        {
            Step(day);
            now.Clear();
            foreach (var member in members)
            {
                member.AddMemory(now);
            }

            var steady = CollectionsMarshal.AsSpan(memory).SequenceEqual(CollectionsMarshal.AsSpan(now));
            (memory, now) = (now, memory);
            day = steady && day > first && NextChange(day - 1) > day ? NextChange(day) : day + 1;
        }

        return members.Select(m =>
            new Judged(m.Instance, m.PossiblyFrom, m.SurelyFrom, m.Standings, m.Slots, [.. m.Rows.Select(r => (r.Row, r.Conducts))]));
    }

    private int NextChange(int day)
    {
        var found = Array.BinarySearch(changes, day);
        var next = found >= 0 ? found + 1 : ~found;
        return next < changes.Length ? changes[next] : int.MaxValue;
    }

    private void Step(int day)
    {
        foreach (var member in members)
        {
            member.Stand(day);
        }

        foreach (var member in members)
        {
            foreach (var row in member.Rows)
            {
                row.Next = Conduct(member, row, day);
            }
        }

        foreach (var member in members)
        {
            member.Slots.Close(day);
        }

        foreach (var member in members)
        {
            foreach (var row in member.Rows)
            {
                row.Conducts.Add(row.Conducts.Starts.Count == 0 ? int.MinValue : day, row.Next);
                (row.BrokenLo, row.BrokenHi) = (row.Next.BrokenLo, row.Next.BrokenHi);
            }
        }
    }

    private ConductRun Conduct(Member member, RowState row, int day)
    {
        var inForce = (Lo: member.Now.Lo(Standing.InForce), Hi: member.Now.Hi(Standing.InForce));
        var (whileLo, whileHi) = member.Slots.While(day);
        var (reliefLo, reliefHi) = member.Slots.Unless(day);
        foreach (var (permission, covered) in row.Yields)
        {
            var right = members.Single(m => ReferenceEquals(m.Instance, permission));
            var (opensLo, opensHi) = right.Slots.While(day);
            var (closesLo, closesHi) = right.Slots.Unless(day);
            var givenLo = sets.Except(sets.And(right.Now.Lo(Standing.InForce), opensLo), closesHi);
            var givenHi = sets.Except(sets.And(right.Now.Hi(Standing.InForce), opensHi), closesLo);
            reliefLo = sets.Or(reliefLo, sets.And(givenLo, covered.LoAt(day)));
            reliefHi = sets.Or(reliefHi, sets.And(givenHi, covered.HiAt(day)));
        }

        var (contraryLo, contraryHi) = (row.Contrary.LoAt(day), row.Contrary.HiAt(day));
        var canBeBroken = day < before || row.Row.Clause.Duty is not ShallHaveAtMost;
        var bindLo = sets.Except(sets.And(inForce.Lo, whileLo), reliefHi);
        var bindHi = sets.Except(sets.And(inForce.Hi, whileHi), reliefLo);
        return new ConductRun(
            inForce.Lo,
            inForce.Hi,
            whileLo,
            whileHi,
            contraryLo,
            contraryHi,
            canBeBroken ? sets.And(contraryLo, sets.Or(bindLo, row.BrokenLo)) : ViewSets.None,
            canBeBroken ? sets.And(contraryHi, sets.Or(bindHi, row.BrokenHi)) : ViewSets.None);
    }

    private (int Lo, int Hi) BreachesBefore(ClauseBroken question, Bindings bindings, int day)
    {
        var (lo, hi) = (ViewSets.None, ViewSets.None);
        var place = question.In is null ? null : bindings.PlaceOf(question.In);
        foreach (var member in members.Where(m => m.Instance.Clause.Id == question.ClauseId))
        {
            if ((question.By is null || question.By.Name == member.Instance.Party.Name)
                && (place is null || place.Name == member.Instance.Place?.Name))
            {
                foreach (var row in member.Rows.Where(r => r.Conducts.Starts.Count > 0))
                {
                    var before = row.Conducts.At(day - 1);
                    lo = sets.Or(lo, before.BrokenLo);
                    hi = sets.Or(hi, before.BrokenHi);
                }
            }
        }

        return (lo, hi);
    }

    private Line Contrary(Row row, Judging judging) => row.Clause.Duty switch
    {
        ShallNotHave duty => judging.States.Some(
            duty.State, new LotFilter(duty.Noun, row.Place!, row.Party), new UseSite(row.Clause.Id, ClauseSlot.Have)),
        ShallHaveAtMost ceiling => judging.Counts.MoreThan(ceiling.Number, CountQuestion.Of(ceiling, row.Place!, row.Party)),
        _ => Line.Constant(ViewSets.None, ViewSets.None),
    };

    /// <summary>Rights that go before the row's restraint, each with whether every contrary lot is one of the right's. Under a ceiling that is proved
    /// only while there surely are too many: of things that are not reported nobody knows whether the right allows them.</summary>
    private IEnumerable<(Instance Permission, Line Covered)> PermissionsFor(Row row, Line isContrary, States states)
    {
        if (row.Clause.Duty is not Restraint duty)
        {
            yield break;
        }

        var contrary = new Lazy<List<Line>>(() =>
            [.. states.PerLot(duty.State, new LotFilter(duty.Noun, row.Place!, row.Party), new UseSite(row.Clause.Id, ClauseSlot.Have))]);
        foreach (var permission in members.Select(m => m.Instance).Where(i => i.Clause.Despite.Contains(row.Clause.Id) && i.Party.Name == row.Party.Name))
        {
            if (permission.Clause.Duty is not MayHave right || (right.In is VariablePlace && permission.Place?.Name != row.Instance?.Name))
            {
                continue;
            }

            var place = permission.Bindings.PlaceOf(right.In);
            var allowed = states.PerLot(right.State, new LotFilter(right.Noun, place, null), new UseSite(permission.Clause.Id, ClauseSlot.Have));
            var covered = Line.All(sets, contrary.Value.Zip(allowed, (c, a) => Line.Or(sets, c.Not(sets), a)));
            yield return (permission, duty is ShallHaveAtMost ? Line.Merge(covered, isContrary, sets.And, static (hi, _) => hi) : covered);
        }
    }

    /// <summary>A row of a member, and whether it was in breach the day before.</summary>
    private sealed class RowState(Row row, Line contrary)
    {
        public Row Row => row;

        public Line Contrary => contrary;

        public ImmutableArray<(Instance Permission, Line Covered)> Yields { get; set; } = [];

        public Runs<ConductRun> Conducts { get; } = new(static (a, b) => a == b);

        public ConductRun Next { get; set; }

        public int BrokenLo { get; set; }

        public int BrokenHi { get; set; }
    }

    /// <summary>An instance as it is walked through time.</summary>
    private sealed class Member
    {
        private readonly ViewSets sets;
        private readonly int before;
        private readonly ImmutableArray<(int Day, StandingSet States)> offer;
        private (int Lo, int Hi) ended;
        private (int Lo, int Hi) withdrawn;
        private (int Lo, int Hi) voided;
        private int over;

        public Member(Instance instance, Agreement agreement, ViewSets sets, LegalActs acts)
        {
            Instance = instance;
            this.sets = sets;
            before = agreement.InForce.Before;
            Base = agreement.FirstDayOf(instance.Clause);
            offer = instance.Clause.Offer is null ? [] : [.. acts.Offer(instance)];
            OfferDays = [.. offer.Select(o => o.Day).Where(d => d != int.MinValue)];
            SurelyFrom = From(states => states == default(StandingSet).With(Standing.InForce));
            PossiblyFrom = From(states => states.Has(Standing.InForce));
            Withdrawn = acts.Withdrawn(instance);
            Suspended = acts.Suspended(instance);
        }

        public Instance Instance { get; }

        /// <summary>First day the clause can bind, or be offered.</summary>
        public int Base { get; }

        /// <summary>First day it surely began to bind; <see cref="int.MaxValue"/> if it never surely did.</summary>
        public int SurelyFrom { get; }

        /// <summary>First day it possibly began to bind.</summary>
        public int PossiblyFrom { get; }

        public ImmutableArray<int> OfferDays { get; }

        public Line Withdrawn { get; }

        public Line Suspended { get; }

        public Slots Slots { get; set; } = null!;

        public ImmutableArray<RowState> Rows { get; set; } = [];

        public Runs<StandingRun> Standings { get; } = new(static (a, b) => a.Same(b));

        public StandingRun Now { get; private set; } = new();

        /// <summary>Adds what is remembered from day to day, to tell whether a day changed anything.</summary>
        public void AddMemory(List<int> memory)
        {
            memory.AddRange([ended.Lo, ended.Hi, withdrawn.Lo, withdrawn.Hi, voided.Lo, voided.Hi, over]);
            memory.AddRange(Slots.Memory);
            foreach (var row in Rows)
            {
                memory.AddRange([row.BrokenLo, row.BrokenHi]);
            }
        }

        public void Stand(int day)
        {
            if (day >= PossiblyFrom)
            {
                Remember(day);
            }

            Now = new StandingRun();
            if (day < Base)
            {
                Now.Set(Standing.NotInForce, sets.All, sets.All);
            }
            else
            {
                Set(day);
            }

            Standings.Add(Standings.Starts.Count == 0 ? int.MinValue : day, Now);
        }

        private int From(Func<StandingSet, bool> begun)
        {
            if (Instance.Clause.Offer is null)
            {
                return Base;
            }

            foreach (var (day, states) in offer)
            {
                if (begun(states))
                {
                    return Math.Max(day, Base);
                }
            }

            return int.MaxValue;
        }

        private void Remember(int day)
        {
            if (day <= SurelyFrom)
            {
                var (lo, hi) = Slots.HeldAtStart(day);
                voided = (day == SurelyFrom && SurelyFrom == PossiblyFrom ? lo : voided.Lo, sets.Or(voided.Hi, hi));
            }

            if (day < before)
            {
                var met = Slots.MetBefore(day);
                var (goneLo, goneHi) = (Withdrawn.LoAt(day), Withdrawn.HiAt(day));
                var (goneBeforeLo, goneBeforeHi) = (Withdrawn.LoAt(day - 1), Withdrawn.HiAt(day - 1));
                if (day >= SurelyFrom)
                {
                    ended.Lo = sets.Or(ended.Lo, sets.Except(met.Lo, goneBeforeHi));
                    withdrawn.Lo = sets.Or(withdrawn.Lo, sets.Except(goneLo, met.Hi));

                    // Which of the two came first may be open, but the clause no longer binds.
                    over = sets.Or(over, sets.Or(met.Lo, goneLo));
                }

                ended.Hi = sets.Or(ended.Hi, sets.Except(met.Hi, goneBeforeLo));
                withdrawn.Hi = sets.Or(withdrawn.Hi, sets.Except(goneHi, met.Lo));
            }
        }

        private void Set(int day)
        {
            var states = Instance.Clause.Offer is null ? default(StandingSet).With(Standing.InForce) : offer.Last(o => o.Day <= day).States;
            var binds = Truth(states, Standing.InForce);
            var isVoid = And(voided, binds);
            var isEnded = And((sets.Except(ended.Lo, voided.Hi), sets.Except(ended.Hi, voided.Lo)), binds);
            var isGone = And((sets.Except(withdrawn.Lo, voided.Hi), sets.Except(withdrawn.Hi, voided.Lo)), binds);
            var overLo = sets.Or(sets.And(over, binds.Lo), sets.Or(isVoid.Lo, sets.Or(isEnded.Lo, isGone.Lo)));
            var overHi = sets.Or(isVoid.Hi, sets.Or(isEnded.Hi, isGone.Hi));
            Now.Set(Standing.VoidFromBirth, isVoid.Lo, isVoid.Hi);
            Now.Set(Standing.Ended, isEnded.Lo, isEnded.Hi);
            if (day >= before)
            {
                Now.Set(Standing.Withdrawn, isGone.Lo, isGone.Hi);
                Now.Set(Standing.Expired, sets.Not(overHi), sets.Not(overLo));
                return;
            }

            var (heldLo, heldHi) = (Suspended.LoAt(day), Suspended.HiAt(day));
            var takenBack = Truth(states, Standing.Withdrawn);
            Now.Set(Standing.Withdrawn, sets.Or(isGone.Lo, takenBack.Lo), sets.Or(isGone.Hi, takenBack.Hi));
            Now.Set(Standing.Suspended, sets.And(binds.Lo, sets.Except(heldLo, overHi)), sets.And(binds.Hi, sets.Except(heldHi, overLo)));
            Now.Set(
                Standing.InForce,
                sets.And(binds.Lo, sets.Except(sets.Not(heldHi), overHi)),
                sets.And(binds.Hi, sets.Except(sets.Not(heldLo), overLo)));
            foreach (var open in new[] { Standing.NotInForce, Standing.Offered, Standing.Refused })
            {
                var (lo, hi) = Truth(states, open);
                Now.Set(open, lo, hi);
            }
        }

        private (int Lo, int Hi) Truth(StandingSet states, Standing standing) =>
            (states == default(StandingSet).With(standing) ? sets.All : ViewSets.None, states.Has(standing) ? sets.All : ViewSets.None);

        private (int Lo, int Hi) And((int Lo, int Hi) a, (int Lo, int Hi) b) => (sets.And(a.Lo, b.Lo), sets.And(a.Hi, b.Hi));
    }
}
