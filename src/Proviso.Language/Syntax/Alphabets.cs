namespace Proviso.Language.Syntax;

/// <summary>What is deceptive in the letters of a word.</summary>
/// <param name="Mixed">The alphabets mixed, as "Latin and Cyrillic", or null.</param>
/// <param name="HasSeparateAccent">A letter of those alphabets is followed by an accent of its own.</param>
internal readonly record struct Alphabets(string? Mixed, bool HasSeparateAccent)
{
    /// <summary>Looks at the three alphabets whose letters look alike: Latin, Greek and Cyrillic.</summary>
    public static Alphabets In(ReadOnlySpan<char> word)
    {
        bool latin = false, greek = false, cyrillic = false, accent = false, afterSuch = false;
        foreach (var rune in word.EnumerateRunes())
        {
            accent |= afterSuch && rune.Value is >= 0x300 and <= 0x36F;
            var isLatin = rune.Value is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= 0xC0 and <= 0x24F) or (>= 0x1E00 and <= 0x1EFF);
            var isGreek = rune.Value is (>= 0x370 and <= 0x3FF) or (>= 0x1F00 and <= 0x1FFF);
            var isCyrillic = rune.Value is >= 0x400 and <= 0x52F;
            latin |= isLatin;
            greek |= isGreek;
            cyrillic |= isCyrillic;
            afterSuch = isLatin || isGreek || isCyrillic;
        }

        var mixed = (latin, greek, cyrillic) switch
        {
            (true, true, true) => "Latin, Greek and Cyrillic",
            (true, true, false) => "Latin and Greek",
            (true, false, true) => "Latin and Cyrillic",
            (false, true, true) => "Greek and Cyrillic",
            _ => null,
        };
        return new(mixed, accent);
    }
}
