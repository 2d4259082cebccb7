using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Proviso.Server.Answering;
using Proviso.Server.Guarding;

namespace Proviso.Server;

/// <summary>Changes, told to whoever listens as server-sent events.</summary>
internal static class ChangeEndpoints
{
    public static void Map(WebApplication app)
    {
        var listening = Flood.Listening(app.Services.GetRequiredService<ServerOptions>().Limits);
        app.Lifetime.ApplicationStopped.Register(listening.Dispose);
        app.MapGet("/api/events", (HttpContext context, Changes changes, IHostApplicationLifetime life) =>
        {
            var granted = listening.AttemptAcquire(context);
            context.Response.RegisterForDispose(granted);
            if (!granted.IsAcquired)
            {
                throw new RefusedException("Too many listen already", ["ask again later, or look without listening"], StatusCodes.Status503ServiceUnavailable);
            }

            context.Response.Headers.CacheControl = "no-store";
            return TypedResults.ServerSentEvents(Told(changes, context.RequestAborted, life.ApplicationStopping));
        })
        .DisableRequestTimeout()
        .DisableRateLimiting()
        .WithName("events")
        .WithSummary("An event `changed` whenever the files of an agreement change; `alive` in between")
        .WithTags("Proviso");
    }

    private static async IAsyncEnumerable<SseItem<Change?>> Told(Changes changes, CancellationToken gone, [EnumeratorCancellation] CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(gone, stopping);
        await foreach (var change in changes.Listen(end.Token))
        {
            yield return change is null
                ? new SseItem<Change?>(null, "alive")
                : new SseItem<Change?>(change, "changed") { EventId = change.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        }
    }
}
