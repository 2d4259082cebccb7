using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Proviso.Browser.Workbench;

/// <summary>Every answer, its reasons down to the sources, and what would make it another.</summary>
public sealed partial class VerdictsTests(WorkbenchServer server, Chromium chromium) : WorkbenchTests(server, chromium)
{
    private const string Ended = "ended since 19 September 2023";
    private const string Appear = "“any appearance ends the moratorium”";
    private const string Opened = "/inf-moratorium/verdicts?cell=1/appear/russia//europe";

    [Fact]
    public Task An_answer_opens_to_its_reasons_down_to_the_report_and_its_source() => Visit(Moratorium, async page =>
    {
        await Line(page, Appear).GetByRole(AriaRole.Button, new() { Name = Ended }).ClickAsync();

        var why = Why(page);
        await Expect(why.GetByRole(AriaRole.Heading, new() { Name = "Europe, for Russia, in the view “any appearance ends the moratorium”" })).ToBeFocusedAsync();
        await Expect(why).ToContainTextAsync("was met on 18 September 2023");
        await Expect(why).ToContainTextAsync("not a legal finding");

        var proof = why.GetByRole(AriaRole.Region, new() { Name = "Step by step, down to the sources" });
        await Expect(proof.GetByText("Nobody on file contests it").First).ToBeVisibleAsync();
        var source = proof.GetByRole(AriaRole.Link).First;
        await Expect(source).ToHaveAttributeAsync("href", AnyAddress());
        await Expect(source).ToHaveAttributeAsync("rel", "noopener noreferrer");
        await Expect(source).ToContainTextAsync("opens in a new tab");

        // A step folds and unfolds.
        await proof.GetByText("standing: ended").ClickAsync();
        await Expect(source).ToBeHiddenAsync();
        await proof.GetByText("standing: ended").ClickAsync();
        await Expect(source).ToBeVisibleAsync();
    });

    [Fact]
    public Task What_decides_an_answer_can_be_tried_in_place_and_taken_back() => Visit(Opened, async page =>
    {
        var chip = Why(page).GetByRole(AriaRole.Button, new() { Name = "binds again (no view takes this reading) would be: withdrawn" });
        await chip.ClickAsync();

        await Expect(Trying(page)).ToContainTextAsync("this is not what is on file");
        await Expect(Trying(page)).ToContainTextAsync("What happens when the US-made system leaves again?");
        await Expect(Why(page)).ToContainTextAsync("On file: ended since 19 September 2023");
        await Expect(Flips(page)).ToContainTextAsync("was ended, would be withdrawn");
        Assert.Contains("reading=revival:", Query(page), StringComparison.Ordinal);

        await Trying(page).GetByRole(AriaRole.Button, new() { Name = "Discard all" }).ClickAsync();

        await Expect(Trying(page)).ToHaveCountAsync(0);
        await Expect(Flips(page)).ToHaveCountAsync(0);
        await Expect(Line(page, Appear).GetByRole(AriaRole.Button, new() { Name = Ended })).ToBeVisibleAsync();
        Assert.Equal("?cell=1/appear/russia//europe", Query(page));
    });

    [Fact]
    public Task What_is_pressed_keeps_the_focus_and_is_taken_back_by_the_same_key() => Visit(Opened, async page =>
    {
        var report = Why(page).GetByRole(AriaRole.Button, new() { Name = "Try without this report" });
        await report.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        // The report is no longer part of the proof: what takes it back stands among what is tried.
        var tried = Why(page).GetByRole(AriaRole.Region, new() { Name = "Tried now" }).GetByRole(AriaRole.Button);
        await Expect(tried).ToContainTextAsync("set aside");
        await Expect(tried).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(Flips(page)).ToContainTextAsync("was ended, would be");
        await Expect(tried).ToBeFocusedAsync();
        await Expect(Why(page).GetByRole(AriaRole.Status)).ToContainTextAsync("Tried: ");

        await page.Keyboard.PressAsync("Enter");
        await Expect(Trying(page)).ToHaveCountAsync(0);
        await Expect(report).ToBeFocusedAsync();

        var chip = Why(page).GetByRole(AriaRole.Button, new() { Name = "binds again (no view takes this reading)" });
        await chip.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(tried).ToContainTextAsync("binds again");
        await Expect(Flips(page)).ToContainTextAsync("was ended, would be withdrawn");
        await Expect(tried).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(chip).ToContainTextAsync("would be: withdrawn");
        await Expect(chip).ToBeFocusedAsync();
        Assert.Equal("?cell=1/appear/russia//europe", Query(page));
    });

