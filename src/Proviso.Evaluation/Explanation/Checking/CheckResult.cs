using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation.Checking;

/// <summary>Why an explanation does not show what it claims.</summary>
/// <param name="Where">The step or leaf, from the outside in: "conduct, BreachBegunWhileBound, report r1".</param>
/// <param name="Day">The day on which it fails, or null when it fails on all.</param>
/// <param name="Reason">A clause in plain words.</param>
public sealed record Objection(string Where, int? Day, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => Day is { } day ? $"{Where}, on {Clock.DateOf(day):uuuu-MM-dd}: {Reason}" : $"{Where}: {Reason}";
}

/// <summary>What the checker says of an explanation.</summary>
/// <param name="Objections">In the order of the explanation. Empty when nothing was found wrong.</param>
/// <param name="NotChecked">Steps it does not know how to check. While there are any, the explanation is not accepted.</param>
public sealed record CheckResult(ImmutableArray<Objection> Objections, ImmutableArray<Objection> NotChecked)
{
    /// <summary>Everything was checked and found right.</summary>
    public bool IsAccepted => Objections.IsEmpty && NotChecked.IsEmpty;
}
