using System.Text;

namespace Proviso.Cli.Input;

/// <summary>The file that a page or a calendar is written to: a new one, or an older one of ours. Any other file that is there was made by somebody for something, and stays.</summary>
/// <param name="Sort">What is written: "page", "calendar".</param>
/// <param name="Mark">What every file of that sort of ours says near its beginning.</param>
internal sealed record PageFile(string Sort, string Mark)
{
    /// <summary>The page of <c>status --html</c>.</summary>
    public static PageFile StatusPage { get; } = new("page", Formats.Page.StatusPage.Mark);

    /// <summary>The calendar of <c>due --calendar</c>.</summary>
    public static PageFile Calendar { get; } = new("calendar", Formats.DueCalendar.Mark);

    /// <summary>How far into a file the mark is looked for.</summary>
    private const int Head = 1024;

    /// <summary>Why it cannot be written there, or null. Looked at before anything is computed.</summary>
    public Trouble? Refusal(string path)
    {
        var shown = path.Replace('\\', '/');
        try
        {
            var target = Path.GetFullPath(path);
            if (Directory.Exists(target))
            {
                return new(shown, "this is a folder", "Give the name of a file.");
            }

            if (!Directory.Exists(Path.GetDirectoryName(target)))
            {
                return new(shown, "there is no such folder", "Make it first.");
            }

            var file = new FileInfo(target);
            return file.LinkTarget is not null ? new(shown, "this is a symbolic link and was not followed", "Give the file it leads to.")
                : file.Exists && !IsOurs(target) ? new(shown, $"this is there already and is no {Sort} of ours, so it was left alone", "Give another name, or move it away first.")
                : null;
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            return new(shown, "you are not allowed to read what is there", "Ask its owner, or give another path.");
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            return new(shown, "this cannot be a path", "Give the name of a file.");
        }
    }

    /// <summary>Writes it, whole or not at all.</summary>
    /// <returns>Null when done, or what is the matter.</returns>
    public Trouble? Write(string path, ReadOnlySpan<byte> bytes) => Refusal(path) ?? AtomicFile.Put(path, path.Replace('\\', '/'), bytes);

    private bool IsOurs(string path)
    {
        var head = new byte[Head];
        using var file = File.OpenRead(path);
        var read = file.ReadAtLeast(head, Head, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(head.AsSpan(0, read)).Contains(Mark, StringComparison.Ordinal);
    }
}
