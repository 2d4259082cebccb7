using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Proviso.Browser.Workbench;

/// <summary>Whatever stands in names, titles and sources is shown as text and does nothing. If anything of it ran, there would be a complaint: there is no such function, and the browser tells what it forbids.</summary>
public sealed class HostileTests(WorkbenchServer server, Chromium chromium) : WorkbenchTests(server, chromium)
{
    private const string Found = """
        () => [
          ...[...document.querySelectorAll('body script, iframe, object, embed, main img, main style, svg[onload], [onerror], [onmouseover]')].map(each => each.outerHTML.slice(0, 80)),
          ...[...document.links].filter(link => !/^https?:$/.test(link.protocol)).map(link => link.href),
        ]
        """;

    [Theory]
    [InlineData("/", "Restraint <script>harm()</script> & <img src=x onerror=harm()>")]
    [InlineData("/lake-hostile/verdicts?cell=1/strict/north//lake&on=2024-02-11", "No <iframe src=javascript:harm()></iframe> gunboats")]
    [InlineData("/lake-hostile/text", "\"Restraint <script>harm()</script> & <img src=x onerror=harm()>\"")]
    [InlineData("/lake-hostile/map", "No <iframe src=javascript:harm()></iframe> gunboats")]
    [InlineData("/lake-hostile/reports?item=heron-seen", "javascript:harm()")]
    [InlineData("/lake-hostile/reports?q=<img src=x onerror=harm()>&by=<script>harm()</script>&item=<b>", "Restraint <script>harm()</script>")]
    [InlineData("/draft?agreement=lake-hostile", "No <iframe src=javascript:harm()></iframe> gunboats")]
    [InlineData("/lake/reports?suppose=report mine osprey present in lake on 2024-03-10 by south said 2024-03-11 grade press source \"<img src=x onerror=harm()>\" at \"javascript:harm()\".", "Supposed, not on file")]
    public Task It_is_shown_as_text_and_does_nothing(string path, string shown) => Visit(path, async page =>
    {
        await Expect(page.GetByText(shown).Filter(new() { Visible = true }).First).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(each => each.open = true)");
        await page.Mouse.MoveAsync(300, 300);
        Assert.Empty(await page.EvaluateAsync<string[]>(Found));
        Assert.Equal(Desk, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    });

    [Fact]
    public Task Marks_that_turn_the_direction_of_writing_are_told_by_their_number() => Visit("/lake-hostile/verdicts", async page =>
    {
        await Expect(page.GetByRole(AriaRole.Table, new() { NameRegex = new("^Clause 1, ") })).ToBeVisibleAsync();

        var told = await page.Locator("body").InnerTextAsync();
        Assert.DoesNotContain('\u202e', told);
        Assert.Contains("North<U+202E>land <b onmouseover=harm()>bold</b>", told, StringComparison.Ordinal);
    });

    [Fact]
    public Task A_source_without_a_web_address_is_no_link() => Visit("/lake-hostile/verdicts?cell=1/common/north//lake", async page =>
    {
        var why = page.GetByRole(AriaRole.Region, new() { NameRegex = new("^Why: clause 1") });
        await Expect(why.GetByText("data:text/html,<script>harm()</script>").First).ToBeVisibleAsync();
        await Expect(why.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
    });
}
