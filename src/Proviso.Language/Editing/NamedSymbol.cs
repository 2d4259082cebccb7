using System.Collections.Immutable;
using Proviso.Language.Text;

namespace Proviso.Language.Editing;

/// <summary>Something that has a name in a case. Two are equal when they are the same declaration.</summary>
/// <param name="Title">Its title as written, or what stands for one that is not there; never empty.</param>
/// <param name="Span">The name where it is declared. For a view that needs no sentence: the agreement's or the party's name in the
/// agreement. For an item: where it is first named. For the three roles that every kind has: an empty stretch of a file without a name.</param>
/// <param name="Sentence">The sentence that declares it, without its full stop's blanks.</param>
/// <param name="Of">What it belongs to: the dispute of a reading, the kind of an attribute, the attribute of a value, the
/// clause of a variable; else null. The
/// three roles belong to nothing.</param>
public sealed record NamedSymbol(string Name, NameSort Sort, string Title, SourceSpan Span, SourceSpan Sentence, string? Of)
{
    /// <summary>Where its name stands otherwise, by file and place. A use in a sentence with an error is among them where the name could be
    /// read. Of a very small part of names the parser cannot tell by the place alone what they are of (a state or an event in a count):
    /// then it is the first sort of which there is one of that name.</summary>
    public ImmutableArray<SourceSpan> Uses { get; init; } = [];

    /// <summary>True for what has its name without a sentence that gives it: roles, and the views that every agreement has.</summary>
    public bool IsImplied { get; init; }

    /// <summary>What an attribute takes: a party, or one of some words; null for figures, <c>yes or no</c>, and everything else.</summary>
    internal NameSort? Takes { get; init; }

    /// <summary>The things that a model or a definition is made of, by name.</summary>
    internal ImmutableArray<string> MadeOf { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(NamedSymbol? other) => other is not null && Sort == other.Sort && Name == other.Name && Span == other.Span;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Sort, Name, Span);
}

/// <summary>A name as it stands in a text, and what it names.</summary>
public readonly record struct NameUse(SourceSpan Span, NamedSymbol Symbol);
