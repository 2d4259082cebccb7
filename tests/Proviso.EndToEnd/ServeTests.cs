using System.Net;
using System.Net.Sockets;

namespace Proviso.EndToEnd;

/// <summary><c>proviso serve</c> as a person starts and ends it.</summary>
public sealed class ServeTests
{
    [Fact]
    public async Task It_prints_where_it_is_answers_there_and_ends_cleanly()
    {
        var serving = Serving.Begin(Repository.Root, "agreements");
        using var client = new HttpClient();

        var page = await client.GetStringAsync($"{serving.Address}/");
        var agreements = await client.GetStringAsync($"{serving.Address}/api/agreements");

        Assert.Equal("The workbench is at http://127.0.0.1:5080/\nIt shows what is on file and writes nothing. Ctrl-C ends it.\n", serving.Said);
        Assert.Contains("<title>", page, StringComparison.Ordinal);
        Assert.Contains("\"inf-moratorium\"", agreements, StringComparison.Ordinal);
        Assert.Equal(0, serving.End());
    }

    [Fact]
    public async Task It_ends_though_somebody_listens()
    {
        var serving = Serving.Begin(Repository.Root, "agreements");
        using var client = new HttpClient();
        using var listening = await client.GetAsync($"{serving.Address}/api/events", HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(0, serving.End());
    }

    [Fact]
    public void A_port_that_is_taken_is_said_to_be()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var outcome = Executable.Run("serve", "agreements", "--urls", $"http://127.0.0.1:{port}");

        Assert.Equal(74, outcome.ExitCode);
        Assert.Contains($"http://127.0.0.1:{port} is taken by another program", outcome.Error.Replace("\n         ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("--urls", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no such folder", "agreement")]
    [InlineData("there is no `.proviso` file", "docs")]
    [InlineData("https is not spoken here", "agreements", "--urls", "https://127.0.0.1:5443")]
    [InlineData("is no address", "agreements", "--urls", "5080")]
    [InlineData("this holds no key", "agreements", "--key-file", "tests/corpus/hostile/empty.json")]
    [InlineData("the key cannot be read", "agreements", "--key-file", "nothing-there")]
    public void What_cannot_be_served_is_said_with_a_way_out(string said, params string[] arguments)
    {
        var outcome = Executable.Run(["serve", .. arguments]);

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains(said, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public async Task A_change_in_the_folder_is_seen()
    {
        using var sandbox = new Sandbox();
        sandbox.Run("mkdir -p all/lake && cp corpus/lake/*.proviso all/lake");
        var serving = Serving.Begin(sandbox.PathOf("."), "all");
        using var client = new HttpClient();
        var before = await client.GetStringAsync($"{serving.Address}/api/agreements/lake/reports");

        sandbox.Write("all/lake/more.proviso", "sources read on 2024-06-30.\nreport exercise-again exercise by south in lake on 2024-06-01 by observer said 2024-06-02 grade press source \"Lake News\".\n");
        var after = await client.GetStringAsync($"{serving.Address}/api/agreements/lake/reports");

        Assert.DoesNotContain("exercise-again", before, StringComparison.Ordinal);
        Assert.Contains("exercise-again", after, StringComparison.Ordinal);
        Assert.Equal(0, serving.End());
    }

    [Fact]
    public async Task No_link_in_the_folder_leads_anywhere()
    {
        using var sandbox = new Sandbox();
        sandbox.Run("mkdir -p all/lake elsewhere/deep && cp corpus/lake/*.proviso all/lake && cp corpus/lake/*.proviso elsewhere && ln -s ../../elsewhere all/lake/linked && ln -s . all/lake/round && ln -s ../elsewhere all/other");
        var serving = Serving.Begin(sandbox.PathOf("."), "all");
        using var client = new HttpClient();
        var before = await client.GetStringAsync($"{serving.Address}/api/agreements");

        sandbox.Write("elsewhere/deep/note.txt", "This changes nothing of ours.\n");
        var after = await client.GetStringAsync($"{serving.Address}/api/agreements");

        Assert.Contains("\"lake\"", before, StringComparison.Ordinal);
        Assert.DoesNotContain("\"other\"", before, StringComparison.Ordinal);
        Assert.Equal(before, after);
        Assert.Equal(0, serving.End());
    }

    [Fact]
    public async Task Where_the_folder_is_on_the_machine_is_not_told()
    {
        using var sandbox = new Sandbox();
        sandbox.Run("mkdir -p all/lake all/.hidden && cp corpus/lake/*.proviso all/lake && touch all/.passed-over.proviso && truncate -s 65M all/lake/big.proviso");
        var serving = Serving.Begin(sandbox.PathOf("."), sandbox.PathOf("all"));
        using var client = new HttpClient();

        var overview = await client.GetStringAsync($"{serving.Address}/api/agreements");
        using var status = await client.GetAsync($"{serving.Address}/api/agreements/lake/status");
        var told = await status.Content.ReadAsStringAsync();

        Assert.Contains("big.proviso: this is bigger", overview, StringComparison.Ordinal);
        Assert.Contains("big.proviso: this is bigger", told, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.PathOf("all"), overview + told, StringComparison.Ordinal);
        Assert.Equal(0, serving.End());
    }

    [Fact]
    public async Task An_agreement_whose_address_would_be_one_of_the_workbench_is_told_at_the_start()
    {
        using var sandbox = new Sandbox();
        sandbox.Run("mkdir -p all/lake all/draft && cp corpus/lake/*.proviso all/lake && cp corpus/lake/*.proviso all/draft");
        var serving = Serving.Begin(sandbox.PathOf("."), "all");
        using var client = new HttpClient();

        var overview = await client.GetStringAsync($"{serving.Address}/api/agreements");
        var exit = serving.End();

        Assert.DoesNotContain("\"draft\"", overview, StringComparison.Ordinal);
        Assert.Contains("\"lake\"", overview, StringComparison.Ordinal);
        Assert.Contains("Rename its folder.", serving.Error, StringComparison.Ordinal);
        Assert.Equal(0, exit);
    }
}
