using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Proviso.Browser.Workbench;

/// <summary>What changes in the folder is shown at once, to everybody; and what is open outlasts the server.</summary>
public sealed partial class LiveTests(WorkbenchServer server, Chromium chromium) : WorkbenchTests(server, chromium)
{
    [Fact]
    public async Task Two_open_pages_follow_a_file_that_changes_and_one_that_is_broken_and_mended()
    {
        Assert.SkipWhen(Chromium.Path is null, "Chromium is not installed.");
        await using var served = await Served.Start(folder => Samples.Copy("tests/corpus/lake", folder));
        var reports = Path.Combine(served.Folder, "lake", "reports.proviso");
        var before = await File.ReadAllTextAsync(reports, TestContext.Current.CancellationToken);
        await Visit(served.Address, "/lake/verdicts", async verdicts =>
        {
            var clause = verdicts.GetByRole(AriaRole.Table, new() { NameRegex = new("^Clause 1, ") });
            await Expect(clause).ToContainTextAsync("ended since 3 May 2024");
            await Visit(served.Address, "/lake/reports", async list =>
            {
                var count = list.GetByRole(AriaRole.Region, new() { Name = "On file", Exact = true }).GetByRole(AriaRole.Status).First;
                await Expect(count).ToHaveTextAsync("9 entries: 6 reports, 3 positions");

                await File.WriteAllTextAsync(reports, before + """

                    report osprey-early
                      osprey as o-4 with operator south present in north-shore on 2024-04-01
                      by south said 2024-04-02 grade own statement
                      source "Note of Southland, 2 April 2024".

                    """, TestContext.Current.CancellationToken);
                await Expect(count).ToHaveTextAsync("10 entries: 7 reports, 3 positions");
                await Expect(clause).ToContainTextAsync("ended since 2 April 2024");
                await Expect(verdicts.GetByText("The agreements changed at")).ToBeVisibleAsync();

                await File.WriteAllTextAsync(reports, before + "\nreport broken\n", TestContext.Current.CancellationToken);
                await Expect(verdicts.GetByRole(AriaRole.Alert)).ToContainTextAsync("The text has errors, so nothing can be told");
                await Expect(list.GetByRole(AriaRole.Alert)).ToContainTextAsync("The text has errors");

                await File.WriteAllTextAsync(reports, before, TestContext.Current.CancellationToken);
                await Expect(count).ToHaveTextAsync("9 entries: 6 reports, 3 positions");
                await Expect(clause).ToContainTextAsync("ended since 3 May 2024");
            }, refusal: Errors());
        }, refusal: Errors());
    }

    [Fact]
    public async Task A_server_that_is_gone_is_told_and_what_was_typed_is_there_when_it_is_back()
    {
        Assert.SkipWhen(Chromium.Path is null, "Chromium is not installed.");
        await using var served = await Served.Start(folder => Samples.Copy("tests/corpus/lake", folder));
        await Visit(served.Address, "/lake/reports?form=suppose", async page =>
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "In the language itself" }).ClickAsync();
            var typed = page.GetByLabel("Sentences of reports and positions");
            await typed.FillAsync("report a-name-of-mine");
            var search = page.GetByRole(AriaRole.Searchbox);
            await search.FillAsync("gunboat");
            var gone = page.GetByRole(AriaRole.Status).Filter(new() { HasText = "The server does not answer" });
            await Expect(gone).ToHaveCountAsync(0);

            await served.Go();

            await Expect(gone).ToBeVisibleAsync();
            await typed.FillAsync("report another-name");
            await Expect(page.GetByRole(AriaRole.Article).First).ToBeVisibleAsync();

            await served.Come();

            await Expect(gone).ToHaveCountAsync(0);
            await Expect(page.GetByText("The server is back")).ToBeVisibleAsync();
            await Expect(typed).ToHaveValueAsync("report another-name");
            await Expect(search).ToHaveValueAsync("gunboat");
        }, refusal: Gone());
    }

    [Fact]
    public async Task A_draft_is_there_still_when_the_server_is_back_and_is_checked_again()
    {
        Assert.SkipWhen(Chromium.Path is null, "Chromium is not installed.");
        await using var served = await Served.Start(folder => Samples.Copy("tests/corpus/lake", folder));
        await Visit(served.Address, "/draft", async page =>
        {
            var text = page.Locator(".cm-content");
            var wrong = page.GetByRole(AriaRole.Region, new() { Name = "What is wrong with it" });
            await Expect(wrong.GetByRole(AriaRole.Status)).ToContainTextAsync("no errors");
            await served.Go();

            await text.FocusAsync();
            await page.Keyboard.PressAsync("Control+End");
            await page.Keyboard.InsertTextAsync("agreement ours");
            await Expect(wrong.GetByRole(AriaRole.Alert)).ToContainTextAsync("The server does not answer");
            await served.Come();

            await Expect(wrong.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
            await Expect(wrong.GetByRole(AriaRole.Status)).ToContainTextAsync("error");
            await Expect(wrong.GetByRole(AriaRole.Status)).Not.ToContainTextAsync("no errors");
            await Expect(text).ToContainTextAsync("agreement ours");
        }, refusal: Gone());
    }

    [Fact]
    public async Task What_is_asked_while_the_server_is_gone_is_answered_when_it_is_back()
    {
        Assert.SkipWhen(Chromium.Path is null, "Chromium is not installed.");
        await using var served = await Served.Start(folder => Samples.Copy("tests/corpus/lake", folder));
        await Visit(served.Address, "/lake/verdicts", async page =>
        {
            var told = page.GetByRole(AriaRole.Region, new() { Name = "In short" });
            await Expect(told).ToContainTextAsync("On 30 June 2024");
            await served.Go();

            await page.GetByLabel("As of", new() { Exact = true }).FillAsync("2024-02-01");

            // What was there stays to be read, and says itself of which day it is.
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The server does not answer");
            await Expect(told).ToContainTextAsync("On 30 June 2024");

            await served.Come();

            await Expect(told).ToContainTextAsync("On 1 February 2024");
            await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        }, refusal: Gone());
    }

    /// <summary>The browser tells each attempt that nobody answered.</summary>
    [GeneratedRegex("ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_NETWORK")]
    private static partial Regex Gone();

    /// <summary>What is open is asked for again; while the text has errors there is no answer.</summary>
    [GeneratedRegex("status of 422")]
    private static partial Regex Errors();
}
