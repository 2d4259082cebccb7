using System.Collections.Immutable;
using Proviso.Evaluation.Duties;
using Proviso.Evaluation.Matching;
using Proviso.Evaluation.Reports;
using Proviso.Language.Binding;

namespace Proviso.Evaluation;

/// <summary>Judges a case: the entry point of this library. One evaluation serves all views (docs/semantics.md says what each verdict means).</summary>
public static class Evaluator
{
    /// <summary>The verdicts of every clause instance, in every view, for all days up to what is known.</summary>
    /// <param name="views">Which of the agreement's views; all of them by default. Must not be empty.</param>
    public static Verdicts Run(Case @case, Knowledge knowledge, ImmutableArray<View> views = default) => Run(KnownCase.Of(@case, knowledge), views);

    /// <summary>The same of a case that is laid out already.</summary>
    /// <param name="views">Which of the agreement's views; all of them by default. Must not be empty.</param>
    public static Verdicts Run(KnownCase known, ImmutableArray<View> views = default) => Run(known, Trial.None, views);

    /// <summary>The same with readings and beliefs tried in every view. Explanations and deciders of the result are of what is tried.</summary>
    /// <param name="views">Which of the agreement's views; all of them by default. Must not be empty.</param>
    public static Verdicts Run(KnownCase known, Trial trial, ImmutableArray<View> views = default)
    {
        var asked = views.IsDefault ? known.Case.Agreement.Views : views;
        return Run(known, trial, [.. asked.Select(view => trial.Of(view, known.Record.Positions))]);
    }

    /// <summary>The verdicts of a revised case in the views of those before. Only what rests on something that the revision changed is judged anew; the answers are as if all were.</summary>
    /// <param name="before">Verdicts of what <see cref="KnownCase.With"/> was called on; of any other case, all is judged anew. One revision after the other: verdicts that come of each
    /// other share what they know of views, and must not be made by several threads at once.</param>
    public static Verdicts Run(KnownCase revised, Verdicts before) =>
        revised.Revised is { Changes: { IsWide: false } changes, Before: var of } && ReferenceEquals(of, before.Known)
            ? Run(revised, before.Trial, before.Judged.Judging.Views, before.Judged, changes)
            : Run(revised, before.Trial, before.Views);

    internal static Verdicts Run(KnownCase known, Trial trial, ImmutableArray<ViewTried> views, JudgedCase? before = null, Changes? changes = null)
    {
        var judged = new Course(known, views, before, changes).Run();
        var judging = judged.Judging;
        var agreement = judging.Agreement;
        var runs = new Dictionary<Row, (Runs<StandingRun> Standings, Runs<ConductRun>? Prohibited, ImmutableArray<Runs<Conduct>> Due)>(
            ReferenceEqualityComparer.Instance);
        var owed = new Dictionary<Row, DutiesOfRow>(ReferenceEqualityComparer.Instance);
        var rights = new Dictionary<Row, RightUses>(ReferenceEqualityComparer.Instance);
        foreach (var one in judged.Groups.SelectMany(group => group.Judged))
        {
            var duties = judged.Duties.TryGetValue(one.Instance, out var due) ? due.Duties : null;
            var uses = judged.Rights.TryGetValue(one.Instance, out var right) ? right.Uses : null;
            foreach (var (row, conducts) in one.Rows)
            {
                runs.Add(row, (one.Standings, row.Clause.Duty is Restraint ? conducts : null, duties?.Conduct ?? default));
                if (duties is not null)
                {
                    owed.Add(row, duties);
                }

                if (uses is not null)
                {
                    rights.Add(row, uses);
                }
            }
        }

        var horizon = known.Record.Horizon;
        return new Verdicts(
            known,
            trial,
            judged,
            [.. views.Select(v => v.View)],
            judging.Masks.Sets,
            [.. judging.Instances.SelectMany(i => i.Rows)],
            runs,
            owed,
            rights,
            judging.Counts,
            judging.NamedCounts,
            new Bases(agreement, judging.Masks, judging.Facts, judging.Places, judging.States, horizon),
            Math.Min(agreement.InForce.From - 1, horizon),
            horizon);
    }
}
