using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Proviso.Browser.Workbench;

/// <summary>A text that is written in the page: checked and judged as one types, kept by the page alone.</summary>
public sealed class DraftTests(WorkbenchServer server, Chromium chromium) : WorkbenchTests(server, chromium)
{
    [Fact]
    public Task A_mistake_is_told_where_it_is_and_mended_by_its_button() => Visit("/draft", async page =>
    {
        await Expect(page.GetByText("Nothing is written on the server.")).ToBeVisibleAsync();
        await Expect(Said(page)).ToContainTextAsync("no errors");
        await Expect(Says(page)).ToContainTextAsync("Clause 1: Upland's gunboats");

        await Replace(page, "gunboat present in river.", "gunboat present in rivver.");

        await Expect(Said(page)).ToContainTextAsync("one error");
        var told = page.GetByRole(AriaRole.Region, new() { Name = "What is wrong with it" }).GetByRole(AriaRole.Listitem);
        await Expect(told).ToContainTextAsync("rivver");
        await Expect(Says(page)).ToContainTextAsync("Of the last text that was sound.");

        await told.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("river") }).Last.ClickAsync();

        await Expect(Said(page)).ToContainTextAsync("no errors");
        await Expect(Text(page)).ToContainTextAsync("shall not have gunboat present in river.");
        await Expect(Says(page)).Not.ToContainTextAsync("Of the last text that was sound.");
    });

    [Fact]
    public Task What_may_stand_at_a_place_is_offered_and_put_in() => Visit("/draft", async page =>
    {
        await Expect(Said(page)).ToContainTextAsync("no errors");
        await Replace(page, "gunboat present in river.", "gunboat present in ");
        await page.Keyboard.PressAsync("Control+Space");

        var offered = page.GetByRole(AriaRole.Option).Filter(new() { HasText = "river" });
        await Expect(offered.First).ToBeVisibleAsync();
        await offered.First.ClickAsync();
        await page.Keyboard.TypeAsync(".");

        await Expect(Text(page)).ToContainTextAsync("shall not have gunboat present in river.");
        await Expect(Said(page)).ToContainTextAsync("no errors");
    });

    [Fact]
    public Task The_verdicts_follow_what_is_typed_and_the_page_keeps_it() => Visit("/draft?day=2026-03-11", async page =>
    {
        await Expect(Says(page)).ToContainTextAsync("broken");

        await Replace(page, "guns at least 1", "guns at least 5");

        await Expect(Says(page)).Not.ToContainTextAsync("broken");
        await page.ReloadAsync();
        await Expect(Text(page)).ToContainTextAsync("guns at least 5");
        await Expect(Says(page)).Not.ToContainTextAsync("broken");
    });

    [Fact]
    public Task A_copied_link_brings_another_the_same_draft_past_the_server() => Visit("/draft", async page =>
    {
        ConcurrentQueue<string> asked = [];
        page.Request += (_, request) => asked.Enqueue(request.Url);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await Expect(Said(page)).ToContainTextAsync("no errors");
        await Replace(page, "Quiet on the river", "Quiet on all rivers");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        await Expect(page.GetByText("The link is copied.")).ToBeVisibleAsync();
        var link = new Uri(await page.EvaluateAsync<string>("navigator.clipboard.readText()"));

        Assert.NotEmpty(link.Fragment);
        await Visit($"{link.PathAndQuery}{link.Fragment}", async other =>
        {
            await Expect(Text(other)).ToContainTextAsync("Quiet on all rivers");
            await Expect(Said(other)).ToContainTextAsync("no errors");
        });
        // What follows the # is for browsers alone; the text goes to the server only to be checked.
        Assert.DoesNotContain(asked, url => url.Contains(link.Fragment.TrimStart('#'), StringComparison.Ordinal));
    });

    [Fact]
    public Task An_agreement_can_be_taken_for_a_beginning_and_stays_as_it_is() => Visit("/draft?agreement=lake", async page =>
    {
        await Expect(page.GetByText("It began from lake")).ToBeVisibleAsync();
        await Expect(Says(page)).ToContainTextAsync("ended since 3 May 2024");
        await Replace(page, "in force from 2024-01-01", "in force from 2024-06-01");
        await Expect(Says(page)).Not.ToContainTextAsync("ended since 3 May 2024");

        var onFile = await page.APIRequest.GetAsync(At("/api/agreements/lake/status"));
        Assert.Contains("2024-05-03", await onFile.TextAsync(), StringComparison.Ordinal);

        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard draft" }).ClickAsync();
        await Expect(Text(page)).ToContainTextAsync("Quiet on the river");
    });

    [Fact]
    public Task A_link_opened_on_the_page_brings_its_draft_and_none_is_lost() => Visit("/draft", async page =>
    {
        await Expect(Said(page)).ToContainTextAsync("no errors");
        await Replace(page, "Quiet on the river", "My own river");
        await Expect(Text(page)).ToContainTextAsync("My own river");
        foreach (var title in new[] { "The first link", "The second link" })
        {
            await page.EvaluateAsync(
                """
                async title => {
                  const text = `agreement river "${title}" between a, b in force from 2026-01-01 with calendar days, clock local.\nparty a.\nparty b.\n`;
                  const draft = JSON.stringify({ files: [{ path: 'agreement.proviso', text }], open: 0 });
                  const bytes = new Uint8Array(await new Response(new Blob([draft]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer());
                  location.hash = 'draft=' + btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
                }
                """,
                title);
            await Expect(Text(page)).ToContainTextAsync(title);
            await Expect(page.GetByText("A link brought this draft.")).ToBeVisibleAsync();
        }

        await page.GotoAsync(At("/draft?agreement=lake"));
        await Expect(page.GetByText("It began from lake")).ToBeVisibleAsync();
        await page.GetByText("Other drafts that this browser keeps (3)").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Open My own river" }).ClickAsync();
        await Expect(Text(page)).ToContainTextAsync("My own river");
        await page.ReloadAsync();
        await Expect(Text(page)).ToContainTextAsync("My own river");
    });

    [Fact]
    public Task Two_tabs_on_one_draft_keep_both_texts() => Visit("/draft", async one =>
    {
        await Expect(Said(one)).ToContainTextAsync("no errors");
        await Replace(one, "Quiet on the river", "Begun");
        var other = await one.Context.NewPageAsync();
        await other.GotoAsync(At("/draft"));
        await Replace(other, "Begun", "Written in the other");

        await Expect(one.GetByText("Another tab has written on this draft, too.")).ToBeVisibleAsync();
        await Replace(one, "Begun", "Written in the one");

        await other.ReloadAsync();
        await Expect(Text(other)).ToContainTextAsync("Written in the other");
        await one.GetByRole(AriaRole.Button, new() { Name = "Show what the other tab wrote" }).ClickAsync();
        await Expect(Text(one)).ToContainTextAsync("Written in the other");
        await one.GetByText("Other drafts that this browser keeps (1)").ClickAsync();
        await one.GetByRole(AriaRole.Button, new() { Name = "Open Written in the one" }).ClickAsync();
        await Expect(Text(one)).ToContainTextAsync("Written in the one");
    });

    [Fact]
    public async Task A_draft_goes_by_the_text_that_it_shows_when_a_file_of_its_agreement_changes()
    {
        Assert.SkipWhen(Chromium.Path is null, "Chromium is not installed.");
        await using var served = await Served.Start(folder => Samples.Copy("tests/corpus/lake", folder));
        var reports = Path.Combine(served.Folder, "lake", "reports.proviso");
        await Visit(served.Address, "/draft?agreement=lake", async page =>
        {
            await Expect(Says(page)).ToContainTextAsync("ended since 3 May 2024");
            await Replace(page, "in force from 2024-01-01", "in force from 2024-01-02");

            await File.AppendAllTextAsync(reports, """

                report osprey-early
                  osprey as o-4 with operator south present in north-shore on 2024-04-01
                  by south said 2024-04-02 grade own statement
                  source "Note of Southland, 2 April 2024".

                """, TestContext.Current.CancellationToken);
            var moved = page.GetByRole(AriaRole.Status, new() { Name = "Changed in lake" });
            await Expect(moved).ToContainTextAsync("reports.proviso was changed in lake since you opened this draft.");
            await Expect(Says(page)).ToContainTextAsync("ended since 3 May 2024");

            await moved.GetByRole(AriaRole.Button, new() { Name = "Take the new text of reports.proviso" }).ClickAsync();
            await Expect(Says(page)).ToContainTextAsync("ended since 2 April 2024");
            await Expect(moved).ToHaveCountAsync(0);
            await Expect(Text(page)).ToContainTextAsync("in force from 2024-01-02");
        });
    }

    [Fact]
    public Task Tab_leaves_the_editor() => Visit("/draft", async page =>
    {
        await Expect(Said(page)).ToContainTextAsync("no errors");
        await Text(page).FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(Text(page)).Not.ToBeFocusedAsync();
    });

    private static ILocator Text(IPage page) => page.GetByRole(AriaRole.Textbox, new() { Name = "The text of agreement.proviso" });

    private static ILocator Said(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "What is wrong with it" }).GetByRole(AriaRole.Status);

    private static ILocator Says(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "What it says" });

    /// <summary>Marks some words in the text as one does with the pointer, and types others.</summary>
    private static async Task Replace(IPage page, string from, string to)
    {
        // The editor draws its lines a moment after the rest of the page.
        await Expect(Text(page)).ToContainTextAsync(from);
        await Text(page).FocusAsync();
        await Text(page).EvaluateAsync(
            """
            (text, words) => {
              const line = [...text.querySelectorAll('.cm-line')].find(each => each.textContent.includes(words));
              const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
              const start = line.textContent.indexOf(words), range = document.createRange();
              for (let node = walk.nextNode(), at = 0; node; at += node.length, node = walk.nextNode()) {
                if (at <= start && start <= at + node.length) range.setStart(node, start - at);
                if (at <= start + words.length && start + words.length <= at + node.length) range.setEnd(node, start + words.length - at);
              }
              getSelection().removeAllRanges();
              getSelection().addRange(range);
            }
            """,
            from);
        await page.Keyboard.InsertTextAsync(to);
    }
}
