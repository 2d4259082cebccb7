using System.Collections.Immutable;
using Proviso.Evaluation.Duties;
using Proviso.Evaluation.Matching;
using Proviso.Evaluation.Reports;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation;

/// <summary>Finds the reasons of one verdict, on demand: it asks the same operators again for one view and one row, and writes down what they
/// leaned on. docs/explanations.md says what each step means.</summary>
public sealed class Explainer
{
    private readonly Judging judging;
    private readonly Verdicts verdicts;
    private readonly Evidence evidence;
    private readonly Row row;
    private readonly Instance instance;
    private readonly View view;
    private readonly int day;
    private readonly int start;

    private Explainer(Verdicts asked, Row row, View view, int day)
    {
        this.view = view;
        this.day = day;
        var known = KnownRecord.Of(asked.Case, asked.Knowledge);
        var tried = ViewTried.Of(view, known.Positions);
        judging = new Judging(asked.Case, known, [tried]);
        verdicts = Evaluator.Run(asked.Case, asked.Knowledge, known, [tried]);
        evidence = new Evidence(judging);
        this.row = verdicts.Rows[asked.IndexOf(row)];
        instance = judging.Instances.First(i =>
            i.Clause.Id == row.Clause.Id && i.Party.Name == row.Party.Name && i.Addressee?.Name == row.Addressee?.Name && i.Place?.Name == row.Instance?.Name);
        start = Start();
    }

    private static DayRange On(int day) => new(day, day + 1);

    /// <summary>The reasons of a verdict. Requires a row and view of the verdicts and a day up to their horizon.</summary>
    public static Explanation Why(Verdicts verdicts, Row row, View view, int day)
    {
        var explainer = new Explainer(verdicts, row, view, day);
        var verdict = verdicts.At(row, view, day);
        var standing = explainer.Standing(verdict);
        var conduct = explainer.Conduct(verdict);
        var reports = Reports(standing).Concat(Reports(conduct)).DistinctBy(r => r.Name).ToList();
        var since = reports.Count == 0 ? int.MinValue : reports.Max(r => r.Attribution.Said.Last);
        return new Explanation(
            row,
            view,
            day,
            verdicts.Knowledge,
            verdict,
            verdicts.BasisAt(row, view, day),
            standing,
            conduct,
            since > day ? since : null,
            [.. explainer.judging.Known.Positions.Where(p => p.Target is OnReport on && reports.Any(r => r.Name == on.Report))],
            [.. explainer.judging.Known.Positions.Where(explainer.IsClaim)]);
    }

    /// <summary>The reports a proof leans on.</summary>
    public static IEnumerable<Report> Reports(Proof proof) => proof switch
    {
        ReportLeaf leaf => [leaf.Report],
        Step step => step.Because.SelectMany(Reports),
        _ => [],
    };

    private bool IsClaim(Position position) => position.Attribution.By.Name != position.Holder.Name
        && position.Target is OnClause on && on.ClauseId == row.Clause.Id
        && (position.Holder.Name == row.Addressee?.Name || position.Holder.Name == row.Party.Name);

    /// <summary>First day on which the instance can have bound.</summary>
    private int Start()
    {
        var first = Math.Max(judging.Agreement.InForce.From, row.Clause.From ?? int.MinValue);
        if (row.Clause.Offer is null)
        {
            return first;
        }

        return judging.Acts.Offer(instance).Where(o => o.States.Has(Language.Binding.Standing.InForce))
            .Select(o => Math.Max(o.Day, first)).DefaultIfEmpty(int.MaxValue).First();
    }

