using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Proviso.Evaluation.Placing;
using Proviso.Language;
using Proviso.Language.Syntax;
using Proviso.Language.Text;
using Proviso.Regions;

namespace Proviso.Server;

/// <summary>Agreements in memory, which a test can change while a server shows them.</summary>
internal sealed class AgreementsInMemory : IAgreements
{
    private readonly SortedDictionary<string, ImmutableArray<SourceText>> texts = new(StringComparer.Ordinal);
    private readonly Lock turn = new();

    public IReadOnlyList<string> Names
    {
        get
        {
            lock (turn)
            {
                return [.. texts.Keys];
            }
        }
    }

    private readonly Dictionary<string, string> troubles = new(StringComparer.Ordinal);

    /// <summary>How often an agreement was read.</summary>
    public int Reads { get; private set; }

    /// <summary>How long reading takes.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>The small made-up agreement of the corpus.</summary>
    public static AgreementsInMemory WithLake()
    {
        var made = new AgreementsInMemory();
        made.Put(Desk.Lake, [.. Directory.GetFiles(Repository.PathOf("tests/corpus/lake"), "*.proviso").Order(StringComparer.Ordinal)
            .Select(file => SourceText.From(Path.GetFileName(file), File.ReadAllText(file)))]);
        return made;
    }

    /// <summary>Puts an agreement there, or another in its place.</summary>
    public void Put(string name, ImmutableArray<SourceText> files)
    {
        lock (turn)
        {
            texts[name] = files;
        }
    }

    /// <summary>Adds a file to an agreement.</summary>
    public void Add(string name, string path, string text)
    {
        lock (turn)
        {
            texts[name] = [.. texts[name].Where(file => file.Path != path), SourceText.From(path, text)];
        }
    }

    /// <summary>Makes an agreement one that cannot be judged, whatever its texts say.</summary>
    public void Trouble(string name, string problem)
    {
        lock (turn)
        {
            troubles[name] = problem;
        }
    }

    /// <summary>Takes an agreement away.</summary>
    public void Remove(string name)
    {
        lock (turn)
        {
            texts.Remove(name);
        }
    }

    public string? StampOf(string name)
    {
        lock (turn)
        {
            return texts.TryGetValue(name, out var files) ? string.Join('\n', files.Select(file => file.Path + "\t" + file.Content)) : null;
        }
    }

    public AgreementRead Read(string name)
    {
        Thread.Sleep(Delay);
        lock (turn)
        {
            Reads++;
            return Understood(texts[name], texts[name]) with { Problem = troubles.GetValueOrDefault(name) };
        }
    }

    private static AgreementRead Redrafted(ImmutableArray<SourceText> all) => Understood(all, all);

    private static AgreementRead Understood(ImmutableArray<SourceText> own, ImmutableArray<SourceText> texts)
    {
        var compilation = Compilation.Of([.. texts.Select(SyntaxTree.Parse)]);
        var diagnostics = compilation.Diagnostics;
        var read = compilation.Case;
        if (read is not null && !diagnostics.Any(one => one.IsError))
        {
            (read, var wrong) = Ground.Place(read, _ => null);
            diagnostics = [.. diagnostics, .. wrong];
        }

        return new(own, read, diagnostics, null)
        {
            Outline = _ => (OutlineRead?)null,
            With = text => Understood(own, [.. texts, text]),
            Redrafted = given => Redrafted([.. own.Where(text => !given.Any(one => one.Path == text.Path)), .. given]),
        };
    }
}

/// <summary>A server on a free port, and a client of it.</summary>
internal sealed class Desk : IAsyncDisposable
{
    /// <summary>The name of the agreement that is served unless a test brings its own.</summary>
    public const string Lake = "lake";

    private readonly WebApplication app;

    private Desk(WebApplication app)
    {
        this.app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public static async Task<Desk> Open(IAgreements agreements, ServerLimits? limits = null, string? key = null, bool answersAhead = false)
    {
        var app = WorkbenchServer.Build(agreements, new ServerOptions { Urls = ["http://127.0.0.1:0"], Limits = limits ?? new(), Key = key, AnswersAhead = answersAhead });
        await app.StartAsync();
        return new(app);
    }

    /// <summary>A server with the one agreement.</summary>
    public static Task<Desk> Open(ServerLimits? limits = null, string? key = null) => Open(AgreementsInMemory.WithLake(), limits, key);

    /// <summary>A client who comes from another address of this machine.</summary>
    public HttpClient ClientAt(IPAddress address) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (connecting, end) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(address, 0));
            await socket.ConnectAsync(IPAddress.Loopback, connecting.DnsEndPoint.Port, end);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = Client.BaseAddress };

    /// <summary>What is answered, and with which status.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> Get(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
