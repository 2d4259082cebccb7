using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>§9, slots: the ways a clause's condition slots can be worded in a view; one, unless a dispute on a slot is open.</summary>
sealed class Wordings(Agreement agreement, Acceptance acceptance)
{
    private readonly Dictionary<string, IReadOnlyList<IReadOnlyList<ConditionSlot>>> known = [];

    private IReadOnlyList<IReadOnlyList<ConditionSlot>> Of(Clause clause)
    {
        if (!known.TryGetValue(clause.Id, out var answer))
        {
            answer = known[clause.Id] = WordingsOf(clause);
        }

        return answer;
    }

    private List<List<ConditionSlot>> WordingsOf(Clause clause)
    {
        var wordings = new List<List<ConditionSlot>> { new() };
        foreach (var word in new[] { SlotWord.While, SlotWord.Until, SlotWord.Unless })
        {
            var asDeclared = clause.Slots.Where(slot => slot.Word == word).ToList();
            var choices = DisputeOn(clause, word) is { } dispute
                ? [.. acceptance.ReadingsOf(dispute).Select(reading => reading.Meaning is SlotMeaning meaning ? [meaning.Slot] : asDeclared)]
                : new List<List<ConditionSlot>> { asDeclared };
            wordings = [.. wordings.SelectMany(wording => choices.Select(choice => wording.Concat(choice).ToList()))];
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

    private Dispute? DisputeOn(Clause clause, SlotWord word) =>
        agreement.Disputes.FirstOrDefault(each => each.Target is OnSlot target && target.ClauseId == clause.Id && target.Slot == word);
}
