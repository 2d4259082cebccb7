using System.Collections.Immutable;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>The text of an agreement, bound: every name resolved, every date on the axis, every unit fixed.
/// Declarations are in the order written.</summary>
/// <param name="Between">The parties to the agreement. Other declared parties only speak.</param>
/// <param name="InForce">Days the agreement is in force; half-open.</param>
public sealed record Agreement(
    string Name,
    string Title,
    ImmutableArray<Party> Between,
    DayRange InForce,
    Clock Clock,
    Citation? Source,
    ImmutableArray<Party> Parties,
    ImmutableArray<Place> Places,
    ImmutableArray<Containment> Containments,
    ImmutableArray<NounSymbol> Nouns,
    ImmutableArray<State> States,
    ImmutableArray<Event> Events,
    ImmutableArray<Dispute> Disputes,
    ImmutableArray<View> Views,
    ImmutableArray<Clause> Clauses,
    ImmutableArray<Assumption> Assumptions,
    ImmutableArray<Expectation> Expectations)
{
    /// <summary>Numbers with rules of attribution, in the order written.</summary>
    public ImmutableArray<NamedCount> Counts { get; init; } = [];

    /// <summary>How long after it is declared a withdrawal from the agreement takes effect; null where that is at the end of its day.</summary>
    public Notice? Notice { get; init; }

    /// <summary>What the text leaves out of what it is named after, in the order written.</summary>
    public ImmutableArray<Omission> Omissions { get; init; } = [];

    /// <summary>On which days parties work, in the order written.</summary>
    public ImmutableArray<WorkCalendar> Calendars { get; init; } = [];

    /// <summary>Numbers that the author expects, in the order written.</summary>
    public ImmutableArray<CountExpectation> ExpectedCounts { get; init; } = [];

    /// <summary>Where outlines place the sites that have coordinates, whatever the reading. Empty until that is found out.</summary>
    public ImmutableArray<Placed> Placed { get; init; } = [];

    /// <summary>The first day on which a clause can bind: of the agreement being in force, or the clause's own when that is later.</summary>
    public int FirstDayOf(Clause clause) => Math.Max(InForce.From, clause.From ?? int.MinValue);

    /// <summary>The condition slots of a clause with every way to read each: those written, in their order, then those that only a reading brings, in the order of the
    /// disputes.</summary>
    public IEnumerable<WordedSlot> WordingsOf(Clause clause) =>
    [
        .. clause.Slots.Select(slot => DisputesOn(clause).FirstOrDefault(dispute => ((OnSlot)dispute.Target).Slot == slot.Word) is { } dispute
            ? WordedSlot.Of(dispute, slot)
            : new WordedSlot(null, [slot])),
        .. DisputesOn(clause).Where(dispute => clause.Slots.All(slot => slot.Word != ((OnSlot)dispute.Target).Slot)).Select(dispute => WordedSlot.Of(dispute, null)),
    ];

    private IEnumerable<Dispute> DisputesOn(Clause clause) => Disputes.Where(dispute => dispute.Target is OnSlot on && on.ClauseId == clause.Id);

    /// <summary>A membership of a group that is left out of account, to see what turns on it; null in every text.</summary>
    public Membership? Disregarded { get; init; }
}

/// <summary>Something that the text leaves out of what it is named after.</summary>
/// <param name="Why">The reason, as what follows "because".</param>
public sealed record Omission(string What, string Why);

/// <summary>An agreement with the reports and positions on file, in the order written (files in name order).</summary>
public sealed record Case(Agreement Agreement, ReportList Reports, ImmutableArray<Position> Positions)
{
    /// <summary>The last day anything on file was said or received, or the source read: what the file knows ends there.</summary>
    public required int KnownThrough { get; init; }
}

/// <summary>A stated assumption that nothing of a kind went unreported.</summary>
/// <param name="Views">Names of the views it is made in; empty for all.</param>
public sealed record Assumption(Noun Noun, State State, Place In, DayRange Days, ImmutableArray<string> Views, SourceSpan Span);

/// <summary>Where a clause stands for a party in a region.</summary>
public enum Standing
{
    /// <summary>Not decided by these reports.</summary>
    CannotTell,

    /// <summary>Not yet, or never proposed.</summary>
    NotInForce,

    /// <summary>Proposed and open, perhaps acknowledged; no duty.</summary>
    Offered,

    /// <summary>Proposed and rejected by the addressee.</summary>
    Refused,

    /// <summary>Binds.</summary>
    InForce,

    /// <summary>Suspended by the party that owes it.</summary>
    Suspended,

    /// <summary>Ended for good by its own <c>until</c>.</summary>
    Ended,

    /// <summary>Its <c>until</c> held already when it began: it never bound.</summary>
    VoidFromBirth,

    /// <summary>The party withdrew.</summary>
    Withdrawn,

    /// <summary>The agreement's time ran out.</summary>
    Expired,
}

/// <summary>What a party did under a clause.</summary>
public enum Conduct
{
    /// <summary>Not decided by these reports.</summary>
    CannotTell,

    /// <summary>Nothing is asked: the trigger did not happen, the <c>while</c> does not hold, the clause does not bind, or it is a right.</summary>
    NotTriggered,

    /// <summary>Due and still in time.</summary>
    Pending,

    /// <summary>Kept.</summary>
    Kept,

    /// <summary>Broken.</summary>
    Broken,

    /// <summary>Done, but late.</summary>
    CuredLate,

    /// <summary>Contrary, but excused by an <c>unless</c> or by a clause that goes before.</summary>
    Excused,
}

/// <summary>What a verdict of conduct leans on.</summary>
public enum Basis
{
    /// <summary>Rests on reports of what was done.</summary>
    Reported,

    /// <summary>The whole place was covered over the whole time.</summary>
    Verified,

    /// <summary>Some sites were covered on some days.</summary>
    PartlyVerified,

    /// <summary>Somebody says so and nobody says otherwise.</summary>
    NotContradicted,

    /// <summary>No report speaks to it.</summary>
    NotObserved,

    /// <summary>A party was refused access.</summary>
    AccessDenied,

    /// <summary>Rests on a stated assumption.</summary>
    Assumed,
}

/// <summary>A verdict the author expects, checked by <c>proviso check</c>.</summary>
/// <param name="Days">Every day of it must have the verdict.</param>
/// <param name="KnownOn">As known on that day, or null for all on file.</param>
/// <param name="KnownTo">As known to that party, or null.</param>
/// <param name="Place">The place of the row, or null when the clause has none.</param>
public sealed record Expectation(
    string View,
    DayRange Days,
    int? KnownOn,
    Party? KnownTo,
    string ClauseId,
    Party Party,
    Place? Place,
    Standing? Standing,
    Conduct? Conduct,
    Basis? Basis,
    SourceSpan Span);

/// <summary>A number the author expects, checked by <c>proviso check</c>.</summary>
/// <param name="Days">It must be so on every day.</param>
/// <param name="KnownOn">As known on that day, or null for all on file.</param>
/// <param name="KnownTo">As known to that party, or null.</param>
/// <param name="Party">Whose; null: of all parties to the agreement together.</param>
/// <param name="Place">Where; null only of a count of events: wherever.</param>
/// <param name="Number">Null: it cannot be told.</param>
public sealed record CountExpectation(
    string View, DayRange Days, int? KnownOn, Party? KnownTo, NamedCount Count, Party? Party, Place? Place, Amount? Number, SourceSpan Span);
