using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Proviso.Cli.Input;
using Proviso.Cli.Printing;
using Proviso.Formats.Statements;
using Proviso.Language.Binding;
using Proviso.Language.Syntax;

namespace Proviso.Cli.Commands;

/// <summary><c>proviso export</c>: reports and positions for other programs.</summary>
internal static class ExportCommand
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Of(Screen screen)
    {
        var path = Given.Path();
        var form = Given.One("--as", "FORM", $"{FileForms.All}; if left out, what the ending of `--out` says, or `json`.");
        var output = Given.One("--out", "FILE", "Write there, whole or not at all, and not to the standard output.");
        var command = new ExplainedCommand("export", "Writes reports and positions for other programs: JSON, JSON Lines, CSV, GeoJSON.")
        {
            Notes =
            [
                "Each report, each position and each day on which sources were read becomes one statement whose parts have the words of the language. "
                    + "`proviso import` makes the same sentences of them again. Comments stay behind. GeoJSON has the statements whose place has coordinates.",
            ],
            Examples =
            [
                new("proviso export agreements/inf-moratorium --as jsonl", "A statement a line."),
                new("proviso export agreements/inf-moratorium --as csv --out reports.csv", "A table that a spreadsheet opens."),
            ],
            Arguments = { path },
            Options = { form, output },
        };
        command.SetAction(parsed =>
            Asked(screen, parsed.GetValue(form), parsed.GetValue(output)) is { } asked
                ? Run(screen, parsed.GetRequiredValue(path), asked, parsed.GetValue(output))
                : ExitCode.Usage);
        return command;
    }

    private static FileForm? Asked(Screen screen, string? form, string? output) => form is not null
        ? FileForms.Named(screen, form, "proviso export")
        : (output is null ? null : FileForms.OfPath(output)) ?? FileForm.Json;

    private static int Run(Screen screen, string path, FileForm form, string? output)
    {
        if (!OpenedCase.TryRead(screen, path, keepGood: false, out var opened))
        {
            return ExitCode.NoInput;
        }

        if (!opened.TrySound(screen, out var sound))
        {
            return ExitCode.Wrong;
        }

        if (opened.Input.Records.Count > 0)
        {
            screen.Error.Text("note: ", $"{Count.Of(opened.Input.Records.Count, "file")} of records not exported: what is in them has that form already", indent: 6);
        }

        var statements = Statements(opened);
        NoteDays(screen, statements);
        var text = Text(screen, sound, statements, form);
        if (output is null)
        {
            screen.Output.Raw.Write(text);
            return ExitCode.Done;
        }

        if (AtomicFile.Put(output, output.Replace('\\', '/'), utf8.GetBytes(text)) is { } trouble)
        {
            TroubleText.Print(screen.Error, trouble);
            return ExitCode.NoOutput;
        }

        screen.Output.Line($"wrote {Visible.Of(output)}");
        return ExitCode.Done;
    }

    private static ImmutableArray<Statement> Statements(OpenedCase opened)
    {
        var folder = opened.Path.Replace('\\', '/').TrimEnd('/') + "/";
        return
        [
            .. from file in opened.Input.Files
               let shown = file.Text.Path.StartsWith(folder, StringComparison.Ordinal) ? file.Text.Path[folder.Length..] : file.Text.Path
               from sentence in SyntaxTree.Parse(file.Text).Root.Sentences
               let statement = StatementOf.Sentence(sentence, shown)
               where statement is not null
               select statement,
        ];
    }

    private static string Text(Screen screen, Case sound, ImmutableArray<Statement> statements, FileForm form)
    {
        var name = sound.Agreement.Name;
        switch (form)
        {
            case FileForm.Json:
                return StatementJson.Document(name, statements);
            case FileForm.JsonLines:
                return StatementJson.Lines(name, statements);
            case FileForm.Csv:
                return StatementTable.Write(statements);
            case FileForm.GeoJson:
                var (text, left) = StatementMap.Write(name, [.. statements.Select(statement => Dated(statement, statements))], PlacePoints.Of(sound));
                if (left > 0)
                {
                    screen.Error.Text("note: ", $"{Count.Of(left, "statement")} without a place that has coordinates: not on the map", indent: 6);
                }

                return text;
            default:
                throw new System.Diagnostics.UnreachableException($"form {form}");
        }
    }

    /// <summary>A map has no place for the day on which the sources of a file were read, so each report that needs it takes it along.</summary>
    private static Statement Dated(Statement statement, ImmutableArray<Statement> statements) =>
        statement.Sort == "report" && !statement.Has(PartNames.Said) && !statement.Has(PartNames.Read)
            && statements.FirstOrDefault(other => other.Has(PartNames.ReadOn) && other.TextOf(PartNames.File) == statement.TextOf(PartNames.File))?.TextOf(PartNames.ReadOn) is { } day
            ? statement with { Parts = statement.Parts.Add(new(PartNames.Read, new TextValue(day), default)) }
            : statement;

    /// <summary>A report that does not say when it was said counts from the day on which its file's sources were read.</summary>
    private static void NoteDays(Screen screen, ImmutableArray<Statement> statements)
    {
        var days = statements.GroupBy(statement => statement.TextOf(PartNames.File), StringComparer.Ordinal)
            .Select(file => file.FirstOrDefault(statement => statement.Has(PartNames.ReadOn))?.TextOf(PartNames.ReadOn)).Distinct().Count();
        if (days > 1)
        {
            screen.Error.Text(
                "note: ", "the files state different days on which their sources were read; import what each `file` holds into a file of its own", indent: 6);
        }
    }
}

/// <summary>Where the places of a case are.</summary>
internal static class PlacePoints
{
    /// <summary>The sites that have coordinates, by name.</summary>
    public static ImmutableDictionary<string, PlacePoint> Of(Case sound) => sound.Agreement.Places.OfType<Site>()
        .Where(site => site.At is not null)
        .ToImmutableDictionary(site => site.Name, site => new PlacePoint(site.At!.Latitude, site.At.Longitude), StringComparer.Ordinal);
}
