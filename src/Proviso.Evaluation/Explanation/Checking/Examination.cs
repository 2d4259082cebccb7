using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation.Checking;

/// <summary>The check of one explanation, step by step.</summary>
internal sealed class Examination
{
    private readonly Reader reader;
    private readonly Course course;
    private readonly int index;
    private readonly Explanation told;
    private readonly Leaves leaves;
    private readonly List<Objection> objections = [];
    private readonly List<Objection> notChecked = [];
    private readonly Stack<string> path = new();

    public Examination(Reader reader, Course course, int index, Explanation told)
    {
        (this.reader, this.course, this.index, this.told) = (reader, course, index, told);
        leaves = new(reader, course, Object);
    }

    private int Day => told.Day;

    private DayRange Today => new(Day, Day + 1);

    private bool IsRestraint => course.Meant.Clause.Duty is Restraint;

    private ShallHaveAtMost? Ceiling => course.Meant.Clause.Duty as ShallHaveAtMost;

    public CheckResult Check()
    {
        if (Opened(told.Standing, "standing", new StandsAs(told.Verdict.Standing), told.Verdict.Standing == Standing.CannotTell) is { } standing)
        {
            CheckStanding(standing);
            path.Pop();
        }

        if (Opened(told.Conduct, "conduct", new ConductIs(told.Verdict.Conduct), told.Verdict.Conduct == Conduct.CannotTell) is { } conduct)
        {
            CheckConduct(conduct);
            path.Pop();
        }

        CheckNotes();
        return new([.. objections], [.. notChecked]);
    }

    private void Object(string where, int? day, string reason) => objections.Add(new(string.Join(", ", path.Reverse().Append(where).Where(w => w.Length > 0)), day, reason));

    private void Object(string reason, int? day = null) => Object("", day, reason);

    /// <summary>The outermost step of a side, if it is a step about the verdict claimed.</summary>
    private Step? Opened(Proof proof, string side, Question claimed, bool isOpen)
    {
        path.Push(side);
        if (proof is not Step step || step.Question != claimed || step.Days != Today || step.Sign != (isOpen ? Sign.NotProved : Sign.Proved))
        {
            Object("it does not conclude the verdict claimed, on the day asked about");
            path.Pop();
            return null;
        }

        path.Pop();
        path.Push($"{side}, {step.Rule}");
        return step;
    }

    private void CheckStanding(Step step)
    {
        var (standing, possible) = Reader.StandingOf(course, Day);
        if (standing != told.Verdict.Standing || possible != told.Verdict.Possible)
        {
            Object($"it stands otherwise: {standing}", Day);
        }

        switch (step.Rule, told.Verdict.Standing)
        {
            case (Rule.LeftOpen, Standing.CannotTell):
                CheckOpenStanding(step);
                break;
            case (Rule.ConditionMet, Standing.Ended):
                CheckEnded(step);
                break;
            case (Rule.HeldAtTheStart, Standing.VoidFromBirth):
                CheckVoid(step);
                break;
            case (Rule.TermAndActs, not (Standing.CannotTell or Standing.Ended or Standing.VoidFromBirth)):
                CheckTermAndActs(step, told.Verdict.Standing, Day);
                break;
            default:
                Object("no verdict of that kind follows by this rule");
                break;
        }
    }

    private void CheckEnded(Step step)
    {
        CheckOnly(step, p => p is TermLeaf or ReadingLeaf or Step { Question: Holds { Slot: ClauseSlot.Until } });
        CheckTerm(step);
        CheckReadingsOfSlots(step);
        var steps = HoldsSteps(step);
        var ends = course.Slots.Select(slot => slot.Readings.Select(r => r.Word == SlotWord.Until ? MetOn(r, steps) : int.MaxValue).Max()).Append(int.MaxValue).Min();
        if (ends >= Day)
        {
            Object("no condition that ends the clause is shown to have been met before, under every reading left open", Day);
        }
    }

    /// <summary>The day by which steps show a wording of <c>until</c> met since the clause surely bound; none: <see cref="int.MaxValue"/>.</summary>
    private int MetOn(ConditionSlot slot, List<Step> steps)
    {
        var met = steps.Where(s => IsOn(s, slot, Sign.Proved) && s.Days.From >= course.SurelyFrom).Select(s => s.Days.From).Append(int.MaxValue).Min();
        return met == int.MaxValue || !slot.Newly || steps.Any(s => IsOn(s, slot, Sign.Refuted) && s.Days == new DayRange(met - 1, met)) ? met : int.MaxValue;
    }

