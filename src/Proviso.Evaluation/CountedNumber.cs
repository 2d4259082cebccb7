using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation;

/// <summary>What a count comes to on a day in a view (docs/semantics.md §13).</summary>
/// <param name="Least">At least so many. Null: nothing says so, as where what is taken off has no most; of a conflict among parts also. Where the reports of
/// a count that is no sum or difference contradict each other, what they show as they stand.</param>
/// <param name="Most">No more than so many; null where nothing says so. In a conflict as <paramref name="Least"/>.</param>
/// <param name="IsConflict">True when reports contradict each other: nothing is told.</param>
/// <param name="By">The reports that add up to <paramref name="Least"/>; none of a sum or a difference.</param>
/// <param name="MostBy">The names of the totals, and of reports of none, that say <paramref name="Most"/>.</param>
/// <param name="Parts">Of a sum or a difference, the counts that it is made of, in the order written.</param>
public sealed record CountedNumber(
    NamedCount Of, long? Least, long? Most, bool IsConflict, ImmutableArray<CountedReport> By, ImmutableArray<string> MostBy, ImmutableArray<CountedNumber> Parts)
{
    /// <summary>True when something is told of the number: nothing contradicts, and it has a most or is surely more than zero.</summary>
    public bool IsTold => !IsConflict && (Most is not null || Least > 0);

    /// <summary>True when it is just what is expected; null: that it cannot be told. What may be below zero is expected from zero up.</summary>
    public bool Is(Amount? expected) => expected is { } amount
        ? IsTold && amount == new Amount(Math.Max(0, Least ?? 0), Most)
        : !IsTold;

    /// <summary>The counts without parts that make it up, each once, in the order written.</summary>
    public IEnumerable<CountedNumber> Leaves => Parts.IsEmpty ? [this] : Parts.SelectMany(part => part.Leaves).DistinctBy(leaf => leaf.Of.Name);
}

/// <summary>A report that is added in a count.</summary>
/// <param name="Number">It shows so many things.</param>
/// <param name="Weight">For so much each counts.</param>
public sealed record CountedReport(string Report, Attribution Attribution, long Number, long Weight);

/// <summary>Why a report on file was not added in a count.</summary>
public enum WhyNotAdded
{
    /// <summary>It may speak of the same things as a report that was.</summary>
    Perhaps,

    /// <summary>It is not sure that it happened by the day, or was so on the day.</summary>
    OtherDay,

    /// <summary>It is not sure that it is of what is counted, by or of whom it is asked, and where.</summary>
    Unsure,

    /// <summary>The view has it in question.</summary>
    InQuestion,

    /// <summary>The view has its date in question.</summary>
    DateInQuestion,

    /// <summary>The view sets it aside.</summary>
    SetAside,

    /// <summary>A report that nothing was there contradicts it.</summary>
    Contradicted,
}

/// <summary>A report on file that may be of what is counted and was not added.</summary>
/// <param name="Like">The report that was added and may speak of the same things; null for other reasons.</param>
public sealed record NotAdded(string Report, WhyNotAdded Why, string? Like = null);
