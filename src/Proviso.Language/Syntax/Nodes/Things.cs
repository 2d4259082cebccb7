using System.Collections.Immutable;

#pragma warning disable CS1591 // What overrides a documented member needs no words of its own.

namespace Proviso.Language.Syntax;

/// <summary><c>kind NAME "title" means "what it is" with basing: one of ground, sea; range: length</c></summary>
/// <param name="Attributes">Empty without <c>with</c>.</param>
public sealed record KindSentence(
    Token KindWord, Token Name, Token? Title, DescriptionSyntax? Description, Token? WithWord, Separated<AttributeSyntax> Attributes, Token FullStop)
    : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children => Present(KindWord, Name, Title, Description, WithWord, Attributes, FullStop);
}

/// <summary><c>means "a land-based missile or a heavy bomber"</c></summary>
public sealed record DescriptionSyntax(Token MeansWord, Token Text) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(MeansWord, Text);
}

/// <summary>An attribute and its type.</summary>
/// <param name="Type"><c>number</c>, <c>length</c>, <c>party</c>, <c>yes or no</c>, <c>one of</c>: its first word tells which.</param>
/// <param name="Choices">Null unless the type is <c>one of</c>.</param>
public sealed record AttributeSyntax(Token Name, Token Colon, Phrase Type, Separated<Token>? Choices) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Name, Colon, Type, Choices);
}

/// <summary><c>model NAME "title" of KIND with range from 500 km to 5500 km</c></summary>
public sealed record ModelSentence(
    Token ModelWord,
    Token Name,
    Token? Title,
    Token OfWord,
    Token Kind,
    WithSyntax? With,
    CitationSyntax? Source,
    Token FullStop) : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children => Present(ModelWord, Name, Title, OfWord, Kind, With, Source, FullStop);
}

/// <summary><c>with maker usa, operator usa</c></summary>
public sealed record WithSyntax(Token WithWord, Separated<PairSyntax> Pairs) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(WithWord, Pairs);
}

/// <summary>An attribute and its value.</summary>
public sealed record PairSyntax(Token Name, ValueSyntax Value) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Name, Value);
}

/// <summary>A value: a word, a figure, a range.</summary>
public abstract record ValueSyntax : SyntaxNode;

/// <summary>A name, or <c>yes</c> or <c>no</c>. Also stands, missing, for a value that is not there.</summary>
public sealed record WordValueSyntax(Token Value) : ValueSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Value);
}

/// <summary>One figure.</summary>
public sealed record FigureSyntax(QuantitySyntax Quantity) : ValueSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Quantity);
}

/// <summary><c>from 500 km to 5500 km</c>, both ends included.</summary>
public sealed record FromToSyntax(Token FromWord, QuantitySyntax Low, Token ToWord, QuantitySyntax High) : ValueSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(FromWord, Low, ToWord, High);
}

/// <summary><c>at least</c>, <c>at most</c>, <c>more than</c> or <c>less than</c> a figure.</summary>
public sealed record BoundSyntax(Phrase Words, QuantitySyntax Quantity) : ValueSyntax
{
    /// <summary>The figure bounds from below: <c>at least</c>, <c>more than</c>.</summary>
    public bool IsLower => Words.First == Word.More || Words.Last == Word.Least;

    /// <summary>The figure itself belongs to the range: <c>at least</c>, <c>at most</c>.</summary>
    public bool IsIncluded => Words.First == Word.At;

    public override ImmutableArray<SyntaxElement> Children => Present(Words, Quantity);
}

/// <summary>A number with its unit, or a count without.</summary>
public sealed record QuantitySyntax(Token Number, Token? Unit) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Number, Unit);
}

/// <summary><c>state NAME "title" means … persists</c></summary>
public sealed record StateSentence(
    Token StateWord,
    Token Name,
    Token? Title,
    Token? MeansWord,
    StateExpressionSyntax? Means,
    Token? PersistsWord,
    Token FullStop) : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children =>
        Present(StateWord, Name, Title, MeansWord, Means, PersistsWord, FullStop);
}

/// <summary><c>event NAME "title"</c></summary>
public sealed record EventSentence(Token EventWord, Token Name, Token? Title, Token FullStop) : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children => Present(EventWord, Name, Title, FullStop);
}

/// <summary>A condition over states.</summary>
public abstract record StateExpressionSyntax : SyntaxNode;

