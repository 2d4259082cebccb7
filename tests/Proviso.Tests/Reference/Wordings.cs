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

    /// <summary>A slot judged in every wording; <paramref name="without"/> is the answer of a wording that has none.</summary>
    public Truth Judge(Clause clause, SlotWord word, Truth without, Func<ConditionSlot, Truth> judge) =>
        Truth.Together(Of(clause).Select(wording => wording.FirstOrDefault(slot => slot.Word == word) is { } slot ? judge(slot) : without));

    private Dispute? DisputeOn(Clause clause, ConditionSlot slot) =>
        agreement.Disputes.FirstOrDefault(each => each.Target is OnSlot target && target.ClauseId == clause.Id && target.Slot == slot.Word);
}
