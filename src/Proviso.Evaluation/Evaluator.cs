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
    public static Verdicts Run(KnownCase known, ImmutableArray<View> views = default)
    {
        var asked = views.IsDefault ? known.Case.Agreement.Views : views;
        return Run(known, [.. asked.Select(view => ViewTried.Of(view, known.Record.Positions))]);
    }

    internal static Verdicts Run(KnownCase of, ImmutableArray<ViewTried> views)
    {
        var known = of.Record;
        var judging = new Judging(of, views);
        var agreement = judging.Agreement;
        var all = Groups(agreement, judging.Instances).SelectMany(group => new Sweep(judging, group).Run()).ToImmutableArray();
        var done = new Done(judging.Masks, judging.Facts, judging.Conditions, known.Horizon);
        var quotas = new Quotas(agreement, judging.Masks, done, known.Horizon, all);
        var deadlines = new Deadlines(agreement, judging.Masks, judging.Facts, judging.Conditions, done, quotas, known.Horizon);
        var runs = new Dictionary<Row, (Runs<StandingRun> Standings, Runs<ConductRun>? Prohibited, ImmutableArray<Runs<Conduct>> Due)>(
            ReferenceEqualityComparer.Instance);
        var owed = new Dictionary<Row, DutiesOfRow>(ReferenceEqualityComparer.Instance);
        var rights = new Dictionary<Row, RightUses>(ReferenceEqualityComparer.Instance);
        foreach (var judged in all)
        {
            var duties = judged.Instance.Clause.Duty is ShallDo ? deadlines.Of(judged) : null;
            var uses = quotas.Of(judged.Instance);
            foreach (var (row, conducts) in judged.Rows)
            {
                runs.Add(row, (judged.Standings, row.Clause.Duty is Restraint ? conducts : null, duties?.Conduct ?? default));
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

        return new Verdicts(
            of,
            [.. views.Select(v => v.View)],
            judging.Masks.Sets,
            [.. judging.Instances.SelectMany(i => i.Rows)],
            runs,
            owed,
            rights,
            judging.Counts,
            judging.NamedCounts,
            new Bases(agreement, judging.Masks, judging.Facts, judging.Places, judging.States, known.Horizon),
            Math.Min(agreement.InForce.From - 1, known.Horizon),
            known.Horizon);
    }

    /// <summary>Clause instances that read each other, together; all others alone.</summary>
    private static IEnumerable<ImmutableArray<Instance>> Groups(Agreement agreement, ImmutableArray<Instance> all)
    {
        var leader = agreement.Clauses.ToDictionary(c => c.Id, c => c.Id, StringComparer.Ordinal);
        foreach (var clause in agreement.Clauses)
        {
            foreach (var other in Reads(clause, agreement).Where(leader.ContainsKey))
            {
                leader[Lead(clause.Id)] = Lead(other);
            }
        }

        foreach (var group in agreement.Clauses.GroupBy(c => Lead(c.Id)))
        {
            var instances = all.Where(i => group.Contains(i.Clause)).ToImmutableArray();
            if (group.Any(c => Reads(c, agreement).Any()))
            {
                yield return instances;
                continue;
            }

            foreach (var instance in instances)
            {
                yield return [instance];
            }
        }

        string Lead(string id) => leader[id] == id ? id : leader[id] = Lead(leader[id]);
    }

    private static IEnumerable<string> Reads(Clause clause, Agreement agreement) => agreement.WordingsOf(clause)
        .SelectMany(slot => slot.Readings)
        .OfType<ConditionSlot>()
        .SelectMany(slot => Breaches(slot.Condition))
        .Concat(clause.Despite);

    private static IEnumerable<string> Breaches(Condition condition) => condition switch
    {
        ClauseBroken broken => [broken.ClauseId],
        NotCondition not => Breaches(not.Part),
        AllConditions all => all.Parts.SelectMany(Breaches),
        AnyCondition any => any.Parts.SelectMany(Breaches),
        _ => [],
    };
}
