using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Proviso.Browser.Workbench;

/// <summary>The words of an agreement, with where each clause stands beside them.</summary>
public sealed class AgreementTextTests(WorkbenchServer server, Chromium chromium) : WorkbenchTests(server, chromium)
{
    private const string Text = "/lake/text";

    [Fact]
    public Task A_margin_tells_what_is_disputed_in_the_clause_and_what_decides_it_from_elsewhere() => Visit("/inf-moratorium/text?view=appear", async page =>
    {
        var clause = page.Locator(".row.clause").Filter(new() { HasText = "Clause 1: Moratorium" });
        await clause.ScrollIntoViewIfNeededAsync();
        await Expect(clause.GetByText("Disputed in its own words")).ToBeVisibleAsync();
        var elsewhere = clause.GetByText("Can the Mk 41 launchers of Aegis Ashore fire missiles at the ground?").First;
        await Expect(clause.GetByText("What else decides where it stands")).ToBeVisibleAsync();
        await elsewhere.ClickAsync();
        await Expect(clause.GetByText("About the launcher range of the Aegis Ashore missile system, wherever it matters. In Europe.")).ToBeVisibleAsync();

        await clause.GetByRole(AriaRole.Radio, new() { NameRegex = new("^yes, Tomahawk") }).CheckAsync();

        await Expect(Trying(page)).ToContainTextAsync("yes, Tomahawk");
        await Expect(clause).ToContainTextAsync("void from birth");
        await Expect(clause.GetByRole(AriaRole.Radio, new() { NameRegex = new("^yes, Tomahawk") })).ToBeCheckedAsync();
    });

    [Fact]
    public Task The_margin_says_where_a_clause_stands_in_the_chosen_view() => Visit(Text, async page =>
    {
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("where each clause stands on 30 June 2024 in the common view (what no party contests)");
        var clause = Margin(page, "Clause 1: No gunboats");
        await Expect(clause).ToContainTextAsync("ended since 3 May 2024");

        await page.GetByLabel("As of").FillAsync("2024-02-11");
        await Expect(clause).ToContainTextAsync("cannot tell");
        await Expect(clause).ToContainTextAsync("Some other view answers otherwise.");

        await page.GetByText("all ", new() { Exact = false }).Filter(new() { HasText = "views" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "strict" }).CheckAsync();

        await Expect(clause).ToContainTextAsync("broken");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("in the view “a water cannon is a weapon”.");
        Assert.Equal("?on=2024-02-11&view=strict", Query(page));

        await clause.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("broken") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { NameRegex = new Regex("^Why: clause 1") })).ToContainTextAsync("Heron patrol boat");
    });

    [Fact]
    public Task What_a_name_means_is_shown_to_the_pointer_and_to_the_keyboard() => Visit(Text, async page =>
    {
        var name = page.GetByRole(AriaRole.Button, new() { Name = "gunboat: armed boat" }).First;
        var meaning = page.GetByRole(AriaRole.Tooltip);

        await name.HoverAsync();
        await Expect(meaning).ToContainTextAsync("Armed boat");
        await page.Keyboard.PressAsync("Escape");
        await Expect(meaning).ToHaveCountAsync(0);

        await page.Mouse.MoveAsync(1, 1);
        await name.FocusAsync();
        await Expect(meaning).ToContainTextAsync("Armed boat");
        await Expect(name).ToHaveAccessibleDescriptionAsync(new Regex("armed is yes|armed boat", RegexOptions.IgnoreCase));
    });

    [Fact]
    public Task What_is_disputed_can_be_switched_beside_the_words() => Visit($"{Text}?on=2024-02-11", async page =>
    {
        var clause = Margin(page, "Clause 1: No gunboats");
        await Expect(clause).ToContainTextAsync("cannot tell");
        var dispute = page.GetByRole(AriaRole.Group, new() { Name = "Is the water cannon of the Heron a weapon?" }).Last;

        await dispute.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^no ") }).CheckAsync();

        await Expect(Trying(page)).ToContainTextAsync("Is the water cannon of the Heron a weapon?");
        await Expect(clause).ToContainTextAsync("in force, kept");
        Assert.Contains("reading=heron-gun:a-pump", Query(page), StringComparison.Ordinal);
    });

    [Fact]
    public Task The_plain_reading_stands_beside_the_words() => Visit(Text, async page =>
    {
        var words = page.GetByText("north shall not have gunboat present in lake").First;
        var plain = page.GetByText("Northland shall not have any armed boat", new() { Exact = false }).First;
        await Expect(words).ToBeVisibleAsync();
        await Expect(plain).ToBeVisibleAsync();
        var (left, right) = (await words.BoundingBoxAsync(), await plain.BoundingBoxAsync());

        Assert.True(left!.X + left.Width <= right!.X, "They stand on each other.");

        // Where there is no room for both, one chooses.
        await page.SetViewportSizeAsync(Phone, 740);
        await Expect(plain).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "In plain English" }).ClickAsync();
        await Expect(plain).ToBeVisibleAsync();
        await Expect(words).ToBeHiddenAsync();
    });

    private static ILocator Margin(IPage page, string title) => page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 3 }).Locator("..");
}
