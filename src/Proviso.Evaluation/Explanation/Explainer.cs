using System.Collections.Immutable;
using Proviso.Evaluation.Duties;
using Proviso.Evaluation.Matching;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Evaluation.Explanation;

/// <summary>Finds the reasons of one verdict, on demand: it asks the same operators again for one view and one row, and writes down what they
/// leaned on. docs/explanations.md says what each step means.</summary>
public sealed class Explainer
{
    private readonly Judging judging;
    private readonly Verdicts verdicts;
    private readonly Evidence evidence;
    private readonly Grounds grounds;
    private readonly Row row;
    private readonly Instance instance;
    private readonly int day;
    private readonly int start;
    private readonly int surelyFrom;

    private Explainer(Verdicts asked, OneView alone, Row row, int day)
    {
        this.day = day;
        (judging, verdicts, evidence) = alone;
        this.row = verdicts.Rows[asked.IndexOf(row)];
        instance = judging.Instances.First(i =>
            i.Clause.Id == row.Clause.Id && i.Party.Name == row.Party.Name && i.Addressee?.Name == row.Addressee?.Name && i.Place?.Name == row.Instance?.Name);
        grounds = new Grounds(judging, instance, evidence, Breaches);
        start = Start(states => states.Has(Language.Binding.Standing.InForce));
        surelyFrom = Start(states => states == default(StandingSet).With(Language.Binding.Standing.InForce));
    }

    private static DayRange On(int day) => new(day, day + 1);

    /// <summary>The reasons of a verdict. Requires a row and view of the verdicts and a day up to their horizon.</summary>
    public static Explanation Why(Verdicts verdicts, Row row, View view, int day) => Why(verdicts, [row], view, day)[0];

    /// <summary>The reasons of several verdicts in one view, in the order of the rows. Requires as <see cref="Why(Verdicts, Row, View, int)"/>; the view is judged by itself once, for all that is asked of it.</summary>
    public static ImmutableArray<Explanation> Why(Verdicts verdicts, IEnumerable<Row> rows, View view, int day)
    {
        var alone = (OneView)verdicts.Alone.GetOrAdd(view.Name, static (_, of) => new Lazy<object>(() => OneView.Of(of.verdicts, of.view)), (verdicts, view)).Value;
        lock (alone)
        {
            return [.. rows.Select(row => Why(verdicts, alone, row, view, day))];
        }
    }

    private static Explanation Why(Verdicts verdicts, OneView alone, Row row, View view, int day)
    {
        var explainer = new Explainer(verdicts, alone, row, day);
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
            [.. verdicts.BasisBy(row, view, day).Select(name => explainer.judging.Known.Find(name)!)],
            standing,
            conduct,
            since > day ? since : null,
            [.. explainer.judging.Known.Positions.Where(p => p.Target is OnReport on && reports.Any(r => r.Name == on.Report))],
            [.. explainer.judging.Known.Positions.Where(explainer.IsClaim)],
            [
                .. new[] { 1, 0 }.Select(back => verdicts.QuotaAt(row, view, day, back)).OfType<QuotaYear>()
                    .Select(year => (year, year.Uses.Select(use => Of(use.Report)).ToImmutableArray())),
            ],
            [.. verdicts.AboveAt(row, view, day).Select(use => (use, Of(use.Report)))]);

        Report Of(string name) => explainer.judging.Known.Find(name)!;
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

    /// <summary>First day on which the instance can have bound, or surely did; <see cref="int.MaxValue"/> for never.</summary>
    private int Start(Func<StandingSet, bool> binds)
    {
        var first = judging.Agreement.FirstDayOf(row.Clause);
        return row.Clause.Offer is null
            ? first
            : judging.Acts.Offer(instance).Where(o => binds(o.States)).Select(o => Math.Max(o.Day, first)).DefaultIfEmpty(int.MaxValue).First();
    }

