using System.Collections.Immutable;
using System.Text;
using Proviso.Language.Text;

namespace Proviso.Language.Syntax;

/// <summary>Cuts a text into tokens, in one pass, and reports every fault of characters, words and figures.</summary>
internal sealed class Lexer
{
    private readonly SourceText source;
    private readonly string text;
    private readonly LexicalErrors errors;
    private readonly List<Token> tokens = [];
    private readonly List<Token> unknown = [];
    private bool isQuoted;

    private Lexer(SourceText source, SyntaxErrors errors)
    {
        this.source = source;
        text = source.Content;
        this.errors = new(source, errors);
    }

    /// <summary>All tokens in the order of the text, the last one <see cref="TokenKind.End"/>. Unknown characters are in
    /// <see cref="Token.Skipped"/> of the token after them.</summary>
    public static List<Token> Read(SourceText source, SyntaxErrors errors)
    {
        var lexer = new Lexer(source, errors);
        lexer.errors.CheckSurrogates();
        for (var at = 0; at < lexer.text.Length || lexer.tokens is not [.., { Kind: TokenKind.End }];)
        {
            at = lexer.ReadOne(at);
        }

        return lexer.tokens;
    }

    private int ReadOne(int fullStart)
    {
        var start = TriviaLexer.EndOfLeading(text, fullStart);
        CheckTrivia(fullStart, start);
        if (start == text.Length)
        {
            Add(TokenKind.End, Word.None, fullStart, start, start, start);
            return start;
        }

        var (kind, word, end) = Scan(start);
        var fullEnd = TriviaLexer.EndOfTrailing(text, end);
        errors.CheckHidden(end, fullEnd, "comment");
        Add(kind, word, fullStart, start, end, fullEnd);
        return fullEnd;
    }

    private void Add(TokenKind kind, Word word, int fullStart, int start, int end, int fullEnd)
    {
        var token = new Token(source, kind, word, fullStart, start, end, fullEnd) { HasQuote = isQuoted };
        isQuoted = false;
        if (kind == TokenKind.Unknown)
        {
            unknown.Add(token);
            return;
        }

        if (unknown.Count > 0)
        {
            token = token with { Skipped = [.. unknown] };
            unknown.Clear();
        }

        tokens.Add(token);
    }

    private void CheckTrivia(int start, int end)
    {
        if (end - start < 2 || text.AsSpan(start, end - start).IndexOf("--") < 0)
        {
            return;
        }

        foreach (var trivia in TriviaLexer.Between(source, start, end))
        {
            isQuoted |= trivia.Kind == TriviaKind.Quote;
            if (trivia.Kind is TriviaKind.Comment or TriviaKind.Quote)
            {
                errors.CheckHidden(trivia.Start, trivia.Start + trivia.Length, "comment");
            }
        }
    }

    private (TokenKind Kind, Word Word, int End) Scan(int start)
    {
        switch (text[start])
        {
            case ',':
                return (TokenKind.Comma, Word.None, start + 1);
            case ';':
                return (TokenKind.Semicolon, Word.None, start + 1);
            case ':':
                return (TokenKind.Colon, Word.None, start + 1);
            case '.':
                return (TokenKind.FullStop, Word.None, start + 1);
            case '!' or '?':
                errors.OtherFullStop(start);
                return (TokenKind.FullStop, Word.None, start + 1);
            case '(':
                return (TokenKind.Open, Word.None, start + 1);
            case ')':
                return (TokenKind.Close, Word.None, start + 1);
            case var c when Characters.IsQuotationMark(c):
                return (TokenKind.Title, Word.None, ScanTitle(start));
        }

        var end = WordScanner.EndOfWord(text, start);
        return end == start ? (TokenKind.Unknown, Word.None, ScanUnknown(start)) : Classify(start, end);
    }

