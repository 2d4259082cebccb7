using System.Text;

namespace Proviso.Language.Text;

/// <summary>The text of one file, with its path as it is shown to people. Immutable; safe to share between threads.</summary>
public sealed class SourceText
{
    /// <summary>The most characters a file may have: 64 Mi. A longer text is kept but not parsed.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    private int[]? lineStarts;

    private SourceText(string path, string content, MalformedBytes? malformed)
    {
        Path = path.Replace('\\', '/');
        Content = content;
        Malformed = malformed;
    }

    /// <summary>The path as it is shown, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>Every character of the file, a byte order mark included.</summary>
    public string Content { get; }

    /// <summary>The first place where the file's bytes were not UTF-8, or null. Such bytes read as U+FFFD.</summary>
    public MalformedBytes? Malformed { get; }

    /// <summary>Characters (UTF-16 code units) in the file.</summary>
    public int Length => Content.Length;

    /// <summary>A text already in memory.</summary>
    public static SourceText From(string path, string content) => new(path, content, null);

    /// <summary>A text from the bytes of a file, read as UTF-8. Never fails: what is not UTF-8 is in
    /// <see cref="Malformed"/>, and parsing reports it.</summary>
    public static SourceText FromBytes(string path, ReadOnlySpan<byte> bytes)
    {
        var content = Encoding.UTF8.GetString(bytes);
        return new(path, content, MalformedBytes.FirstIn(bytes));
    }

    /// <summary>The stretch of characters; requires it to lie in the text.</summary>
    public SourceSpan Span(int start, int length) => new(Path, start, length);

    /// <summary>The characters of a stretch.</summary>
    public ReadOnlySpan<char> Slice(int start, int length) => Content.AsSpan(start, length);

    /// <summary>The number of lines; at least 1. A line ends with CR LF, LF or CR.</summary>
    public int LineCount => LineStarts.Length;

    /// <summary>The line and column of a character. An offset past the end counts as the end.</summary>
    public LinePosition PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, Length);
        var line = LineOf(offset);
        return new(line, offset - LineStarts[line - 1] + 1);
    }

    /// <summary>The offset of a line and column; a column past the line's end counts as its end, a line past the last
    /// as the end of the text. Requires both to be at least 1.</summary>
    public int OffsetOf(LinePosition position)
    {
        if (position.Line > LineCount)
        {
            return Length;
        }

        var start = LineStarts[position.Line - 1];
        return Math.Min(start + position.Column - 1, start + LineAt(position.Line).Length);
    }

    /// <summary>The characters of a line without its line end; requires <c>1 &lt;= line &lt;= LineCount</c>.</summary>
    public ReadOnlySpan<char> LineAt(int line)
    {
        var start = LineStarts[line - 1];
        var end = line < LineCount ? LineStarts[line] : Length;
        return Content.AsSpan(start, end - start).TrimEnd("\r\n");
    }

    /// <summary>The whole text.</summary>
    public override string ToString() => Content;

    private int[] LineStarts => lineStarts ??= FindLineStarts(Content);

    private int LineOf(int offset)
    {
        var found = Array.BinarySearch(LineStarts, offset);
        return found >= 0 ? found + 1 : ~found;
    }

    private static int[] FindLineStarts(string content)
    {
        var starts = new List<int> { 0 };
        for (var at = content.AsSpan().IndexOfAny('\r', '\n'); at >= 0;)
        {
            at += content[at] == '\r' && at + 1 < content.Length && content[at + 1] == '\n' ? 2 : 1;
            starts.Add(at);
            var next = content.AsSpan(at).IndexOfAny('\r', '\n');
            at = next < 0 ? -1 : at + next;
        }

        return [.. starts];
    }
}

/// <summary>A place in a text as people say it.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 code units; a tab counts as one.</param>
public readonly record struct LinePosition(int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Line}:{Column}";
}
