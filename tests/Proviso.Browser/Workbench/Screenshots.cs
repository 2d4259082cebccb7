using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Proviso.Browser.Workbench;

/// <summary>The pictures of <c>docs/workbench.md</c>. With <c>PROVISO_SCREENSHOTS=1</c> in the environment they are taken anew; without it, each must be there and what it shows must still open.</summary>
public sealed class Screenshots(WorkbenchServer server, Chromium chromium) : WorkbenchTests(server, chromium)
{
    private const int Most = 200_000;
    private static readonly bool areTaken = Environment.GetEnvironmentVariable("PROVISO_SCREENSHOTS") == "1";

    /// <summary>A name, the address, words that are there when the page is, the words that stand at the top, and the width.</summary>
    public static TheoryData<string, string, string, string, int> Pictures => new()
    {
        { "overview", "/", "The latest on file", "", Desk },
        { "in-short", "/inf-moratorium/verdicts", "ended since 19 September 2023", "In short", Desk },
        { "verdicts", "/inf-moratorium/verdicts?cell=1/appear/russia//europe", "Nobody on file contests it", "Clause 1: Moratorium", Desk },
        { "trying", "/inf-moratorium/verdicts?reading=revival:comes-back", "was ended, would be", "", Desk },
        { "text", "/inf-moratorium/text?view=appear", "Article 1. Moratorium", "Clause 1: Moratorium", Desk },
        { "map", "/inf-moratorium/map?as=appear&on=2025-07-10", "Changed on this day.", "", Desk },
        { "reports", "/inf-moratorium/reports?place=europe", "contested by", "", Desk },
        { "what-if", "/lake/reports?form=suppose", "Suppose a report", "Who says so", Desk },
        { "draft", "/draft?day=2026-03-11", "no errors", "", Desk },
        { "phone", "/inf-moratorium/verdicts", "ended since 19 September 2023", "In short", Phone },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task The_page_has_its_picture(string name, string path, string there, string top, int width)
    {
        var file = Repository.PathOf($"docs/workbench/{name}.png");
        Assert.SkipWhen(Chromium.Path is null, "Chromium is not installed.");
        // Only what a reader has, too, stands in a picture.
        await using var own = areTaken ? await Served.Start(Fill) : null;
        await Visit(own?.Address ?? Home, path, async page =>
        {
            await Expect(page.GetByText(there).Filter(new() { Visible = true }).First).ToBeVisibleAsync();
            if (name == "what-if")
            {
                await Suppose(page);
            }

            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            if (top.Length > 0)
            {
                await page.GetByText(top).Filter(new() { Visible = true }).First.EvaluateAsync("each => window.scrollTo(0, each.getBoundingClientRect().top + window.scrollY - 16)");
            }

            if (areTaken)
            {
                await File.WriteAllBytesAsync(file, SmallPicture.Of(await page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled })));
            }
        }, new() { ViewportSize = new() { Width = width, Height = width == Phone ? 740 : 900 }, ReducedMotion = ReducedMotion.Reduce, ColorScheme = ColorScheme.Light });

        Assert.InRange(new FileInfo(file).Length, 1, Most);
    }

    /// <summary>Supposes that a gunboat of Northland was seen, and asks what that would change.</summary>
    private static async Task Suppose(IPage page)
    {
        var suppose = page.GetByRole(AriaRole.Region, new() { Name = "Suppose a report" });
        foreach (var (label, value) in new[] { ("Which thing", "osprey"), ("Operated by", "north"), ("How it was", "present"), ("Where", "north-shore"), ("By whom", "south") })
        {
            await suppose.GetByLabel(label).SelectOptionAsync(value);
        }

        await suppose.GetByLabel("On", new() { Exact = true }).FillAsync("2024-03-10");
        await suppose.GetByRole(AriaRole.Button, new() { Name = "See what changes" }).ClickAsync();
        await Expect(suppose.GetByRole(AriaRole.Region, new() { Name = "What changes" })).ToContainTextAsync("broken");
    }

    private static void Fill(string folder)
    {
        foreach (var agreement in new DirectoryInfo(Repository.PathOf("agreements")).EnumerateDirectories())
        {
            Samples.Copy($"agreements/{agreement.Name}", folder);
        }

        Samples.Copy("tests/corpus/lake", folder);
    }
}
