using System.Collections.Frozen;
using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Language.Editing;

/// <summary>What a name of a text names, for those who edit it.</summary>
public enum NameSort
{
    /// <summary>The agreement.</summary>
    Agreement,

    /// <summary>A party.</summary>
    Party,

    /// <summary>A group of parties.</summary>
    Group,

    /// <summary>A named area.</summary>
    Region,

    /// <summary>A named point.</summary>
    Site,

    /// <summary>Regions that answer for each other.</summary>
    Theatre,

    /// <summary>A class of thing.</summary>
    Kind,

    /// <summary>A named design of a kind.</summary>
    Model,

    /// <summary>A definition.</summary>
    Definition,

    /// <summary>A count.</summary>
    Count,

    /// <summary>A state.</summary>
    State,

    /// <summary>An event.</summary>
    Event,

    /// <summary>A dispute.</summary>
    Dispute,

    /// <summary>A view, also one that needs no sentence.</summary>
    View,

    /// <summary>A clause, by its number.</summary>
    Clause,

    /// <summary>A report.</summary>
    Report,

    /// <summary>A reading of a dispute.</summary>
    Reading,

    /// <summary>An attribute of a kind, or one of the three roles.</summary>
    Attribute,

    /// <summary>A word that an attribute takes.</summary>
    Value,

    /// <summary>A single thing that reports speak of.</summary>
    Item,

    /// <summary>What stands for each place or party in a clause.</summary>
    Variable,

    /// <summary>A country of the atlas.</summary>
    Country,
}

/// <summary>Sorts and the nouns by which the language calls them.</summary>
public static class NameSorts
{
    private static readonly ImmutableArray<NameSort> all = [.. Enum.GetValues<NameSort>()];

    private static readonly FrozenDictionary<string, ImmutableArray<NameSort>> byNoun = all
        .Select(sort => (Noun: sort.Noun(), Sorts: ImmutableArray.Create(sort)))
        .Where(each => each.Noun != "party")
        .Concat([
            ("party", [NameSort.Party, NameSort.Group]),
            ("member", [NameSort.Party, NameSort.Group]),
            ("place", [NameSort.Region, NameSort.Site, NameSort.Theatre]),
        ])
        .ToFrozenDictionary(each => each.Noun, each => each.Sorts, StringComparer.Ordinal);

    /// <summary>"party", "reading": the word of the language where it has one.</summary>
    public static string Noun(this NameSort sort) => sort.ToString().ToLowerInvariant();

    /// <summary>The sorts that a phrase of the parser names, such as "the name of a kind or a model", in its order. What it says in
    /// backticks is written in the text and names none.</summary>
    internal static ImmutableArray<NameSort> NamedIn(string phrase) =>
    [
        .. phrase.Split('`').Where((_, at) => at % 2 == 0)
            .SelectMany(part => part.Split([' ', ',', ':', ';', '.'], StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(word => byNoun.GetValueOrDefault(word, []))
            .Distinct(),
    ];

    /// <summary>The sort of what a sentence declares.</summary>
    internal static NameSort Of(Sort sort) => byNoun[Names.Noun(sort)][0];

    /// <summary>True for what things are called by.</summary>
    internal static bool IsNoun(this NameSort sort) => sort is NameSort.Kind or NameSort.Model or NameSort.Definition;
}
