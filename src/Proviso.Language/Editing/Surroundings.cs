using System.Collections.Immutable;
using Proviso.Language.Syntax;
using Proviso.Language.Syntax.Parsing;

namespace Proviso.Language.Editing;

/// <summary>What stands in a sentence around a name, by which it is told what the name can be of.</summary>
/// <param name="heard">What was wanted in the sentence, in its order.</param>
/// <param name="declared">What has a name in the case.</param>
internal sealed class Surroundings(IReadOnlyList<Wanted> heard, DeclaredSymbols declared)
{
    /// <summary>The sorts that will do at a place of <c>heard</c>, the likeliest first.</summary>
    public ImmutableArray<NameSort> SortsAt(int index)
    {
        var sorts = NameSorts.NamedIn(heard[index].What);
        return sorts is [NameSort.Value] && AttributeBefore(index) is { Takes: NameSort.Party } ? [NameSort.Party, NameSort.Group] : sorts;
    }

    /// <summary>True where a value stands of an attribute that takes names, and no figures.</summary>
    public bool IsOfWords(int index) => NameSorts.NamedIn(heard[index].What) is [NameSort.Value] && AttributeBefore(index) is { Takes: not null };

    /// <summary>True when a symbol of one of those sorts can be meant there.</summary>
    public bool Fits(NamedSymbol symbol, int index) => symbol.Sort switch
    {
        NameSort.Attribute => symbol.Of is null || KindsBefore(index) is not { Count: > 0 } kinds || kinds.Contains(symbol.Of),
        NameSort.Value => AttributeBefore(index) is not { } attribute || symbol.Of == attribute.Name,
        NameSort.Reading => DisputeAround(index) is not { } dispute || symbol.Of == dispute,
        _ => true,
    };

    /// <summary>What stands for each party or place of the clause, where such a name can stand at that place; or null. A reading of a clause's words may use that of the clause.</summary>
    public NamedSymbol? VariableFor(ImmutableArray<NameSort> sorts, int index)
    {
        for (var at = 1; at < index; at++)
        {
            if (IsVariable(heard[at]))
            {
                return IsAmong(sorts, heard[at - 1].At.Word) ? declared.VariableAt(heard[at].At.Span) ?? VariableOf(heard[at].At, heard[at - 1].At) : null;
            }
        }

        return heard.Take(index).Any(wanted => wanted.Word == Word.Reading) && Before(index, NameSort.Clause) is { } clause
            && declared.VariableOf(clause) is { } of && IsAmong(sorts, Words.Find(of.Title.AsSpan(of.Title.LastIndexOf(' ') + 1))) ? of : null;
    }

    private static bool IsAmong(ImmutableArray<NameSort> sorts, Word each) => sorts.Contains(each == Word.Party ? NameSort.Party : NameSort.Region);

    private static NamedSymbol VariableOf(Token name, Token each) =>
        new(name.Value, NameSort.Variable, DeclaredSymbols.TitleOfVariable(each), DeclaredSymbols.Nowhere, DeclaredSymbols.Nowhere, null);

    /// <summary>True for the name that a clause gives to each of some places or parties.</summary>
    public static bool IsVariable(Wanted wanted) => wanted is { IsNew: true, What: ClauseParser.VariableWanted };

    private NamedSymbol? AttributeBefore(int index) => Before(index, NameSort.Attribute) is { } name
        ? declared.Named(name).FirstOrDefault(symbol => symbol.Sort == NameSort.Attribute && Fits(symbol, index))
        : null;

    private string? DisputeAround(int index) => Before(index, NameSort.Dispute)
        ?? heard.Skip(index + 1).FirstOrDefault(wanted => IsUse(wanted, NameSort.Dispute)).At?.Value;

    /// <summary>The name before the place that is of the sort; the nearest.</summary>
    private string? Before(int index, NameSort sort)
    {
        for (var at = index - 1; at >= 0; at--)
        {
            if (IsUse(heard[at], sort))
            {
                return heard[at].At.Value;
            }
        }

        return null;
    }

    private static bool IsUse(Wanted wanted, NameSort sort) =>
        wanted is { Kind: TokenKind.Name, IsNew: false, At.Kind: TokenKind.Name or TokenKind.Number } && NameSorts.NamedIn(wanted.What).Contains(sort);

    /// <summary>The kinds of the thing that was named last before the place; null when none was.</summary>
    private HashSet<string>? KindsBefore(int index)
    {
        for (var at = index - 1; at >= 0; at--)
        {
            if (IsUse(heard[at], NameSort.Kind) || IsUse(heard[at], NameSort.Model))
            {
                var kinds = new HashSet<string>(StringComparer.Ordinal);
                AddKinds(kinds, heard[at].At.Value, []);
                return kinds;
            }
        }

        return null;
    }

    private void AddKinds(HashSet<string> kinds, string noun, HashSet<string> seen)
    {
        foreach (var symbol in seen.Add(noun) ? declared.Named(noun).Where(symbol => symbol.Sort.IsNoun()) : [])
        {
            if (symbol.Sort == NameSort.Kind)
            {
                kinds.Add(noun);
            }

            foreach (var part in symbol.MadeOf)
            {
                AddKinds(kinds, part, seen);
            }
        }
    }
}
