using System.Collections.Immutable;

namespace Proviso.Language.Syntax.Parsing;

/// <summary>How often a right may be used: <c>up to 20 times in each treaty year through year 3, 15 through year 8</c>.</summary>
internal static class QuotaParser
{
    private const string QuotaForm = "`up to 20 times in each treaty year`, or `… through year 3, 15 through year 8`";

    public static QuotaSyntax? QuotaIf(Cursor at)
    {
        if (!at.At(Word.Up))
        {
            return null;
        }

        var form = at.Form;
        at.Form = QuotaForm;
        var words = at.Expect(Word.Up, Word.To);
        var number = at.ExpectNumber("how many times a year");
        var times = at.ExpectOneOf("`times`", Word.Times, Word.Time);
        var each = at.Expect(Word.In, Word.Each);
        var sort = at.ExpectOneOf("`treaty` or `calendar`", Word.Treaty, Word.Calendar);
        var year = at.Expect(Word.Year);
        var limit = at.At(Word.Through) ? Limit(at) : null;
        var later = limit is null ? [] : Later(at);
        at.Form = form;
        return new(words, number, times, each, sort, year, limit, later);
    }

    private static ImmutableArray<QuotaStepSyntax> Later(Cursor at)
    {
        var steps = ImmutableArray.CreateBuilder<QuotaStepSyntax>();
        while (at.At(TokenKind.Comma) && at.Ahead(1).Kind == TokenKind.Number)
        {
            steps.Add(new(at.Take(), at.ExpectNumber("how many times a year"), Limit(at)));
        }

        return steps.DrainToImmutable();
    }

    private static YearLimitSyntax Limit(Cursor at) => new(at.Expect(Word.Through, Word.Year), at.ExpectNumber("the number of a year"));
}
