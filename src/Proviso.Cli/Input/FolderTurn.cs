using System.Runtime.InteropServices;

namespace Proviso.Cli.Input;

/// <summary>The right to add to the case in a folder, held by one program at a time: two that read the same case and then both write would lose what
/// one of them wrote, or give two reports one name. Readers are not held up, and nothing is left behind in the folder.</summary>
/// <remarks>An advisory lock on the folder itself. Where a system has none, or the folder cannot be opened, everybody's turn is at once; what is
/// written is then still whole, and a file that changed meanwhile is left alone.</remarks>
internal sealed class FolderTurn : IDisposable
{
    private const int Exclusive = 2;
    private const int WithoutWaiting = 4;
    private const int WouldWait = 11;

    private static readonly TimeSpan patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(20);

    private readonly int descriptor;

    private FolderTurn(int descriptor) => this.descriptor = descriptor;

    /// <summary>Waits for the turn; null when others have had it for too long.</summary>
    public static FolderTurn? Take(string folder)
    {
        if (!OperatingSystem.IsLinux() || open(folder, 0) is not (>= 0 and var descriptor))
        {
            return new(-1);
        }

        for (var waited = TimeSpan.Zero; flock(descriptor, Exclusive | WithoutWaiting) != 0; waited += pause)
        {
            if (Marshal.GetLastPInvokeError() != WouldWait)
            {
                break; // A file system without locks.
            }

            if (waited >= patience)
            {
                _ = close(descriptor);
                return null;
            }

            Thread.Sleep(pause);
        }

        return new(descriptor);
    }

    /// <summary>Lets the next have its turn; so does the end of the program, however it ends.</summary>
    public void Dispose()
    {
        if (descriptor >= 0)
        {
            _ = close(descriptor);
        }
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int flock(int descriptor, int operation);

    [DllImport("libc")]
    private static extern int close(int descriptor);
}
