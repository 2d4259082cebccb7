using System.Collections.Immutable;
using Proviso.Language.Diagnostics;
using Proviso.Language.Syntax.Parsing;
using Proviso.Language.Text;

namespace Proviso.Language.Syntax;

/// <summary>A text as sentences. Printing all tokens of <see cref="Root"/> gives back the exact text.</summary>
/// <param name="Diagnostics">Everything wrong with the text that can be seen without knowing its names, in the order of the text.</param>
public sealed record SyntaxTree(SourceText Source, FileSyntax Root, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Reads a text. Never fails: whatever is wrong is in <see cref="Diagnostics"/> (past a thousand, only that there is
    /// more), and the rest is read as if it were right. Takes time and memory in proportion to the text. A text longer than
    /// <see cref="SourceText.MaxLength"/> is not read: it gives no sentence and one error.</summary>
    public static SyntaxTree Parse(SourceText source)
    {
        var errors = new SyntaxErrors(source);
        if (source.Malformed is { } malformed)
        {
            errors.Add(NotUtf8(source, malformed));
        }

        if (source.Length > SourceText.MaxLength)
        {
            errors.Add(Diagnostic.Error(
                    SyntaxCodes.TooLarge, source.Span(0, 0), $"this file has {source.Length:N0} characters, more than the {SourceText.MaxLength:N0} that are read")
                .Hint("divide it: all files of a folder form one case"));
            return new(source, Unread(source), errors.ToSorted());
        }

        var root = FileParser.Parse(new(Lexer.Read(source, errors), errors));
        return new(source, root, errors.ToSorted());
    }

    /// <summary>Reads a text that is no file of its own.</summary>
    /// <param name="path">The path shown in its spans.</param>
    public static SyntaxTree Parse(string text, string path = "text.proviso") => Parse(SourceText.From(path, text));

    private static Diagnostic NotUtf8(SourceText source, MalformedBytes malformed)
    {
        var diagnostic = Diagnostic.Error(
            SyntaxCodes.NotUtf8,
            source.Span(malformed.CharOffset, 1),
            $"byte {malformed.ByteOffset:N0}, on line {malformed.Line:N0}, is not UTF-8");
        return diagnostic.Hint(malformed.LooksLikeUtf16
            ? "the file looks like UTF-16; save it as UTF-8"
            : "save the file as UTF-8; it may be in a code page of one script");
    }

    private static FileSyntax Unread(SourceText source)
    {
        var all = new Token(source, TokenKind.Unknown, Word.None, 0, 0, source.Length, source.Length);
        var end = new Token(source, TokenKind.End, Word.None, source.Length, source.Length, source.Length, source.Length);
        return new([], end with { Skipped = [all] });
    }
}
