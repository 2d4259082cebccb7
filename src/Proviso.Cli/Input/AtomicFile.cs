namespace Proviso.Cli.Input;

/// <summary>Replaces a file whole: at every moment, also after a crash, its name leads to all of the old bytes or all of the new.</summary>
internal static class AtomicFile
{
    /// <summary>Writes new bytes beside the file, puts them on the disk, and then in the file's place. The file keeps its
    /// mode; a symbolic link keeps leading to it. Nothing is changed when anything fails.</summary>
    /// <param name="expected">What the file held when it was read; when it holds something else by now, it is left alone.</param>
    /// <returns>Null when done, or what is the matter.</returns>
    public static Trouble? Replace(string path, string shown, ReadOnlySpan<byte> expected, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            if (!File.ReadAllBytes(target).AsSpan().SequenceEqual(expected))
            {
                return new(shown, "this changed while it was being formatted and was left alone", "Run the command again.");
            }

            // Renaming over a file needs no right to write to it; who protected it meant it to stay.
            using (File.Open(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            {
            }

            Write(target, bytes);
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return new(shown, "you are not allowed to write this file, or in its folder", "Ask its owner, or see the formatted text with `--stdout`.");
        }
        catch (IOException refused)
        {
            return new(shown, $"this file cannot be written ({refused.Message.TrimEnd('.')})", "It is unchanged. Check the disk it is on.");
        }
    }

    private static void Write(string target, ReadOnlySpan<byte> bytes)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Environment.ProcessId}.tmp");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File.GetUnixFileMode(target);
        }

        try
        {
            using (var file = new FileStream(temporary, options))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows())
            {
                // The mode given at creation is narrowed by the umask.
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            }

            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
