using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Proviso.Browser.Workbench;

/// <summary>Every screen for everybody: in light and dark, on a desk and on a telephone, on paper, and by its headings.</summary>
public sealed class BarrierTests(WorkbenchServer server, Chromium chromium) : WorkbenchTests(server, chromium)
{
    /// <summary>The screens, each with what is worth seeing opened, and words that are there when it is.</summary>
    public static TheoryData<string, string> Screens => new()
    {
        { "/", "The latest on file" },
        { "/inf-moratorium/verdicts?cell=1/appear/russia//europe&reading=launcher:missile-shown", "Nobody on file contests it" },
        { "/lake/text?reading=heron-gun:a-pump", "Northland shall not have any armed boat" },
        { "/inf-moratorium/map?as=appear&on=2025-07-10", "Changed on this day." },
        { "/new-start/map?on=2022-03-01", "The numbers and the limits" },
        { "/lake/reports?item=manoeuvre&form=suppose", "The sentence as it is written" },
        { "/lake-broken/text", "Error, column" },
        { "/draft", "no errors" },
    };

    /// <summary>Each width and each scheme once; with <c>PROVISO_BARRIERS=all</c>, each with each.</summary>
    private static (int Width, ColorScheme Scheme)[] Looked => Environment.GetEnvironmentVariable("PROVISO_BARRIERS") == "all"
        ? [(Desk, ColorScheme.Light), (Desk, ColorScheme.Dark), (Phone, ColorScheme.Light), (Phone, ColorScheme.Dark)]
        : [(Desk, ColorScheme.Light), (Phone, ColorScheme.Dark)];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task No_barrier_is_found(string path, string there)
    {
        // The page lets no other script run; the one that looks for barriers is let in past it.
        var (failures, isLooked) = (new List<string>(), false);
        await Visit(path, async page =>
        {
            await Expect(page.GetByText(there).First).ToBeVisibleAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            foreach (var (width, scheme) in Looked)
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                var found = await page.RunAxe();
                isLooked |= found.Passes.Length > 0;
                failures.AddRange(found.Violations.Where(each => each.Impact is "serious" or "critical")
                    .Select(each => $"{width} {scheme}: {each.Id}: {each.Help}: {string.Join(" | ", each.Nodes.Take(3).Select(node => node.Html))}"));
            }
        }, new() { BypassCSP = true, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = Desk, Height = 900 } });

        Assert.True(isLooked);
        Assert.Equal("", string.Join('\n', failures));
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public Task It_never_scrolls_sideways_and_its_headings_go_down_step_by_step(string path, string there) => Visit(path, async page =>
    {
        await Expect(page.GetByText(there).First).ToBeVisibleAsync();
        await page.EvaluateAsync("document.querySelectorAll('main details:not(.choose)').forEach(each => each.open = true)");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        foreach (var width in new[] { Desk, 768, Phone })
        {
            await page.SetViewportSizeAsync(width, 740);
            Assert.Equal((width, width), (width, await page.EvaluateAsync<int>("new Promise(told => requestAnimationFrame(() => requestAnimationFrame(() => told(document.documentElement.scrollWidth))))")));
        }

        var levels = await page.EvaluateAsync<int[]>("[...document.querySelectorAll('h1,h2,h3,h4,h5')].filter(each => each.checkVisibility()).map(each => Number(each.tagName[1]))");
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, string.Join(' ', levels)));
    });

    [Theory]
    [InlineData("/inf-moratorium/verdicts?cell=1/appear/russia//europe", "was met on 18 September 2023", "What happens when the US-made system leaves again?")]
    [InlineData("/lake/text", "north shall not have gunboat present in lake", "ended since 3 May 2024")]
    [InlineData("/inf-moratorium/map?as=appear", "ended since 19 Sep 2023", "Through the years")]
    [InlineData("/lake/reports", "On 20 April 2024 Northland held an exercise", "Lake News, 21 April 2024")]
    public Task On_paper_it_holds_what_it_shows(string path, params string[] there) => Visit(path, async page =>
    {
        await Expect(page.GetByText(there[0]).First).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.EvaluateAsync("window.dispatchEvent(new Event('beforeprint'))");
        foreach (var words in there)
        {
            await Expect(page.GetByText(words).Filter(new() { Visible = true }).First).ToBeVisibleAsync();
        }

        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Screens" })).ToBeHiddenAsync();
        await page.EvaluateAsync("window.dispatchEvent(new Event('afterprint'))");

        var paper = await page.PdfAsync(new() { PreferCSSPageSize = true });
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(paper, 0, 8), StringComparison.Ordinal);
        Assert.InRange(paper.Length, 10_000, 20_000_000);
    });

    [Fact]
    public Task The_first_stop_of_the_keyboard_leads_past_the_header() => Visit("/", async page =>
    {
        await Expect(page.GetByRole(AriaRole.Article).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(Focused(page)).ToHaveTextAsync("Skip to the content");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Main).Locator(":focus")).ToHaveCountAsync(1);
    });
}
