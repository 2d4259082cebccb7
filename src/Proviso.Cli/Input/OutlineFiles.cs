using Proviso.Formats.Outlines;
using Proviso.Language.Binding;
using Proviso.Regions;

namespace Proviso.Cli.Input;

/// <summary>Reads the outlines that a case names, from its own folder and below it only.</summary>
internal sealed class OutlineFiles(InputFiles input)
{
    /// <summary>The outline in a file, why it cannot be used, or null when there is no such file.</summary>
    public OutlineRead? Read(FileShape shape)
    {
        var naming = input.Files.First(file => file.Text.Path == shape.Span.File);
        var parts = shape.Path.Split('/');
        if (shape.Path.Contains('\\') || shape.Path.Contains('\0') || parts.Any(part => part.Length == 0 || part.Trim('.', ' ').Length == 0))
        {
            return null;
        }

        // Step by step, so that no link leads out of the folder.
        var path = Path.GetDirectoryName(Path.GetFullPath(naming.DiskPath))!;
        foreach (var part in parts)
        {
            path = Path.Combine(path, part);
            if (new FileInfo(path).LinkTarget is not null)
            {
                return new OutlineRefused("", "it is a symbolic link, or lies behind one", "Put a copy of what it leads to in its place.");
            }
        }

        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            var read = FileBytes.Read(path, InputLimits.Default);
            return read.Bytes is { } bytes ? GeoJson.Read(bytes)
                : read.TooBig ? new OutlineRefused("", "it is bigger than a file may be", "Simplify the outline; its margin is far greater than the steps between its corners.")
                : new OutlineRefused("", "it does not answer", "If it is a pipe or a device, put a copy of its content in its place.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new OutlineRefused("", "it cannot be read", "Ask its owner, or run as a user who may.");
        }
    }
}
