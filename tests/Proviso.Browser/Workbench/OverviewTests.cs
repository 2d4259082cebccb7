using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Proviso.Browser.Workbench;

/// <summary>The first screen: which agreements there are, and where each stands.</summary>
public sealed class OverviewTests(WorkbenchServer server, Chromium chromium) : WorkbenchTests(server, chromium)
{
    [Fact]
    public Task Each_agreement_tells_where_it_stands_and_leads_on() => Visit("/", async page =>
    {
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Agreements", Level = 1 })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(6);

        var moratorium = Card(page, "Moratorium on ground-based intermediate- and shorter-range missiles");
        await Expect(moratorium).ToContainTextAsync("Between Russia, the United States");
        await Expect(moratorium).ToContainTextAsync("From 5 August 2019");
        // Of what binds nobody any more the tally is folded.
        await moratorium.GetByText("37 answers in the common view").ClickAsync();
        await Expect(moratorium.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "3 cannot tell whether ended or withdrawn" })).ToBeVisibleAsync();
        await Expect(moratorium).ToContainTextAsync("The views differ on clause 1 (Moratorium). See what each says, and why");
        await Expect(moratorium.GetByRole(AriaRole.Heading, new() { Name = "The latest on file" })).ToBeVisibleAsync();

        await Expect(moratorium.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "5 Aug 2025" }).First).ToContainTextAsync("Clause 1, Moratorium, in Europe, for Russia: cannot tell whether ended, void from birth or withdrawn");
        await Expect(Card(page, "New START").GetByText("Nothing newer is known: the last is 3 years before the last day known.")).ToBeVisibleAsync();

        await moratorium.GetByRole(AriaRole.Link, new() { Name = "Map and time of Moratorium" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(At("/inf-moratorium/map"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Map and time");
        await Expect(page).ToHaveTitleAsync("Map and time · Moratorium on ground-based intermediate- and shorter-range missiles · Proviso");

        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Agreements", Level = 1 })).ToBeVisibleAsync();
    });

    [Fact]
    public Task An_agreement_with_an_error_tells_it_and_leads_to_it() => Visit("/", async page =>
    {
        var broken = page.GetByRole(AriaRole.Article).Filter(new() { HasText = "It cannot be judged, so nothing can be told" });
        await Expect(broken).ToHaveCountAsync(1);
        await Expect(broken).ToContainTextAsync(Samples.Misspelt);

        await broken.GetByRole(AriaRole.Link, new() { Name = "See them where they are" }).ClickAsync();

        var told = page.GetByRole(AriaRole.Region, new() { Name = "What is wrong with the text" });
        await Expect(told.GetByRole(AriaRole.Heading)).ToContainTextAsync("so nothing can be told of it yet");
        await told.GetByRole(AriaRole.Link, new() { Name = "reports.proviso, line" }).First.ClickAsync();
        var there = page.GetByText("Error, column").First;
        await Expect(there).ToBeInViewportAsync();
        await Expect(there).ToContainTextAsync(Samples.Misspelt);
    });

    [Fact]
    public Task An_agreement_that_there_is_not_is_said_to_be_missing() => Visit("/", async page =>
    {
        // An address of a screen is answered by the page; the answer that it then asks for is refused, which the browser would tell on its console.
        var answer = await page.APIRequest.GetAsync(At("/api/agreements/nowhere"));

        Assert.Equal(404, answer.Status);
        Assert.Contains("inf-moratorium", await answer.TextAsync(), StringComparison.Ordinal);
    });

    private static ILocator Card(IPage page, string title) => page.GetByRole(AriaRole.Article, new() { Name = title });
}
