namespace Proviso.Language.Binding;

/// <summary>A time as a report states it, before the place that fixes its zone is known. Days count from 1970-01-01.</summary>
abstract record Moment
{
    /// <summary>The last day it can be.</summary>
    public abstract int LastDay { get; }
}

/// <summary>Some instant of these civil days; a single date has equal ends. Requires <c>First &lt;= Last</c>.</summary>
sealed record OnDays(int First, int Last) : Moment
{
    /// <inheritdoc/>
    public override int LastDay => Last;
}

/// <summary><c>by D</c>: an instant of that day or of any day before it.</summary>
sealed record ByDay(int Last) : Moment
{
    /// <inheritdoc/>
    public override int LastDay => Last;
}

/// <summary>A time of day, <c>0 &lt;= MinuteOfDay &lt; 1440</c>: civil at the place, or UTC.</summary>
sealed record AtMinute(int Day, int MinuteOfDay, bool Utc) : Moment
{
    /// <inheritdoc/>
    public override int LastDay => Day;
}

/// <summary>How a stay is stated.</summary>
abstract record Stay;

/// <summary><c>on A</c>: at some instant of A.</summary>
sealed record StayOn(Moment At) : Stay;

/// <summary><c>from A to B</c>: still at some instant of B, and not after B.</summary>
sealed record StayFromTo(Moment From, Moment To) : Stay;

/// <summary><c>from A onward</c>: no end is known.</summary>
sealed record StayOnward(Moment From) : Stay;

/// <summary><c>since A still on B</c>: without a break from A until at least some instant of B.</summary>
sealed record StayStill(Moment Since, Moment On) : Stay;
