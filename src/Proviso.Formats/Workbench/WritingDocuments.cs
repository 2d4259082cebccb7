using System.Collections.Immutable;
using Proviso.Language.Binding;
using Proviso.Language.Editing;
using Proviso.Language.Formatting;
using Proviso.Language.Syntax;
using Proviso.Language.Text;
using Proviso.Regions.Atlas;

namespace Proviso.Formats.Workbench;

/// <summary>What may be written at a place of a draft.</summary>
/// <param name="Schema">Always "proviso/completion/1".</param>
/// <param name="From">Where the word begins that is written there, in UTF-16 units of the file.</param>
/// <param name="To">Where it ends, as far as the place.</param>
/// <param name="Items">Only what is allowed, the best first.</param>
/// <param name="Others">What else may stand there and nobody can guess: "a date, written as `2020-10-26`".</param>
public sealed record CompletionDocument(string Schema, int From, int To, ImmutableArray<CompletionEntry> Items, ImmutableArray<string> Others)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/completion/1";

    /// <summary>The document of a place.</summary>
    /// <param name="read">What the texts mean, as far as they could be understood.</param>
    public static CompletionDocument At(ImmutableArray<SourceText> texts, Case? read, string file, int offset)
    {
        var found = Completer.At(NameIndex.Of(texts), file, offset, Countries.Ids);
        var says = new NameSentences(found.Items.Any(item => item is NameCompletion) ? read : null);
        return new(SchemaName, found.From, found.To, [.. found.Items.Select(item => CompletionEntry.Of(item, says))], found.Others);
    }
}

/// <summary>Something that may be written.</summary>
/// <param name="Sort">"word" for words of the language; else what the name is of.</param>
/// <param name="Title">The title of what is named.</param>
/// <param name="Says">What is named, in a sentence.</param>
/// <param name="Form">How the sentence or part is built in which a word stands.</param>
/// <param name="Then">What comes next after a word.</param>
public sealed record CompletionEntry(string Text, string Sort, string? Title, string? Says, string? Form, string? Then)
{
    internal static CompletionEntry Of(Completion item, NameSentences says) => item switch
    {
        WordCompletion word => new(word.Text, "word", null, null, word.Form.Length > 0 ? word.Form : null, word.Then),
        NameCompletion name => new(name.Text, name.Symbol.Sort.Noun(), name.Symbol.Title == name.Text ? null : name.Symbol.Title, says.Of(name.Symbol), null, null),
        KnownNameCompletion known => new(known.Text, known.What, null, null, null, null),
        _ => throw new System.Diagnostics.UnreachableException(item.GetType().Name),
    };
}

/// <summary>What stands at a place of a draft; all but the schema is null when there is nothing to say.</summary>
/// <param name="Schema">Always "proviso/hover/1".</param>
/// <param name="From">Where the word begins, in UTF-16 units of the file.</param>
/// <param name="Sort">"word" for a word of the language; else what the name is of.</param>
/// <param name="Declared">Where a name is declared; null for those that no sentence declares.</param>
/// <param name="Uses">Where it stands otherwise.</param>
public sealed record HoverDocument(
    string Schema, int? From, int? To, string? Sort, string? Name, string? Title, string? Says, string? Form, TextPlace? Declared, ImmutableArray<TextPlace>? Uses)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/hover/1";

    /// <summary>The document of a place.</summary>
    /// <param name="read">What the texts mean, as far as they could be understood.</param>
    public static HoverDocument At(ImmutableArray<SourceText> texts, Case? read, string file, int offset)
    {
        var byPath = texts.ToDictionary(text => text.Path, StringComparer.Ordinal);
        TextPlace Place(SourceSpan span) => TextPlace.From(byPath[span.File], span);
        return Hovering.At(NameIndex.Of(texts), file, offset) switch
        {
            { Symbol: { } symbol } hover => new(
                SchemaName,
                hover.Span.Start,
                hover.Span.End,
                symbol.Sort.Noun(),
                symbol.Name,
                symbol.Title,
                new NameSentences(read).Of(symbol),
                null,
                symbol.Span.File.Length > 0 ? Place(symbol.Span) : null,
                [.. symbol.Uses.Select(Place)]),
            { Word: { } word } hover => new(SchemaName, hover.Span.Start, hover.Span.End, "word", word.Text, null, null, word.Form, null, null),
            _ => new(SchemaName, null, null, null, null, null, null, null, null, null),
        };
    }
}

/// <summary>A file in the canonical form.</summary>
/// <param name="Schema">Always "proviso/formatted/1".</param>
/// <param name="Text">All of it.</param>
/// <param name="Errors">How many errors it has; sentences with an error stay as they are written.</param>
public sealed record FormattedDocument(string Schema, string Text, int Errors)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/formatted/1";

    /// <summary>The document of a file.</summary>
    public static FormattedDocument Of(SourceText text)
    {
        var tree = SyntaxTree.Parse(text);
        return new(SchemaName, Formatter.Format(tree), tree.Diagnostics.Count(one => one.IsError));
    }
}
