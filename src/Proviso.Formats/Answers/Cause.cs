using Proviso.Evaluation;
using Proviso.Evaluation.Explanation;
using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Formats.Answers;

/// <summary>What brought an answer about, in a few words for where the reasons themselves stand elsewhere.</summary>
internal static class Cause
{
    /// <summary>"launcher at Bornholm, deployed; and 1 more", "Russia withdrew on 4 August 2025", "Russia withdrew on 4 August 2025, if it still bound". Null where no single thing on file can be named for it: so of a
    /// broken ceiling, whose number is the sum of many reports.</summary>
    /// <param name="since">The first day of the standing.</param>
    public static string? Of(Case @case, Explanation told, int since)
    {
        var acts = new Acts(@case, told, since);
        var prose = new Prose(@case);
        return told.Verdict switch
        {
            { Conduct: Conduct.Broken } when told.Row.Clause.Duty is ShallHaveAtMost => null,
            { Conduct: Conduct.Broken } => Reported(prose, told.Conduct),
            { Standing: Standing.Ended or Standing.VoidFromBirth } => Reported(prose, told.Standing),
            { Standing: Standing.Withdrawn } => acts.Withdrawal() ?? acts.Done(PositionVerb.TakesBack, "took it back"),
            { Standing: Standing.Refused } => acts.Done(PositionVerb.Rejects, "refused"),
            { Standing: Standing.Offered } => acts.Done(PositionVerb.Proposes, "offered it"),
            // It is over in any case, and that somebody took it back is then on file, whatever else may have ended it before.
            { Standing: Standing.CannotTell } when IsOver(told.Verdict.Possible) && told.Verdict.Possible.Has(Standing.Withdrawn) && acts.Withdrawal() is { } withdrew => $"{withdrew}, if it still bound",
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
            [var first, ..] => $"{first}; and {says.Count - 1} more",
        };
    }

    private static IEnumerable<Proof> Leaves(Proof proof) => proof is Step step ? step.Because.SelectMany(Leaves) : [proof];

    /// <summary>What was done about a clause, as the proof of its standing has it.</summary>
    private sealed class Acts(Case @case, Explanation told, int since)
    {
        private readonly Prose prose = new(@case);

        /// <summary>Of an agreement that is left with notice, the day of an act is that of the notice.</summary>
        public string? Withdrawal() =>
            Found(PositionVerb.Withdraws) is { Target: OnAgreement } && @case.Agreement.Notice is not null ? Done(PositionVerb.Withdraws, "gave notice") : Done(PositionVerb.Withdraws, "withdrew");

        /// <summary>"Russia withdrew on 4 August 2025"; null where nothing of the sort was done.</summary>
        public string? Done(PositionVerb verb, string did) => Found(verb) is { } act ? $"{Prose.Party(act.Holder)} {did} {prose.Window(act.When)}" : null;

        /// <summary>That which brought the standing about: the last that had effect on its first day; what is only repeated later did not.</summary>
        private Position? Found(PositionVerb verb)
        {
            var acts = Leaves(told.Standing).OfType<ActLeaf>().Select(leaf => leaf.Position).Where(act => act.Verb == verb).ToList();
            return acts.LastOrDefault(act => EffectOf(act) <= since) ?? acts.FirstOrDefault();
        }

        /// <summary>The first day on which an act surely has effect.</summary>
        private int EffectOf(Position act)
        {
            var day = @case.Agreement.Clock.DayOf(act.When.Latest);
            return act is { Verb: PositionVerb.Withdraws, Target: OnAgreement } && @case.Agreement.Notice is { } notice ? notice.EffectOf(day).Latest : day + 1;
        }
    }
}
