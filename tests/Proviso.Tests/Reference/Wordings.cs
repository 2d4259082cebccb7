using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>§9, slots: the ways a clause's condition slots can be worded in a view; one, unless a dispute on a slot is open.</summary>
sealed class Wordings(Agreement agreement, Acceptance acceptance)
{
    public IReadOnlyList<IReadOnlyList<ConditionSlot>> Of(Clause clause)
    {
        var wordings = new List<List<ConditionSlot>> { new() };
        foreach (var slot in clause.Slots)
        {
            var choices = DisputeOn(clause, slot) is { } dispute
                ? [.. acceptance.ReadingsOf(dispute).Select(reading => reading.Meaning is SlotMeaning meaning ? meaning.Slot : slot)]
                : new List<ConditionSlot> { slot };
            wordings = [.. wordings.SelectMany(wording => choices.Select(choice => wording.Append(choice).ToList()))];
        }

        return wordings;
    }

    /// <summary>A slot judged in every wording; <paramref name="without"/> is the answer of a wording that has none. Where readings of
    /// two disputes bring the same word, both <c>while</c>s must hold, and one <c>until</c> or <c>unless</c> is enough.</summary>
    public Truth Judge(Clause clause, SlotWord word, Truth without, Func<ConditionSlot, Truth> judge) =>
        Truth.Together(Of(clause).Select(wording =>
        {
            var slots = wording.Where(slot => slot.Word == word).Select(judge).ToList();
            return slots.Count == 0 ? without : word == SlotWord.While ? Truth.All(slots) : Truth.Any(slots);
        }));

    private Dispute? DisputeOn(Clause clause, ConditionSlot slot) =>
        agreement.Disputes.FirstOrDefault(each => each.Target is OnSlot target && target.ClauseId == clause.Id && target.Slot == slot.Word);
}