    private Proof Standing(Verdict verdict)
    {
        if (verdict.Standing == Language.Binding.Standing.CannotTell)
        {
            return new Step(Sign.NotProved, new StandsAs(Language.Binding.Standing.CannotTell), On(day), Rule.LeftOpen, [.. OpenStanding(verdict)]);
        }

        var (rule, because) = verdict.Standing switch
        {
            Language.Binding.Standing.Ended => (Rule.ConditionMet, EndedBecause()),
            Language.Binding.Standing.VoidFromBirth => (Rule.HeldAtTheStart, UntilSlots().SelectMany(s => Holding(s, start - 1).Concat(Holding(s, start))).ToImmutableArray()),
            _ => (Rule.TermAndActs, StandsBecause(verdict.Standing)),
        };
        return new Step(Sign.Proved, new StandsAs(verdict.Standing), On(day), rule, because);
    }

    private IEnumerable<Proof> OpenStanding(Verdict verdict)
    {
        foreach (var slot in UntilSlots())
        {
            var line = judging.Conditions is var conditions && !Conditions.ReadsBreaches(slot.Condition)
                ? conditions.MetBy(slot.Condition, instance.Bindings, Site(slot), slot.Newly, start, start)
                : null;
            var first = line is null ? day : FirstDay(line, start, day, possible: true);
            if (first <= day)
            {
                yield return new Step(
                    Sign.NotRefuted, new Holds(slot.Condition, SlotOf(slot)), On(first), Rule.OnFile, [.. Because(slot.Condition, Site(slot), first)]);
            }
        }

        foreach (var dispute in judging.Agreement.Disputes.Where(d => d.Target is OnSlot on && on.ClauseId == row.Clause.Id && judging.Masks.Open(d) != ViewSets.None))
        {
            yield return new ReadingLeaf(dispute, null, On(day));
        }

        foreach (var proof in StandsBecause(verdict.Standing).Where(p => p is ActLeaf or TermLeaf))
        {
            yield return proof;
        }
    }

    private ImmutableArray<Proof> EndedBecause()
    {
        var proofs = ImmutableArray.CreateBuilder<Proof>();
        proofs.Add(Term());
        foreach (var slot in UntilSlots())
        {
            if (Conditions.ReadsBreaches(slot.Condition))
            {
                proofs.Add(new TermLeaf("another clause was broken", On(day)));
                continue;
            }

            var met = judging.Conditions.MetBy(slot.Condition, instance.Bindings, Site(slot), slot.Newly, start, start);
            var first = FirstDay(met, start, day, possible: false);
            if (first <= day)
            {
                proofs.Add(new Step(Sign.Proved, new Holds(slot.Condition, SlotOf(slot)), On(first), Rule.OnFile, [.. Because(slot.Condition, Site(slot), first)]));
            }
        }

        proofs.AddRange(SlotReadings());
        return proofs.ToImmutable();
    }

    private IEnumerable<Proof> SlotReadings() => judging.Agreement.Disputes
        .Where(d => d.Target is OnSlot on && on.ClauseId == row.Clause.Id)
        .Select(d => (Proof)new ReadingLeaf(d, d.Readings.FirstOrDefault(r => r.Name == judging.Views[0].Choices.GetValueOrDefault(d.Name)), On(day)));

    private ImmutableArray<Proof> StandsBecause(Standing standing)
    {
        var proofs = ImmutableArray.CreateBuilder<Proof>();
        proofs.Add(Term());
        proofs.AddRange(judging.Known.Positions
            .Where(p => p.Attribution.By.Name == p.Holder.Name && Concerns(p) && judging.Agreement.Clock.DayOf(p.When.Earliest) < day)
            .OrderBy(p => p.When.Latest)
            .Select(p => new ActLeaf(p, On(judging.Agreement.Clock.DayOf(p.When.Latest)))));
        if (standing == Language.Binding.Standing.InForce && day > start)
        {
            foreach (var slot in UntilSlots().Where(s => !Conditions.ReadsBreaches(s.Condition)))
            {
                proofs.AddRange(NotHolding(slot.Condition, Site(slot), new DayRange(start, day)));
            }
        }

        return proofs.ToImmutable();
    }

