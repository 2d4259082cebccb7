using System.Collections.Immutable;
using Proviso.Evaluation.Duties;
using Proviso.Language.Binding;

namespace Proviso.Evaluation;

/// <summary>One single duty to act, as a view sees it on a day: what one trigger asks of the row's party towards the row's addressee
/// (docs/semantics.md §11).</summary>
/// <param name="Trigger">The name of the report of the event that asks for the act; null for a duty that waits for no event.</param>
/// <param name="When">When that was: minutes, as the view takes the report's date.</param>
/// <param name="DueFirst">The first minute too late if the trigger was as early as it can have been.</param>
/// <param name="DueLast">The same if it was as late as it can have been; equal when its date is exact.</param>
/// <param name="Conduct">What was done about it by the day. Never <see cref="Conduct.NotTriggered"/>.</param>
/// <param name="IsSure">False when it cannot be told whether the duty arose at all, or is excused.</param>
/// <param name="IsOver">True when, on the day, it is surely too late to act in time.</param>
/// <param name="NotReceived">The names of reports by the addressee that nothing was received; empty also when its complete log shows that.</param>
/// <param name="Acts">What may have been done about it by the day, in the order of the file.</param>
public sealed record Owed(
    string? Trigger,
    Window When,
    long DueFirst,
    long DueLast,
    Conduct Conduct,
    bool IsSure,
    bool IsOver,
    ImmutableArray<string> NotReceived,
    ImmutableArray<OwedAct> Acts)
{
    /// <summary>Where in line its trigger is, for a duty that is asked for under a right; else null.</summary>
    public UsePlace? Use { get; init; }

    /// <summary>Which of its times it is, for a duty that recurs; else null.</summary>
    public DueTime? Time { get; init; }

    /// <summary>How its working days were counted, from the day of the trigger; where that is open, from the first and from the last it can be. Empty when it is not
    /// counted in working days, or the trigger has no date.</summary>
    public ImmutableArray<WorkingCount> Counted { get; init; } = [];

    /// <summary>True when it cannot be told how early it was due: a calendar does not go back so far.</summary>
    public bool HasNoEarliest => DueFirst <= -AnyMinute;

    /// <summary>True when it cannot be told how late it is due: a calendar does not go on so far.</summary>
    public bool HasNoLatest => DueLast >= AnyMinute;

    // Far beyond every date of the language, and far from overflow when days are added.
    internal const long AnyMinute = 10_000_000_000;

    /// <summary>True when the date of the trigger is in question, so that the act may have been due at any time.</summary>
    public bool HasNoDate => When.Earliest <= -AnyMinute || When.Latest >= AnyMinute;
}

/// <summary>How a deadline in working days is counted from one day. Days count from 1970-01-01.</summary>
/// <param name="Of">Whose working days they are.</param>
/// <param name="Number">Which working day it is: at least 1.</param>
/// <param name="IsBack">True when the days are counted back.</param>
/// <param name="From">The day from which it is counted: day 0.</param>
/// <param name="First">The last day in time, or the earliest it can be; null where that cannot be told.</param>
/// <param name="Last">The last day in time, or the latest it can be; null where that cannot be told. Not both are null.</param>
/// <param name="Off">The days between that the calendar takes out, in order; without those on a day of the week that is not worked anyway.</param>
/// <param name="Extra">The days between, the last included, that the calendar puts in, in order.</param>
/// <param name="Unknown">The first day met of which the calendar does not say whether it is worked; null when there is none.</param>
/// <param name="IsEnd">True when the calendar says so of the day met before that: then it ends there, or begins there when counted back.</param>
public sealed record WorkingCount(
    Party Of, int Number, bool IsBack, int From, int? First, int? Last, ImmutableArray<int> Off, ImmutableArray<int> Extra, int? Unknown, bool IsEnd);

/// <summary>An act that may answer a duty.</summary>
/// <param name="Report">The name of the report of it.</param>
/// <param name="When">When it was received, if that is known; else when it was done.</param>
/// <param name="IsReceipt">True when <paramref name="When"/> is of the receipt.</param>
/// <param name="IsSure">False when it may be another act than the one asked for, or for another trigger, or is in question.</param>
public sealed record OwedAct(string Report, Window When, bool IsReceipt, bool IsSure, Timing Timing);

/// <summary>Whether an act was in time.</summary>
public enum Timing
{
    /// <summary>Wherever in its dates it and its trigger fall.</summary>
    InTime,

    /// <summary>In time or not, as its dates or the trigger's turn out.</summary>
    Open,

    /// <summary>Too late, wherever in its dates it and its trigger fall.</summary>
    TooLate,
}
