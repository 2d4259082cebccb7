using Microsoft.Playwright;

namespace Proviso.Benchmarks.Page;

/// <summary>The browser of the system, and the clock in its pages.</summary>
internal sealed class Browsing : IAsyncDisposable
{
    /// <summary>
    /// In each page: <c>shown</c> tells when something stood in a frame that was drawn, in milliseconds since the page was asked for; <c>arm</c> tells
    /// how long after a key was pressed, or a choice made, something stood in one. A frame is drawn when its own callbacks are through, and the next task has begun.
    /// </summary>
    private const string Clock = """
        performance.setResourceTimingBufferSize(5000);
        const drawn = () => new Promise(resolve => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => resolve(performance.now()); port2.postMessage(0); });
        window.shown = isThere => new Promise((resolve, reject) => {
          const begun = performance.now();
          const look = () => isThere() ? drawn().then(resolve) : performance.now() - begun > 120000 ? reject(new Error(`not there after two minutes: ${isThere}`)) : requestAnimationFrame(look);
          requestAnimationFrame(look);
        });
        window.arm = (event, isThere) => { window.armed = new Promise(resolve => addEventListener(event, ({ timeStamp }) => window.shown(isThere).then(end => resolve(end - timeStamp)), { once: true, capture: true })); };
        """;

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Browsing(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    /// <summary>Starts it.</summary>
    public static async Task<Browsing> Start()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("there is no chromium in the PATH");
        var playwright = await Playwright.CreateAsync();
        // The sandbox of the browser refuses to run for root.
        string[] sandbox = Environment.UserName == "root" ? ["--no-sandbox"] : [];
        return new(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = [.. sandbox, "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        }));
    }

    /// <summary>A new window that shares nothing with any other and has nothing kept.</summary>
    public async Task<IPage> Window()
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        await context.AddInitScriptAsync(Clock);
        return await context.NewPageAsync();
    }

    /// <summary>Opens an address in a new window, and tells when something was first drawn there. The window stays open.</summary>
    /// <param name="isThere">A condition in the page's own language.</param>
    public async Task<(IPage Page, double Ms)> Open(Uri address, string isThere)
    {
        var page = await Window();
        await page.GotoAsync(address.AbsoluteUri, new() { WaitUntil = WaitUntilState.Commit });
        return (page, await page.EvaluateAsync<double>($"shown(() => {isThere})"));
    }

    /// <summary>Does something in a page, and tells how long after the event that it makes its result was drawn.</summary>
    /// <param name="event">The name of the event.</param>
    /// <param name="told">What is another text when the result is there, in the page's own language.</param>
    /// <param name="and">What must hold then, too.</param>
    public static async Task<double> After(IPage page, string @event, string told, Func<Task> act, string and = "true")
    {
        await page.EvaluateAsync($"() => {{ const before = {told}; arm('{@event}', () => {told} !== before && ({and})); }}");
        await act();
        return await page.EvaluateAsync<double>("armed");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
