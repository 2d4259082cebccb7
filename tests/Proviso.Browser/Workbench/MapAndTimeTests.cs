using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Proviso.Browser.Workbench;

/// <summary>Where an agreement stands on a day, on a map and in lanes, and how that changes with the day and with what was known.</summary>
public sealed partial class MapAndTimeTests(WorkbenchServer server, Chromium chromium) : WorkbenchTests(server, chromium)
{
    private const string Map = "/inf-moratorium/map?as=appear";

    [Fact]
    public Task The_day_moves_by_keyboard_without_asking_the_server() => Visit(Map, async page =>
    {
        var day = Day(page);
        await Expect(Told(page, "Europe")).ToContainTextAsync("ended since 19 Sep 2023");
        await Expect(page.GetByRole(AriaRole.Img, new() { NameRegex = MapName() })).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        ConcurrentQueue<string> asked = [];
        page.Request += (_, request) => asked.Enqueue(request.Url);

        await day.FocusAsync();
        await page.Keyboard.PressAsync("PageDown");
        await Expect(day).ToHaveAttributeAsync("aria-valuetext", "24 October 2026");
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(day).ToHaveAttributeAsync("aria-valuetext", "23 October 2026");
        await page.Keyboard.PressAsync("Home");

        await Expect(day).ToHaveAttributeAsync("aria-valuetext", "4 August 2019");
        await Expect(Told(page, "Europe")).ToContainTextAsync("not in force");
        await Expect(page).ToHaveURLAsync(OnTheFirstDay());
        // The map may be drawn anew where there is something else to draw; what holds on the day is known already.
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.DoesNotContain(asked, url => url.Contains("/api/", StringComparison.Ordinal) && !new Uri(url).AbsolutePath.EndsWith("/map", StringComparison.Ordinal));
    });

    [Fact]
    public Task Changes_are_stepped_through_and_told_in_words() => Visit(Map, async page =>
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Previous change" }).ClickAsync();
        await Expect(Day(page)).ToHaveAttributeAsync("aria-valuetext", "5 August 2025");
        await Expect(Time(page)).ToContainTextAsync("Changed on this day.");
        await Expect(page).ToHaveURLAsync(new Regex("on=2025-08-05"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Previous change" }).ClickAsync();
        await Expect(Day(page)).ToHaveAttributeAsync("aria-valuetext", "10 July 2025");
        await Expect(Time(page)).ToContainTextAsync("Oceania: ended; before: not broken, whether in force or ended");

        await page.GetByRole(AriaRole.Button, new() { Name = "Next change" }).ClickAsync();
        await Expect(Day(page)).ToHaveAttributeAsync("aria-valuetext", "5 August 2025");
    });

    [Fact]
    public Task What_was_known_moves_too_and_holds_the_day_back() => Visit(Map, async page =>
    {
        var known = Time(page).GetByRole(AriaRole.Slider, new() { Name = "As known on" });
        await Expect(Told(page, "Europe")).ToContainTextAsync("ended since 19 Sep 2023");

        await known.FocusAsync();
        await page.Keyboard.PressAsync("Home");

        await Expect(known).ToHaveAttributeAsync("aria-valuetext", "4 August 2019");
        await Expect(Day(page)).ToHaveAttributeAsync("aria-valuetext", "4 August 2019");
        await Expect(Told(page, "Europe")).ToContainTextAsync("not in force");
        await Expect(page).ToHaveURLAsync(new Regex("knownOn=2019-08-04"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Back to the last day known" }).ClickAsync();
        await Expect(Told(page, "Europe")).ToContainTextAsync("ended since 19 Sep 2023");
    });

    [Fact]
    public Task It_plays_from_change_to_change_and_pauses() => Visit($"{Map}&on=2023-09-18", async page =>
    {
        await Expect(Told(page, "Europe")).ToContainTextAsync("in force, kept");

        await page.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();

        await Expect(Told(page, "Europe")).ToContainTextAsync("ended since 19 Sep 2023");
        await Expect(Told(page, "South-East Asia")).ToContainTextAsync("ended since 1 May 2024");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true })).ToBeVisibleAsync();
        var stopped = await Day(page).GetAttributeAsync("aria-valuetext");
        // Longer than a step takes.
        await page.WaitForTimeoutAsync(2_000);
        await Expect(Day(page)).ToHaveAttributeAsync("aria-valuetext", stopped!);
    });

