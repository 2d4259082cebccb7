using System.Collections.Immutable;
using Proviso.Language.Diagnostics;

namespace Proviso.Language.Syntax.Parsing;

/// <summary>Sentences about disputes, their readings, and views.</summary>
internal static class DisputeParser
{
    private const string TermWanted = "what it means: a state, or a kind, a model or a definition";
    private const string ReadingForm = "`reading NAME \"TITLE\" means MEANING source …`";

    public static DisputeSentence Dispute(Cursor at)
    {
        at.Form = "`dispute NAME \"QUESTION\" on TARGET reading NAME means …; reading NAME means …`";
        var word = at.Take();
        var name = at.ExpectNewName("the name of the dispute");
        var title = at.ExpectTitle("the question, in quotes");
        var on = at.ExpectBeforeName(Word.On);
        var target = Target(at);
        var readings = Readings(at, target);
        if (readings.Count < 2 && !at.HasErrors)
        {
            at.Note(Diagnostic.Error(SyntaxCodes.OneReading, name.Span, "a dispute has at least two readings, and this has one")
                .Hint("the other may be `reading declared means as declared`"));
        }

        return new(word, name, title, on, target, readings, at.EndSentence());
    }

    private static DisputeTargetSyntax Target(Cursor at)
    {
        if (at.At(Word.Clause) || at.At(TokenKind.Number))
        {
            return new WordingTargetSyntax(
                PhraseParser.ClauseReference(at),
                at.ExpectOneOf("`until`, `while` or `unless`", Word.Until, Word.While, Word.Unless));
        }

        if (at.Begins(Word.Extent, Word.Clause) || (at.At(Word.Of) && at.Ahead(2).Kind == TokenKind.Comma))
        {
            return new ExtentTargetSyntax(at.Expect(Word.Extent, Word.Of), at.Names("the name of a place"));
        }

        var name = at.ExpectName("what is disputed: a definition, a state, an attribute as in `ATTRIBUTE of MODEL`, `extent of`, or `clause`");
        return at.At(Word.Of)
            ? new AttributeTargetSyntax(name, at.Take(), at.ExpectName("the name of a model"))
            : new TermTargetSyntax(name, at.Begins(Word.In, Word.Reading) || at.At(Word.Clause) ? TermUse(at) : null);
    }

    private static TermUseSyntax TermUse(Cursor at) => new(
        at.Expect(Word.In),
        PhraseParser.ClauseReference(at),
        at.ExpectOneOf("`have`, `until`, `while` or `unless`", Word.Have, Word.Until, Word.While, Word.Unless));

    private static Separated<ReadingSyntax> Readings(Cursor at, DisputeTargetSyntax target)
    {
        var readings = ImmutableArray.CreateBuilder<ReadingSyntax>();
        var marks = ImmutableArray.CreateBuilder<Token>();
        var isNamed = Vocabulary.IsNameLike(at.Current) && (at.Ahead(1).Kind == TokenKind.Title || at.Ahead(1).Word == Word.Means);
        if (!at.At(Word.Reading) && !at.Correct(Word.Reading) && !isNamed)
        {
            at.Report(at.Expected("`reading`"));
            SkipToReading(at);
        }

        readings.Add(Reading(at, target));
        while (true)
        {
            if (!IsSeparator(at))
            {
                SkipToReading(at);
            }

            if (!IsSeparator(at))
            {
                return new(readings.DrainToImmutable(), marks.DrainToImmutable());
            }

            marks.Add(ReadingMark(at));
            readings.Add(Reading(at, target));
        }
    }

    private static bool IsSeparator(Cursor at) =>
        at.At(TokenKind.Semicolon) || at.At(Word.Reading) || (at.At(TokenKind.Comma) && at.Ahead(1).Word == Word.Reading);

    /// <summary>Passes over what does not belong to a reading, up to the next one.</summary>
    private static void SkipToReading(Cursor at)
    {
        if (at.AtSentenceEnd || SentenceStart.HasShape(at))
        {
            return;
        }

        at.SkipTo(
            inner => inner.AtSentenceEnd || IsSeparator(inner),
            inner => inner.DoesNotFit("the reading could end here, with `;` before the next one"));
    }

