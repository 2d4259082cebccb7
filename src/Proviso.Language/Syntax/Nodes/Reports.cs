using System.Collections.Immutable;

#pragma warning disable CS1591 // What overrides a documented member needs no words of its own.

namespace Proviso.Language.Syntax;

/// <summary><c>sources read on DATE</c></summary>
public sealed record SourcesSentence(Phrase Words, Token Date, Token FullStop) : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children => Present(Words, Date, FullStop);
}

/// <summary>A statement by a source.</summary>
/// <param name="Attribution">In the order written. A part given twice (other than <c>received</c>), and a missing
/// <c>by</c>, <c>grade</c> or <c>source</c>, are reported here; the binder need not.</param>
public sealed record ReportSentence(
    Token ReportWord, Token Name, ReportContentSyntax Content, ImmutableArray<AttributionSyntax> Attribution, Token FullStop)
    : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children => Present([ReportWord, Name, Content, .. Attribution, FullStop]);
}

/// <summary>What a report says.</summary>
public abstract record ReportContentSyntax : SyntaxNode;

/// <summary><c>no mk-70 present 2 or more in bornholm on …</c></summary>
public sealed record StateContentSyntax(
    Token? NoWord, SubjectSyntax Subject, Token State, AmountSyntax? Amount, NamedSyntax In, StaySyntax Stay) : ReportContentSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(NoWord, Subject, State, Amount, In, Stay);
}

/// <summary><c>total 1,796 warhead with operator russia deployed in … on …</c></summary>
public sealed record TotalContentSyntax(
    Token TotalWord, AmountSyntax Amount, SubjectSyntax Subject, Token State, NamedSyntax In, StaySyntax Stay) : ReportContentSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(TotalWord, Amount, Subject, State, In, Stay);
}

/// <summary><c>notice by usa to russia not received of 3 … in … on … for …</c></summary>
/// <param name="NotReceived"><c>not received</c>, or null.</param>
/// <param name="For">The event reports this act answers.</param>
public sealed record EventContentSyntax(
    Token Event,
    NamedSyntax By,
    NamedSyntax? To,
    Phrase? NotReceived,
    OfSubjectSyntax? Of,
    NamedSyntax? In,
    PointSyntax Point,
    NamesSyntax? For) : ReportContentSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Event, By, To, NotReceived, Of, In, Point, For);
}

/// <summary><c>9m729 has range at most 480 km</c></summary>
public sealed record AttributeContentSyntax(Token Model, Token HasWord, PairSyntax Pair) : ReportContentSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Model, HasWord, Pair);
}

/// <summary><c>end of REPORT on …</c></summary>
public sealed record EndContentSyntax(Phrase Words, Token Report, PointSyntax Point) : ReportContentSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Words, Report, Point);
}

/// <summary><c>access denied to usa in … on …</c></summary>
public sealed record AccessContentSyntax(Phrase Words, Token Party, NamedSyntax In, StaySyntax Stay) : ReportContentSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Words, Party, In, Stay);
}

/// <summary><c>log of usa complete from …</c></summary>
public sealed record LogContentSyntax(Phrase Words, Token Party, Token CompleteWord, StaySyntax Stay) : ReportContentSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Words, Party, CompleteWord, Stay);
}

/// <summary><c>corrects REPORT amount 3 in …</c></summary>
/// <param name="Parts">In the order written; a part given twice, and none at all, are reported here.</param>
public sealed record CorrectionContentSyntax(Token CorrectsWord, Token Report, ImmutableArray<CorrectionPartSyntax> Parts)
    : ReportContentSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present([CorrectsWord, Report, .. Parts]);
}

/// <summary>A part of a correction.</summary>
public abstract record CorrectionPartSyntax : SyntaxNode;

/// <summary><c>did not occur</c></summary>
public sealed record DidNotOccurSyntax(Phrase Words) : CorrectionPartSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Words);
}

/// <summary><c>subject mk-70 with maker usa</c></summary>
public sealed record SubjectCorrectionSyntax(Token SubjectWord, SubjectSyntax Subject) : CorrectionPartSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(SubjectWord, Subject);
}

