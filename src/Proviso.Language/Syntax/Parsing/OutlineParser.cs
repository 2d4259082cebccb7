using System.Collections.Immutable;

namespace Proviso.Language.Syntax.Parsing;

/// <summary>Outlines of regions, and points.</summary>
internal static class OutlineParser
{
    /// <summary><c>outline AREA within AREA without AREA</c></summary>
    public static OutlineSyntax Outline(Cursor at)
    {
        var word = at.Take();
        var area = Area(at);
        var cuts = ImmutableArray.CreateBuilder<CutSyntax>();
        while (at.Current.Word is Word.Within or Word.Without)
        {
            cuts.Add(new(at.Take(), Area(at)));
        }

        return new(word, area, cuts.DrainToImmutable());
    }

    /// <summary><c>margin 5 km</c></summary>
    public static MarginSyntax Margin(Cursor at) => new(at.Take(), ThingParser.Quantity(at));

    /// <summary><c>at 54.71 N, 20.51 E</c></summary>
    public static CoordinatesSyntax Coordinates(Cursor at) => new(
        at.Take(),
        at.ExpectNumber("a latitude, written as `54.71 N`"),
        Letter(at, 'N', 'S'),
        at.ExpectMark(TokenKind.Comma, "`,`"),
        at.ExpectNumber("a longitude, written as `20.51 E`"),
        Letter(at, 'E', 'W'));

    private static AreaSyntax Area(Cursor at) => at.Current.Word switch
    {
        Word.Country => new CountryAreaSyntax(
            at.Take(), at.ExpectName("the name of a country in the atlas"), at.At(Word.At) ? Coordinates(at) : null),
        Word.File => new FileAreaSyntax(at.Take(), at.ExpectTitle("the name of a file, in quotes")),
        _ => new RegionAreaSyntax(at.ExpectName("`country` and a name, `file` and a name in quotes, or the name of a region")),
    };

    /// <summary>One of two capital letters. A small one, or the other pair, is reported.</summary>
    private static Token Letter(Cursor at, char one, char other)
    {
        at.Hear(TokenKind.Zone, $"`{one}` or `{other}`");
        var text = at.Current.Text;
        if (at.At(TokenKind.Zone) && (text == $"{one}" || text == $"{other}"))
        {
            return at.Take();
        }

        var meant = text.Length == 1 && char.ToUpperInvariant(text[0]) is var letter && (letter == one || letter == other) ? letter : ' ';
        var expected = at.Expected($"`{one}` or `{other}`");
        at.Report(meant == ' ' ? expected : expected.Replace(at.Current.Span, $"{meant}", $"Write `{meant}`"));
        if (meant == ' ')
        {
            return at.Missing(TokenKind.Zone);
        }

        at.Reread(TokenKind.Zone);
        return at.Take();
    }
}