    private static Token ReadingMark(Cursor at)
    {
        if (at.At(TokenKind.Semicolon))
        {
            return at.Take();
        }

        if (!at.At(TokenKind.Comma))
        {
            at.Report(at.SeparatorMissing(";"));
            return at.Missing(TokenKind.Semicolon);
        }

        at.Report(Diagnostic.Error(SyntaxCodes.SeparatorMissing, at.Current.Span, "readings are separated by `;`, not by `,`")
            .Replace(at.Current.Span, ";", "Write `;`"));
        at.Reread(TokenKind.Semicolon);
        return at.Take();
    }

    private static ReadingSyntax Reading(Cursor at, DisputeTargetSyntax target)
    {
        var form = at.Form;
        at.Form = ReadingForm;
        var reading = new ReadingSyntax(
            at.Expect(Word.Reading),
            at.ExpectNewName("the name of the reading"),
            at.TakeIf(TokenKind.Title),
            at.Expect(Word.Means),
            Meaning(at, target),
            PhraseParser.CitationIf(at));
        at.Form = form;
        return reading;
    }

    private static MeaningSyntax Meaning(Cursor at, DisputeTargetSyntax target)
    {
        var meaning = AnyMeaning(at, target);
        if (!Fits(meaning, target) && !at.HasErrors)
        {
            at.Note(Diagnostic.Error(SyntaxCodes.MeaningMisfit, meaning.Span, $"this does not say how to read `{target}`")
                .Hint(Wanted(target)));
        }

        return meaning;
    }

    private static MeaningSyntax AnyMeaning(Cursor at, DisputeTargetSyntax target)
    {
        if (target is WordingTargetSyntax && ConditionParser.IsCondition(at))
        {
            return new SlotMeaningSyntax(ConditionParser.Slot(at));
        }

        if (target is ExtentTargetSyntax && at.At(TokenKind.Name))
        {
            var word = at.ExpectOneOf("`of` or `joins`", Word.Of, Word.Joins);
            return new ExtentMeaningSyntax(PhraseParser.PartsAfter(at, word));
        }

        switch (at.Current.Word)
        {
            case Word.As:
                return new AsDeclaredSyntax(at.Expect(Word.As, Word.Declared));
            case Word.While or Word.Until or Word.Unless:
                return new SlotMeaningSyntax(ConditionParser.Slot(at));
            case Word.Of or Word.Joins:
                return new ExtentMeaningSyntax(PhraseParser.Parts(at, at.Current.Word));
            case Word.Not:
                return new StateMeaningSyntax(ThingParser.StateExpression(at));
            case Word.From or Word.At or Word.More or Word.Less or Word.Yes or Word.No:
                return new ValueMeaningSyntax(ThingParser.Value(at));
        }

        if (at.At(TokenKind.Open))
        {
            return new StateMeaningSyntax(ThingParser.StateExpression(at));
        }

        if (at.At(TokenKind.Number) || target is AttributeTargetSyntax)
        {
            return new ValueMeaningSyntax(ThingParser.Value(at));
        }

        if (target is WordingTargetSyntax or ExtentTargetSyntax && !at.At(TokenKind.Name))
        {
            at.Report(at.Expected("what it means").Hint(Wanted(target)));
        }

        return TermMeaning(at);
    }

    /// <summary>States or nouns. Both begin with names joined by <c>or</c>; the first word after them that only one of the two
    /// can have decides, and where there is none, the target does.</summary>
    private static MeaningSyntax TermMeaning(Cursor at)
    {
        var names = ImmutableArray.CreateBuilder<Token>();
        var ors = ImmutableArray.CreateBuilder<Token>();
        names.Add(at.ExpectName(TermWanted));
        while (at.At(Word.Or) && Vocabulary.IsNameLike(at.Ahead(1)))
        {
            ors.Add(at.Take());
            names.Add(at.ExpectName(TermWanted));
        }

        var joined = new Separated<Token>(names.DrainToImmutable(), ors.DrainToImmutable());
        if (at.At(Word.With) || at.At(Word.Where))
        {
            return new BodyMeaningSyntax(BodyAfter(at, joined));
        }

        return at.At(Word.And) || at.At(Word.Or) || at.At(Word.For)
            ? new StateMeaningSyntax(StatesAfter(at, joined))
            : new NamesMeaningSyntax(joined);
    }

