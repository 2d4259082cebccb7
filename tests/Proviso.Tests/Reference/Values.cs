using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>§5: one value against a wanted one.</summary>
static class Values
{
    public static Truth Passes(Value candidate, Value wanted, int day) => (candidate, wanted) switch
    {
        (RangeValue range, RangeValue limits) => Passes(range, limits),
        (WordValue word, WordValue other) => Truth.Of(word.Word == other.Word),
        (PartyValue party, PartyValue other) => Passes(party.Party, other.Party, day),
        _ => throw new InvalidOperationException($"{candidate} is never held against {wanted}."),
    };

    /// <summary>True for the party itself and for those who are members of it on the day.</summary>
    public static bool IsOrIsMember(Party party, Party wanted, int day) => party.Name == wanted.Name || IsMember(party, wanted, day);

    public static bool Same(Value a, Value b) => (a, b) switch
    {
        (PartyValue one, PartyValue other) => one.Party.Name == other.Party.Name,
        _ => a.Equals(b),
    };

    private static Truth Passes(Party candidate, Party wanted, int day) =>
        IsOrIsMember(candidate, wanted, day) ? Truth.Proved : IsMember(wanted, candidate, day) ? Truth.Open : Truth.Refuted;

    private static bool IsMember(Party member, Party group, int day) =>
        group.Members.Any(membership => membership.Member.Name == member.Name && membership.Days.Contains(day));

    private static Truth Passes(RangeValue range, RangeValue limits)
    {
        var inside = LowFits(range, limits) && HighFits(range, limits);
        return inside ? Truth.Proved : Below(range, limits) || Below(limits, range) ? Truth.Refuted : Truth.Open;
    }

    private static bool LowFits(RangeValue range, RangeValue limits) => limits.Low is not { } limit
        || (range.Low is { } low && (low > limit || (low == limit && (limits.LowIncluded || !range.LowIncluded))));

    private static bool HighFits(RangeValue range, RangeValue limits) => limits.High is not { } limit
        || (range.High is { } high && (high < limit || (high == limit && (limits.HighIncluded || !range.HighIncluded))));

    /// <summary>True when every figure of one is below every figure of the other.</summary>
    private static bool Below(RangeValue one, RangeValue other) => one.High is { } high && other.Low is { } low
        && (high < low || (high == low && !(one.HighIncluded && other.LowIncluded)));
}
