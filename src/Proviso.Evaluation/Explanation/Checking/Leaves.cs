using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation.Checking;

/// <summary>Checks the leaves of a step: each is on file as it says, and speaks to what the step asks.</summary>
internal sealed class Leaves(Reader reader, Course course, Objections objections)
{
    private Page Page => reader.Page;

    /// <summary>A report under questions of which it must speak to one, on each of its days.</summary>
    /// <param name="whereverItFalls">It need only possibly be of a day, if it is sure in all else.</param>
    public void Check(ReportLeaf leaf, IReadOnlyList<(Question Question, Asked Asked)> under, bool whereverItFalls)
    {
        var name = $"report {leaf.Report.Name}";
        if (!IsOnFile(leaf.Report, name))
        {
            return;
        }

        if (leaf.Digest != Fingerprints.Of(leaf.Report))
        {
            objections.Raise(name, null, "its digest is not that of the report on file");
        }

        if (Page.Taken.All(t => t.Name != leaf.Report.Name))
        {
            objections.Raise(name, null, "this view sets it aside, or it was taken back");
            return;
        }

        foreach (var dispute in leaf.Doubts.Select(d => d.Dispute).OfType<Dispute>().Where(d => Page.Agreement.Disputes.All(o => o.Name != d.Name) || Page.Choice(d) is not null))
        {
            objections.Raise(name, null, $"the view does not leave {dispute.Name} open");
        }

        for (var day = leaf.Days.From; day < leaf.Days.Before; day++)
        {
            var shows = Truth.Any(under.Select(u => Shows(leaf.Report.Name, u.Question, u.Asked, day, whereverItFalls)));
            if (!shows.Hi || (leaf.Doubts.IsEmpty && !shows.Lo))
            {
                objections.Raise(name, day, shows.Hi ? "it could show what is asked, but does not surely" : "it does not speak to what is asked");
                return;
            }
        }
    }

    /// <summary>A report that is counted: on file, with its digest, and held by the view.</summary>
    public void CheckCited(ReportLeaf leaf)
    {
        var name = $"report {leaf.Report.Name}";
        if (IsOnFile(leaf.Report, name) && leaf.Digest != Fingerprints.Of(leaf.Report))
        {
            objections.Raise(name, null, "its digest is not that of the report on file");
        }
    }

    /// <summary>Nothing on file, on any day of the leaf.</summary>
    public void Check(AbsentLeaf leaf, IReadOnlyList<(Question Question, Asked Asked)> under)
    {
        const string Name = "nothing on file";
        if (leaf.Digest != Page.Digest)
        {
            objections.Raise(Name, null, "the digest is not that of all known reports: something was added, changed or left out");
        }

        var (question, asked) = under.FirstOrDefault(u => AreSame(u.Question, leaf.Query));
        if (question is null)
        {
            objections.Raise(Name, null, "the step does not ask this");
            return;
        }

        for (var day = leaf.Days.From; day < leaf.Days.Before; day++)
        {
            var found = question switch
            {
                SomeThingIs some => reader.Lots.Some(some, asked, day),
                Holds holds => reader.Circumstances.Holds(holds.Condition, course.Meant, asked, day),
                _ => Truth.Open,
            };
            if (found.Hi)
            {
                objections.Raise(Name, day, "something on file shows it, or could");
                return;
            }
        }

        foreach (var miss in leaf.NearMisses)
        {
            var name = $"near miss {miss.Report.Name}";
            if (IsOnFile(miss.Report, name) && question is SomeThingIs some && Fails(miss.Report.Name, some, leaf.Days) is { } failed && failed.All(f => f != miss.Because))
            {
                objections.Raise(name, null, $"it is not so that {miss.Because}");
            }
        }
    }

    /// <summary>A position on file, the holder's own, on this clause, that can have taken effect by the day.</summary>
    public void Check(ActLeaf leaf, int day)
    {
        var position = leaf.Position;
        var name = $"position of {position.Holder.Name}";
        if (!Page.Positions.Contains(position))
        {
            objections.Raise(name, null, "it is not on file, or not known by then");
        }
        else if (!Page.IsOwn(position))
        {
            objections.Raise(name, null, "it is another's word about the holder, which is no act");
        }
        else if (!course.Acts.Concerns(position))
        {
            objections.Raise(name, null, "it is on something else, or its holder has no say in it");
        }

        if (leaf.Days != new DayRange(Page.DayOf(position.When.Latest), Page.DayOf(position.When.Latest) + 1))
        {
            objections.Raise(name, leaf.Days.From, "it was taken on another day");
        }

        if (Page.DayOf(position.When.Earliest) >= day)
        {
            objections.Raise(name, day, "it had no effect yet");
        }
    }

    /// <summary>The term of the clause.</summary>
    public void Check(TermLeaf leaf)
    {
        var inForce = Page.Agreement.InForce;
        var text = course.Base > inForce.From ? "the clause binds from its own date" : "the agreement is in force";
        if (leaf.Text != text || leaf.Days != new DayRange(course.Base, inForce.Before))
        {
            objections.Raise("term", null, "the agreement says otherwise");
        }
    }

