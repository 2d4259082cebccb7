using System.Collections.Immutable;
using Proviso.Language.Diagnostics;

namespace Proviso.Language.Syntax.Parsing;

/// <summary>The act of a clause: who shall or may do what, and by when.</summary>
internal static class ActParser
{
    private static readonly Word[] units = [Word.Days, Word.Hours, Word.Minutes, Word.Day, Word.Hour, Word.Minute];
    private const string HaveForm = "`PARTY shall not have THING STATE in PLACE`";
    private const string AtMostForm = "`PARTY shall have at most 3 THING STATE in PLACE`, or `… at most 3 COUNT in PLACE`";

    public static ActorSyntax Actor(Cursor at) => at.Current.Word switch
    {
        Word.Each => new(null, at.Expect(Word.Each, Word.Party)),
        Word.That => new(null, at.Expect(Word.That, Word.Party)),
        _ => new(at.ExpectName("who: the name of a party, `each party` or `that party`"), null),
    };

    public static ActSyntax Act(Cursor at)
    {
        var form = at.Form;
        at.Form = "`PARTY shall not have THING STATE in PLACE`, `PARTY shall have at most 3 THING STATE in PLACE`, `PARTY shall EVENT … within 5 days after the EVENT` or `PARTY may EVENT …`";
        var modal = Modal(at);
        var act = modal.Word switch
        {
            Word.May => Right(at, modal),
            Word.Shall => Duty(at, modal),
            _ => Unsaid(at, modal),
        };
        at.Form = form;
        return act;
    }

    /// <summary><c>shall</c> or <c>may</c>; reports other words for them.</summary>
    private static Token Modal(Cursor at)
    {
        if (at.At(TokenKind.Name) && Vocabulary.ModalMeantBy(at.Current.Text) is { } meant)
        {
            at.Report(WriteModal(at, meant));
            var isInfinitive = at.Ahead(1).Word == Word.To || (at.Ahead(1).Word == Word.Not && at.Ahead(2).Word == Word.To);
            at.Reread(TokenKind.Word, meant);
            var modal = at.Take();
            if (isInfinitive && at.At(Word.To))
            {
                at.Skip();
            }

            return modal;
        }

        return at.ExpectOneOf("`shall` or `may`", Word.Shall, Word.May);
    }

    private static Diagnostic WriteModal(Cursor at, Word meant)
    {
        var last = at.Current;
        var words = meant.Spelling();
        if (at.Ahead(1).Word == Word.Not)
        {
            last = at.Ahead(2).Word == Word.To ? at.Ahead(2) : at.Ahead(1);
            words += " not";
        }
        else if (at.Ahead(1).Word == Word.To)
        {
            last = at.Ahead(1);
        }

        var span = at.Current.Source.Span(at.Current.Start, last.End - at.Current.Start);
        var written = SyntaxErrors.Show(at.Current.Source.Slice(span.Start, span.Length));
        return Diagnostic.Error(SyntaxCodes.WriteShall, span, $"a clause says `{words}`, not {written}")
            .Hint("`shall` makes a duty, `shall not` a prohibition, `may` a right")
            .Replace(span, words, $"Write `{words}`");
    }

    private static ActSyntax Duty(Cursor at, Token shall)
    {
        if (IsCeiling(at))
        {
            return AtMost(at, shall);
        }

        if (at.At(Word.Not) && at.Ahead(1).Word == Word.Have && at.Ahead(2).Word == Word.More && at.Ahead(3).Word == Word.Than)
        {
            return NotMoreThan(at, shall);
        }

        if (at.At(Word.Have))
        {
            at.Report(Diagnostic.Error(SyntaxCodes.NoSuchAct, at.Current.Span, "a clause cannot oblige a party to have something")
                .Hint("write `shall not have` for a prohibition, `shall have at most` for a ceiling, `may have` for a right, or `shall EVENT within …` for a duty to act")
                .Replace(at.Current.Span, "not have", "Write `shall not have`"));
            return Have(at, new([shall, at.Missing(Word.Not), at.Take()]));
        }

        if (at.At(Word.Not))
        {
            var not = at.Take();
            if (at.At(Word.To))
            {
                at.Skip();
            }

            return Have(at, new([shall, not, ExpectHave(at)]));
        }

        var pattern = ActPattern(at);
        return new DoActSyntax(shall, pattern, QuotaParser.QuotaIf(at), Deadline(at));
    }

