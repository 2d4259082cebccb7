using Proviso.Evaluation.Duties;
using Proviso.Evaluation.Matching;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation;

/// <summary>The answer to a question in the one view on a day.</summary>
internal delegate (bool Lo, bool Hi) OnDay(int day);

/// <summary>The grounds for a condition of one clause instance in one view: what makes it hold, what keeps it from holding, what leaves it open.
/// All are leaves, or steps on another clause's breach.</summary>
internal sealed class Grounds(Judging judging, Instance instance, Evidence evidence, Func<ClauseBroken, Bindings, OnDay> breaches)
{
    /// <summary>Whether the condition holds, day by day.</summary>
    public OnDay Daily(Condition condition, UseSite site)
    {
        if (!Conditions.ReadsBreaches(condition))
        {
            var line = judging.Conditions.Of(condition, instance.Bindings, site);
            return day => (line.LoAt(day) != ViewSets.None, line.HiAt(day) != ViewSets.None);
        }

        switch (condition)
        {
            case ClauseBroken broken:
                return breaches(broken, instance.Bindings);
            case NotCondition not:
                var part = Daily(not.Part, site);
                return day => (!part(day).Hi, !part(day).Lo);
            case AllConditions all:
                var every = all.Parts.Select(p => Daily(p, site)).ToList();
                return day => (every.All(p => p(day).Lo), every.All(p => p(day).Hi));
            case AnyCondition any:
                var some = any.Parts.Select(p => Daily(p, site)).ToList();
                return day => (some.Any(p => p(day).Lo), some.Any(p => p(day).Hi));
            default:
                throw new System.Diagnostics.UnreachableException(condition.GetType().Name);
        }
    }

    /// <summary>The first day of a range on which something is so; <see cref="int.MaxValue"/> if on none.</summary>
    public static int First(DayRange days, Func<int, bool> isSo)
    {
        for (var day = days.From; day < days.Before; day++)
        {
            if (isSo(day))
            {
                return day;
            }
        }

        return int.MaxValue;
    }

    /// <summary>What makes the condition hold on each day of the range. Requires that it does.</summary>
    public IEnumerable<Proof> Holding(Condition condition, UseSite site, DayRange days)
    {
        switch (condition)
        {
            case NounIs noun:
                return evidence.Shown(Question(noun, site), site.ClauseId, Window(noun, days));
            case NotCondition not:
                return NotHolding(not.Part, site, days);
            case AllConditions all:
                return all.Parts.SelectMany(p => Holding(p, site, days));
            case AnyCondition any:
                return any.Parts.SelectMany(p => Runs(days, day => Daily(p, site)(day).Lo).SelectMany(run => Holding(p, site, run)));
            case Happens happens:
                return Happenings(happens, days, sure: true);
            default:
                return [new Step(Sign.Proved, new Holds(condition, site.Slot), days, Rule.AnotherClause, [])];
        }
    }

    /// <summary>What keeps the condition from holding on each day of the range. Requires that it does not hold.</summary>
    public IEnumerable<Proof> NotHolding(Condition condition, UseSite site, DayRange days)
    {
        if (days.From >= days.Before)
        {
            return [];
        }

        switch (condition)
        {
            case NounIs noun:
                var question = Question(noun, site);
                var line = evidence.Line(question, site.ClauseId);
                return Evidence.Runs(line, Window(noun, days), day => line.HiAt(day) == ViewSets.None)
                    .Select(run => evidence.Nothing(question, site.ClauseId, run));
            case NotCondition not:
                return Holding(not.Part, site, days);
            case AllConditions all:
                var parts = all.Parts.Select(p => (Part: p, Daily: Daily(p, site))).ToList();
                var alone = parts.FirstOrDefault(p => First(days, day => p.Daily(day).Hi) == int.MaxValue).Part;
                return alone is not null
                    ? NotHolding(alone, site, days)
                    : parts.SelectMany(p => Runs(days, day => !p.Daily(day).Hi).SelectMany(run => NotHolding(p.Part, site, run)));
            case AnyCondition any:
                return any.Parts.SelectMany(p => NotHolding(p, site, days));
            case Happens:
                return [new AbsentLeaf(new Holds(condition, site.Slot), evidence.AllReports, days, [])];
            default:
                return [new Step(Sign.Refuted, new Holds(condition, site.Slot), days, Rule.AnotherClause, [])];
        }
    }

    /// <summary>What keeps a condition that sets in from setting in on each day of the range: it does not hold, or it held the day before.</summary>
    public IEnumerable<Proof> NotSettingIn(Condition condition, UseSite site, DayRange days)
    {
        var daily = Daily(condition, site);
        return Runs(days, day => !daily(day).Hi).SelectMany(run => NotHolding(condition, site, run))
            .Concat(Runs(days, day => daily(day).Hi).SelectMany(run => Holding(condition, site, new DayRange(run.From - 1, run.Before - 1))));
    }

