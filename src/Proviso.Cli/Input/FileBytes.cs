namespace Proviso.Cli.Input;

/// <summary>What came of reading one file.</summary>
/// <param name="Bytes">Its bytes, or null when they were not all read.</param>
/// <param name="TooBig">True when there are more than allowed; without bytes and not too big, the file did not answer in time.</param>
internal readonly record struct FileBytes(byte[]? Bytes, bool TooBig)
{
    /// <summary>How long a file of no stated length may take: a pipe nobody writes to has none, nor has an empty file, which
    /// answers at once.</summary>
    private static readonly TimeSpan emptyPatience = TimeSpan.FromSeconds(2);

    /// <summary>Reads a file that may be anything.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileBytes Read(string path, InputLimits limits)
    {
        var length = new FileInfo(path).Length;
        if (length > limits.FileBytes)
        {
            return new(null, TooBig: true);
        }

        // On a thread of its own, because opening a pipe waits for ever and nothing can call that off.
        var reading = Task.Factory.StartNew(() => ReadUpTo(path, limits.FileBytes), TaskCreationOptions.LongRunning);
        var patience = length == 0 && limits.Patience > emptyPatience ? emptyPatience : limits.Patience;
        return Task.WaitAny([reading], patience) == 0 ? reading.GetAwaiter().GetResult() : default;
    }

    private static FileBytes ReadUpTo(string path, int limit)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, read);
            if (content.Length > limit)
            {
                return new(null, TooBig: true);
            }
        }

        return new(content.ToArray(), TooBig: false);
    }
}