    /// <summary>Decides what a run of letters, digits and joining marks is.</summary>
    private (TokenKind Kind, Word Word, int End) Classify(int start, int end)
    {
        var run = text.AsSpan(start, end - start);
        if (Words.Find(run) is var word && word != Word.None)
        {
            return (TokenKind.Word, word, end);
        }

        var shape = WordScanner.ShapeOf(run);
        if (shape.HasDash)
        {
            errors.DashForHyphen(start, end);
        }

        if (!shape.HasLetter)
        {
            return shape.IsDigits ? ScanNumber(start, end) : ScanDate(start, end);
        }

        errors.CheckLetters(start, end, shape);
        return (shape.HasCapital || shape.HasZoneMark ? TokenKind.Zone : TokenKind.Name, Word.None, end);
    }

    /// <summary>Digits: a number with its grouping commas and decimals, or a time of day.</summary>
    private (TokenKind Kind, Word Word, int End) ScanNumber(int start, int end)
    {
        if (end + 1 < text.Length && text[end] == ':' && char.IsAsciiDigit(text[end + 1]))
        {
            end = WordScanner.EndOfWord(text, end + 1);
            errors.CheckTime(start, end);
            return (TokenKind.Time, Word.None, end);
        }

        while (end + 1 < text.Length && text[end] == ',' && char.IsAsciiDigit(text[end + 1]))
        {
            end = EndOfDigits(end + 1);
        }

        var points = 0;
        while (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end = EndOfDigits(end + 1);
            points++;
        }

        errors.CheckNumber(start, end, points);
        if (end < text.Length && WordScanner.EndOfWord(text, end) is var after && after > end)
        {
            errors.GluedUnit(start, end, after);
        }

        return (TokenKind.Number, Word.None, end);
    }

    private (TokenKind Kind, Word Word, int End) ScanDate(int start, int end)
    {
        var isMonth = text.AsSpan(start, end - start).Count('-') == 1 && end - start == 7;
        errors.CheckDate(start, end, isMonth);
        return (isMonth ? TokenKind.Month : TokenKind.Date, Word.None, end);
    }

    private int EndOfDigits(int at)
    {
        var length = text.AsSpan(at).IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? text.Length : at + length;
    }

    /// <summary>The offset after the closing quote, or, where there is none, before the mark that ends the line.</summary>
    private int ScanTitle(int start)
    {
        var isPlain = text[start] == '"';
        var lastOther = -1;
        var at = start + 1;
        for (; at < text.Length && text[at] is not ('\r' or '\n'); at++)
        {
            var c = text[at];
            if (c == '\\' && at + 1 < text.Length && text[at + 1] is not ('\r' or '\n'))
            {
                errors.CheckEscape(at);
                at++;
            }
            else if (c == '"' || (!isPlain && Characters.IsOtherQuotationMark(c)))
            {
                return CloseTitle(start, at + 1);
            }
            else if (Characters.IsOtherQuotationMark(c))
            {
                lastOther = at;
            }
        }

        return lastOther > 0 ? CloseTitle(start, lastOther + 1) : errors.UnclosedTitle(start, at);
    }

    private int CloseTitle(int start, int end)
    {
        errors.CheckQuotationMarks(start, end);
        errors.CheckHidden(start, end, "title");
        return end;
    }

    /// <summary>The offset after a run of characters that have no place in the language.</summary>
    private int ScanUnknown(int start)
    {
        if (errors.CommentOfAnotherLanguage(start) is { } end)
        {
            return end;
        }

        end = start;
        do
        {
            end += Rune.DecodeFromUtf16(text.AsSpan(end), out _, out var length) == System.Buffers.OperationStatus.Done ? length : 1;
        }
        while (end < text.Length && (IsUnknown(end) || (text[end - 1] is '\'' or '\u2019' && WordScanner.EndOfWord(text, end) > end)));
        errors.UnknownCharacters(start, end);
        return end;
    }

    private bool IsUnknown(int at) =>
        !TriviaLexer.IsBlank(text[at])
        && text[at] is not (',' or ';' or ':' or '.' or '(' or ')' or '-' or '!' or '?')
        && !Characters.IsQuotationMark(text[at])
        && WordScanner.EndOfWord(text, at) == at;
}
