using System.Collections.Immutable;

namespace Proviso.Language.Binding;

/// <summary>A half-open range of civil days on the agreement's day grid.</summary>
/// <param name="From">First day, counted from 1970-01-01 (day 0). <see cref="int.MinValue"/>: no beginning is stated.</param>
/// <param name="Before">First day after the range. <see cref="int.MaxValue"/>: no end is stated.</param>
public readonly record struct DayRange(int From, int Before)
{
    /// <summary>Every day.</summary>
    public static DayRange Always => new(int.MinValue, int.MaxValue);

    /// <summary>True when <c>From &lt;= day &lt; Before</c>.</summary>
    public bool Contains(int day) => From <= day && day < Before;
}

/// <summary>One who owes, is owed or speaks: a state, an alliance, or anybody whose word is reported.</summary>
/// <param name="Members">Empty for a single party. For a group: its members, each with the days of membership.</param>
public sealed record Party(string Name, string Title, ImmutableArray<Membership> Members)
{
    /// <summary>True when the party was declared as a group.</summary>
    public bool IsGroup { get; init; }
}

/// <summary>A member of a group and the days of its membership.</summary>
public sealed record Membership(Party Member, DayRange Days, Citation? Source, Grade? Grade);

/// <summary>A named place: a site, a region or a theatre. Places say what they are called; what lies in what is
/// in <see cref="Agreement.Containments"/>.</summary>
/// <param name="Zone">Time zone (tz database id) of civil dates reported for the place, or null when none is stated.</param>
public abstract record Place(string Name, string Title, string? Zone);

/// <summary>A named area.</summary>
public sealed record Region(string Name, string Title, string? Zone) : Place(Name, Title, Zone)
{
    /// <summary>How it is drawn, or null when only its parts say what lies in it.</summary>
    public Drawing? Drawing { get; init; }

    /// <summary>True when the text lists its parts (<c>of</c>): then what lies directly in it, and its outline if it has one, is all of it.</summary>
    public bool IsListed { get; init; }
}

/// <summary>A named point, with the state on whose ground it lies when that is declared.</summary>
public sealed record Site(string Name, string Title, string? Zone, Party? Host) : Place(Name, Title, Zone)
{
    /// <summary>Where it is on the earth, or null when only its declared places say so.</summary>
    public Coordinates? At { get; init; }
}

/// <summary>Regions that answer for each other ("the respective regions").</summary>
public sealed record Theatre(string Name, string Title) : Place(Name, Title, null);

/// <summary>A declaration that one place lies in another on some days: from a region's <c>of</c> list, a place's <c>in</c>,
/// or a theatre's <c>joins</c>. Containment is transitive; a place lies in itself.</summary>
public sealed record Containment(Place Inner, Place Outer, DayRange Days)
{
    /// <summary>How good the source for it is, or null where none is stated.</summary>
    public Grade? Grade { get; init; }

    /// <summary>The source, or null.</summary>
    public Citation? Source { get; init; }
}

/// <summary>The type of an attribute.</summary>
public enum AttributeType
{
    /// <summary>A count without unit.</summary>
    Number,

    /// <summary>A length; values are in metres.</summary>
    Length,

    /// <summary>A party.</summary>
    Party,

    /// <summary>One of the listed words.</summary>
    Choice,

    /// <summary>yes or no.</summary>
    YesNo,
}

/// <summary>An attribute of a kind.</summary>
/// <param name="Choices">The words allowed when <see cref="Type"/> is <see cref="AttributeType.Choice"/>, else empty.</param>
public sealed record AttributeDeclaration(string Name, AttributeType Type, ImmutableArray<string> Choices);

/// <summary>What a noun is built from: a kind, a model or a definition.</summary>
public abstract record NounSymbol(string Name, string Title);

/// <summary>A class of thing. Every kind has the roles <c>maker</c>, <c>owner</c> and <c>operator</c> (parties) besides the
/// attributes it declares.</summary>
public sealed record Kind(string Name, string Title, ImmutableArray<AttributeDeclaration> Attributes) : NounSymbol(Name, Title)
{
    /// <summary>What it is, in words that are read by people alone; or null.</summary>
    public string? Description { get; init; }

