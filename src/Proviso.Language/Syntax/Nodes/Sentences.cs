using System.Collections.Immutable;

#pragma warning disable CS1591 // What overrides a documented member needs no words of its own.

namespace Proviso.Language.Syntax;

/// <summary>A whole file: its sentences in the order of the text, and the end of the file with what stands before it.</summary>
public sealed record FileSyntax(ImmutableArray<Sentence> Sentences, Token End) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present([.. Sentences, End]);
}

/// <summary>One sentence, its full stop included. In every node of a sentence a token that the grammar wants is there,
/// perhaps missing (<see cref="Token.IsMissing"/>); what the grammar leaves open is null when absent.</summary>
/// <param name="FullStop">The end of the sentence.</param>
public abstract record Sentence(Token FullStop) : SyntaxNode
{
    /// <summary>The article's own words quoted above the sentence, one entry per <c>--|</c> line.</summary>
    public ImmutableArray<string> Quoted
    {
        get
        {
            var quoted = ImmutableArray.CreateBuilder<string>();
            foreach (var token in Tokens)
            {
                foreach (var trivia in token.Leading)
                {
                    if (trivia.Kind == TriviaKind.Quote)
                    {
                        quoted.Add(trivia.Quoted);
                    }
                }

                if (token == FirstToken)
                {
                    break;
                }
            }

            return quoted.DrainToImmutable();
        }
    }
}

/// <summary>Words that open no sentence; reported as such.</summary>
public sealed record UnknownSentence(ImmutableArray<Token> Words, Token FullStop) : Sentence(FullStop)
{
    public override ImmutableArray<SyntaxElement> Children => Present([.. Words, FullStop]);
}

/// <summary>A word and the name it introduces: <c>in europe</c>, <c>by usa</c>, <c>host denmark</c>.</summary>
public sealed record NamedSyntax(Token Word, Token Name) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Word, Name);
}

/// <summary>A word and the names it introduces: <c>to nato, usa</c>, <c>under common</c>.</summary>
public sealed record NamesSyntax(Token Word, Separated<Token> Names) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Word, Names);
}

/// <summary>Where something is written: <c>source "Statement of …" at "https://…"</c>.</summary>
public sealed record CitationSyntax(Token SourceWord, Token Title, Token? AtWord, Token? Address) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(SourceWord, Title, AtWord, Address);
}

/// <summary>How we have it: <c>grade press</c>, <c>grade own statement</c>.</summary>
/// <param name="Value"><c>inspection</c>, <c>official</c>, <c>press</c> or <c>recalled</c>; <c>own</c> for <c>own statement</c>.</param>
public sealed record GradeSyntax(Token GradeWord, Token Value, Token? StatementWord) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(GradeWord, Value, StatementWord);
}

/// <summary><c>for 5 days running</c>.</summary>
public sealed record RunningSyntax(Token ForWord, Token Number, Token DaysWord, Token RunningWord) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(ForWord, Number, DaysWord, RunningWord);
}

/// <summary>The last day (<c>through</c>) or the first day after (<c>before</c>).</summary>
public sealed record LimitSyntax(Token Word, Token Date) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Word, Date);
}

/// <summary>The days something counts: <c>from 2023-04-04 through 2024-01-01</c>. At least one of the two is there.</summary>
public sealed record DatedSyntax(Token? FromWord, Token? From, LimitSyntax? Limit) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(FromWord, From, Limit);
}

/// <summary>A member of a group or a part of a place, with the days it belongs to it: null means always.</summary>
public sealed record DatedNameSyntax(Token Name, DatedSyntax? Dated) : SyntaxNode
{
    public override ImmutableArray<SyntaxElement> Children => Present(Name, Dated);
}
