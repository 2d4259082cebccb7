namespace Proviso.Language.Text;

/// <summary>A stretch of characters in a file.</summary>
/// <param name="File">The file's path as it is shown to people, with forward slashes.</param>
/// <param name="Start">First character, from 0.</param>
/// <param name="Length">At least 0.</param>
public readonly record struct SourceSpan(string File, int Start, int Length)
{
    /// <summary>First character after the stretch.</summary>
    public int End => Start + Length;
}
