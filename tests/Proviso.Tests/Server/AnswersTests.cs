using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Proviso.Language.Text;
using Proviso.Formats;
using Proviso.Formats.Answers;
using Proviso.Evaluation;

namespace Proviso.Server;

/// <summary>What the server answers, over a real connection.</summary>
public sealed class AnswersTests
{
    [Theory]
    [InlineData("/api/agreements", "proviso/overview/1")]
    [InlineData("/api/map", "proviso/world/1")]
    [InlineData("/api/agreements/lake", "proviso/agreement/1")]
    [InlineData("/api/agreements/lake/reading", "proviso/reading/1")]
    [InlineData("/api/agreements/lake/status?on=2024-05-10&view=strict", "proviso/status/1")]
    [InlineData("/api/agreements/lake/why?clause=1&view=common&view=strict", "proviso/why/1")]
    [InlineData("/api/agreements/lake/timeline?knownOn=2024-03-01", "proviso/timeline/1")]
    [InlineData("/api/agreements/lake/numbers", "proviso/numbers/1")]
    [InlineData("/api/agreements/lake/due?on=2024-03-05&days=30", "proviso/due/1")]
    [InlineData("/api/agreements/lake/reports", "proviso/reports/1")]
    [InlineData("/api/agreements/lake/changes?reading=heron-gun:a-weapon", "proviso/changes/1")]
    [InlineData("/api/agreements/lake/map?view=common", "proviso/map/1")]
    public async Task Each_answer_names_its_shape(string path, string schema)
    {
        await using var desk = await Desk.Open();

        var (status, body) = await desk.Get(path);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(schema, body.GetProperty("schema").GetString());
    }

