using System.Collections.Immutable;
using Proviso.Evaluation.Matching;
using Proviso.Evaluation.Reports;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Duties;

/// <summary>The answer to a question on one day, given what breaches were under way the day before.</summary>
internal delegate (int Lo, int Hi) Daily(int day);

/// <summary>The breaches a condition can read: views in which some matching row was in breach the day before.</summary>
internal delegate (int Lo, int Hi) BreachesBefore(ClauseBroken question, Bindings bindings, int day);

/// <summary>The condition slots of a clause instance under the readings of each view, ready to be asked day by day.</summary>
internal sealed class Slots
{
    private readonly ViewMasks masks;
    private readonly ViewSets sets;
    private readonly Conditions conditions;
    private readonly BreachesBefore breaches;
    private readonly Instance instance;
    private readonly List<Line> lines = [];
    private readonly List<Met> met = [];

    public Slots(ViewMasks masks, Conditions conditions, BreachesBefore breaches, Instance instance, int surelyFrom, int possiblyFrom)
    {
        this.masks = masks;
        sets = masks.Sets;
        this.conditions = conditions;
        this.breaches = breaches;
        this.instance = instance;
        var whiles = new List<Daily>();
        var unlesses = new List<Daily>();
        var untils = new List<(Dispute? Dispute, ImmutableArray<Met?> Readings)>();
        foreach (var (dispute, readings) in masks.WordingsOf(instance.Clause))
        {
            whiles.Add(Join(dispute, [.. readings.Select(r => r is { Word: SlotWord.While } ? Ask(r) : Always)]));
            unlesses.Add(Join(dispute, [.. readings.Select(r => r is { Word: SlotWord.Unless } ? Ask(r) : Never)]));
            untils.Add((dispute, [.. readings.Select(r => r is { Word: SlotWord.Until } ? Until(r, surelyFrom, possiblyFrom) : null)]));
        }

        While = day => whiles.Aggregate((sets.All, sets.All), (all, ask) => Both(all, ask(day)));
        Unless = day => unlesses.Aggregate((ViewSets.None, ViewSets.None), (any, ask) => Either(any, ask(day)));
        MetBefore = Untils(untils, m => m.Before);
        HeldAtStart = Untils(untils, m => m.HeldAtStart);
    }

    /// <summary>The <c>while</c> condition; always, without one.</summary>
    public Daily While { get; }

    /// <summary>The <c>unless</c> condition; never, without one.</summary>
    public Daily Unless { get; }

    /// <summary>Whether the <c>until</c> condition had been met by the end of the day before.</summary>
    public Daily MetBefore { get; }

    /// <summary>Whether the <c>until</c> condition (not a <c>newly</c>) holds on both the day before and the day.</summary>
    public Daily HeldAtStart { get; }

    /// <summary>Lines the answers rest on: between their changes nothing changes of itself.</summary>
    public IReadOnlyList<Line> Lines => lines;

    /// <summary>What the answers remember, to tell whether a day changed anything.</summary>
    public IEnumerable<int> Memory => met.SelectMany(m => m.Memory);

    /// <summary>Closes the day: remembers what its <c>until</c> conditions were.</summary>
    public void Close(int day)
    {
        foreach (var until in met)
        {
            until.Close(day);
        }
    }

    private static (int Lo, int Hi) Always(ViewSets sets) => (sets.All, sets.All);

    private (int Lo, int Hi) Always(int day) => Always(sets);

    private (int Lo, int Hi) Never(int day) => (ViewSets.None, ViewSets.None);

    private (int Lo, int Hi) Both((int Lo, int Hi) a, (int Lo, int Hi) b) => (sets.And(a.Lo, b.Lo), sets.And(a.Hi, b.Hi));

    private (int Lo, int Hi) Either((int Lo, int Hi) a, (int Lo, int Hi) b) => (sets.Or(a.Lo, b.Lo), sets.Or(a.Hi, b.Hi));

    private Daily Untils(List<(Dispute? Dispute, ImmutableArray<Met?> Readings)> untils, Func<Met, Daily> ask)
    {
        var joined = untils.Select(u => Join(u.Dispute, [.. u.Readings.Select(m => m is null ? Never : ask(m))])).ToList();
        return day => joined.Aggregate((ViewSets.None, ViewSets.None), (any, one) => Either(any, one(day)));
    }

    /// <summary>The chosen reading's answer; where the dispute is open, all readings' together.</summary>
    private Daily Join(Dispute? dispute, ImmutableArray<Daily> readings)
    {
        if (dispute is null)
        {
            return readings[0];
        }

        var chosen = dispute.Readings.Select(r => masks.Choosing(dispute, r)).ToArray();
        var open = masks.Open(dispute);
        return day =>
        {
            var (lo, hi) = (ViewSets.None, ViewSets.None);
            var (allLo, anyHi) = (sets.All, ViewSets.None);
            for (var i = 0; i < readings.Length; i++)
            {
                var answer = readings[i](day);
                lo = sets.Or(lo, sets.And(answer.Lo, chosen[i]));
                hi = sets.Or(hi, sets.And(answer.Hi, chosen[i]));
                allLo = sets.And(allLo, answer.Lo);
                anyHi = sets.Or(anyHi, answer.Hi);
            }

            return (sets.Or(lo, sets.And(allLo, open)), sets.Or(hi, sets.And(anyHi, open)));
        };
    }

