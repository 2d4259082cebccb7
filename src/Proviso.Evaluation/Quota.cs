using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation;

/// <summary>Where in line a use of a right is, in one of the years in which it may lie.</summary>
/// <param name="Year">The number of the year; 1 is the first.</param>
/// <param name="Allowed">How many uses the right has in that year; 0 after its last.</param>
/// <param name="First">The least place it can have in that year; 1 is the first.</param>
/// <param name="Last">The greatest.</param>
public sealed record YearPlace(int Year, int Allowed, int First, int Last);

/// <summary>A use of a right, as a view takes it.</summary>
/// <param name="Right">The clause that gives the right.</param>
/// <param name="Report">The name of its report.</param>
/// <param name="When">Its receipt by the addressee where that is stated, else when it was done.</param>
/// <param name="IsSure">False when it may be no use of the right, or not have been at all.</param>
/// <param name="IsOutside">True when it may lie on a day that is in no year: before the right begins, or after the agreement's term.</param>
/// <param name="Years">In the order of the years; none when it lies in no year.</param>
public sealed record UsePlace(Clause Right, string Report, Window When, bool IsReceipt, bool IsSure, bool IsOutside, ImmutableArray<YearPlace> Years)
{
    /// <summary>True when it is within the number of every year in which it may lie.</summary>
    public bool IsSurelyWithin => !IsOutside && !Years.IsEmpty && Years.All(year => year.Last <= year.Allowed);

    /// <summary>True when it is within the number of no year in which it may lie.</summary>
    public bool IsSurelyAbove => Years.All(year => year.First > year.Allowed);
}

/// <summary>A right in one year, as far as it is used by a day.</summary>
/// <param name="Right">The clause that gives the right.</param>
/// <param name="Year">The number of the year; 1 is the first.</param>
/// <param name="Days">The days of the year on which there can be a right.</param>
/// <param name="Allowed">How many uses the right has in it.</param>
/// <param name="UsedLeast">Used at least so often.</param>
/// <param name="UsedMost">Used at most so often.</param>
/// <param name="Uses">What may be a use in the year, by time.</param>
public sealed record QuotaYear(Clause Right, int Year, DayRange Days, int Allowed, int UsedLeast, int UsedMost, ImmutableArray<UsePlace> Uses)
{
    /// <summary>Uses that are above the number or not, as their order turns out: each group with how many of it are above. Only of such as surely are uses, in this year.</summary>
    public IEnumerable<(ImmutableArray<string> Reports, int Above)> Ties => Uses
        .Where(use => use is { IsSure: true, IsOutside: false, Years: [{ } only] } && only.First <= Allowed && Allowed < only.Last)
        .GroupBy(use => (use.Years[0].First, use.Years[0].Last))
        .Where(same => same.Count() == same.Key.Last - same.Key.First + 1)
        .Select(same => (same.Select(use => use.Report).ToImmutableArray(), same.Key.Last - Allowed));

    /// <summary>At least so many are left: uses above the number take nothing.</summary>
    public int LeftLeast => Math.Max(0, Allowed - UsedMost);

    /// <summary>At most so many are left.</summary>
    public int LeftMost => Math.Max(0, Allowed - UsedLeast);
}
