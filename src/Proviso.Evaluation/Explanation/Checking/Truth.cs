namespace Proviso.Evaluation.Explanation.Checking;

/// <summary>An answer in one view on one day: proved (both), refuted (neither), or cannot tell (only <paramref name="Hi"/>). The default is
/// refuted.</summary>
/// <param name="Lo">True however the open points turn out; never without <paramref name="Hi"/>.</param>
/// <param name="Hi">Could be true.</param>
internal readonly record struct Truth(bool Lo, bool Hi)
{
    public static Truth Yes => new(true, true);

    public static Truth No => new(false, false);

    public static Truth Open => new(false, true);

    public static Truth Of(bool told) => new(told, told);

    public static Truth operator !(Truth a) => new(!a.Hi, !a.Lo);

    public static Truth operator &(Truth a, Truth b) => new(a.Lo && b.Lo, a.Hi && b.Hi);

    public static Truth operator |(Truth a, Truth b) => new(a.Lo || b.Lo, a.Hi || b.Hi);

    /// <summary>All of the answers; proved when there is none.</summary>
    public static Truth All(IEnumerable<Truth> answers)
    {
        var all = Yes;
        foreach (var answer in answers)
        {
            all &= answer;
            if (!all.Hi)
            {
                break;
            }
        }

        return all;
    }

    /// <summary>At least one of the answers; refuted when there is none.</summary>
    public static Truth Any(IEnumerable<Truth> answers)
    {
        var any = No;
        foreach (var answer in answers)
        {
            any |= answer;
            if (any.Lo)
            {
                break;
            }
        }

        return any;
    }

    /// <summary>What holds under whichever of several readings is the right one.</summary>
    public static Truth Whichever(IEnumerable<Truth> readings)
    {
        var (lo, hi) = (true, false);
        foreach (var reading in readings)
        {
            (lo, hi) = (lo && reading.Lo, hi || reading.Hi);
        }

        return new(lo, hi);
    }
}
