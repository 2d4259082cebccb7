using System.Runtime.InteropServices;

namespace Proviso.Cli.Printing;

/// <summary>What the machine says about the terminal. The only place that asks the environment.</summary>
internal static class Terminal
{
    /// <summary>The file descriptors of the two streams.</summary>
    public const int Output = 1, Error = 2;

    private const int Narrowest = 40;

    /// <summary>The surface of a stream of this program: plain when it leads to a file or another program; without colour when
    /// <c>NO_COLOR</c> is set to anything (no-color.org) or the terminal is a dumb one.</summary>
    public static Surface Of(int stream)
    {
        if (stream == Output ? Console.IsOutputRedirected : Console.IsErrorRedirected)
        {
            return Surface.Plain;
        }

        var colour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");
        return new(true, colour, WidthOf(stream) is > 0 and var width ? Math.Clamp(width, Narrowest, Screen.Widest) : Screen.Widest);
    }

    /// <summary>Cells in a line, or 0 when the terminal does not say.</summary>
    private static int WidthOf(int stream)
    {
        if (!OperatingSystem.IsLinux())
        {
            try
            {
                return Console.WindowWidth;
            }
            catch (Exception unknown) when (unknown is IOException or PlatformNotSupportedException)
            {
                return 0;
            }
        }

        // Console.WindowWidth would take the terminal over: it sends codes that change what the arrow keys do.
        const nuint GetWindowSize = 0x5413;
        return ioctl(stream, GetWindowSize, out var size) == 0 ? size.Columns : 0;
    }

    [DllImport("libc", EntryPoint = "ioctl")]
    private static extern int ioctl(int descriptor, nuint request, out WindowSize size);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct WindowSize
    {
        public readonly ushort Rows;
        public readonly ushort Columns;
        public readonly ushort Width;
        public readonly ushort Height;
    }
}