    [Fact]
    public Task A_report_can_be_left_out_and_what_follows_is_told() => Visit(Opened, async page =>
    {
        var without = Why(page).GetByRole(AriaRole.Button, new() { Name = "Try without this report" });
        await without.ClickAsync();

        await Expect(Trying(page)).ToContainTextAsync("bornholm-visit set aside");
        await Expect(Flips(page)).ToContainTextAsync("was ended, would be");
        Assert.Contains("disbelieve=bornholm-visit", Query(page), StringComparison.Ordinal);

        await Trying(page).GetByRole(AriaRole.Button, new() { Name = "Take away" }).ClickAsync();
        await Expect(Trying(page)).ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_dispute_is_a_switch() => Visit(Moratorium, async page =>
    {
        var dispute = page.GetByRole(AriaRole.Region, new() { Name = "What is disputed" }).GetByRole(AriaRole.Group, new() { Name = "Is the Asia-Pacific one region or three?" });
        await Expect(dispute.GetByRole(AriaRole.Radio, new() { Name = "as each view reads it" })).ToBeCheckedAsync();

        await dispute.GetByRole(AriaRole.Radio, new() { Name = "one Asia-Pacific region" }).CheckAsync();

        await Expect(dispute.GetByRole(AriaRole.Status)).ToContainTextAsync("You are trying this reading in every view.");
        await Expect(Trying(page)).ToContainTextAsync("one Asia-Pacific region");
        await Expect(Flips(page).GetByRole(AriaRole.Listitem).Filter(new() { HasText = "East Asia" }).First).ToBeVisibleAsync();

        await dispute.GetByRole(AriaRole.Radio, new() { Name = "as each view reads it" }).CheckAsync();
        await Expect(Trying(page)).ToHaveCountAsync(0);
        Assert.Equal("", Query(page));
    });

    [Fact]
    public Task The_keyboard_alone_leads_to_the_reasons_and_back() => Visit(Moratorium, async page =>
    {
        var cell = Line(page, Appear).GetByRole(AriaRole.Button, new() { Name = Ended });
        await Expect(cell).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(Focused(page)).ToHaveTextAsync("Skip to the content");
        await page.Keyboard.PressAsync("Enter");
        await TabTo(cell);

        await page.Keyboard.PressAsync("Enter");

        await Expect(Why(page).GetByRole(AriaRole.Heading, new() { Level = 3 })).ToBeFocusedAsync();
        await TabTo(Why(page).GetByRole(AriaRole.Button, new() { Name = "Try without this report" }), 30);
        await page.Keyboard.PressAsync("Escape");
        await Expect(Why(page)).ToHaveCountAsync(0);
        await Expect(cell).ToBeFocusedAsync();
    });

    [Fact]
    public Task A_link_shows_another_person_the_same() => Visit($"{Opened}&reading=launcher:missile-shown&on=2025-03-01", async page =>
    {
        await Expect(Flips(page).GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await Expect(Why(page).GetByText("Nobody on file contests it").First).ToBeVisibleAsync();
        await Visit(new Uri(page.Url).PathAndQuery, async other =>
        {
            await Expect(Flips(other).GetByRole(AriaRole.Status)).ToBeVisibleAsync();
            await Expect(Why(other).GetByText("Nobody on file contests it").First).ToBeVisibleAsync();
            // The reasons in short come one after the other.
            var (one, two) = ("", "nothing");
            for (var turn = 0; turn < 30 && one != two; turn++)
            {
                await other.WaitForTimeoutAsync(500);
                (one, two) = (await Main(page), await Main(other));
            }

            Assert.Equal(one, two);
            Assert.Contains("1 March 2025", two, StringComparison.Ordinal);
        });

        static Task<string> Main(IPage of) => of.GetByRole(AriaRole.Main).AriaSnapshotAsync();
    });

    [Fact]
    public Task It_says_first_whether_anybody_is_bound_and_then_by_view_and_place_what_became_of_it_and_why() => Visit(Moratorium, async page =>
    {
        var inShort = page.GetByRole(AriaRole.Region, new() { Name = "In short" });
        await Expect(inShort).ToContainTextAsync("In every view, clause 1 (Moratorium) binds nobody, since 5 August 2025 at the latest.");
        await Expect(inShort).ToContainTextAsync("In some it ended in Europe in 2023, in South-East Asia in 2024 and in Oceania in 2025; the parties' own views, and others, cannot tell.");
        await Expect(inShort).ToContainTextAsync("no legal finding");

        var differing = page.GetByRole(AriaRole.Region, new() { Name = "Where the views differ" });
        var europe = differing.GetByRole(AriaRole.Row, new() { NameRegex = new Regex($"^{Appear}") }).GetByRole(AriaRole.Button).First;
        await Expect(europe).ToHaveTextAsync("ended since 19 September 2023Mk 70 launcher with SM-6 at Bornholm, for an exercise or a firingwhy");
        await Expect(differing.GetByRole(AriaRole.Rowheader, new() { Name = "3 possible readings; none is a party's own" })).ToBeVisibleAsync();
        await Expect(differing.GetByRole(AriaRole.Rowheader, new() { NameRegex = new Regex("^In the parties' own views, and in others, it cannot be told whether it ended, was withdrawn or never bound ?Each of them leaves open “What happens when the US-made system leaves again\\?”, and 6 more disputed questions are open in some\\.$") })).ToBeVisibleAsync();

        // What some places share is told once, over all of their columns, and what views share as that; from its reasons one goes to those of the others.
        var shared = Line(page, "The common view").GetByRole(AriaRole.Cell).Nth(1);
        await Expect(shared).ToHaveAttributeAsync("colspan", "3");
        await Expect(Line(page, "Russia").GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^as above ?cannot tell whether ended or withdrawn") })).ToHaveCountAsync(1);
        await Expect(shared).ToContainTextAsync("Russia withdrew on 4 August 2025, if it still bound");
        await shared.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(Why(page).GetByRole(AriaRole.Heading, new() { Name = "South-East Asia, for Russia, in the common view" })).ToBeFocusedAsync();
        await Why(page).GetByRole(AriaRole.Button, new() { Name = "Oceania, for Russia" }).ClickAsync();
        await Expect(Why(page).GetByRole(AriaRole.Heading, new() { Name = "Oceania, for Russia, in the common view" })).ToBeFocusedAsync();
        await Expect(shared.GetByRole(AriaRole.Button)).ToHaveAttributeAsync("aria-expanded", "true");
    });

    [Fact]
    public Task On_a_phone_each_view_has_all_its_answers() => Visit(Moratorium, async page =>
    {
        var russia = Line(page, "Russia");
        await Expect(russia.GetByRole(AriaRole.Cell)).ToHaveCountAsync(2);
        await Expect(russia.GetByRole(AriaRole.Button).Nth(1)).ToContainTextAsync("cannot tell whether ended or withdrawn");

        await russia.GetByRole(AriaRole.Button).Nth(1).ClickAsync();
        await Expect(Why(page).GetByRole(AriaRole.Heading, new() { Name = "South-East Asia, for Russia, in the view of Russia" })).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Expanded = true })).ToHaveCountAsync(1);
    }, new() { ViewportSize = new() { Width = 360, Height = 740 } });

    [Fact]
    public Task A_single_view_has_its_causes_too() => Visit("/inf-moratorium/verdicts?view=appear", async page =>
    {
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What differs from place to place" })).ToBeVisibleAsync();
        await Expect(Line(page, Appear).GetByRole(AriaRole.Button).First).ToContainTextAsync("Mk 70 launcher with SM-6 at Bornholm, for an exercise or a firing");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "In short" })).Not.ToContainTextAsync("agree");
    });

    [Fact]
    public Task In_force_is_not_said_to_bind() => Visit("/inf-moratorium/verdicts?reading=revival:comes-back&on=2024-06-01", async page =>
    {
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "In short" })).ToContainTextAsync("In every view, clause 1 (Moratorium) is in force on 1 June 2024.");
        await Expect(page.GetByText("whether it binds or not").First).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_link_leads_to_the_answer_that_it_opens() => Visit("/inf-moratorium/verdicts?cell=1/russia/russia//oceania", async page =>
    {
        await Expect(Why(page).GetByRole(AriaRole.Heading, new() { Name = "Oceania, for Russia, in the view of Russia" })).ToBeInViewportAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Expanded = true }).First).ToBeInViewportAsync();
    });

    private static ILocator Why(IPage page) => page.GetByRole(AriaRole.Region, new() { NameRegex = Reasons() });

    private static ILocator Flips(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "What flips" });

    private static ILocator Line(IPage page, string views) => page.GetByRole(AriaRole.Row, new() { NameRegex = new Regex($"^{views}") });

    [GeneratedRegex("^Why: clause ")]
    private static partial Regex Reasons();

    [GeneratedRegex("^https?://")]
    private static partial Regex AnyAddress();
}
