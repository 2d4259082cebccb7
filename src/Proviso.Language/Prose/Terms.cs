using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Language.Prose;

/// <summary>What the names of an agreement are called in a sentence: parties, places, things, their attributes.</summary>
static class Terms
{
    /// <summary>"the Russian Federation", "NATO".</summary>
    public static string Party(Party party) => Called(party.Title, party.Name);

    /// <summary>"Bornholm", "the Kaliningrad Region".</summary>
    public static string Place(Place place) => Called(place.Title, place.Name);

    /// <summary>True for those whose title is in the plural: "interested states".</summary>
    public static bool IsPlural(Party party) => char.IsLower(party.Title[0]) && English.IsPlural(party.Title);

    /// <summary>"in Europe"; at a site, "at Redzikowo".</summary>
    public static string In(Place place) => (place is Site ? "at " : "in ") + Place(place);

    /// <summary>What a place is: "site", "region", "theatre".</summary>
    public static string Sort(Place place) => place switch
    {
        Site => "site",
        Region => "region",
        Theatre => "theatre",
        _ => throw new UnreachableException(place.GetType().Name),
    };

    /// <summary>A kind, model or definition, singular without article: a model's bare designation gets its kind ("Oreshnik missile").</summary>
    public static string Symbol(NounSymbol symbol) => symbol is Model model && IsBareDesignation(model)
        ? $"{model.Title} {English.Bare(model.Kind.Title)}"
        : English.Bare(symbol.Title);

    /// <summary>A noun, singular without article: "missile made by the United States".</summary>
    public static string Singular(Noun noun) => Symbol(noun.Symbol) + With(noun.With, KindOf(noun.Symbol));

    /// <summary>A noun in the plural.</summary>
    public static string Plural(Noun noun) => English.Plural(Symbol(noun.Symbol)) + With(noun.With, KindOf(noun.Symbol));

    /// <summary>A noun as subject or object: "a missile"; a title in the plural stands as it is.</summary>
    public static string Some(Noun noun) => IsPlural(noun) ? Singular(noun) : English.A(Singular(noun));

    /// <summary>True when the noun's title is in the plural, so that its verb is too.</summary>
    public static bool IsPlural(Noun noun) => English.IsPlural(Symbol(noun.Symbol));

    /// <summary>The kind whose attributes a symbol has; a definition's is that of its first base.</summary>
    public static Kind? KindOf(NounSymbol symbol) => symbol switch
    {
        Kind kind => kind,
        Model model => model.Kind,
        Define { Bases: [var first, ..] } => KindOf(first.Symbol),
        Define => null,
        _ => throw new UnreachableException(symbol.GetType().Name),
    };

    /// <summary>A body of a definition: "a missile or a launcher made by X", then what else it must be.</summary>
    public static string Body(ImmutableArray<Noun> bases, AttributeCondition? where)
    {
        var kind = bases.IsEmpty ? null : KindOf(bases[0].Symbol);
        var named = English.Or(bases.Select(Some));
        return where is null ? named
            : bases.Length == 1 ? $"{named} {Where(where, kind)}"
            : $"{named}, in each case one {Where(where, kind)}";
    }

    /// <summary>What narrows a noun: " made and operated by the United States, with a range of 480 km, and whose basing is
    /// ground"; empty for nothing.</summary>
    public static string With(ImmutableArray<AttributeValue> values, Kind? kind)
    {
        var others = values.Where(each => each.Value is not RangeValue && !IsRole(each))
            .Select(each => Tested(new AttributeIs(each.Attribute, each.Value, false), Declaration(kind, each.Attribute)));
        var roles = values.Where(IsRole).GroupBy(each => ((PartyValue)each.Value).Party.Name)
            .Select(each => $"{English.And(each.Select(role => RoleVerb(role.Attribute)!))} by {Party(((PartyValue)each.First().Value).Party)}");
        var figures = values.Where(each => each.Value is RangeValue)
            .Select(each => Measured(each.Attribute, (RangeValue)each.Value, Declaration(kind, each.Attribute))).ToList();
        if (others.Any())
        {
            // "made by X and whose range is Y" joins unlike parts; "that is made by X and whose range is Y" does not.
            roles = roles.Select((role, index) => index == 0 ? "that is " + role : role);
        }

        string[] parts = [.. roles, .. figures.Count == 0 ? [] : new[] { "with " + English.And(figures) }, .. others];
        return parts switch
        {
            [] => "",
            [var only] => " " + only,
            [var first, var last] when !English.IsTearable(first) => $" {first} and {last}",
            [.. var first, var last] => $" {string.Join(", ", first)}, and {last}",
        };
    }

