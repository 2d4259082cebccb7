using System.Collections.Immutable;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>One norm of an agreement.</summary>
/// <param name="Id">The clause number as written, "1" or "3a".</param>
/// <param name="Offer">Set when the clause is only offered: no duty until an addressee accepts it.</param>
/// <param name="ForEach">Set when there is one instance of the clause per element.</param>
/// <param name="From">First day of the duty, or null: from the agreement's entry into force.</param>
/// <param name="When">The event that triggers an instance, or null for a standing duty.</param>
/// <param name="Slots">The <c>while</c>, <c>until</c> and <c>unless</c> slots in the order written; at most one of each.</param>
/// <param name="Despite">Clauses that yield to this one where both speak.</param>
/// <param name="VerifiedBy">Events by which the parties look.</param>
public sealed record Clause(
    string Id,
    string Title,
    Offer? Offer,
    ForEach? ForEach,
    int? From,
    EventPattern? When,
    Actor Actor,
    Duty Duty,
    ImmutableArray<ConditionSlot> Slots,
    ImmutableArray<string> Despite,
    ImmutableArray<Event> VerifiedBy,
    ImmutableArray<string> Quoted,
    SourceSpan Span)
{
    /// <summary>How <see cref="From"/>, or the day before it, is said when it is counted from the agreement's entry into force; else null.</summary>
    public TimeAfterEntry? Step { get; init; }

    /// <summary>Whether the text says <c>by</c> a day, which still is free: <see cref="From"/> is the day after it.</summary>
    public bool IsByThen { get; init; }

    /// <summary>The id of the right that the triggering event must be a use of, one with a quota on the same event; null where any such event triggers.</summary>
    public string? Under { get; init; }
}

/// <summary>A time after entry into force.</summary>
/// <param name="Number">At least 1.</param>
public sealed record TimeAfterEntry(int Number, StepUnit Unit);

/// <summary>How long after it is declared a withdrawal from an agreement takes effect.</summary>
/// <param name="Number">At least 1.</param>
public sealed record Notice(int Number, StepUnit Unit)
{
    private const int MostYears = 101;

    /// <summary>The first day on which a withdrawal declared on a day has taken effect: the day of the same number, so many months on. Where that month has no such day, from
    /// its last day to the day after it; never, where that would be after the year 9998.</summary>
    public (int Earliest, int Latest) EffectOf(int day)
    {
        var declared = Clock.DateOf(day);
        if (declared.Year > 9998 - MostYears)
        {
            return (int.MaxValue, int.MaxValue);
        }

        var on = Clock.Later(declared, Number, Unit);
        var earliest = Clock.DayNumber(on);
        return (earliest, Unit == StepUnit.Days || on.Day == declared.Day ? earliest : earliest + 1);
    }
}

/// <summary>What a step is counted in.</summary>
public enum StepUnit
{
    /// <summary>Days.</summary>
    Days,

    /// <summary>Months of the calendar: to the day of the same number.</summary>
    Months,

    /// <summary>Years of the calendar: to the day of the same number.</summary>
    Years,
}

/// <summary>The one who offers a clause and those it is offered to, each of whom can accept it in its own words.</summary>
public sealed record Offer(Party By, ImmutableArray<Party> To);

/// <summary>The variable of a clause and the elements it ranges over, in the order declared.</summary>
public sealed record ForEach(string Variable, ImmutableArray<Place> Places, ImmutableArray<Party> Parties);

/// <summary>Who owes the duty or holds the right.</summary>
public abstract record Actor;

/// <summary>A named party or group.</summary>
public sealed record NamedActor(Party Party) : Actor;

/// <summary>Each party the agreement is between: one instance per party.</summary>
public sealed record EachParty : Actor;

/// <summary>The party bound by the trigger's <c>by a party</c>.</summary>
public sealed record ThatParty : Actor;

/// <summary>The party bound by <c>for each party</c>.</summary>
public sealed record VariableActor(string Variable) : Actor;

/// <summary>A place by name or by the clause's variable.</summary>
public abstract record PlaceReference;

/// <summary>A named place.</summary>
public sealed record FixedPlace(Place Place) : PlaceReference;

/// <summary>The place bound by <c>for each</c>.</summary>
public sealed record VariablePlace(string Variable) : PlaceReference;

/// <summary>A party in an event pattern.</summary>
public abstract record PartyReference;

/// <summary>A named party or group (a member counts for its group).</summary>
public sealed record FixedParty(Party Party) : PartyReference;

/// <summary><c>a party</c>: any party the agreement is between; in a trigger it binds <c>that party</c>.</summary>
public sealed record AnyParty : PartyReference;

