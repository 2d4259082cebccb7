using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Evaluation.Explanation;

/// <summary>The part of an account that goes through duties to act and the uses of rights, one by one.</summary>
internal sealed class AccountOfDuties(Case @case, Explanation told, Prose prose)
{
    /// <summary>"By that day it asked for 3 acts: 1 kept, 2 cannot tell."</summary>
    public string HowMany()
    {
        var owed = ((Step)told.Conduct).Because.OfType<Step>().Select(step => step.Question).OfType<DutyIs>().Select(duty => duty.Owed).ToList();
        var each = owed.GroupBy(one => one.Conduct).OrderBy(same => same.Key).Select(same => $"{same.Count()} {Prose.Conduct(same.Key)}");
        return $"By that day it asked for {(owed.Count == 1 ? "one act" : $"{owed.Count} acts")}: {(owed.Count == 1 ? Prose.Conduct(owed[0].Conduct) : string.Join(", ", each))}.";
    }

    /// <summary>A paragraph for each single duty, each event that asks for nothing, and each year and use of a right.</summary>
    public IEnumerable<string> OneByOne() => [.. SingleDuties(), .. SingleTimes(), .. Above(), .. Uses()];

    /// <summary>Each single duty as a paragraph: what asked for it, when the act was due and how that is counted, what was done.</summary>
    private IEnumerable<string> SingleDuties()
    {
        foreach (var one in ((Step)told.Conduct).Because.OfType<Step>())
        {
            if (one.Question is DutyIs { Owed: { Time: null } owed } && told.Row.Clause.Duty is ShallDo { Deadline: var deadline })
            {
                var due = $"Due {Prose.Due(deadline, told.Row.Clause.When?.Event)}{Until(owed, deadline)}"
                    + string.Concat(owed.Counted.Select(count => $". {Capital(Labels.OfCount(count, Prose.Date, Prose.Party(count.Of)))}"));
                var sentences = one.Because.OfType<ReportLeaf>().Select(leaf => $"{leaf.Report.Name}: {prose.Sentence(leaf.Report)}");
                yield return $"{due}. {Capital(Labels.OfDuty(owed))}. {string.Join(" ", sentences)}";
            }
        }
    }

    /// <summary>": by the end of 30 September 2011"; nothing where the deadline says the day, or the trigger has none.</summary>
    private string Until(Owed owed, Deadline deadline)
    {
        var clock = @case.Agreement.Clock;
        if (deadline is NoLaterThanDay || owed.HasNoDate)
        {
            return "";
        }

        var first = owed.HasNoEarliest ? null : Prose.LastInTime(deadline, owed.DueFirst, clock);
        var last = owed.HasNoLatest ? null : Prose.LastInTime(deadline, owed.DueLast, clock);
        return first == last ? $": by {first}" : (first is null ? "" : $": by {first} at the earliest") + (last is null ? "" : $"{(first is null ? ": by" : ", by")} {last} at the latest");
    }

    /// <summary>The times of a duty that recurs, in order; a run of them of which the same is to be said, and nothing is on file, is told by its last.</summary>
    private IEnumerable<string> SingleTimes()
    {
        var run = 0;
        var all = ((Step)told.Conduct).Because.OfType<Step>().Where(s => s.Question is DutyIs { Owed.Time: not null }).ToList();
        for (var i = 0; i < all.Count; i++)
        {
            var (one, owed) = (all[i], ((DutyIs)all[i].Question).Owed);
            var label = Labels.OfDuty(owed);
            if (one.Because.IsEmpty && i + 1 < all.Count && all[i + 1] is { Because.IsEmpty: true, Question: DutyIs next } && Labels.OfDuty(next.Owed) == label)
            {
                run++;
                continue;
            }

            var before = run == 0 ? "" : $" So, too, {(run == 1 ? "the one" : $"the {run}")} before it, due {Before(all[i - run], run == 1 ? null : all[i - 1])}.";
            run = 0;
            var sentences = one.Because.OfType<ReportLeaf>().Select(leaf => $" {leaf.Report.Name}: {prose.Sentence(leaf.Report)}");
            yield return $"{Prose.DueTime(owed.Time!.Period, owed.Time.Opens, owed.Time.Due)}. {Capital(label)}.{string.Concat(sentences)}{before}";
        }

        static string Before(Step first, Step? last) => last is null
            ? $"by {Prose.Date(((DutyIs)first.Question).Owed.Time!.Due)}"
            : $"from {Prose.Date(((DutyIs)first.Question).Owed.Time!.Due)} to {Prose.Date(((DutyIs)last.Question).Owed.Time!.Due)}";
    }

    /// <summary>What asks for nothing, for it is above the number of a right, each by itself.</summary>
    private IEnumerable<string> Above() => told.Above.Select(each =>
        $"{each.Report.Name} {Labels.Above(each.Use)}. {each.Report.Name}: {prose.Sentence(each.Report)}");

    /// <summary>Of a right with a quota: what each year allows and how far it is used, then each use with its place in line.</summary>
    private IEnumerable<string> Uses()
    {
        foreach (var (year, reports) in told.Quota)
        {
            var heading = $"{Capital(Labels.Year(year.Right, year.Year))} ({Prose.Range(year.Days)}): {Labels.Of(year, told.Day)}.";
            var ties = year.Ties.Select(tie => $" Of {Account.Joined(tie.Reports, "and")} {(tie.Above == 1 ? "one is" : $"{tie.Above} are")} above the number, and it cannot be told which.");
            yield return heading + string.Concat(ties);
            foreach (var (use, report) in year.Uses.Zip(reports))
            {
                var places = use.Years.Where(place => place.Year == year.Year).Select(Labels.Place);
                yield return $"{Capital(string.Concat(places))}{(use.IsSurelyAbove ? ", above the number" : use.IsSure ? "" : ", if it is one")}. {report.Name}: {prose.Sentence(report)}";
            }
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
