using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Proviso.Benchmarks;

/// <summary>The server under a steady load of mixed reads, and in a flood.</summary>
internal static class ServeBenchmark
{
    private const int ASecond = 100;
    private const int FloodClients = 64;
    private const int FloodSeconds = 10;

    /// <summary>What a few people who look at the moratorium ask for: every screen, several days, readings that are tried.</summary>
    private static readonly string[] asked =
    [
        "/",
        "/assets/workbench.js",
        "/api/agreements",
        "/api/agreements/inf-moratorium",
        "/api/agreements/inf-moratorium/status",
        "/api/agreements/inf-moratorium/status?on=2023-09-18",
        "/api/agreements/inf-moratorium/status?on=2023-09-19&knownOn=2024-01-01",
        "/api/agreements/inf-moratorium/status?reading=wording:appear",
        "/api/agreements/inf-moratorium/why?clause=1&region=europe&view=russia",
        "/api/agreements/inf-moratorium/why?clause=1&region=europe&view=appear&on=2024-01-01",
        "/api/agreements/inf-moratorium/timeline?view=common&view=russia",
        "/api/agreements/inf-moratorium/timeline?knownOn=2023-12-31&view=common",
        "/api/agreements/inf-moratorium/reports",
        "/api/agreements/inf-moratorium/reading",
        "/api/agreements/inf-moratorium/due?on=2022-01-01",
        "/api/agreements/inf-moratorium/map?view=russia",
        "/api/agreements/inf-moratorium/changes?reading=revival:once-for-all&clause=1",
        "/api/map",
    ];

    public static int Run(int seconds)
    {
        using var served = Serving.Start("agreements");
        using var client = ClientAt(IPAddress.Loopback, served.Address);
        foreach (var path in asked)
        {
            using var first = client.GetAsync(new Uri(path, UriKind.Relative)).GetAwaiter().GetResult();
            if (!first.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"{path} is answered with {(int)first.StatusCode}");
            }
        }

        Steady(client, seconds).GetAwaiter().GetResult();
        Flood(served.Address, client).GetAwaiter().GetResult();
        return 0;
    }

    /// <summary>Asks at the beat of a clock, whether or not the answer before has come: one that is late makes the next no later.</summary>
    private static async Task Steady(HttpClient client, int seconds)
    {
        var times = new ConcurrentBag<(double Ms, bool Known, HttpStatusCode Status)>();
        var watch = Stopwatch.StartNew();
        var running = new List<Task>();
        for (var number = 0; number < seconds * ASecond; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / ASecond);
            if (due > watch.Elapsed)
            {
                await Task.Delay(due - watch.Elapsed);
            }

            // Every tenth question is new: a day nobody has asked about yet.
            var isNew = number % 10 == 9;
            var path = isNew
                ? $"/api/agreements/inf-moratorium/status?on={new DateOnly(2019, 8, 5).AddDays(number / 10 % 2600).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
                : asked[number % asked.Length];
            running.Add(Ask(client, path, due, watch, (ms, status) => times.Add((ms, !isNew, status))));
        }

        await Task.WhenAll(running);
        var bad = times.Count(each => each.Status != HttpStatusCode.OK);
        Console.WriteLine($"\n{ASecond} requests a second of mixed reads for {seconds} s: {times.Count} answers, {bad} errors\n");
        Console.WriteLine("| | Answers | Median ms | 99th percentile ms | Slowest ms |\n| --- | ---: | ---: | ---: | ---: |");
        Print("asked before", [.. times.Where(each => each.Known).Select(each => each.Ms)]);
        Print("asked for the first time", [.. times.Where(each => !each.Known).Select(each => each.Ms)]);
        Print("all", [.. times.Select(each => each.Ms)]);
        Console.WriteLine();
    }

    /// <summary>From another address of this machine far more is asked than is answered, each time something new, while one person goes on looking.</summary>
    private static async Task Flood(Uri address, HttpClient client)
    {
        using var flooding = ClientAt(IPAddress.Parse("127.0.0.2"), address);
        Console.WriteLine("| One person, asking ten times a second | Answers | Median ms | 99th percentile ms | Slowest ms |\n| --- | ---: | ---: | ---: | ---: |");
        await Look(client, "alone", 0);

        var statuses = new ConcurrentDictionary<HttpStatusCode, int>();
        using var end = new CancellationTokenSource();
        var number = 0;
        var flood = Enumerable.Range(0, FloodClients).Select(_ => Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                using var response = await flooding.GetAsync(NewQuestion("2023-06-30", Interlocked.Increment(ref number)));
                statuses.AddOrUpdate(response.StatusCode, 1, (_, count) => count + 1);
            }
        })).ToList();
        await Look(client, "in the flood", 1);
        await end.CancelAsync();
        await Task.WhenAll(flood);
        await Task.Delay(1000);
        using var calm = await flooding.GetAsync(NewQuestion("2023-06-30", 0));
        Console.WriteLine($"\nThe flood, {FloodClients} at once for {FloodSeconds} s: {string.Join(", ", statuses.OrderBy(each => each.Key).Select(each => $"{each.Value} × {(int)each.Key}"))}; a second after it {(int)calm.StatusCode}.");
    }

    /// <summary>A person opens the page, and asks what nobody has asked about.</summary>
    private static async Task Look(HttpClient client, string when, int round)
    {
        var page = new List<double>();
        var answers = new List<double>();
        for (var number = 0; number < FloodSeconds * 5; number++)
        {
            page.Add(await Time(client, new Uri("/", UriKind.Relative)));
            answers.Add(await Time(client, NewQuestion("2024-06-30", number + (round * FloodSeconds * 5))));
        }

        Print($"the page itself, {when}", page);
        Print($"a new question, {when}", answers);
    }

    private static async Task<double> Time(HttpClient client, Uri path)
    {
        var watch = Stopwatch.StartNew();
        using var response = await client.GetAsync(path);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
        var taken = watch.Elapsed.TotalMilliseconds;
        await Task.Delay(100);
        return taken;
    }

    /// <summary>A question about a day that nobody has asked about, as known on another.</summary>
    private static Uri NewQuestion(string knownOn, int number) => new(
        $"/api/agreements/inf-moratorium/status?knownOn={knownOn}&on={new DateOnly(2019, 8, 5).AddDays(number % 1400).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}&region=europe&days={number / 1400}",
        UriKind.Relative);

    private static HttpClient ClientAt(IPAddress own, Uri address) => new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = 256,
        ConnectCallback = async (connecting, end) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(own, 0));
            await socket.ConnectAsync(IPAddress.Loopback, connecting.DnsEndPoint.Port, end);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = address };

    private static async Task Ask(HttpClient client, string path, TimeSpan due, Stopwatch watch, Action<double, HttpStatusCode> told)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        await response.Content.ReadAsByteArrayAsync();
        told((watch.Elapsed - due).TotalMilliseconds, response.StatusCode);
    }

    private static void Print(string what, List<double> times)
    {
        times.Sort();
        double At(double share) => times[Math.Min(times.Count - 1, (int)(share * times.Count))];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {times.Count} | {At(0.5):0.0} | {At(0.99):0.0} | {times[^1]:0.0} |"));
    }
}
