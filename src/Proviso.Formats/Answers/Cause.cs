using Proviso.Evaluation;
using Proviso.Evaluation.Explanation;
using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Formats.Answers;

/// <summary>What brought an answer about, in a few words for where the reasons themselves stand elsewhere.</summary>
internal static class Cause
{
    /// <summary>"launcher at Bornholm, deployed; and 1 more report", "Russia withdrew on 4 August 2025", "Russia withdrew on 4 August 2025, if it still bound". Null where no single thing on file can be named for it: so of a
    /// number, which is the sum of many reports.</summary>
    public static string? Of(Case @case, Explanation told)
    {
        var prose = new Prose(@case);
        return told.Verdict switch
        {
            _ when told.Row.Clause.Duty is ShallHaveAtMost => null,
            { Conduct: Conduct.Broken } => Reported(prose, told.Conduct),
            { Standing: Standing.Ended or Standing.VoidFromBirth } => Reported(prose, told.Standing),
            { Standing: Standing.Withdrawn } => Done(prose, told.Standing, PositionVerb.Withdraws, "withdrew") ?? Done(prose, told.Standing, PositionVerb.TakesBack, "took it back"),
            { Standing: Standing.Refused } => Done(prose, told.Standing, PositionVerb.Rejects, "refused"),
            { Standing: Standing.Offered } => Done(prose, told.Standing, PositionVerb.Proposes, "offered it"),
            { Standing: Standing.CannotTell } when IsOver(told.Verdict.Possible) && told.Verdict.Possible.Has(Standing.Withdrawn)
                && Done(prose, told.Standing, PositionVerb.Withdraws, "withdrew") is { } withdrew => $"{withdrew}, if it still bound",
            _ => null,
        };
    }

    private static bool IsOver(StandingSet possible) => Enum.GetValues<Standing>().Where(standing => standing != Standing.CannotTell && possible.Has(standing))
        .All(standing => standing is Standing.Ended or Standing.Withdrawn or Standing.VoidFromBirth or Standing.Expired);

    private static string? Reported(Prose prose, Proof proof)
    {
        var says = Leaves(proof).OfType<ReportLeaf>().Where(leaf => leaf.Doubts.IsEmpty).Select(leaf => prose.InShort(leaf.Report)).Distinct().ToList();
        return says switch
        {
            [] => null,
            [var only] => only,
            [var first, ..] => $"{first}; and {says.Count - 1} more {(says.Count == 2 ? "report" : "reports")}",
        };
    }

    /// <summary>Another's description keeps whose it is.</summary>
    private static string? Done(Prose prose, Proof proof, PositionVerb verb, string did) =>
        Leaves(proof).OfType<ActLeaf>().LastOrDefault(leaf => leaf.Position.Verb == verb) is not { Position: var act } ? null
        : act.Attribution.By.Name == act.Holder.Name ? $"{Prose.Party(act.Holder)} {did} {prose.Window(act.When)}"
        : $"according to {Prose.Party(act.Attribution.By)}, {Prose.Party(act.Holder)} {did} {prose.Window(act.When)}";

    private static IEnumerable<Proof> Leaves(Proof proof) => proof is Step step ? step.Because.SelectMany(Leaves) : [proof];
}
