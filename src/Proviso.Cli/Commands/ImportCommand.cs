using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Proviso.Cli.Input;
using Proviso.Cli.Printing;
using Proviso.Formats;
using Proviso.Formats.Messages;
using Proviso.Formats.Statements;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Cli.Commands;

/// <summary><c>proviso import</c>: reports and positions from other programs.</summary>
internal static class ImportCommand
{
    private const string Name = "proviso import";

    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Of(Screen screen)
    {
        var file = new Argument<string>("FILE") { Description = "A file in JSON, JSON Lines, CSV or GeoJSON." };
        var into = Given.One("--into", "PATH", "Needed: the file of a case that the sentences are added to. It is made if it is not there.");
        var folder = Given.One("--case", "FOLDER", "The folder of the case, if the file is in a folder below it.");
        var form = Given.One("--as", "FORM", $"{FileForms.All}; if left out, what the ending of FILE says.");
        var mapping = Given.One("--mapping", "MAP", "For CSV: a JSON file that says which column is which part.");
        var keepGood = new Option<bool>("--keep-good") { Description = "Add what is right although something is wrong. Otherwise all of it is refused." };
        var stdout = new Option<bool>("--stdout") { Description = "Change nothing; print the sentences that would be added." };
        var json = Given.Json();
        var command = new ExplainedCommand("import", "Adds reports and positions that another program wrote: JSON, JSON Lines, CSV, GeoJSON.")
        {
            Notes =
            [
                "Each statement becomes a sentence and is read together with the rest of the case, as if it had been written by hand. What is wrong is "
                    + "told with its line and column in FILE, and nothing is written unless `--keep-good` is given. The file of the case is replaced whole or not at all.",
                "JSON and JSON Lines may hold messages instead: notifications in a numbered form, which the folder `forms` of the case describes. docs/formats.md says how.",
            ],
            Examples =
            [
                new("proviso import more.jsonl --into agreements/inf-moratorium/more.proviso --stdout",
                    "Shows the sentences that a file of lines would add; without `--stdout` it adds them."),
                new("proviso import sightings.csv --mapping columns.json --keep-good \\\n--into agreements/inf-moratorium/more.proviso --stdout",
                    "The same for the rows of a table that are right, and names the others."),
            ],
            Arguments = { file },
            Options = { into, folder, form, mapping, keepGood, stdout, json },
        };
        command.SetAction(parsed => Run(screen, new(
            parsed.GetRequiredValue(file),
            parsed.GetValue(into),
            parsed.GetValue(folder),
            parsed.GetValue(form),
            parsed.GetValue(mapping),
            parsed.GetValue(keepGood),
            parsed.GetValue(stdout),
            parsed.GetValue(json))));
        return command;
    }

    private static int Run(Screen screen, Request request)
    {
        if (request.Into is null)
        {
            return CommandLine.Refuse(screen, ["`import` needs `--into PATH`: the file of a case that the sentences are added to"], Name);
        }

        if (request.Form is null && FileForms.OfPath(request.File) is null)
        {
            return CommandLine.Refuse(screen, [$"the ending of `{request.File}` does not tell its form; add `--as`: {FileForms.All}"], Name);
        }

        if ((request.Form is null ? FileForms.OfPath(request.File) : FileForms.Named(screen, request.Form, Name)) is not { } form)
        {
            return ExitCode.Usage;
        }

        if (request.Mapping is not null && form != FileForm.Csv)
        {
            return CommandLine.Refuse(screen, ["`--mapping` is for CSV; the other forms name their parts themselves"], Name);
        }

        var (target, trouble) = ImportTarget.Of(request.Into, request.Folder);
        if (target is null)
        {
            TroubleText.Print(screen.Error, trouble!);
            return ExitCode.NoInput;
        }

        using var turn = FolderTurn.Take(target.Folder);
        if (turn is null)
        {
            TroubleText.Print(screen.Error, new(target.Shown, "another import into this folder is taking its time", "Run the command again when it has ended."));
            return ExitCode.NoOutput;
        }

        if (!OpenedCase.TryRead(screen, target.Folder, keepGood: false, out var opened))
        {
            return ExitCode.NoInput;
        }

        if (!opened.TrySound(screen, out var sound))
        {
            return ExitCode.Wrong;
        }

        return Read(screen, request, form, opened, sound) is { } read ? Add(screen, request, target, opened, Warned(read, sound)) : ExitCode.NoInput;
    }

