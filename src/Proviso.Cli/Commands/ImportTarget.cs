using Proviso.Cli.Input;

namespace Proviso.Cli.Commands;

/// <summary>The file of a case that sentences are added to.</summary>
/// <param name="Folder">The folder of the case, as it is read.</param>
/// <param name="DiskPath">The file.</param>
/// <param name="Shown">Its path as the case shows it.</param>
internal sealed record ImportTarget(string Folder, string DiskPath, string Shown)
{
    /// <summary>The file at a path, or why nothing is written there: it is not in the folder, a link leads away from it, or its name is not one of
    /// ours.</summary>
    /// <param name="folder">The folder of the case; null for the folder of the file.</param>
    public static (ImportTarget? Target, Trouble? Trouble) Of(string into, string? folder)
    {
        var shown = into.Replace('\\', '/');
        try
        {
            var disk = Path.GetFullPath(into);
            folder ??= Path.GetDirectoryName(into) is { Length: > 0 } above ? above : ".";
            var root = Path.GetFullPath(folder);
            var relative = Path.GetRelativePath(root, disk).Replace('\\', '/');
            var steps = relative.Split('/');
            if (steps[0] == ".." || Path.IsPathRooted(relative))
            {
                return (null, new(shown, $"this is not in the folder `{folder}`", "Give a file in the folder of the case."));
            }

            if (!into.EndsWith(InputReader.Ending, StringComparison.Ordinal) || steps.Any(step => step.StartsWith('.')))
            {
                return (null, new(shown, "a case would not read a file of this name", $"Give a name that ends in `{InputReader.Ending}`; no part of it begins with a dot."));
            }

            var path = root;
            foreach (var step in steps)
            {
                path = Path.Combine(path, step);
                if (new FileInfo(path).LinkTarget is not null)
                {
                    return (null, new(shown, "this is a symbolic link, or lies behind one, and was not followed", "Give the path of the file itself."));
                }
            }

            if (!Directory.Exists(Path.GetDirectoryName(disk)))
            {
                return (null, new(shown, "there is no such folder", "Make it first; the agreement is in it."));
            }

            var prefix = folder.Replace('\\', '/') is "." or "./" ? "" : folder.Replace('\\', '/').TrimEnd('/') + "/";
            return (new(folder, disk, prefix + relative), null);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException or IOException or UnauthorizedAccessException)
        {
            return (null, new(shown, "this cannot be a path to write to", "Give a file in the folder of a case."));
        }
    }
}