    /// <summary>True at the words of a ceiling, also when one of them is missing or the text ends behind the first.</summary>
    private static bool IsCeiling(Cursor at) => at.At(Word.Have)
        ? at.Ahead(1).Word is Word.At or Word.Most || at.Ahead(1).Kind is TokenKind.Number or TokenKind.End
        : at.At(Word.At) && at.Ahead(1).Word == Word.Most;

    private static AtMostActSyntax AtMost(Cursor at, Token shall)
    {
        at.Form = AtMostForm;
        var have = at.Expect(Word.Have);
        if (at.At(TokenKind.Number))
        {
            at.Report(at.Expected("`at most`").Replace(at.EndOfLast, " at most", "Add `at most`"));
            return AtMost(at, new Phrase([shall, have, at.Missing(Word.At), at.Missing(Word.Most)]));
        }

        return AtMost(at, new Phrase([shall, have, at.Expect(Word.At), at.Expect(Word.Most)]));
    }

    /// <summary><c>shall not have more than</c>: reported, and read as the ceiling that it is.</summary>
    private static AtMostActSyntax NotMoreThan(Cursor at, Token shall)
    {
        var span = at.Current.Source.Span(at.Current.Start, at.Ahead(3).End - at.Current.Start);
        at.Report(Diagnostic.Error(SyntaxCodes.NoSuchAct, span, "a ceiling says `shall have at most`")
            .Replace(span, "have at most", "Write `shall have at most`"));
        at.Form = AtMostForm;
        at.Skip();
        var have = at.Take();
        at.Skip();
        at.Skip();
        return AtMost(at, new Phrase([shall, have, at.Missing(Word.At), at.Missing(Word.Most)]));
    }

    private static AtMostActSyntax AtMost(Cursor at, Phrase words)
    {
        var number = at.ExpectNumber("how many at most");
        var noun = ThingParser.Noun(at, "the name of a kind, a model, a definition or a count");
        var isCount = at.At(Word.In) && noun is { With: null, Name.IsMissing: false };
        return new(words, number, noun, isCount ? null : at.ExpectName("the name of a state"), PhraseParser.Place(at));
    }

    /// <summary>What follows where <c>shall</c> or <c>may</c> is missing.</summary>
    private static ActSyntax Unsaid(Cursor at, Token missing)
    {
        if (at.At(Word.Not) || at.At(Word.Have) || IsCeiling(at))
        {
            return Duty(at, missing);
        }

        var pattern = ConditionParser.Pattern(at);
        return new DoActSyntax(missing, pattern, QuotaParser.QuotaIf(at), IsDeadline(at.Current, at.Ahead(1)) ? Deadline(at) : null);
    }

    private static ActSyntax Right(Cursor at, Token may)
    {
        if (at.At(Word.Not))
        {
            var span = at.Current.Source.Span(may.Start, at.Current.End - may.Start);
            at.Report(Diagnostic.Error(SyntaxCodes.NoSuchAct, span, "`may not` can be read in two ways")
                .Hint("write `shall not have` for a prohibition")
                .Replace(span, "shall not", "Write `shall not`"));
            at.Skip();
        }

        return at.At(Word.Have) ? Have(at, new([may, at.Take()])) : new DoActSyntax(may, ActPattern(at), QuotaParser.QuotaIf(at), null);
    }

    private static Token ExpectHave(Cursor at)
    {
        if (at.At(Word.Have))
        {
            return at.Take();
        }

        var form = at.Form;
        at.Form = $"a prohibition is on having something in a state: {HaveForm}";
        var have = at.Expect(Word.Have);
        at.Form = form;
        return have;
    }

    private static HaveActSyntax Have(Cursor at, Phrase words)
    {
        at.Form = words.First == Word.May ? "`PARTY may have THING STATE in PLACE`" : HaveForm;
        return new(words, ThingParser.Noun(at), at.ExpectName("the name of a state"), PhraseParser.Place(at));
    }

