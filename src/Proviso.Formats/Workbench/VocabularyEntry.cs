using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Formats.Workbench;

/// <summary>What reports of an agreement can speak of, besides its parties and places; everything in the order of the text.</summary>
/// <param name="States">Those that are reported; what follows from other states is not.</param>
public sealed record VocabularyEntry(
    ImmutableArray<KindEntry> Kinds, ImmutableArray<ModelEntry> Models, ImmutableArray<StateEntry> States, ImmutableArray<EventEntry> Events)
{
    internal static VocabularyEntry Of(Agreement agreement) => new(
        [.. agreement.Nouns.OfType<Kind>().Select(kind => new KindEntry(kind.Name, kind.Title, [.. kind.RolesAndAttributes.Select(AttributeEntry.Of)]))],
        [.. agreement.Nouns.OfType<Model>().Select(model => new ModelEntry(model.Name, model.Title, model.Kind.Name))],
        [.. agreement.States.Where(state => state.Means is null).Select(state => new StateEntry(state.Name, state.Title, state.Persistence == Persistence.Persists))],
        [.. agreement.Events.Select(happening => new EventEntry(happening.Name, happening.Title))]);
}

/// <summary>A class of thing.</summary>
/// <param name="Attributes">The roles that everything has, then those it declares.</param>
public sealed record KindEntry(string Name, string Title, ImmutableArray<AttributeEntry> Attributes);

/// <summary>A named design.</summary>
/// <param name="Kind">The name of its kind.</param>
public sealed record ModelEntry(string Name, string Title, string Kind);

/// <summary>Something that holds of things over time.</summary>
/// <param name="Persists">True when it may be reported as going on with no end known.</param>
public sealed record StateEntry(string Name, string Title, bool Persists);

/// <summary>Something that happens.</summary>
public sealed record EventEntry(string Name, string Title);

/// <summary>A role or an attribute.</summary>
/// <param name="Type">"number", "length", "party", "yes or no" or "one of".</param>
/// <param name="Choices">The words it can have when it is "one of" them; else null.</param>
public sealed record AttributeEntry(string Name, string Type, ImmutableArray<string>? Choices)
{
    internal static AttributeEntry Of(AttributeDeclaration attribute) => new(
        attribute.Name,
        attribute.Type switch
        {
            AttributeType.Number => "number",
            AttributeType.Length => "length",
            AttributeType.Party => "party",
            AttributeType.YesNo => "yes or no",
            AttributeType.Choice => "one of",
            _ => throw new UnreachableException(attribute.Type.ToString()),
        },
        attribute.Type == AttributeType.Choice ? attribute.Choices : null);
}
