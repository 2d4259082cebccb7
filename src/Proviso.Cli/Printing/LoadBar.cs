using System.Globalization;

namespace Proviso.Cli.Printing;

/// <summary>Says on a terminal how far the reading of records has come, once it has taken a second; elsewhere says nothing.</summary>
/// <param name="bytes">How many there are in all; 0 where that is not known.</param>
internal sealed class LoadBar(Page page, long bytes) : IDisposable
{
    private const int Cells = 24;
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(200);
    private readonly System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
    private TimeSpan said;

    /// <summary>What takes away the line that stands on the terminal now; empty when none does.</summary>
    public static string Cleared { get; private set; } = "";

    /// <summary>So much has been read.</summary>
    public void Say(long records, long read)
    {
        if (!page.IsTerminal || watch.Elapsed < patience || watch.Elapsed - said < pause)
        {
            return;
        }

        said = watch.Elapsed;
        Cleared = Blank();
        var line = Text(records, read, bytes, watch.Elapsed);
        page.Raw.Write("\r" + line[..Math.Min(line.Length, Math.Max(0, page.Width - 1))]);
        page.Raw.Flush();
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (Cleared.Length > 0)
        {
            page.Raw.Write(Cleared);
            page.Raw.Flush();
            Cleared = "";
        }
    }

    /// <summary>The line: a bar, how many records, how many a second, how long.</summary>
    internal static string Text(long records, long read, long bytes, TimeSpan time)
    {
        var share = bytes <= 0 ? 0 : Math.Clamp((double)read / bytes, 0, 1);
        var done = (int)(share * Cells);
        var bar = new string('#', done) + new string('.', Cells - done);
        return string.Create(CultureInfo.InvariantCulture,
            $"reading records [{bar}] {share * 100:0}%  {records:N0} lines  {records / Math.Max(time.TotalSeconds, 0.001):N0} a second  {time.TotalSeconds:0} s");
    }

    private string Blank() => "\r" + new string(' ', Math.Max(0, page.Width - 1)) + "\r";
}
