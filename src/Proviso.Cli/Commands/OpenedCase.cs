using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Proviso.Cli.Input;
using Proviso.Cli.Printing;
using Proviso.Evaluation.Placing;
using Proviso.Formats.Bulk;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Diagnostics;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Cli.Commands;

/// <summary>A case as it was read from the disk and understood.</summary>
/// <param name="Path">As the user wrote it.</param>
/// <param name="Case">Null when there is no agreement in it.</param>
/// <param name="Diagnostics">Everything wrong with the texts, by file and place.</param>
internal sealed record OpenedCase(string Path, InputFiles Input, Case? Case, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The texts by their shown paths.</summary>
    public IReadOnlyDictionary<string, SourceText> Texts { get; } = Input.Files.ToDictionary(file => file.Text.Path, file => file.Text);

    /// <summary>What came of reading the records beside the texts; null where there are none, or the texts are not sound.</summary>
    public RecordsRead? Records { get; init; }

    /// <summary>True when the records that are right are used although others are wrong.</summary>
    public bool KeepsGood { get; init; }

    /// <summary>How many errors the text has, and the records where one of them is enough to refuse all.</summary>
    public long Errors => Diagnostics.Count(one => one.IsError) + (KeepsGood ? 0 : Records?.Errors ?? 0);

    /// <summary>How many warnings.</summary>
    public long Warnings => Diagnostics.Count(one => !one.IsError) + (Records?.Warnings ?? 0);

    /// <summary>Reads and understands the case at a path; says so when it cannot be read, and what was left out.</summary>
    /// <param name="keepGood">Whether records that are right are used although others are wrong.</param>
    public static bool TryRead(Screen screen, string path, bool keepGood, [NotNullWhen(true)] out OpenedCase? opened)
    {
        opened = InputOf(screen, path) is { } input ? Of(screen, path, input, keepGood, []) : null;
        if (opened is { KeepsGood: true, Records: { Errors: > 0 } read })
        {
            RecordText.PrintLeftOut(screen.Error, read);
        }

        return opened is not null;
    }

    /// <summary>The case with more texts beside its files, understood anew. Texts are not read again, but records are; null after saying so when that fails.</summary>
    public OpenedCase? With(Screen screen, IEnumerable<SourceText> more) => Of(screen, Path, Input, KeepsGood, more);

    private static OpenedCase? Of(Screen screen, string path, InputFiles input, bool keepGood, IEnumerable<SourceText> more)
    {
        using var bar = new LoadBar(screen.Error, input.Records.Sum(file => file.Length));
        var opened = Understand(path, input, keepGood, more, bar.Say, out var trouble);
        if (trouble is not null)
        {
            TroubleText.Print(screen.Error, trouble);
        }

        return opened;
    }

    /// <summary>Understands files that were read, with more texts beside them; null with what is in the way when records cannot be read.</summary>
    /// <param name="progress">Told how many records and bytes of them have been read.</param>
    public static OpenedCase? Understand(string path, InputFiles input, bool keepGood, IEnumerable<SourceText> more, Action<long, long> progress, out Trouble? trouble)
    {
        ImmutableArray<SyntaxTree> trees = [.. input.Files.Select(file => file.Text).Concat(more).Select(SyntaxTree.Parse)];
        var (bound, diagnostics, records) = Understood(trees, input.Records, keepGood, progress, out trouble);
        if (trouble is not null)
        {
            return null;
        }

        if (bound is { } read && !diagnostics.Any(one => one.IsError))
        {
            var (placed, wrong) = Ground.Place(read, new OutlineFiles(input).Read);
            bound = placed;
            diagnostics = [.. diagnostics.Concat(wrong).OrderBy(one => one.Span.File, StringComparer.Ordinal).ThenBy(one => one.Span.Start)];
        }

        // What else is said of a text in another encoding is about characters that are not there.
        var malformed = diagnostics.Where(one => one.Code == SyntaxCodes.NotUtf8).ToImmutableArray();
        return new(path, input, bound, malformed.IsEmpty ? diagnostics : malformed) { Records = records, KeepsGood = keepGood };
    }

    private static (Case? Case, ImmutableArray<Diagnostic> Diagnostics, RecordsRead? Records) Understood(
        ImmutableArray<SyntaxTree> trees, IReadOnlyList<RecordFile> files, bool keepGood, Action<long, long> progress, out Trouble? trouble)
    {
        trouble = null;
        if (files.Count == 0)
        {
            var compilation = Compilation.Of(trees);
            return (compilation.Case, compilation.Diagnostics, null);
        }

        var intake = Intake.Open(trees);
        if (!intake.IsSound)
        {
            return (null, Compilation.Joined(trees, intake.Unsound()), null);
        }

        var reader = new RecordReader(intake, read => progress(read.Records, read.Bytes));
        foreach (var file in files.OrderBy(file => file.Shown, StringComparer.Ordinal))
        {
            if ((trouble = file.Read(stream => reader.Read(stream, file.Shown, file.Form))) is not null)
            {
                return default;
            }
        }

        var closed = reader.Close(keepGood);
        return (closed.Case, Compilation.Joined(trees, closed.Diagnostics), closed);
    }

    /// <summary>The files at a path, or null after saying what is the matter.</summary>
    public static InputFiles? InputOf(Screen screen, string path)
    {
        var input = InputReader.Read(path);
        foreach (var trouble in input.LeftOut)
        {
            TroubleText.PrintLeftOut(screen.Error, trouble);
        }

        foreach (var trouble in (input as Unreadable)?.Troubles ?? [])
        {
            TroubleText.Print(screen.Error, trouble);
        }

        return input as InputFiles;
    }

    /// <summary>The case when its text has no errors; otherwise prints them and answers false: a text with errors does not say
    /// what it was meant to, so that no verdict can be read from it.</summary>
    public bool TrySound(Screen screen, [NotNullWhen(true)] out Case? sound)
    {
        sound = Errors == 0 ? Case : null;
        if (sound is not null)
        {
            return true;
        }

        var printer = new DiagnosticText(screen.Error, Texts);
        foreach (var diagnostic in Diagnostics.Where(one => one.IsError))
        {
            printer.Print(diagnostic);
        }

        if (!KeepsGood && Records is { Errors: > 0 } read)
        {
            RecordText.Print(screen.Error, read, errorsOnly: true);
            screen.Error.Text("proviso: ", $"{Count.Of(read.Errors, "error")} in the records, so there is no answer. `--keep-good` goes on without the records that have one.", indent: 9);
            return false;
        }

        screen.Error.Text("proviso: ", $"{Count.Of(Errors, "error")} in the text, so there is no answer. Mend the first one first.", indent: 9);
        return false;
    }
}
