using System.Collections.Concurrent;
using System.Diagnostics;

namespace Proviso.Reference;

/// <summary>The evaluator agrees with the reference on random agreements and reports.</summary>
/// <remarks><c>PROVISO_PAIRS=100000</c> compares so many pairs in place of the sample, <c>PROVISO_SEED</c> says from which seed on, and
/// <c>PROVISO_TOLD</c> how many of the disagreements are made small and told (all are counted).</remarks>
[Comparison]
public sealed class ComparisonTests(ITestOutputHelper output)
{
    /// <summary>What is compared when nothing else is asked.</summary>
    private const int Sample = 2_600;

    /// <summary>Every word and every answer occurs in at least so many of a thousand pairs, when a thousand are compared.</summary>
    private const int LeastShare = 5;

    [Fact]
    public void Evaluator_agrees_with_the_reference()
    {
        var pairs = Setting("PROVISO_PAIRS", Sample);
        var seed = (ulong)Setting("PROVISO_SEED", 1);
        var watch = Stopwatch.StartNew();
        var (census, drawn, disagreeing) = Run(seed, pairs);
        var told = disagreeing.Order().Take(Setting("PROVISO_TOLD", 3)).Select(Tell).ToList();
        output.WriteLine($"{census.Pairs} pairs of {drawn} draws, {disagreeing.Count} disagreements, {watch.Elapsed.TotalSeconds:0} s");
        output.WriteLine(census.ToString());
        Assert.True(disagreeing.IsEmpty, string.Join("\n\n", told));
        Assert.True(pairs < 1_000 || census.Varied * 3 >= census.Pairs, "less than a third of the pairs have two or more verdicts");
        Assert.Equal([], pairs < 1_000 ? [] : census.Shares().Where(share => share.PerMille < LeastShare));
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var set) ? set : otherwise;

    private static string Tell(ulong seed)
    {
        var (text, disagreement) = Comparison.Smallest(Comparison.Draw(seed)!);
        return $"seed {seed}: {disagreement}\n\n{text}";
    }

    private static (Census Census, ulong Drawn, ConcurrentBag<ulong> Disagreeing) Run(ulong first, int pairs)
    {
        var (all, disagreeing) = (new Census(), new ConcurrentBag<ulong>());
        var (next, found) = ((long)first - 1, 0);
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            var census = new Census();
            while (Volatile.Read(ref found) < pairs)
            {
                var seed = (ulong)Interlocked.Increment(ref next);
                if (Comparison.Draw(seed) is { } pair && Interlocked.Increment(ref found) <= pairs)
                {
                    if (Comparison.First(pair.Case, seed, census) is not null)
                    {
                        disagreeing.Add(seed);
                    }

                    census.Finish(pair.Text);
                }
            }

            lock (all)
            {
                all.Add(census);
            }
        });
        return (all, (ulong)next - first + 1, disagreeing);
    }
}
