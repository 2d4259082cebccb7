using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Proviso.Browser.Workbench;

/// <summary>A workbench that others can reach asks for its key before it shows anything.</summary>
public sealed partial class KeyTests(WorkbenchServer server, Chromium chromium) : WorkbenchTests(server, chromium)
{
    private const string Key = "0123456789abcdef0123", OtherKey = "another-key-of-twenty", KeyFile = "key";

    [Fact]
    public async Task The_key_is_asked_for_a_wrong_one_is_told_and_the_right_one_goes_on_and_lasts()
    {
        Assert.SkipWhen(Chromium.Path is null, "Chromium is not installed.");
        await using var served = await Locked();
        await Visit(served.Address, "/lake/verdicts?on=2024-02-01&view=strict", async page =>
        {
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This workbench asks for its key" })).ToBeVisibleAsync();
            var field = page.GetByLabel("Key");
            await Expect(field).ToBeFocusedAsync();

            await field.FillAsync("not this one");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("That is not the key.");

            await field.FillAsync(Key);
            await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();

            await Expect(page.GetByRole(AriaRole.Region, new() { Name = "In short" })).ToContainTextAsync("On 1 February 2024");
            Assert.Equal("?on=2024-02-01&view=strict", Query(page));

            await page.ReloadAsync();
            await Expect(page.GetByRole(AriaRole.Region, new() { Name = "In short" })).ToContainTextAsync("On 1 February 2024");
        }, refusal: Asked());
    }

    [Fact]
    public async Task The_whole_link_opens_the_page_and_does_as_a_key_too()
    {
        Assert.SkipWhen(Chromium.Path is null, "Chromium is not installed.");
        await using var served = await Locked();
        await Visit(served.Address, $"/?key={Key}", async page =>
        {
            await Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(1);
            Assert.Equal("", Query(page));
        });
        await Visit(served.Address, "/", async page =>
        {
            await page.GetByLabel("Key").FillAsync($"{served.Address}?key={Key}");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(1);
        }, refusal: Asked());
    }

    [Fact]
    public async Task A_server_that_comes_back_with_another_key_asks_for_it_and_what_was_asked_is_not_lost()
    {
        Assert.SkipWhen(Chromium.Path is null, "Chromium is not installed.");
        await using var served = await Locked();
        await Visit(served.Address, $"/lake/verdicts?on=2024-02-01&key={Key}", async page =>
        {
            await Expect(page.GetByRole(AriaRole.Region, new() { Name = "In short" })).ToContainTextAsync("On 1 February 2024");
            await served.Go();
            await File.WriteAllTextAsync(Path.Combine(served.Folder, KeyFile), OtherKey, TestContext.Current.CancellationToken);
            await served.Come();

            await page.GetByRole(AriaRole.Link, new() { Name = "Give the key" }).ClickAsync();
            await page.GetByLabel("Key").FillAsync(OtherKey);
            await page.Keyboard.PressAsync("Enter");

            await Expect(page.GetByRole(AriaRole.Region, new() { Name = "In short" })).ToContainTextAsync("On 1 February 2024");
        }, refusal: Asked());
    }

    /// <summary>A server with a key, as it has one when others can reach it.</summary>
    private static Task<Served> Locked() => Served.Start(
        folder =>
        {
            Samples.Copy("tests/corpus/lake", folder);
            File.WriteAllText(Path.Combine(folder, KeyFile), Key);
        },
        KeyFile);

    /// <summary>The browser tells that a page was refused, and each attempt that nobody answered.</summary>
    [GeneratedRegex("status of 401|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|MIME type")]
    private static partial Regex Asked();
}
