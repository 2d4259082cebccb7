using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>§11: conduct under <c>shall … by a deadline</c>.</summary>
sealed class Deadlines(
    Agreement agreement,
    Statements statements,
    Acceptance acceptance,
    Facts facts,
    Conditions conditions,
    Having having,
    StandingTable standings,
    Quotas quotas,
    DaySpan axis)
{
    private readonly Dictionary<Line, List<Owed>> known = new(ReferenceEqualityComparer.Instance);

    /// <summary>What starts a duty: an event, or for <c>no later than DATE</c> without one the first day.</summary>
    /// <param name="Event">Null for the first day.</param>
    private sealed record Trigger(Statement? Event, Window When, string? Item, Place? In)
    {
        /// <summary>For a duty that recurs.</summary>
        public RecurringTime? Time { get; init; }
    }

    /// <summary>What the act of a row may do for a duty.</summary>
    private sealed record Act(Statement Event, Window When, Truth Answers, Truth InTime, bool SurelyLate, bool PossiblyLate, bool SuitsSurely);

    /// <summary>One duty of a row.</summary>
    private sealed record Owed(
        Trigger Trigger,
        int FirstDay,
        Truth Arises,
        Truth Excused,
        long FirstDeadline,
        long LastDeadline,
        IReadOnlyList<Act> Acts,
        bool AbsenceProved);

    public Conduct On(Line line, int day)
    {
        var answers = Known(line).Select(duty => On(duty, day)).OfType<Conduct>().ToHashSet();
        return new[] { Conduct.Broken, Conduct.CannotTell, Conduct.Pending, Conduct.CuredLate, Conduct.Kept, Conduct.Excused }
            .Cast<Conduct?>()
            .FirstOrDefault(conduct => answers.Contains(conduct!.Value)) ?? Conduct.NotTriggered;
    }

    /// <summary>What was done by a day about the one duty that an event asks for. Null: it says nothing that day.</summary>
    /// <param name="trigger">The name of the report of the event.</param>
    public Conduct? OnOne(Line line, string trigger, int day) =>
        Known(line).SingleOrDefault(duty => duty.Trigger.Event?.Name == trigger) is { } duty ? On(duty, day) : null;

    private List<Owed> Known(Line line)
    {
        if (!known.TryGetValue(line, out var duties))
        {
            duties = known[line] = DutiesOf(line);
        }

        return duties;
    }

    /// <summary>Null: the duty says nothing that day.</summary>
    private Conduct? On(Owed duty, int day)
    {
        if (!duty.Arises.Hi || day < Math.Max(duty.FirstDay, Day(duty.Trigger.When.Earliest)))
        {
            return null;
        }

        if (!duty.Arises.Lo || day < Day(duty.Trigger.When.Latest) || duty.Excused == Truth.Open)
        {
            return Conduct.CannotTell;
        }

        if (duty.Excused.Lo)
        {
            return Conduct.Excused;
        }

        var possible = duty.Acts.Where(act => act.Answers.Hi && act.InTime.Hi).ToList();
        var discharging = duty.Acts.Where(act => act.SuitsSurely && act.InTime.Lo).ToList();
        if (discharging.Count > 0)
        {
            return discharging.Exists(act => Day(act.When.Latest) <= day) ? Conduct.Kept
                : possible.Exists(act => Day(act.When.Earliest) <= day) ? Conduct.CannotTell
                : day < Day(duty.FirstDeadline) ? Conduct.Pending
                : Conduct.CannotTell;
        }

        if (day < Day(duty.FirstDeadline))
        {
            return possible.Exists(act => Day(act.When.Earliest) <= day) ? Conduct.CannotTell : Conduct.Pending;
        }

        if (day < Day(duty.LastDeadline) || !duty.AbsenceProved)
        {
            return Conduct.CannotTell;
        }

        var late = duty.Acts.Where(act => act.SuitsSurely && act.SurelyLate).ToList();
        return late.Exists(act => Day(act.When.Latest) <= day) ? Conduct.CuredLate
            : duty.Acts.Any(act => act.Answers.Hi && act.PossiblyLate && Day(act.When.Earliest) <= day) ? Conduct.CannotTell
            : Conduct.Broken;
    }

    private List<Owed> DutiesOf(Line line)
    {
        var triggers = TriggersOf(line);
        return [.. triggers.Select(trigger => DutyOf(line, trigger, triggers))];
    }

    private List<Trigger> TriggersOf(Line line)
    {
        var clause = line.Instance.Clause;
        if (clause.Duty is ShallDo { Deadline: Recurring recurring })
        {
            return [.. RecurringOf(line, recurring)];
        }

        if (clause.When is not { } pattern)
        {
            // An accepted offer begins when it is accepted.
            var (sure, possible) = standings.Begins(line.Instance);
            return possible is not { } first ? []
                : [new(null, new(agreement.Clock.StartOf(first), agreement.Clock.StartOf((sure ?? statements.Horizon) + 1) - 1), null, null)];
        }

        return [..
            from statement in conditions.Events()
            let happened = (EventReport)statement.Content
            where DaysToTry(WindowOf(statement)).Any(day => Matches(statement, line, day).Hi)
            select new Trigger(statement, WindowOf(statement), happened.Of?.Item, happened.In)];
    }

    private IEnumerable<Trigger> RecurringOf(Line line, Recurring recurring)
    {
        var (sure, possible) = standings.Begins(line.Instance);
        if (possible is not { } begins)
        {
            yield break;
        }

        foreach (var time in Recurrences.Times(recurring, begins, statements.Horizon))
        {
            var (first, last) = (time.First, time.First);
            if (recurring is NoLaterThanEachYear)
            {
                if (time.Due < begins || time.Due >= agreement.InForce.Before)
                {
                    continue;
                }

                (first, last) = (Math.Max(time.First, begins), Math.Max(time.First, sure ?? statements.Horizon));
            }

            if (begins <= first && first <= statements.Horizon)
            {
                yield return new(null, new(agreement.Clock.StartOf(first), agreement.Clock.StartOf(last + 1) - 1), null, null) { Time = time };
            }
        }
    }

    /// <summary>Whether an event, were it on this day, is a trigger of the row.</summary>
    private Truth Matches(Statement statement, Line line, int day)
    {
        var clause = line.Instance.Clause;
        var by = ((EventReport)statement.Content).By.Name;
        var binds = clause.When!.By is AnyParty;
        return acceptance.Of(statement)
            & conditions.Fits(statement, clause.When, line.Instance, day)
            & Truth.Of(!binds || clause.Actor is not ThatParty || by == line.Instance.Party.Name)
            & Truth.Of(!binds || clause.Duty is not ShallDo { Act.To: SameParty } || clause.Actor is ThatParty || by == line.Addressee!.Name);
    }

    private Owed DutyOf(Line line, Trigger trigger, List<Trigger> triggers)
    {
        var deadline = ((ShallDo)line.Instance.Clause.Duty).Deadline;
        var days = DaysToTry(trigger.When);
        var arises = days
            .Select(day => (trigger.Event is null ? Truth.Proved : Matches(trigger.Event, line, day))
                & standings.InForce(line.Instance, day) & having.WhileHolds(line.Instance, day)
                & (line.Instance.Clause.Under is { } right ? quotas.Covers(right, trigger.Event!, day) : Truth.Proved))
            .ToList();
        var excused = days.Select(day => having.Unless(line.Instance, day)).ToList();
        var (first, last) = trigger.Time is { } time
            ? (agreement.Clock.StartOf(time.Due + 1), agreement.Clock.StartOf(time.Due + 1))
            : (DeadlineAfter(trigger.When.Earliest, deadline, line, latest: false), DeadlineAfter(trigger.When.Latest, deadline, line, latest: true));
        var acts = conditions.Events().Select(each => ActOf(each, line, trigger, triggers, deadline, first, last)).OfType<Act>().ToList();
        var possible = acts.Exists(act => act.Answers.Hi && act.InTime.Hi);
        return new(
            trigger,
            standings.FirstDay(line.Instance.Clause),
            OnAll(arises),
            OnAll(excused),
            first,
            last,
            acts,
            !possible && (IsNotReceived(line, trigger, last) || IsLogged(line, trigger, deadline, last)));
    }

    /// <summary>Proved when it is on every day, possible when it is on some.</summary>
    private static Truth OnAll(List<Truth> days) => new(days.Count > 0 && days.TrueForAll(each => each.Lo), days.Exists(each => each.Hi));

    private long DeadlineAfter(long trigger, Deadline deadline, Line line, bool latest) => (trigger, deadline) switch
    {
        (_, NoLaterThanDay no) => agreement.Clock.StartOf(no.Day + 1),
        (long.MinValue or long.MaxValue, _) => trigger,
        (_, WithinAfter { Working: { } working } within) => WorkingDeadline(Day(trigger), within.Days, 1, working.Of ?? line.Instance.Party, latest),
        (_, AtLeastBefore { Working: { } working } before) => WorkingDeadline(Day(trigger), before.Days, -1, working.Of ?? line.Instance.Party, latest),
        (_, WithinAfter { Days: > 0 } within) => agreement.Clock.StartOf(Day(trigger) + within.Days + 1),
        (_, WithinAfter within) => trigger + within.Minutes + 1,
        (_, AtLeastBefore { Days: > 0 } before) => agreement.Clock.StartOf(Day(trigger) - before.Days + 1),
        (_, AtLeastBefore before) => trigger - before.Minutes + 1,
        (_, NoLaterThanEvent) => trigger + 1,
        _ => throw new UnreachableException(deadline.ToString()),
    };

    /// <summary>Goes from day to day until the count is full, or no day is left of which anything is known.</summary>
    private long WorkingDeadline(int zero, int count, int step, Party party, bool latest)
    {
        var calendars = agreement.Calendars.Where(calendar => calendar.Party.Name == party.Name).ToList();
        var isWorkedUnlessKnown = latest == (step < 0);
        var (firstKnown, lastKnown) = (calendars.Min(calendar => calendar.Days.From), calendars.Max(calendar => calendar.Days.Before) - 1);
        var worked = 0;
        var day = zero;
        while (worked < count)
        {
            day += step;
            if (!isWorkedUnlessKnown && (step > 0 ? day > lastKnown : day < firstKnown))
            {
                return latest ? long.MaxValue : long.MinValue;
            }

            worked += (Worked(calendars, day) ?? isWorkedUnlessKnown) ? 1 : 0;
        }

        return agreement.Clock.StartOf(day + 1);
    }

    private static bool? Worked(IEnumerable<WorkCalendar> calendars, int day)
    {
        foreach (var calendar in calendars)
        {
            if (calendar.Days.From <= day && day < calendar.Days.Before)
            {
                return calendar.Without.Contains(day) ? false : calendar.With.Contains(day) || calendar.Weekdays.Contains(Clock.DateOf(day).DayOfWeek);
            }
        }

        return null;
    }

    /// <summary>Null when the event is surely not the act of the row.</summary>
    private Act? ActOf(
        Statement statement, Line line, Trigger trigger, List<Trigger> triggers, Deadline deadline, long firstDeadline, long lastDeadline)
    {
        var fits = OnAll([.. DaysToTry(WindowOf(statement)).Select(day => FitsAct(statement, line, day))]) & acceptance.Of(statement);
        if (!fits.Hi)
        {
            return null;
        }

        var when = Receipt(statement, line.Addressee) ?? WindowOf(statement);
        var counts = trigger.Time is { } time ? Within(when, agreement.Clock.StartOf(time.First), agreement.Clock.StartOf(time.NextFirst)) : Truth.Proved;
        var answers = Answers(statement, trigger) & fits & counts;
        var notBefore = NotBefore(when, trigger.When, deadline);
        var alone = ((EventReport)statement.Content).For.IsEmpty is false
            || trigger.Time is not null
            || triggers.TrueForAll(other => other == trigger || !Answers(statement, other).Hi);
        return new(
            statement,
            when,
            answers,
            new(when.Latest < firstDeadline && notBefore.Lo, when.Earliest < lastDeadline && notBefore.Hi),
            when.Earliest >= lastDeadline,
            when.Latest >= firstDeadline,
            answers.Lo && alone);
    }

    private Truth FitsAct(Statement statement, Line line, int day)
    {
        var act = ((ShallDo)line.Instance.Clause.Duty).Act;
        var by = new FixedParty(line.Instance.Party);
        var to = act.To is AnyParty || line.Addressee is null ? act.To : new FixedParty(line.Addressee);
        return conditions.Fits(statement, act with { By = by, To = to }, line.Instance, day);
    }

    private static Truth Within(Window when, long start, long end) =>
        new(start <= when.Earliest && when.Latest < end, when.Earliest < end && start <= when.Latest);

    /// <summary>For <c>within … after</c>, whether an act lies not before its trigger; always, for other deadlines.</summary>
    private Truth NotBefore(Window act, Window trigger, Deadline deadline) => deadline switch
    {
        WithinAfter { Days: > 0 } => new(Day(act.Earliest) >= Day(trigger.Latest), Day(act.Latest) >= Day(trigger.Earliest)),
        WithinAfter => new(act.Earliest >= trigger.Latest, act.Latest >= trigger.Earliest),
        _ => Truth.Proved,
    };

    private Truth Answers(Statement statement, Trigger trigger)
    {
        if (trigger.Event is null)
        {
            return Truth.Proved;
        }

        var act = (EventReport)statement.Content;
        if (!act.For.IsEmpty)
        {
            return Truth.Of(act.For.Contains(trigger.Event.Name));
        }

        var item = Equal(act.Of?.Item, trigger.Item);
        var place = Equal(act.In?.Name, trigger.In?.Name);
        var inQuestion = acceptance.PlaceInQuestion(statement) || acceptance.PlaceInQuestion(trigger.Event);
        return item & (inQuestion ? Truth.Open : place);
    }

    private static Truth Equal(string? a, string? b) => a == b ? Truth.Proved : a is null || b is null ? Truth.Open : Truth.Refuted;

    private static Window? Receipt(Statement statement, Party? addressee)
    {
        var receipts = statement.Attribution.Received.Where(receipt => receipt.By.Name == addressee?.Name).Select(receipt => receipt.At).ToList();
        return receipts.Count == 0 ? null : new Window(receipts.Min(at => at.Earliest), receipts.Min(at => at.Latest));
    }

    // Absence

    private bool IsNotReceived(Line line, Trigger trigger, long deadline) => statements.All.Any(statement =>
        statement.Content is EventReport { NotReceived: true } missing
        && acceptance.Of(statement).Lo && !acceptance.DateInQuestion(statement)
        && missing.Event.Name == ((ShallDo)line.Instance.Clause.Duty).Act.Event.Name
        && statement.By.Name == line.Addressee?.Name
        && missing.By.Name == line.Instance.Party.Name && missing.To?.Name == line.Addressee?.Name
        && Answers(statement, trigger).Lo
        && Day(missing.When.Latest) >= Day(deadline) - 1
        && (trigger.Time is not { } time || Day(missing.When.Latest) < time.NextDue));

    private bool IsLogged(Line line, Trigger trigger, Deadline deadline, long last)
    {
        var logs = statements.All
            .Where(statement => statement.Content is LogComplete log && log.Of.Name == line.Addressee?.Name)
            .Where(statement => acceptance.Of(statement).Lo && !acceptance.DateInQuestion(statement))
            .Select(statement => facts.SureDays(((LogComplete)statement.Content).When))
            .ToList();
        var first = trigger.Time is { } time ? time.First : deadline is WithinAfter ? Day(trigger.When.Earliest) : standings.FirstDay(line.Instance.Clause);
        var final = Day(last) - 1;
        return logs.Count > 0 && final <= statements.Horizon
            && Facts.Enumerate(new(first, final)).All(day => logs.Exists(log => log.Has(day)));
    }

    // Time

    private int Day(long minute) => agreement.Clock.DayOf(minute);

    private Window WindowOf(Statement statement) => acceptance.DateInQuestion(statement)
        ? new(long.MinValue, long.MaxValue)
        : ((EventReport)statement.Content).When;

    /// <summary>The days of a window up to the horizon. Where it has no bound, those before anything on file changes are one and
    /// the same, and one of them is tried.</summary>
    private List<int> DaysToTry(Window window)
    {
        var days = conditions.DaysOf(window);
        return [.. Facts.Enumerate(new DaySpan(Math.Max(days.First, Math.Min(days.Last, axis.First)), days.Last).Until(statements.Horizon))];
    }
}