    /// <summary>A condition over attributes, as what follows a noun: "whose basing is ground and whose range is at least 500 km".</summary>
    public static string Where(AttributeCondition condition, Kind? kind) => WherePhrase(condition, kind).ToString();

    /// <summary>A value by itself: "480 km", "ground", "the Russian Federation".</summary>
    public static string Value(Value value, AttributeDeclaration? declaration) => value switch
    {
        RangeValue range => Quantities.Range(range, declaration?.Type ?? AttributeType.Number),
        WordValue word when declaration?.Type == AttributeType.YesNo => word.Word == "yes" ? "true" : "not true",
        WordValue word => English.Words(word.Word),
        PartyValue party => Party(party.Party),
        _ => throw new UnreachableException(value.GetType().Name),
    };

    /// <summary>An attribute of a thing with its value: "the range of the 9M729 missile is 480 km", "the Oreshnik missile is made by X".</summary>
    public static string Has(string subject, string attribute, Value value, Kind? kind)
    {
        var declaration = Declaration(kind, attribute);
        return value is PartyValue party && RoleVerb(attribute) is { } verb
            ? $"{subject} is {verb} by {Party(party.Party)}"
            : declaration?.Type == AttributeType.YesNo
                ? $"{English.Quoted(English.Words(attribute))} is {Value(value, declaration)} of {subject}"
                : $"the {Quality(attribute, declaration)} of {subject} is {Value(value, declaration)}";
    }

    /// <summary>The attribute as the thing's: "range", "number of warheads".</summary>
    public static string Quality(string attribute, AttributeDeclaration? declaration) =>
        declaration?.Type == AttributeType.Number && English.IsPlural(English.Words(attribute))
            ? "number of " + English.Words(attribute)
            : English.Words(attribute);

    /// <summary>The declaration of an attribute, or null for a role, which everything has.</summary>
    public static AttributeDeclaration? Declaration(Kind? kind, string attribute) =>
        kind?.Attributes.FirstOrDefault(each => each.Name == attribute);

    /// <summary>"made", "owned" or "operated" for a role; null for any other attribute.</summary>
    public static string? RoleVerb(string attribute) => attribute switch
    {
        "maker" => "made",
        "owner" => "owned",
        "operator" => "operated",
        _ => null,
    };

    /// <summary>A title with its article; a bare name, where there is no title, without one.</summary>
    private static string Called(string title, string name) => title == name ? English.Words(name) : English.The(title);

    private static Phrase WherePhrase(AttributeCondition condition, Kind? kind) => condition switch
    {
        AttributeIs test => Phrase.Of(Tested(test, Declaration(kind, test.Attribute))),
        AllAttributes all => Phrase.Join("and", all.Parts.Select(part => WherePhrase(part, kind))),
        AnyAttribute any => Phrase.Join("or", any.Parts.Select(part => WherePhrase(part, kind))),
        _ => throw new UnreachableException(condition.GetType().Name),
    };

    private static string Tested(AttributeIs test, AttributeDeclaration? declaration)
    {
        var not = test.Negated ? "not " : "";
        if (test.Value is PartyValue party && RoleVerb(test.Attribute) is { } verb)
        {
            return $"that is {not}{verb} by {Party(party.Party)}";
        }

        if (declaration?.Type == AttributeType.YesNo && test.Value is WordValue word)
        {
            var holds = (word.Word == "yes") != test.Negated;
            return $"for which {English.Quoted(English.Words(test.Attribute))} is {(holds ? "true" : "not true")}";
        }

        return $"whose {Quality(test.Attribute, declaration)} is {not}{Value(test.Value, declaration)}";
    }

    /// <summary>"a range of 480 km", "a range from 500 km to 5,500 km inclusive", "at least 4 warheads".</summary>
    private static string Measured(string attribute, RangeValue range, AttributeDeclaration? declaration)
    {
        var figure = Value(range, declaration);
        var name = English.Words(attribute);
        return declaration?.Type == AttributeType.Number && English.IsPlural(name) ? $"{figure} {(figure.EndsWith(" 1", StringComparison.Ordinal) || figure == "1" ? English.One(name) : name)}"
            : figure.StartsWith("from ", StringComparison.Ordinal) ? $"{English.A(name)} {figure}"
            : $"{English.A(name)} of {figure}";
    }

    private static bool IsRole(AttributeValue value) => value.Value is PartyValue && RoleVerb(value.Attribute) is not null;

    /// <summary>True when a model's title says no kind of thing: "9M729", "Oreshnik".</summary>
    private static bool IsBareDesignation(Model model)
    {
        var head = English.Head(model.Title);
        return !char.IsLower(head[0])
            && !model.Kind.Title.Split(' ').Any(word => model.Title.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
