using System.Collections;
using System.Collections.Immutable;

#pragma warning disable CS1591 // What overrides a documented member needs no words of its own.

namespace Proviso.Language.Syntax;

/// <summary>A list with commas, semicolons, <c>and</c> or <c>or</c> between its items. Reads as the list of the items, in the
/// order of the text; duplicates occur as written.</summary>
/// <param name="Items">May be empty only where the grammar makes the whole list optional.</param>
/// <param name="Separators">Separator i stands between items i and i + 1; one fewer than the items.</param>
public sealed record Separated<T>(ImmutableArray<T> Items, ImmutableArray<Token> Separators) : SyntaxNode, IReadOnlyList<T>
    where T : SyntaxElement
{
    /// <summary>The list without items.</summary>
    public static Separated<T> Empty { get; } = new([], []);

    public int Count => Items.Length;

    public T this[int index] => Items[index];

    public override ImmutableArray<SyntaxElement> Children
    {
        get
        {
            var children = ImmutableArray.CreateBuilder<SyntaxElement>(Items.Length + Separators.Length);
            for (var at = 0; at < Items.Length; at++)
            {
                if (at > 0)
                {
                    children.Add(Separators[at - 1]);
                }

                children.Add(Items[at]);
            }

            return children.DrainToImmutable();
        }
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
