namespace Proviso.Cli;

/// <summary>What the program tells the shell when it ends. The page <c>docs/commands.md</c> lists them for users.</summary>
internal static class ExitCode
{
    /// <summary>The command did what was asked, and nothing was found wrong.</summary>
    public const int Done = 0;

    /// <summary>The text has errors, an expectation is not met, or <c>format --check</c> found a file to format.</summary>
    public const int Wrong = 1;

    /// <summary>The command line was not understood; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>The input cannot be read: nothing there, no file of ours in it, no permission, too big.</summary>
    public const int NoInput = 66;

    /// <summary>A mistake of ours: an exception that nobody expected, or a build that failed.</summary>
    public const int Internal = 70;

    /// <summary>The answer, or a formatted file, cannot be written.</summary>
    public const int NoOutput = 74;

    /// <summary>The user ended the work (Ctrl-C, SIGINT): 128 and the signal's number.</summary>
    public const int Interrupted = 130;

    /// <summary>Somebody else ended the work (SIGTERM): 128 and the signal's number.</summary>
    public const int Terminated = 143;
}