    private void CheckVoid(Step step)
    {
        CheckOnly(step, p => p is ReadingLeaf or Step { Question: Holds { Slot: ClauseSlot.Until } });
        CheckReadingsOfSlots(step);
        var steps = HoldsSteps(step);
        var start = course.SurelyFrom;
        bool Held(ConditionSlot slot, int day) => steps.Any(s => IsOn(s, slot, Sign.Proved) && s.Rule == Rule.OnFile && s.Days.From == day);
        if (!course.Slots.Any(slot => slot.Readings.All(r => r is { Word: SlotWord.Until, Newly: false } && Held(r, start - 1) && Held(r, start))))
        {
            Object("it is not shown to have held both on the day before the first and on the first", start);
        }
    }

    private void CheckOpenStanding(Step step)
    {
        CheckOnly(step, p => p is TermLeaf or ReadingLeaf or ActLeaf or Step { Question: Holds { Slot: ClauseSlot.Until } });
        CheckTerm(step);
        CheckActs(step, Day);
        CheckReadingsOfSlots(step);
        var steps = HoldsSteps(step);
        foreach (var slot in course.Slots.SelectMany(s => s.Readings).Where(r => r.Word == SlotWord.Until))
        {
            var first = course.FirstOpen(slot, Day);
            if (first < Day && !steps.Any(s => IsOn(s, slot, Sign.NotRefuted) && s.Days.From == first))
            {
                Object("it is not shown how the condition that ends the clause may have been met", first);
            }
        }
    }

    /// <summary>A standing by the term and the acts, while no <c>until</c> was met as far as that matters.</summary>
    private void CheckTermAndActs(Step step, Standing standing, int on)
    {
        CheckOnly(step, p => p is TermLeaf or ActLeaf or ReportLeaf or AbsentLeaf or Step { Rule: Rule.AnotherClause }
            || (step.Question is Binds && p is Step { Question: Holds { Slot: ClauseSlot.While or ClauseSlot.Unless } }));
        CheckTerm(step);
        CheckActs(step, on);
        var untils = course.Slots.SelectMany(s => s.Readings).Where(r => r.Word == SlotWord.Until).ToList();
        var shown = CheckLeaves(step, untils.SelectMany(r => Questions(r.Condition, course.Site(r))), whereverItFalls: false);
        if (!course.At(on).Of(standing).Lo)
        {
            Object("by its term and the acts on file it does not stand so", on);
        }

        var before = standing switch
        {
            Standing.InForce or Standing.Suspended => on,
            Standing.Withdrawn => Enumerable.Range(course.Base, Math.Max(0, on - course.Base)).FirstOrDefault(d => course.Acts.Withdrawn(d).Hi, on),
            Standing.Expired => Math.Min(on, reader.Page.Agreement.InForce.Before - 1),
            _ => int.MinValue,
        };
        if (standing == Standing.Withdrawn && !course.Acts.Withdrawn(on).Lo)
        {
            return;
        }

        foreach (var slot in untils)
        {
            for (var day = course.PossiblyFrom; day < before; day++)
            {
                if (NotMet(shown, slot, day).Hi)
                {
                    Object("it is not shown that the condition that would end the clause was not met", day);
                    break;
                }
            }
        }
    }

    private Truth NotMet(Shown shown, ConditionSlot slot, int day)
    {
        var today = shown.Of(slot.Condition, course.Site(slot), day);
        return slot.Newly && today.Hi ? today & !shown.Of(slot.Condition, course.Site(slot), day - 1) : today;
    }

