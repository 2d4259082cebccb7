using System.Reflection;
using Proviso.Evaluation;
using Proviso.Language.Binding;
using Proviso.Reference;

namespace Proviso.Faults;

/// <summary>Every answer to a case in one number: two evaluators that give the same number agree.</summary>
/// <remarks>What is asked is what <see cref="Comparison"/> asks: all rows, all views, all days, as known on several days.</remarks>
static class Answers
{
    /// <summary>No evaluator's answers have this number: it ended with an exception.</summary>
    public const ulong Failure = 0;

    /// <summary>The evaluator that these tests are loaded with.</summary>
    public static Assembly Asked => typeof(Evaluator).Assembly;

    /// <summary>The answers of the evaluator that these tests are loaded with.</summary>
    public static ulong OfEvaluator(Case text, ulong seed)
    {
        try
        {
            return Of(text, seed, knowledge =>
            {
                var verdicts = Evaluator.Run(text, knowledge);
                return (verdicts.Rows, verdicts.Horizon, (row, view, day) =>
                    (verdicts.At(verdicts.Rows[row], view, day), verdicts.BasisAt(verdicts.Rows[row], view, day)),
                    (asked, view, day) => Comparison.Told(verdicts.CountAt(asked.Count, asked.Party, asked.Place, view, day)));
            });
        }
        catch (Exception)
        {
            return Failure;
        }
    }

    /// <summary>The answers of the reference.</summary>
    public static ulong OfReference(Case text, ulong seed) => Of(text, seed, knowledge =>
    {
        var reference = new ReferenceEvaluator(text, knowledge);
        return (reference.Rows, reference.Horizon, (row, view, day) => (reference.At(row, view, day), reference.BasisAt(row, view, day)),
            (asked, view, day) => Comparison.Told(reference.NumberAt(asked.Count, asked.Party, asked.Place, view, day)));
    });

    private static ulong Of(
        Case text,
        ulong seed,
        Func<Knowledge, (IReadOnlyList<Row> Rows, int Horizon, Func<int, View, int, (Verdict Verdict, Basis? Basis)> At, Func<CountAsked, View, int, Ranged> Number)> judge)
    {
        var number = 14695981039346656037;
        var counts = Comparison.CountsOf(text, seed);
        foreach (var knowledge in Comparison.KnowledgeOf(text, seed))
        {
            var (rows, horizon, at, numberOf) = judge(knowledge);
            Add(horizon);
            foreach (var row in rows)
            {
                Add(string.Join('/', row.Clause.Id, row.Party.Name, row.Addressee?.Name, row.Instance?.Name, row.Place?.Name).GetHashCode(StringComparison.Ordinal));
            }

            foreach (var day in Comparison.DaysOf(text, horizon))
            {
                foreach (var (asked, view) in counts.SelectMany(asked => text.Agreement.Views.Select(view => (asked, view))))
                {
                    var (least, most, isConflict) = numberOf(asked, view, day);
                    Add(least is { } low ? (int)low : int.MinValue);
                    Add(most is { } high ? (int)high : int.MaxValue);
                    Add(isConflict ? 1 : 0);
                }

                for (var row = 0; row < rows.Count; row++)
                {
                    foreach (var view in text.Agreement.Views)
                    {
                        var ((standing, possible, conduct, notBroken), basis) = at(row, view, day);
                        Add((int)standing);
                        Add(possible.Bits);
                        Add((int)conduct);
                        Add(notBroken ? 1 : 0);
                        Add(basis is { } leans ? (int)leans : -1);
                    }
                }
            }
        }

        return number;

        // FNV-1a.
        void Add(int part) => number = (number ^ (uint)part) * 1099511628211;
    }
}

/// <summary>A pair on which the sound evaluator agrees with the reference.</summary>
/// <param name="Number">Its place among all pairs.</param>
/// <param name="Answers">Of both.</param>
sealed record AnsweredPair(int Number, ulong Seed, Case Text, ulong Answers);

/// <summary>Random pairs in the order of their seeds, answered portion by portion. A portion is not kept.</summary>
sealed class Pairs
{
    private const int SeedsInPortion = 250;

    /// <summary>Only pairs in whose text these words stand are asked about; all, when there are none.</summary>
    private static readonly string words = Environment.GetEnvironmentVariable("PROVISO_WITH") ?? "";
    private int portions;

    /// <summary>How many pairs there were so far, answered or not.</summary>
    public int Count { get; private set; }

    /// <summary>Those of the next portion that can show a fault: the two agree on them as long as there is none.</summary>
    public IReadOnlyList<AnsweredPair> Next()
    {
        var seeds = Enumerable.Range(1 + (portions++ * SeedsInPortion), SeedsInPortion);
        var drawn = InParallel(seeds, seed => Comparison.Draw((ulong)seed)).OfType<Pair>().Select((pair, index) => (Pair: pair, Number: Count + index + 1)).ToList();
        Count += drawn.Count;
        return
        [
            .. InParallel(drawn.Where(each => each.Pair.Text.ToString().Contains(words, StringComparison.Ordinal)), each =>
                Answers.OfReference(each.Pair.Case, each.Pair.Seed) is var right && right == Answers.OfEvaluator(each.Pair.Case, each.Pair.Seed)
                    ? new AnsweredPair(each.Number, each.Pair.Seed, each.Pair.Case, right)
                    : null).OfType<AnsweredPair>(),
        ];
    }

    private static IEnumerable<TResult> InParallel<T, TResult>(IEnumerable<T> each, Func<T, TResult> select) => each.AsParallel().AsOrdered().Select(select);
}