    /// <summary>Whether a breach the condition asks for was under way the day before.</summary>
    private OnDay Breaches(ClauseBroken question, Bindings bindings)
    {
        var place = question.In is null ? null : bindings.PlaceOf(question.In);
        var rows = verdicts.Rows.Where(r => r.Clause.Id == question.ClauseId && (question.By is null || question.By.Name == r.Party.Name)
            && (place is null || place.Name == r.Instance?.Name)).ToList();
        return on =>
        {
            var sets = rows.Select(r => verdicts.ConductSets(r, on - 1)).OfType<ConductRun>().ToList();
            return (sets.Any(s => s.BrokenLo != ViewSets.None), sets.Any(s => s.BrokenHi != ViewSets.None));
        };
    }

    private Step Standing(Verdict verdict) => new(
        verdict.Standing == Language.Binding.Standing.CannotTell ? Sign.NotProved : Sign.Proved,
        new StandsAs(verdict.Standing),
        On(day),
        verdict.Standing switch
        {
            Language.Binding.Standing.CannotTell => Rule.LeftOpen,
            Language.Binding.Standing.Ended => Rule.ConditionMet,
            Language.Binding.Standing.VoidFromBirth => Rule.HeldAtTheStart,
            _ => Rule.TermAndActs,
        },
        verdict.Standing switch
        {
            Language.Binding.Standing.CannotTell => OpenStanding(),
            Language.Binding.Standing.Ended => [Term(), .. Slots(SlotWord.Until).SelectMany(Met), .. SlotReadings()],
            Language.Binding.Standing.VoidFromBirth =>
            [
                .. Slots(SlotWord.Until).Where(s => !s.Newly && Daily(s)(start - 1).Lo && Daily(s)(start).Lo)
                    .SelectMany(s => new[] { Holding(s, start - 1), Holding(s, start) }),
                .. SlotReadings(),
            ],
            _ => StandsBecause(verdict.Standing, day),
        });

    private ImmutableArray<Proof> OpenStanding() =>
    [
        .. Slots(SlotWord.Until).SelectMany(MayBeMet),
        .. SlotReadings(),
        .. ActLeaves(day),
        Term(),
    ];

    /// <summary>The <c>until</c> that was surely met before the day, on the first day by which it was.</summary>
    private IEnumerable<Proof> Met(ConditionSlot slot)
    {
        var daily = Daily(slot);
        var site = Site(slot);
        if (surelyFrom >= day)
        {
            yield break;
        }

        var first = Grounds.First(new DayRange(surelyFrom, day), on => daily(on).Lo && (!slot.Newly || !daily(on - 1).Hi));
        if (!slot.Newly && !Conditions.ReadsBreaches(slot.Condition))
        {
            var line = judging.Conditions.MetBy(slot.Condition, instance.Bindings, site, slot.Newly, surelyFrom, start);
            var by = Grounds.First(new DayRange(surelyFrom, Math.Min(first, day)), on => line.LoAt(on) != ViewSets.None);
            if (by < Math.Min(first, day))
            {
                var days = new DayRange(surelyFrom, by + 1);
                yield return new Step(
                    Sign.Proved,
                    new Holds(slot.Condition, ClauseSlot.Until),
                    On(by),
                    Rule.WhereverItFalls,
                    [.. grounds.WhereverItFalls(slot.Condition, site, days), .. grounds.Readings(slot.Condition, site, On(by))]);
                yield break;
            }
        }

        if (first < day)
        {
            yield return Holding(slot, first);
            if (slot.Newly)
            {
                yield return NotHolding(slot, first - 1);
            }
        }
    }

    /// <summary>The <c>until</c> that may have been met before the day, on the first day on which it may.</summary>
    private IEnumerable<Proof> MayBeMet(ConditionSlot slot)
    {
        var daily = Daily(slot);
        var first = start >= day ? int.MaxValue : Grounds.First(new DayRange(start, day), on => daily(on).Hi && (!slot.Newly || !daily(on - 1).Lo));
        if (first < day)
        {
            yield return new Step(
                Sign.NotRefuted,
                new Holds(slot.Condition, ClauseSlot.Until),
                On(first),
                Rule.OnFile,
                [.. grounds.MayHold(slot.Condition, Site(slot), first), .. grounds.Readings(slot.Condition, Site(slot), On(first))]);
        }
    }