    [Fact]
    public async Task A_status_is_what_the_command_says()
    {
        await using var desk = await Desk.Open();
        var lake = AgreementsInMemory.WithLake().Read(Desk.Lake).Case!;
        var verdicts = Evaluator.Run(lake, new Knowledge(Words.Day("2024-05-31"), null));
        var expected = JsonText.Of(StatusDocument.From(StatusAnswer.On(verdicts, Words.Day("2024-05-10")!.Value, verdicts.Views, _ => true)));

        var (_, body) = await desk.Get("/api/agreements/lake/status?on=2024-05-10&knownOn=2024-05-31");

        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, body));
    }

    [Theory]
    [InlineData("status?view=strickt", "There is no view `strickt`; did you mean `strict`?")]
    [InlineData("status?on=yesterday", "`on=yesterday` is not a date; write year, month and day, as in `on=2020-10-26`.")]
    [InlineData("status?on=2031-01-01", "`on=2031-01-01` lies after 2024-06-30, the last day that this file knows")]
    [InlineData("status?on=2024-05-01&knownOn=2024-04-01", "give a later `knownOn`")]
    [InlineData("status?vew=strict", "There is no part `vew` of a question; did you mean `view`?")]
    [InlineData("status?reading=heron-gun", "write it as dispute:reading")]
    [InlineData("status?reading=heron-gun:a-drum", "The dispute `heron-gun` has no reading `a-drum`; it has `a-weapon` and `a-pump`.")]
    [InlineData("status?reading=heron-gun:a-pump&reading=heron-gun:a-weapon", "cannot be read both as")]
    [InlineData("status?believe=heron-sean", "There is no report `heron-sean`; did you mean `heron-seen`?")]
    [InlineData("status?believe=heron-seen&disbelieve=heron-seen", "cannot be both believed and set aside")]
    [InlineData("status?suppose=report", "What is supposed has an error")]
    [InlineData("status?suppose=party%20east%20%22East%22.", "Only reports and positions can be supposed")]
    [InlineData("due?days=many", "`days=many` is no number of days from 0 to 36525.")]
    [InlineData("why?view=strict", "choose one by clause, party, to and region")]
    [InlineData("why?clause=1&party=observer", "Nothing is asked about clause 1, party `observer`")]
    public async Task What_cannot_be_asked_is_refused_with_a_reason_and_a_way_out(string question, string reason)
    {
        await using var desk = await Desk.Open();

        var (status, body) = await desk.Get($"/api/agreements/lake/{question}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(reason, $"{body.GetProperty("title").GetString()}. {body.GetProperty("detail").GetString()}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/agreements/lak", "There is no agreement `lak`; did you mean `lake`?")]
    [InlineData("/api/agreements/..%2F..%2Fetc", "there is `lake`")]
    [InlineData("/api/other", "docs/api.md")]
    public async Task What_is_not_there_is_said_not_to_be(string path, string reason)
    {
        await using var desk = await Desk.Open();

        var (status, body) = await desk.Get(path);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains(reason, body.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_with_errors_is_shown_with_them_and_gives_no_answer()
    {
        var agreements = AgreementsInMemory.WithLake();
        agreements.Add(Desk.Lake, "more.proviso", "clause 9 \"Broken\"\n  north shall nothing.\n");
        await using var desk = await Desk.Open(agreements);

        var (status, body) = await desk.Get("/api/agreements/lake/status");
        var (_, whole) = await desk.Get("/api/agreements/lake");
        var (_, text) = await desk.Get("/api/agreements/lake/text");
        var (_, all) = await desk.Get("/api/agreements");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("more.proviso:2", body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.False(whole.GetProperty("sound").GetBoolean());
        Assert.NotEmpty(whole.GetProperty("diagnostics").EnumerateArray());
        Assert.Contains("more.proviso", whole.GetProperty("files").EnumerateArray().Select(file => file.GetString()));
        Assert.Contains("more.proviso", text.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("path").GetString()));
        Assert.Contains("more.proviso:2", all.GetProperty("agreements")[0].GetProperty("problem").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_else_is_the_matter_with_an_agreement_than_its_text_is_told()
    {
        var agreements = AgreementsInMemory.WithLake();
        agreements.Trouble(Desk.Lake, "2 errors in the records; `proviso check` names them");
        await using var desk = await Desk.Open(agreements);

        var (status, _) = await desk.Get("/api/agreements/lake/status");
        var (_, whole) = await desk.Get("/api/agreements/lake");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.False(whole.GetProperty("sound").GetBoolean());
        Assert.Empty(whole.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal("2 errors in the records; `proviso check` names them", whole.GetProperty("problem").GetString());
    }

    [Fact]
    public async Task An_answer_that_is_known_already_is_not_sent_again_until_something_changes()
    {
        var agreements = AgreementsInMemory.WithLake();
        await using var desk = await Desk.Open(agreements);
        const string path = "/api/agreements/lake/status";
        using var first = await desk.Client.GetAsync(path);

        using var again = await desk.Client.SendAsync(Knowing(path, first.Headers.ETag!));
        agreements.Add(Desk.Lake, "more.proviso", "sources read on 2024-07-01.\n");
        using var changed = await desk.Client.SendAsync(Knowing(path, first.Headers.ETag!));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
    }

    [Fact]
    public async Task Many_who_ask_at_once_have_the_agreement_read_once()
    {
        var agreements = AgreementsInMemory.WithLake();
        agreements.Delay = TimeSpan.FromMilliseconds(100);
        await using var desk = await Desk.Open(agreements);

        var all = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => desk.Client.GetStringAsync("/api/agreements/lake/status")));

        Assert.Single(all.Distinct());
        Assert.Equal(1, agreements.Reads);
    }

    [Fact]
    public async Task What_is_asked_first_is_answered_ahead_and_the_same_as_without()
    {
        var agreements = AgreementsInMemory.WithLake();
        await using var ahead = await Desk.Open(agreements, answersAhead: true);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (agreements.Reads == 0)
        {
            await Task.Delay(10, patience.Token);
        }

        await using var desk = await Desk.Open();
        foreach (var (name, _) in AgreementEndpoints.Usual)
        {
            var address = $"/api/agreements/lake{(name == "agreement" ? "" : $"/{name}")}";
            Assert.Equal(await desk.Client.GetStringAsync(address), await ahead.Client.GetStringAsync(address));
        }

        Assert.Equal(1, agreements.Reads);
    }

    [Fact]
    public async Task What_is_asked_at_once_is_answered_as_what_is_asked_in_turn()
    {
        const string Name = "new-start";
        var agreements = new AgreementsInMemory();
        agreements.Put(Name, [.. Directory.GetFiles(Repository.PathOf($"agreements/{Name}"), "*.proviso").Order(StringComparer.Ordinal)
            .Select(file => SourceText.From(Path.GetFileName(file), File.ReadAllText(file)))]);
        string[] asked = ["status", "status?on=2015-03-01", "timeline", "numbers", "due", "why?clause=2a&party=russia&view=common", "changes?view=common"];
        var addresses = asked.Select(each => $"/api/agreements/{Name}/{each}").ToList();
        await using var one = await Desk.Open(agreements);
        List<string> inTurn = [];
        foreach (var address in addresses)
        {
            inTurn.Add(await one.Client.GetStringAsync(address));
        }

        for (var round = 0; round < 4; round++)
        {
            await using var other = await Desk.Open(agreements, answersAhead: round % 2 == 0);
            Assert.Equal(inTurn, await Task.WhenAll(addresses.Select(address => other.Client.GetStringAsync(address))));
        }
    }

    [Fact]
    public async Task Two_clients_are_told_of_one_change_and_both_see_it()
    {
        var agreements = AgreementsInMemory.WithLake();
        await using var desk = await Desk.Open(agreements, new() { Look = TimeSpan.FromMilliseconds(50) });
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var (one, two) = (Listen(desk, end.Token), Listen(desk, end.Token));
        await Task.WhenAll(one.Heard, two.Heard);
        var before = await desk.Client.GetStringAsync("/api/agreements/lake/reports", end.Token);

        agreements.Add(Desk.Lake, "more.proviso", "sources read on 2024-06-30.\nreport exercise-again\n  exercise by south in lake on 2024-06-01\n  by observer said 2024-06-02 grade press\n  source \"Lake News\".\n");

        var told = await Task.WhenAll(one.Changed, two.Changed);
        Assert.All(told, change => Assert.Equal("lake", change.GetProperty("agreement").GetString()));
        Assert.Equal(told[0].GetProperty("version").GetString(), told[1].GetProperty("version").GetString());
        var after = await desk.Client.GetStringAsync("/api/agreements/lake/reports", end.Token);
        Assert.DoesNotContain("exercise-again", before, StringComparison.Ordinal);
        Assert.Contains("exercise-again", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_supposed_is_checked_answered_with_and_forgotten()
    {
        const string sentence = "report invented osprey as o-9 with operator south present in north-shore on 2024-06-10 by observer said 2024-06-11 grade press source \"invented\".";
        var agreements = AgreementsInMemory.WithLake();
        await using var desk = await Desk.Open(agreements);

        using var response = await desk.Client.PostAsJsonAsync("/api/agreements/lake/suppose", new { suppose = sentence });
        var suppose = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        var (_, changes) = await desk.Get($"/api/agreements/lake/changes?suppose={Uri.EscapeDataString(sentence)}&clause=1&view=common");
        var (_, reports) = await desk.Get($"/api/agreements/lake/reports?suppose={Uri.EscapeDataString(sentence)}");
        var (_, without) = await desk.Get("/api/agreements/lake/reports");

        Assert.True(suppose.GetProperty("sound").GetBoolean());
        Assert.Contains("Osprey", suppose.GetProperty("says")[0].GetString(), StringComparison.Ordinal);
        Assert.NotEqual(JsonValueKind.Undefined, changes.GetProperty("changes").ValueKind);
        Assert.Equal("invented", changes.GetProperty("reports")[0].GetString());
        var added = Assert.Single(reports.GetProperty("reports").EnumerateArray(), report => report.GetProperty("name").GetString() == "invented");
        Assert.True(added.GetProperty("supposed").GetBoolean());
        Assert.Equal(reports.GetProperty("reports").GetArrayLength() - 1, without.GetProperty("reports").GetArrayLength());
    }

    [Fact]
    public async Task A_mistake_in_what_is_supposed_is_told_at_its_place()
    {
        await using var desk = await Desk.Open();

        using var response = await desk.Client.PostAsJsonAsync("/api/agreements/lake/suppose", new { suppose = "report x ospray present in lake on 2024-06-01 by south said 2024-06-02 grade press source \"s\"." });
        var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(body.GetProperty("sound").GetBoolean());
        var mistake = body.GetProperty("diagnostics")[0];
        Assert.Contains("ospray", mistake.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(9, mistake.GetProperty("place").GetProperty("offset").GetInt32());
    }

    [Fact]
    public async Task Answers_are_compressed_for_those_who_can_read_it()
    {
        await using var desk = await Desk.Open();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/map");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));

        using var response = await desk.Client.SendAsync(request);

        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
    }

    [Fact]
    public async Task Every_address_of_the_page_opens_the_page()
    {
        await using var desk = await Desk.Open();

        var root = await desk.Client.GetStringAsync("/");
        var deep = await desk.Client.GetStringAsync("/lake/map?on=2024-05-01&view=strict");
        using var script = await desk.Client.GetAsync("/assets/workbench.js");

        Assert.Contains("<div id=\"app\">", root, StringComparison.Ordinal);
        Assert.Equal(root, deep);
        Assert.Equal("text/javascript", script.Content.Headers.ContentType!.MediaType);
    }

    private static HttpRequestMessage Knowing(string path, EntityTagHeaderValue tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(tag);
        return request;
    }

    /// <summary>Listens for changes: done when the connection stands, and when something changed.</summary>
    private static (Task Heard, Task<JsonElement> Changed) Listen(Desk desk, CancellationToken end)
    {
        var (heard, changed) = (new TaskCompletionSource(), new TaskCompletionSource<JsonElement>());
        _ = Task.Run(
            async () =>
            {
                try
                {
                    using var response = await desk.Client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, end);
                    using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(end));
                    for (var name = ""; await lines.ReadLineAsync(end) is { } line;)
                    {
                        name = line.StartsWith("event: ", StringComparison.Ordinal) ? line["event: ".Length..] : name;
                        if (name == "alive")
                        {
                            heard.TrySetResult();
                        }

                        if (name == "changed" && line.StartsWith("data: ", StringComparison.Ordinal))
                        {
                            changed.TrySetResult(JsonDocument.Parse(line["data: ".Length..]).RootElement);
                            return;
                        }
                    }
                }
                catch (Exception failed)
                {
                    heard.TrySetException(failed);
                    changed.TrySetException(failed);
                }
            },
            end);
        return (heard.Task, changed.Task);
    }
}