    /// <summary>The roles that everything has, then the attributes it declares.</summary>
    public IEnumerable<AttributeDeclaration> RolesAndAttributes => Binding.Attributes.Roles.Concat(Attributes);
}

/// <summary>A named design of a kind, with attribute values that nobody disputes (disputed ones are a <see cref="Dispute"/>
/// on the attribute, or differing attribute reports).</summary>
public sealed record Model(string Name, string Title, Kind Kind, ImmutableArray<AttributeValue> Attributes, Citation? Source)
    : NounSymbol(Name, Title);

/// <summary>A named condition over kinds: a thing matches when it matches any of the bases and the condition.</summary>
public sealed record Define(string Name, string Title, ImmutableArray<Noun> Bases, AttributeCondition? Where) : NounSymbol(Name, Title);

/// <summary>A noun in use: a symbol narrowed by <c>with</c> values, all of which must match.</summary>
public sealed record Noun(NounSymbol Symbol, ImmutableArray<AttributeValue> With);

/// <summary>An attribute (or role) and its value.</summary>
public sealed record AttributeValue(string Attribute, Value Value);

/// <summary>The value of an attribute.</summary>
public abstract record Value;

/// <summary>A number or length known to lie in a range. A single figure has equal ends.</summary>
/// <param name="Low">Lower bound in base units (metres for lengths), or null for none.</param>
/// <param name="LowIncluded">Whether <paramref name="Low"/> itself belongs to the range.</param>
/// <param name="High">Upper bound in base units, or null for none.</param>
/// <param name="HighIncluded">Whether <paramref name="High"/> itself belongs to the range.</param>
public sealed record RangeValue(decimal? Low, bool LowIncluded, decimal? High, bool HighIncluded) : Value;

/// <summary>A word of a choice, or <c>yes</c> / <c>no</c>.</summary>
public sealed record WordValue(string Word) : Value;

/// <summary>A party.</summary>
public sealed record PartyValue(Party Party) : Value;

/// <summary>A condition over the attributes of one thing.</summary>
public abstract record AttributeCondition;

/// <summary>The attribute's value is equal to <paramref name="Value"/> (for a party: is it, or is a member of it that day);
/// for a range: lies wholly inside it.</summary>
public sealed record AttributeIs(string Attribute, Value Value, bool Negated) : AttributeCondition;

/// <summary>All parts hold.</summary>
public sealed record AllAttributes(ImmutableArray<AttributeCondition> Parts) : AttributeCondition;

/// <summary>At least one part holds.</summary>
public sealed record AnyAttribute(ImmutableArray<AttributeCondition> Parts) : AttributeCondition;

/// <summary>How a state behaves where nothing is reported.</summary>
public enum Persistence
{
    /// <summary>Holds only over its stated interval.</summary>
    Observed,

    /// <summary>Holds from its start until an end is reported.</summary>
    Persists,
}

/// <summary>Something that holds of things over time.</summary>
/// <param name="Title">The predicate as read in a sentence, "is present".</param>
/// <param name="Means">Null for a primitive state, which reports can assert; otherwise what the derived state stands for.</param>
public sealed record State(string Name, string Title, StateExpression? Means, Persistence Persistence);

/// <summary>A condition over the states of one lot at one place on a day.</summary>
public abstract record StateExpression;

/// <summary>The named state holds.</summary>
public sealed record StateIs(State State) : StateExpression;

/// <summary>The part does not hold.</summary>
public sealed record StateNot(StateExpression Part) : StateExpression;

/// <summary>All parts hold.</summary>
public sealed record AllStates(ImmutableArray<StateExpression> Parts) : StateExpression;

/// <summary>At least one part holds.</summary>
public sealed record AnyState(ImmutableArray<StateExpression> Parts) : StateExpression;

/// <summary>The part has held on each of the last <paramref name="Days"/> days, this one included.</summary>
/// <param name="Days">At least 1.</param>
public sealed record RunningState(StateExpression Part, int Days) : StateExpression;

/// <summary>Something that happens.</summary>
/// <param name="Title">The verb phrase as read after "shall" or "may", "admit a visit".</param>
public sealed record Event(string Name, string Title);
