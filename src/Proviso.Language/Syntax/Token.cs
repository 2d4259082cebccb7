using System.Collections.Immutable;
using NodaTime;
using Proviso.Language.Text;

#pragma warning disable CS1591 // What overrides a documented member needs no words of its own.

namespace Proviso.Language.Syntax;

/// <summary>What a token is.</summary>
public enum TokenKind
{
    /// <summary>The end of the file; empty.</summary>
    End,

    /// <summary>A name, <c>9m729</c>.</summary>
    Name,

    /// <summary>A reserved word; which one is in <see cref="Token.Word"/>.</summary>
    Word,

    /// <summary>A title in quotes.</summary>
    Title,

    /// <summary>A number, <c>1,550</c>.</summary>
    Number,

    /// <summary>A date, <c>2020-10-26</c>.</summary>
    Date,

    /// <summary>A month, <c>2024-04</c>.</summary>
    Month,

    /// <summary>A time of day, <c>14:30</c>.</summary>
    Time,

    /// <summary>A word with capitals or a slash, as in <c>Europe/Moscow</c>.</summary>
    Zone,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary><c>;</c></summary>
    Semicolon,

    /// <summary><c>:</c></summary>
    Colon,

    /// <summary><c>.</c></summary>
    FullStop,

    /// <summary><c>(</c></summary>
    Open,

    /// <summary><c>)</c></summary>
    Close,

    /// <summary>Characters that have no place in the language.</summary>
    Unknown,
}

/// <summary>A word, figure, title or mark of a text, with the blanks and comments around it. Every character of a file belongs
/// to exactly one token: line ends and what follows a token on its line belong to it, other blanks to the token after them.</summary>
public sealed record Token : SyntaxElement
{
    internal Token(SourceText source, TokenKind kind, Word word, int fullStart, int start, int end, int fullEnd)
    {
        Source = source;
        Kind = kind;
        Word = word;
        leadingStart = fullStart;
        Start = start;
        End = end;
        FullEnd = fullEnd;
    }

    private readonly int leadingStart;

    /// <summary>The file.</summary>
    public SourceText Source { get; }

    /// <summary>What it is. A missing token has the kind that was expected.</summary>
    public TokenKind Kind { get; init; }

    /// <summary>The reserved word, or <see cref="Word.None"/>. A misspelt word, reported, has the word it was taken for.</summary>
    public Word Word { get; init; }

    /// <summary>Tokens just before this one that the parser could not use; each was reported or stands beside one that was.</summary>
    public ImmutableArray<Token> Skipped { get; init; } = [];

    /// <summary>Offset of its first character.</summary>
    public int Start { get; }

    /// <summary>Offset after its last character.</summary>
    public int End { get; }

    /// <summary>Offset of its first blank, comment or skipped token.</summary>
    public int FullStart => Skipped is [var first, ..] ? first.FullStart : leadingStart;

    /// <summary>Offset after its last blank, comment or line end.</summary>
    public int FullEnd { get; }

    /// <summary>True when the grammar wants it and the text does not have it; then it has no characters.</summary>
    public bool IsMissing { get; init; }

    /// <summary>True when a quote is among the blanks and comments before it.</summary>
    internal bool HasQuote { get; init; }

    /// <summary>Its characters as written; empty when missing.</summary>
    public string Text => Source.Content.Substring(Start, End - Start);

    /// <summary>Its characters and those of the blanks and comments around it, without skipped tokens.</summary>
    public ReadOnlySpan<char> FullText => Source.Slice(leadingStart, FullEnd - leadingStart);

    /// <summary>What it says: a name in lower case with plain hyphens, a title without quotes and escapes, anything else as
    /// written. Where the writing was faulty, and reported, this is what was meant.</summary>
    public string Value => Kind switch
    {
        TokenKind.Name => Literals.NameOf(Text),
        TokenKind.Title => Literals.TitleOf(Text),
        _ => Text,
    };

    /// <summary>The number, or null when this is no number, missing or too long (which was reported).</summary>
    public decimal? Number => Kind == TokenKind.Number ? Literals.NumberOf(Source.Slice(Start, End - Start)) : null;

    /// <summary>The date, or null when this is no date, missing or there is no such day (which was reported).</summary>
    public LocalDate? Date => Kind == TokenKind.Date ? Literals.DateOf(Text) : null;

    /// <summary>The first day of the month, or null when this is no month, missing or there is no such month (which was
    /// reported).</summary>
    public LocalDate? Month => Kind == TokenKind.Month ? Literals.MonthOf(Text) : null;

    /// <summary>Minutes from midnight, 0 to 1439, or null when this is no time, missing or there is no such time (which was
    /// reported).</summary>
    public int? Time => Kind == TokenKind.Time ? Literals.TimeOf(Text) : null;

    /// <summary>Blanks, comments and quotes before it, in the order of the text; those around skipped tokens are with them.</summary>
    public IEnumerable<Trivia> Leading => TriviaLexer.Between(Source, leadingStart, Start);

    /// <summary>Blanks, a comment and the line end after it on its line.</summary>
    public IEnumerable<Trivia> Trailing => TriviaLexer.Between(Source, End, FullEnd);

    public override Token FirstToken => this;

    public override Token LastToken => this;

    public override IEnumerable<Token> Tokens => [.. Skipped, this];

    public bool Equals(Token? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => HashCode.Combine(Start, End, Kind);
}