    private void CheckConduct(Step step)
    {
        var conduct = Reader.ConductOf(course, index, Day);
        if (conduct is null)
        {
            CheckOnly(step, p => p is ReportLeaf or Step { Rule: Rule.OneDuty });
            foreach (var one in step.Because.OfType<Step>())
            {
                CheckOnly(one, p => p is ReportLeaf);
            }

            notChecked.Add(new($"conduct, {step.Rule}", Day, "duties to act by a deadline are not read by the checker"));
            return;
        }

        if (conduct != told.Verdict.Conduct)
        {
            Object($"the conduct is another: {conduct}", Day);
        }

        if (told.Verdict.NotBroken != (conduct == Conduct.CannotTell && !course.At(Day).Rows[index].Broken.Hi))
        {
            Object(told.Verdict.NotBroken ? "it may be broken" : "that it is not broken is left out", Day);
        }

        switch (step.Rule, told.Verdict.Conduct)
        {
            case (Rule.BreachBegunWhileBound, Conduct.Broken) when IsRestraint:
                CheckBroken(step);
                break;
            case (Rule.NothingContrary, Conduct.Kept) when Ceiling is not null:
                CheckOnly(step, p => p is ReadingLeaf or Step { Question: MoreThan } or Step { Question: Holds { Slot: ClauseSlot.While } });
                CheckCounted(step, Today, Sign.Refuted);
                CheckSlots(HoldsSteps(step), SlotWord.While, Sign.Proved, Day);
                break;
            case (Rule.NothingContrary, Conduct.Kept) when IsRestraint:
                CheckOnly(step, p => p is AbsentLeaf or Step { Question: Holds { Slot: ClauseSlot.While } });
                var shown = CheckLeaves(step, ContraryAsked(), whereverItFalls: false);
                if (!shown.SaysNothing(course.Contrary(index), Day))
                {
                    Object("it is not shown that nothing contrary is on file", Day);
                }

                CheckSlots(HoldsSteps(step), SlotWord.While, Sign.Proved, Day);
                break;
            case (Rule.ContraryButExcused, Conduct.Excused) when IsRestraint:
                CheckOnly(step, p => p is ReportLeaf or ReadingLeaf or Step { Question: MoreThan } or Step { Question: Holds { Slot: ClauseSlot.While or ClauseSlot.Unless } });
                CheckContrary(step, Today);
                var steps = HoldsSteps(step);
                CheckSlots(steps, SlotWord.While, Sign.Proved, Day);
                CheckExcuse(steps);
                break;
            case (Rule.NothingAsked, Conduct.NotTriggered):
                CheckNothingAsked(step);
                break;
            case (Rule.LeftOpen, Conduct.CannotTell) when IsRestraint:
                CheckOpenConduct(step);
                break;
            default:
                Object("no verdict of that kind follows by this rule");
                break;
        }
    }

    private void CheckBroken(Step step)
    {
        CheckOnly(step, p => p is ReportLeaf or ReadingLeaf or Step { Question: MoreThan or Binds });
        if (step.Because.OfType<Step>().Where(s => s.Question is not MoreThan).ToList() is not [{ Question: Binds, Sign: Sign.Proved, Rule: Rule.TermAndActs } bound] || bound.Days.Before - bound.Days.From != 1
            || bound.Days.From > Day)
        {
            Object("it is not shown on which day the breach began while the clause bound");
            return;
        }

        var since = bound.Days.From;
        CheckContrary(step, new DayRange(since, Day + 1));
        path.Push("bound");
        CheckTermAndActs(bound, Standing.InForce, since);
        var steps = HoldsSteps(bound);
        CheckSlots(steps, SlotWord.While, Sign.Proved, since);
        CheckSlots(steps, SlotWord.Unless, Sign.Refuted, since);
        if (course.At(since).Rows[index].Relief.Hi)
        {
            Object("it may have been excused, or a right may have gone before", since);
        }

        path.Pop();
    }

    private void CheckExcuse(List<Step> steps)
    {
        var inForce = course.At(Day).Of(Standing.InForce);
        var unless = course.Slots.Any(s => s.Readings.All(r => r.Word == SlotWord.Unless && steps.Any(st => IsOn(st, r, Sign.Proved) && st.Days == Today)));
        if (inForce.Hi && !unless && !course.PermittedOn(index, Day).Lo)
        {
            Object("it is not shown what excuses it", Day);
        }
    }

    private void CheckNothingAsked(Step step)
    {
        CheckOnly(step, p => p is TermLeaf or Step { Question: Holds { Slot: ClauseSlot.While } } || (Ceiling is not null && p is Step { Question: MoreThan }));
        step.Because.OfType<Step>().Where(s => s.Question is MoreThan).ToList().ForEach(CheckCounted);
        foreach (var term in step.Because.OfType<TermLeaf>())
        {
            leaves.Check(term);
        }

        var steps = HoldsSteps(step);
        if (!IsRestraint)
        {
            CheckTerm(step);
        }
        else if (course.At(Day).Of(Standing.InForce).Hi
            && !course.Slots.Any(s => s.Readings.All(r => r.Word == SlotWord.While && steps.Any(st => IsOn(st, r, Sign.Refuted) && st.Days == Today))))
        {
            Object("it is not shown that the clause asks nothing", Day);
        }
    }