/// <summary><c>amount 3</c></summary>
public sealed record AmountCorrectionSyntax(Token AmountWord, AmountSyntax Amount) : CorrectionPartSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(AmountWord, Amount);
}

/// <summary><c>in bornholm</c></summary>
public sealed record PlaceCorrectionSyntax(NamedSyntax In) : CorrectionPartSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(In);
}

/// <summary>A stay, or for an event its day: <c>on 2023-09-19</c>.</summary>
public sealed record TimeCorrectionSyntax(StaySyntax Stay) : CorrectionPartSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Stay);
}

/// <summary><c>mk-70 as unit-3 with maker usa</c></summary>
public sealed record SubjectSyntax(Token Name, NamedSyntax? As, WithSyntax? With) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Name, As, With);
}

/// <summary><c>of mk-70 as c-3</c>, <c>of 234 pershing-ii</c></summary>
public sealed record OfSubjectSyntax(Token OfWord, AmountSyntax? Amount, SubjectSyntax Subject) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(OfWord, Amount, Subject);
}

/// <summary><c>3</c>, <c>3 or more</c>, <c>3 to 5</c>.</summary>
/// <param name="OrMore"><c>or more</c>, or null.</param>
public sealed record AmountSyntax(Token Low, Phrase? OrMore, Token? ToWord, Token? High) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Low, OrMore, ToWord, High);
}

/// <summary>How long a state held: the grammar's <c>span</c>.</summary>
/// <param name="Lasting"><c>lasting at least …</c>, or null.</param>
public abstract record StaySyntax(LastingSyntax? Lasting) : SyntaxNode;

/// <summary><c>on 2023-09-18</c></summary>
public sealed record OnStaySyntax(Token OnWord, WhenSyntax When, LastingSyntax? Lasting) : StaySyntax(Lasting)
{
    public override ImmutableArray<SyntaxElement> Children => Present(OnWord, When, Lasting);
}

/// <summary><c>from 2023-09-18 to 2023-09-25</c> or <c>from 2023-09-18 onward</c>: either the last two or the fourth is there.</summary>
public sealed record FromStaySyntax(
    Token FromWord, WhenSyntax Start, Token? ToWord, WhenSyntax? Last, Token? OnwardWord, LastingSyntax? Lasting) : StaySyntax(Lasting)
{
    public override ImmutableArray<SyntaxElement> Children => Present(FromWord, Start, ToWord, Last, OnwardWord, Lasting);
}

/// <summary><c>since 2023-09-18 still on 2023-09-25</c></summary>
public sealed record SinceStaySyntax(Token SinceWord, WhenSyntax Start, Phrase StillOn, WhenSyntax Still, LastingSyntax? Lasting)
    : StaySyntax(Lasting)
{
    public override ImmutableArray<SyntaxElement> Children => Present(SinceWord, Start, StillOn, Still, Lasting);
}

/// <summary><c>lasting at least 3 days</c></summary>
public sealed record LastingSyntax(Phrase Words, Token Number, Token Unit) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Words, Number, Unit);
}

/// <summary><c>on 2023-09-18 at 14:30</c></summary>
public sealed record PointSyntax(Token OnWord, WhenSyntax When) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(OnWord, When);
}

/// <summary>A day, a time, or a window in which something lies.</summary>
public abstract record WhenSyntax : SyntaxNode;

/// <summary><c>2023-09-18</c>, <c>2023-09-18 at 14:30</c>, <c>2023-09-18 at 14:30 utc</c></summary>
public sealed record DateSyntax(Token Date, Token? AtWord, Token? Time, Token? UtcWord) : WhenSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Date, AtWord, Time, UtcWord);
}

/// <summary><c>2024-04</c></summary>
public sealed record MonthSyntax(Token Month) : WhenSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Month);
}

/// <summary><c>between 2023-09-18 and 2023-09-25</c></summary>
public sealed record BetweenSyntax(Token BetweenWord, Token First, Token AndWord, Token Last) : WhenSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(BetweenWord, First, AndWord, Last);
}

/// <summary><c>by 2023-09-18</c>: that day or earlier.</summary>
public sealed record BySyntax(Token ByWord, Token Date) : WhenSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(ByWord, Date);
}

