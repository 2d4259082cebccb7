using Proviso.Language.Binding;

namespace Proviso.Evaluation;

/// <summary>What a verdict is about: a clause, for one who owes it (or is offered it), in a place.</summary>
/// <param name="Party">The party that owes the clause or holds the right.</param>
/// <param name="Addressee">For an offered clause, the one it is offered to; for a clause whose act is <c>to</c> somebody, the one
/// the act is owed to; else null.</param>
/// <param name="Instance">The place of the clause instance (the element of its <c>for each</c>, or its act's fixed place), or null.</param>
/// <param name="Place">The place asked about: the instance's, or one declared directly in it; null when the instance has none.</param>
/// <remarks>The rows of a case are ordered by clause as written, then by instance as its elements are declared, then party, then
/// addressee as written; the instance's own place comes before the places in it.</remarks>
public sealed record Row(Clause Clause, Party Party, Party? Addressee, Place? Instance, Place? Place);

/// <summary>A set of standings, one bit each: bit <c>1 &lt;&lt; (int)standing</c>.</summary>
/// <param name="Bits">Zero is the empty set.</param>
public readonly record struct StandingSet(int Bits)
{
    /// <summary>True when the standing is in the set.</summary>
    public bool Has(Standing standing) => (Bits & (1 << (int)standing)) != 0;

    /// <summary>The set with one more standing.</summary>
    public StandingSet With(Standing standing) => new(Bits | (1 << (int)standing));
}

/// <summary>The answer for a row in a view on a day.</summary>
/// <param name="Standing">Where the clause stands, or <see cref="Standing.CannotTell"/>.</param>
/// <param name="Possible">The standings not ruled out; exactly one when <paramref name="Standing"/> is told.</param>
/// <param name="Conduct">What the party did, or <see cref="Conduct.CannotTell"/>.</param>
/// <param name="NotBroken">True when the conduct cannot be told and yet is no breach, however the open points turn out. Only of prohibitions and ceilings.</param>
public readonly record struct Verdict(Standing Standing, StandingSet Possible, Conduct Conduct, bool NotBroken = false);

/// <summary>How many things the reports show under a ceiling: surely at least, and surely at most.</summary>
/// <param name="Limit">The clause's.</param>
/// <param name="Least">At least so many; zero when no report shows any.</param>
/// <param name="Most">No more than so many; null when no total says so. Less than <paramref name="Least"/> when reports contradict each other.</param>
/// <param name="BindsFrom">On a day before the limit binds: the first day on which it does; else null.</param>
/// <param name="BoundThrough">On a day on which the agreement's term is over: the last day of it; else null.</param>
/// <param name="Contradicts">True when more things of a count were there than there can have been, whatever they count for.</param>
public sealed record Numbers(long Limit, long Least, long? Most, int? BindsFrom = null, int? BoundThrough = null, bool Contradicts = false)
{
    /// <summary>True when some report says something of the number.</summary>
    public bool IsTold => Least > 0 || Most is not null;


    /// <summary>True when reports contradict each other.</summary>
    public bool IsConflict => Contradicts || Least > Most;
}

/// <summary>Up to when, and to whom, the record is known.</summary>
/// <param name="Day">What was public by the end of this day; null: all on file. A later day than the file's last counts as its last.</param>
/// <param name="To">Null: the public. Else what this party said or received by the day.</param>
public sealed record Knowledge(int? Day, Party? To)
{
    /// <summary>All on file.</summary>
    public static Knowledge All { get; } = new(null, null);

    /// <summary>True when what was so said counts: it was public by the day, or the party said or received it by then
    /// (docs/semantics.md §1).</summary>
    /// <param name="clock">The agreement's.</param>
    public bool Has(Attribution said, Clock clock)
    {
        var day = Day ?? int.MaxValue;
        return To is not { } party
            ? said.Said.Last <= day
            : (said.By.Name == party.Name && said.Said.Last <= day)
                || said.Received.Any(r => r.By.Name == party.Name && clock.DayOf(r.At.Latest) <= day);
    }
}
