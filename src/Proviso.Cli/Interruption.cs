using System.Runtime.InteropServices;
using System.Text;
using Proviso.Cli.Input;
using Proviso.Cli.Printing;

namespace Proviso.Cli;

/// <summary>Ends the program when the user or the system asks for it (Ctrl-C, <c>kill</c>): a file that is being written is finished first, the progress line
/// is taken away, one line says that the work was interrupted, and nothing else is printed.</summary>
internal sealed class Interruption : IDisposable
{
    private static Action? instead;
    private readonly PosixSignalRegistration[] registered;

    private Interruption(PosixSignalRegistration[] registered) => this.registered = registered;

    /// <summary>Listens until it is disposed.</summary>
    public static Interruption Listen() => new(
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, told => End(told, ExitCode.Interrupted)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, told => End(told, ExitCode.Terminated)),
    ]);

    /// <summary>What is done from now on when the user asks for the end, instead of ending at once: for a command that goes on until then.</summary>
    public static void Instead(Action end) => instead = end;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var signal in registered)
        {
            signal.Dispose();
        }
    }

    private static void End(PosixSignalContext told, int code)
    {
        told.Cancel = true;
        if (instead is { } end)
        {
            end();
            return;
        }

        AtomicFile.Stop();
        var error = StandardStream.Last(Terminal.Error);
        try
        {
            error.Write(Encoding.UTF8.GetBytes($"{Headway.Cleared}{LoadBar.Cleared}proviso: interrupted\n"));
        }
        catch (IOException)
        {
            // Nobody is there to read it.
        }

        Environment.Exit(code);
    }
}