    private static BodySyntax BodyAfter(Cursor at, Separated<Token> names)
    {
        var nouns = ImmutableArray.CreateBuilder<NounSyntax>();
        var ors = names.Separators.ToBuilder();
        foreach (var name in names)
        {
            nouns.Add(new(name, null));
        }

        nouns[^1] = nouns[^1] with { With = ThingParser.WithIf(at) };
        while (at.At(Word.Or))
        {
            ors.Add(at.Take());
            nouns.Add(ThingParser.Noun(at));
        }

        return ThingParser.BodyOf(at, new(nouns.DrainToImmutable(), ors.DrainToImmutable()));
    }

    private static StateExpressionSyntax StatesAfter(Cursor at, Separated<Token> names)
    {
        var read = ImmutableArray.CreateBuilder<StateExpressionSyntax>();
        foreach (var name in names)
        {
            read.Add(new StateTermSyntax(null, name, null, name == names[^1] ? PhraseParser.RunningIf(at) : null));
        }

        var terms = at.JoinedAfter(read.DrainToImmutable(), names.Separators, ThingParser.StateTerm);
        return terms.Count == 1 ? terms[0] : new JoinedStatesSyntax(terms);
    }

    private static bool Fits(MeaningSyntax meaning, DisputeTargetSyntax target) => meaning is AsDeclaredSyntax || target switch
    {
        WordingTargetSyntax => meaning is SlotMeaningSyntax,
        ExtentTargetSyntax => meaning is ExtentMeaningSyntax,
        AttributeTargetSyntax => meaning is ValueMeaningSyntax,
        _ => meaning is NamesMeaningSyntax or StateMeaningSyntax or BodyMeaningSyntax,
    };

    private static string Wanted(DisputeTargetSyntax target) => target switch
    {
        WordingTargetSyntax => "a reading of a condition is a condition with its word: `until …`, `while …` or `unless …`; or `as declared`",
        ExtentTargetSyntax => "a reading of an extent says what lies there: `of PLACES` or `joins PLACES`; or `as declared`",
        AttributeTargetSyntax => "a reading of an attribute is a value: `at most 480 km`, `yes`, a name; or `as declared`",
        _ => "a reading of a definition or a state is one in other words: nouns or states; or `as declared`",
    };

    public static ViewSentence View(Cursor at)
    {
        at.Form = "`view NAME \"TITLE\" reads DISPUTE as READING, … leaves DISPUTES open trusts PARTIES`";
        var word = at.Take();
        var name = at.ExpectNewName("the name of the view");
        var title = at.TakeIf(TokenKind.Title);
        var parts = ImmutableArray.CreateBuilder<ViewPartSyntax>();
        while (ViewPart(at) is { } part)
        {
            parts.Add(part);
        }

        return new(word, name, title, parts.DrainToImmutable(), at.EndSentence());
    }

    private static ViewPartSyntax? ViewPart(Cursor at)
    {
        if (!at.Begins(Word.Reads, Word.Leaves, Word.Trusts) && !at.At(Word.Leaves) && !at.At(Word.Trusts) && !SkipToViewPart(at))
        {
            return null;
        }

        return at.Current.Word switch
        {
            Word.Reads => new ReadsSyntax(at.Take(), at.List(Choice, isItem: IsChoice)),
            Word.Leaves => new LeavesSyntax(at.Take(), at.Names("the name of a dispute"), at.Expect(Word.Open)),
            _ => new TrustsSyntax(at.Take(), at.Names("the name of a party")),
        };
    }

    private static ChoiceSyntax Choice(Cursor at) =>
        new(at.ExpectName("the name of a dispute"), at.Expect(Word.As), at.ExpectName("the name of a reading"));

    private static bool IsChoice(Cursor at) => at.At(TokenKind.Name) && at.Ahead(1).Word == Word.As;

    /// <summary>Passes over what is no part of a view; false when no part follows.</summary>
    private static bool SkipToViewPart(Cursor at)
    {
        if (at.AtSentenceEnd || SentenceStart.HasShape(at))
        {
            return false;
        }

        at.SkipTo(
            inner => inner.AtSentenceEnd || inner.Current.Word is Word.Reads or Word.Leaves or Word.Trusts,
            inner => inner.DoesNotFit("expected `reads`, `leaves`, `trusts` or the full stop"));
        return !at.AtSentenceEnd;
    }
}
