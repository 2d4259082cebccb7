using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Language.Prose;

/// <summary>Duties, deadlines and condition slots as parts of a sentence.</summary>
static class Duties
{
    /// <summary>Who owes or may, and the act: "no party shall have any missile that is deployed in Europe", "Russia shall admit a visit".</summary>
    public static string Say(Actor actor, Duty duty, Scope scope) => (actor, duty) is (EachParty, ShallNotHave have) && scope.Party is null
        ? $"no party shall have {Any(have, scope)}"
        : $"{scope.Who(actor)} {Say(duty, scope)}";

    /// <summary>The act with its modal: "shall not have any missile that is deployed in that theatre".</summary>
    public static string Say(Duty duty, Scope scope) => duty switch
    {
        ShallNotHave have => $"shall not have {Any(have, scope)}",
        ShallHaveAtMost { Count: { } count } have =>
            $"shall have at most {English.Number(have.Number)} {(have.Number == 1 ? count.Title : English.Plural(count.Title))} {scope.In(have.In)}",
        ShallHaveAtMost { Number: 1 } have =>
            $"shall have at most one {Terms.Singular(have.Noun)} that {Is(have.State, Terms.IsPlural(have.Noun))} {scope.In(have.In)}",
        ShallHaveAtMost have =>
            $"shall have at most {English.Number(have.Number)} {Terms.Plural(have.Noun)} that {Is(have.State, true)} {scope.In(have.In)}",
        MayHave have => $"may have {Terms.Plural(have.Noun)} that {Is(have.State, true)} {scope.In(have.In)}",
        ShallDo act => $"shall {Conditions.Act(act.Act, Tense.Bare, scope)}",
        MayDo act => $"may {Conditions.Act(act.Act, Tense.Bare, scope)}{(act.Quota is { } quota ? $", {Say(quota)}" : "")}",
        _ => throw new UnreachableException(duty.GetType().Name),
    };

    /// <summary>How a count counts: "three for each SS-20 launcher that is deployed and one for each SS-4 launcher that is deployed"; "one for each missile when a party
    /// eliminates it, from the first report on"; "the number of “launchers” less the number of “deployed launchers”".</summary>
    public static string Say(NamedCount count) => count switch
    {
        StateCount of => English.And(of.Terms.Select(term =>
            $"{English.Number(term.Weight)} for each {Terms.Singular(term.Noun)} that {Is(of.State, Terms.IsPlural(term.Noun))}")),
        EventCount of => $"{English.And(of.Terms.Select(term => $"{English.Number(term.Weight)} for each {Terms.Singular(term.Noun)}"))} when a party "
            + $"{Acts.Do(of.Event, Tense.Present, null, "it", null)}, from the first report on",
        CountSum sum => $"{English.And(sum.Parts.Select(NumberOf))} together",
        CountDifference difference => $"{NumberOf(difference.From)} less {NumberOf(difference.Less)}",
        _ => throw new UnreachableException(count.GetType().Name),
    };

    private static string NumberOf(NamedCount count) => $"the number of {English.Quoted(count.Title)}";

    /// <summary>"up to 20 times in each treaty year through the third, up to 15 times in each through the eighth and up to 10 times in each through the thirteenth".</summary>
    public static string Say(Quota quota) => English.And(quota.Steps.Select((step, i) =>
        $"up to {Times(step.Number)} in each{(i == 0 ? $" {Year(quota)}" : "")}{(step.Through is { } last ? $" through the {English.Ordinal(last)}" : "")}"));

    /// <summary>"treaty year", "calendar year".</summary>
    public static string Year(Quota quota) => quota.IsCalendar ? "calendar year" : "treaty year";

    /// <summary>"once", "20 times".</summary>
    private static string Times(int number) => number == 1 ? "once" : $"{English.Number(number)} times";

    /// <summary>" under Article 11", for an event that must be a use of a right; else nothing.</summary>
    public static string Under(Clause clause) => clause.Under is { } right ? $" under {Conditions.Article(right)}" : "";

    /// <summary>"29 months after the entry into force".</summary>
    public static string Say(TimeAfterEntry step) => $"{Count(step.Number, step.Unit)} after the entry into force";

    /// <summary>"6 months".</summary>
    public static string Say(Notice notice) => Count(notice.Number, notice.Unit);

    private static string Count(int number, StepUnit unit) => English.Count(number, unit switch
    {
        StepUnit.Days => "day",
        StepUnit.Months => "month",
        _ => "year",
    });

    /// <summary>When the act is due, in short: "within 10 days after the visit request".</summary>
    /// <param name="trigger">The event counted from; null when the deadline is a date.</param>
    public static string Say(Deadline deadline, Event? trigger)
    {
        var after = trigger is null ? "the event" : Acts.TheName(trigger);
        return deadline switch
        {
            WithinAfter { Working: { } working } within => $"within {WorkingTime(within.Days, working)} after {after}",
            WithinAfter within => $"within {Time(within.Days, within.Minutes)} after {after}",
            AtLeastBefore { Working: { } working } before => $"at least {WorkingTime(before.Days, working)} before {after}",
            AtLeastBefore before => $"at least {Time(before.Days, before.Minutes)} before {after}",
            NoLaterThanEvent => $"no later than {after}",
            NoLaterThanDay day => $"no later than {Dates.Day(day.Day)}, that day included",
            WithinAfterEach each => $"within {English.Count(each.Days, "day")} after the end of each period of {Months(each.Months)}, the first of which begins on {Dates.Day(each.Start)}",
            NoLaterThanEachYear yearly => $"no later than {English.And(yearly.Days.Select(Dates.DayOfYear))} of each year, {(yearly.Days.Length == 1 ? "that day" : "those days")} included",
            _ => throw new UnreachableException(deadline.GetType().Name),
        };
    }

