using Proviso.Formats.Statements;

namespace Proviso.Cli.Input;

/// <summary>A file that is handed over for import: a table, JSON, a map, or a mapping.</summary>
internal static class GivenFile
{
    /// <summary>Reads it whole, or says what is in the way: nothing there, too big, no text, or changed meanwhile.</summary>
    public static (GivenBytes? Given, Trouble? Trouble) Read(string path)
    {
        var shown = path.Replace('\\', '/');
        try
        {
            if (Directory.Exists(path))
            {
                return (null, new(shown, "this is a folder", "Give one file."));
            }

            if (!File.Exists(path))
            {
                return (null, new(shown, "there is no such file", "Give the path of a file, from the folder you are in."));
            }

            var before = Stamp(path);
            var read = FileBytes.Read(path, InputLimits.Default);
            if (read.Bytes is not { } bytes)
            {
                return (null, read.TooBig
                    ? new(shown, $"this is bigger than the {InputLimits.Default.FileBytes >> 20} MiB that a file may have", "Import it in parts.")
                    : new(shown, "this does not answer", "If it is a pipe or a device, give a copy of its content."));
            }

            // A pipe states no length.
            if (Stamp(path) != before || (before.Length != 0 && bytes.Length != before.Length))
            {
                return (null, new(shown, "this changed while it was being read", "Run the command again when nothing else is writing to it."));
            }

            var (given, refused) = GivenBytes.Of(bytes);
            return given is not null ? (given, null) : (null, TroubleOf(shown, refused!));
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            return (null, new(shown, "this cannot be a path", "Give the path of a file."));
        }
        catch (UnauthorizedAccessException)
        {
            return (null, new(shown, "you are not allowed to read this file", "Ask its owner, or run as a user who may."));
        }
        catch (IOException refused)
        {
            return (null, new(shown, $"this file cannot be read ({refused.Message.TrimEnd('.')})", "Check the disk or the network it is on."));
        }
    }

    /// <summary>What is wrong with the whole of a file, told as other troubles are.</summary>
    public static Trouble TroubleOf(string shown, Fault fault)
    {
        var way = string.Join("; ", fault.Hints);
        return new(PlaceIn(shown, fault.Place), fault.Message, way.Length == 0 ? "Mend it, or leave it out." : $"{char.ToUpperInvariant(way[0])}{way[1..]}.");
    }

    /// <summary>"file:line:column".</summary>
    public static string PlaceIn(string shown, FilePlace place) => (place.Line, place.Column) switch
    {
        (0, _) => shown,
        (var line, 0) => FormattableString.Invariant($"{shown}:{line}"),
        var (line, column) => FormattableString.Invariant($"{shown}:{line}:{column}"),
    };

    private static (long Length, DateTime Written) Stamp(string path)
    {
        var file = new FileInfo(path);
        var target = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
        return target is { Exists: true } ? (target.Length, target.LastWriteTimeUtc) : default; // The standard input leads to no path.
    }
}
