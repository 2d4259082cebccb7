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
        bool IsNew(Attribution said) => Knows(said, later, clock) && !Knows(said, earlier, clock);
        return new([.. @case.Reports.Where(report => IsNew(report.Attribution))], [.. @case.Positions.Where(position => IsNew(position.Attribution))]);
    }

    private static bool Knows(Attribution said, Knowledge knowledge, Clock clock)
    {
        var day = knowledge.Day ?? int.MaxValue;
        return knowledge.To is not { } party
            ? said.Said.Last <= day
            : (said.By.Name == party.Name && said.Said.Last <= day)
                || said.Received.Any(receipt => receipt.By.Name == party.Name && clock.DayOf(receipt.At.Latest) <= day);
    }
}
