using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Proviso.Browser;

/// <summary>The page of a status as a person meets it in a browser.</summary>
public sealed class PageTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const int Phone = 360;

    [Theory]
    [InlineData(Chromium.Maps, ColorScheme.Light, 1280)]
    [InlineData(Chromium.Maps, ColorScheme.Dark, Phone)]
    [InlineData(Chromium.Numbers, ColorScheme.Dark, 1280)]
    [InlineData(Chromium.Numbers, ColorScheme.Light, Phone)]
    public async Task No_barrier_is_found(string sample, ColorScheme scheme, int width)
    {
        // The page forbids every script; the one that looks for barriers is let in past it.
        var page = await chromium.Open(sample, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, BypassCSP = true, ReducedMotion = ReducedMotion.Reduce });
        await OpenAll(page);

        var found = await page.RunAxe();

        Assert.NotEmpty(found.Passes);
        Assert.Empty(found.Violations.Where(each => each.Impact is "serious" or "critical")
            .Select(each => $"{each.Id}: {each.Help}: {string.Join(" | ", each.Nodes.Take(3).Select(node => node.Html))}"));
    }

    [Theory]
    [InlineData(Chromium.Maps, Phone)]
    [InlineData(Chromium.Maps, 768)]
    [InlineData(Chromium.Maps, 1280)]
    [InlineData(Chromium.Numbers, Phone)]
    [InlineData(Chromium.Numbers, 768)]
    [InlineData(Chromium.Numbers, 1280)]
    public async Task The_page_never_scrolls_sideways(string sample, int width)
    {
        var page = await chromium.Open(sample, new() { ViewportSize = new() { Width = width, Height = 740 } });
        await OpenAll(page);

        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Reasons_open_by_keyboard()
    {
        var page = await chromium.Open();
        var reasons = page.Locator("tr.why details").First;
        await Assertions.Expect(reasons.Locator(".account")).ToBeHiddenAsync();

        await reasons.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(reasons.Locator(".account")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_first_stop_of_the_keyboard_leads_to_the_answers()
    {
        var page = await chromium.Open();

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the answers", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        Assert.EndsWith("#glance", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_paper_the_reasons_are_unfolded()
    {
        var page = await chromium.Open();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('tr.why .account')].every(each => each.getBoundingClientRect().height > 20)"));

        var paper = await page.PdfAsync(new() { PreferCSSPageSize = true });

        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(paper, 0, 8), StringComparison.Ordinal);
        Assert.InRange(paper.Length, 50_000, 20_000_000);
    }

    [Theory]
    [InlineData(Chromium.Maps)]
    [InlineData(Chromium.Numbers)]
    public async Task It_asks_the_network_for_nothing_and_the_browser_has_no_complaint(string sample)
    {
        List<string> asked = [], said = [];
        var page = await chromium.Open(sample, before: page =>
        {
            page.Request += (_, request) => asked.Add(request.Url);
            page.Console += (_, message) => said.Add(message.Text);
            page.PageError += (_, error) => said.Add(error);
        });
        await OpenAll(page);

        Assert.Equal([Chromium.Sample(sample)], asked);
        Assert.Empty(said);
    }

    [Theory]
    [InlineData(Chromium.Maps)]
    [InlineData(Chromium.Numbers)]
    public async Task The_headings_go_down_step_by_step(string sample)
    {
        var page = await chromium.Open(sample);
        var levels = await page.EvaluateAsync<int[]>("[...document.querySelectorAll('h1,h2,h3,h4')].map(each => Number(each.tagName[1]))");

        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public async Task The_maps_are_painted()
    {
        var page = await chromium.Open();
        var painted = await page.Locator("figure.map svg[role=img]").First.EvaluateAsync<int>("map => map.querySelectorAll('use.area').length + Math.round(map.querySelector('use.area').getBBox().width)");

        Assert.True(painted > 100);
    }

    [Theory]
    [InlineData(Phone)]
    [InlineData(1280)]
    public async Task Every_sign_of_a_chart_lies_within_the_page_and_two_names_of_years_never_meet(int width)
    {
        var page = await chromium.Open(Chromium.Numbers, new() { ViewportSize = new() { Width = width, Height = 740 } });
        const string boxes = "(what) => [...document.querySelectorAll('.plot svg')].map(chart => [...chart.querySelectorAll(what)].map(each => each.getBoundingClientRect()).flatMap(box => [box.left, box.right]))";

        var signs = await page.EvaluateAsync<double[][]>(boxes, "use, text, line");
        Assert.Equal(5, signs.Length);
        Assert.All(signs, chart => Assert.All(chart, edge => Assert.InRange(edge, 0, width)));

        var years = await page.EvaluateAsync<double[][]>(boxes, "text.year:not([dy])");
        Assert.All(years, chart => Assert.Equal(chart.Order(), chart));
        Assert.All(years, chart => Assert.InRange(chart.Length, 8, 40));
    }

    private static Task OpenAll(IPage page) => page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");
}
