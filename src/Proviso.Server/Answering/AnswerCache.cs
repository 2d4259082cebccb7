using Microsoft.Extensions.Caching.Memory;

namespace Proviso.Server.Answering;

/// <summary>Answers that were given lately, as bytes. Several who ask the same at once wait for one computation; a refusal is not kept.</summary>
internal sealed class AnswerCache(Computing computing) : IDisposable
{
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = 64 << 20 });
    private readonly Dictionary<string, Running> running = new(StringComparer.Ordinal);

    /// <summary>The answer of that name.</summary>
    /// <param name="what">What is asked for, for the measurements.</param>
    /// <param name="patience">Ends the waiting of this one who asks. What is begun is computed to its end and kept; what nobody waits for any longer is not begun.</param>
    public async Task<byte[]> Get(string name, string what, Func<byte[]> compute, CancellationToken patience)
    {
        if (kept.Get<byte[]>(name) is { } known)
        {
            return known;
        }

        Running ours;
        lock (running)
        {
            if (!running.TryGetValue(name, out var found))
            {
                running[name] = found = new();
                found.Answer = Task.Run(() => Keep(name, what, compute, found), CancellationToken.None);
            }

            (ours = found).Waiting++;
        }

        try
        {
            return await ours.Answer.WaitAsync(patience);
        }
        finally
        {
            Leave(name, ours);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => kept.Dispose();

    /// <summary>Whoever is the last to leave takes back what has not begun; who asks after that begins anew.</summary>
    private void Leave(string name, Running ours)
    {
        lock (running)
        {
            if (--ours.Waiting > 0 || ours.IsBegun || running.GetValueOrDefault(name) != ours)
            {
                return;
            }

            running.Remove(name);
        }

        ours.Unwanted.Cancel();
    }

    private async Task<byte[]> Keep(string name, string what, Func<byte[]> compute, Running ours)
    {
        try
        {
            var bytes = await computing.Run(
                what,
                () =>
                {
                    lock (running)
                    {
                        ours.IsBegun = true;
                    }

                    return compute();
                },
                ours.Unwanted.Token);
            kept.Set(name, bytes, new MemoryCacheEntryOptions { Size = bytes.Length + 200 });
            return bytes;
        }
        finally
        {
            lock (running)
            {
                if (running.GetValueOrDefault(name) == ours)
                {
                    running.Remove(name);
                }
            }
        }
    }

    /// <summary>An answer that is being computed, or waits for its turn.</summary>
    private sealed class Running
    {
        public CancellationTokenSource Unwanted { get; } = new();

        public Task<byte[]> Answer { get; set; } = Task.FromResult<byte[]>([]);

        public int Waiting { get; set; }

        public bool IsBegun { get; set; }
    }
}
