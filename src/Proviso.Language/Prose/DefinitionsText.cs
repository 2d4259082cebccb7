using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Language.Binding;

namespace Proviso.Language.Prose;

/// <summary>What the words of an agreement mean and what lies where, as numbered paragraphs.</summary>
sealed class DefinitionsText(Agreement agreement, DisputeNotes disputed)
{
    /// <summary>Kinds, models, definitions and states, in the order declared.</summary>
    public IEnumerable<string> Definitions()
    {
        ImmutableArray<Kind> kinds = [.. agreement.Nouns.OfType<Kind>()];
        foreach (var kind in kinds.Where(kind => !IsBare(kind)))
        {
            yield return Kind(kind);
        }

        if (kinds.Where(IsBare).Select(Name).ToList() is { Count: > 0 } bare)
        {
            yield return English.Sentence($"this text does not say further what {English.Or(bare)} is");
        }

        if (!kinds.IsEmpty)
        {
            yield return "A thing has a maker, an owner and an operator. Where only one of owner and operator is stated, the other is taken to be the same.";
        }

        if (kinds.Any(kind => kind.Attributes.Any(each => each.Type is AttributeType.Length or AttributeType.Number)))
        {
            yield return "A figure that is known only within bounds meets a requirement if every figure within those bounds would, and fails it if none would; otherwise it is not decided.";
        }

        foreach (var model in agreement.Nouns.OfType<Model>())
        {
            yield return Model(model);
        }

        foreach (var define in agreement.Nouns.OfType<Define>())
        {
            yield return $"{English.Quoted(English.Capital(Terms.Symbol(define)))} means {Terms.Body(define.Bases, define.Where)}.{disputed.On(define)}";
        }

        foreach (var count in agreement.Counts.Where(IsLimited))
        {
            yield return Counted(count);
        }

        foreach (var calendar in agreement.Calendars)
        {
            yield return English.Sentence(Duties.Say(calendar)) + (calendar.Source is { } cited ? $" Source: {Statements.Cited(cited)}." : "");
        }

        if (!agreement.Calendars.IsEmpty)
        {
            yield return "Of a day for which no such list is given it is not known whether it is a working day.";
        }

        foreach (var (words, states) in Primitives())
        {
            yield return words + string.Concat(states.Select(disputed.On));
        }

        foreach (var state in agreement.States.Where(state => state.Means is not null))
        {
            yield return Derived(state);
        }
    }

    /// <summary>Counts that no article limits.</summary>
    public IEnumerable<string> Unlimited()
    {
        var counts = agreement.Counts.Where(count => !IsLimited(count)).ToList();
        return counts.Count == 0 ? [] : [.. counts.Select(Counted), "These numbers only add up what is had or done. What is limited is in the articles."];
    }

    /// <summary>What lies in what.</summary>
    public IEnumerable<string> Places()
    {
        foreach (var outer in agreement.Places.Where(place => place is not Theatre && Inside(place).Any()))
        {
            yield return $"{English.Capital(Terms.In(outer))} {(Inside(outer).Count() == 1 ? "lies" : "lie")} {Extent(Inside(outer))}.{disputed.On(outer)}";
        }

        var hosts = agreement.Places.OfType<Site>().Where(site => site.Host is not null)
            .GroupBy(site => Terms.Party(site.Host!), StringComparer.Ordinal).ToList();
        if (hosts.Count > 0)
        {
            yield return English.Sentence(string.Join("; ", hosts.Select(host =>
                $"{English.And(host.Select(Terms.Place))} {(host.Count() == 1 ? "is" : "are")} on the ground of {host.Key}")));
        }

        var theatres = agreement.Places.OfType<Theatre>().ToList();
        if (theatres.Count > 0)
        {
            yield return "A theatre is a set of regions that answer for each other: what happens in one of them counts for the whole theatre.";
        }

        foreach (var theatre in theatres)
        {
            yield return $"{English.Capital(Terms.Place(theatre))} is a theatre that joins {Extent(Inside(theatre))}.{disputed.On(theatre)}";
        }

        foreach (var sentence in Drawings.Of(agreement))
        {
            yield return sentence;
        }

        var points = agreement.Places.OfType<Site>().Where(site => site.At is not null).ToList();
        if (points.Count > 0)
        {
            yield return English.Sentence("On the earth, " + string.Join("; ", points.Select((site, index) =>
                $"{Terms.Place(site)} {(index == 0 ? "is " : "")}at {Drawings.Point(site.At!)}")));
        }

        var others = agreement.Places.Where(place => place is not (Region { Drawing: not null } or Site { At: not null }) && !agreement.Containments.Any(each => each.Inner.Name == place.Name || each.Outer.Name == place.Name)).ToList();
        if (others.Count > 0 && agreement.Places.Length > 1)
        {
            yield return English.Sentence($"what lies in or around {English.And(others.Select(Terms.Place))} is not said");
        }

        if (agreement.Places.Length > 1)
        {
            yield return "What is in a place is also in every place in which that place lies.";
        }
    }

