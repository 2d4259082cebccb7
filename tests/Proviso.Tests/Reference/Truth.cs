namespace Proviso.Reference;

/// <summary>How a question stands: proved is (true, true), refuted (false, false), cannot tell (false, true).
/// <c>Lo</c> implies <c>Hi</c>.</summary>
readonly record struct Truth(bool Lo, bool Hi)
{
    public static readonly Truth Proved = new(true, true);
    public static readonly Truth Refuted = new(false, false);
    public static readonly Truth Open = new(false, true);

    public static Truth Of(bool known) => new(known, known);

    public static Truth operator !(Truth a) => new(!a.Hi, !a.Lo);

    public static Truth operator &(Truth a, Truth b) => new(a.Lo && b.Lo, a.Hi && b.Hi);

    public static Truth operator |(Truth a, Truth b) => new(a.Lo || b.Lo, a.Hi || b.Hi);

    /// <summary>With <c>operator false</c>: <c>&amp;&amp;</c> and <c>||</c> are <c>&amp;</c> and <c>|</c> that do not ask what cannot change the answer.</summary>
    public static bool operator true(Truth a) => a.Lo;

    public static bool operator false(Truth a) => !a.Hi;

    public static Truth All(IEnumerable<Truth> parts) => parts.Aggregate(Proved, (a, b) => a & b);

    public static Truth Any(IEnumerable<Truth> parts) => parts.Aggregate(Refuted, (a, b) => a | b);

    /// <summary>All readings of an open dispute together (§3): proved when every reading has it, possible when some has.
    /// With one reading, that reading's answer.</summary>
    public static Truth Together(IEnumerable<Truth> readings)
    {
        var all = readings.ToList();
        return new(all.TrueForAll(each => each.Lo), all.Exists(each => each.Hi));
    }
}