    private void CheckOpenConduct(Step step)
    {
        CheckOnly(step, p => p is ReportLeaf or ReadingLeaf || (Ceiling is not null && p is Step { Question: MoreThan }));
        var shown = CheckLeaves(step, ContraryAsked(), whereverItFalls: false);
        CheckReadings(step, ContraryAsked());
        if (Ceiling is not null)
        {
            CheckCounted(step, Today, course.At(Day).Rows[index].Contrary switch { { Lo: true } => Sign.Proved, { Hi: false } => Sign.Refuted, _ => Sign.NotProved });
            return;
        }

        if (course.At(Day).Rows[index].Contrary.Hi && !reader.Lots.Some(course.Contrary(index), course.ContrarySite with { Cited = shown.Cited }, Day).Hi)
        {
            Object("it is not shown what could be contrary", Day);
        }
    }

    private (Question Question, Asked Asked)[] ContraryAsked() => [(course.Contrary(index), course.ContrarySite)];

    /// <summary>By the reports cited alone, the contrary state surely holds on every day.</summary>
    private void CheckContrary(Step step, DayRange days)
    {
        if (Ceiling is not null)
        {
            CheckReadings(step, ContraryAsked());
            CheckCounted(step, days, Sign.Proved);
            return;
        }

        var shown = CheckLeaves(step, ContraryAsked(), whereverItFalls: false);
        CheckReadings(step, ContraryAsked());
        if (step.Because.OfType<ReportLeaf>().FirstOrDefault(l => !l.Doubts.IsEmpty) is { } doubted)
        {
            Object($"report {doubted.Report.Name}", null, "what is in doubt shows nothing");
        }

        for (var day = days.From; day < days.Before; day++)
        {
            if (!reader.Lots.Some(course.Contrary(index), course.ContrarySite with { Cited = shown.Cited }, day).Lo)
            {
                Object("the reports cited do not show it", day);
                return;
            }
        }
    }

    /// <summary>Steps that count show it on every day of the range.</summary>
    private void CheckCounted(Step step, DayRange days, Sign sign)
    {
        var counted = step.Because.OfType<Step>().Where(s => s.Question is MoreThan).ToList();
        counted.ForEach(CheckCounted);
        for (var day = days.From; day < days.Before; day++)
        {
            if (!counted.Exists(s => s.Sign == sign && s.Days.Contains(day)))
            {
                Object("it is not counted how many there are", day);
                return;
            }
        }
    }

    /// <summary>The numbers are those of all reports, and the reports cited show them by themselves.</summary>
    private void CheckCounted(Step step)
    {
        path.Push($"more than, {step.Rule}");
        var asked = course.Contrary(index);
        var question = (MoreThan)step.Question;
        if (step.Rule != Rule.Counted || question.Noun != asked.Noun || question.State.Name != asked.State.Name || question.Place.Name != asked.Place.Name
            || question.Holder.Name != asked.Holder!.Name || question.Numbers.Limit != Ceiling!.Number)
        {
            Object("the clause does not ask this");
        }

        CheckOnly(step, p => p is ReportLeaf { Doubts.IsEmpty: true });
        foreach (var leaf in step.Because.OfType<ReportLeaf>())
        {
            leaves.CheckCited(leaf);
        }

        var cited = step.Because.OfType<ReportLeaf>().Select(l => l.Report.Name).ToHashSet(StringComparer.Ordinal);
        for (var day = step.Days.From; day < step.Days.Before; day++)
        {
            var all = reader.Tally.Of(asked, day);
            var shown = reader.Tally.Of(asked, day, cited.Contains);
            var least = all.IsConflict ? all.Told : all.Least;
            var more = all.MoreThan(Ceiling!.Number);
            if (question.Numbers.Least != least || question.Numbers.Most != all.Most
                || step.Sign != (more.Lo ? Sign.Proved : more.Hi ? Sign.NotProved : Sign.Refuted))
            {
                Object("the reports on file show another number", day);
                break;
            }

            if ((all.IsConflict ? shown.Told : shown.Least) < least || (shown.Most ?? long.MaxValue) > (all.Most ?? long.MaxValue))
            {
                Object("the reports cited do not show the numbers", day);
                break;
            }
        }

        path.Pop();
    }

    /// <summary>Every wording of the slot is shown to hold (or not to) on the day.</summary>
    private void CheckSlots(List<Step> steps, SlotWord word, Sign sign, int day)
    {
        foreach (var slot in course.Slots.SelectMany(s => s.Readings).Where(r => r.Word == word))
        {
            if (!steps.Any(s => IsOn(s, slot, sign) && s.Days == new DayRange(day, day + 1)))
            {
                Object($"it is not shown that the {word.ToString().ToLowerInvariant()} {(sign == Sign.Proved ? "holds" : "does not hold")}", day);
            }
        }
    }

