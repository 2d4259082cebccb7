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
    private readonly PartsOfSteps parts;
    private readonly Objections objections = new();
    private readonly List<Objection> notChecked = [];

    public Examination(Reader reader, Course course, int index, Explanation told)
    {
        (this.reader, this.course, this.index, this.told) = (reader, course, index, told);
        leaves = new(reader, course, objections);
        parts = new(reader, course, leaves, objections);
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
            objections.Leave();
        }

        if (Opened(told.Conduct, "conduct", new ConductIs(told.Verdict.Conduct), told.Verdict.Conduct == Conduct.CannotTell) is { } conduct)
        {
            CheckConduct(conduct);
            objections.Leave();
        }

        CheckNotes();
        return new(objections.All, [.. notChecked]);
    }

    /// <summary>The outermost step of a side, if it is a step about the verdict claimed.</summary>
    private Step? Opened(Proof proof, string side, Question claimed, bool isOpen)
    {
        objections.Enter(side);
        if (proof is not Step step || step.Question != claimed || step.Days != Today || step.Sign != (isOpen ? Sign.NotProved : Sign.Proved))
        {
            objections.Raise("it does not conclude the verdict claimed, on the day asked about");
            objections.Leave();
            return null;
        }

        objections.Leave();
        objections.Enter($"{side}, {step.Rule}");
        return step;
    }

    private void CheckStanding(Step step)
    {
        var (standing, possible) = Reader.StandingOf(course, Day);
        if (standing != told.Verdict.Standing || possible != told.Verdict.Possible)
        {
            objections.Raise($"it stands otherwise: {standing}", Day);
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
                parts.CheckTermAndActs(step, told.Verdict.Standing, Day);
                break;
            default:
                objections.Raise("no verdict of that kind follows by this rule");
                break;
        }
    }

    private void CheckEnded(Step step)
    {
        parts.CheckOnly(step, p => p is TermLeaf or ReadingLeaf or Step { Question: Holds { Slot: ClauseSlot.Until } });
        parts.CheckTerm(step);
        parts.CheckReadingsOfSlots(step);
        var steps = parts.HoldsSteps(step);
        var ends = course.Slots.Select(slot => slot.Readings.Select(r => r?.Word == SlotWord.Until ? MetOn(r, steps) : int.MaxValue).Max()).Append(int.MaxValue).Min();
        if (ends >= Day)
        {
            objections.Raise("no condition that ends the clause is shown to have been met before, under every reading left open", Day);
        }
    }

    /// <summary>The day by which steps show a wording of <c>until</c> met since the clause surely bound; none: <see cref="int.MaxValue"/>.</summary>
    private int MetOn(ConditionSlot slot, List<Step> steps)
    {
        var met = steps.Where(s => parts.IsOn(s, slot, Sign.Proved) && s.Days.From >= course.SurelyFrom).Select(s => s.Days.From).Append(int.MaxValue).Min();
        return met == int.MaxValue || !slot.Newly || steps.Any(s => parts.IsOn(s, slot, Sign.Refuted) && s.Days == new DayRange(met - 1, met)) ? met : int.MaxValue;
    }

    private void CheckVoid(Step step)
    {
        parts.CheckOnly(step, p => p is ReadingLeaf or Step { Question: Holds { Slot: ClauseSlot.Until } });
        parts.CheckReadingsOfSlots(step);
        var steps = parts.HoldsSteps(step);
        var start = course.SurelyFrom;
        bool Held(ConditionSlot slot, int day) => steps.Any(s => parts.IsOn(s, slot, Sign.Proved) && s.Rule == Rule.OnFile && s.Days.From == day);
        if (!course.Slots.Any(slot => slot.Readings.All(r => r is { Word: SlotWord.Until, Newly: false } && Held(r, start - 1) && Held(r, start))))
        {
            objections.Raise("it is not shown to have held both on the day before the first and on the first", start);
        }
    }

    private void CheckOpenStanding(Step step)
    {
        parts.CheckOnly(step, p => p is TermLeaf or ReadingLeaf or ActLeaf or Step { Question: Holds { Slot: ClauseSlot.Until } });
        parts.CheckTerm(step);
        parts.CheckActs(step, Day);
        parts.CheckReadingsOfSlots(step);
        var steps = parts.HoldsSteps(step);
        foreach (var slot in course.With(SlotWord.Until))
        {
            var first = course.FirstOpen(slot, Day);
            if (first < Day && !steps.Any(s => parts.IsOn(s, slot, Sign.NotRefuted) && s.Days.From == first))
            {
                objections.Raise("it is not shown how the condition that ends the clause may have been met", first);
            }
        }
    }

    private void CheckConduct(Step step)
    {
        var conduct = Reader.ConductOf(course, index, Day);
        if (conduct is null)
        {
            parts.CheckOnly(step, p => p is ReportLeaf or Step { Rule: Rule.OneDuty });
            foreach (var one in step.Because.OfType<Step>())
            {
                parts.CheckOnly(one, p => p is ReportLeaf);
            }

            if (course.Meant.Clause.Duty is ShallDo { Deadline: Recurring deadline })
            {
                CheckTimes(step, deadline);
            }

            notChecked.Add(new($"conduct, {step.Rule}", Day, "duties to act by a deadline are not read by the checker"));
            return;
        }

        if (conduct != told.Verdict.Conduct)
        {
            objections.Raise($"the conduct is another: {conduct}", Day);
        }

        if (told.Verdict.NotBroken != (conduct == Conduct.CannotTell && !course.At(Day).Rows[index].Broken.Hi))
        {
            objections.Raise(told.Verdict.NotBroken ? "it may be broken" : "that it is not broken is left out", Day);
        }

        switch (step.Rule, told.Verdict.Conduct)
        {
            case (Rule.BreachBegunWhileBound, Conduct.Broken) when IsRestraint:
                CheckBroken(step);
                break;
            case (Rule.NothingContrary, Conduct.Kept) when Ceiling is not null:
                parts.CheckOnly(step, p => p is ReadingLeaf or Step { Question: MoreThan } or Step { Question: Holds { Slot: ClauseSlot.While } });
                CheckCounted(step, Today, Sign.Refuted);
                parts.CheckSlots(parts.HoldsSteps(step), SlotWord.While, Sign.Proved, Day);
                break;
            case (Rule.NothingContrary, Conduct.Kept) when IsRestraint:
                parts.CheckOnly(step, p => p is AbsentLeaf or Step { Question: Holds { Slot: ClauseSlot.While } });
                var shown = parts.CheckLeaves(step, ContraryAsked(), whereverItFalls: false);
                if (!shown.SaysNothing(course.Contrary(index), Day))
                {
                    objections.Raise("it is not shown that nothing contrary is on file", Day);
                }

                parts.CheckSlots(parts.HoldsSteps(step), SlotWord.While, Sign.Proved, Day);
                break;
            case (Rule.ContraryButExcused, Conduct.Excused) when IsRestraint:
                parts.CheckOnly(step, p => p is ReportLeaf or ReadingLeaf or Step { Question: MoreThan } or Step { Question: Holds { Slot: ClauseSlot.While or ClauseSlot.Unless } });
                CheckContrary(step, Today);
                parts.CheckReadingsOfConditions(step);
                var steps = parts.HoldsSteps(step);
                parts.CheckSlots(steps, SlotWord.While, Sign.Proved, Day);
                CheckExcuse(steps);
                break;
            case (Rule.NothingAsked, Conduct.NotTriggered):
                CheckNothingAsked(step);
                break;
            case (Rule.LeftOpen, Conduct.CannotTell) when IsRestraint:
                CheckOpenConduct(step);
                break;
            default:
                objections.Raise("no verdict of that kind follows by this rule");
                break;
        }
    }

    /// <summary>Each time at which a duty that recurs is said to be due is one by the calendar, had begun, and may have bound; and together they give the conduct claimed.
    /// Whether each was done is not read.</summary>
    private void CheckTimes(Step step, Recurring deadline)
    {
        var told = step.Because.OfType<Step>().Select(s => s.Question).OfType<DutyIs>().Select(duty => duty.Owed).ToList();
        foreach (var owed in told)
        {
            if (owed.Time is not { } time)
            {
                objections.Raise("a duty that comes again and again is told without its time");
                continue;
            }

            var name = $"due {Clock.DateOf(time.Due):uuuu-MM-dd}";
            var first = deadline is NoLaterThanEachYear ? Math.Max(time.Opens, course.PossiblyFrom) : time.Opens;
            if (Dues.Mistake(deadline, time) is { } mistake)
            {
                objections.Raise(name, null, mistake);
            }
            else if (first > Day || course.PossiblyFrom > Day || !Enumerable.Range(first, Math.Max(first, Math.Min(course.SurelyFrom, Day)) - first + 1).Any(d => course.At(d).Of(Standing.InForce).Hi))
            {
                objections.Raise(name, Day, "it was not owed by then");
            }
            else if ((reader.Page.DayOf(owed.DueFirst), reader.Page.DayOf(owed.DueLast)) != (time.Due + 1, time.Due + 1))
            {
                objections.Raise(name, Day, "the time runs out with its last day");
            }
            else if (owed.Conduct == Conduct.Broken && Day <= time.Due)
            {
                objections.Raise(name, Day, "it was not due by then");
            }
        }

        if (told.DistinctBy(owed => owed.Time).Count() != told.Count)
        {
            objections.Raise("a time is told twice");
        }

        Conduct[] gravest = [Conduct.Broken, Conduct.CannotTell, Conduct.Pending, Conduct.CuredLate, Conduct.Kept, Conduct.Excused];
        var claimed = gravest.Where(c => told.Exists(owed => owed.Conduct == c)).DefaultIfEmpty(Conduct.NotTriggered).First();
        if (claimed != this.told.Verdict.Conduct)
        {
            objections.Raise($"the times at which it was due make it {claimed}", Day);
        }
    }

    private void CheckBroken(Step step)
    {
        parts.CheckOnly(step, p => p is ReportLeaf or ReadingLeaf or Step { Question: MoreThan or Binds });
        parts.CheckReadingsOfConditions(step);
        if (step.Because.OfType<Step>().Where(s => s.Question is not MoreThan).ToList() is not [{ Question: Binds, Sign: Sign.Proved, Rule: Rule.TermAndActs } bound] || bound.Days.Before - bound.Days.From != 1
            || bound.Days.From > Day)
        {
            objections.Raise("it is not shown on which day the breach began while the clause bound");
            return;
        }

        var since = bound.Days.From;
        CheckContrary(step, new DayRange(since, Day + 1));
        objections.Enter("bound");
        parts.CheckTermAndActs(bound, Standing.InForce, since);
        var steps = parts.HoldsSteps(bound);
        parts.CheckSlots(steps, SlotWord.While, Sign.Proved, since);
        parts.CheckSlots(steps, SlotWord.Unless, Sign.Refuted, since);
        if (course.At(since).Rows[index].Relief.Hi)
        {
            objections.Raise("it may have been excused, or a right may have gone before", since);
        }

        objections.Leave();
    }

    private void CheckExcuse(List<Step> steps)
    {
        var inForce = course.At(Day).Of(Standing.InForce);
        var unless = course.Slots.Any(s => s.Readings.All(r => r?.Word == SlotWord.Unless && steps.Any(st => parts.IsOn(st, r, Sign.Proved) && st.Days == Today)));
        if (inForce.Hi && !unless && !course.PermittedOn(index, Day).Lo)
        {
            objections.Raise("it is not shown what excuses it", Day);
        }
    }

    private void CheckNothingAsked(Step step)
    {
        parts.CheckOnly(step, p => p is TermLeaf or ReadingLeaf or Step { Question: Holds { Slot: ClauseSlot.While } } || (Ceiling is not null && p is Step { Question: MoreThan }));
        step.Because.OfType<Step>().Where(s => s.Question is MoreThan).ToList().ForEach(CheckCounted);
        foreach (var term in step.Because.OfType<TermLeaf>())
        {
            leaves.Check(term);
        }

        var steps = parts.HoldsSteps(step);
        if (!IsRestraint)
        {
            parts.CheckTerm(step);
        }
        else if (course.At(Day).Of(Standing.InForce).Hi
            && !course.Slots.Any(s => s.Readings.All(r => r?.Word == SlotWord.While && steps.Any(st => parts.IsOn(st, r, Sign.Refuted) && st.Days == Today))))
        {
            objections.Raise("it is not shown that the clause asks nothing", Day);
        }
    }

    private void CheckOpenConduct(Step step)
    {
        parts.CheckOnly(step, p => p is ReportLeaf or ReadingLeaf || (Ceiling is not null && p is Step { Question: MoreThan }));
        var shown = parts.CheckLeaves(step, ContraryAsked(), whereverItFalls: false);
        parts.CheckReadings(step, ContraryAsked());
        parts.CheckReadingsOfConditions(step);
        if (Ceiling is not null)
        {
            CheckCounted(step, Today, course.At(Day).Rows[index].Contrary switch { { Lo: true } => Sign.Proved, { Hi: false } => Sign.Refuted, _ => Sign.NotProved });
            return;
        }

        if (course.At(Day).Rows[index].Contrary.Hi && !reader.Lots.Some(course.Contrary(index), course.ContrarySite with { Cited = shown.Cited }, Day).Hi)
        {
            objections.Raise("it is not shown what could be contrary", Day);
        }
    }

    private (Question Question, Asked Asked)[] ContraryAsked() => [(course.Contrary(index), course.ContrarySite)];

    /// <summary>By the reports cited alone, the contrary state surely holds on every day.</summary>
    private void CheckContrary(Step step, DayRange days)
    {
        if (Ceiling is not null)
        {
            parts.CheckReadings(step, ContraryAsked());
            CheckCounted(step, days, Sign.Proved);
            return;
        }

        var shown = parts.CheckLeaves(step, ContraryAsked(), whereverItFalls: false);
        parts.CheckReadings(step, ContraryAsked());
        if (step.Because.OfType<ReportLeaf>().FirstOrDefault(l => !l.Doubts.IsEmpty) is { } doubted)
        {
            objections.Raise($"report {doubted.Report.Name}", null, "what is in doubt shows nothing");
        }

        for (var day = days.From; day < days.Before; day++)
        {
            if (!reader.Lots.Some(course.Contrary(index), course.ContrarySite with { Cited = shown.Cited }, day).Lo)
            {
                objections.Raise("the reports cited do not show it", day);
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
                objections.Raise("it is not counted how many there are", day);
                return;
            }
        }
    }

    /// <summary>The numbers are those of all reports, and the reports cited show them by themselves.</summary>
    private void CheckCounted(Step step)
    {
        objections.Enter($"more than, {step.Rule}");
        var asked = course.Contrary(index);
        var question = (MoreThan)step.Question;
        if (step.Rule != Rule.Counted || question.Noun != asked.Noun || question.State.Name != asked.State.Name || question.Place.Name != asked.Place.Name
            || question.Holder.Name != asked.Holder!.Name || question.Numbers.Limit != Ceiling!.Number)
        {
            objections.Raise("the clause does not ask this");
        }

        parts.CheckOnly(step, p => p is ReportLeaf { Doubts.IsEmpty: true });
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
            if (question.Numbers.Least != least || question.Numbers.Most != all.Most || question.Numbers.Contradicts != all.Contradicts
                || step.Sign != (more.Lo ? Sign.Proved : more.Hi ? Sign.NotProved : Sign.Refuted))
            {
                objections.Raise("the reports on file show another number", day);
                break;
            }

            if ((all.IsConflict ? shown.Told : shown.Least) < least || (shown.Most ?? long.MaxValue) > (all.Most ?? long.MaxValue))
            {
                objections.Raise("the reports cited do not show the numbers", day);
                break;
            }
        }

        objections.Leave();
    }

    private void CheckNotes()
    {
        objections.LeaveAll();
        var page = reader.Page;
        var reports = Reports(told.Standing).Concat(Reports(told.Conduct)).DistinctBy(r => r.Name).ToList();
        var since = reports.Count == 0 ? int.MinValue : reports.Max(r => r.Attribution.Said.Last);
        if (told.KnownSince != (since > Day ? since : null))
        {
            objections.Raise("known since", told.KnownSince, "the reports cited were public by another day");
        }

        var contests = page.Positions.Where(p => p.Target is OnReport on && reports.Any(r => r.Name == on.Report));
        if (!told.Contests.SequenceEqual(contests))
        {
            objections.Raise("contests", null, "these are not the positions on the reports cited");
        }

        var claims = page.Positions.Where(p => !Page.IsOwn(p) && p.Target is OnClause on && on.ClauseId == course.Meant.Clause.Id
            && (p.Holder.Name == course.Meant.Addressee?.Name || p.Holder.Name == course.Meant.Party.Name));
        if (!told.Claims.SequenceEqual(claims))
        {
            objections.Raise("claims", null, "these are not others' words about the stance of the party or the addressee");
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
            objections.Raise("basis", Day, "it leans on something else");
        }
    }

    private static IEnumerable<Report> Reports(Proof proof) => proof switch
    {
        ReportLeaf leaf => [leaf.Report],
        Step step => step.Because.SelectMany(Reports),
        _ => [],
    };
}
