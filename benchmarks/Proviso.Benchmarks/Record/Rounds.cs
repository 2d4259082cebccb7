using System.Diagnostics;

namespace Proviso.Benchmarks.Record;

/// <summary>Something to time by the processor time it takes.</summary>
/// <param name="Processor">The processor time taken so far by whoever does it.</param>
internal sealed record Timed(string Name, Action Act, Func<TimeSpan> Processor);

/// <summary>What a thing took, by rounds, in milliseconds.</summary>
/// <param name="Processor">Processor time for one time of doing it, of each round in order.</param>
/// <param name="Wall">Time that passed, likewise.</param>
internal sealed record Taken(string Name, IReadOnlyList<double> Processor, IReadOnlyList<double> Wall)
{
    /// <summary>The median of the processor times.</summary>
    public double Cpu => Rounds.Median(Processor);

    /// <summary>The median of the times that passed.</summary>
    public double Passed => Rounds.Median(Wall);

    /// <summary>How many times another's processor time it took: the median over the rounds; where one of the two was done only once, of the medians.</summary>
    public double To(Taken other) => Processor.Count == other.Processor.Count ? Rounds.Median(Processor.Zip(other.Processor, (own, their) => own / their)) : Cpu / other.Cpu;
}

/// <summary>Times things in turn, round by round, so that a machine that slows down slows them all.</summary>
internal static class Rounds
{
    /// <summary>How many rounds are counted.</summary>
    public const int Counted = 5;

    /// <summary>A thing that takes longer than this is done only once, and what it took then is what it took.</summary>
    private static readonly TimeSpan once = TimeSpan.FromSeconds(25);

    private const int MostInRow = 10_000;

    /// <summary>What is short is done so many times in a row that it takes this long, or its warming up does.</summary>
    private static readonly TimeSpan batch = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan warmUp = TimeSpan.FromMilliseconds(600);

    /// <summary>Warms each up, then times them in turn.</summary>
    public static IReadOnlyList<Taken> Run(params IReadOnlyList<Timed> all)
    {
        var tallies = all.Select(Warmed).ToArray();
        for (var round = 0; round < Counted; round++)
        {
            foreach (var tally in tallies.Where(tally => !tally.IsOnce))
            {
                tally.Add(tally.Batch);
            }
        }

        return [.. tallies.Select(tally => new Taken(tally.Of.Name, tally.Processor, tally.Wall))];
    }

    /// <summary>The middle one, or the mean of the two in the middle. Requires at least one.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static Tally Warmed(Timed timed)
    {
        var tally = new Tally(timed);
        var least = TimeSpan.MaxValue;
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < warmUp;)
        {
            tally.Clear();
            tally.Add(1);
            var last = TimeSpan.FromMilliseconds(tally.Wall[0]);
            least = last < least ? last : least;
        }

        if (least > once)
        {
            tally.IsOnce = true;
        }
        else
        {
            tally.Clear();
            tally.Batch = Math.Clamp((int)Math.Ceiling(batch / least), 1, MostInRow);
        }

        return tally;
    }

    private sealed class Tally(Timed of)
    {
        public Timed Of => of;

        public int Batch { get; set; } = 1;

        public bool IsOnce { get; set; }

        public List<double> Processor { get; } = [];

        public List<double> Wall { get; } = [];

        public void Clear()
        {
            Processor.Clear();
            Wall.Clear();
        }

        public void Add(int times)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var processor = of.Processor();
            var started = Stopwatch.GetTimestamp();
            for (var i = 0; i < times; i++)
            {
                of.Act();
            }

            Wall.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds / times);
            Processor.Add((of.Processor() - processor).TotalMilliseconds / times);
        }
    }
}