    /// <summary>What leaves it open that the condition holds on the day. Requires that it could.</summary>
    public IEnumerable<Proof> MayHold(Condition condition, UseSite site, int day)
    {
        var on = new DayRange(day, day + 1);
        switch (condition)
        {
            case NounIs noun:
                return evidence.Possible(Question(noun, site), site.ClauseId, Window(noun, on));
            case NotCondition not:
                return Daily(not.Part, site)(day).Hi ? MayHold(not.Part, site, day) : NotHolding(not.Part, site, on);
            case AllConditions all:
                return all.Parts.SelectMany(p => MayHold(p, site, day));
            case AnyCondition any:
                return any.Parts.Where(p => Daily(p, site)(day).Hi).SelectMany(p => MayHold(p, site, day));
            case Happens happens:
                return Happenings(happens, on, sure: false);
            default:
                return [new Step(Sign.NotRefuted, new Holds(condition, site.Slot), on, Rule.AnotherClause, [])];
        }
    }

    /// <summary>The reports that show it surely met by the last day of the range, though on no one day.</summary>
    public IEnumerable<Proof> WhereverItFalls(Condition condition, UseSite site, DayRange days) => condition switch
    {
        NounIs noun => evidence.WhereverItFalls(Question(noun, site), site.ClauseId, noun.RunningDays ?? 1, days)
            .Concat(evidence.Possible(Question(noun, site), site.ClauseId, days).OfType<ReportLeaf>().Where(l => l.Doubts.All(d => d.Dispute?.Target is OnState)).Select(l => l with { Doubts = [] })),
        AnyCondition any => any.Parts.SelectMany(p => WhereverItFalls(p, site, days)),
        Happens happens => judging.Facts.EachEvent
            .Where(e => !e.Content.NotReceived && e.Taken.AcceptedIn != ViewSets.None && e.Taken.DateQuestioned == ViewSets.None)
            .Select(e => (Event: e, Days: judging.Conditions.DaysOf(e)))
            .Where(e => days.Contains(e.Days.First) && days.Contains(e.Days.Last)
                && judging.Conditions.SurelyThroughout(judging.Conditions.Matches(e.Event, happens.Pattern, instance.Bindings), e.Days.First, e.Days.Last) != ViewSets.None)
            .Select(e => (Proof)evidence.Leaf(e.Event, new DayRange(e.Days.First, e.Days.Last + 1), [])),
        _ => [],
    };

    /// <summary>How the view reads the disputes that the condition depends on.</summary>
    public IEnumerable<Proof> Readings(Condition condition, UseSite site, DayRange days) => Questions(condition, site)
        .SelectMany(q => evidence.Readings(q, site.ClauseId, days)).DistinctBy(l => l.Dispute.Name);

    private IEnumerable<SomeThingIs> Questions(Condition condition, UseSite site) => condition switch
    {
        NounIs noun => [Question(noun, site)],
        NotCondition not => Questions(not.Part, site),
        AllConditions all => all.Parts.SelectMany(p => Questions(p, site)),
        AnyCondition any => any.Parts.SelectMany(p => Questions(p, site)),
        _ => [],
    };

    private static DayRange Window(NounIs noun, DayRange days) => days with { From = days.From - (noun.RunningDays ?? 1) + 1 };

    private static IEnumerable<DayRange> Runs(DayRange days, Func<int, bool> isSo)
    {
        for (var from = First(days, isSo); from < days.Before;)
        {
            var before = Math.Min(days.Before, First(days with { From = from }, day => !isSo(day)));
            yield return new DayRange(from, before);
            from = First(days with { From = before }, isSo);
        }
    }

    private IEnumerable<Proof> Happenings(Happens happens, DayRange days, bool sure)
    {
        foreach (var happening in judging.Facts.EachEvent.Where(e => !e.Content.NotReceived))
        {
            var on = judging.Conditions.OnItsDays(happening);
            var matches = judging.Conditions.Matches(happening, happens.Pattern, instance.Bindings);
            var line = Line.And(judging.Masks.Sets, on, matches);
            foreach (var run in Evidence.Runs(line, days, day => (sure ? line.LoAt(day) : line.HiAt(day)) != ViewSets.None))
            {
                IEnumerable<Doubt> doubts =
                [
                    .. on.LoAt(run.From) == ViewSets.None ? [new Doubt("its date is loose or in question, or it is contested", null)] : Array.Empty<Doubt>(),
                    .. matches.LoAt(run.From) == ViewSets.None ? [new Doubt("what it was, who did it, to whom or where cannot be told", null)] : Array.Empty<Doubt>(),
                ];
                yield return evidence.Leaf(happening, run, [.. doubts]);
            }
        }
    }

    private SomeThingIs Question(NounIs noun, UseSite site) => new(noun.Noun, noun.State, instance.Bindings.PlaceOf(noun.In), null, site.Slot);
}
