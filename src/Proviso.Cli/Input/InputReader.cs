using Proviso.Language.Text;

namespace Proviso.Cli.Input;

/// <summary>Reads the files of a case: one <c>*.proviso</c> file, or all of them in a folder and below it, and finds the files of records beside them.</summary>
/// <remarks>
/// A case with a part missing gives other verdicts, so one file that cannot be read stops the reading; everything that
/// stands in the way is told at once. A symbolic link below the folder is never followed: it could lead anywhere, and what it
/// leads to inside the folder is read under its own name. Names that begin with a dot belong to other programs and are passed over.
/// </remarks>
internal sealed class InputReader
{
    /// <summary>The ending of our files.</summary>
    public const string Ending = ".proviso";

    private readonly List<InputFile> files = [];
    private readonly List<RecordFile> records = [];
    private readonly List<Trouble> leftOut = [];
    private readonly List<Trouble> troubles = [];
    private readonly InputLimits limits;
    private int seen;
    private long bytes;

    private InputReader(InputLimits limits) => this.limits = limits;

    /// <summary>Reads what is at a path as the user wrote it.</summary>
    public static Input Read(string path) => Read(path, InputLimits.Default);

    /// <summary>Reads what is at a path within the given limits.</summary>
    public static Input Read(string path, InputLimits limits)
    {
        var reader = new InputReader(limits);
        reader.ReadRoot(path);
        return reader.troubles.Count > 0
            ? new Unreadable(reader.troubles, reader.leftOut)
            : new InputFiles(reader.files, reader.leftOut) { Records = reader.records };
    }

    private void ReadRoot(string path)
    {
        var shown = path.Replace('\\', '/');
        if (path.Length == 0)
        {
            troubles.Add(new("(nothing)", "an empty path leads nowhere", "Give a folder, or a file in it; `.` is the folder you are in."));
            return;
        }

        try
        {
            if (Directory.Exists(path))
            {
                ReadFolder(new DirectoryInfo(path), shown is "." or "./" ? "" : shown.TrimEnd('/') + "/");
                if (files.Count == 0 && troubles.Count == 0)
                {
                    troubles.Add(NothingOfOurs(shown));
                }
            }
            else if (!File.Exists(path) || IsBrokenLink(path))
            {
                troubles.Add(Nothing(path, shown));
            }
            else if (!path.EndsWith(Ending, StringComparison.Ordinal))
            {
                troubles.Add(new(shown, $"this is not a `{Ending}` file", $"Give a folder, or a file whose name ends in `{Ending}`."));
            }
            else
            {
                ReadFile(new FileInfo(path), shown);
            }
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            troubles.Add(new(shown, "this cannot be a path", "Give a folder, or a file in it."));
        }
    }

    private void ReadFolder(DirectoryInfo folder, string prefix)
    {
        List<FileSystemInfo> entries;
        try
        {
            entries = [.. folder.EnumerateFileSystemInfos()];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            troubles.Add(Refused(prefix.Length == 0 ? "." : prefix, refused, "folder"));
            return;
        }

        // A folder sorts as its files do, so that the order is that of whole paths.
        foreach (var entry in entries.OrderBy(entry => entry is DirectoryInfo ? entry.Name + "/" : entry.Name, StringComparer.Ordinal))
        {
            if (!entry.Name.StartsWith('.') && !ReadEntry(entry, prefix + entry.Name))
            {
                return;
            }
        }
    }