    /// <summary>The event of an act. It has no <c>by</c>, since the actor is the one who does it; one that is there is reported.</summary>
    private static PatternSyntax ActPattern(Cursor at)
    {
        var pattern = ConditionParser.Pattern(at);
        if (pattern.By is { } by)
        {
            at.Note(Diagnostic.Error(SyntaxCodes.DoerTwice, by.Span, "who does it stands before `shall` or `may` already")
                .Hint("leave out `by`; whom it is done to stands after `to`")
                .Replace(by.Span, "", $"Take out {SyntaxErrors.Show(by.ToString())}"));
        }

        return pattern;
    }

    private static DeadlineSyntax? Deadline(Cursor at)
    {
        if (at.At(TokenKind.Comma) && IsDeadline(at.Ahead(1), at.Ahead(2)))
        {
            at.Report(at.Superfluous("the deadline belongs to the act"));
            at.Skip();
        }

        if (at.Current.Word == Word.Within)
        {
            var (within, number) = (at.Expect([Word.Within]), Number(at));
            var isPeriodic = SkipsWorking(at);
            var (working, unit) = (isPeriodic ? null : WorkingIf(at), Unit(at));
            var of = WhoseDays(at, working, isPeriodic);
            if (at.Ahead(1).Word != Word.Each)
            {
                return new RelativeDeadlineSyntax(within, number, working, unit, of, at.Expect(Word.After, Word.The), Event(at));
            }

            at.Form = "`within 30 days after each 6 months from DATE`";
            return new PeriodicDeadlineSyntax(
                within, number, unit, at.Expect(Word.After, Word.Each), at.ExpectNumber("a number of months or years"), LengthUnit(at), at.Expect(Word.From), at.ExpectDate());
        }

        if (at.Current.Word == Word.At)
        {
            var (least, number, working, unit) = (at.Expect(Word.At, Word.Least), Number(at), WorkingIf(at), Unit(at));
            return new RelativeDeadlineSyntax(least, number, working, unit, WhoseDays(at, working, isPeriodic: false), at.Expect(Word.Before, Word.The), Event(at));
        }

        if (at.Current.Word == Word.No)
        {
            var words = at.Expect(Word.No, Word.Later, Word.Than);
            if (at.At(TokenKind.Number))
            {
                at.Form = "`no later than 30 march and 30 september of each year`";
                return new YearlyDeadlineSyntax(words, DaysOfYear(at), at.Expect(Word.Of, Word.Each, Word.Year));
            }

            var the = at.TakeIf(Word.The);
            return new LatestDeadlineSyntax(words, the, the is null ? at.ExpectDate("a date, `the` and an event, or days of each year") : Event(at));
        }

        at.Report(Diagnostic.Error(SyntaxCodes.DeadlineMissing, at.EndOfLast, "this duty does not say by when")
            .Hint("add `within 5 days after the EVENT`, `at least 5 days before the EVENT`, `no later than the EVENT` or `no later than DATE`")
            .Hint("what is due again and again: `within 30 days after each 6 months from DATE`, or `no later than 30 march of each year`"));
        return null;
    }

    private static Separated<DayOfYearSyntax> DaysOfYear(Cursor at)
    {
        var days = ImmutableArray.CreateBuilder<DayOfYearSyntax>();
        var ands = ImmutableArray.CreateBuilder<Token>();
        days.Add(DayOfYear(at));
        while (at.At(Word.And) || at.At(TokenKind.Comma) && at.Ahead(1).Kind == TokenKind.Number)
        {
            if (at.At(TokenKind.Comma))
            {
                at.Report(at.Expected("`and`").Replace(at.Current.Span, " and", "Write `and`"));
                at.Skip();
                ands.Add(at.Missing(Word.And));
            }
            else
            {
                ands.Add(at.Take());
            }

            days.Add(DayOfYear(at));
        }

        return new(days.DrainToImmutable(), ands.DrainToImmutable());
    }

    private static DayOfYearSyntax DayOfYear(Cursor at) => new(at.ExpectNumber("a day of a month, as in `30 march`"), MonthName(at));

