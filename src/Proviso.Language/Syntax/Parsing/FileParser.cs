using System.Collections.Immutable;
using Proviso.Language.Diagnostics;

namespace Proviso.Language.Syntax.Parsing;

/// <summary>Reads the sentences of a file, one after the other, whatever the text.</summary>
internal static class FileParser
{
    private static readonly Word[] openers = [.. Words.All.Where(word => word.OpensSentence())];

    public static FileSyntax Parse(Cursor at)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        while (!at.AtEnd)
        {
            sentences.Add(ParseSentence(at));
        }

        var end = at.Take();
        if (end.Tokens.FirstOrDefault(token => token.HasQuote) is { } quoted)
        {
            at.Note(StrayQuote(quoted).Hint("a line that starts with `--|` belongs to the sentence below it"));
        }

        return new(sentences.DrainToImmutable(), end);
    }

    private static Sentence ParseSentence(Cursor at)
    {
        at.BeginSentence();
        if (!at.Current.Word.OpensSentence())
        {
            at.Correct(openers);
        }

        var sentence = Dispatch(at);
        var first = sentence.FirstToken;
        foreach (var token in sentence.Tokens)
        {
            if (token.HasQuote && token != first && token.Start > first!.Start)
            {
                at.Note(StrayQuote(token).Hint("put the quoted lines above the sentence"));
            }
        }

        return sentence;
    }

    private static Sentence Dispatch(Cursor at) => at.Current.Word switch
    {
        Word.Agreement => PartyParser.Agreement(at),
        Word.Party => PartyParser.Party(at),
        Word.Omits => PartyParser.Omits(at),
        Word.Group => PartyParser.Group(at),
        Word.Region => PartyParser.Region(at),
        Word.Site => PartyParser.Site(at),
        Word.Theatre => PartyParser.Theatre(at),
        Word.Kind => ThingParser.Kind(at),
        Word.Model => ThingParser.Model(at),
        Word.State => ThingParser.State(at),
        Word.Event => ThingParser.Event(at),
        Word.Define => ThingParser.Define(at),
        Word.Count => ThingParser.Count(at),
        Word.Calendar => CalendarParser.Calendar(at),
        Word.Dispute => DisputeParser.Dispute(at),
        Word.View => DisputeParser.View(at),
        Word.Clause => ClauseParser.Clause(at),
        Word.Assume => ExpectationParser.Assume(at),
        Word.Expect => ExpectationParser.Expect(at),
        Word.Sources => ReportParser.Sources(at),
        Word.Report => ReportParser.Report(at),
        Word.Position => PositionParser.Position(at),
        _ => Unknown(at),
    };

    private static UnknownSentence Unknown(Cursor at)
    {
        at.Report(at.At(TokenKind.FullStop)
            ? Diagnostic.Error(SyntaxCodes.StrayFullStop, at.Current.Span, "this full stop ends no sentence")
                .Replace(at.Current.Span, "", "Take it out")
            : Diagnostic.Error(SyntaxCodes.NoSentence, at.Current.Span, $"no sentence begins with {at.Found}").Hint(Advice(at)));
        var words = ImmutableArray.CreateBuilder<Token>();
        while (!at.AtSentenceEnd)
        {
            words.Add(at.Take());
        }

        return new(words.DrainToImmutable(), at.TakeIf(TokenKind.FullStop) ?? at.Missing(TokenKind.FullStop));
    }

    private static string Advice(Cursor at) =>
        at.Ahead(1).Word is Word.Shall or Word.May || at.At(Word.Each) || at.At(Word.That) || at.At(Word.For)
            || at.Ahead(1).Kind == TokenKind.Title
            ? "a clause begins with `clause`, its number and its title in quotes"
            : $"a sentence begins with one of {string.Join(", ", openers.Select(word => $"`{word.Spelling()}`"))}";

    private static Diagnostic StrayQuote(Token token)
    {
        var quote = token.Leading.First(trivia => trivia.Kind == TriviaKind.Quote);
        return Diagnostic.Warning(
            SyntaxCodes.StrayQuote, token.Source.Span(quote.Start, quote.Length), "this quoted line belongs to no sentence");
    }
}
