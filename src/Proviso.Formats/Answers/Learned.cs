using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Formats.Answers;

/// <summary>What became known between two days, in the order of the file.</summary>
public sealed record Learned(ImmutableArray<Report> Reports, ImmutableArray<Position> Positions)
{
    /// <summary>What the later knowledge has and the earlier has not.</summary>
    public static Learned Between(Case @case, Knowledge earlier, Knowledge later)
    {
        var clock = @case.Agreement.Clock;
        bool IsNew(Attribution said) => later.Has(said, clock) && !earlier.Has(said, clock);
        return new([.. @case.Reports.Where(report => IsNew(report.Attribution))], [.. @case.Positions.Where(position => IsNew(position.Attribution))]);
    }
}
