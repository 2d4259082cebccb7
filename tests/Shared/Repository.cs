namespace Proviso;

/// <summary>Where the repository is that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>Proviso.slnx</c>, found upward from the test's own folder.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>A path below the root, given with forward slashes.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Proviso.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No Proviso.slnx at or above {start}.");
    }
}