    private bool IsOn(Step step, ConditionSlot slot, Sign sign) =>
        step.Sign == sign && step.Question is Holds holds && holds.Condition == slot.Condition && holds.Slot == course.Site(slot).Slot;

    /// <summary>Checks the steps on conditions below a step; each follows from its own parts.</summary>
    private List<Step> HoldsSteps(Step step)
    {
        var steps = step.Because.OfType<Step>().Where(s => s is { Question: Holds, Rule: not Rule.AnotherClause }).ToList();
        steps.ForEach(CheckHolds);
        return steps;
    }

    private void CheckHolds(Step step)
    {
        var holds = (Holds)step.Question;
        path.Push($"{holds.Slot.ToString().ToLowerInvariant()}, {step.Rule}");
        var slot = course.Slots.SelectMany(s => s.Readings).FirstOrDefault(r => r.Condition == holds.Condition && course.Site(r).Slot == holds.Slot);
        if (slot is null)
        {
            Object("the clause has no such condition, as the view reads it");
        }
        else if (step.Days.Before - step.Days.From != 1)
        {
            Object("a condition is judged on one day");
        }
        else
        {
            CheckHolds(step, slot, step.Days.From);
        }

        path.Pop();
    }

    private void CheckHolds(Step step, ConditionSlot slot, int day)
    {
        CheckOnly(step, p => p is ReportLeaf or AbsentLeaf or ReadingLeaf or Step { Rule: Rule.AnotherClause });
        var asked = course.Site(slot);
        var questions = Questions(slot.Condition, asked).ToList();
        var shown = CheckLeaves(step, questions, step.Rule == Rule.WhereverItFalls);
        if (step.Sign != Sign.Refuted)
        {
            CheckReadings(step, questions);
        }

        var follows = (step.Sign, step.Rule) switch
        {
            (Sign.Proved, Rule.OnFile) => shown.Of(slot.Condition, asked, day).Lo,
            (Sign.Proved, Rule.WhereverItFalls) => slot is { Word: SlotWord.Until, Newly: false } && !Circumstances.AsksForBreach(slot.Condition)
                && course.SurelyFrom <= day && shown.IsMetBy(slot.Condition, asked, course.SurelyFrom, day),
            (Sign.Refuted, Rule.Parts) => !shown.Of(slot.Condition, asked, day).Hi,
            (Sign.NotRefuted, Rule.OnFile) => reader.Circumstances.Holds(slot.Condition, course.Meant, asked, day).Hi && shown.CouldHold(slot.Condition, asked, day),
            _ => false,
        };
        if (!follows)
        {
            Object("this does not follow from what is cited", day);
        }
    }

    /// <summary>The questions in a condition that leaves can speak to.</summary>
    private IEnumerable<(Question Question, Asked Asked)> Questions(Condition condition, Asked asked) => condition switch
    {
        NounIs noun => [(reader.Circumstances.Question(noun, course.Meant, asked.Slot), asked)],
        Happens => [(new Holds(condition, asked.Slot), asked)],
        NotCondition not => Questions(not.Part, asked),
        AllConditions all => all.Parts.SelectMany(p => Questions(p, asked)),
        AnyCondition any => any.Parts.SelectMany(p => Questions(p, asked)),
        _ => [],
    };

    private Shown CheckLeaves(Step step, IEnumerable<(Question Question, Asked Asked)> under, bool whereverItFalls)
    {
        var questions = under.ToList();
        foreach (var part in step.Because)
        {
            switch (part)
            {
                case ReportLeaf leaf:
                    leaves.Check(leaf, questions, whereverItFalls);
                    break;
                case AbsentLeaf leaf:
                    leaves.Check(leaf, questions);
                    break;
                case ReadingLeaf leaf:
                    leaves.Check(leaf, step.Days);
                    break;
                case Step { Rule: Rule.AnotherClause } breach:
                    CheckBreach(breach);
                    break;
            }
        }

        return new(reader, course.Meant, step.Because);
    }

