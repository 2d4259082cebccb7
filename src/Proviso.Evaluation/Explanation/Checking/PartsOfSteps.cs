using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation.Checking;

/// <summary>Checks the parts of the steps of one explanation: which may stand in a step, whether each is on file, and what they show together.</summary>
internal sealed class PartsOfSteps(Reader reader, Course course, Leaves leaves, Objections objections)
{
    /// <summary>A standing by the term and the acts, while no <c>until</c> was met as far as that matters.</summary>
    public void CheckTermAndActs(Step step, Standing standing, int on)
    {
        CheckOnly(step, p => p is TermLeaf or ActLeaf or ReportLeaf or AbsentLeaf or Step { Rule: Rule.AnotherClause }
            || (step.Question is Binds && p is Step { Question: Holds { Slot: ClauseSlot.While or ClauseSlot.Unless } }));
        CheckTerm(step);
        CheckActs(step, on);
        var untils = course.With(SlotWord.Until).ToList();
        var shown = CheckLeaves(step, untils.SelectMany(r => Questions(r.Condition, course.Site(r))), whereverItFalls: false);
        if (!course.At(on).Of(standing).Lo)
        {
            objections.Raise("by its term and the acts on file it does not stand so", on);
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
                    objections.Raise("it is not shown that the condition that would end the clause was not met", day);
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

    /// <summary>Every wording of the slot is shown to hold (or not to) on the day.</summary>
    public void CheckSlots(List<Step> steps, SlotWord word, Sign sign, int day)
    {
        foreach (var slot in course.With(word))
        {
            if (!steps.Any(s => IsOn(s, slot, sign) && s.Days == new DayRange(day, day + 1)))
            {
                objections.Raise($"it is not shown that the {word.ToString().ToLowerInvariant()} {(sign == Sign.Proved ? "holds" : "does not hold")}", day);
            }
        }
    }

    /// <summary>Whether a step concludes so of the condition of a slot.</summary>
    public bool IsOn(Step step, ConditionSlot slot, Sign sign) =>
        step.Sign == sign && step.Question is Holds holds && holds.Condition == slot.Condition && holds.Slot == course.Site(slot).Slot;

    /// <summary>Checks the steps on conditions below a step; each follows from its own parts.</summary>
    public List<Step> HoldsSteps(Step step)
    {
        var steps = step.Because.OfType<Step>().Where(s => s is { Question: Holds, Rule: not Rule.AnotherClause }).ToList();
        steps.ForEach(CheckHolds);
        return steps;
    }

    private void CheckHolds(Step step)
    {
        var holds = (Holds)step.Question;
        objections.Enter($"{holds.Slot.ToString().ToLowerInvariant()}, {step.Rule}");
        var slot = course.Slots.SelectMany(s => s.Readings).OfType<ConditionSlot>().FirstOrDefault(r => r.Condition == holds.Condition && course.Site(r).Slot == holds.Slot);
        if (slot is null)
        {
            objections.Raise("the clause has no such condition, as the view reads it");
        }
        else if (step.Days.Before - step.Days.From != 1)
        {
            objections.Raise("a condition is judged on one day");
        }
        else
        {
            CheckHolds(step, slot, step.Days.From);
        }

        objections.Leave();
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
            objections.Raise("this does not follow from what is cited", day);
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

    /// <summary>Checks the leaves of a step, and what it says of other clauses; each must speak to one of the questions.</summary>
    public Shown CheckLeaves(Step step, IEnumerable<(Question Question, Asked Asked)> under, bool whereverItFalls)
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
            objections.Raise("it does not ask for another clause's breach");
            return;
        }

        for (var day = step.Days.From; day < step.Days.Before; day++)
        {
            var found = reader.Circumstances.Holds(broken, course.Meant, new(course.Meant.Clause.Id, ((Holds)step.Question).Slot), day);
            if (step.Sign switch { Sign.Proved => !found.Lo, Sign.Refuted => found.Hi, Sign.NotProved => found.Lo, _ => !found.Hi })
            {
                objections.Raise($"clause {broken.ClauseId}", day, "its breach is otherwise");
                return;
            }
        }
    }

    /// <summary>It is said how each dispute is read on which the questions turn.</summary>
    public void CheckReadings(Step step, IEnumerable<(Question Question, Asked Asked)> questions)
    {
        foreach (var dispute in questions.SelectMany(q => q.Question is SomeThingIs some ? leaves.Disputes(some, q.Asked) : []).DistinctBy(d => d.Name))
        {
            if (!step.Because.OfType<ReadingLeaf>().Any(l => l.Dispute.Name == dispute.Name))
            {
                objections.Raise($"it does not say how {dispute.Name} is read");
            }
        }
    }

    /// <summary>It is said how each disputed wording of the clause is read.</summary>
    public void CheckReadingsOfSlots(Step step)
    {
        foreach (var leaf in step.Because.OfType<ReadingLeaf>())
        {
            leaves.Check(leaf, step.Days);
        }

        CheckSayHowRead(step, course.Slots.Select(s => s.Dispute).OfType<Dispute>());
    }

    /// <summary>It is said how each disputed condition is read that lets the clause lapse, or excuses.</summary>
    public void CheckReadingsOfConditions(Step step) => CheckSayHowRead(step, course.DisputesOnConditions);

    private void CheckSayHowRead(Step step, IEnumerable<Dispute> disputes)
    {
        foreach (var dispute in disputes.Where(d => step.Because.OfType<ReadingLeaf>().All(l => l.Dispute.Name != d.Name)))
        {
            objections.Raise($"it does not say how {dispute.Name} is read");
        }
    }

    /// <summary>The term is stated, once.</summary>
    public void CheckTerm(Step step)
    {
        var terms = step.Because.OfType<TermLeaf>().ToList();
        terms.ForEach(leaves.Check);
        if (terms.Count != 1)
        {
            objections.Raise("it does not state the term once");
        }
    }

    /// <summary>All acts with legal effect that can have taken effect by the day are named.</summary>
    public void CheckActs(Step step, int on)
    {
        var named = step.Because.OfType<ActLeaf>().ToList();
        named.ForEach(leaf => leaves.Check(leaf, on));
        foreach (var act in course.Acts.By(on).Where(p => named.All(l => l.Position != p)))
        {
            objections.Raise($"it leaves out that {act.Holder.Name} {act.Verb.ToString().ToLowerInvariant()}", reader.Page.DayOf(act.When.Latest));
        }
    }

    /// <summary>Nothing else stands in the step.</summary>
    public void CheckOnly(Step step, Func<Proof, bool> mayStandHere)
    {
        foreach (var part in step.Because.Where(p => !mayStandHere(p)))
        {
            objections.Raise($"a {part.GetType().Name} has no place in this step", part.Days.From);
        }
    }
}
