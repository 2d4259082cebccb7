using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Proviso.Formats;
using Proviso.Formats.Workbench;
using Proviso.Language.Binding;
using Proviso.Language.Diagnostics;
using Proviso.Language.Text;
using Proviso.Server.Answering;

namespace Proviso.Server;

/// <summary>The answers about drafts: what is sent is understood, answered and forgotten.</summary>
internal static partial class DraftEndpoints
{
    private const int MostFiles = 40;
    private const int LongestPath = 120;

    public static void Map(WebApplication app)
    {
        var draft = app.MapGroup("/api/draft");
        Answer<DraftDocument>(draft, "", "draft", "What a draft says: what is wrong with it, or its verdicts on a day. Nothing is kept", given =>
        {
            var (texts, read, diagnostics, problem) = given.Understood();
            return DraftDocument.From(texts, read, diagnostics, problem, given.Day, given.View ?? [], given.File is null ? null : given.Text.Path);
        });
        Answer<FormattedDocument>(draft, "format", "draft format", "A file in the canonical form", given => FormattedDocument.Of(given.Text));
        Answer<CompletionDocument>(draft, "complete", "draft complete", "What may be written at an offset of a file", given =>
        {
            var (texts, read, _, _) = given.Understood();
            return CompletionDocument.At(texts, read, given.Text.Path, given.Offset ?? given.Text.Length);
        });
        Answer<HoverDocument>(draft, "hover", "draft hover", "What stands at an offset of a file, where it is declared and where it stands otherwise", given =>
        {
            var (texts, read, _, _) = given.Understood();
            return HoverDocument.At(texts, read, given.Text.Path, given.Offset ?? 0);
        });
    }

    private static void Answer<T>(RouteGroupBuilder group, string path, string name, string summary, Func<Given, T> answer)
        where T : notnull => group
        .MapPost(path, async (Drafted body, HttpContext context, Computing computing) =>
        {
            var given = Given.Of(body, body.Agreement is { Length: > 0 } agreement ? await AgreementEndpoints.Find(context, agreement) : null);
            context.Response.Headers.CacheControl = "no-store";
            await AgreementEndpoints.Answer(context, computing, name, () => answer(given));
        })
        .Describe<T>(name.Replace(' ', '-'), summary);

    /// <summary>A draft as it was sent, looked through.</summary>
    private sealed record Given(ImmutableArray<SourceText> Texts, string? File, int? Offset, Served? Agreement, int? Day, IReadOnlyList<string>? View)
    {
        /// <summary>The file that is asked about: the one named, or the first. Requires that it is among the files, which was looked at.</summary>
        public SourceText Text => Texts.FirstOrDefault(text => text.Path == File) ?? Texts[0];

        public static Given Of(Drafted body, Served? agreement)
        {
            var mistakes = new List<string>();
            var files = body.Files ?? [];
            if (files.Count is 0 or > MostFiles)
            {
                mistakes.Add(files.Count == 0 ? "`files` names no file" : $"there are {files.Count} files, and {MostFiles} are the most");
            }

            mistakes.AddRange(files.Where(file => file is not { Path: not null, Text: not null } || !IsPath(file.Path))
                .Select(file => $"`{file?.Path}` is no path of a file: names of letters, digits, blanks, hyphens, underscores and full stops, with `/` between them"));
            mistakes.AddRange(files.Where(file => file?.Path is not null).GroupBy(file => file.Path).Where(group => group.Count() > 1).Select(group => $"the file `{group.Key}` is given twice"));
            if (body.File is { } asked && !files.Any(file => file?.Path == asked))
            {
                mistakes.Add($"`file` names `{asked}`, which is not among the files");
            }

            int? day = null;
            if (body.On is { Length: > 0 } on)
            {
                day = Words.Day(on);
                mistakes.AddRange(day is null ? [$"`on` is `{on}`, and a day is written as `2023-09-19`"] : []);
            }

            if (mistakes.Count > 0)
            {
                throw new RefusedException("The draft cannot be looked at", mistakes);
            }

            return new([.. files.Select(file => SourceText.From(file.Path, file.Text))], body.File, body.Offset, agreement, day, body.View);
        }

        /// <summary>What the draft means: alone, or beside the other files of an agreement.</summary>
        public (ImmutableArray<SourceText> Texts, Case? Read, ImmutableArray<Diagnostic> Diagnostics, string? Problem) Understood()
        {
            if (Agreement is null)
            {
                var (alone, wrong) = DraftDocument.Understand(Texts);
                return (Texts, alone, wrong, null);
            }

            var read = Agreement.Read.Redrafted(Texts);
            return read.Texts.IsEmpty ? (Texts, null, read.Diagnostics, read.Problem) : (read.Texts, read.Case, read.Diagnostics, read.Problem);
        }

        private static bool IsPath(string path) => path.Length is > 0 and <= LongestPath && path.Split('/').All(part => Part().IsMatch(part) && part.Trim('.', ' ').Length > 0);
    }

    [GeneratedRegex(@"^[\p{L}\p{M}\p{Nd} ._-]+\z")]
    private static partial Regex Part();
}

/// <summary>A draft to be looked at.</summary>
/// <param name="File">The file that is asked about, by its path.</param>
/// <param name="Offset">The place in it, in UTF-16 units.</param>
/// <param name="Agreement">The agreement whose other files and outlines are taken where they are not given.</param>
/// <param name="On">The day asked about, as "2023-09-19"; the last one when absent.</param>
/// <param name="View">The views asked about; all when absent.</param>
/// <remarks>Each has a default: where the reader of JSON asks for every parameter that has none, as in the executable, these may be left out all the same.</remarks>
internal sealed record Drafted(IReadOnlyList<DraftedFile>? Files = null, string? File = null, int? Offset = null, string? Agreement = null, string? On = null, IReadOnlyList<string>? View = null);

/// <summary>A file of a draft.</summary>
internal sealed record DraftedFile(string Path, string Text);
