namespace Proviso.Language.Syntax.Parsing;

/// <summary>Sentences about the agreement, its parties and places.</summary>
internal static class PartyParser
{
    public static AgreementSentence Agreement(Cursor at)
    {
        at.Form = "`agreement NAME \"TITLE\" between PARTIES in force from DATE with calendar days, clock ZONE withdrawal after TIME source …`";
        return new(
            at.Take(),
            at.ExpectNewName("the name of the agreement"),
            at.TakeIf(TokenKind.Title),
            PhraseParser.Names(at, Word.Between, "the name of a party"),
            new(at.Expect(Word.In, Word.Force, Word.From), at.ExpectDate(), PhraseParser.LimitIf(at)),
            new(
                at.Expect(Word.With, Word.Calendar, Word.Days),
                at.ExpectMark(TokenKind.Comma, "`,`"),
                at.Expect(Word.Clock),
                ClockZone(at)),
            at.Begins(Word.Withdrawal, Word.Source) ? Withdrawal(at) : null,
            PhraseParser.CitationIf(at),
            at.EndSentence(Word.Withdrawal, Word.Source));
    }

    private static WithdrawalSyntax Withdrawal(Cursor at) => new(
        at.Expect(Word.Withdrawal, Word.After), at.ExpectNumber("how long after it is declared a withdrawal takes effect"), at.ExpectCalendarUnit());

    public static OmitsSentence Omits(Cursor at)
    {
        at.Form = "`omits \"WHAT\" because \"WHY\"`";
        return new(
            at.Take(),
            at.ExpectTitle("what is left out, in quotes"),
            at.Expect(Word.Because),
            at.ExpectTitle("why it is left out, in quotes"),
            at.EndSentence());
    }

    public static PartySentence Party(Cursor at)
    {
        at.Form = "`party NAME \"TITLE\"`";
        return new(at.Take(), at.ExpectNewName("the name of the party"), at.TakeIf(TokenKind.Title), at.EndSentence());
    }

    public static GroupSentence Group(Cursor at)
    {
        at.Form = "`group NAME \"TITLE\" of PARTY from DATE, PARTY grade … source …`";
        return new(
            at.Take(),
            at.ExpectNewName("the name of the group"),
            at.TakeIf(TokenKind.Title),
            at.ExpectBeforeName(Word.Of),
            at.List(inner => PhraseParser.DatedName(inner, "the name of a member")),
            at.Begins(Word.Grade, Word.Source) ? PhraseParser.Grade(at) : null,
            PhraseParser.CitationIf(at),
            at.EndSentence(Word.Grade, Word.Source));
    }

    public static RegionSentence Region(Cursor at)
    {
        at.Form = "`region NAME \"TITLE\" of PARTS outline AREA margin LENGTH in PLACES zone ZONE grade … source …`";
        return new(
            at.Take(),
            at.ExpectNewName("the name of the region"),
            at.TakeIf(TokenKind.Title),
            at.Begins(Word.Of, Word.Outline, Word.Margin, Word.In, Word.Zone, Word.Grade, Word.Source) ? PhraseParser.Parts(at, Word.Of) : null,
            at.Begins(Word.Outline, Word.Margin, Word.In, Word.Zone, Word.Grade, Word.Source) ? OutlineParser.Outline(at) : null,
            at.Begins(Word.Margin, Word.In, Word.Zone, Word.Grade, Word.Source) ? OutlineParser.Margin(at) : null,
            at.Begins(Word.In, Word.Zone, Word.Grade, Word.Source) ? PhraseParser.Names(at, Word.In, "the name of a place") : null,
            ZoneIf(at),
            at.Begins(Word.Grade, Word.Source) ? PhraseParser.Grade(at) : null,
            PhraseParser.CitationIf(at),
            at.EndSentence(Word.Of, Word.Outline, Word.Margin, Word.In, Word.Zone, Word.Grade, Word.Source));
    }

    public static SiteSentence Site(Cursor at)
    {
        at.Form = "`site NAME \"TITLE\" at LATITUDE, LONGITUDE in PLACE host PARTY zone ZONE source …`";
        var (word, name, title) = (at.Take(), at.ExpectNewName("the name of the site"), at.TakeIf(TokenKind.Title));
        var coordinates = at.At(Word.At) ? OutlineParser.Coordinates(at) : null;
        return new(
            word,
            name,
            title,
            coordinates,
            coordinates is null || at.At(Word.In) ? PhraseParser.Place(at) : null,
            at.Begins(Word.Host, Word.Zone, Word.Source) ? PhraseParser.Named(at, Word.Host, "the name of a party") : null,
            ZoneIf(at),
            PhraseParser.CitationIf(at),
            at.EndSentence(Word.At, Word.In, Word.Host, Word.Zone, Word.Source));
    }

    public static TheatreSentence Theatre(Cursor at)
    {
        at.Form = "`theatre NAME \"TITLE\" joins PLACE, PLACE`";
        return new(
            at.Take(),
            at.ExpectNewName("the name of the theatre"),
            at.TakeIf(TokenKind.Title),
            PhraseParser.Parts(at, Word.Joins),
            at.EndSentence());
    }

    private static ZoneSyntax? ZoneIf(Cursor at) =>
        at.Begins(Word.Zone, Word.Grade, Word.Source) ? new(at.Take(), Zone(at, "a time zone, written as `Europe/Moscow`")) : null;

    private static Token ClockZone(Cursor at) =>
        at.TakeIf(Word.Local) ?? Zone(at, "a time zone, written as `Europe/Moscow`, or `local`");

    private static Token Zone(Cursor at, string what)
    {
        at.Hear(TokenKind.Zone, what);
        if (at.At(TokenKind.Zone))
        {
            return at.Take();
        }

        var isMeant = at.At(TokenKind.Name) || at.At(Word.Utc);
        var expected = at.Expected(what);
        at.Report(at.At(Word.Utc) ? expected.Replace(at.Current.Span, "UTC", "Write `UTC`") : expected);
        if (!isMeant)
        {
            return at.Missing(TokenKind.Zone);
        }

        at.Reread(TokenKind.Zone);
        return at.Take();
    }
}
