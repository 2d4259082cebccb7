using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Proviso.Browser.Workbench;

/// <summary>Everything on file, and what somebody supposes on top of it.</summary>
public sealed class ReportsTests(WorkbenchServer server, Chromium chromium) : WorkbenchTests(server, chromium)
{
    private const string Reports = "/lake/reports";

    [Fact]
    public Task They_are_searched_and_filtered_and_read_in_full() => Visit(Reports, async page =>
    {
        await Expect(Count(page)).ToHaveTextAsync("9 entries: 6 reports, 3 positions");

        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search all words" }).FillAsync("gunboat");
        await Expect(Count(page)).ToHaveTextAsync("1 of 9 entries");
        await Expect(page).ToHaveURLAsync(new Regex("[?&]q=gunboat"));
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search all words" }).FillAsync("");
        await Expect(Count(page)).ToHaveTextAsync("9 entries: 6 reports, 3 positions");

        await page.GetByLabel("Contested", new() { Exact = true }).SelectOptionAsync("by somebody");
        await Expect(Count(page)).ToHaveTextAsync("2 of 9 entries");
        await Row(page, "On 20 April 2024 Northland held an exercise").GetByRole(AriaRole.Button).First.ClickAsync();
        var row = Row(page, "On 20 April 2024 Northland held an exercise");
        await Expect(row).ToContainTextAsync("Lake News, 21 April 2024");
        await Expect(row).ToContainTextAsync("reports.proviso, line");
        await Expect(row.GetByRole(AriaRole.Heading, new() { Name = "Who contests it" })).ToBeVisibleAsync();
        await Expect(row).ToContainTextAsync("exercise by north in north-shore on 2024-04-20");

        await row.GetByRole(AriaRole.Button, new() { Name = "What changes without it?" }).ClickAsync();
        await Expect(row).ToContainTextAsync("would be without it");
        // What is no longer typed leaves the address when one pauses.
        await Expect(page).ToHaveURLAsync(new Regex(@"/reports\?contested=yes&item=manoeuvre$"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Take all filters away" }).ClickAsync();
        await Expect(Count(page)).ToHaveTextAsync("9 entries: 6 reports, 3 positions");
    });

    [Fact]
    public Task Of_very_many_only_those_near_are_in_the_page_and_the_keyboard_reaches_the_last() => Visit("/lake-many/reports", async page =>
    {
        var rows = page.GetByRole(AriaRole.Feed, new() { Name = "Reports and positions" }).GetByRole(AriaRole.Article);
        await Expect(Count(page)).ToHaveTextAsync("2,009 entries: 2,006 reports, 3 positions");
        await Expect(rows.First).ToBeVisibleAsync();
        Assert.InRange(await rows.CountAsync(), 5, 80);

        await rows.First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(Focused(page)).ToHaveAttributeAsync("aria-posinset", "2");
        await page.Keyboard.PressAsync("End");
        await Expect(Focused(page)).ToHaveAttributeAsync("aria-posinset", "2009");
        await Expect(Focused(page)).ToBeInViewportAsync();
        Assert.InRange(await rows.CountAsync(), 5, 80);

        await page.Keyboard.PressAsync("Enter");
        await Expect(Focused(page)).ToContainTextAsync("The sentence as it is written");
        await page.Keyboard.PressAsync("Home");
        await Expect(Focused(page)).ToHaveAttributeAsync("aria-posinset", "1");

        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search all words" }).FillAsync("number 1234");
        await Expect(Count(page)).ToHaveTextAsync("1 of 2,009 entries");
    });

    [Fact]
    public Task What_if_is_built_checked_tried_kept_and_discarded() => Visit(Reports, async page =>
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Suppose a report" }).ClickAsync();
        var suppose = page.GetByRole(AriaRole.Region, new() { Name = "Suppose a report" });
        await Expect(suppose.GetByRole(AriaRole.Heading, new() { Name = "Suppose a report" })).ToBeFocusedAsync();
        await suppose.GetByLabel("Which thing").SelectOptionAsync("osprey");
        await suppose.GetByLabel("Operated by").SelectOptionAsync("north");
        await suppose.GetByLabel("How it was").SelectOptionAsync("present");
        await suppose.GetByLabel("Where").SelectOptionAsync("north-shore");
        await Expect(suppose).ToContainTextAsync("Still to choose");
        await Expect(suppose.GetByRole(AriaRole.Button, new() { Name = "See what changes" })).ToBeDisabledAsync();
        await suppose.GetByLabel("On", new() { Exact = true }).FillAsync("2024-03-10");
        await suppose.GetByLabel("By whom").SelectOptionAsync("south");

        await Expect(suppose.GetByRole(AriaRole.Figure)).ToContainTextAsync("osprey with operator north present in north-shore on 2024-03-10");
        await Expect(suppose).ToContainTextAsync("In plain English. Supposed, not on file:");
        await Expect(suppose).ToContainTextAsync("operated by Northland was present in the northern shore on 10 March 2024");

        await suppose.GetByRole(AriaRole.Button, new() { Name = "See what changes" }).ClickAsync();
        var outcome = suppose.GetByRole(AriaRole.Region, new() { Name = "What changes" });
        await Expect(outcome.GetByRole(AriaRole.Heading, new() { Name = "What changes" })).ToBeFocusedAsync();
        await Expect(outcome.GetByRole(AriaRole.Heading, new() { Name = "What changes" })).ToBeInViewportAsync();
        await Expect(outcome.GetByRole(AriaRole.Status)).ToContainTextAsync(new Regex("^[0-9]+ verdicts? changes?: in .*from [0-9]+ [A-Z][a-z]+ 2024"));
        await Expect(outcome.GetByRole(AriaRole.Heading, new() { Name = "Clause 1: No gunboats" })).ToBeVisibleAsync();
        await Expect(outcome.GetByRole(AriaRole.Row).Filter(new() { HasText = "broken" }).First).ToContainTextAsync("10 March 2024");
        Assert.DoesNotContain("suppose=", page.Url, StringComparison.Ordinal);

        await suppose.GetByRole(AriaRole.Button, new() { Name = "Use it on all screens" }).ClickAsync();
        await Expect(Trying(page)).ToContainTextAsync("supposed");
        await Expect(Count(page)).ToHaveTextAsync("9 entries: 6 reports, 3 positions, and 1 supposed");
        await Expect(Row(page, "Supposed, not on file: ")).ToBeVisibleAsync();
        Assert.Contains("suppose=report", Query(page), StringComparison.Ordinal);

        // It holds on every screen, and for whoever is sent the address.
        await Visit($"/lake/verdicts{new Uri(page.Url).Query}&on=2024-03-10", async other =>
        {
            await Expect(Trying(other)).ToContainTextAsync("operated by Northland was present in the northern shore");
            await Expect(other.GetByRole(AriaRole.Region, new() { Name = "What flips" })).ToContainTextAsync("broken");
        });

        await suppose.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await Expect(Trying(page)).ToHaveCountAsync(0);
        await Expect(Count(page)).ToHaveTextAsync("9 entries: 6 reports, 3 positions");
    });

    [Fact]
    public Task A_mistake_in_what_is_supposed_is_told_where_it_is_and_mended_by_its_button() => Visit($"{Reports}?form=suppose", async page =>
    {
        var suppose = page.GetByRole(AriaRole.Region, new() { Name = "Suppose a report" });
        await suppose.GetByRole(AriaRole.Button, new() { Name = "In the language itself" }).ClickAsync();
        await suppose.GetByLabel("Sentences of reports and positions").FillAsync("report mine osprey with operator north present in lakke on 2024-03-10 by south said 2024-03-11 grade official source \"made up\".");

        await Expect(suppose).ToContainTextAsync("This cannot be supposed yet:");
        await Expect(suppose.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "lakke" }).First).ToContainTextAsync("Error in line 1, column");
        await suppose.GetByRole(AriaRole.Button, new() { NameRegex = new("lake") }).First.ClickAsync();

        await Expect(suppose.GetByLabel("Sentences of reports and positions")).ToHaveValueAsync(new Regex("present in lake on"));
        await Expect(suppose).ToContainTextAsync("In plain English. Supposed, not on file:");
    });

    [Fact]
    public Task The_list_can_be_taken_along() => Visit($"{Reports}?contested=yes", async page =>
    {
        var table = await Saved(page, "CSV", "lake-reports.csv");
        Assert.StartsWith("on file,sort,name,what,says,by,", table, StringComparison.Ordinal);
        Assert.Contains("On 20 April 2024", table, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(3, table.Split("\r\nyes,", StringSplitOptions.None).Length);

        using var document = JsonDocument.Parse(await Saved(page, "JSON", "lake-reports.json"));
        Assert.Equal(["heron-seen", "manoeuvre"], document.RootElement.GetProperty("reports").EnumerateArray().Select(report => report.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
    });

    private static async Task<string> Saved(IPage page, string button, string name)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync());
        Assert.Equal(name, download.SuggestedFilename);
        return await File.ReadAllTextAsync(await download.PathAsync());
    }

    private static ILocator Count(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "On file", Exact = true }).GetByRole(AriaRole.Status).First;

    private static ILocator Row(IPage page, string says) => page.GetByRole(AriaRole.Article, new() { NameRegex = new Regex($"^{Regex.Escape(says)}") });
}
