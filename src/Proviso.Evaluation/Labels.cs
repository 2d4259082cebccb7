using NodaTime.Text;
using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Evaluation;

/// <summary>A verdict's standing and conduct in one phrase: the table of docs/verdicts.md, first line that fits.</summary>
public static class Labels
{
    /// <summary>The same with the numbers under a ceiling, if there are any: "in force, kept: 800, exactly the limit of 800"; before the limit binds,
    /// "not in force: binds from 2018-02-05; 1,796, which would be 246 over the limit of 1,550".</summary>
    public static string Of(Verdict verdict, Numbers? numbers) => numbers switch
    {
        null => Of(verdict),
        { BindsFrom: { } from } => $"{Of(verdict)}: binds from {Date(from)}{Would(numbers)}",
        { BoundThrough: { } through } when verdict.Standing == Standing.Expired => $"{Of(verdict)}: bound through {Date(through)}{Would(numbers)}",
        _ when verdict.Standing == Standing.NotInForce => Of(verdict),
        _ => $"{Of(verdict)}: {Count(numbers)}",
    };

    /// <summary>"1,796, 246 over the limit of 1,550"; "from 5 to 8, the limit is 6"; "no total declared, the limit is 800"; on days on which the limit does not
    /// bind, "1,796, which would be 246 over the limit of 1,550".</summary>
    public static string Count(Numbers numbers)
    {
        var (limit, least, most, from, through, _) = numbers;
        var binds = from is null && through is null;
        var would = binds ? "" : "which would be ";
        var shown = $"the limit {(binds ? "is" : "would be")} {Prose.Figure(limit)}";
        return numbers.IsConflict && !(least > most) ? $"{Amount(least, most)}, yet the reports contradict each other on how many things there were; {shown}"
            : numbers.IsConflict ? $"at least {Prose.Figure(least)} by one report, at most {Prose.Figure(most!.Value)} by another; {shown}"
            : least == most && most > limit ? $"{Prose.Figure(least)}, {would}{Prose.Figure(least - limit)} over the limit of {Prose.Figure(limit)}"
            : least > limit && most is null ? $"at least {Prose.Figure(least)}, {would}{Prose.Figure(least - limit)} or more over the limit of {Prose.Figure(limit)}"
            : least > limit ? $"{Amount(least, most)}, {would}at least {Prose.Figure(least - limit)} over the limit of {Prose.Figure(limit)}"
            : most == limit ? $"{Amount(least, most)}, {would}{(least == most ? "exactly" : "at most")} the limit of {Prose.Figure(limit)}"
            : most < limit ? $"{Amount(least, most)}, {would}{(least == most ? "" : "at least ")}{Prose.Figure(limit - most.Value)} below the limit of {Prose.Figure(limit)}"
            : $"{Amount(least, most)}; {shown}";
    }

    private static string Would(Numbers numbers) => numbers.IsTold ? $"; {Count(numbers)}" : "";

    private static string Date(int day) => LocalDatePattern.Iso.Format(Clock.DateOf(day));

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

    /// <summary>A single duty to act in a phrase: "kept by NAME"; "overdue, no receipt on file"; "cannot tell: NAME may have been in time".</summary>
    public static string OfDuty(Owed owed)
    {
        var (inTime, late) = (Names(owed, Timing.InTime), Names(owed, Timing.TooLate));
        var perhaps = owed.Acts.Where(act => act.Timing == Timing.Open || !act.IsSure).Select(act => act.Report).ToList();
        return owed.Conduct switch
        {
            Conduct.Kept when inTime.Length > 0 => $"{Prose.Conduct(owed.Conduct)} by {inTime}",
            Conduct.CuredLate when late.Length > 0 => $"{Prose.Conduct(owed.Conduct)} by {late}",
            Conduct.Broken when !owed.NotReceived.IsEmpty => $"{Prose.Conduct(owed.Conduct)}: not received, says {string.Join(", ", owed.NotReceived)}",
            Conduct.Broken => $"{Prose.Conduct(owed.Conduct)}: nothing in the log of the one it was owed to",
            Conduct.CannotTell when !owed.IsSure => "cannot tell whether it is owed",
            Conduct.CannotTell when perhaps.Count > 0 => $"cannot tell: perhaps done in time by {string.Join(" or ", perhaps)}",
            Conduct.CannotTell when owed.IsOver && late.Length > 0 => $"overdue: {late} came too late, and no earlier receipt is on file",
            Conduct.CannotTell when owed.IsOver => "overdue: no receipt on file",
            _ => Prose.Conduct(owed.Conduct),
        };
    }

    private static string Names(Owed owed, Timing timing) =>
        string.Join(", ", owed.Acts.Where(act => act.IsSure && act.Timing == timing).Select(act => act.Report));

    /// <summary>"whether in force, ended or withdrawn".</summary>
    private static string Whether(Verdict verdict)
    {
        string[] possible = [.. Enum.GetValues<Standing>().Where(one => one != Standing.CannotTell && verdict.Possible.Has(one)).Select(Prose.Standing)];
        return "whether " + (possible.Length == 1 ? possible[0] : $"{string.Join(", ", possible[..^1])} or {possible[^1]}");
    }
}
