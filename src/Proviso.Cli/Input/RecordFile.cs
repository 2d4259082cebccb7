using Proviso.Formats.Bulk;

namespace Proviso.Cli.Input;

/// <summary>A file of a case that holds statements as records, which may be very many. It is read from the disk piece by piece.</summary>
/// <param name="DiskPath">Where it is.</param>
/// <param name="Shown">Its path as it is shown to people.</param>
internal sealed record RecordFile(string DiskPath, string Shown, RecordForm Form)
{
    /// <summary>The form of the records in a file of that name; null for a file that is none of records.</summary>
    public static RecordForm? FormOf(string name) => name.EndsWith(".reports.jsonl", StringComparison.Ordinal) ? RecordForm.Lines
        : name.EndsWith(".reports.csv", StringComparison.Ordinal) ? RecordForm.Table
        : null;

    /// <summary>How many bytes it has; 0 where that cannot be told.</summary>
    public long Length
    {
        get
        {
            var file = new FileInfo(DiskPath);
            return file.Exists ? file.Length : 0;
        }
    }

    /// <summary>Reads it, or says what is in the way.</summary>
    /// <param name="read">What reads it.</param>
    public Trouble? Read(Action<Stream> read)
    {
        try
        {
            // What states no length may be a pipe that nobody writes to.
            if (Length == 0)
            {
                var few = FileBytes.Read(DiskPath, InputLimits.Default);
                if (few.Bytes is not { } bytes)
                {
                    return new(Shown, "this does not answer", "If it is a pipe or a device, put a copy of its content in its place.");
                }

                read(new MemoryStream(bytes));
                return null;
            }

            var before = Stamp();
            using (var file = new FileStream(DiskPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan))
            {
                read(file);
            }

            return Stamp() == before ? null : new(Shown, "this changed while it was being read", "Run the command again when nothing else is writing to it.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return InputReader.Refused(Shown, refused, "file");
        }
    }

    private (long Length, DateTime Written) Stamp() => (Length, new FileInfo(DiskPath).LastWriteTimeUtc);
}
