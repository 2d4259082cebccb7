using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Proviso.Browser.Workbench;

/// <summary>What changes in the folder is shown at once, to everybody.</summary>
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

    /// <summary>What is open is asked for again; while the text has errors there is no answer.</summary>
    [GeneratedRegex("status of 422")]
    private static partial Regex Errors();
}
