using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Proviso.Cli.Commands;
using Proviso.Regions;
using Proviso.Server;

namespace Proviso.Cli.Input;

/// <summary>The agreements in the folders of a folder, each under the name of its own, or the one agreement in the folder itself.</summary>
/// <remarks>Folders are looked at again each time, so that one that is put there is seen. A folder whose name begins with a dot, or that is a link, is passed over, as the files in it are.</remarks>
internal sealed class AgreementFolders(string root, bool keepGood) : IAgreements
{
    /// <summary>A link is not followed, since it could lead anywhere; names that begin with a dot belong to other programs.</summary>
    private static readonly EnumerationOptions below = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden };

    private static readonly EnumerationOptions directly = new() { AttributesToSkip = below.AttributesToSkip };

    private readonly ConcurrentDictionary<string, string> paths = new(StringComparer.Ordinal);

    /// <summary>True when the folder is itself that of one agreement: it has files of ours directly in it.</summary>
    private bool IsOne => Directory.EnumerateFiles(root, "*" + InputReader.Ending, directly).Any();

    /// <summary>The names of agreements that cannot be shown under them, since their addresses lead elsewhere; in order.</summary>
    public IReadOnlyList<string> Unfit => [.. Found.Select(each => each.Name).Where(WorkbenchServer.Taken.Contains)];

    /// <inheritdoc/>
    public IReadOnlyList<string> Names => [.. Found.Where(each => !WorkbenchServer.Taken.Contains(each.Name)).Select(each => Known(each.Name, each.Path))];

    private IReadOnlyList<(string Name, string Path)> Found
    {
        get
        {
            try
            {
                return IsOne
                    ? [(new DirectoryInfo(root).Name, root)]
                    : [.. new DirectoryInfo(root).EnumerateDirectories("*", directly).Where(HasOurs).OrderBy(folder => folder.Name, StringComparer.Ordinal)
                        .Select(folder => (folder.Name, Path.Combine(root, folder.Name)))];
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                return [];
            }
        }
    }

    /// <inheritdoc/>
    public string? StampOf(string name)
    {
        if (!paths.TryGetValue(name, out var path))
        {
            return null;
        }

        try
        {
            var stamp = new StringBuilder();
            foreach (var file in new DirectoryInfo(path).EnumerateFiles("*", below).OrderBy(file => file.FullName, StringComparer.Ordinal))
            {
                stamp.Append(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(path, file.FullName)}\t{StampOf(file)}\n");
            }

            return stamp.ToString();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public AgreementRead Read(string name)
    {
        var path = paths[name];
        return InputReader.Read(path) switch
        {
            InputFiles input => Understood(path, Shown(path, input), []),
            Unreadable { Troubles: [var trouble, ..] } => Unreadable($"{Below(path, trouble.Path)}: {trouble.Message}"),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The input with paths that are told from the folder of the agreement on: where that is on the machine is nobody's business.</summary>
    private static InputFiles Shown(string path, InputFiles input) =>
        new([.. input.Files.Select(file => file with { Text = Language.Text.SourceText.FromBytes(Below(path, file.DiskPath), file.Bytes) })], input.LeftOut)
        {
            Records = [.. input.Records.Select(file => file with { Shown = Below(path, file.DiskPath) })],
        };

    private static string Below(string path, string inIt) => Path.GetRelativePath(path, inIt) is not "." and var below ? below.Replace('\\', '/') : "the folder";

    private AgreementRead Understood(string path, InputFiles input, IEnumerable<Language.Text.SourceText> more)
    {
        if (OpenedCase.Understand(path, input, keepGood, more, (_, _) => { }, out var trouble) is not { } opened)
        {
            return Unreadable($"{trouble!.Path}: {trouble.Message}");
        }

        var inRecords = !opened.KeepsGood && opened.Records is { Errors: > 0 } read ? $"{Printing.Count.Of(read.Errors, "error")} in the records; `proviso check` names them" : null;
        return new([.. input.Files.Select(file => file.Text)], opened.Case, opened.Diagnostics, inRecords)
        {
            Outline = new OutlineFiles(input).Read,
            With = text => Understood(path, input, more.Append(text)),
            Redrafted = texts => Understood(path, Redrafted(path, input, texts), []),
        };
    }

    /// <summary>The input with other texts. What one of them names is looked for where a file of the same folder is, and else in the agreement's own.</summary>
    private static InputFiles Redrafted(string path, InputFiles input, ImmutableArray<Language.Text.SourceText> texts)
    {
        string FolderOf(string shown) => Path.GetDirectoryName(shown) ?? "";
        var given = texts.Select(text => new InputFile(
            Path.Combine(
                Path.GetDirectoryName(input.Files.FirstOrDefault(file => FolderOf(file.Text.Path) == FolderOf(text.Path))?.DiskPath) ?? path,
                Path.GetFileName(text.Path)),
            [],
            text));
        var kept = input.Files.Where(file => !texts.Any(text => text.Path == file.Text.Path));
        return input with { Files = [.. kept.Concat(given).OrderBy(file => file.Text.Path, StringComparer.Ordinal)] };
    }

    private static AgreementRead Unreadable(string problem) => new([], null, [], problem)
    {
        Outline = _ => (OutlineRead?)null,
        With = _ => Unreadable(problem),
        Redrafted = _ => Unreadable(problem),
    };

    /// <summary>Another text when the file was written, or made readable or not; one that goes while it is looked at is told as gone.</summary>
    private static string StampOf(FileInfo file)
    {
        try
        {
            return string.Create(CultureInfo.InvariantCulture, $"{file.Length}\t{file.LastWriteTimeUtc.Ticks}\t{(int)file.UnixFileMode}");
        }
        catch (IOException)
        {
            return "gone";
        }
    }

    private static bool HasOurs(DirectoryInfo folder)
    {
        try
        {
            return folder.EnumerateFiles("*" + InputReader.Ending, below).Any();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string Known(string name, string path)
    {
        paths[name] = path;
        return name;
    }
}
