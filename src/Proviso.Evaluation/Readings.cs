using Proviso.Evaluation.Reports;
using Proviso.Language.Binding;

namespace Proviso.Evaluation;

/// <summary>How views read what is disputed.</summary>
public static class Readings
{
    /// <summary>The reading a view takes of a dispute, from its declaration or, for a party's view, from what the party is known to have accepted; null
    /// when it leaves the dispute open.</summary>
    public static Reading? Taken(Verdicts verdicts, View view, Dispute dispute) =>
        ViewTried.Of(view, KnownRecord.Of(verdicts.Case, verdicts.Knowledge).Positions).Choices.TryGetValue(dispute.Name, out var name)
            ? dispute.Readings.FirstOrDefault(reading => reading.Name == name)
            : null;
}
