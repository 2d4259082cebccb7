using System.Globalization;
using Microsoft.Playwright;
using Proviso.Benchmarks.Workloads;

namespace Proviso.Benchmarks.Page;

/// <summary>The workbench in a browser, with few reports on file and with very many: how long one waits for each screen and for each step, measured in the page.
/// The few are the baseline: what the machine, the program's start and the browser cost whatever is on file.</summary>
internal static class PageBenchmark
{
    private const int Few = 100;
    private const string Case = "invented";
    private const string Count = "document.querySelector('.count [role=status]')?.textContent";
    private const string Rows = "document.querySelector('.feed article') !== null";

    /// <summary>Lands of the atlas, so that there is something to draw.</summary>
    private static readonly string[] lands = ["france", "germany", "poland", "italy", "spain", "norway", "sweden", "finland", "ukraine", "turkey", "romania", "greece"];

    /// <summary>Each screen, and when its first content is there.</summary>
    private static readonly (string Name, string Path, string IsThere)[] screens =
    [
        ("Reports: the first rows", "reports", Rows),
        ("Verdicts: the first table", "verdicts", "document.querySelector('.verdicts table') !== null"),
        ("Map and time: the sliders and lanes", "map", "document.querySelector('.map-time .time input') !== null"),
        ("Map and time: the map with its places", "map", "document.querySelector('.map-time .region') !== null"),
    ];

    public static int Run(int many, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("proviso-page-").FullName;
        try
        {
            Measure([Few, many], folder, rounds).GetAwaiter().GetResult();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task Measure(int[] sizes, string folder, int rounds)
    {
        var times = new Times(sizes);
        foreach (var size in sizes)
        {
            Write(size, FolderOf(folder, size));
        }

        await using var browser = await Browsing.Start();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var size in sizes)
            {
                foreach (var screen in screens)
                {
                    using var served = Serving.Start(FolderOf(folder, size));
                    times.Add(size, "`proviso serve`, until it says where it is", served.StartMs);
                    times.Add(size, $"{screen.Name}, at once after that", await Opened(browser, served, screen));
                }
            }
        }

        var running = sizes.ToDictionary(size => size, size => Serving.Start(FolderOf(folder, size)));
        try
        {
            await Warm(browser, running, times, rounds);
            foreach (var (size, served) in running)
            {
                await List(browser, served, size, times, rounds);
                await Sliders(browser, served, size, times, rounds);
            }
        }
        finally
        {
            foreach (var served in running.Values)
            {
                served.Dispose();
            }
        }

        times.Print();
    }

    /// <summary>Each screen, in turn, in a window that has nothing kept, of a server that has been asked before.</summary>
    private static async Task Warm(Browsing browser, Dictionary<int, Serving> running, Times times, int rounds)
    {
        for (var round = -1; round < rounds; round++)
        {
            foreach (var (size, served) in running)
            {
                foreach (var screen in screens)
                {
                    var ms = await Opened(browser, served, screen);
                    if (round >= 0)
                    {
                        times.Add(size, $"{screen.Name}, for the next who opens it", ms);
                    }
                }
            }
        }
    }

    private static async Task<double> Opened(Browsing browser, Serving served, (string Name, string Path, string IsThere) screen)
    {
        var (page, ms) = await browser.Open(At(served, screen.Path), screen.IsThere);
        await page.Context.CloseAsync();
        return ms;
    }

    /// <summary>What one does in the list of reports.</summary>
    private static async Task List(Browsing browser, Serving served, int size, Times times, int rounds)
    {
        var (page, _) = await browser.Open(At(served, "reports"), Rows);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var words = page.GetByLabel("Search all words");
        await words.FocusAsync();
        await page.Keyboard.PressAsync("x");
        for (var round = 0; round < rounds; round++)
        {
            foreach (var key in (string[])["1", "2", "Backspace", "Backspace"])
            {
                times.Add(size, "a letter more or less in the search", await Browsing.After(page, "keydown", Count, () => page.Keyboard.PressAsync(key)));
            }
        }

        await words.FillAsync("");
        foreach (var (label, values) in ((string, string[])[])[("In this place", ["r5", "middle", ""]), ("By whom", ["south", "north", ""]), ("Contested", ["yes", "no", ""])])
        {
            for (var round = 0; round < rounds; round++)
            {
                foreach (var value in values)
                {
                    times.Add(size, "another filter", await Browsing.After(page, "change", Count, () => page.GetByLabel(label).SelectOptionAsync(value)));
                }
            }
        }

        await page.Context.CloseAsync();
    }

    /// <summary>What one does on the screen of the map.</summary>
    private static async Task Sliders(Browsing browser, Serving served, int size, Times times, int rounds)
    {
        var (page, _) = await browser.Open(new(At(served, "map"), "?on=2019-08-20"), screens[^1].IsThere);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.GetByRole(AriaRole.Slider, new() { Name = "The day shown" }).FocusAsync();
        for (var round = 0; round < rounds; round++)
        {
            times.Add(size, "a day on the slider “The day shown”", await Browsing.After(page, "keydown", Day("The day shown"), () => page.Keyboard.PressAsync("ArrowRight")));
        }

        // A day of knowledge that nobody has asked about, until what was known by then is shown.
        await page.GetByRole(AriaRole.Slider, new() { Name = "As known on" }).FocusAsync();
        for (var round = 0; round < rounds; round++)
        {
            var told = "performance.getEntriesByType('resource').findLast(each => each.name.includes('/timeline') && each.responseEnd > 0)?.name";
            times.Add(size, "a month on the slider “As known on”, until its answer is shown", await Browsing.After(
                page, "keydown", told, () => page.Keyboard.PressAsync("PageDown"), "!document.querySelector('.time').textContent.includes('Finding what was known')"));
        }

        await page.Context.CloseAsync();
    }

    private static string Day(string slider) => $"document.querySelector('.time [aria-label=\"{slider}\"] input').getAttribute('aria-valuetext')";

    private static Uri At(Serving served, string screen) => new(served.Address, $"{Case}/{screen}");

    private static string FolderOf(string folder, int size) => Path.Combine(folder, size.ToString(CultureInfo.InvariantCulture));

    /// <summary>An invented case as sentences, its regions drawn as lands of the atlas.</summary>
    private static void Write(int size, string folder)
    {
        var target = Path.Combine(folder, Case);
        Statements.Write(new(1, size, Views: 2, Flavour.Loose), target, "text");
        var path = Path.Combine(target, "agreement.proviso");
        var text = File.ReadAllText(path);
        for (var number = 1; number <= lands.Length; number++)
        {
            text = text.Replace($"\"Region {number}\".", $"\"Region {number}\" outline country {lands[number - 1]}.", StringComparison.Ordinal);
        }

        File.WriteAllText(path, text);
    }
}
