using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Proviso.Server.Answering;

namespace Proviso.Server;

/// <summary>Who may ask, how much, and what becomes of too much.</summary>
public sealed class GuardingTests
{
    private const string Key = "0123456789abcdef0123";

    [Fact]
    public async Task A_flood_is_refused_cleanly_and_the_next_second_is_answered()
    {
        await using var desk = await Desk.Open(new ServerLimits { Rate = 10, Burst = 20 });

        var codes = await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ =>
        {
            using var response = await desk.Client.GetAsync("/api/agreements/lake/status");
            return (response.StatusCode, Wait: response.Headers.RetryAfter?.Delta, Body: await response.Content.ReadAsStringAsync());
        }));
        var refused = codes.Where(code => code.StatusCode == HttpStatusCode.TooManyRequests).ToList();

        Assert.NotEmpty(refused);
        Assert.All(codes, code => Assert.True(code.StatusCode is HttpStatusCode.OK or HttpStatusCode.TooManyRequests));
        Assert.True(codes.Count(code => code.StatusCode == HttpStatusCode.OK) >= 20);
        Assert.All(refused, code => Assert.True(code.Wait >= TimeSpan.FromSeconds(1)));
        Assert.Equal("Too much is asked at once", JsonDocument.Parse(refused[0].Body).RootElement.GetProperty("title").GetString());
        await Task.Delay(refused[0].Wait!.Value);
        var (status, _) = await desk.Get("/api/agreements/lake/status");
        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/agreements/lake/verdicts?on=2024-06-30")]
    [InlineData("/assets/workbench.js")]
    public async Task The_page_itself_opens_in_a_flood(string path)
    {
        await using var desk = await Desk.Open(new ServerLimits { Rate = 10, Burst = 10 });
        var flood = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => desk.Client.GetAsync("/api/agreements")));

        using var response = await desk.Client.GetAsync(path);

        Assert.Contains(flood, each => each.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Who_asks_much_at_once_takes_no_turn_of_anybody_else()
    {
        var agreements = AgreementsInMemory.WithLake();
        agreements.Delay = TimeSpan.FromSeconds(1);
        await using var desk = await Desk.Open(agreements, new ServerLimits { AtOnceOfOne = 4 });
        using var other = desk.ClientAt(IPAddress.Parse("127.0.0.2"));

        var flood = Enumerable.Range(0, 12).Select(_ => other.GetAsync("/api/agreements/lake/status")).ToList();
        await Task.WhenAny(flood);
        using var ours = await desk.Client.GetAsync("/api/agreements/lake/status");
        var theirs = await Task.WhenAll(flood);

        Assert.Equal(HttpStatusCode.OK, ours.StatusCode);
        Assert.Equal(4, theirs.Count(each => each.StatusCode == HttpStatusCode.OK));
        Assert.Equal(8, theirs.Count(each => each.StatusCode == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_refused()
    {
        await using var desk = await Desk.Open(new ServerLimits { Body = 10_000 });
        using var content = new StringContent($$"""{"suppose":"{{new string('x', 20_000)}}"}""", Encoding.UTF8, "application/json");

        using var response = await desk.Client.PostAsync("/api/agreements/lake/suppose", content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("This is too long", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"suppose":null}""")]
    [InlineData("""{"suppose":7}""")]
    [InlineData("""{"sentences":"x"}""")]
    public async Task A_body_of_another_shape_is_refused_in_words(string body)
    {
        await using var desk = await Desk.Open();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await desk.Client.PostAsync("/api/agreements/lake/suppose", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("docs/api.md", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_nested_very_deep_is_refused()
    {
        await using var desk = await Desk.Open();
        using var content = new StringContent(new string('[', 100_000), Encoding.UTF8, "application/json");

        using var response = await desk.Client.PostAsync("/api/agreements/lake/suppose", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_given_up()
    {
        var agreements = AgreementsInMemory.WithLake();
        agreements.Delay = TimeSpan.FromSeconds(3);
        await using var desk = await Desk.Open(agreements, new ServerLimits { Patience = TimeSpan.FromMilliseconds(200) });

        var (status, body) = await desk.Get("/api/agreements");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("The answer took too long", body.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("PUT", "/api/agreements/lake")]
    [InlineData("DELETE", "/api/agreements/lake")]
    [InlineData("POST", "/api/agreements/lake/status")]
    [InlineData("OPTIONS", "/api/agreements")]
    [InlineData("PATCH", "/api/nothing")]
    [InlineData("POST", "/lake/reports")]
    public async Task Nothing_can_be_written(string method, string path)
    {
        await using var desk = await Desk.Open();

        using var response = await desk.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("This cannot be done here", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain", "The body is no JSON")]
    [InlineData("application/x-www-form-urlencoded", "The body is no JSON")]
    [InlineData("application/json; charset=letters-of-mine", "The body is in unknown letters")]
    public async Task A_body_that_cannot_be_read_is_told_to_be(string type, string title)
    {
        await using var desk = await Desk.Open();
        using var content = new ByteArrayContent("""{"suppose":""}"""u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var response = await desk.Client.PostAsync("/api/agreements/lake/suppose", content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains(title, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_client_has_all_the_lines_on_which_changes_are_told()
    {
        await using var desk = await Desk.Open(new ServerLimits { Listeners = 4, ListenersOfOne = 2 });
        using var other = desk.ClientAt(IPAddress.Parse("127.0.0.2"));
        var listening = new List<HttpResponseMessage>();

        for (var number = 0; number < 3; number++)
        {
            listening.Add(await other.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead));
        }

        listening.Add(await desk.Client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead));

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK],
            listening.Select(each => each.StatusCode));
        listening.ForEach(each => each.Dispose());
    }

    [Fact]
    public async Task What_nobody_waits_for_any_longer_is_not_begun()
    {
        using var computing = new Computing();
        using var cache = new AnswerCache(computing);
        using var held = new SemaphoreSlim(0);
        var busy = Enumerable.Range(0, Math.Max(2, Environment.ProcessorCount)).Select(_ => computing.Run("held", () => held.Wait(TimeSpan.FromMinutes(1)), default)).ToList();
        using var gone = new CancellationTokenSource();
        var begun = 0;
        byte[] Answer()
        {
            Interlocked.Increment(ref begun);
            return [7];
        }

        var left = cache.Get("left", "left", Answer, gone.Token);
        var stayed = cache.Get("stayed", "stayed", Answer, default);
        var first = cache.Get("shared", "shared", Answer, gone.Token);
        var second = cache.Get("shared", "shared", Answer, default);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        held.Release(busy.Count);
        await Task.WhenAll(busy);

        Assert.Equal([7], await stayed);
        Assert.Equal([7], await second);
        Assert.Equal(2, begun);
        Assert.Equal([7], await cache.Get("left", "left", Answer, default));
    }

    [Fact]
    public async Task Without_the_key_nothing_is_shown()
    {
        await using var desk = await Desk.Open(key: Key);

        foreach (var path in new[] { "/api/agreements", "/api/events", "/openapi/v1.json", "/", "/assets/workbench.js", "/lake/map", "/?key=0123456789abcdef0124" })
        {
            using var response = await desk.Client.GetAsync(path);
            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, path);
        }
    }

    [Fact]
    public async Task The_link_with_the_key_opens_the_page_and_the_key_leaves_the_address()
    {
        await using var desk = await Desk.Open(key: Key);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = desk.Client.BaseAddress };

        using var link = await browser.GetAsync($"/lake/map?key={Key}");
        var again = await browser.GetStringAsync("/api/agreements");

        Assert.Equal(HttpStatusCode.Redirect, link.StatusCode);
        Assert.Equal("/lake/map", link.Headers.Location!.OriginalString);
        var cookie = Assert.Single(link.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Key, cookie, StringComparison.Ordinal);
        Assert.Contains("lake", again, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/lake/verdicts?view=north&view=strict&key=" + Key, "/lake/verdicts?view=north&view=strict")]
    [InlineData("/lake?key=http%3A%2F%2Fhost%3A5080%2F%3Fkey%3D" + Key + "%20", "/lake")]
    [InlineData("//elsewhere.example/?key=" + Key, "/elsewhere.example/")]
    public async Task The_key_opens_the_address_that_was_asked_for_and_no_other(string asked, string opened)
    {
        await using var desk = await Desk.Open(key: Key);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        using var link = await browser.GetAsync(new Uri($"{desk.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}{asked}"));

        Assert.Equal(HttpStatusCode.Redirect, link.StatusCode);
        Assert.Equal(opened, link.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_browser_is_asked_for_the_key_and_told_when_it_gives_another()
    {
        await using var desk = await Desk.Open(key: Key);

        var asking = await (await desk.Client.GetAsync("/lake/verdicts?view=north%22%3E%3Cscript%3E")).Content.ReadAsStringAsync();
        var told = await (await desk.Client.GetAsync("/lake/verdicts?key=another")).Content.ReadAsStringAsync();

        Assert.Contains("""<input type="hidden" name="view" value="north&quot;&gt;&lt;script&gt;">""", asking, StringComparison.Ordinal);
        Assert.DoesNotContain("That is not the key", asking, StringComparison.Ordinal);
        Assert.Contains("That is not the key", told, StringComparison.Ordinal);
        Assert.DoesNotContain("another\"", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_servers_on_one_machine_do_not_forget_each_others_keys()
    {
        await using var desk = await Desk.Open(key: Key);
        await using var other = await Desk.Open(key: Key + "0");
        using var browser = new HttpClient();

        await browser.GetAsync(new Uri(desk.Client.BaseAddress!, $"/?key={Key}"));
        await browser.GetAsync(new Uri(other.Client.BaseAddress!, $"/?key={Key}0"));
        using var again = await browser.GetAsync(new Uri(desk.Client.BaseAddress!, "/api/agreements"));

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task A_program_shows_the_key_as_a_bearer_token()
    {
        await using var desk = await Desk.Open(key: Key);
        desk.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);

        var (status, _) = await desk.Get("/api/agreements/lake/status");

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task A_name_that_somebody_else_makes_lead_here_gets_nothing()
    {
        await using var desk = await Desk.Open();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/agreements");
        request.Headers.Host = "evil.example";

        using var response = await desk.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("lake", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/agreements")]
    [InlineData("/api/nothing")]
    [InlineData("/assets/workbench.css")]
    public async Task Browsers_are_told_to_run_nothing_but_our_own(string path)
    {
        await using var desk = await Desk.Open();

        using var response = await desk.Client.GetAsync(path);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task What_is_no_http_does_no_harm()
    {
        await using var desk = await Desk.Open();
        var at = desk.Client.BaseAddress!;
        using (var wire = new TcpClient())
        {
            await wire.ConnectAsync(at.Host, at.Port);
            await wire.GetStream().WriteAsync(Encoding.Latin1.GetBytes("\0\x1\x2 /" + new string('\xff', 5000) + "\r\n\r\n"));
            var answer = new byte[64];
            var read = await wire.GetStream().ReadAtLeastAsync(answer, 12, throwOnEndOfStream: false);
            Assert.True(read == 0 || Encoding.Latin1.GetString(answer, 0, read).StartsWith("HTTP/1.1 400", StringComparison.Ordinal));
        }

        var (status, _) = await desk.Get("/api/agreements");
        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task It_says_that_it_is_well()
    {
        await using var desk = await Desk.Open(key: Key);

        Assert.Equal("Healthy", await desk.Client.GetStringAsync("/health"));
    }
}
