using System.Diagnostics;
using System.Globalization;

namespace Proviso.Benchmarks;

/// <summary>Something to time.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Act">Does it once; what it returns is thrown away.</param>
internal sealed record Measured(string Name, Func<object?> Act);

/// <summary>Times several things in turn, round by round, so that a machine that slows down slows them all; the first is the baseline.</summary>
internal static class Interleaved
{
    /// <summary>Prints a Markdown table of the rounds: median, fastest and slowest in milliseconds, and the median of the ratios to the baseline.</summary>
    /// <param name="rounds">How many are counted; at least 5.</param>
    /// <param name="warmUp">How many are done before and not counted.</param>
    public static void Print(IReadOnlyList<Measured> all, int rounds, int warmUp)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 5);
        var times = all.Select(_ => new double[rounds]).ToArray();
        for (var round = -warmUp; round < rounds; round++)
        {
            for (var i = 0; i < all.Count; i++)
            {
                var started = Stopwatch.GetTimestamp();
                GC.KeepAlive(all[i].Act());
                if (round >= 0)
                {
                    times[i][round] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                }
            }
        }

        Console.WriteLine("| | Median ms | Fastest | Slowest | To the first |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        for (var i = 0; i < all.Count; i++)
        {
            var ratio = Median(times[i].Zip(times[0], (own, first) => own / first));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {all[i].Name} | {Shown(Median(times[i]))} | {Shown(times[i].Min())} | {Shown(times[i].Max())} | {ratio:0.00} |"));
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Shown(double milliseconds) => milliseconds.ToString(milliseconds < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
