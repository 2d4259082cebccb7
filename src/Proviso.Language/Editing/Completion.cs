using System.Collections.Immutable;

namespace Proviso.Language.Editing;

/// <summary>Something that may be written at a place.</summary>
/// <param name="Text">What is written: words of the language, or a name.</param>
public abstract record Completion(string Text);

/// <summary>Words of the language that go together: <c>until</c>, <c>in force from</c>.</summary>
/// <param name="Form">How the sentence or part is built in which they stand, with the rest of it; empty where that is not said.</param>
/// <param name="Then">What comes next where that is settled: "a date, written as `2020-10-26`"; or null.</param>
public sealed record WordCompletion(string Text, string Form, string? Then) : Completion(Text);

/// <summary>A name of the right sort.</summary>
public sealed record NameCompletion(NamedSymbol Symbol) : Completion(Symbol.Name);

/// <summary>A name that no text declares: of a time zone or a country.</summary>
/// <param name="What">"a time zone", "a country of the atlas".</param>
public sealed record KnownNameCompletion(string Text, string What) : Completion(Text);

/// <summary>What may stand at a place of a text.</summary>
/// <param name="From">Where the word begins that is written there; the place itself where none is.</param>
/// <param name="To">Where that word ends, as far as the place.</param>
/// <param name="Items">Only what is allowed; what has to come first, then what may come in the order of the grammar, names in the order of
/// the files. No two have the same text and say the same.</param>
/// <param name="Others">What else may stand there and nobody can guess: "a date, written as `2020-10-26`".</param>
public sealed record Completions(int From, int To, ImmutableArray<Completion> Items, ImmutableArray<string> Others)
{
    /// <summary>Nothing to offer at a place.</summary>
    public static Completions None(int offset) => new(offset, offset, [], []);
}
