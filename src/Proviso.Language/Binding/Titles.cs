using Proviso.Language.Syntax;

namespace Proviso.Language.Binding;

/// <summary>Titles and citations as written, and what stands for a title that is not there.</summary>
static class Titles
{
    /// <summary>The title, or the name.</summary>
    public static string Of(Token? title, string name) => title is { IsMissing: false } ? title.Value : name;

    /// <summary>The title, or "is" and the name with blanks for hyphens: the predicate of a state.</summary>
    public static string OfState(Token? title, string name) => Of(title, $"is {name.Replace('-', ' ')}");

    /// <summary>The title, or the name with blanks for hyphens: the verb phrase of an event.</summary>
    public static string OfEvent(Token? title, string name) => Of(title, name.Replace('-', ' '));

    /// <summary>The citation, or null.</summary>
    public static Citation? Of(CitationSyntax? citation) => citation is null
        ? null
        : new(citation.Title.Value, citation.Address is { IsMissing: false } address ? address.Value : null);
}

/// <summary>Grades as written.</summary>
static class Grades
{
    /// <summary>The grade, or null when there is none.</summary>
    public static Grade? Of(GradeSyntax? grade) => grade?.Value.Word switch
    {
        Word.Inspection => Grade.Inspection,
        Word.Official => Grade.Official,
        Word.Own => Grade.OwnStatement,
        Word.Press => Grade.Press,
        Word.Recalled => Grade.Recalled,
        _ => null,
    };
}
