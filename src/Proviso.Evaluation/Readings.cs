using Proviso.Evaluation.Reports;
using Proviso.Language.Binding;

namespace Proviso.Evaluation;

/// <summary>How views read what is disputed, by what is known to the verdicts.</summary>
public sealed class Readings
{
    private readonly Dictionary<string, ViewTried> views;

    /// <summary>The readings of the views that were judged.</summary>
    public Readings(Verdicts verdicts)
    {
        var known = verdicts.Known.Record.Positions;
        views = verdicts.Views.ToDictionary(view => view.Name, view => verdicts.Trial.Of(view, known), StringComparer.Ordinal);
    }

    /// <summary>The reading a view takes of a dispute, from its declaration or, for a party's view, from what the party is known to have accepted; null
    /// when it leaves the dispute open. Requires a view that was judged.</summary>
    public Reading? Taken(View view, Dispute dispute) => views[view.Name].Choices.TryGetValue(dispute.Name, out var name)
        ? dispute.Readings.FirstOrDefault(reading => reading.Name == name)
        : null;
}
