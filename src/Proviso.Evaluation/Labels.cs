using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Evaluation;

/// <summary>A verdict's standing and conduct in one phrase: the table of docs/verdicts.md, first line that fits.</summary>
public static class Labels
{
    /// <summary>The same with the numbers under a ceiling, if there are any: "in force, kept: 800, the limit"; "in force, cannot tell whether kept: no total declared".</summary>
    public static string Of(Verdict verdict, Numbers? numbers) => numbers is null || verdict.Standing == Standing.NotInForce
        ? Of(verdict)
        : $"{Of(verdict)}: {Count(numbers)}";

    /// <summary>"1,796, 246 over the limit of 1,550"; "from 5 to 8, the limit is 6"; "no total declared, the limit is 800".</summary>
    public static string Count(Numbers numbers)
    {
        var (limit, least, most) = numbers;
        var shown = $"the limit is {Prose.Figure(limit)}";
        return numbers.IsConflict ? $"at least {Prose.Figure(least)} by one report, at most {Prose.Figure(most!.Value)} by another; {shown}"
            : least == most && most > limit ? $"{Prose.Figure(least)}, {Prose.Figure(least - limit)} over the limit of {Prose.Figure(limit)}"
            : least > limit && most is null ? $"at least {Prose.Figure(least)}, {Prose.Figure(least - limit)} or more over the limit of {Prose.Figure(limit)}"
            : least > limit ? $"{Amount(least, most)}, at least {Prose.Figure(least - limit)} over the limit of {Prose.Figure(limit)}"
            : most == limit ? $"{Amount(least, most)}, {(least == most ? "exactly" : "at most")} the limit of {Prose.Figure(limit)}"
            : most < limit ? $"{Amount(least, most)}, {(least == most ? "" : "at least ")}{Prose.Figure(limit - most.Value)} below the limit of {Prose.Figure(limit)}"
            : $"{Amount(least, most)}; {shown}";
    }

    private static string Amount(long least, long? most) => (least, most) switch
    {
        (0, null) => "no total declared",
        (_, null) => $"at least {Prose.Figure(least)}, and no total of all is declared",
        (0, 0) => "none",
        (0, _) => $"at most {Prose.Figure(most.Value)}",
        _ when least == most => Prose.Figure(least),
        _ => $"from {Prose.Figure(least)} to {Prose.Figure(most.Value)}",
    };

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
