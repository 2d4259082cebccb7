using System.Collections.Immutable;

#pragma warning disable CS1591 // What overrides a documented member needs no words of its own.

namespace Proviso.Language.Syntax;

/// <summary><c>dispute NAME "question" on TARGET reading … ; reading …</c></summary>
/// <param name="Readings">At least two, separated by semicolons; fewer were reported.</param>
public sealed record DisputeSentence(
    Token DisputeWord,
    Token Name,
    Token Title,
    Token OnWord,
    DisputeTargetSyntax Target,
    Separated<ReadingSyntax> Readings,
    Token FullStop) : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children =>
        Present(DisputeWord, Name, Title, OnWord, Target, Readings, FullStop);
}

/// <summary>What a dispute is on.</summary>
public abstract record DisputeTargetSyntax : SyntaxNode;

/// <summary><c>clause 1 until</c>: the wording of a condition.</summary>
/// <param name="SlotWord"><c>until</c>, <c>while</c> or <c>unless</c>.</param>
public sealed record WordingTargetSyntax(ClauseReferenceSyntax Clause, Token SlotWord) : DisputeTargetSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Clause, SlotWord);
}

/// <summary><c>extent of europe, asia</c>: regions or theatres.</summary>
public sealed record ExtentTargetSyntax(Phrase Words, Separated<Token> Places) : DisputeTargetSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Words, Places);
}

/// <summary><c>range of 9m729</c>: an attribute of a model.</summary>
public sealed record AttributeTargetSyntax(Token Attribute, Token OfWord, Token Model) : DisputeTargetSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Attribute, OfWord, Model);
}

/// <summary>A definition or a state, everywhere or in one slot of one clause.</summary>
public sealed record TermTargetSyntax(Token Name, TermUseSyntax? Use) : DisputeTargetSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Name, Use);
}

/// <summary><c>in clause 1 until</c>.</summary>
/// <param name="SlotWord"><c>have</c>, <c>until</c>, <c>while</c> or <c>unless</c>.</param>
public sealed record TermUseSyntax(Token InWord, ClauseReferenceSyntax Clause, Token SlotWord) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(InWord, Clause, SlotWord);
}

/// <summary><c>reading NAME "title" means … source …</c></summary>
public sealed record ReadingSyntax(
    Token ReadingWord, Token Name, Token? Title, Token MeansWord, MeaningSyntax Meaning, CitationSyntax? Source) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(ReadingWord, Name, Title, MeansWord, Meaning, Source);
}

/// <summary>What a reading says. Its shape fits the target of the dispute; if not, that was reported.</summary>
public abstract record MeaningSyntax : SyntaxNode;

/// <summary><c>as declared</c></summary>
public sealed record AsDeclaredSyntax(Phrase Words) : MeaningSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Words);
}

/// <summary>A condition slot; its word may differ from the one disputed.</summary>
public sealed record SlotMeaningSyntax(ConditionSlotSyntax Slot) : MeaningSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Slot);
}

/// <summary>What lies in the place: <c>of …</c> or <c>joins …</c>.</summary>
public sealed record ExtentMeaningSyntax(PartsSyntax Parts) : MeaningSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Parts);
}

/// <summary>The value of an attribute.</summary>
public sealed record ValueMeaningSyntax(ValueSyntax Value) : MeaningSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Value);
}

/// <summary>One name, or names joined by <c>or</c>: states if the target is a state, nouns if it is a definition.</summary>
/// <param name="Names">At least one; a missing one where the meaning is not there.</param>
public sealed record NamesMeaningSyntax(Separated<Token> Names) : MeaningSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Names);
}

/// <summary>An expression that only states can make: with <c>and</c>, <c>not</c>, <c>for … running</c> or parentheses.</summary>
public sealed record StateMeaningSyntax(StateExpressionSyntax Expression) : MeaningSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Expression);
}

/// <summary>A body that only a definition can have: with <c>with</c> or <c>where</c>.</summary>
public sealed record BodyMeaningSyntax(BodySyntax Body) : MeaningSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Body);
}

/// <summary><c>view NAME "title" reads … leaves … open trusts …</c></summary>
/// <param name="Parts">In the order written; each sort may stand several times.</param>
public sealed record ViewSentence(
    Token ViewWord, Token Name, Token? Title, ImmutableArray<ViewPartSyntax> Parts, Token FullStop) : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children => Present([ViewWord, Name, Title, .. Parts, FullStop]);
}

/// <summary>A part of a view.</summary>
public abstract record ViewPartSyntax : SyntaxNode;

/// <summary><c>reads DISPUTE as READING, …</c></summary>
public sealed record ReadsSyntax(Token ReadsWord, Separated<ChoiceSyntax> Choices) : ViewPartSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(ReadsWord, Choices);
}

/// <summary><c>leaves DISPUTE, … open</c></summary>
public sealed record LeavesSyntax(Token LeavesWord, Separated<Token> Disputes, Token OpenWord) : ViewPartSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(LeavesWord, Disputes, OpenWord);
}

/// <summary><c>trusts PARTY, …</c></summary>
public sealed record TrustsSyntax(Token TrustsWord, Separated<Token> Sources) : ViewPartSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(TrustsWord, Sources);
}

/// <summary>A dispute and the reading chosen.</summary>
public sealed record ChoiceSyntax(Token Dispute, Token AsWord, Token Reading) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Dispute, AsWord, Reading);
}
