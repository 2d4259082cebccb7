namespace Proviso.Cli;

/// <summary>What the program tells the shell when it ends.</summary>
internal static class ExitCode
{
    /// <summary>The command did what was asked.</summary>
    public const int Done = 0;

    /// <summary>The command line was not understood; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>A mistake of ours: an exception that nobody expected, or a build that failed.</summary>
    public const int Internal = 70;
}