    private bool IsLimited(NamedCount count) => agreement.Clauses.Any(clause => clause.Duty is ShallHaveAtMost { Count: { } limited } && limited.Name == count.Name);

    private static string Counted(NamedCount count) =>
        English.Sentence($"{English.Quoted(English.Capital(count.Title))} are counted as {Duties.Say(count)}")
            + (((count as StateCount)?.Of ?? (count as EventCount)?.Of) is { } kind ? $" Every {Terms.Symbol(kind)} so counts." : "");

    /// <summary>Places with the days on which they belong: "Denmark; Poland (from 12 March 1999 on)".</summary>
    public static string Extent(IEnumerable<(Place Place, DayRange Days)> parts) => English.And(parts.Select(part =>
        Terms.Place(part.Place) + (part.Days == DayRange.Always ? "" : $" ({Dates.Range(part.Days)})")));

    private IEnumerable<(Place Place, DayRange Days)> Inside(Place outer) =>
        agreement.Containments.Where(each => each.Outer.Name == outer.Name).Select(each => (each.Inner, each.Days));

    private static string Kind(Kind kind)
    {
        var described = kind.Attributes.IsEmpty ? "" : $"is described by {English.And(kind.Attributes.Select(Described))}";
        return kind.Description is not { } description ? English.Sentence($"{Name(kind)} {described}")
            : English.Sentence($"{Name(kind)} is {description}") + (described.Length == 0 ? "" : $" It {described}.");
    }

    private static string Name(Kind kind) => English.A(English.Bare(kind.Title));

    /// <summary>True when nothing is said of the kind but what it is called.</summary>
    private static bool IsBare(Kind kind) => kind.Attributes.IsEmpty && kind.Description is null;

    private static string Described(AttributeDeclaration attribute) => attribute.Type switch
    {
        AttributeType.Number => $"its {Terms.Quality(attribute.Name, attribute)}",
        AttributeType.Length => $"its {English.Words(attribute.Name)} (a length)",
        AttributeType.Party => $"its {English.Words(attribute.Name)} (a party)",
        AttributeType.Choice => $"its {English.Words(attribute.Name)} ({English.Or(attribute.Choices.Select(English.Words))})",
        AttributeType.YesNo => $"whether it is {English.Quoted(English.Words(attribute.Name))}",
        _ => throw new UnreachableException(attribute.Type.ToString()),
    };

    private string Model(Model model)
    {
        var kind = English.Bare(model.Kind.Title);
        var source = model.Source is { } cited ? $" Source: {Statements.Cited(cited)}." : "";
        return English.Sentence($"{English.Quoted(English.Capital(English.Bare(model.Title)))} is {English.A(kind + Terms.With(model.Attributes, model.Kind))}") + source
            + disputed.On(model);
    }

    private IEnumerable<(string Words, ImmutableArray<State> States)> Primitives()
    {
        ImmutableArray<State> observed = [.. agreement.States.Where(state => state is { Means: null, Persistence: Persistence.Observed })];
        ImmutableArray<State> persisting = [.. agreement.States.Where(state => state is { Means: null, Persistence: Persistence.Persists })];
        if (!observed.IsEmpty)
        {
            yield return ($"That a thing {Named(observed)} is taken as it is reported, and only for the time for which it is reported.", observed);
        }

        if (!persisting.IsEmpty)
        {
            yield return ($"That a thing {Named(persisting)} is taken as it is reported; once reported without an end, it holds until an end is reported.", persisting);
        }
    }

    private static string Named(IEnumerable<State> states) => English.Or(states.Select(state => English.Quoted(States.Predicate(state))));

    private string Derived(State state) =>
        $"A thing {English.Quoted(States.Predicate(state))} at a place on a day when, at that place and on that day, it {States.Say(state.Means!)}.{disputed.On(state)}";
}
