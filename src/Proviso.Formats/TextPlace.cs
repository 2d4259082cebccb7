using System.Globalization;
using Proviso.Language.Text;

namespace Proviso.Formats;

/// <summary>A stretch of a file as people and programs find it.</summary>
/// <param name="File">The path as it is shown, with forward slashes.</param>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="Column">The character of that line it begins at, from 1. An accented letter, an emoji or a tab is one character.</param>
/// <param name="Offset">The UTF-16 code unit of the file it begins at, from 0.</param>
/// <param name="Length">UTF-16 code units in it; 0 where something is missing.</param>
public sealed record TextPlace(string File, int Line, int Column, int Offset, int Length)
{
    /// <summary>The place of a span in its text.</summary>
    public static TextPlace From(SourceText text, SourceSpan span)
    {
        var position = text.PositionOf(span.Start);
        var line = text.LineAt(position.Line);
        var before = line[..Math.Min(position.Column - 1, line.Length)].ToString();
        var column = StringInfo.ParseCombiningCharacters(before).Length + 1;
        return new(span.File, position.Line, column, span.Start, span.Length);
    }

    /// <summary>"file:line:column".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
