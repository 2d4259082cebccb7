using Proviso.Language.Diagnostics;
using Proviso.Language.Text;

namespace Proviso.Language.Syntax.Parsing;

/// <summary>Walks over the tokens of a file, forward only. What the grammar wants and the text does not have becomes a missing
/// token; what the text has and the grammar does not want is passed over and kept with the next token. At most one error is
/// reported at any token, so that one slip is told once.</summary>
internal sealed class Cursor(List<Token> tokens, SyntaxErrors errors)
{
    private readonly List<Token> skipped = [];
    private int next;
    private int reportedAt = -1;
    private Token? last;

    /// <summary>The token to be read next.</summary>
    public Token Current => tokens[next];

    /// <summary>The token some places after the next one.</summary>
    public Token Ahead(int places) => tokens[Math.Min(next + places, tokens.Count - 1)];

    /// <summary>The token read last, or null at the beginning of the file.</summary>
    public Token? Last => last;

    /// <summary>How deep conditions in parentheses are nested here.</summary>
    public int Depth { get; set; }

    /// <summary>How the sentence or part being read is built, shown as a hint with what does not fit.</summary>
    public string Form { get; set; } = "";

    /// <summary>Where everything that the grammar wants is written down, in the order in which it is wanted; null where nobody listens.</summary>
    public List<Wanted>? Heard { get; init; }

    /// <summary>Where the tokens are written down that are passed over; null where nobody listens.</summary>
    public List<Token>? PassedOver { get; init; }

    /// <summary>Says that the grammar wants something at the next token.</summary>
    public void Hear(TokenKind kind, string what, Word word = Word.None, bool isNew = false) =>
        Heard?.Add(new(Current, kind, word, what, isNew, Form));

    /// <summary>True when something was reported since <see cref="BeginSentence"/>.</summary>
    public bool HasErrors { get; private set; }

    public bool At(Word word) => Current.Word == word;

    public bool At(TokenKind kind) => Current.Kind == kind;

    public bool AtEnd => Current.Kind == TokenKind.End;

    public void BeginSentence()
    {
        HasErrors = false;
        Form = "";
        Depth = 0;
    }

    /// <summary>Reads the next token, whatever it is; the end of the file is never passed.</summary>
    public Token Take()
    {
        var token = WithSkipped(Current);
        if (!AtEnd)
        {
            next++;
        }

        last = token;
        return token;
    }

    public Token? TakeIf(Word word) => At(word) ? Take() : null;

    public Token? TakeIf(TokenKind kind) => At(kind) ? Take() : null;

    /// <summary>A token of that sort that is not there. Nothing is reported.</summary>
    public Token Missing(TokenKind kind, Word word = Word.None)
    {
        var at = Current.FullStart;
        return WithSkipped(new Token(errors.Source, kind, word, at, at, at, at) { IsMissing = true });
    }

    /// <summary>A reserved word that is not there.</summary>
    public Token Missing(Word word) => Missing(TokenKind.Word, word);

    /// <summary>Passes over the next token; it is kept with the token after it.</summary>
    public void Skip()
    {
        if (AtEnd)
        {
            return;
        }

        last = Current;
        PassedOver?.Add(Current);
        skipped.AddRange(Current.Skipped);
        skipped.Add(Current.Skipped.IsEmpty ? Current : Current with { Skipped = [] });
        next++;
    }

    /// <summary>Puts a corrected token in place of the next one: the same characters, read as another kind or word.</summary>
    public void Reread(TokenKind kind, Word word = Word.None) => tokens[next] = Current with { Kind = kind, Word = word };

    /// <summary>True when a report at the next token would be kept; where it would not, there is no need to say it well.</summary>
    public bool CanReport => next != reportedAt && !errors.IsFull;

    /// <summary>Reports something at the next token, unless something was reported there already.</summary>
    public void Report(Diagnostic diagnostic)
    {
        if (next != reportedAt)
        {
            reportedAt = next;
            Note(diagnostic);
        }
    }

    /// <summary>Passes over tokens until <paramref name="stops"/> holds, at least over one, and reports them as one at the first,
    /// unless something was reported there already.</summary>
    /// <param name="say">Makes the report at the first token. If they are few, a fix that takes them out is added to it.</param>
    public void SkipTo(Func<Cursor, bool> stops, Func<Cursor, Diagnostic> say)
    {
        const int MostTakenOut = 3;
        var first = Current;
        var start = next;
        var report = CanReport ? say(this) : null;
        reportedAt = next;
        do
        {
            Skip();
        }
        while (!AtEnd && !stops(this));
        HasErrors = true;
        if (report is not null && (next - start > MostTakenOut || report.Code != SyntaxCodes.DoesNotFit))
        {
            Note(report);
        }
        else if (report is not null)
        {
            var span = errors.Source.Span(first.Start, last!.End - first.Start);
            Note(report.Replace(span, "", $"Take out {SyntaxErrors.Show(errors.Source.Slice(span.Start, span.Length))}"));
        }
    }

    /// <summary>Reports something that keeps nothing else from being reported.</summary>
    public void Note(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.IsError;
        errors.Add(diagnostic);
    }

    /// <summary>The place of the next token; where that stands on a later line than the last one, or is the end of the file, the
    /// place just after the last one.</summary>
    public SourceSpan Place => last is null || (!AtEnd && !IsFirstOnLine(Current)) ? Current.Span : EndOfLast;

    /// <summary>The empty place just after the token read last; at the beginning of the file, before the next one.</summary>
    public SourceSpan EndOfLast => errors.Source.Span(last?.End ?? Current.Start, 0);

    /// <summary>The next token as it is told to people: "`until`", "the title `"Restraint"`".</summary>
    public string Found => Current.Kind switch
    {
        TokenKind.End => "the end of the file",
        TokenKind.Title => $"the title {Shown}",
        TokenKind.Number => $"the number {Shown}",
        TokenKind.Date => $"the date {Shown}",
        TokenKind.Month => $"the month {Shown}",
        TokenKind.Time => $"the time {Shown}",
        TokenKind.FullStop => "the full stop",
        _ => Shown,
    };

    /// <summary>The next token's characters in backticks.</summary>
    public string Shown => SyntaxErrors.Show(errors.Source.Slice(Current.Start, Current.End - Current.Start));

    /// <summary>True when only blanks stand before the token on its line.</summary>
    public bool IsFirstOnLine(Token token) => ColumnIfFirst(token) > 0;

    /// <summary>True when the token begins its line, without even a blank before it.</summary>
    public bool IsAtMargin(Token token) => ColumnIfFirst(token) == 1;

    private int ColumnIfFirst(Token token)
    {
        const int DeepestIndent = 200;
        var content = errors.Source.Content;
        var at = token.Start;
        while (at > 0 && content[at - 1] is ' ' or '\t' or '\uFEFF' && token.Start - at < DeepestIndent)
        {
            at--;
        }

        return at == 0 || content[at - 1] is '\r' or '\n' ? token.Start - at + 1 : 0;
    }

    private Token WithSkipped(Token token)
    {
        if (skipped.Count == 0)
        {
            return token;
        }

        var all = token with { Skipped = [.. skipped, .. token.Skipped] };
        skipped.Clear();
        return all;
    }
}
