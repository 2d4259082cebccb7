using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Proviso.Server;

/// <summary>Drafts over HTTP: what is sent is answered and forgotten.</summary>
public sealed class DraftEndpointsTests
{
    private const string River = "agreement river \"R\" between north, south in force from 2026-01-01 with calendar days, clock local. party north. party south. region river. kind boat. state present. clause 1 \"No boats\" north shall not have boat present in river.";

    [Fact]
    public async Task A_draft_that_stands_alone_is_judged()
    {
        await using var desk = await Desk.Open();

        var (status, body) = await Post(desk, "/api/draft", new { files = new[] { new { path = "a.proviso", text = River } }, file = "a.proviso" });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(body.GetProperty("sound").GetBoolean());
        Assert.Equal("river", body.GetProperty("status").GetProperty("agreement").GetProperty("name").GetString());
        Assert.NotEmpty(body.GetProperty("tokens").EnumerateArray());
    }

    [Fact]
    public async Task A_draft_of_an_agreement_takes_its_other_files_and_changes_nothing()
    {
        await using var desk = await Desk.Open();
        var before = await desk.Client.GetStringAsync("/api/agreements/lake");

        var (_, added) = await Post(desk, "/api/draft", new { files = new[] { new { path = "more.proviso", text = "party somebody-else.\n" } }, agreement = "lake" });
        var (_, broken) = await Post(desk, "/api/draft", new { files = new[] { new { path = "more.proviso", text = "party" } }, agreement = "lake" });

        Assert.True(added.GetProperty("sound").GetBoolean());
        Assert.False(broken.GetProperty("sound").GetBoolean());
        Assert.Equal(before, await desk.Client.GetStringAsync("/api/agreements/lake"));
    }

    [Fact]
    public async Task What_may_be_written_and_what_stands_there_are_told()
    {
        await using var desk = await Desk.Open();
        var files = new[] { new { path = "a.proviso", text = River + " clause 2 \"x\" so" } };

        var (_, completed) = await Post(desk, "/api/draft/complete", new { files, file = "a.proviso", offset = River.Length + " clause 2 \"x\" so".Length });
        var (_, hovered) = await Post(desk, "/api/draft/hover", new { files, file = "a.proviso", offset = River.IndexOf("north,", StringComparison.Ordinal) });
        var (_, formatted) = await Post(desk, "/api/draft/format", new { files = new[] { new { path = "a.proviso", text = "party   x." } } });

        Assert.Equal(["south"], completed.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("text").GetString()));
        Assert.Equal("party", hovered.GetProperty("sort").GetString());
        Assert.Equal("party x.\n", formatted.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("../a.proviso", "", null, null, HttpStatusCode.BadRequest, "`../a.proviso` is no path")]
    [InlineData("/etc/a.proviso", "", null, null, HttpStatusCode.BadRequest, "is no path")]
    [InlineData("a/../../a.proviso", "", null, null, HttpStatusCode.BadRequest, "is no path")]
    [InlineData("a\0.proviso", "", null, null, HttpStatusCode.BadRequest, "is no path")]
    [InlineData("a.proviso", "", "no-such", null, HttpStatusCode.NotFound, "There is no agreement `no-such`")]
    [InlineData("a.proviso", "", null, "2023", HttpStatusCode.BadRequest, "`on` is `2023`")]
    public async Task What_cannot_be_looked_at_is_refused(string path, string text, string? agreement, string? on, HttpStatusCode expected, string told)
    {
        await using var desk = await Desk.Open();

        var (status, body) = await Post(desk, "/api/draft", new { files = new[] { new { path, text } }, agreement, on });

        Assert.Equal(expected, status);
        Assert.Contains(told, body.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_files_too_many_and_two_of_one_name_are_refused()
    {
        await using var desk = await Desk.Open();

        var (none, _) = await Post(desk, "/api/draft", new { });
        var (many, _) = await Post(desk, "/api/draft", new { files = Enumerable.Range(0, 41).Select(number => new { path = $"{number}.proviso", text = "" }) });
        var (twice, _) = await Post(desk, "/api/draft", new { files = new[] { new { path = "a", text = "" }, new { path = "a", text = "" } } });
        var (absent, _) = await Post(desk, "/api/draft", new { files = new[] { new { path = "a", text = "" } }, file = "b" });

        Assert.All([none, many, twice, absent], status => Assert.Equal(HttpStatusCode.BadRequest, status));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> Post(Desk desk, string path, object body)
    {
        using var answer = await desk.Client.PostAsJsonAsync(path, body);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
