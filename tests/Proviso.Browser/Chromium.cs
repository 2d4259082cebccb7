using Microsoft.Playwright;

namespace Proviso.Browser;

/// <summary>The browser of the system, started once for all tests. Nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Where it is, or null when it is not installed.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .Select(folder => System.IO.Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists);

    /// <summary>The sample page of maps.</summary>
    public const string Maps = "inf-moratorium";

    /// <summary>The sample page of numbers.</summary>
    public const string Numbers = "new-start";

    /// <summary>The address of a sample page.</summary>
    public static string Sample(string name) => new Uri(Repository.PathOf($"docs/samples/{name}.html")).AbsoluteUri;

    public async ValueTask InitializeAsync()
    {
        if (Path is null)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Path,
            // The sandbox of the browser refuses to run for root.
            Args = [.. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(), "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A new window that shares nothing with any other.</summary>
    public async Task<IPage> Window(BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(browser is null, "Chromium is not installed.");
        return await (await browser!.NewContextAsync(options)).NewPageAsync();
    }

    /// <summary>A new window on a sample page.</summary>
    public async Task<IPage> Open(string sample = Maps, BrowserNewContextOptions? options = null, Action<IPage>? before = null)
    {
        var page = await Window(options);
        before?.Invoke(page);
        await page.GotoAsync(Sample(sample));
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
