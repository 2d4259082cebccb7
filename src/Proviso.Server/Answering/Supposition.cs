using System.Collections.Immutable;
using Proviso.Language.Binding;
using Proviso.Language.Diagnostics;
using Proviso.Language.Syntax;
using Proviso.Language.Text;
using Words = Proviso.Formats.Words;

namespace Proviso.Server.Answering;

/// <summary>Sentences supposed on top of what is on file.</summary>
/// <param name="Text">The sentences as a file, as they were given.</param>
/// <param name="Case">The case with them; null when they have errors.</param>
/// <param name="Diagnostics">What is wrong with them, by place.</param>
/// <param name="Problem">Why they cannot be supposed at all, in one sentence; else null.</param>
internal sealed record Supposition(SourceText Text, Case? Case, ImmutableArray<Diagnostic> Diagnostics, string? Problem)
{
    /// <summary>Understands sentences beside the texts of an agreement that can be judged.</summary>
    public static Supposition Of(Served served, string sentences)
    {
        var given = SourceText.From(Served.Supposed, sentences.EndsWith('\n') ? sentences : sentences + "\n");
        var parsed = SyntaxTree.Parse(given);
        var kinds = parsed.Root.Sentences;
        if (kinds.Any(each => each is not (ReportSentence or PositionSentence or SourcesSentence or UnknownSentence)))
        {
            return new(given, null, [], "Only reports and positions can be supposed; to try another wording, use a draft.");
        }

        // Nothing is added to what is not whole: the mistake would be told of a word that nobody wrote.
        if (parsed.Diagnostics.Any(one => one.IsError))
        {
            return new(given, null, parsed.Diagnostics, null);
        }

        // What does not say when it was said is known when the record ends, as if read on that day. The sentence comes last, so that the places told stay those given.
        var text = kinds.Any(each => each is SourcesSentence) ? given : SourceText.From(given.Path, $"{given.Content}sources read on {Words.Date(served.Case!.KnownThrough)}.\n");
        var read = served.Read.With(text);
        var own = read.Diagnostics.Where(one => one.Span.File == text.Path).ToImmutableArray();
        var others = read.Diagnostics.Any(one => one.IsError && one.Span.File != text.Path);
        return new(text, own.Any(one => one.IsError) || others ? null : read.Case, own, others && !own.Any(one => one.IsError) ? "What is on file has errors together with what is supposed." : null);
    }
}
