using System.Collections.Immutable;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>A contested term, attribute, extent or wording, with the competing readings in the order written (at least two).</summary>
public sealed record Dispute(string Name, string Question, DisputeTarget Target, ImmutableArray<Reading> Readings, SourceSpan Span);

/// <summary>What a dispute is on. A reading binds there and nowhere else.</summary>
public abstract record DisputeTarget;

/// <summary>The meaning of a definition.</summary>
public sealed record OnDefine(string Define) : DisputeTarget;

/// <summary>The value of an attribute of a model.</summary>
public sealed record OnAttribute(string Attribute, string Model) : DisputeTarget;

/// <summary>The meaning of a state, everywhere or in one slot of one clause (also where it is reached through other states).</summary>
public sealed record OnState(string State, string? ClauseId, ClauseSlot? Slot) : DisputeTarget;

/// <summary>The wording of a condition slot of a clause; where the clause has no such slot, whether one is to be read into it.</summary>
public sealed record OnSlot(string ClauseId, SlotWord Slot) : DisputeTarget;

/// <summary>A condition slot of a clause with the ways to read it.</summary>
/// <param name="Dispute">The dispute on its wording, or null.</param>
/// <param name="Readings">The slot in each reading, in the dispute's order, or the one slot as written; null in a reading without any.</param>
public sealed record WordedSlot(Dispute? Dispute, ImmutableArray<ConditionSlot?> Readings)
{
    /// <summary>The slot as the readings of a dispute have it.</summary>
    /// <param name="written">The slot as the clause has it; null when it has none.</param>
    internal static WordedSlot Of(Dispute dispute, ConditionSlot? written) =>
        new(dispute, [.. dispute.Readings.Select(reading => reading.Meaning is SlotMeaning meaning ? meaning.Slot : written)]);
}

/// <summary>The extent of regions or theatres: a reading replaces everything declared to lie directly in each of them.</summary>
public sealed record OnExtent(ImmutableArray<string> Places) : DisputeTarget;

/// <summary>One way to read what is disputed.</summary>
public sealed record Reading(string Name, string Title, Meaning Meaning, Citation? Source)
{
    /// <summary>Where it is written.</summary>
    public SourceSpan Span { get; init; }
}

/// <summary>What a reading says.</summary>
public abstract record Meaning;

/// <summary>As the declaration or the clause has it.</summary>
public sealed record AsDeclared : Meaning;

/// <summary>A definition's body.</summary>
public sealed record NounMeaning(ImmutableArray<Noun> Bases, AttributeCondition? Where) : Meaning;

/// <summary>An attribute's value.</summary>
public sealed record ValueMeaning(Value Value) : Meaning;

/// <summary>A state expression.</summary>
public sealed record StateMeaning(StateExpression Expression) : Meaning;

/// <summary>A whole condition slot, whose word may differ from the one disputed.</summary>
public sealed record SlotMeaning(ConditionSlot Slot) : Meaning;

/// <summary>What lies directly in the place.</summary>
public sealed record ExtentMeaning(ImmutableArray<ExtentPart> Parts) : Meaning;

/// <summary>A part of an extent and the days it belongs to it.</summary>
public sealed record ExtentPart(Place Place, DayRange Days);

/// <summary>What kind of view a view is.</summary>
public enum ViewKind
{
    /// <summary>What no party to the agreement contests; every dispute open.</summary>
    Common,

    /// <summary>One party's: its contests count, its accepted readings are chosen.</summary>
    Party,

    /// <summary>Declared in the text.</summary>
    Named,
}

/// <summary>A choice of readings and of trusted sources.</summary>
/// <param name="Holder">The party of a party view, else null.</param>
/// <param name="Choices">Dispute name to reading name; a dispute not in it is open.</param>
/// <param name="Trusts">The sources a named view trusts, or null when it trusts all.</param>
public sealed record View(
    string Name,
    string Title,
    ViewKind Kind,
    Party? Holder,
    ImmutableSortedDictionary<string, string> Choices,
    ImmutableArray<Party>? Trusts);