    /// <summary>The name of a month: a name, or the word <c>may</c>.</summary>
    private static Token MonthName(Cursor at)
    {
        const string What = "the name of a month, as in `30 march`";
        at.Hear(TokenKind.Name, What);
        if (at.TakeIf(Word.May) is { } may)
        {
            return may;
        }

        if (Vocabulary.IsNameLike(at.Current) && Vocabulary.MonthNamed(at.Current.Text) > 0)
        {
            return at.Take();
        }

        if (Vocabulary.IsNameLike(at.Current) && Spelling.Closest(at.Current.Text.ToLowerInvariant(), Vocabulary.Months) is { } meant)
        {
            at.Report(Diagnostic.Error(SyntaxCodes.Misspelt, at.Current.Span, $"{at.Shown} is not the name of a month")
                .Hint($"write `{meant}`")
                .Replace(at.Current.Span, meant, $"Write `{meant}`"));
            return at.Take();
        }

        at.Report(at.Expected(What));
        return at.Missing(TokenKind.Name);
    }

    private static Token LengthUnit(Cursor at) => at.ExpectOneOf("`months` or `years`", Word.Months, Word.Years, Word.Month, Word.Year);

    private static bool IsDeadline(Token first, Token second) =>
        first.Word == Word.Within
        || (first.Word == Word.At && second.Word == Word.Least)
        || (first.Word == Word.No && second.Word == Word.Later);

    private static Token Event(Cursor at) => at.ExpectName("the name of an event");

    private static Token Number(Cursor at) => at.ExpectNumber("a number of days, hours or minutes");

    private static Token? WorkingIf(Cursor at) => at.Begins(Word.Working, units) ? at.Take() : null;

    private static Token Unit(Cursor at)
    {
        var isWorking = at.Last?.Word == Word.Working;
        if (at.Current.Word is Word.Month or Word.Months or Word.Year or Word.Years)
        {
            at.Report(at.DoesNotFit(isWorking ? "expected `days`" : "expected `days`, `hours` or `minutes`")
                .Hint("months and years differ in length, and not every month has a day 31: write how many days are meant"));
        }
        else if (isWorking && at.Current.Word is Word.Hour or Word.Hours or Word.Minute or Word.Minutes)
        {
            at.Report(at.DoesNotFit("expected `days`").Hint("a calendar says which days are worked, not which hours"));
        }
        else
        {
            return isWorking ? at.ExpectOneOf("`days`", Word.Days, Word.Day) : at.ExpectOneOf("`days`, `hours` or `minutes`", units);
        }

        at.Skip();
        return at.Missing(Word.Days);
    }

    /// <summary>Reports and passes over <c>working</c> in <c>working days after each 6 months</c>.</summary>
    private static bool SkipsWorking(Cursor at)
    {
        var (after, each) = at.Ahead(2).Word == Word.Of ? (at.Ahead(4), at.Ahead(5)) : (at.Ahead(2), at.Ahead(3));
        if (!at.At(Word.Working) || after.Word != Word.After || each.Word != Word.Each)
        {
            return false;
        }

        at.Report(Diagnostic.Error(SyntaxCodes.DoesNotFit, at.Current.Span, "`working` does not fit here: the days after a period are counted by the calendar, each of them")
            .Hint("working days are counted from an event: `within 5 working days after the EVENT`"));
        at.Skip();
        return true;
    }

    /// <summary>In whose working days: <c>of usa</c>.</summary>
    /// <param name="isPeriodic">True where it was told already that they are no working days.</param>
    private static NamedSyntax? WhoseDays(Cursor at, Token? working, bool isPeriodic)
    {
        if (at.At(Word.Of) && at.Ahead(2).Word == Word.After && at.Ahead(3).Word == Word.Each)
        {
            if (!isPeriodic)
            {
                at.Report(at.DoesNotFit("days and hours are the same for everybody"));
            }

            at.Skip();
            at.Skip();
            return null;
        }

        if (!at.At(Word.Of) || (working is null && at.Ahead(1).Kind != TokenKind.Name))
        {
            return null;
        }

        var of = PhraseParser.Named(at, Word.Of, "the name of a party");
        if (working is null)
        {
            at.Note(Diagnostic.Error(SyntaxCodes.DoesNotFit, of.Span, $"{SyntaxErrors.Show(of.ToString())} does not fit here: days and hours are the same for everybody")
                .Hint($"for the days on which a party works, write `working days {of}`"));
        }

        return of;
    }
}
