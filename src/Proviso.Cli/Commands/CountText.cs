using Proviso.Evaluation;
using Proviso.Language.Prose;

namespace Proviso.Cli.Commands;

/// <summary>Prints what counts come to.</summary>
internal static class CountText
{
    /// <summary>The reports that make a number, and those that say that there were no more: "234 by a, 2 × 3 by b; no more by c"; "none".</summary>
    public static string Reports(CountedNumber number)
    {
        var shown = string.Join(", ", number.By.Select(part => $"{(part.Weight == 1 ? "" : $"{Prose.Figure(part.Weight)} × ")}{Prose.Figure(part.Number)} by {part.Report}"));
        var most = number.MostBy.IsEmpty ? "" : $"no more by {string.Join(", ", number.MostBy)}";
        return (shown, most) switch
        {
            ("", "") => "none",
            ("", _) => most,
            (_, "") => shown,
            _ => $"{shown}; {most}",
        };
    }
}
