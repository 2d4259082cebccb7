using System.Collections.Immutable;

namespace Proviso.Language.Binding;

/// <summary>Which attributes a noun has. A definition has those that all its bases have, with the same type; a choice then
/// takes the words of any of them.</summary>
sealed class Attributes
{
    /// <summary>The roles every kind has.</summary>
    public static ImmutableArray<AttributeDeclaration> Roles { get; } =
    [
        new("maker", AttributeType.Party, []), new("owner", AttributeType.Party, []), new("operator", AttributeType.Party, []),
    ];

    private readonly Dictionary<string, ImmutableSortedDictionary<string, AttributeDeclaration>> ofNoun = new(StringComparer.Ordinal);

    /// <summary>Notes the attributes of a noun; requires those it is built from to be noted.</summary>
    public void Note(NounSymbol symbol) => ofNoun[symbol.Name] = symbol switch
    {
        Kind kind => Table(kind.RolesAndAttributes),
        Model model => Of(model.Kind),
        Define define => Shared(define.Bases),
        _ => throw new System.Diagnostics.UnreachableException(symbol.GetType().Name),
    };

    /// <summary>The attributes of a noun, by name.</summary>
    public ImmutableSortedDictionary<string, AttributeDeclaration> Of(NounSymbol symbol) => ofNoun[symbol.Name];

    /// <summary>The attributes that all of some nouns have.</summary>
    public ImmutableSortedDictionary<string, AttributeDeclaration> Shared(ImmutableArray<Noun> nouns) =>
        nouns.IsEmpty ? Table(Roles) : nouns.Select(noun => Of(noun.Symbol)).Aggregate(Shared);

    private static ImmutableSortedDictionary<string, AttributeDeclaration> Shared(
        ImmutableSortedDictionary<string, AttributeDeclaration> one, ImmutableSortedDictionary<string, AttributeDeclaration> other) =>
        Table(
            from attribute in one.Values
            let same = other.GetValueOrDefault(attribute.Name)
            where same is not null && same.Type == attribute.Type
            select attribute with { Choices = [.. attribute.Choices.Union(same.Choices, StringComparer.Ordinal)] });

    private static ImmutableSortedDictionary<string, AttributeDeclaration> Table(IEnumerable<AttributeDeclaration> attributes) =>
        attributes.ToImmutableSortedDictionary(attribute => attribute.Name, attribute => attribute, StringComparer.Ordinal);
}
