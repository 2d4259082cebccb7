using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Proviso.Browser.Workbench;

/// <summary>What is asked stands above every screen, and all screens answer the same question.</summary>
public sealed partial class QuestionTests(WorkbenchServer server, Chromium chromium) : WorkbenchTests(server, chromium)
{
    private const string Later =
        "report seen-later osprey as o-9 with operator south present in north-shore on 2025-03-05 by south said 2025-03-06 grade own statement source \"supposed\".";

    [Fact]
    public Task What_is_supposed_after_the_last_day_on_file_is_of_one_day_on_all_screens() => Visit($"/lake/verdicts?suppose={Uri.EscapeDataString(Later)}", async page =>
    {
        await Expect(AsOf(page)).ToHaveValueAsync("2025-03-06");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "In short" })).ToContainTextAsync("On 6 March 2025");
        var flips = page.GetByRole(AriaRole.Region, new() { Name = "What flips" });
        await Expect(flips).ToContainTextAsync("Nothing: every answer on every day stays as it is on file.");
        await Expect(flips).ToContainTextAsync("All that is on file ends with 30 June 2024");

        await page.GetByRole(AriaRole.Link, new() { Name = "Map and time" }).ClickAsync();
        await Expect(AsOf(page)).ToHaveValueAsync("2025-03-06");
        await Expect(page.GetByRole(AriaRole.Slider).First).ToHaveAttributeAsync("aria-valuetext", new Regex("6 March 2025"));
    });

    [Fact]
    public Task To_whom_it_is_known_is_told_and_can_be_taken_away() => Visit("/lake/verdicts?knownTo=south&knownOn=2024-05-01", async page =>
    {
        var asked = page.GetByRole(AriaRole.Form, new() { Name = "What is asked" });
        await Expect(asked).ToContainTextAsync("Southland: only what it said or received counts");
        // No day can be picked of which nothing could be known.
        await Expect(AsOf(page)).ToHaveAttributeAsync("max", "2024-05-01");

        await page.GetByRole(AriaRole.Link, new() { Name = "Reports", Exact = true }).ClickAsync();
        await Expect(asked).ToContainTextAsync("Southland: only what it said or received counts");
        Assert.Contains("knownTo=south", Query(page), StringComparison.Ordinal);

        await asked.GetByRole(AriaRole.Button, new() { Name = "Take away" }).ClickAsync();
        await Expect(asked).Not.ToContainTextAsync("only what it said or received counts");
        Assert.DoesNotContain("knownTo", Query(page), StringComparison.Ordinal);
    });

    [Fact]
    public async Task Records_with_errors_are_told_as_what_they_are()
    {
        Assert.SkipWhen(Chromium.Path is null, "Chromium is not installed.");
        await using var served = await Served.Start(folder =>
        {
            Samples.Copy("tests/corpus/lake", folder);
            File.WriteAllText(Path.Combine(folder, "lake", "seen.reports.jsonl"), "{\"no\": \"report\"}\n");
        });
        foreach (var screen in new[] { "verdicts", "text", "map", "reports" })
        {
            await Visit(served.Address, $"/lake/{screen}", async page =>
            {
                var told = page.GetByRole(AriaRole.Alert);
                await Expect(told).ToContainTextAsync("The agreement cannot be judged");
                await Expect(told).ToContainTextAsync("in the records");
                await Expect(told).Not.ToContainTextAsync("The text has errors");
            }, refusal: Errors());
        }
    }

    private static ILocator AsOf(IPage page) => page.GetByLabel("As of", new() { Exact = true });

    /// <summary>What cannot be judged has no answer.</summary>
    [GeneratedRegex("status of 422")]
    private static partial Regex Errors();
}
