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

    // Far beyond every date of the language, and far from overflow when days are added.
    internal const long AnyMinute = 10_000_000_000;

    /// <summary>True when the date of the trigger is in question, so that the act may have been due at any time.</summary>
    public bool HasNoDate => When.Earliest <= -AnyMinute || When.Latest >= AnyMinute;
}

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