    private static StatementsRead? Read(Screen screen, Request request, FileForm form, OpenedCase opened, Case sound)
    {
        Mapping? mapping = null;
        if (request.Mapping is not null)
        {
            if (Text(screen, request.Mapping) is not { } rules)
            {
                return null;
            }

            (mapping, var wrong) = Mapping.Read(rules);
            if (wrong is not null)
            {
                TroubleText.Print(screen.Error, GivenFile.TroubleOf(request.Mapping, wrong));
                return null;
            }
        }

        return Text(screen, request.File) is not { } given ? null : form switch
        {
            FileForm.Json or FileForm.JsonLines when MessageStatements.AreIn(given) => Messages(screen, request, given, form == FileForm.JsonLines, opened, sound),
            FileForm.Json => StatementJsonReader.Document(given),
            FileForm.JsonLines => StatementJsonReader.Lines(given),
            FileForm.Csv => StatementTable.Read(given, mapping),
            FileForm.GeoJson => StatementMap.Read(given, PlacePoints.Of(sound)),
            _ => throw new System.Diagnostics.UnreachableException($"form {form}"),
        };
    }

    private static StatementsRead? Messages(Screen screen, Request request, GivenBytes given, bool isLines, OpenedCase opened, Case sound)
    {
        var (forms, troubles) = FormFiles.Read(opened.Path);
        foreach (var trouble in troubles)
        {
            TroubleText.Print(screen.Error, trouble);
        }

        return troubles.IsEmpty
            ? MessageStatements.Read(given, isLines, Path.GetFileName(request.File.Replace('\\', '/')), forms, sound.Agreement, opened.Input.Files.Select(file => file.Text))
            : null;
    }

    private static GivenBytes? Text(Screen screen, string path)
    {
        var (given, trouble) = GivenFile.Read(path);
        if (trouble is not null)
        {
            TroubleText.Print(screen.Error, trouble);
        }

        return given;
    }

    private static StatementsRead Warned(StatementsRead read, Case sound) => read.Agreement is { } named && named != sound.Agreement.Name
        ? read with { Faults = read.Faults.Insert(0, Fault.Warning(default, $"these statements say that they are about the agreement `{named}`, and this is `{sound.Agreement.Name}`")) }
        : read;

    private static int Add(Screen screen, Request request, ImportTarget target, OpenedCase opened, StatementsRead read)
    {
        var existing = opened.Input.Files.FirstOrDefault(file => file.Text.Path == target.Shown);
        if (existing is null && Path.Exists(target.DiskPath))
        {
            TroubleText.Print(screen.Error, new(target.Shown, "this is there, but is not read as a file of the case", "Give another name that ends in `.proviso`."));
            return ExitCode.NoOutput;
        }

        ImmutableArray<SourceText> others = [.. opened.Input.Files.Where(file => file != existing).Select(file => file.Text)];
        var imported = Import.Of(read, others, existing?.Text ?? SourceText.From(target.Shown, ""), request.KeepGood);
        if (!request.Json)
        {
            ImportText.PrintFaults(screen.Error, request.File, imported.Faults);
        }

        var isWritten = false;
        if (imported.Text is { } text && !request.Stdout)
        {
            var bytes = utf8.GetBytes(text);
            var trouble = bytes.Length > InputLimits.Default.FileBytes ? new Trouble(target.Shown, "with these statements this file would be bigger than a file may be", "Import into another file.")
                : existing is null ? AtomicFile.Create(target.DiskPath, target.Shown, bytes)
                : AtomicFile.Replace(existing.DiskPath, target.Shown, existing.Bytes, bytes);
            if (trouble is not null)
            {
                TroubleText.Print(screen.Error, trouble);
                return ExitCode.NoOutput;
            }

            isWritten = true;
        }

        if (request.Json)
        {
            screen.Output.Raw.Write(JsonText.Of(ImportDocument.From(request.File.Replace('\\', '/'), target.Shown, isWritten, imported)));
        }
        else if (request.Stdout)
        {
            screen.Output.Raw.Write(imported.Sentences);
        }
        else
        {
            ImportText.PrintResult(screen, target.Shown, imported, isWritten, request.KeepGood);
        }

        return imported.Errors > 0 ? ExitCode.Wrong : ExitCode.Done;
    }

    /// <summary>What was given on the command line.</summary>
    private sealed record Request(string File, string? Into, string? Folder, string? Form, string? Mapping, bool KeepGood, bool Stdout, bool Json);
}