    private bool Concerns(Position position) => position.Target switch
    {
        OnAgreement => position.Holder.Name == row.Party.Name,
        OnClause on when on.ClauseId == row.Clause.Id && (on.In is null || on.In.Name == row.Instance?.Name) => row.Clause.Offer is { } offer
            ? (position.Holder.Name == offer.By.Name && (position.To.IsEmpty || position.To.Any(to => to.Name == row.Addressee!.Name)))
                || position.Holder.Name == row.Addressee!.Name
            : position.Holder.Name == row.Party.Name,
        _ => false,
    };

    private TermLeaf Term() => new(
        row.Clause.From is { } from && from > judging.Agreement.InForce.From ? "the clause binds from its own date" : "the agreement is in force",
        new DayRange(Math.Max(judging.Agreement.InForce.From, row.Clause.From ?? int.MinValue), judging.Agreement.InForce.Before));

    private Proof Conduct(Verdict verdict)
    {
        var question = new ConductIs(verdict.Conduct);
        if (row.Clause.Duty is not ShallNotHave duty)
        {
            return row.Clause.Duty is ShallDo
                ? new Step(Sign.Proved, question, On(day), Rule.ActsAndDeadlines, [.. ActReports()])
                : new Step(Sign.Proved, question, On(day), Rule.NothingAsked, [Term()]);
        }

        var contrary = new SomeThingIs(duty.Noun, duty.State, row.Place!, row.Party, ClauseSlot.Have);
        var id = row.Clause.Id;
        switch (verdict.Conduct)
        {
            case Language.Binding.Conduct.Broken:
                var since = BreachStart();
                return new Step(Sign.Proved, question, On(day), Rule.BreachBegunWhileBound,
                [
                    .. evidence.Shown(contrary, id, new DayRange(since, day + 1)),
                    new Step(Sign.Proved, new Binds(), On(since), Rule.TermAndActs, [Term()]),
                ]);
            case Language.Binding.Conduct.Kept:
                return new Step(Sign.Proved, question, On(day), Rule.NothingContrary, [evidence.Nothing(contrary, id, On(day))]);
            case Language.Binding.Conduct.Excused:
                return new Step(Sign.Proved, question, On(day), Rule.ContraryButExcused, [.. evidence.Shown(contrary, id, On(day)), .. Relief()]);
            case Language.Binding.Conduct.NotTriggered:
                return new Step(Sign.Proved, question, On(day), Rule.NothingAsked, [.. WhileNotHolding()]);
            default:
                return new Step(Sign.NotProved, question, On(day), Rule.LeftOpen, [.. evidence.Possible(contrary, id, On(day))]);
        }
    }

    private int BreachStart()
    {
        var first = day;
        while (first > start && verdicts.ConductSets(row, first - 1) is { } sets && sets.BrokenLo != ViewSets.None)
        {
            first--;
        }

        return first;
    }

    private IEnumerable<Proof> Relief() => Slots(SlotWord.Unless).Where(s => !Conditions.ReadsBreaches(s.Condition))
        .Select(s => (Proof)new Step(Sign.Proved, new Holds(s.Condition, ClauseSlot.Unless), On(day), Rule.OnFile, [.. Because(s.Condition, Site(s), day)]));

    private IEnumerable<Proof> WhileNotHolding() => Slots(SlotWord.While).Where(s => !Conditions.ReadsBreaches(s.Condition))
        .SelectMany(s => NotHolding(s.Condition, Site(s), On(day)));

    private IEnumerable<Proof> ActReports()
    {
        var act = ((ShallDo)row.Clause.Duty).Act;
        return judging.Known.Reports
            .Where(r => r.Content is EventReport e && (e.Event.Name == act.Event.Name || e.Event.Name == row.Clause.When?.Event.Name)
                && judging.Agreement.Clock.DayOf(e.When.Earliest) <= day)
            .Select(r => new ReportLeaf(r, Digests.Of(r), On(judging.Agreement.Clock.DayOf(((EventReport)r.Content).When.Latest)), []));
    }

