using System.Diagnostics;
using Proviso.Benchmarks.Workloads;
using Proviso.Evaluation;
using Proviso.Language.Binding;
using Proviso.Language.Text;
using Proviso.Reference;

namespace Proviso.Scale;

/// <summary>A large record that is revised again and again is judged as if each time all were judged anew.</summary>
/// <remarks><c>PROVISO_SCALE=100000</c> makes so many reports, <c>PROVISO_REVISIONS=1000</c> so many revisions.</remarks>
[Scale]
public sealed class RevisionsAtSizeTests(ITestOutputHelper output)
{
    private const int RevisionsOfACheck = 10;

    private static readonly int revisions = LargeRecord.Set("PROVISO_REVISIONS", 100);
    private static readonly SourceSpan nowhere = new("", 0, 0);

    /// <summary>A stay comes, is corrected, denied, or retracted; a notice comes. After each tenth all timelines are those of a full run.</summary>
    /// <param name="isOfRecords">Whether the reports were read from a file of records into columns.</param>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void After_many_revisions_every_timeline_is_that_of_a_full_run(bool isOfRecords)
    {
        var chance = new Chance(isOfRecords ? 14UL : 13UL);
        var workload = LargeRecord.Loose(LargeRecord.Size);
        var known = KnownCase.Of(isOfRecords ? CaseOfRecords.Of(workload).Case : CaseInMemory.Of(workload), Knowledge.All);
        var verdicts = Evaluator.Run(known);
        var file = known.Case.Reports.ToList();
        var kinds = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (revising, anew, changed) = (new Stopwatch(), new Stopwatch(), 0);
        var before = LargeRecord.Told(verdicts, "common");
        for (var number = 1; number <= revisions; number++)
        {
            var (kind, revision) = Drawn(file, known.Case.Agreement, number, chance);
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            revising.Start();
            known = known.With(revision);
            verdicts = Evaluator.Run(known, verdicts);
            revising.Stop();
            file.RemoveAll(report => revision.Retracted.Contains(report.Name));
            file.AddRange(revision.Added);
            if (number % RevisionsOfACheck != 0)
            {
                continue;
            }

            anew.Start();
            var full = Evaluator.Run(KnownCase.Of(known.Case with { Reports = [.. file] }, Knowledge.All));
            anew.Stop();
            foreach (var view in full.Views)
            {
                LargeRecord.Same($"after {number} revisions", view.Name, LargeRecord.Told(verdicts, view.Name), LargeRecord.Told(full, view.Name));
            }

            var now = LargeRecord.Told(full, "common");
            changed += now == before ? 0 : 1;
            before = now;
        }

        output.WriteLine(
            $"{file.Count} reports; {revisions} revisions ({string.Join(", ", kinds.Select(each => $"{each.Key} {each.Value}"))}), {revising.Elapsed.TotalMilliseconds / revisions:0} ms each; "
            + $"{revisions / RevisionsOfACheck} full runs, {anew.Elapsed.TotalMilliseconds / (revisions / RevisionsOfACheck):0} ms each, {changed} with other verdicts than the one before");
        Assert.True(changed > 0, "no revision changed anything");
    }

    private static (string Kind, Revision Revision) Drawn(List<Report> file, Agreement agreement, int number, Chance chance)
    {
        var stay = Any(file, chance, report => report.Content is StateReport);
        var state = (StateReport)stay.Content;
        var kind = chance.OneOf("added", "corrected", "denied", "retracted", "retracted", "noticed");
        return (kind, kind switch
        {
            "added" => Revision.None with { Added = [new($"added-{number}", chance.Percent(50) ? state : Another(file, state, number, chance), stay.Attribution, nowhere)] },
            "corrected" => Revision.None with
            {
                Added =
                [
                    new(
                        $"correction-{number}",
                        new Correction(stay.Name, chance.Percent(20), null, null, null, chance.Percent(20) ? null : Shifted(state.When, chance.Between(-9, 9)), null),
                        stay.Attribution with { By = chance.Percent(50) ? stay.Attribution.By : chance.Pick(agreement.Between) },
                        nowhere),
                ],
            },
            "denied" => Revision.None with
            {
                AddedPositions =
                [
                    new(
                        chance.Pick(agreement.Between), PositionVerb.Denies, new OnReport(stay.Name, chance.OneOf(ReportPart.Occurrence, ReportPart.Date, ReportPart.Place), null), [],
                        new(state.When.End.Latest, state.When.End.Latest), stay.Attribution, nowhere),
                ],
            },
            "retracted" => Revision.None with { Retracted = [chance.Pick(file).Name] },
            _ => Revision.None with { Added = [Notice(file, agreement, number, chance)] },
        });
    }

    /// <summary>The same thing, or one that nobody spoke of, somewhere at another time.</summary>
    private static StateReport Another(List<Report> file, StateReport state, int number, Chance chance)
    {
        var other = (StateReport)Any(file, chance, report => report.Content is StateReport).Content;
        return state with { Subject = chance.Percent(50) ? state.Subject : state.Subject with { Item = $"another-{number}" }, In = other.In, When = other.When };
    }

    /// <summary>Notice of an exercise, some days before it.</summary>
    private static Report Notice(List<Report> file, Agreement agreement, int number, Chance chance)
    {
        var exercise = Any(file, chance, report => report.Content is EventReport { Event.Name: "exercise" });
        var held = (EventReport)exercise.Content;
        var before = 1440 * chance.Between(0, 30);
        var notified = new EventReport(
            false, agreement.Events.Single(happening => happening.Name == "notify"), held.By, agreement.Between.Single(party => party.Name != held.By.Name), null, null,
            new(held.When.Earliest - before, held.When.Latest - before), chance.Percent(80) ? [exercise.Name] : []);
        return new($"notice-{number}", notified, exercise.Attribution, nowhere);
    }

    private static Report Any(List<Report> file, Chance chance, Predicate<Report> fits)
    {
        Report report;
        do
        {
            report = chance.Pick(file);
        }
        while (!fits(report));

        return report;
    }

    private static Occurrence Shifted(Occurrence when, int days) =>
        when with { Start = new(when.Start.Earliest + (days * 1440), when.Start.Latest + (days * 1440)), End = new(when.End.Earliest + (days * 1440), when.End.Latest + (days * 1440)) };
}
