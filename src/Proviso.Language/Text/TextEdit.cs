namespace Proviso.Language.Text;

/// <summary>Replace a stretch of a file with another text. An empty span inserts; an empty text deletes.</summary>
public readonly record struct TextEdit(SourceSpan Span, string NewText);
