using System.Collections.Immutable;

#pragma warning disable CS1591 // What overrides a documented member needs no words of its own.

namespace Proviso.Language.Syntax;

/// <summary><c>agreement NAME "title" between … in force from … with calendar days, clock … withdrawal after …</c></summary>
public sealed record AgreementSentence(
    Token AgreementWord,
    Token Name,
    Token? Title,
    NamesSyntax Between,
    InForceSyntax InForce,
    ClockSyntax Clock,
    WithdrawalSyntax? Withdrawal,
    CitationSyntax? Source,
    Token FullStop) : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children =>
        Present(AgreementWord, Name, Title, Between, InForce, Clock, Withdrawal, Source, FullStop);
}

/// <summary><c>withdrawal after 6 months</c></summary>
public sealed record WithdrawalSyntax(Phrase Words, Token Number, Token Unit) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Words, Number, Unit);
}

/// <summary><c>omits "what" because "why"</c></summary>
public sealed record OmitsSentence(Token OmitsWord, Token What, Token BecauseWord, Token Why, Token FullStop) : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children => Present(OmitsWord, What, BecauseWord, Why, FullStop);
}

/// <summary><c>in force from DATE through DATE</c></summary>
public sealed record InForceSyntax(Phrase Words, Token From, LimitSyntax? Limit) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Words, From, Limit);
}

/// <summary><c>with calendar days, clock Europe/Moscow</c></summary>
/// <param name="Zone">A zone id, or the word <c>local</c>.</param>
public sealed record ClockSyntax(Phrase Words, Token Comma, Token ClockWord, Token Zone) : SyntaxNode
{
    /// <summary>True for <c>clock local</c>.</summary>
    public bool IsLocal => Zone.Word == Word.Local;

    public override ImmutableArray<SyntaxElement> Children => Present(Words, Comma, ClockWord, Zone);
}

/// <summary><c>zone Europe/Moscow</c></summary>
public sealed record ZoneSyntax(Token ZoneWord, Token Zone) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(ZoneWord, Zone);
}

/// <summary><c>party NAME "title"</c></summary>
public sealed record PartySentence(Token PartyWord, Token Name, Token? Title, Token FullStop) : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children => Present(PartyWord, Name, Title, FullStop);
}

/// <summary><c>group NAME "title" of a, b from 2023-04-04 grade … source …</c></summary>
public sealed record GroupSentence(
    Token GroupWord,
    Token Name,
    Token? Title,
    Token OfWord,
    Separated<DatedNameSyntax> Members,
    GradeSyntax? Grade,
    CitationSyntax? Source,
    Token FullStop) : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children =>
        Present(GroupWord, Name, Title, OfWord, Members, Grade, Source, FullStop);
}

/// <summary><c>region NAME "title" of a, b outline … margin … in c, d zone … grade … source …</c></summary>
public sealed record RegionSentence(
    Token RegionWord,
    Token Name,
    Token? Title,
    PartsSyntax? Of,
    OutlineSyntax? Outline,
    MarginSyntax? Margin,
    NamesSyntax? In,
    ZoneSyntax? Zone,
    GradeSyntax? Grade,
    CitationSyntax? Source,
    Token FullStop) : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children =>
        Present(RegionWord, Name, Title, Of, Outline, Margin, In, Zone, Grade, Source, FullStop);
}

/// <summary><c>outline country russia without crimea</c>: an area, and what is kept or left out of it, in the order written.</summary>
public sealed record OutlineSyntax(Token OutlineWord, AreaSyntax Area, ImmutableArray<CutSyntax> Cuts) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present([OutlineWord, Area, .. Cuts]);
}

/// <summary><c>within AREA</c> or <c>without AREA</c></summary>
public sealed record CutSyntax(Token CutWord, AreaSyntax Area) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(CutWord, Area);
}

/// <summary>An area on the earth.</summary>
public abstract record AreaSyntax : SyntaxNode;

/// <summary><c>country russia at 54.71 N, 20.51 E</c>: a country of the atlas, or the part of it around a point.</summary>
public sealed record CountryAreaSyntax(Token CountryWord, Token Name, CoordinatesSyntax? At) : AreaSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(CountryWord, Name, At);
}

/// <summary><c>file "urals.geojson"</c></summary>
public sealed record FileAreaSyntax(Token FileWord, Token Title) : AreaSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(FileWord, Title);
}

/// <summary>The area of another region, by its name.</summary>
public sealed record RegionAreaSyntax(Token Name) : AreaSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Name);
}

/// <summary><c>margin 5 km</c></summary>
public sealed record MarginSyntax(Token MarginWord, QuantitySyntax Quantity) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(MarginWord, Quantity);
}

/// <summary><c>at 54.71 N, 20.51 E</c></summary>
/// <param name="NorthOrSouth">The letter <c>N</c> or <c>S</c>.</param>
/// <param name="EastOrWest">The letter <c>E</c> or <c>W</c>.</param>
public sealed record CoordinatesSyntax(Token AtWord, Token Latitude, Token NorthOrSouth, Token Comma, Token Longitude, Token EastOrWest)
    : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(AtWord, Latitude, NorthOrSouth, Comma, Longitude, EastOrWest);
}

/// <summary><c>site NAME "title" at … in c host d zone …</c></summary>
/// <param name="In">May be left out where there are coordinates.</param>
public sealed record SiteSentence(
    Token SiteWord,
    Token Name,
    Token? Title,
    CoordinatesSyntax? At,
    NamedSyntax? In,
    NamedSyntax? Host,
    ZoneSyntax? Zone,
    CitationSyntax? Source,
    Token FullStop) : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children => Present(SiteWord, Name, Title, At, In, Host, Zone, Source, FullStop);
}

/// <summary><c>theatre NAME "title" joins a, b</c></summary>
public sealed record TheatreSentence(Token TheatreWord, Token Name, Token? Title, PartsSyntax Joins, Token FullStop)
    : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children => Present(TheatreWord, Name, Title, Joins, FullStop);
}

/// <summary>What lies in a region or theatre: <c>of a, b</c> or <c>joins a, b</c>.</summary>
public sealed record PartsSyntax(Token Word, Separated<DatedNameSyntax> Parts) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Word, Parts);
}
