namespace Proviso.Server.Answering;

/// <summary>
/// Answers what is usually asked first of each agreement before anybody asks, from when the server starts: the first person who opens the page waits for as little as the next.
/// Whoever asks for the same meanwhile waits for the same computation; whoever asks for something else has another processor.
/// </summary>
internal sealed partial class Ahead(Shelf shelf, AnswerCache cache, Computing computing, ILoggerFactory loggers) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        async () =>
        {
            foreach (var name in shelf.Names)
            {
                await Answer(name, stoppingToken);
            }
        },
        CancellationToken.None);

    private async Task Answer(string name, CancellationToken end)
    {
        try
        {
            if (await computing.Run("read", () => shelf.Find(name), end) is not { Problem: null } served)
            {
                return;
            }

            foreach (var usual in AgreementEndpoints.Usual)
            {
                await cache.Get(AgreementEndpoints.KeptAs(served, usual.Name), usual.Name, () => usual.Answer(served), end);
            }
        }
        catch (OperationCanceledException)
        {
            // The server ends.
        }
        catch (RefusedException)
        {
            // There is nothing to be answered; whoever asks is told why.
        }
        catch (Exception error)
        {
            // A mistake of ours. The server goes on: whoever asks is told, too.
            LogInternal(loggers.CreateLogger("Proviso.Server"), error, name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Internal error in what is usually asked of {Agreement}, please report it")]
    private static partial void LogInternal(ILogger logger, Exception error, string agreement);
}
