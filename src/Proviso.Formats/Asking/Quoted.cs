namespace Proviso.Formats.Asking;

/// <summary>The user's words, as a message quotes them.</summary>
public static class Quoted
{
    /// <summary>"`a`, `b` and `c`"; "none" of none.</summary>
    public static string And(IReadOnlyList<string> words) => words switch
    {
        [] => "none",
        [var only] => $"`{only}`",
        _ => $"{string.Join(", ", words.SkipLast(1).Select(word => $"`{word}`"))} and `{words[^1]}`",
    };
}
