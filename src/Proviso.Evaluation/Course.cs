using System.Collections.Immutable;
using Proviso.Evaluation.Duties;
using Proviso.Evaluation.Reports;
using Proviso.Language.Binding;

namespace Proviso.Evaluation;

/// <summary>What was found of a case, answer by answer, each with that on which it rests.</summary>
internal sealed record JudgedCase(
    Judging Judging,
    ImmutableArray<JudgedGroup> Groups,
    Dictionary<Instance, (RightUses Uses, Reads Reads)> Rights,
    Dictionary<Instance, (DutiesOfRow Duties, Reads Reads)> Duties);

/// <summary>What the sweep found of instances that read each other.</summary>
internal sealed record JudgedGroup(ImmutableArray<Instance> Instances, ImmutableArray<Judged> Judged, Reads Reads);

/// <summary>The course of an evaluation: instances, then the uses of rights, then duties to act. After a revision, an answer that rests on nothing that was changed is taken over.</summary>
/// <param name="before">What was found before the revision, in the same views; null for none.</param>
/// <param name="changes">What the revision changed. Requires that it is not wide.</param>
internal sealed class Course(KnownCase known, ImmutableArray<ViewTried> views, JudgedCase? before, Changes? changes)
{
    private readonly Judging judging = new(known, views, before?.Judging);

    /// <summary>Judges the case.</summary>
    public JudgedCase Run()
    {
        var groups = (before?.Groups ?? [.. Groups(judging.Agreement, judging.Instances).Select(group => new JudgedGroup(group, [], new()))]).Select(Judge).ToImmutableArray();
        var all = groups.SelectMany(group => group.Judged.Select(judged => (judged, group.Reads))).ToList();
        var horizon = known.Record.Horizon;
        var done = new Done(judging.Masks, judging.Facts, judging.Conditions, horizon);
        var rights = all.Where(each => each.judged.Instance.Clause.Duty is MayDo { Quota: not null }).ToDictionary(
            each => each.judged.Instance,
            each => Taken(each.judged.Instance, before?.Rights) ?? Noted(each.Reads, () => new RightUses(judging.Agreement, judging.Masks.Sets, each.judged, done, horizon)));
        var quotas = new Quotas(judging.Masks.Sets, [.. rights.Values.Select(right => right.Item1)]);
        var deadlines = new Deadlines(judging.Agreement, judging.Masks, judging.Facts, judging.Conditions, done, quotas, horizon);
        var duties = all.Where(each => each.judged.Instance.Clause.Duty is ShallDo).ToDictionary(
            each => each.judged.Instance,
            each => Taken(each.judged.Instance, before?.Duties) ?? Noted(Under(each.judged.Instance, each.Reads, rights), () => deadlines.Of(each.judged)));
        return new(judging, groups, rights, duties);
    }

    private JudgedGroup Judge(JudgedGroup group)
    {
        if (before is not null && !IsTouched(group.Reads))
        {
            return group;
        }

        var (judged, reads) = Noted(new(), () => new Sweep(judging, group.Instances).Run().ToImmutableArray());
        return group with { Judged = judged, Reads = reads };
    }

    /// <summary>What a duty under a right rests on besides: what the uses of the right do.</summary>
    private static Reads Under(Instance instance, Reads reads, Dictionary<Instance, (RightUses Uses, Reads Reads)> rights)
    {
        var all = new Reads();
        all.Add(reads);
        foreach (var (right, of) in rights.Where(each => each.Key.Clause.Id == instance.Clause.Under))
        {
            all.Add(of.Reads);
        }

        return all;
    }

    /// <summary>What was found before, if it rests on nothing that was changed.</summary>
    private (T, Reads)? Taken<T>(Instance instance, Dictionary<Instance, (T Found, Reads Reads)>? found) =>
        found is not null && found.TryGetValue(instance, out var known) && !IsTouched(known.Reads) ? known : null;

    private bool IsTouched(Reads reads) => reads.IsTouched(changes!, judging.States, judging.Conditions, judging.Facts);

    /// <summary>An answer, with what was asked for it besides what it rests on already.</summary>
    private (T, Reads) Noted<T>(Reads already, Func<T> answer)
    {
        var reads = new Reads();
        reads.Add(already);
        judging.Facts.Reads = reads;
        var found = answer();
        judging.Facts.Reads = null;
        return (found, reads);
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