    private IEnumerable<Proof> SlotReadings() => judging.Agreement.Disputes
        .Where(d => d.Target is OnSlot on && on.ClauseId == row.Clause.Id)
        .Select(d => (Proof)new ReadingLeaf(d, evidence.Chosen(d), On(day)));

    /// <summary>The term, the acts, and, where the standing hangs on it, that no <c>until</c> was met before.</summary>
    private ImmutableArray<Proof> StandsBecause(Standing standing, int on)
    {
        var before = standing switch
        {
            Language.Binding.Standing.InForce or Language.Binding.Standing.Suspended => on,
            Language.Binding.Standing.Withdrawn => Grounds.First(new DayRange(start, on), d => judging.Acts.Withdrawn(instance).LoAt(d) != ViewSets.None),
            Language.Binding.Standing.Expired => judging.Agreement.InForce.Before - 1,
            _ => int.MinValue,
        };
        return
        [
            Term(),
            .. ActLeaves(on),
            .. start >= before ? [] : Slots(SlotWord.Until).SelectMany(s => s.Newly
                ? grounds.NotSettingIn(s.Condition, Site(s), new DayRange(start, Math.Min(before, on)))
                : grounds.NotHolding(s.Condition, Site(s), new DayRange(start, Math.Min(before, on)))),
        ];
    }

    private IEnumerable<Proof> ActLeaves(int on) => judging.Known.Positions
        .Where(p => p.Attribution.By.Name == p.Holder.Name && Concerns(p) && judging.Agreement.Clock.DayOf(p.When.Earliest) < on)
        .OrderBy(p => p.When.Latest)
        .Select(p => new ActLeaf(p, On(judging.Agreement.Clock.DayOf(p.When.Latest))));

    private bool Concerns(Position position) => position.Target switch
    {
        OnAgreement => position.Holder.Name == row.Party.Name
            || (position.Verb == PositionVerb.Withdraws && judging.Agreement.Between.Any(party => party.Name == position.Holder.Name)),
        OnClause on when on.ClauseId == row.Clause.Id && (on.In is null || on.In.Name == row.Instance?.Name) =>
            position.Holder.Name == row.Party.Name || (row.Clause.Offer is { } offer
                && ((position.Holder.Name == offer.By.Name && (position.To.IsEmpty || position.To.Any(to => to.Name == row.Addressee!.Name)))
                    || position.Holder.Name == row.Addressee!.Name)),
        _ => false,
    };

    private TermLeaf Term() => new(
        row.Clause.From is { } from && from > judging.Agreement.InForce.From ? "the clause binds from its own date" : "the agreement is in force",
        new DayRange(judging.Agreement.FirstDayOf(row.Clause), judging.Agreement.InForce.Before));

    private Step Conduct(Verdict verdict)
    {
        (Rule Rule, ImmutableArray<Proof> Because) found = row.Clause.Duty switch
        {
            Restraint restraint => Restrained(restraint, verdict.Conduct),
            ShallDo => (Rule.ActsAndDeadlines, [.. SingleDuties()]),
            _ => (Rule.NothingAsked, [Term()]),
        };
        return new(
            SignOf(verdict.Conduct), new ConductIs(verdict.Conduct), On(day), found.Rule, found.Because);
    }

