using System.Collections.Immutable;
using Proviso.Evaluation.Reports;
using Proviso.Language.Binding;

namespace Proviso.Evaluation;

/// <summary>Readings and beliefs that are tried in every view, whatever the view itself says: what <see cref="Explanation.Decision"/> names can be tried so. What is tried is
/// computed as if each view had declared it.</summary>
/// <param name="Readings">The name of the reading for the name of a dispute.</param>
/// <param name="Believed">Names of reports that are believed, whoever contests them.</param>
/// <param name="SetAside">Names of reports that are set aside. Requires that none is believed too.</param>
public sealed record Trial(ImmutableSortedDictionary<string, string> Readings, ImmutableSortedSet<string> Believed, ImmutableSortedSet<string> SetAside)
{
    /// <summary>Nothing is tried: each view is as it is.</summary>
    public static Trial None { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), Names, Names);

    /// <summary>True when each view is as it is.</summary>
    public bool IsNone => Readings.IsEmpty && Believed.IsEmpty && SetAside.IsEmpty;

    private static ImmutableSortedSet<string> Names => ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The view as it is taken.</summary>
    internal ViewTried Of(View view, IEnumerable<Position> known)
    {
        var tried = ViewTried.Of(view, known);
        return IsNone ? tried : new(view, tried.Choices.SetItems(Readings), Believed, SetAside);
    }
}
