namespace Proviso.Server;

/// <summary>How a server is run.</summary>
public sealed record ServerOptions
{
    /// <summary>Where it listens, as "http://127.0.0.1:5080"; port 0 takes a free one.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>The key that everybody must show; null when nobody must.</summary>
    public string? Key { get; init; }

    /// <summary>Whether it answers what is usually asked first of each agreement before anybody asks.</summary>
    public bool AnswersAhead { get; init; }

    /// <summary>How much may be asked of it.</summary>
    public ServerLimits Limits { get; init; } = new();
}

/// <summary>How much may be asked of a server. Beyond it a request is refused with a reason, and the others go on.</summary>
public sealed record ServerLimits
{
    /// <summary>Requests a second and client, on the average.</summary>
    public int Rate { get; init; } = 200;

    /// <summary>Requests of a client at once, when it was quiet before. Requires at least <see cref="Rate"/>.</summary>
    public int Burst { get; init; } = 600;

    /// <summary>Requests of a client that wait or are answered at one time. A browser has six for a page; who asks much at once waits for itself, not others for it.</summary>
    public int AtOnceOfOne { get; init; } = 48;

    /// <summary>Requests of all clients that wait or are answered at one time.</summary>
    public int AtOnce { get; init; } = 512;

    /// <summary>Bytes of a request's body.</summary>
    public int Body { get; init; } = 2 << 20;

    /// <summary>How long a request may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How many listen for changes at one time.</summary>
    public int Listeners { get; init; } = 256;

    /// <summary>How many of one client listen for changes at one time: a browser has one for each page that is open.</summary>
    public int ListenersOfOne { get; init; } = 48;

    /// <summary>How often it is looked whether an agreement has changed.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(1);
}