    /// <summary>By which rule a prohibition or a ceiling comes to its conduct, and why: what shows the contrary, or that there is none, then the slots on which it hangs.
    /// Under a ceiling the numbers show it.</summary>
    private (Rule Rule, ImmutableArray<Proof> Because) Restrained(Restraint duty, Conduct conduct)
    {
        var contrary = new SomeThingIs(duty.Noun, duty.State, row.Place!, row.Party, ClauseSlot.Have);
        var id = row.Clause.Id;
        var ceiling = duty as ShallHaveAtMost;
        Proof[] readings = [.. evidence.Readings(contrary, id, On(day)), .. ReadingsOfConditions()];
        IEnumerable<Proof> Shown(DayRange days) => ceiling is null ? evidence.Shown(contrary, id, days) : Counted(ceiling, days);
        switch (conduct)
        {
            case Language.Binding.Conduct.Broken:
                var since = BreachStart();
                return (Rule.BreachBegunWhileBound, [.. Shown(new DayRange(since, day + 1)), .. readings, Bound(since)]);
            case Language.Binding.Conduct.Kept when ceiling is null:
                return (Rule.NothingContrary, [evidence.Nothing(contrary, id, On(day)), .. WhileHolding(day)]);
            case Language.Binding.Conduct.Kept:
                return (Rule.NothingContrary, [.. Shown(On(day)), .. readings, .. WhileHolding(day)]);
            case Language.Binding.Conduct.Excused:
                return (
                    Rule.ContraryButExcused,
                    [.. Shown(On(day)), .. readings, .. WhileHolding(day), .. Slots(SlotWord.Unless).Where(s => Daily(s)(day).Lo).Select(s => Holding(s, day))]);
            case Language.Binding.Conduct.NotTriggered:
                return (
                    Rule.NothingAsked,
                    [
                        .. ceiling is null ? [] : Counted(ceiling, On(day)).Where(c => c.Because.Length > 0),
                        .. Slots(SlotWord.While).Where(s => !Daily(s)(day).Hi).Select(s => NotHolding(s, day)),
                        .. ReadingsOfConditions(),
                    ]);
            default:
                var possible = evidence.Possible(contrary, id, On(day));
                return (Rule.LeftOpen, ceiling is null
                    ? [.. possible, .. readings]
                    : [.. Shown(On(day)), .. Capped(ceiling), .. possible.OfType<ReportLeaf>().Where(l => !l.Doubts.IsEmpty), .. readings]);
        }
    }

    /// <summary>How each dispute on what lets the clause lapse, or excuses, is read.</summary>
    private IEnumerable<Proof> ReadingsOfConditions() => judging.Agreement.WordingsOf(row.Clause)
        .Where(slot => slot.Dispute is not null && slot.Readings.Any(reading => reading?.Word is SlotWord.While or SlotWord.Unless))
        .Select(slot => (Proof)new ReadingLeaf(slot.Dispute!, evidence.Chosen(slot.Dispute!), On(day)));

    /// <summary>The reports of more than a total of the same things allows.</summary>
    private IEnumerable<ReportLeaf> Capped(ShallHaveAtMost ceiling) => judging.Counts.On(CountQuestion.Of(ceiling, row.Place!, row.Party), 0, day).Capped
        .GroupBy(each => each.Fact.Report.Name)
        .Select(each => evidence.Leaf(each.First().Fact, On(day), [.. each.Select(one => new Doubt(
            $"by the total {one.By.Report.Name} there were no more than {Prose.Figure(one.By.Content.Amount.High!.Value)}", null))]));

