using System.Collections.Immutable;
using System.Text;
using Proviso.Language;
using Proviso.Language.Diagnostics;
using Proviso.Language.Formatting;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Formats.Statements;

/// <summary>What came of adding statements to a file of a case.</summary>
/// <param name="Text">The file with them, or null when nothing is to be written: something is wrong and only the whole was wanted, or nothing is left
/// to add.</param>
/// <param name="Sentences">The sentences that were added, as they stand in the file.</param>
/// <param name="Added">The statements they make.</param>
/// <param name="Faults">What is wrong with the others, and what to know of those added; in the order of the file.</param>
public sealed record Imported(string? Text, string Sentences, ImmutableArray<Statement> Added, ImmutableArray<Fault> Faults)
{
    /// <summary>True when the file as a whole cannot be read, so that there is no good part to keep.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>How many faults are errors: each left a statement out.</summary>
    public int Errors => Faults.Count(fault => fault.IsError);
}

/// <summary>Adds statements to a case. Each becomes a sentence that goes through the ordinary lexer, parser and binder together with the rest of the
/// case, so that nothing enters that could not have been written by hand.</summary>
public static class Import
{
    /// <summary>Rounds in which statements fall because those they speak of fell, at most.</summary>
    private const int MostRounds = 50;

    /// <summary>Adds what was read to a file.</summary>
    /// <param name="others">The other files of the case. Requires them and <paramref name="into"/> together to have no error.</param>
    /// <param name="into">The file as it is; empty for a new one.</param>
    /// <param name="keepGood">Whether the good statements are added when others are bad.</param>
    public static Imported Of(StatementsRead read, ImmutableArray<SourceText> others, SourceText into, bool keepGood)
    {
        var faults = read.Faults.ToBuilder();
        if (read.Refused is { } refused)
        {
            return new(null, "", [], [.. read.Faults, refused]) { IsUnreadable = true };
        }

        var drafts = Drafts(read.Statements, into, faults);
        for (var round = 0; drafts.Count > 0; round++)
        {
            var before = drafts.Count;
            var warnings = Bind(drafts, others, into, faults);
            if (drafts.Count == before)
            {
                faults.AddRange(warnings);
                break;
            }

            if (round == MostRounds)
            {
                faults.Add(Fault.Error(default, "too many statements lean on others that are wrong; nothing was added"));
                drafts.Clear();
            }
        }

        ImmutableArray<Fault> sorted = [.. faults.OrderBy(fault => fault.Place.Line).ThenBy(fault => fault.Place.Column)];
        if (drafts.Count == 0 || (!keepGood && sorted.Any(fault => fault.IsError)))
        {
            return new(null, "", [], sorted);
        }

        var sentences = Formatter.Format(SyntaxTree.Parse(string.Concat(drafts.Select(draft => draft.Text))));
        return new(With(into.Content, sentences), sentences, [.. drafts.Select(draft => draft.Statement)], sorted);
    }

    private static List<Draft> Drafts(ImmutableArray<Statement> statements, SourceText into, ImmutableArray<Fault>.Builder faults)
    {
        var drafts = new List<Draft>(statements.Length);
        var fallen = new HashSet<string>(StringComparer.Ordinal);
        var day = SyntaxTree.Parse(into).Root.Sentences.OfType<SourcesSentence>().FirstOrDefault()?.Date.Text;
        foreach (var statement in statements)
        {
            var (draft, wrong) = Draft.Of(statement);
            faults.AddRange(draft is null ? wrong.Select(fault => Labelled(fault, statement)) : []); // Warnings come again when it is bound.
            if (draft?.Statement.TextOf(PartNames.ReadOn) is { } readOn)
            {
                if (readOn == day)
                {
                    continue; // The file says so already.
                }

                day ??= readOn;
            }

            if (draft is not null)
            {
                drafts.Add(draft);
            }
            else if (statement.Origin is { } origin)
            {
                fallen.Add(origin.Key);
            }
        }

        drafts.RemoveAll(draft => draft.Statement.Origin is { } origin && fallen.Contains(origin.Key));
        return drafts;
    }

    /// <summary>A fault of a statement that came in a message says which, and where words are from that are not the message's own.</summary>
    private static Fault Labelled(Fault fault, Statement statement) => statement.Origin is not { } origin ? fault : fault with
    {
        Message = $"message `{origin.Number}`: {fault.Message}",
        Hints = fault.Place == statement.Place ? fault.Hints.Add($"the words are those of the form, in {origin.FormFile}") : fault.Hints,
    };

    /// <summary>Binds the drafts with the case, takes out those that are wrong and notes why.</summary>
    /// <returns>What to know of the drafts when none is wrong.</returns>
    private static List<Fault> Bind(List<Draft> drafts, ImmutableArray<SourceText> others, SourceText into, ImmutableArray<Fault>.Builder faults)
    {
        var text = new StringBuilder(Ended(into.Content));
        var starts = new int[drafts.Count];
        for (var at = 0; at < drafts.Count; at++)
        {
            starts[at] = text.Length;
            text.Append(drafts[at].Text);
        }

        var compilation = Compilation.Of([.. others, SourceText.From(into.Path, text.ToString())]);
        var wrong = new HashSet<int>();
        var warnings = new List<Fault>();
        foreach (var diagnostic in compilation.Diagnostics)
        {
            if (Owner(diagnostic, into.Path, starts) is not var (owner, place))
            {
                if (diagnostic.IsError)
                {
                    faults.Add(new(default, diagnostic.Code, true, $"with these statements, the case has an error elsewhere: {diagnostic.Message}", diagnostic.Hints));
                    wrong.UnionWith(Enumerable.Range(0, drafts.Count));
                }
            }
            else
            {
                var told = Labelled(drafts[owner].Told(diagnostic, place - starts[owner]), drafts[owner].Statement);
                if (diagnostic.IsError)
                {
                    faults.Add(told);
                    wrong.Add(owner);
                }
                else
                {
                    warnings.Add(told);
                }
            }
        }

        // A message is added whole or not at all.
        var fallen = wrong.Select(owner => drafts[owner].Statement.Origin?.Key).OfType<string>().ToHashSet();
        for (var at = drafts.Count - 1; at >= 0; at--)
        {
            if (wrong.Contains(at) || (drafts[at].Statement.Origin is { } origin && fallen.Contains(origin.Key)))
            {
                drafts.RemoveAt(at);
            }
        }

        return warnings;
    }

    /// <summary>The draft that a diagnostic is about: the one it is in, or else one that it names.</summary>
    private static (int Owner, int Place)? Owner(Diagnostic diagnostic, string path, int[] starts)
    {
        foreach (var span in diagnostic.Related.Select(related => related.Span).Prepend(diagnostic.Span))
        {
            if (span.File == path && span.Start >= starts[0])
            {
                var found = Array.BinarySearch(starts, span.Start);
                return (found >= 0 ? found : ~found - 1, span.Start);
            }
        }

        return null;
    }

    private static string Ended(string content) =>
        content.Length == 0 || content is "\uFEFF" || content[^1] is '\n' or '\r' ? content : content + LineEndOf(content);

    private static string LineEndOf(string content) => content.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>A file with sentences after its last, in its own line ends.</summary>
    private static string With(string content, string sentences)
    {
        var hasText = content.AsSpan().Trim("\uFEFF \t\r\n").Length > 0;
        var lineEnd = LineEndOf(content);
        return Ended(content) + (hasText ? lineEnd : "") + (lineEnd == "\n" ? sentences : sentences.Replace("\n", lineEnd, StringComparison.Ordinal));
    }
}
