using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Proviso.Browser.Workbench;

/// <summary>What the tests of all screens share: a window on the workbench in which nothing may go wrong unseen.</summary>
public abstract class WorkbenchTests(WorkbenchServer server, Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>The moratorium, on which the views differ most.</summary>
    protected const string Moratorium = "/inf-moratorium";

    /// <summary>A small agreement.</summary>
    protected const string Lake = "/lake";

    /// <summary>A desk's and a telephone's widths, in pixels.</summary>
    protected const int Desk = 1280, Phone = 360;

    /// <summary>Machines that build beside the tests are slow.</summary>
    private const float Patience = 30_000;

    static WorkbenchTests() => Assertions.SetDefaultExpectTimeout(Patience);

    /// <summary>The address of the server.</summary>
    protected Uri Home => server.Address;

    /// <summary>The address of a page of the workbench.</summary>
    protected string At(string path) => new Uri(Home, path).AbsoluteUri;

    /// <summary>Opens a page, looks at it, and sees that the browser had no complaint, that nothing was asked of anybody but the server, and that the server had no trouble.</summary>
    protected Task Visit(string path, Func<IPage, Task> look, BrowserNewContextOptions? options = null) => Visit(Home, path, look, options);

    /// <summary>The same on a server of one's own; a refusal that is expected is no complaint.</summary>
    protected async Task Visit(Uri home, string path, Func<IPage, Task> look, BrowserNewContextOptions? options = null, Regex? refusal = null)
    {
        ConcurrentQueue<string> complaints = [];
        var page = await chromium.Window(options ?? new() { ViewportSize = new() { Width = Desk, Height = 900 } });
        page.Console += (_, message) =>
        {
            // A server that is busy says so, and the page asks again by itself.
            if (message.Type is "error" or "warning" && !message.Text.Contains("status of 503", StringComparison.Ordinal) && refusal?.IsMatch(message.Text) != true)
            {
                complaints.Enqueue($"{message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(home.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                complaints.Enqueue($"asked elsewhere: {request.Url}");
            }
        };
        try
        {
            await page.GotoAsync(new Uri(home, path).AbsoluteUri);
            await look(page);
            Assert.True(complaints.IsEmpty, string.Join('\n', complaints));
            Assert.Equal("", server.Errors);
        }
        finally
        {
            await page.Context.CloseAsync();
        }
    }

    /// <summary>What has the focus of the keyboard.</summary>
    protected static ILocator Focused(IPage page) => page.Locator(":focus");

    /// <summary>Where the page is, as one would send it.</summary>
    protected static string Query(IPage page) => Uri.UnescapeDataString(new Uri(page.Url).Query);

    /// <summary>What one is told about trying something that is not on file.</summary>
    protected static ILocator Trying(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "What you are trying" });

    /// <summary>Presses Tab until something has the focus; fails when it cannot be reached.</summary>
    protected static async Task TabTo(ILocator wanted, int most = 80)
    {
        for (var press = 0; press < most; press++)
        {
            await wanted.Page.Keyboard.PressAsync("Tab");
            if (await wanted.EvaluateAsync<bool>("each => each === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"{most} presses of Tab do not lead to it.");
    }
}