    /// <summary>What a step says of another clause's breach is read from that clause itself.</summary>
    private void CheckBreach(Step step)
    {
        if (step is not { Question: Holds { Condition: ClauseBroken broken }, Because.IsEmpty: true })
        {
            Object("it does not ask for another clause's breach");
            return;
        }

        for (var day = step.Days.From; day < step.Days.Before; day++)
        {
            var found = reader.Circumstances.Holds(broken, course.Meant, new(course.Meant.Clause.Id, ((Holds)step.Question).Slot), day);
            if (step.Sign switch { Sign.Proved => !found.Lo, Sign.Refuted => found.Hi, Sign.NotProved => found.Lo, _ => !found.Hi })
            {
                Object($"clause {broken.ClauseId}", day, "its breach is otherwise");
                return;
            }
        }
    }

    private void CheckReadings(Step step, IEnumerable<(Question Question, Asked Asked)> questions)
    {
        foreach (var dispute in questions.SelectMany(q => q.Question is SomeThingIs some ? leaves.Disputes(some, q.Asked) : []).DistinctBy(d => d.Name))
        {
            if (!step.Because.OfType<ReadingLeaf>().Any(l => l.Dispute.Name == dispute.Name))
            {
                Object($"it does not say how {dispute.Name} is read");
            }
        }
    }

    private void CheckReadingsOfSlots(Step step)
    {
        foreach (var leaf in step.Because.OfType<ReadingLeaf>())
        {
            leaves.Check(leaf, step.Days);
        }

        foreach (var dispute in course.Slots.Select(s => s.Dispute).OfType<Dispute>().Where(d => step.Because.OfType<ReadingLeaf>().All(l => l.Dispute.Name != d.Name)))
        {
            Object($"it does not say how {dispute.Name} is read");
        }
    }

    private void CheckTerm(Step step)
    {
        var terms = step.Because.OfType<TermLeaf>().ToList();
        terms.ForEach(leaves.Check);
        if (terms.Count != 1)
        {
            Object("it does not state the term once");
        }
    }

    /// <summary>All acts with legal effect that can have taken effect by the day are named.</summary>
    private void CheckActs(Step step, int on)
    {
        var named = step.Because.OfType<ActLeaf>().ToList();
        named.ForEach(leaf => leaves.Check(leaf, on));
        foreach (var act in course.Acts.By(on).Where(p => named.All(l => l.Position != p)))
        {
            Object($"it leaves out that {act.Holder.Name} {act.Verb.ToString().ToLowerInvariant()}", reader.Page.DayOf(act.When.Latest));
        }
    }

    private void CheckOnly(Step step, Func<Proof, bool> mayStandHere)
    {
        foreach (var part in step.Because.Where(p => !mayStandHere(p)))
        {
            Object($"a {part.GetType().Name} has no place in this step", part.Days.From);
        }
    }

    private void CheckNotes()
    {
        path.Clear();
        var page = reader.Page;
        var reports = Reports(told.Standing).Concat(Reports(told.Conduct)).DistinctBy(r => r.Name).ToList();
        var since = reports.Count == 0 ? int.MinValue : reports.Max(r => r.Attribution.Said.Last);
        if (told.KnownSince != (since > Day ? since : null))
        {
            Object("known since", told.KnownSince, "the reports cited were public by another day");
        }

        var contests = page.Positions.Where(p => p.Target is OnReport on && reports.Any(r => r.Name == on.Report));
        if (!told.Contests.SequenceEqual(contests))
        {
            Object("contests", null, "these are not the positions on the reports cited");
        }

        var claims = page.Positions.Where(p => !Page.IsOwn(p) && p.Target is OnClause on && on.ClauseId == course.Meant.Clause.Id
            && (p.Holder.Name == course.Meant.Addressee?.Name || p.Holder.Name == course.Meant.Party.Name));
        if (!told.Claims.SequenceEqual(claims))
        {
            Object("claims", null, "these are not others' words about the stance of the party or the addressee");
        }

        CheckBasis();
    }

    private void CheckBasis()
    {
        var rests = told.Verdict.Conduct is Conduct.Kept or Conduct.Broken or Conduct.Excused or Conduct.CuredLate;
        if (course.Meant.Clause.Duty is ShallNotHave && told.Verdict.Conduct == Conduct.Kept)
        {
            notChecked.Add(new("basis", Day, "what a kept prohibition leans on is not read by the checker"));
        }
        else if (told.Basis != (rests ? Basis.Reported : null))
        {
            Object("basis", Day, "it leans on something else");
        }
    }

    private static IEnumerable<Report> Reports(Proof proof) => proof switch
    {
        ReportLeaf leaf => [leaf.Report],
        Step step => step.Because.SelectMany(Reports),
        _ => [],
    };
}
