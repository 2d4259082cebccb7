using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Formats.Answers;

/// <summary>A verdict's standing and conduct in one phrase.</summary>
public static class Labels
{
    /// <summary>"in force, kept"; "ended"; "cannot tell (ended or withdrawn), broken"; "in force, cannot tell whether kept".</summary>
    public static string Of(Verdict verdict)
    {
        var told = verdict.Standing != Standing.CannotTell;
        var standing = told ? Words.Of(verdict.Standing) : $"cannot tell ({Or(Words.Of(verdict.Possible))})";
        return verdict.Conduct switch
        {
            Conduct.NotTriggered => standing,
            Conduct.CannotTell => told ? $"{standing}, cannot tell whether kept" : $"{standing}, nor whether kept",
            _ => $"{standing}, {Words.Of(verdict.Conduct)}",
        };
    }

    private static string Or(ImmutableArray<string> words) =>
        words.Length == 1 ? words[0] : $"{string.Join(", ", words[..^1])} or {words[^1]}";
}
