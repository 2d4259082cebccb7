using System.Collections.Immutable;

#pragma warning disable CS1591 // What overrides a documented member needs no words of its own.

namespace Proviso.Language.Syntax;

/// <summary><c>agreement NAME "title" between … in force from … with calendar days, clock …</c></summary>
public sealed record AgreementSentence(
    Token AgreementWord,
    Token Name,
    Token? Title,
    NamesSyntax Between,
    InForceSyntax InForce,
    ClockSyntax Clock,
    CitationSyntax? Source,
    Token FullStop) : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children =>
        Present(AgreementWord, Name, Title, Between, InForce, Clock, Source, FullStop);
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

/// <summary><c>region NAME "title" of a, b in c, d zone …</c></summary>
public sealed record RegionSentence(
    Token RegionWord,
    Token Name,
    Token? Title,
    PartsSyntax? Of,
    NamesSyntax? In,
    ZoneSyntax? Zone,
    CitationSyntax? Source,
    Token FullStop) : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children => Present(RegionWord, Name, Title, Of, In, Zone, Source, FullStop);
}

/// <summary><c>site NAME "title" in c host d zone …</c></summary>
public sealed record SiteSentence(
    Token SiteWord,
    Token Name,
    Token? Title,
    NamedSyntax In,
    NamedSyntax? Host,
    ZoneSyntax? Zone,
    CitationSyntax? Source,
    Token FullStop) : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children => Present(SiteWord, Name, Title, In, Host, Zone, Source, FullStop);
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
