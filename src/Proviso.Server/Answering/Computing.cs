using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Proviso.Server.Answering;

/// <summary>Computes answers, no more at once than there are processors: whoever comes when all are busy waits, and may give up waiting.</summary>
internal sealed class Computing : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Proviso.Server";

    private readonly SemaphoreSlim free = new(Math.Max(2, Environment.ProcessorCount));
    private readonly Meter meter = new(MeterName);
    private readonly Histogram<double> durations;

    public Computing() => durations = meter.CreateHistogram<double>("proviso.answer.duration", "s", "How long an answer took to compute, without waiting.");

    /// <summary>Computes an answer. One that is begun is computed to its end even when nobody waits for it any longer.</summary>
    /// <param name="what">What is asked for, for the measurements.</param>
    /// <param name="unwanted">Ends the waiting for a turn.</param>
    public async Task<T> Run<T>(string what, Func<T> compute, CancellationToken unwanted)
    {
        await free.WaitAsync(unwanted);
        return await Task.Run(
            () =>
            {
                var watch = Stopwatch.StartNew();
                try
                {
                    return compute();
                }
                finally
                {
                    free.Release();
                    durations.Record(watch.Elapsed.TotalSeconds, new KeyValuePair<string, object?>("answer", what));
                }
            },
            CancellationToken.None);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        meter.Dispose();
        free.Dispose();
    }
}