    /// <summary>The last moment in time: "the end of 30 September 2011", "08:13 on 6 September 2022 (UTC time)".</summary>
    /// <param name="tooLate">The first minute too late.</param>
    public static string Last(Deadline deadline, long tooLate, Clock clock) => IsExact(deadline)
        ? Dates.At(tooLate - 1, clock)
        : $"the end of {Dates.Day(clock.DayOf(tooLate - 1))}";

    /// <summary>True when the deadline is counted in minutes and not in days.</summary>
    public static bool IsExact(Deadline deadline) => deadline is WithinAfter { Minutes: > 0 } or AtLeastBefore { Minutes: > 0 } or NoLaterThanEvent;

    /// <summary>How the deadline is counted, as a clause; null when there is nothing to add.</summary>
    public static string? Counting(Deadline deadline, Event? trigger)
    {
        var day = trigger is null ? "the day of the event" : $"the day of {Acts.TheName(trigger)}";
        var moment = trigger is null ? "the event" : Acts.TheName(trigger);
        return deadline switch
        {
            WithinAfter { Working: not null } within =>
                $"{day} counts as day 0, whether it is a working day or not, and the period ends with the end of the {English.Ordinal(within.Days)} working day after it; an act on "
                    + $"{day} itself is in time, one before it does not count",
            AtLeastBefore { Working: not null } before =>
                $"{day} counts as day 0, whether it is a working day or not, and the last day on which the act is in time is the {English.Ordinal(before.Days)} working day before it, "
                    + "that day included",
            WithinAfter { Days: > 0 } within =>
                $"{day} counts as day 0, and the period ends with the end of the {English.Ordinal(within.Days)} day after it; an act on "
                    + $"{day} itself is in time, one before it does not count",
            WithinAfter => $"the time is counted exactly, from the minute of {moment}, and an act before that minute does not count",
            AtLeastBefore { Days: > 0 } before =>
                $"{day} counts as day 0, and the last day on which the act is in time is the {English.Ordinal(before.Days)} day before it, "
                    + "that day included",
            AtLeastBefore => $"the time is counted back exactly, from the minute of {moment}",
            NoLaterThanEvent => $"an act at the same moment as {moment} is in time",
            NoLaterThanDay => null,
            WithinAfterEach each =>
                $"the second period begins on {Dates.Day(Clock.DayNumber(Clock.DateOf(each.Start).PlusMonths(each.Months)))}; the last day of a period "
                    + $"counts as day 0, and the time ends with the end of the {English.Ordinal(each.Days)} day after it. An act counts for the period that ended last before the day on which "
                    + "the addressee receives it",
            NoLaterThanEachYear { Days.Length: 1 } => "an act counts for that day of a year from the day after the same day of the year before",
            NoLaterThanEachYear => "an act counts for one of those days from the day after the one before it",
            _ => throw new UnreachableException(deadline.GetType().Name),
        };
    }

    /// <summary>The slot in short, with its word: "until a missile is deployed in the theatre concerned".</summary>
    public static string Say(ConditionSlot slot, Scope scope) => $"{Word(slot.Word)} {(slot.Newly ? "newly, " : "")}{Conditions.Say(slot.Condition, scope)}";

    /// <summary>The word that opens a slot.</summary>
    public static string Word(SlotWord word) => word switch
    {
        SlotWord.While => "while",
        SlotWord.Until => "until",
        SlotWord.Unless => "unless",
        _ => throw new UnreachableException(word.ToString()),
    };

    /// <summary>What a duty that recurs is due for: "period", "of those days".</summary>
    public static string Time(Deadline deadline) => deadline is NoLaterThanEachYear ? "such day of a year" : "period";

    /// <summary>When one of the duties that recur arises.</summary>
    public static string Arising(Deadline deadline) => deadline is NoLaterThanEachYear
        ? "on the day from which an act counts for it, or begins between that day and the one on which it is due"
        : "on the day after the period";

    /// <summary>"6 months", "2 years".</summary>
    private static string Months(int months) => months % 12 == 0 ? English.Count(months / 12, "year") : English.Count(months, "month");

    /// <summary>"10 days" of the calendar, or exact minutes: "48 hours".</summary>
    public static string Time(int days, long minutes) => days > 0 ? English.Count(days, "day") : Quantities.Minutes(minutes);

    private static string Any(ShallNotHave have, Scope scope) =>
        $"any {Terms.Singular(have.Noun)} that {Is(have.State, Terms.IsPlural(have.Noun))} {scope.In(have.In)}";

    /// <summary>"5 working days of the United States", "5 of its own working days".</summary>
    private static string WorkingTime(int days, WorkingDays working) => working.Of is { } party
        ? $"{English.Count(days, "working day")} of {Terms.Party(party)}"
        : days == 1 ? "one of its own working days" : $"{days} of its own working days";

    /// <summary>The days on which a party works: "from … through …, every Saturday and Sunday is a working day of …, except …; so is …".</summary>
    public static string Say(WorkCalendar calendar)
    {
        var without = calendar.Without.IsEmpty ? "" : $", except {English.And(calendar.Without.Select(Dates.Day))}";
        var with = calendar.With.IsEmpty ? "" : $"; so {(calendar.With.Length == 1 ? "is" : "are")} {English.And(calendar.With.Select(Dates.Day))}";
        return $"{Dates.Range(calendar.Days)}, every {English.And(calendar.Weekdays.Select(day => day.ToString()))} is a working day of {Terms.Party(calendar.Party)}{without}{with}";
    }

    private static string Is(State state, bool plural)
    {
        var predicate = States.Predicate(state);
        return plural ? Verbs.PluralPredicate(predicate) : predicate;
    }
}
