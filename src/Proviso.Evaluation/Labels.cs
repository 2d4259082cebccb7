using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Evaluation;

/// <summary>A verdict's standing and conduct in one phrase: the table of docs/verdicts.md, first line that fits.</summary>
public static class Labels
{
    /// <summary>"in force, kept"; "ended"; "broken, whether in force or ended"; "in force, cannot tell whether kept".</summary>
    public static string Of(Verdict verdict)
    {
        var standing = Prose.Standing(verdict.Standing);
        return (verdict.Standing, verdict.Conduct) switch
        {
            (Standing.CannotTell, Conduct.Kept) => $"not broken, {Whether(verdict)}",
            (Standing.CannotTell, Conduct.CannotTell) when verdict.NotBroken => $"not broken, {Whether(verdict)}",
            (Standing.CannotTell, Conduct.Broken) => $"broken, {Whether(verdict)}",
            (Standing.CannotTell, Conduct.CannotTell) => $"cannot tell {Whether(verdict)}, nor whether kept",
            (Standing.CannotTell, Conduct.NotTriggered) => $"cannot tell {Whether(verdict)}",
            (Standing.CannotTell, _) => $"{Prose.Conduct(verdict.Conduct)}, {Whether(verdict)}",
            (_, Conduct.NotTriggered) => standing,
            (Standing.InForce, Conduct.CannotTell) when verdict.NotBroken => $"{standing}, not broken, whether it binds or not",
            (Standing.InForce, Conduct.CannotTell) => $"{standing}, cannot tell whether kept",
            (Standing.InForce, _) => $"{standing}, {Prose.Conduct(verdict.Conduct)}",
            (_, Conduct.Broken) => $"{standing}; a breach begun before goes on",
            (_, Conduct.CannotTell) => $"{standing}; perhaps a breach begun before goes on",
            _ => $"{standing}, {Prose.Conduct(verdict.Conduct)}",
        };
    }

    /// <summary>"whether in force, ended or withdrawn".</summary>
    private static string Whether(Verdict verdict)
    {
        string[] possible = [.. Enum.GetValues<Standing>().Where(one => one != Standing.CannotTell && verdict.Possible.Has(one)).Select(Prose.Standing)];
        return "whether " + (possible.Length == 1 ? possible[0] : $"{string.Join(", ", possible[..^1])} or {possible[^1]}");
    }
}