    /// <summary>How the view reads a dispute; requires the days of the step it stands in.</summary>
    public void Check(ReadingLeaf leaf, DayRange days)
    {
        var dispute = Page.Agreement.Disputes.FirstOrDefault(d => d.Name == leaf.Dispute.Name);
        if (dispute is null)
        {
            objections.Raise($"reading of {leaf.Dispute.Name}", null, "the agreement has no such dispute");
        }
        else if (Page.Choice(dispute)?.Name != leaf.Reading?.Name)
        {
            objections.Raise($"reading of {leaf.Dispute.Name}", null, "the view does not read it so");
        }
        else if (leaf.Days != days)
        {
            objections.Raise($"reading of {leaf.Dispute.Name}", leaf.Days.From, "the step is about other days");
        }
    }

    /// <summary>The disputes on which a question turns, whose readings a step must name.</summary>
    public IEnumerable<Dispute> Disputes(SomeThingIs question, Asked asked) => reader.Circumstances.Disputes(new StateIs(question.State), asked)
        .Concat(OfNoun(question.Noun)).DistinctBy(d => d.Name);

    private IEnumerable<Dispute> OfNoun(Noun noun)
    {
        if (noun.Symbol is not Define define)
        {
            return [];
        }

        var dispute = Page.DisputeOn(define);
        var bases = dispute is not null && Page.Choice(dispute)?.Meaning is NounMeaning body ? body.Bases : define.Bases;
        return [.. dispute is null ? [] : new[] { dispute }, .. bases.SelectMany(OfNoun)];
    }

    private bool IsOnFile(Report report, string name)
    {
        if (Page.Reports.Contains(report))
        {
            return true;
        }

        objections.Raise(name, null, "it is not on file, or not known by then");
        return false;
    }

    private Truth Shows(string report, Question question, Asked asked, int day, bool whereverItFalls) => question switch
    {
        SomeThingIs some => Truth.Any(reader.Lots.Facts
            .Where(f => f.Taken.Name == report && IsInvolved(f.Content.State, new StateIs(some.State), asked))
            .Select(f => Shows(f, some, day, whereverItFalls))),
        Holds { Condition: Happens happens } => Truth.Any(Page.Taken.Where(t => t.Name == report && t.Content is EventReport).Select(t =>
        {
            var on = reader.Circumstances.HappenedOn(t, day);
            return (whereverItFalls && on.Hi && t is { Accepted: true, DateOpen: false } ? Truth.Yes : on) & reader.Circumstances.Matches(t, happens.Pattern, course.Meant, day);
        })),
        _ => Truth.No,
    };

    private Truth Shows(Fact fact, SomeThingIs question, int day, bool whereverItFalls)
    {
        var on = reader.Lots.IsOf(fact, day);
        var isOn = whereverItFalls && on.Hi && fact.Taken is { Accepted: true, DateOpen: false } && !reader.Lots.IsContradicted(fact, day) ? Truth.Yes : on;
        return isOn & reader.Lots.Fits(fact, question, day);
    }

    /// <summary>Whether a report of the state could show the expression, as the view reads it.</summary>
    private bool IsInvolved(State state, StateExpression expression, Asked asked) => expression switch
    {
        StateIs { State: var named } => reader.Lots.Meanings(named, asked).Any(m => m is null ? named.Name == state.Name : IsInvolved(state, m, asked)),
        AllStates all => all.Parts.Any(p => IsInvolved(state, p, asked)),
        AnyState any => any.Parts.Any(p => IsInvolved(state, p, asked)),
        RunningState running => IsInvolved(state, running.Part, asked),
        _ => false,
    };

    /// <summary>In what a report fails on every day, in the words a near miss may use; null when it is no report of a state the view holds.</summary>
    private List<string>? Fails(string report, SomeThingIs question, DayRange days)
    {
        var facts = reader.Lots.Facts.Where(f => f.Taken.Name == report && !f.IsGap).ToList();
        if (facts.Count == 0)
        {
            return Page.Taken.Any(t => t.Name == report) ? [] : ["it is of other days, or set aside in this view"];
        }

        var fact = facts[0];
        var all = Enumerable.Range(days.From, days.Before - days.From);
        return
        [
            .. all.All(d => !reader.Lots.IsOf(fact, d).Hi) ? ["it is of other days, or set aside in this view"] : Array.Empty<string>(),
            .. all.All(d => !reader.Things.Is(fact.Content.Subject, fact.Taken, question.Noun, d).Hi) ? ["it is not such a thing in this view"] : Array.Empty<string>(),
            .. all.All(d => !reader.Lots.IsIn(fact, question.Place, d).Hi) ? ["it is elsewhere"] : Array.Empty<string>(),
            .. question.Holder is { } holder && all.All(d => !reader.Things.IsHeldBy(fact.Content.Subject, fact.Taken, holder, d).Hi)
                ? ["somebody else owns and operates it"] : Array.Empty<string>(),
        ];
    }

    private static bool AreSame(Question a, Question b) => Shown.AreSame(a, b);
}
