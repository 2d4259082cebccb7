namespace Proviso.Language.Syntax.Parsing;

/// <summary>Something that the grammar wants at a token, in the words in which its absence would be reported.</summary>
/// <param name="At">The token that was taken for it; where it is missing, the token that stands in its place.</param>
/// <param name="Word">The one word that is wanted, or <see cref="Word.None"/>.</param>
/// <param name="What">"the name of a party", "a date, written as `2020-10-26`".</param>
/// <param name="IsNew">True for a name that is given here to something.</param>
/// <param name="Form">How the sentence or part is built that it stands in; empty where that was not said.</param>
internal readonly record struct Wanted(Token At, TokenKind Kind, Word Word, string What, bool IsNew, string Form);