/// <summary>At least two terms joined by <c>and</c>, or by <c>or</c>; never both (mixing is reported, and the first word counts).</summary>
public sealed record JoinedStatesSyntax(Separated<StateExpressionSyntax> Terms) : StateExpressionSyntax
{
    /// <summary>True for <c>and</c>.</summary>
    public bool IsAnd => Terms.Separators[0].Word == Word.And;

    public override ImmutableArray<SyntaxElement> Children => Present(Terms);
}

/// <summary><c>not present for 5 days running</c>: exactly one of name and group is there.</summary>
public sealed record StateTermSyntax(Token? NotWord, Token? Name, StateGroupSyntax? Group, RunningSyntax? Running)
    : StateExpressionSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(NotWord, Name, Group, Running);
}

/// <summary>States in parentheses.</summary>
public sealed record StateGroupSyntax(Token Open, StateExpressionSyntax Expression, Token Close) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Open, Expression, Close);
}

/// <summary><c>define NAME "title" as missile where basing is ground</c></summary>
public sealed record DefineSentence(Token DefineWord, Token Name, Token? Title, Token AsWord, BodySyntax Body, Token FullStop)
    : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children => Present(DefineWord, Name, Title, AsWord, Body, FullStop);
}

/// <summary><c>count NAME "title" of KIND as 3 for each NOUN STATE; 1 for each NOUN STATE</c>, <c>count NAME as NAME less NAME</c></summary>
public sealed record CountSentence(
    Token CountWord, Token Name, Token? Title, NamedSyntax? Of, Token AsWord, CountBodySyntax Body, Token FullStop)
    : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children => Present(CountWord, Name, Title, Of, AsWord, Body, FullStop);
}

/// <summary>What a count adds up.</summary>
public abstract record CountBodySyntax : SyntaxNode;

/// <summary><c>3 for each NOUN STATE; 1 for each NOUN STATE</c></summary>
public sealed record CountTermsSyntax(Separated<CountTermSyntax> Terms) : CountBodySyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Terms);
}

/// <summary><c>NAME and NAME</c>: at least two counts.</summary>
public sealed record CountSumSyntax(Separated<Token> Counts) : CountBodySyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Counts);
}

/// <summary><c>NAME less NAME</c></summary>
public sealed record CountDifferenceSyntax(Token From, Token LessWord, Token Less) : CountBodySyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(From, LessWord, Less);
}

/// <summary><c>3 for each NOUN STATE</c>, <c>1 for each NOUN EVENT</c></summary>
/// <param name="ForEach"><c>for each</c></param>
/// <param name="About">The state or the event.</param>
public sealed record CountTermSyntax(Token Weight, Phrase ForEach, NounSyntax Noun, Token About) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Weight, ForEach, Noun, About);
}

/// <summary>Nouns joined by <c>or</c>, and a condition on their attributes.</summary>
public sealed record BodySyntax(Separated<NounSyntax> Nouns, Token? WhereWord, AttributeConditionSyntax? Where) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Nouns, WhereWord, Where);
}

/// <summary>A kind, model or definition, perhaps narrowed: <c>inf-missile with maker usa</c>.</summary>
public sealed record NounSyntax(Token Name, WithSyntax? With) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Name, With);
}

/// <summary>A condition over attributes.</summary>
public abstract record AttributeConditionSyntax : SyntaxNode;

/// <summary>At least two terms joined by <c>and</c>, or by <c>or</c>; never both (mixing is reported, and the first word counts).</summary>
public sealed record JoinedAttributesSyntax(Separated<AttributeConditionSyntax> Terms) : AttributeConditionSyntax
{
    /// <summary>True for <c>and</c>.</summary>
    public bool IsAnd => Terms.Separators[0].Word == Word.And;

    public override ImmutableArray<SyntaxElement> Children => Present(Terms);
}

/// <summary><c>basing is not ground</c>, <c>range from 500 km to 5500 km</c>.</summary>
/// <param name="IsWord">Null before a range.</param>
public sealed record AttributeTermSyntax(Token Name, Token? IsWord, Token? NotWord, ValueSyntax Value) : AttributeConditionSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Name, IsWord, NotWord, Value);
}

/// <summary>A condition in parentheses.</summary>
public sealed record AttributeGroupSyntax(Token Open, AttributeConditionSyntax Condition, Token Close) : AttributeConditionSyntax
{
    public override ImmutableArray<SyntaxElement> Children => Present(Open, Condition, Close);
}
