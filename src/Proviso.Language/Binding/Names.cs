using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>What a declared name names.</summary>
enum Sort
{
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

    /// <summary>A view.</summary>
    View,

    /// <summary>A clause, by its number.</summary>
    Clause,

    /// <summary>A report.</summary>
    Report,
}

/// <summary>A set of names in which each names one thing. The same word may stand in two spaces.</summary>
enum Space
{
    /// <summary>Parties and groups.</summary>
    Parties,

    /// <summary>Regions, sites and theatres.</summary>
    Places,

    /// <summary>Kinds, models and definitions.</summary>
    Nouns,

    /// <summary>Counts.</summary>
    Counts,

    /// <summary>States.</summary>
    States,

    /// <summary>Events.</summary>
    Events,

    /// <summary>Disputes.</summary>
    Disputes,

    /// <summary>Views, also those that need no sentence.</summary>
    Views,

    /// <summary>Clauses.</summary>
    Clauses,

    /// <summary>Reports.</summary>
    Reports,
}

/// <summary>A name and the place of its declaration. A name whose declaration has an error of its own is declared all the
/// same, so that those who use it are not blamed.</summary>
sealed record Declared(Sort Sort, string Name, SourceSpan Span);

/// <summary>Names of reports that no sentence declares.</summary>
interface IRecordedNames
{
    /// <summary>Where a report of that name stands, or null.</summary>
    Declared? Find(string name);

    /// <summary>All of them, or none where there are more than anybody would look through.</summary>
    IEnumerable<Declared> Some();
}

/// <summary>The declared names of a case, by space.</summary>
sealed class Names
{
    private readonly Dictionary<Space, Dictionary<string, Declared>> spaces =
        Enum.GetValues<Space>().ToDictionary(space => space, _ => new Dictionary<string, Declared>(StringComparer.Ordinal));

    /// <summary>The space of a sort.</summary>
    public static Space SpaceOf(Sort sort) => sort switch
    {
        Sort.Party or Sort.Group => Space.Parties,
        Sort.Region or Sort.Site or Sort.Theatre => Space.Places,
        Sort.Kind or Sort.Model or Sort.Definition => Space.Nouns,
        Sort.Count => Space.Counts,
        Sort.State => Space.States,
        Sort.Event => Space.Events,
        Sort.Dispute => Space.Disputes,
        Sort.View => Space.Views,
        Sort.Clause => Space.Clauses,
        _ => Space.Reports,
    };

    /// <summary>"a party", "an event".</summary>
    public static string Phrase(Sort sort) => Article(Noun(sort));

    /// <summary>A noun with its article.</summary>
    public static string Article(string noun) => noun[0] is 'a' or 'e' or 'i' or 'o' ? $"an {noun}" : $"a {noun}";

    /// <summary>"party", "event".</summary>
    public static string Noun(Sort sort) => sort switch
    {
        Sort.Party => "party",
        Sort.Group => "group",
        Sort.Region => "region",
        Sort.Site => "site",
        Sort.Theatre => "theatre",
        Sort.Kind => "kind",
        Sort.Model => "model",
        Sort.Definition => "definition",
        Sort.Count => "count",
        Sort.State => "state",
        Sort.Event => "event",
        Sort.Dispute => "dispute",
        Sort.View => "view",
        Sort.Clause => "clause",
        _ => "report",
    };

    /// <summary>What a space holds, as told to someone who named something else: "party", "kind, model or definition".</summary>
    public static string Noun(Space space) => space switch
    {
        Space.Parties => "party",
        Space.Places => "place",
        Space.Nouns => "kind, model or definition",
        Space.Counts => "count",
        Space.States => "state",
        Space.Events => "event",
        Space.Disputes => "dispute",
        Space.Views => "view",
        Space.Clauses => "clause",
        _ => "report",
    };

    /// <summary>Declares a name.</summary>
    /// <returns>Null, or the declaration that already has the name in its space; that one stays.</returns>
    public Declared? Declare(Declared declared) =>
        spaces[SpaceOf(declared.Sort)].TryAdd(declared.Name, declared) ? null : spaces[SpaceOf(declared.Sort)][declared.Name];

    /// <summary>The reports that stand in records; null where there are none.</summary>
    public IRecordedNames? Recorded { get; set; }

    /// <summary>Takes a declaration back.</summary>
    public void Forget(Declared declared) => spaces[SpaceOf(declared.Sort)].Remove(declared.Name);

    /// <summary>The declaration of a name in a space, or null.</summary>
    public Declared? Find(Space space, string name) =>
        spaces[space].GetValueOrDefault(name) ?? (space == Space.Reports ? Recorded?.Find(name) : null);

    /// <summary>The names of a space, in no order; of very many reports in records none.</summary>
    public IEnumerable<Declared> In(Space space) => space == Space.Reports && Recorded is not null ? spaces[space].Values.Concat(Recorded.Some()) : spaces[space].Values;

    /// <summary>A declaration of the name in any other space, the first in the order of <see cref="Space"/>; or null.</summary>
    public Declared? Elsewhere(Space space, string name) => Enum.GetValues<Space>()
        .Where(other => other != space)
        .Select(other => Find(other, name))
        .FirstOrDefault(found => found is not null);
}
