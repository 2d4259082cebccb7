using Proviso.Language.Diagnostics;

namespace Proviso.Language.Syntax.Parsing;

/// <summary>When something was, in reports and positions.</summary>
internal static class TimeParser
{
    private const string WhenForm =
        "a time reads `2020-10-26`, `2020-10-26 at 14:30`, `2020-10`, `between DATE and DATE` or `by DATE`";

    /// <summary>How long a state held.</summary>
    public static StaySyntax Stay(Cursor at)
    {
        if (at.Begins(Word.From, Word.Since, Word.On))
        {
            return FromAfter(at, at.Take(), When(at));
        }

        if (at.At(Word.Since))
        {
            return SinceAfter(at, at.Take(), When(at));
        }

        var on = at.ExpectOneOf("a time: `on`, `from … to`, `from … onward` or `since … still on`", Word.On);
        var when = When(at);
        return at.Current.Word switch
        {
            Word.To or Word.Onward when on.IsMissing => FromAfter(at, on, when),
            Word.Still when on.IsMissing => SinceAfter(at, on, when),
            _ => new OnStaySyntax(on, when, LastingIf(at)),
        };
    }

    private static SinceStaySyntax SinceAfter(Cursor at, Token since, WhenSyntax start) =>
        new(since, start, at.Expect(Word.Still, Word.On), When(at), LastingIf(at));

    private static FromStaySyntax FromAfter(Cursor at, Token from, WhenSyntax start)
    {
        if (at.Begins(Word.Onward, Word.To))
        {
            return new(from, start, null, null, at.Take(), LastingIf(at));
        }

        if (at.Current.Word is Word.Through or Word.Until && at.Ahead(1).Kind is TokenKind.Date or TokenKind.Month)
        {
            at.Report(Diagnostic.Error(SyntaxCodes.BareEnd, at.Current.Span, $"a report says `from … to …`, not `{at.Current.Text}`")
                .Hint("`to` includes the day it names")
                .Replace(at.Current.Span, "to", "Write `to`"));
            at.Reread(TokenKind.Word, Word.To);
        }

        return new(from, start, at.ExpectOneOf("`to` and a time, or `onward`", Word.To), When(at), null, LastingIf(at));
    }

    /// <summary>When an event happened.</summary>
    public static PointSyntax Point(Cursor at) => new(at.ExpectOneOf("`on` and a time", Word.On), When(at));

    private static LastingSyntax? LastingIf(Cursor at) => !at.Begins(Word.Lasting) ? null : new(
        at.Expect(Word.Lasting, Word.At, Word.Least),
        at.ExpectNumber("a number of days, hours or minutes"),
        at.ExpectOneOf("`days`, `hours` or `minutes`", Word.Days, Word.Hours, Word.Minutes, Word.Day, Word.Hour, Word.Minute));

    public static WhenSyntax When(Cursor at)
    {
        var form = at.Form;
        at.Form = WhenForm;
        WhenSyntax when = at.Current.Word switch
        {
            Word.Between => new BetweenSyntax(at.Take(), at.ExpectDate(), at.Expect(Word.And), at.ExpectDate()),
            Word.By when !Vocabulary.IsNameLike(at.Ahead(1)) => new BySyntax(at.Take(), at.ExpectDate()),
            _ => at.At(TokenKind.Month) ? new MonthSyntax(at.Take()) : Date(at),
        };
        at.Form = form;
        return when;
    }

    private static DateSyntax Date(Cursor at)
    {
        var date = at.ExpectDate();
        if (!at.At(Word.At))
        {
            return new(date, null, null, null);
        }

        const string What = "a time of day, written as `14:30`";
        var word = at.Take();
        at.Hear(TokenKind.Time, What);
        var time = at.TakeIf(TokenKind.Time);
        if (time is null)
        {
            at.Report(at.Expected(What));
            time = at.Missing(TokenKind.Time);
        }

        if (at.At(TokenKind.Zone) && string.Equals(at.Current.Text, "UTC", StringComparison.OrdinalIgnoreCase))
        {
            at.Correct(Word.Utc);
        }

        return new(date, word, time, at.TakeIf(Word.Utc));
    }
}
