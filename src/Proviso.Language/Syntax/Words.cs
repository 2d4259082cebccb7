using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Proviso.Language.Syntax;

/// <summary>The spelling of the reserved words.</summary>
public static class Words
{
    private static readonly ImmutableArray<string> spellings = [.. Enum.GetNames<Word>().Select(name => name.ToLowerInvariant())];

    private static readonly FrozenDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> bySpelling =
        Enum.GetValues<Word>().Where(word => word != Word.None)
            .ToFrozenDictionary(word => word.Spelling(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All reserved words in alphabetical order.</summary>
    public static ImmutableArray<Word> All { get; } = [.. Enum.GetValues<Word>().Where(word => word != Word.None)];

    /// <summary>The word as written in a text.</summary>
    public static string Spelling(this Word word) => spellings[(int)word];

    /// <summary>The reserved word spelt so, or <see cref="Word.None"/>.</summary>
    public static Word Find(ReadOnlySpan<char> spelling) => bySpelling.TryGetValue(spelling, out var word) ? word : Word.None;

    /// <summary>True for the words that open a sentence.</summary>
    public static bool OpensSentence(this Word word) => word is
        Word.Agreement or Word.Party or Word.Group or Word.Region or Word.Site or Word.Theatre or Word.Kind or Word.Model
        or Word.State or Word.Event or Word.Define or Word.Count or Word.Calendar or Word.Dispute or Word.View or Word.Clause or Word.Assume or Word.Expect
        or Word.Sources or Word.Report or Word.Position or Word.Omits;

    /// <summary>True for the units of time: days, hours, minutes and their singulars.</summary>
    public static bool IsTimeUnit(this Word word) => word is
        Word.Day or Word.Days or Word.Hour or Word.Hours or Word.Minute or Word.Minutes;

    /// <summary>True for every unit a number can have.</summary>
    public static bool IsUnit(this Word word) => word is Word.Km or Word.M || word.IsTimeUnit();
}
