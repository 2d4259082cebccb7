using System.Collections.Immutable;
using Proviso.Evaluation.Matching;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Reports;

/// <summary>What of a record was asked for an answer, and so on what the answer rests: the reports that a question lets through, those on file and those that might come.</summary>
internal sealed class Reads
{
    private readonly List<(ImmutableHashSet<string> Names, LotFilter Filter)> states = [];
    private readonly List<(EventPattern Pattern, Bindings Bindings)> events = [];
    private bool allStates;

    /// <summary>Reports of some states of things as filtered were asked for.</summary>
    public void Add(ImmutableHashSet<string> names, LotFilter filter) => states.Add((names, filter));

    /// <summary>All reports of states were asked for.</summary>
    public void AddAllStates() => allStates = true;

    /// <summary>Events were asked for.</summary>
    public void Add(EventPattern pattern, Bindings bindings) => events.Add((pattern, bindings));

    /// <summary>All that was asked for another answer, too.</summary>
    public void Add(Reads other)
    {
        states.AddRange(other.states);
        events.AddRange(other.events);
        allStates |= other.allStates;
    }

    /// <summary>Whether the answer may be another for a change.</summary>
    public bool IsTouched(Changes changes, States passing, Conditions matching, Facts facts) =>
        changes.States.Any(shape => IsTouched(shape, passing, facts)) || changes.Events.Any(shape => IsTouched(shape, matching, facts));

    private bool IsTouched(StateShape shape, States passing, Facts facts)
    {
        // An absence, or a total, may speak to things of other shapes.
        return allStates || states.Any(read => read.Names.Contains(shape.State.Name)
            && (shape.Absent || shape.IsTotal || !passing.Passes(shape, facts.TakenOf(shape), read.Filter).IsNever));
    }

    private bool IsTouched(EventShape shape, Conditions matching, Facts facts) => events.Any(read =>
        shape.Event.Name == read.Pattern.Event.Name && (shape.NotReceived || !matching.Matches(shape, facts.TakenOf(shape), read.Pattern, read.Bindings).IsNever));
}

/// <summary>What a revision of a record changes.</summary>
/// <param name="States">The shapes of reports of states that come, go, or are of another shape now; and of those whose end does.</param>
/// <param name="Events">The same of events.</param>
/// <param name="IsWide">Something else changes, on which any answer may rest: what attributes are reported to be, logs, positions, the last day that is known.</param>
internal sealed record Changes(ImmutableHashSet<StateShape> States, ImmutableHashSet<EventShape> Events, bool IsWide);
