using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Proviso.Server.Answering;

/// <summary>Something that changed.</summary>
/// <param name="Number">Counts up from 1 as long as the server runs.</param>
/// <param name="Agreement">The name of the agreement.</param>
/// <param name="Version">What it is now; null when it is gone.</param>
internal sealed record Change(long Number, string Agreement, string? Version);

/// <summary>Looks now and then whether an agreement has changed, and tells all who listen.</summary>
internal sealed class Changes(Shelf shelf, ServerOptions options) : BackgroundService
{
    private readonly ConcurrentDictionary<Channel<Change>, bool> listeners = new();
    private IReadOnlyDictionary<string, string> before = new Dictionary<string, string>();
    private long number;

    /// <summary>The changes from now on, and in between null when nothing happened for a while, so that a connection is seen to live.</summary>
    public async IAsyncEnumerable<Change?> Listen([EnumeratorCancellation] CancellationToken end)
    {
        // Who does not read is told of the last few changes only: one is enough to look again.
        var own = Channel.CreateBounded<Change>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest });
        listeners[own] = true;
        try
        {
            yield return null;
            while (!end.IsCancellationRequested)
            {
                using var quiet = CancellationTokenSource.CreateLinkedTokenSource(end);
                quiet.CancelAfter(TimeSpan.FromSeconds(20));
                Change? change = null;
                try
                {
                    change = await own.Reader.ReadAsync(quiet.Token);
                }
                catch (OperationCanceledException) when (!end.IsCancellationRequested)
                {
                }
                catch (OperationCanceledException)
                {
                    yield break;
                }

                yield return change;
            }
        }
        finally
        {
            listeners.TryRemove(own, out _);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        before = shelf.Versions();
        using var clock = new PeriodicTimer(options.Limits.Look);
        try
        {
            while (await clock.WaitForNextTickAsync(stoppingToken))
            {
                Look();
            }
        }
        catch (OperationCanceledException)
        {
            // The server ends.
        }
    }

    private void Look()
    {
        var now = shelf.Versions();
        foreach (var name in before.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (before.GetValueOrDefault(name) != now.GetValueOrDefault(name))
            {
                var change = new Change(++number, name, now.GetValueOrDefault(name));
                foreach (var listener in listeners.Keys)
                {
                    listener.Writer.TryWrite(change);
                }
            }
        }

        before = now;
    }
}
