using System.Collections.Immutable;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>A number with rules of attribution: what counts, and for how many each; or what other counts come to.</summary>
public abstract record NamedCount(string Name, string Title, SourceSpan Span)
{
    /// <summary>True when things in a state are counted in it: then it is asked in a place, and of a party's things or of all parties'.</summary>
    public abstract bool IsOfStates { get; }
}

/// <summary>A count of things in a state, on each day anew.</summary>
/// <param name="Of">The kind of which every declared model is counted, when the count says so.</param>
/// <param name="State">The state that every term is about: primitive, and nowhere in dispute.</param>
/// <param name="Terms">At least one; no thing is of two of them.</param>
/// <param name="Whole">The nouns of all terms as one.</param>
public sealed record StateCount(
    string Name, string Title, Kind? Of, State State, ImmutableArray<CountTerm> Terms, Noun Whole, SourceSpan Span) : NamedCount(Name, Title, Span)
{
    /// <inheritdoc/>
    public override bool IsOfStates => true;
}

/// <summary>A count of what an event was of, from the first report on.</summary>
/// <param name="Of">The kind of which every declared model is counted, when the count says so.</param>
/// <param name="Event">The event that every term is about.</param>
/// <param name="Terms">At least one; no thing is of two of them.</param>
public sealed record EventCount(
    string Name, string Title, Kind? Of, Event Event, ImmutableArray<CountTerm> Terms, SourceSpan Span) : NamedCount(Name, Title, Span)
{
    /// <inheritdoc/>
    public override bool IsOfStates => false;
}

/// <summary>What counts come to together.</summary>
/// <param name="Parts">At least two, each once.</param>
public sealed record CountSum(string Name, string Title, ImmutableArray<NamedCount> Parts, SourceSpan Span) : NamedCount(Name, Title, Span)
{
    /// <inheritdoc/>
    public override bool IsOfStates => Parts.Any(part => part.IsOfStates);
}

/// <summary>What is left of one count without another.</summary>
public sealed record CountDifference(string Name, string Title, NamedCount From, NamedCount Less, SourceSpan Span) : NamedCount(Name, Title, Span)
{
    /// <inheritdoc/>
    public override bool IsOfStates => From.IsOfStates || Less.IsOfStates;
}

/// <summary>Each such thing counts for so many.</summary>
/// <param name="Weight">At least 1.</param>
/// <param name="Noun">A kind or a model, perhaps narrowed; of a count of events also a definition.</param>
public sealed record CountTerm(long Weight, Noun Noun);
