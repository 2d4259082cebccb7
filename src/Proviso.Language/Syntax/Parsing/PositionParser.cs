namespace Proviso.Language.Syntax.Parsing;

/// <summary>Positions: what a party does with an agreement, a clause, a reading or a report.</summary>
internal static class PositionParser
{
    private static readonly Word[] verbs =
    [
        Word.Proposes, Word.Acknowledges, Word.Accepts, Word.Rejects, Word.Suspends, Word.Resumes, Word.Withdraws, Word.Doubts,
        Word.Denies,
    ];

    public static bool IsVerb(Word word) => verbs.Contains(word);

    public static PositionSentence Position(Cursor at)
    {
        at.Form = "`position PARTY accepts clause NUMBER on DATE by PARTY grade … source …`";
        var word = at.Take();
        var holder = at.ExpectName("the name of the party that takes the position");
        var stance = Stance(at);
        return new(word, holder, stance, AttributionParser.Read(at, isPosition: true, word), at.EndSentence());
    }

    private static StanceSyntax Stance(Cursor at)
    {
        var verb = at.ExpectOneOf(
            "what the party does: `proposes`, `acknowledges`, `accepts`, `rejects`, `suspends`, `resumes`, `withdraws`, `doubts` or `denies`",
            verbs);
        if (verb.Word is Word.Doubts or Word.Denies || (verb.IsMissing && at.At(Word.Report)))
        {
            return Contests(at, verb);
        }

        return new TakesStanceSyntax(
            verb,
            verb.Word == Word.Withdraws ? at.TakeIf(Word.From) : null,
            Target(at),
            (verb.Word == Word.Proposes || verb.IsMissing) && at.At(Word.To) ? PhraseParser.Names(at, Word.To, "the name of a party") : null);
    }

    private static ContestsSyntax Contests(Cursor at, Token verb)
    {
        at.Form = $"`position PARTY {verb.Text} report NAME its date on DATE by PARTY grade … source …`";
        var word = at.Expect(Word.Report);
        var report = at.ExpectName("the name of a report");
        if (!at.Begins(Word.Its))
        {
            return new(verb, word, report, null, null);
        }

        var its = at.Take();
        var isPart = at.Current.Word is Word.Date or Word.Place or Word.Number or Word.Class;
        return new(verb, word, report, its, isPart ? at.Take() : at.ExpectName("`date`, `place`, `number`, `class`, or the name of an attribute"));
    }

    private static PositionTargetSyntax Target(Cursor at)
    {
        if (at.Begins(Word.Agreement, Word.Clause, Word.Reading))
        {
            return new AgreementTargetSyntax(at.Take());
        }

        if (at.At(Word.Reading) || (Vocabulary.IsNameLike(at.Current) && at.Ahead(1).Word == Word.Of))
        {
            return new ReadingTargetSyntax(
                at.Expect(Word.Reading), at.ExpectName("the name of a reading"), at.Expect(Word.Of), at.ExpectName("the name of a dispute"));
        }

        if (!at.At(Word.Clause))
        {
            at.Report(at.Expected("what it is on: `clause` and its number, `agreement`, or `reading … of …`"));
        }

        return new ClauseTargetSyntax(PhraseParser.ClauseReference(at), PhraseParser.PlaceIf(at));
    }
}
