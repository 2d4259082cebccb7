using Proviso.Formats.Asking;

namespace Proviso.Cli.Input;

/// <summary>Finds which path somebody probably meant.</summary>
internal static class NearbyPath
{
    /// <summary>An existing path that differs from a missing one in its last part only, or null.</summary>
    public static string? Of(string missing)
    {
        try
        {
            var full = Path.TrimEndingDirectorySeparator(missing);
            var parent = Path.GetDirectoryName(full) ?? "";
            var names = new DirectoryInfo(parent.Length == 0 ? "." : parent).EnumerateFileSystemInfos()
                .Where(entry => entry is DirectoryInfo || entry.Name.EndsWith(InputReader.Ending, StringComparison.Ordinal))
                .Select(entry => entry.Name)
                .Order(StringComparer.Ordinal);
            var near = Nearby.Of(Path.GetFileName(full), names);
            return near is null ? null : Path.Combine(parent, near).Replace('\\', '/');
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