    [Fact]
    public Task The_map_is_moved_by_keyboard_and_tells_what_it_shows() => Visit(Map, async page =>
    {
        var map = page.GetByRole(AriaRole.Group, new() { NameRegex = MapName() });
        var picture = map.GetByRole(AriaRole.Img, new() { NameRegex = MapName() });
        await Expect(picture).ToHaveAccessibleNameAsync(new Regex("Europe: ended"));
        await Expect(picture).ToContainTextAsync("Bornholm");

        await map.FocusAsync();
        await page.Keyboard.PressAsync("+");
        await Expect(page).ToHaveURLAsync(new Regex("[?&]at="));
        var closer = page.Url;
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page).Not.ToHaveURLAsync(closer);
        await page.Keyboard.PressAsync("0");
        await Expect(page).Not.ToHaveURLAsync(new Regex("[?&]at="));
    });

    [Fact]
    public Task A_place_opens_what_is_on_file_about_it() => Visit(Map, async page =>
    {
        await Told(page, "Europe").GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^[0-9]+ reports about Europe$") }).ClickAsync();

        var place = page.GetByRole(AriaRole.Region, new() { Name = "On file: Europe" });
        await Expect(place.GetByRole(AriaRole.Heading, new() { Name = "Europe", Exact = true })).ToBeFocusedAsync();
        await Expect(place).ToContainTextAsync("Mk 70 launcher with SM-6");
        await page.Keyboard.PressAsync("Escape");
        await Expect(place).ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_stretch_of_a_lane_sets_the_day_and_leads_to_the_reasons() => Visit(Map, async page =>
    {
        var lane = page.GetByRole(AriaRole.Region, new() { Name = "Through the years" }).GetByRole(AriaRole.Group, new() { NameRegex = new Regex("^Europe: “any appearance ends the moratorium”") }).First;
        var ended = lane.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^19 September 2023 to .*: ended") });
        await lane.GetByRole(AriaRole.Button).First.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Expect(lane.GetByRole(AriaRole.Button).Last).ToBeFocusedAsync();
        await ended.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(Day(page)).ToHaveAttributeAsync("aria-valuetext", "19 September 2023");
        await Expect(page).ToHaveURLAsync(new Regex("on=2023-09-19"));

        await Told(page, "Europe").GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Why: Europe, ended") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Europe, for Russia, in the view “any appearance ends the moratorium”" })).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "In short" })).ToContainTextAsync("On 19 September 2023");
    });

    [Fact]
    public Task Ceilings_are_told_as_charts_and_as_tables() => Visit("/new-start/map?on=2022-03-01", async page =>
    {
        var numbers = page.GetByRole(AriaRole.Region, new() { Name = "The numbers and the limits" });
        var chart = numbers.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("^Clause 2a, .* against the limit of 700") }).First;
        await Expect(chart).ToBeVisibleAsync();
        await Expect(chart).ToContainTextAsync("limit 700");

        await numbers.GetByText("The same as a table: clause 2a").First.ClickAsync();
        var table = numbers.GetByRole(AriaRole.Table, new() { NameRegex = new Regex("^What is told of clause 2a") }).First;
        await Expect(table.GetByRole(AriaRole.Columnheader, new() { Name = "The United States" })).ToBeVisibleAsync();
        await Expect(table.GetByRole(AriaRole.Row, new() { NameRegex = new Regex("^1 March 2022") })).ToBeVisibleAsync();
    });

    [Fact]
    public Task Two_fingers_come_closer_and_go_farther_where_they_are() => Visit(Map, async page =>
    {
        var map = page.GetByRole(AriaRole.Group, new() { NameRegex = MapName() });
        var drawn = page.GetByRole(AriaRole.Img, new() { NameRegex = MapName() });
        await Expect(drawn).ToBeVisibleAsync();
        await map.ScrollIntoViewIfNeededAsync();
        var frame = (await map.BoundingBoxAsync())!;
        var touch = await page.Context.NewCDPSessionAsync(page);
        var before = await Width(drawn);
        var scrolled = await page.EvaluateAsync<double>("window.scrollY");

        await Pinch(touch, frame.X + (frame.Width / 2), frame.Y + (frame.Height / 2), from: 20, to: 80);
        var closer = await Width(drawn);
        Assert.InRange(closer, before / 5, before / 2.5);

        await Pinch(touch, frame.X + (frame.Width / 2), frame.Y + (frame.Height / 2), from: 80, to: 40);
        Assert.InRange(await Width(drawn), closer * 1.6, closer * 2.6);
        Assert.Equal(scrolled, await page.EvaluateAsync<double>("window.scrollY"));
    }, new() { ViewportSize = new() { Width = Phone, Height = 780 }, HasTouch = true });

    /// <summary>How much of the earth a map shows, in its own units.</summary>
    private static Task<double> Width(ILocator map) => map.EvaluateAsync<double>("each => each.viewBox.baseVal.width");

    /// <summary>Two fingers on a slanting line, so far from the middle between them.</summary>
    private static async Task Pinch(ICDPSession touch, float x, float y, double from, double to)
    {
        const int Steps = 12;
        for (var step = 0; step <= Steps; step++)
        {
            var away = from + ((to - from) * step / Steps);
            await touch.SendAsync("Input.dispatchTouchEvent", new()
            {
                ["type"] = step == 0 ? "touchStart" : "touchMove",
                ["touchPoints"] = new[] { Finger(0, away), Finger(1, -away) },
            });
        }

        await touch.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });

        Dictionary<string, object> Finger(int id, double away) => new() { ["x"] = x + (away * 0.6), ["y"] = y + (away * 0.8), ["id"] = id };
    }

    private static ILocator Time(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "The day shown, and what was known" });

    private static ILocator Day(IPage page) => Time(page).GetByRole(AriaRole.Slider, new() { Name = "The day shown" });

    /// <summary>What is told of a place beside the map.</summary>
    private static ILocator Told(IPage page, string place) =>
        page.GetByRole(AriaRole.Table, new() { NameRegex = new Regex("^In the (common )?view ") }).GetByRole(AriaRole.Row, new() { NameRegex = new Regex($"^{place} ") });

    [GeneratedRegex("^Clause 1 in the view “any appearance ends the moratorium” on")]
    private static partial Regex MapName();

    [GeneratedRegex("[?&]on=2019-08-04")]
    private static partial Regex OnTheFirstDay();
}
