using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Proviso.Cli.Input;
using Proviso.Cli.Printing;
using Proviso.Evaluation.Placing;
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

    /// <summary>How many errors the text has.</summary>
    public int Errors => Diagnostics.Count(one => one.IsError);

    /// <summary>How many warnings.</summary>
    public int Warnings => Diagnostics.Length - Errors;

    /// <summary>Reads and understands the case at a path; says so when it cannot be read, and what was left out.</summary>
    public static bool TryRead(Screen screen, string path, [NotNullWhen(true)] out OpenedCase? opened)
    {
        opened = InputOf(screen, path) is { } input ? Of(path, input) : null;
        return opened is not null;
    }

    /// <summary>The case with more texts beside its files, understood anew. Nothing is read again.</summary>
    public OpenedCase With(IEnumerable<SourceText> more) => Of(Path, Input, more);

    private static OpenedCase Of(string path, InputFiles input, IEnumerable<SourceText>? more = null)
    {
        var compilation = Compilation.Of(input.Files.Select(file => file.Text).Concat(more ?? []));
        if (compilation is { Case: { } read, HasErrors: false })
        {
            var (placed, wrong) = Ground.Place(read, new OutlineFiles(input).Read);
            compilation = compilation with
            {
                Case = placed,
                Diagnostics = [.. compilation.Diagnostics.Concat(wrong)
                    .OrderBy(one => one.Span.File, StringComparer.Ordinal).ThenBy(one => one.Span.Start)],
            };
        }

        // What else is said of a text in another encoding is about characters that are not there.
        var malformed = compilation.Diagnostics.Where(one => one.Code == SyntaxCodes.NotUtf8).ToImmutableArray();
        return new(path, input, compilation.Case, malformed.IsEmpty ? compilation.Diagnostics : malformed);
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

        screen.Error.Text("proviso: ", $"{Count.Of(Errors, "error")} in the text, so there is no answer. Mend the first one first.", indent: 9);
        return false;
    }
}