/// <summary><c>that party</c>: the party bound by the trigger.</summary>
public sealed record SameParty : PartyReference;

/// <summary><c>each other party</c>: every party the agreement is between except the actor; one instance per addressee.</summary>
/// <param name="OfTwo">Whether the agreement is between two, so that it is the other one.</param>
public sealed record EachOtherParty(bool OfTwo) : PartyReference;

/// <summary>The party bound by <c>for each party</c>.</summary>
public sealed record VariableParty(string Variable) : PartyReference;

/// <summary>What an event must be like; null parts match anything.</summary>
public sealed record EventPattern(Event Event, PartyReference? By, PartyReference? To, Noun? Of, PlaceReference? In);

/// <summary>The act of a clause.</summary>
public abstract record Duty;

/// <summary>A duty on what the actor has (owns or operates): kept or broken day by day.</summary>
public abstract record Restraint(Noun Noun, State State, PlaceReference In) : Duty;

/// <summary><c>shall not have NOUN STATE in PLACE</c>: broken on every day the state holds of a thing the actor owns or operates.</summary>
public sealed record ShallNotHave(Noun Noun, State State, PlaceReference In) : Restraint(Noun, State, In);

/// <summary><c>shall have at most NUMBER NOUN STATE in PLACE</c>: a ceiling, broken on every day on which there are more.</summary>
/// <param name="Number">At least 1.</param>
/// <param name="Noun">For a count: the nouns of all its terms as one.</param>
/// <param name="State">Primitive, and nowhere in dispute.</param>
/// <param name="Count">The count that it is a ceiling of; null for one of things, of which each counts for one.</param>
public sealed record ShallHaveAtMost(long Number, Noun Noun, State State, PlaceReference In, StateCount? Count = null) : Restraint(Noun, State, In);

/// <summary><c>may have NOUN STATE in PLACE</c>.</summary>
public sealed record MayHave(Noun Noun, State State, PlaceReference In) : Duty;

/// <summary><c>shall EVENT …</c> by a deadline.</summary>
public sealed record ShallDo(EventPattern Act, Deadline Deadline) : Duty;

/// <summary><c>may EVENT …</c>.</summary>
/// <param name="Quota">How often; null for a right without a number.</param>
public sealed record MayDo(EventPattern Act, Quota? Quota = null) : Duty;

/// <summary>How often a right may be used in each year, by each holder towards each addressee.</summary>
/// <param name="IsCalendar">True for years from 1 January to 31 December, of which the first is that of entry into force; false for years from one anniversary of
/// the entry into force to before the next.</param>
/// <param name="Steps">At least one; their years ascend.</param>
public sealed record Quota(bool IsCalendar, ImmutableArray<QuotaStep> Steps)
{
    /// <summary>The number of a year, of which 1 is the first; 0 after the last step.</summary>
    public int Of(int year) => Steps.FirstOrDefault(step => step.Through is not { } last || year <= last)?.Number ?? 0;

    /// <summary>The sum over all years; null where it has no end.</summary>
    public long? InAll
    {
        get
        {
            var (sum, before) = (0L, 0);
            foreach (var step in Steps)
            {
                if (step.Through is not { } last)
                {
                    return null;
                }

                sum += (long)step.Number * (last - before);
                before = last;
            }

            return sum;
        }
    }

    /// <summary>The days of a year. Requires <paramref name="year"/> at least 1.</summary>
    /// <param name="entry">The day of the agreement's entry into force.</param>
    public DayRange DaysOf(int year, int entry)
    {
        var first = Clock.DateOf(entry);
        NodaTime.LocalDate Start(int number) => IsCalendar ? new(first.Year + number - 1, 1, 1) : first.PlusYears(number - 1);
        return new(Clock.DayNumber(Start(year)), Clock.DayNumber(Start(year + 1)));
    }

    /// <summary>The number of the year in which a day lies; less than 1 before the first.</summary>
    /// <param name="entry">The day of the agreement's entry into force.</param>
    public int YearOf(int day, int entry)
    {
        var (first, date) = (Clock.DateOf(entry), Clock.DateOf(day));
        var years = date.Year - first.Year + 1;
        return IsCalendar || first.PlusYears(years - 1) <= date ? years : years - 1;
    }
}

/// <summary>A number of uses a year.</summary>
/// <param name="Number">At least 1.</param>
/// <param name="Through">The number of the last year in which it holds, at least 1; null: in every year.</param>
public sealed record QuotaStep(int Number, int? Through);

/// <summary>When an act is due.</summary>
public abstract record Deadline;

