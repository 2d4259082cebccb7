using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Language.Binding;
using Proviso.Reference;

namespace Proviso.Scale;

/// <summary>A case revised report by report is judged as if it had been laid out and judged anew.</summary>
/// <remarks><c>PROVISO_EDITS=10000</c> makes so many revisions.</remarks>
[Scale]
public sealed class RevisionTests(ITestOutputHelper output)
{
    private const int EditsOfACase = 40;

    private static readonly int edits = int.TryParse(Environment.GetEnvironmentVariable("PROVISO_EDITS"), out var set) ? set : 2_000;

    /// <summary>Reports and positions of random cases come and go, corrections, contests, ends and all: after each step every answer is that of a full run.</summary>
    [Fact]
    public void After_each_revision_every_answer_is_that_of_a_full_run()
    {
        var (made, kept) = (0, 0);
        for (var seed = 8_000_000UL; made < edits; seed++)
        {
            if (Comparison.Draw(seed) is not { } pair || pair.Case.Reports.Count < 2)
            {
                continue;
            }

            var chance = new Chance(seed);
            var knowledge = chance.Percent(25) ? chance.Pick(Comparison.KnowledgeOf(pair.Case, seed).ToList()) : Knowledge.All;
            ImmutableArray<Report> all = [.. pair.Case.Reports];
            var away = all.Where(_ => chance.Percent(40)).ToHashSet();
            var awayPositions = pair.Case.Positions.Where(_ => chance.Percent(40)).ToHashSet();
            var known = KnownCase.Of(
                pair.Case with
                {
                    Reports = [.. all.Where(report => !away.Contains(report))],
                    Positions = [.. pair.Case.Positions.Where(position => !awayPositions.Contains(position))],
                },
                knowledge);
            var verdicts = Evaluator.Run(known);
            for (var edit = 0; edit < EditsOfACase; edit++, made++)
            {
                var revision = Drawn(chance, all, away, pair.Case.Positions, awayPositions);
                known = known.With(revision);
                verdicts = Evaluator.Run(known, verdicts);
                var full = Evaluator.Run(KnownCase.Of(known.Case, knowledge));
                var (told, expected) = (Told(verdicts), Told(full));
                Assert.True(told == expected, $"seed {seed}, edit {edit}: {revision}\n{Difference(told, expected)}\n{pair.Text.Agreement}\n{pair.Text.Reports}");
                kept += full.Rows.Length;
            }
        }

        output.WriteLine($"{made} revisions, {kept} rows compared on each day in each view");
    }

    /// <summary>From one day of knowledge to another, and from one party's to another's, a case is laid out as if it had been laid out for that day.</summary>
    [Fact]
    public void A_case_as_known_on_another_day_is_as_if_laid_out_for_it()
    {
        var (made, compared) = (0, 0);
        for (var seed = 9_000_000UL; made < edits / 4; seed++)
        {
            if (Comparison.Draw(seed) is not { } pair || pair.Case.Reports.Count < 2)
            {
                continue;
            }

            var chance = new Chance(seed);
            ImmutableArray<int> days = [.. pair.Case.Reports.SelectMany(report => new[] { report.Attribution.Said.First, report.Attribution.Said.Last }).Distinct().Order()];
            var known = KnownCase.Of(pair.Case, new(chance.Pick(days), null));
            for (var step = 0; step < 10; step++, made++)
            {
                Knowledge knowledge = chance.Percent(15) ? Knowledge.All : new(chance.Pick(days) + chance.Between(-1, 1), chance.Percent(20) ? chance.Pick(pair.Case.Agreement.Between) : null);
                known = known.AsKnown(knowledge);
                var (told, expected) = (Told(Evaluator.Run(known)), Told(Evaluator.Run(KnownCase.Of(pair.Case, knowledge))));
                Assert.True(told == expected, $"seed {seed}, step {step}: {knowledge}\n{Difference(told, expected)}\n{pair.Text.Agreement}\n{pair.Text.Reports}");
                compared += expected.Length;
            }
        }

        output.WriteLine($"{made} steps, {compared} characters of answers compared");
    }

    private static Revision Drawn(Chance chance, ImmutableArray<Report> all, HashSet<Report> away, ImmutableArray<Position> positions, HashSet<Position> awayPositions)
    {
        var (added, retracted) = (new List<Report>(), new List<string>());
        var (addedPositions, retractedPositions) = (new List<Position>(), new List<Position>());
        for (var count = chance.Between(1, 3); count > 0; count--)
        {
            if (positions.Length > 0 && chance.Percent(30))
            {
                var position = chance.Pick(positions);
                if (addedPositions.Contains(position) || retractedPositions.Contains(position))
                {
                    continue;
                }

                (awayPositions.Remove(position) ? addedPositions : Away(awayPositions, position, retractedPositions)).Add(position);
                continue;
            }

            var report = chance.Pick(all);
            if (added.Contains(report) || retracted.Contains(report.Name))
            {
                continue;
            }

            if (away.Remove(report))
            {
                added.Add(report);
            }
            else
            {
                away.Add(report);
                retracted.Add(report.Name);
            }
        }

        return new([.. added], [.. retracted], [.. addedPositions], [.. retractedPositions]);
    }

    private static List<Position> Away(HashSet<Position> away, Position position, List<Position> retracted)
    {
        away.Add(position);
        return retracted;
    }

    private static string Difference(string told, string expected) => string.Join(
        '\n', told.Split('\n').Zip(expected.Split('\n')).Where(each => each.First != each.Second).Take(3).Select(each => $"revised: {each.First}\nanew:    {each.Second}"));

    /// <summary>Everything that can be asked of verdicts, a line each.</summary>
    private static string Told(Verdicts verdicts) => string.Join(
        '\n',
        from view in verdicts.Views
        from row in verdicts.Rows
        let timeline = string.Join("; ", verdicts.Timeline(row, view))
        from day in Sampled(verdicts)
        select $"{view.Name} {row.Clause.Id} {row.Party.Name} {row.Addressee?.Name} {row.Place?.Name} {day} {verdicts.At(row, view, day)} {verdicts.BasisAt(row, view, day)} "
            + $"{string.Join(",", verdicts.BasisBy(row, view, day))} {verdicts.NumbersAt(row, view, day)} {string.Join(",", verdicts.PartsAt(row, view, day).Select(part => (part.Report.In.Name, part.Number)))} "
            + $"{string.Join(" | ", verdicts.OwedAt(row, view, day).Select(Told))} {string.Join(",", verdicts.AboveAt(row, view, day).Select(use => use.Report))} "
            + $"{verdicts.QuotaAt(row, view, day) is { } year} {timeline}");

    private static string Told(Owed owed) =>
        $"{owed.Trigger} {owed.When} {owed.DueFirst} {owed.DueLast} {owed.Conduct} {owed.IsSure} {owed.IsOver} {string.Join(",", owed.NotReceived)} {string.Join(",", owed.Acts)}";

    private static IEnumerable<int> Sampled(Verdicts verdicts)
    {
        for (var day = verdicts.FirstDay; day < verdicts.Horizon; day += Math.Max(1, (verdicts.Horizon - verdicts.FirstDay) / 6))
        {
            yield return day;
        }

        yield return verdicts.Horizon;
    }
}
