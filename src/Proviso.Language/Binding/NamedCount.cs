using System.Collections.Immutable;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>A number with rules of attribution: what counts, and for how many each.</summary>
/// <param name="Of">The kind of which every declared model is counted, when the count says so.</param>
/// <param name="State">The state that every term is about: primitive, and nowhere in dispute.</param>
/// <param name="Terms">At least one; no thing is of two of them.</param>
/// <param name="Whole">The nouns of all terms as one.</param>
public sealed record NamedCount(
    string Name, string Title, Kind? Of, State State, ImmutableArray<CountTerm> Terms, Noun Whole, SourceSpan Span);

/// <summary>Each such thing counts for so many.</summary>
/// <param name="Weight">At least 1.</param>
/// <param name="Noun">A kind or a model, perhaps narrowed.</param>
public sealed record CountTerm(long Weight, Noun Noun);