    /// <summary>How many there are on the days of a range, one step for each stretch on which the same reports show it.</summary>
    private ImmutableArray<Step> Counted(ShallHaveAtMost ceiling, DayRange days)
    {
        var question = CountQuestion.Of(ceiling, row.Place!, row.Party);
        var steps = ImmutableArray.CreateBuilder<Step>();
        for (var first = days.From; first < days.Before;)
        {
            var before = judging.Counts.Turns(question).Where(d => d > first).Append(days.Before).Min();
            var range = new DayRange(first, Math.Min(before, days.Before));
            var found = judging.Counts.On(question, 0, first);
            var numbers = new Numbers(ceiling.Number, found.IsConflict ? found.Told : found.Least, found.Most, Contradicts: found.Contradicts);
            steps.Add(new Step(
                found.IsMoreThan(ceiling.Number) ? Sign.Proved : found.IsAtMost(ceiling.Number) ? Sign.Refuted : Sign.NotProved,
                new MoreThan(ceiling.Noun, ceiling.State, row.Place!, row.Party, numbers),
                range,
                Rule.Counted,
                [.. found.LeastBy.Select(part => part.Fact).Concat(found.MostBy).DistinctBy(f => f.Report.Name).Select(f => evidence.Leaf(f, range, []))]));
            first = range.Before;
        }

        return steps.ToImmutable();
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

    /// <summary>That the clause bound on a day: in force, with its <c>while</c> holding and its <c>unless</c> not.</summary>
    private Step Bound(int on) => new(
        Sign.Proved,
        new Binds(),
        On(on),
        Rule.TermAndActs,
        [.. StandsBecause(Language.Binding.Standing.InForce, on), .. WhileHolding(on), .. Slots(SlotWord.Unless).Select(s => NotHolding(s, on))]);

    private IEnumerable<Step> WhileHolding(int on) => Slots(SlotWord.While).Select(s => Holding(s, on));

    /// <summary>Each duty by itself; where there is none, what is on file of the act and its trigger.</summary>
    private IEnumerable<Proof> SingleDuties()
    {
        var owed = verdicts.OwedAt(row, verdicts.Views[0], day);
        return owed.IsEmpty ? ActReports() : owed.Select(one => new Step(
            SignOf(one.Conduct),
            new DutyIs(one),
            On(day),
            Rule.OneDuty,
            [.. new[] { one.Trigger }.OfType<string>().Concat(one.Acts.Select(act => act.Report)).Concat(one.NotReceived).Distinct().Select(Named)]));
    }

    private static Sign SignOf(Conduct conduct) => conduct == Language.Binding.Conduct.CannotTell ? Sign.NotProved : Sign.Proved;

    private IEnumerable<Proof> ActReports()
    {
        var act = ((ShallDo)row.Clause.Duty).Act;
        return judging.Known.Reports
            .Where(r => r.Content is EventReport e && (e.Event.Name == act.Event.Name || e.Event.Name == row.Clause.When?.Event.Name)
                && judging.Agreement.Clock.DayOf(e.When.Earliest) <= day)
            .Select(r => Leaf(r, (EventReport)r.Content));
    }

    private ReportLeaf Named(string name)
    {
        var report = judging.Known.Find(name)!;
        return Leaf(report, judging.Facts.EachEvent.First(e => e.Report.Name == name).Content);
    }

    private ReportLeaf Leaf(Report report, EventReport content) =>
        new(report, Digests.Of(report), On(judging.Agreement.Clock.DayOf(content.When.Latest)), []);

    private OnDay Daily(ConditionSlot slot) => grounds.Daily(slot.Condition, Site(slot));

    private Step Holding(ConditionSlot slot, int on) => new(
        Sign.Proved,
        new Holds(slot.Condition, Site(slot).Slot),
        On(on),
        Rule.OnFile,
        [.. grounds.Holding(slot.Condition, Site(slot), On(on)), .. grounds.Readings(slot.Condition, Site(slot), On(on))]);

    private Step NotHolding(ConditionSlot slot, int on) => new(
        Sign.Refuted, new Holds(slot.Condition, Site(slot).Slot), On(on), Rule.Parts, [.. grounds.NotHolding(slot.Condition, Site(slot), On(on))]);

    /// <summary>The clause's slots of a word, as the view reads them; all readings where it leaves them open.</summary>
    private IEnumerable<ConditionSlot> Slots(SlotWord word)
    {
        foreach (var (dispute, readings) in judging.Agreement.WordingsOf(row.Clause))
        {
            var chosen = dispute is null ? null : evidence.Chosen(dispute);
            foreach (var reading in readings.Where((r, i) => r?.Word == word && (chosen is null || dispute!.Readings[i].Name == chosen.Name)))
            {
                yield return reading!;
            }
        }
    }

    private UseSite Site(ConditionSlot slot) => new(row.Clause.Id, slot.Word switch
    {
        SlotWord.While => ClauseSlot.While,
        SlotWord.Until => ClauseSlot.Until,
        _ => ClauseSlot.Unless,
    });

    /// <summary>A view judged by itself, which every explanation in it asks again.</summary>
    private sealed record OneView(Judging Judging, Verdicts Verdicts, Evidence Evidence)
    {
        public static OneView Of(Verdicts asked, View view)
        {
            var tried = asked.Trial.Of(view, asked.Known.Record.Positions);
            var judging = new Judging(asked.Known, [tried]);
            return new(judging, Evaluator.Run(asked.Known, asked.Trial, [tried]), new Evidence(judging));
        }
    }
}