    private Daily Ask(ConditionSlot slot) => Ask(slot.Condition, new UseSite(instance.Clause.Id, SlotOf(slot.Word)));

    private Daily Ask(Condition condition, UseSite site)
    {
        if (!Conditions.ReadsBreaches(condition))
        {
            var line = conditions.Of(condition, instance.Bindings, site);
            lines.Add(line);
            return day => (line.LoAt(day), line.HiAt(day));
        }

        switch (condition)
        {
            case ClauseBroken broken:
                return day => breaches(broken, instance.Bindings, day);
            case NotCondition not:
                var part = Ask(not.Part, site);
                return day =>
                {
                    var (lo, hi) = part(day);
                    return (sets.Not(hi), sets.Not(lo));
                };
            case AllConditions all:
                var every = all.Parts.Select(p => Ask(p, site)).ToList();
                return day => every.Aggregate((sets.All, sets.All), (soFar, ask) => Both(soFar, ask(day)));
            case AnyCondition any:
                var some = any.Parts.Select(p => Ask(p, site)).ToList();
                return day => some.Aggregate((ViewSets.None, ViewSets.None), (soFar, ask) => Either(soFar, ask(day)));
            default:
                throw new System.Diagnostics.UnreachableException(condition.GetType().Name);
        }
    }

    private Met Until(ConditionSlot slot, int surelyFrom, int possiblyFrom)
    {
        var site = new UseSite(instance.Clause.Id, ClauseSlot.Until);
        var result = new Met(sets, slot.Newly, Ask(slot.Condition, site), surelyFrom, possiblyFrom);
        if (!Conditions.ReadsBreaches(slot.Condition))
        {
            result.Known = conditions.MetBy(slot.Condition, instance.Bindings, site, slot.Newly, surelyFrom, possiblyFrom).Later(1);
            lines.Add(result.Known);
        }
        else if (!slot.Newly && Conditions.WithoutBreaches(slot.Condition) is { } rest)
        {
            result.KnownInPart = conditions.MetBy(rest, instance.Bindings, site, newly: false, surelyFrom, possiblyFrom).Later(1);
            lines.Add(result.KnownInPart);
        }

        met.Add(result);
        return result;
    }

    private static ClauseSlot SlotOf(SlotWord word) => word switch
    {
        SlotWord.While => ClauseSlot.While,
        SlotWord.Until => ClauseSlot.Until,
        SlotWord.Unless => ClauseSlot.Unless,
        _ => throw new System.Diagnostics.UnreachableException(word.ToString()),
    };

    /// <summary>One <c>until</c>: whether it has been met. Where it reads breaches it is remembered from day to day; elsewhere it is a
    /// known line.</summary>
    private sealed class Met(ViewSets sets, bool newly, Daily condition, int surelyFrom, int possiblyFrom)
    {
        private (int Lo, int Hi) soFar;
        private (int Lo, int Hi) dayBefore;

        /// <summary>Met by the end of the day before, as a line; null when it reads breaches.</summary>
        public Line? Known { get; set; }

        /// <summary>As <see cref="Known"/>, of those parts of an <c>or</c> that read no breaches: it surely is met when they are.</summary>
        public Line? KnownInPart { get; set; }

        public IEnumerable<int> Memory => [soFar.Lo, soFar.Hi, dayBefore.Lo, dayBefore.Hi];

        public (int Lo, int Hi) Before(int day) => Known is { } line ? (line.LoAt(day), line.HiAt(day))
            : KnownInPart is { } part ? (sets.Or(soFar.Lo, part.LoAt(day)), soFar.Hi)
            : soFar;

        public (int Lo, int Hi) HeldAtStart(int day)
        {
            if (newly)
            {
                return (ViewSets.None, ViewSets.None);
            }

            var (lo, hi) = condition(day);
            return (sets.And(lo, dayBefore.Lo), sets.And(hi, dayBefore.Hi));
        }

        public void Close(int day)
        {
            var today = condition(day);
            var (lo, hi) = newly ? (sets.Except(today.Lo, dayBefore.Hi), sets.Except(today.Hi, dayBefore.Lo)) : today;
            if (Known is null)
            {
                soFar = (day >= surelyFrom ? sets.Or(soFar.Lo, lo) : soFar.Lo, day >= possiblyFrom ? sets.Or(soFar.Hi, hi) : soFar.Hi);
            }

            dayBefore = today;
        }
    }
}