/// <summary>Within a time after the trigger. Exactly one of the two is positive: whole days on the day grid (the trigger's
/// day is day 0), or exact minutes.</summary>
public sealed record WithinAfter(int Days, long Minutes) : Deadline
{
    /// <summary>In whose working days <see cref="Days"/> are counted; null for days of the calendar.</summary>
    public WorkingDays? Working { get; init; }
}

/// <summary>At least a time before the trigger; measured as <see cref="WithinAfter"/>.</summary>
public sealed record AtLeastBefore(int Days, long Minutes) : Deadline
{
    /// <summary>In whose working days <see cref="Days"/> are counted; null for days of the calendar.</summary>
    public WorkingDays? Working { get; init; }
}

/// <summary>In whose working days a deadline is counted. Everybody meant has a <see cref="WorkCalendar"/>.</summary>
/// <param name="Of">The party named; null for the one that owes the act.</param>
public sealed record WorkingDays(Party? Of);

/// <summary>No later than the trigger itself.</summary>
public sealed record NoLaterThanEvent : Deadline;

/// <summary>No later than the end of a day.</summary>
public sealed record NoLaterThanDay(int Day) : Deadline;

/// <summary>A deadline that comes again and again; each time it is one duty. Only of clauses without <see cref="Clause.When"/>.</summary>
public abstract record Recurring : Deadline;

/// <summary>Within days after each period. The periods follow each other: the first begins on <paramref name="Start"/>, each has <paramref name="Months"/> months
/// of the calendar. The last day of a period is day 0.</summary>
/// <param name="Days">At least 1 and no more than the shortest period has, so that a duty is due before the next period ends.</param>
/// <param name="Months">At least 1.</param>
/// <param name="Start">A day from the 1st to the 28th of a month.</param>
public sealed record WithinAfterEach(int Days, int Months, int Start) : Recurring;

/// <summary>No later than the end of certain days of each year.</summary>
/// <param name="Days">At least one; in the order of the year, without duplicates, and without 29 February.</param>
public sealed record NoLaterThanEachYear(ImmutableArray<DayOfYear> Days) : Recurring;

/// <summary>A day of every year. Requires 1 &lt;= Month &lt;= 12, and a day that the month has in every year.</summary>
public readonly record struct DayOfYear(int Month, int Day);

/// <summary>The word that opens a condition slot; each has one meaning.</summary>
public enum SlotWord
{
    /// <summary>The duty holds while the condition holds, and revives with it.</summary>
    While,

    /// <summary>The duty ends for good at the end of the day the condition is met.</summary>
    Until,

    /// <summary>Contrary conduct is excused on days the condition holds.</summary>
    Unless,
}

/// <summary>A place in a clause that a dispute can be about.</summary>
public enum ClauseSlot
{
    /// <summary>The act: <c>shall not have … STATE</c>.</summary>
    Have,

    /// <summary>The <c>while</c> slot.</summary>
    While,

    /// <summary>The <c>until</c> slot.</summary>
    Until,

    /// <summary>The <c>unless</c> slot.</summary>
    Unless,

    /// <summary>The <c>when</c> slot.</summary>
    When,
}

/// <summary>A condition slot of a clause, or a reading of one.</summary>
/// <param name="Newly">Only with <see cref="SlotWord.Until"/>: the condition must set in after the start.</param>
public sealed record ConditionSlot(SlotWord Word, bool Newly, Condition Condition);

/// <summary>A condition over time, judged on the day grid.</summary>
public abstract record Condition;

/// <summary>Some matching thing is in the state at the place that day; with <paramref name="RunningDays"/>, some matching
/// thing has been on each of the last that many days.</summary>
/// <param name="RunningDays">Null, or at least 1.</param>
public sealed record NounIs(Noun Noun, State State, PlaceReference In, int? RunningDays) : Condition;

/// <summary>No matching thing is.</summary>
public sealed record NotCondition(Condition Part) : Condition;

/// <summary>A matching event happens that day.</summary>
public sealed record Happens(EventPattern Pattern) : Condition;

/// <summary>A breach of a clause, by anybody or by the party, was under way at the end of the day before.</summary>
/// <param name="In">Null: any instance of the clause; else the instance for that place.</param>
public sealed record ClauseBroken(string ClauseId, Party? By, PlaceReference? In) : Condition;

/// <summary>All parts hold that day.</summary>
public sealed record AllConditions(ImmutableArray<Condition> Parts) : Condition;

/// <summary>At least one part holds that day.</summary>
public sealed record AnyCondition(ImmutableArray<Condition> Parts) : Condition;
