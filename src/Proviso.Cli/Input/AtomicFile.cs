namespace Proviso.Cli.Input;

/// <summary>Replaces a file whole: at every moment, also after a crash, its name leads to all of the old bytes or all of the new.</summary>
internal static class AtomicFile
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(10);
    private static readonly Lock writing = new();

    /// <summary>Waits for the file that is being written, if there is one, and lets no other be begun: the program is about to end.</summary>
    public static void Stop() => writing.TryEnter(patience);

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
                return new(shown, "this changed meanwhile and was left alone", "Run the command again.");
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
            return new(shown, "you are not allowed to write this file, or in its folder", "Ask its owner, or see the text with `--stdout`.");
        }
        catch (IOException refused)
        {
            return new(shown, $"this file cannot be written ({refused.Message.TrimEnd('.')})", "It is unchanged. Check the disk it is on.");
        }
    }

    /// <summary>Makes a file that is not there yet; one that is there by then is left alone.</summary>
    /// <returns>Null when done, or what is the matter.</returns>
    public static Trouble? Create(string path, string shown, ReadOnlySpan<byte> bytes) => Put(path, shown, bytes, mayReplace: false);

    /// <summary>Makes a file, in the place of one that may be there. A symbolic link is never followed.</summary>
    /// <returns>Null when done, or what is the matter.</returns>
    public static Trouble? Put(string path, string shown, ReadOnlySpan<byte> bytes) => Put(path, shown, bytes, mayReplace: true);

    private static Trouble? Put(string path, string shown, ReadOnlySpan<byte> bytes, bool mayReplace)
    {
        try
        {
            var target = Path.GetFullPath(path);
            if (Directory.Exists(target))
            {
                return new(shown, "this is a folder", "Give the name of a file.");
            }

            var file = new FileInfo(target);
            if (file.LinkTarget is not null)
            {
                return new(shown, "this is a symbolic link and was not followed", "Give the file it leads to.");
            }

            if (file.Exists && !mayReplace)
            {
                return new(shown, "this is there by now and was left alone", "Run the command again.");
            }

            if (file.Exists)
            {
                using (File.Open(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
                {
                }
            }

            Write(target, bytes, mayReplace);
            return null;
        }
        catch (DirectoryNotFoundException)
        {
            return new(shown, "there is no such folder", "Make it first.");
        }
        catch (IOException) when (!mayReplace && File.Exists(path))
        {
            return new(shown, "this is there by now and was left alone", "Run the command again.");
        }
        catch (UnauthorizedAccessException)
        {
            return new(shown, "you are not allowed to write this file, or in its folder", "Ask its owner, or give another path.");
        }
        catch (IOException refused)
        {
            return new(shown, $"this file cannot be written ({refused.Message.TrimEnd('.')})", "Nothing was changed. Check the disk it is on.");
        }
    }

    private static void Write(string target, ReadOnlySpan<byte> bytes, bool mayReplace = true)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Environment.ProcessId}.tmp");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        var mode = OperatingSystem.IsWindows() || !File.Exists(target) ? (UnixFileMode?)null : File.GetUnixFileMode(target);
        if (!OperatingSystem.IsWindows() && mode is not null)
        {
            options.UnixCreateMode = mode;
        }

        writing.Enter();
        try
        {
            using (var file = new FileStream(temporary, options))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && mode is { } kept)
            {
                // The mode given at creation is narrowed by the umask.
                File.SetUnixFileMode(temporary, kept);
            }

            File.Move(temporary, target, overwrite: mayReplace);
        }
        finally
        {
            File.Delete(temporary);
            writing.Exit();
        }
    }
}
