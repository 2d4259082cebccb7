using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Formats.Answers;

/// <summary>What a case owes to one source: what is on file from it, and which verdicts would be others without it.</summary>
/// <param name="Changes">On the day asked about, without anything from the source; empty when no verdict needs it.</param>
public sealed record SourceAnswer(Citation Source, ImmutableArray<Report> Reports, ImmutableArray<Position> Positions, ImmutableArray<RowChanges> Changes)
{
    /// <summary>Every source on file as known, those that most verdicts need first, then in the order of the file.</summary>
    /// <param name="each">Called after each source with how many are done and how many there are; from several threads.</param>
    public static ImmutableArray<SourceAnswer> On(
        Verdicts verdicts, int day, ImmutableArray<View> views, Func<Row, bool> rows, Action<int, int>? each = null, CancellationToken stop = default)
    {
        var @case = verdicts.Case;
        var known = Learned.Between(@case, new(int.MinValue, verdicts.Knowledge.To), verdicts.Knowledge with { Day = verdicts.Horizon });
        var sources = known.Reports.Select(report => report.Attribution.Source).Concat(known.Positions.Select(position => position.Attribution.Source))
            .Distinct().ToList();
        var answers = new SourceAnswer[sources.Count];
        var done = 0;
        Parallel.For(0, sources.Count, new ParallelOptions { CancellationToken = stop }, index =>
        {
            answers[index] = Of(verdicts, known, sources[index], day, views, rows);
            each?.Invoke(Interlocked.Increment(ref done), sources.Count);
        });
        return [.. answers.OrderByDescending(answer => answer.Changes.Length)];
    }

    private static SourceAnswer Of(Verdicts verdicts, Learned known, Citation source, int day, ImmutableArray<View> views, Func<Row, bool> rows)
    {
        var @case = verdicts.Case;
        var without = @case with
        {
            Reports = [.. @case.Reports.Where(report => report.Attribution.Source != source)],
            Positions = [.. @case.Positions.Where(position => position.Attribution.Source != source)],
        };
        var others = Evaluator.Run(without, verdicts.Knowledge with { Day = verdicts.Horizon }, views);
        return new(
            source,
            [.. known.Reports.Where(report => report.Attribution.Source == source)],
            [.. known.Positions.Where(position => position.Attribution.Source == source)],
            RowChanges.Between(verdicts, others, views, rows, new(day, day + 1)));
    }
}
