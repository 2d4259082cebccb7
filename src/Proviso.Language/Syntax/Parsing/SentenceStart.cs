namespace Proviso.Language.Syntax.Parsing;

/// <summary>Tells whether a sentence begins at a token, for going on after a mistake. Several of the words that open a sentence
/// also stand inside others, so the neighbours decide.</summary>
internal static class SentenceStart
{
    /// <summary>True when a sentence surely begins here: the word begins its line and what follows has the shape of its
    /// sentence, or it stands at the margin.</summary>
    public static bool IsAt(Cursor at) =>
        at.Current.Word.OpensSentence() && at.IsFirstOnLine(at.Current) && (at.IsAtMargin(at.Current) || HasShape(at));

    /// <summary>True when the words from here on have the shape of a sentence, wherever they stand.</summary>
    public static bool HasShape(Cursor at)
    {
        var (second, third) = (at.Ahead(1), at.Ahead(2));
        var isNamed = Vocabulary.IsNameLike(second);
        return at.Current.Word switch
        {
            Word.Agreement => isNamed && (third.Kind == TokenKind.Title || third.Word == Word.Between),
            Word.Party or Word.Event => isNamed && third.Kind is TokenKind.Title or TokenKind.FullStop,
            Word.Group or Word.Model => isNamed && (third.Kind == TokenKind.Title || third.Word == Word.Of),
            Word.Region => isNamed && (third.Kind is TokenKind.Title or TokenKind.FullStop || third.Word is Word.Of or Word.In or Word.Zone),
            Word.Site => isNamed && (third.Kind == TokenKind.Title || third.Word == Word.In),
            Word.Theatre => isNamed && (third.Kind == TokenKind.Title || third.Word == Word.Joins),
            Word.Kind => isNamed && (third.Kind is TokenKind.Title or TokenKind.FullStop || third.Word is Word.With or Word.Means),
            Word.State => isNamed && (third.Kind is TokenKind.Title or TokenKind.FullStop || third.Word is Word.Means or Word.Persists),
            Word.Count => isNamed && (third.Kind == TokenKind.Title || third.Word is Word.Of or Word.As),
            Word.Calendar => isNamed && third.Word == Word.Working,
            Word.Define => isNamed && (third.Kind == TokenKind.Title || third.Word == Word.As),
            Word.Dispute => isNamed && third.Kind == TokenKind.Title,
            Word.View => isNamed && (third.Kind == TokenKind.Title || third.Word is Word.Reads or Word.Leaves or Word.Trusts),
            Word.Clause => (isNamed || second.Kind == TokenKind.Number) && third.Kind == TokenKind.Title,
            Word.Omits => second.Kind == TokenKind.Title,
            Word.Assume => second.Word == Word.No,
            Word.Expect => second.Word == Word.Under,
            Word.Sources => second.Word == Word.Read,
            Word.Report => isNamed && (Vocabulary.IsNameLike(third)
                || third.Word is Word.No or Word.End or Word.Access or Word.Log or Word.Corrects),
            Word.Position => isNamed && PositionParser.IsVerb(third.Word),
            _ => false,
        };
    }
}
