using Microsoft.Extensions.Caching.Memory;

namespace Proviso.Server.Answering;

/// <summary>Answers that were given lately, as bytes. Several who ask the same at once wait for one computation; a refusal is not kept.</summary>
internal sealed class AnswerCache : IDisposable
{
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = 64 << 20 });
    private readonly Dictionary<string, Task<byte[]>> running = new(StringComparer.Ordinal);

    /// <summary>The answer of that name.</summary>
    public Task<byte[]> Get(string name, Func<Task<byte[]>> compute)
    {
        if (kept.Get<byte[]>(name) is { } known)
        {
            return Task.FromResult(known);
        }

        lock (running)
        {
            if (!running.TryGetValue(name, out var task))
            {
                running[name] = task = Keep(name, compute);
            }

            return task;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => kept.Dispose();

    private async Task<byte[]> Keep(string name, Func<Task<byte[]>> compute)
    {
        // Not before the caller has let go of the lock and put the task where others find it.
        await Task.Yield();
        try
        {
            var bytes = await compute();
            kept.Set(name, bytes, new MemoryCacheEntryOptions { Size = bytes.Length + 200 });
            return bytes;
        }
        finally
        {
            lock (running)
            {
                running.Remove(name);
            }
        }
    }
}