/// <summary>A part of who said it, when, and where it is written.</summary>
public abstract record AttributionSyntax : SyntaxNode;

/// <summary><c>by usa</c></summary>
public sealed record ByAttributionSyntax(Token ByWord, Token Name) : AttributionSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(ByWord, Name);
}

/// <summary><c>said 2023-09-18</c></summary>
public sealed record SaidAttributionSyntax(Token SaidWord, WhenSyntax When) : AttributionSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(SaidWord, When);
}

/// <summary><c>received by usa on 2023-09-18</c></summary>
public sealed record ReceivedAttributionSyntax(Phrase Words, Token Name, Token OnWord, WhenSyntax When) : AttributionSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Words, Name, OnWord, When);
}

/// <summary><c>grade press</c></summary>
public sealed record GradeAttributionSyntax(GradeSyntax Grade) : AttributionSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Grade);
}

/// <summary><c>quoting "stationed"</c></summary>
public sealed record QuotingAttributionSyntax(Token QuotingWord, Token Title) : AttributionSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(QuotingWord, Title);
}

/// <summary><c>source "…" at "…"</c></summary>
public sealed record SourceAttributionSyntax(CitationSyntax Citation) : AttributionSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Citation);
}

/// <summary><c>read 2025-01-01</c>: the day the source was read.</summary>
public sealed record ReadAttributionSyntax(Token ReadWord, Token Date) : AttributionSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(ReadWord, Date);
}

/// <summary><c>on 2019-09-25</c>: the day a position was taken; in positions only.</summary>
public sealed record OnAttributionSyntax(Token OnWord, WhenSyntax When) : AttributionSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(OnWord, When);
}

/// <summary><c>position HOLDER rejects clause 2 on … by …</c></summary>
/// <param name="Attribution">In the order written; as for <see cref="ReportSentence"/>, and <c>on</c> besides.</param>
public sealed record PositionSentence(
    Token PositionWord, Token Holder, StanceSyntax Stance, ImmutableArray<AttributionSyntax> Attribution, Token FullStop)
    : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children => Present([PositionWord, Holder, Stance, .. Attribution, FullStop]);
}

/// <summary>What the holder does.</summary>
/// <param name="Verb">The word; missing when none is there.</param>
public abstract record StanceSyntax(Token Verb) : SyntaxNode;

/// <summary><c>proposes clause 2 in europe to usa</c>, <c>withdraws from clause 1</c>, <c>accepts reading r of d</c></summary>
/// <param name="FromWord">Only with <c>withdraws</c>.</param>
/// <param name="To">Only with <c>proposes</c>.</param>
public sealed record TakesStanceSyntax(Token Verb, Token? FromWord, PositionTargetSyntax Target, NamesSyntax? To) : StanceSyntax(Verb)
{
    public override ImmutableArray<SyntaxElement> Children => Present(Verb, FromWord, Target, To);
}

/// <summary><c>doubts report r its date</c>, <c>denies report r</c></summary>
/// <param name="Part"><c>date</c>, <c>place</c>, <c>number</c>, <c>class</c>, or the name of an attribute; null for all of it.</param>
public sealed record ContestsSyntax(Token Verb, Token ReportWord, Token Report, Token? ItsWord, Token? Part) : StanceSyntax(Verb)
{
    public override ImmutableArray<SyntaxElement> Children => Present(Verb, ReportWord, Report, ItsWord, Part);
}

/// <summary>What a position is on.</summary>
public abstract record PositionTargetSyntax : SyntaxNode;

/// <summary><c>clause 2 in europe</c></summary>
public sealed record ClauseTargetSyntax(ClauseReferenceSyntax Clause, NamedSyntax? In) : PositionTargetSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Clause, In);
}

/// <summary><c>agreement</c></summary>
public sealed record AgreementTargetSyntax(Token AgreementWord) : PositionTargetSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(AgreementWord);
}

/// <summary><c>reading r of d</c></summary>
public sealed record ReadingTargetSyntax(Token ReadingWord, Token Reading, Token OfWord, Token Dispute) : PositionTargetSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(ReadingWord, Reading, OfWord, Dispute);
}