    /// <summary>What makes a condition hold, or able to hold, on a day.</summary>
    private IEnumerable<Proof> Because(Condition condition, UseSite site, int on)
    {
        switch (condition)
        {
            case NounIs noun:
                var question = Question(noun, site);
                var days = new DayRange(on - (noun.RunningDays ?? 1) + 1, on + 1);
                var (proved, possible) = evidence.At(question, site.ClauseId, on);
                return proved ? evidence.Shown(question, site.ClauseId, days)
                    : possible ? evidence.Possible(question, site.ClauseId, days)
                    : [evidence.Nothing(question, site.ClauseId, days)];
            case NotCondition not:
                return NotHolding(not.Part, site, On(on));
            case AllConditions all:
                return all.Parts.SelectMany(p => Because(p, site, on));
            case AnyCondition any:
                return any.Parts.Where(p => !Conditions.ReadsBreaches(p) && judging.Conditions.Of(p, instance.Bindings, site).HiAt(on) != ViewSets.None)
                    .SelectMany(p => Because(p, site, on));
            case Happens happens:
                return judging.Facts.Events.Where(e => !e.Content.NotReceived
                        && judging.Conditions.Matches(e, happens.Pattern, instance.Bindings).HiAt(on) != ViewSets.None)
                    .Select(e => judging.Known.Reports.First(r => r.Name == e.Report.Name))
                    .Select(r => (Proof)new ReportLeaf(r, Digests.Of(r), On(on), []));
            default:
                return [];
        }
    }

    /// <summary>That a condition does not hold on any of the days, part by part.</summary>
    private IEnumerable<Proof> NotHolding(Condition condition, UseSite site, DayRange days) => condition switch
    {
        NounIs noun => [evidence.Nothing(Question(noun, site), site.ClauseId, days)],
        NotCondition not => Because(not.Part, site, days.Before - 1),
        AllConditions all => all.Parts.SelectMany(p => NotHolding(p, site, days)),
        AnyCondition any => any.Parts.SelectMany(p => NotHolding(p, site, days)),
        _ => [],
    };

    private SomeThingIs Question(NounIs noun, UseSite site) => new(noun.Noun, noun.State, instance.Bindings.PlaceOf(noun.In), null, site.Slot);

    private IEnumerable<Proof> Holding(ConditionSlot slot, int on) =>
        [new Step(Sign.Proved, new Holds(slot.Condition, SlotOf(slot)), On(on), Rule.OnFile, [.. Because(slot.Condition, Site(slot), on)])];

    private IEnumerable<ConditionSlot> UntilSlots() => Slots(SlotWord.Until);

    /// <summary>The clause's slots of a word, as the view reads them; all readings where it leaves them open.</summary>
    private IEnumerable<ConditionSlot> Slots(SlotWord word)
    {
        foreach (var slot in row.Clause.Slots)
        {
            var dispute = judging.Masks.DisputeOn(t => t is OnSlot on && on.ClauseId == row.Clause.Id && on.Slot == slot.Word);
            var readings = dispute is null
                ? [slot]
                : dispute.Readings
                    .Where(r => judging.Masks.Open(dispute) != ViewSets.None || judging.Masks.Choosing(dispute, r) != ViewSets.None)
                    .Select(r => r.Meaning is SlotMeaning meaning ? meaning.Slot : slot);
            foreach (var reading in readings.Where(r => r.Word == word))
            {
                yield return reading;
            }
        }
    }

    private UseSite Site(ConditionSlot slot) => new(row.Clause.Id, SlotOf(slot));

    private static ClauseSlot SlotOf(ConditionSlot slot) => slot.Word switch
    {
        SlotWord.While => ClauseSlot.While,
        SlotWord.Until => ClauseSlot.Until,
        _ => ClauseSlot.Unless,
    };

    private static int FirstDay(Line line, int from, int to, bool possible)
    {
        for (var on = from; on <= to; on = line.NextChange(on))
        {
            if ((possible ? line.HiAt(on) : line.LoAt(on)) != ViewSets.None)
            {
                return on;
            }
        }

        return int.MaxValue;
    }
}
