namespace Proviso.Cli.Printing;

/// <summary>Says on a terminal how far a long work has come, once it has taken two seconds; elsewhere says nothing.</summary>
internal sealed class Headway(Page page, string what) : IDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(200);
    private readonly System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
    private readonly Lock gate = new();
    private TimeSpan said;
    private bool shown;

    /// <summary>What takes away the line that stands on the terminal now; empty when none does.</summary>
    public static string Cleared { get; private set; } = "";

    /// <summary>So many of so many are done. May be called from several threads.</summary>
    public void Say(int done, int all)
    {
        lock (gate)
        {
            if (!page.IsTerminal || watch.Elapsed < patience || watch.Elapsed - said < pause)
            {
                return;
            }

            (said, shown) = (watch.Elapsed, true);
            Cleared = Blank();
            page.Raw.Write($"\r{what}: {done} of {all}");
            page.Raw.Flush();
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (shown)
        {
            page.Raw.Write(Blank());
            page.Raw.Flush();
            Cleared = "";
        }
    }

    private string Blank() => "\r" + new string(' ', Math.Max(0, page.Width - 1)) + "\r";
}