    /// <returns>False when the case is too big to go on.</returns>
    private bool ReadEntry(FileSystemInfo entry, string shown)
    {
        if (entry.LinkTarget is not null)
        {
            if (IsOurs(entry.Name) || RecordFile.FormOf(entry.Name) is not null || entry is DirectoryInfo)
            {
                leftOut.Add(new(shown, "this is a symbolic link and was not followed",
                    "If what it leads to belongs to the case, put a copy here."));
            }
        }
        else if (entry is DirectoryInfo below)
        {
            ReadFolder(below, shown + "/");
        }
        else if (IsOurs(entry.Name))
        {
            if (++seen > limits.Files)
            {
                troubles.Add(new(shown, $"this is one file more than the {limits.Files} that a case may have", "Give the folder of one agreement."));
                return false;
            }

            ReadFile(new FileInfo(entry.FullName), shown);
        }
        else if (RecordFile.FormOf(entry.Name) is { } form)
        {
            if (++seen > limits.Files)
            {
                troubles.Add(new(shown, $"this is one file more than the {limits.Files} that a case may have", "Give the folder of one agreement."));
                return false;
            }

            records.Add(new(entry.FullName, shown, form));
        }
        else if (entry.Name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
        {
            leftOut.Add(new(shown, "this was not read, because of the capitals in its ending", $"Rename it to end in `{Ending}`."));
        }

        return bytes <= limits.CaseBytes;
    }

    private void ReadFile(FileInfo file, string shown)
    {
        try
        {
            var read = FileBytes.Read(file.FullName, limits);
            if (read.TooBig)
            {
                troubles.Add(new(shown, $"this is bigger than the {limits.FileBytes >> 20} MiB that a file may have", "Spread its sentences over several files."));
            }
            else if (read.Bytes is not { } content)
            {
                troubles.Add(new(shown, "this does not answer", "If it is a pipe or a device, put a copy of its content in its place."));
            }
            else if ((bytes += content.Length) > limits.CaseBytes)
            {
                troubles.Add(new(shown, $"with this file the case is bigger than {limits.CaseBytes >> 20} MiB", "Give the folder of one agreement."));
            }
            else
            {
                files.Add(new(file.FullName, content, SourceText.FromBytes(shown, content)));
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            troubles.Add(Refused(shown, refused, "file"));
        }
    }

    private static bool IsOurs(string name) => name.EndsWith(Ending, StringComparison.Ordinal);

    /// <summary>What is the matter with something that cannot be read.</summary>
    public static Trouble Refused(string shown, Exception refused, string what) => refused switch
    {
        UnauthorizedAccessException => new(shown, $"you are not allowed to read this {what}", "Ask its owner, or run as a user who may."),
        FileNotFoundException or DirectoryNotFoundException when shown.Contains('\uFFFD') =>
            new(shown, $"the name of this {what} is not UTF-8", "Rename it."),
        FileNotFoundException or DirectoryNotFoundException =>
            new(shown, $"this {what} was here a moment ago and is gone", "Run the command again when nothing else is changing the folder."),
        _ => new(shown, $"this {what} cannot be read ({refused.Message.TrimEnd('.')})", "Check the disk or the network it is on."),
    };

    private static Trouble Nothing(string path, string shown)
    {
        var link = new FileInfo(path).LinkTarget;
        if (link is not null)
        {
            return new(shown, $"this is a symbolic link to `{link}`, and nothing is there", "Mend the link, or give another path.");
        }

        var near = NearbyPath.Of(path);
        return new(shown, "there is no such file or folder", near is null
            ? "Give the folder of an agreement, or a file in it."
            : $"Did you mean `{near}`?");
    }

    private static bool IsBrokenLink(string path) =>
        new FileInfo(path) is { LinkTarget: not null } link && link.ResolveLinkTarget(returnFinalTarget: true) is not { Exists: true };

    private Trouble NothingOfOurs(string shown) => new(
        shown,
        $"there is no `{Ending}` file in this folder or below it" + (leftOut.Count == 0 ? "" : ", apart from what was left out"),
        $"Give the folder of an agreement; its files end in `{Ending}`.");
}

/// <summary>How much a case may hold. Beyond it a wrong path was given, or somebody wants the program to choke.</summary>
internal sealed record InputLimits(int FileBytes, long CaseBytes, int Files, TimeSpan Patience)
{
    /// <summary>64 MiB a file, 256 MiB and 10,000 files a case, ten seconds for a file to answer.</summary>
    public static InputLimits Default { get; } = new(64 << 20, 256L << 20, 10_000, TimeSpan.FromSeconds(10));
}
