using Proviso.Language.Text;

namespace Proviso.Language.Syntax;

/// <summary>What a stretch between tokens is.</summary>
public enum TriviaKind
{
    /// <summary>Spaces and tabs, or the byte order mark of the file.</summary>
    Blank,

    /// <summary>One line end: CR LF, LF or CR.</summary>
    LineEnd,

    /// <summary>From <c>--</c> to the end of the line.</summary>
    Comment,

    /// <summary>A line that begins with <c>--|</c>: the article's own words.</summary>
    Quote,
}

/// <summary>A stretch between tokens that carries no meaning for the grammar.</summary>
public readonly record struct Trivia(TriviaKind Kind, SourceText Source, int Start, int Length)
{
    /// <summary>Its characters.</summary>
    public string Text => Source.Content.Substring(Start, Length);

    /// <summary>For a quote, the words after <c>--|</c> without the blank after it and at the end.</summary>
    public string Quoted => Source.Slice(Start + 3, Length - 3).Trim().ToString();
}

/// <summary>Takes apart what stands between tokens.</summary>
internal static class TriviaLexer
{
    /// <summary>True for what separates words: space, tab and line ends.</summary>
    public static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\n';

    /// <summary>The offset after the blanks and comments from <paramref name="at"/> on.</summary>
    public static int EndOfLeading(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            if (IsBlank(text[at]) || IsMark(text, at))
            {
                at++;
            }
            else if (IsComment(text, at))
            {
                at = EndOfLine(text, at);
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>The offset after the blanks, comment and line end that follow on the same line.</summary>
    public static int EndOfTrailing(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        if (IsComment(text, at))
        {
            at = EndOfLine(text, at);
        }

        return at < text.Length && text[at] is '\r' or '\n' ? EndOfLineEnd(text, at) : at;
    }

    /// <summary>The stretches from <paramref name="start"/> to <paramref name="end"/>, which hold nothing but trivia.</summary>
    public static IEnumerable<Trivia> Between(SourceText source, int start, int end)
    {
        for (var at = start; at < end;)
        {
            var (kind, next) = One(source.Content, at);
            yield return new(kind, source, at, next - at);
            at = next;
        }
    }

    /// <summary>The offset of the next line end, or the end of the text.</summary>
    public static int EndOfLine(ReadOnlySpan<char> text, int at)
    {
        var length = text[at..].IndexOfAny('\r', '\n');
        return length < 0 ? text.Length : at + length;
    }

    private static (TriviaKind Kind, int End) One(string text, int at)
    {
        if (text[at] is '\r' or '\n')
        {
            return (TriviaKind.LineEnd, EndOfLineEnd(text, at));
        }

        if (IsComment(text, at))
        {
            return (IsQuote(text, at) ? TriviaKind.Quote : TriviaKind.Comment, EndOfLine(text, at));
        }

        var end = at;
        while (end < text.Length && (text[end] is ' ' or '\t' || IsMark(text, end)))
        {
            end++;
        }

        return (TriviaKind.Blank, end);
    }

    /// <summary>The byte order mark that a file may begin with.</summary>
    private static bool IsMark(ReadOnlySpan<char> text, int at) => at == 0 && text[0] == '\uFEFF';

    private static bool IsComment(ReadOnlySpan<char> text, int at) => at + 1 < text.Length && text[at] == '-' && text[at + 1] == '-';

    private static bool IsQuote(ReadOnlySpan<char> text, int at)
    {
        if (at + 2 >= text.Length || text[at + 2] != '|')
        {
            return false;
        }

        while (at > 0 && (text[at - 1] is ' ' or '\t' || IsMark(text, at - 1)))
        {
            at--;
        }

        return at == 0 || text[at - 1] is '\r' or '\n';
    }

    private static int EndOfLineEnd(ReadOnlySpan<char> text, int at) =>
        text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1;
}
