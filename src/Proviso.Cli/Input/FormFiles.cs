using System.Collections.Immutable;
using Proviso.Formats.Messages;

namespace Proviso.Cli.Input;

/// <summary>Reads the forms of an agreement: the files that end in <c>.json</c> in the folder <c>forms</c> of its own.</summary>
internal static class FormFiles
{
    /// <summary>The folder in the folder of a case.</summary>
    public const string Folder = "forms";

    private const int MostFiles = 1_000;

    /// <summary>The forms in the order of their files' names, none where there is no such folder; or all that is wrong with them. A symbolic link is not followed.</summary>
    /// <param name="caseFolder">The folder of the case, as it was given.</param>
    public static (ImmutableArray<MessageForm> Forms, ImmutableArray<Trouble> Troubles) Read(string caseFolder)
    {
        var path = Path.Combine(caseFolder, Folder);
        var shown = path.Replace('\\', '/') is ['.', '/', .. var rest] ? rest : path.Replace('\\', '/');
        try
        {
            if (new FileInfo(path).LinkTarget is not null)
            {
                return ([], [new(shown, "this is a symbolic link and was not followed", "Put a copy of what it leads to in its place.")]);
            }

            return Directory.Exists(path) ? Read(new DirectoryInfo(path), shown) : ([], []);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return ([], [new(shown, "this folder cannot be read", "Ask its owner, or run as a user who may.")]);
        }
    }

    private static (ImmutableArray<MessageForm>, ImmutableArray<Trouble>) Read(DirectoryInfo folder, string shown)
    {
        var files = folder.EnumerateFiles("*.json").Where(file => !file.Name.StartsWith('.')).OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        if (files.Count > MostFiles)
        {
            return ([], [new(shown, $"there are {files.Count} forms, more than the {MostFiles} that are read", "Keep the forms of one agreement there.")]);
        }

        var forms = ImmutableArray.CreateBuilder<MessageForm>();
        var troubles = ImmutableArray.CreateBuilder<Trouble>();
        foreach (var file in files)
        {
            var name = $"{shown}/{file.Name}";
            if (file.LinkTarget is not null)
            {
                troubles.Add(new(name, "this is a symbolic link and was not followed", "Put a copy of what it leads to in its place."));
                continue;
            }

            var (given, trouble) = GivenFile.Read(Path.Combine(folder.ToString(), file.Name));
            if (given is null)
            {
                troubles.Add(trouble!);
                continue;
            }

            var (form, faults) = FormReader.Read(given, name);
            troubles.AddRange(faults.Select(fault => GivenFile.TroubleOf(name, fault)));
            if (form is not null)
            {
                forms.Add(form);
            }
        }

        troubles.AddRange(forms.GroupBy(form => form.Said).Where(group => group.Count() > 1)
            .Select(group => new Trouble(group.Last().File, $"{group.Key} is in {group.First().File} already", "Give the new one a version of its own.")));

        return (forms.DrainToImmutable(), troubles.DrainToImmutable());
    }
}
