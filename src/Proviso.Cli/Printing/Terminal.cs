namespace Proviso.Cli.Printing;

/// <summary>What the machine says about the terminal. The only place that asks the environment.</summary>
internal static class Terminal
{
    private const int Narrowest = 40;

    /// <summary>The surface of a stream of this program: plain when it leads to a file or another program; without colour when
    /// <c>NO_COLOR</c> is set to anything (no-color.org) or the terminal is a dumb one.</summary>
    public static Surface Of(bool redirected)
    {
        if (redirected)
        {
            return Surface.Plain;
        }

        var colour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");
        return new(true, colour, Width());
    }

    private static int Width()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? Math.Clamp(width, Narrowest, Screen.Widest) : Screen.Widest;
        }
        catch (Exception unknown) when (unknown is IOException or PlatformNotSupportedException)
        {
            return Screen.Widest;
        }
    }
}
