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
