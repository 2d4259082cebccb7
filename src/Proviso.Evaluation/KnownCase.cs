using Proviso.Evaluation.Reports;
using Proviso.Language.Binding;

namespace Proviso.Evaluation;

/// <summary>A case as known on a day, laid out for judging: made once, it can be judged in any views. Immutable; safe to read from several threads.</summary>
public sealed class KnownCase
{
    private KnownCase(Case @case, Knowledge knowledge)
    {
        Case = @case;
        Knowledge = knowledge;
        Record = KnownRecord.Of(@case, knowledge);
        Columns = FactColumns.Of(Record);
    }

    /// <summary>The case.</summary>
    public Case Case { get; }

    /// <summary>As known when, and to whom.</summary>
    public Knowledge Knowledge { get; }

    /// <summary>The reports and positions that count.</summary>
    internal KnownRecord Record { get; }

    /// <summary>The reports, corrected, by shape.</summary>
    internal FactColumns Columns { get; }

    /// <summary>Lays out what is known of a case.</summary>
    public static KnownCase Of(Case @case, Knowledge knowledge) => new(@case, knowledge);
}
