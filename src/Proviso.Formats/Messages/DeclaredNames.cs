using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Formats.Messages;

/// <summary>The names that an agreement declares, by what they are the names of.</summary>
public static class DeclaredNames
{
    /// <summary>What a field of a form may ask the name of; the words of the language that declare it.</summary>
    public static ImmutableArray<string> Sorts { get; } = ["party", "group", "site", "region", "theatre", "kind", "model", "define", "state", "event"];

    /// <summary>The names of the sorts asked for, in the order of the text.</summary>
    /// <param name="sorts">Some of <see cref="Sorts"/>.</param>
    public static IEnumerable<string> Of(Agreement agreement, ImmutableArray<string> sorts) => sorts.SelectMany(sort => Of(agreement, sort));

    private static IEnumerable<string> Of(Agreement agreement, string sort) => sort switch
    {
        "party" => agreement.Parties.Where(party => !party.IsGroup).Select(party => party.Name),
        "group" => agreement.Parties.Where(party => party.IsGroup).Select(party => party.Name),
        "site" => agreement.Places.OfType<Site>().Select(place => place.Name),
        "region" => agreement.Places.OfType<Region>().Select(place => place.Name),
        "theatre" => agreement.Places.OfType<Theatre>().Select(place => place.Name),
        "kind" => agreement.Nouns.OfType<Kind>().Select(noun => noun.Name),
        "model" => agreement.Nouns.OfType<Model>().Select(noun => noun.Name),
        "define" => agreement.Nouns.OfType<Define>().Select(noun => noun.Name),
        "state" => agreement.States.Select(state => state.Name),
        "event" => agreement.Events.Select(happening => happening.Name),
        _ => throw new System.Diagnostics.UnreachableException(sort),
    };
}
