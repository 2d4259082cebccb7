using System.Collections.Immutable;

namespace Proviso.Language.Prose;

/// <summary>A text to be read and signed, as blocks in reading order. Text is plain: no mark-up, no line breaks.</summary>
public sealed record Document(string Title, ImmutableArray<Block> Blocks);

/// <summary>A part of a document.</summary>
public abstract record Block;

/// <summary>A heading below the document's title.</summary>
/// <param name="Level">1 for a section; greater is deeper.</param>
public sealed record Heading(int Level, string Text) : Block;

/// <summary>A paragraph.</summary>
/// <param name="Number">"1", "2" within its section, or null when the paragraph has none.</param>
public sealed record Paragraph(string? Number, string Text) : Block;

/// <summary>Items that belong to the paragraph before them; each ends with its own punctuation.</summary>
public sealed record Items(ImmutableArray<Item> Entries) : Block;

/// <summary>One item.</summary>
/// <param name="Mark">"(a)"; unique in its list.</param>
public sealed record Item(string Mark, string Text);

/// <summary>Words quoted from the source, line by line as they stand there.</summary>
public sealed record Quotation(ImmutableArray<string> Lines) : Block;
