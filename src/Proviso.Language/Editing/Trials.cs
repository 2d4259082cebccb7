using System.Collections.Immutable;
using Proviso.Language.Diagnostics;
using Proviso.Language.Syntax;
using Proviso.Language.Syntax.Parsing;
using Proviso.Language.Text;

namespace Proviso.Language.Editing;

/// <summary>Finds out what may stand after the beginning of a sentence by putting it there and letting the parser read it: what it takes
/// without a complaint is allowed. So the grammar is asked itself, and a new word needs no second table.</summary>
internal sealed class Trials
{
    /// <summary>A name that is near to no word of the language, so that none is suggested in its place.</summary>
    public const string SomeName = "qqqqqqqq";

    private static readonly string[] figures = ["7", "2020-01-01", "2020-01", "14:30", "\"x\"", "Etc/GMT", "N", "E", ",", ";", ":", "(", ")", "."];

    private static readonly string[] pieces = [.. Words.All.Select(word => word.Spelling()), SomeName, .. Vocabulary.Months, .. Vocabulary.Weekdays, .. figures];

    private readonly SourceText source;
    private readonly Token[] beginning;
    private readonly Token end;

    /// <param name="beginning">From the first character of a sentence to the last of a token of it; empty before a sentence.</param>
    public Trials(string beginning)
    {
        // The beginning may end in a title without its closing quotation mark, which goes as far as its line; and what is put behind it must not be the first on a line, where
        // a sentence could begin.
        var all = string.Join(' ', pieces);
        source = SourceText.From("", $"{beginning}\n{SomeName} {all} {all}");
        var tokens = Lexer.Read(source, new(source));
        var count = tokens.Count(token => token.End <= beginning.Length && token.Kind != TokenKind.End);
        this.beginning = [.. tokens.Take(count)];
        var tried = tokens.Skip(count + 1).SkipLast(1).Select(token => token.Skipped.IsEmpty ? token : token with { Skipped = [] }).ToList();
        First = [.. tried.Take(tried.Count / 2)];
        Second = [.. tried.Skip(tried.Count / 2)];
        end = tokens[^1];
    }

    /// <summary>How many tokens the beginning has.</summary>
    public int Length => beginning.Length;

    /// <summary>What can be put next: every word of the language, some name, the names of months and days, and one of each other kind of token.</summary>
    public ImmutableArray<Token> First { get; }

    /// <summary>What can be put after one of <see cref="First"/>, the same in the same order.</summary>
    public ImmutableArray<Token> Second { get; }

    /// <summary>Everything that the grammar wants in the beginning, and then at its end.</summary>
    public List<Wanted> Read() => Parse([.. beginning, end]).Heard;

    /// <summary>What comes of putting something after the beginning; null where it does not fit.</summary>
    /// <param name="next">One of <see cref="First"/>.</param>
    /// <param name="then">One of <see cref="Second"/>, or null.</param>
    public Trial? Put(Token next, Token? then = null)
    {
        var (heard, passedOver, isUnknown, errors) = Parse(then is null ? [.. beginning, next, end] : [.. beginning, next, then, end]);
        if (isUnknown || passedOver.Contains(next) || (then is not null && passedOver.Contains(then)))
        {
            return null;
        }

        var after = beginning.Length == 0 ? -1 : beginning[^1].End;
        var last = then ?? next;
        var before = 0;
        foreach (var error in errors)
        {
            var span = error.Span;
            if (span.Start < last.End && (span.End > after || span is { Length: 0 } && span.Start == after))
            {
                return null;
            }

            // Whether a dispute has two readings is asked of the whole sentence, which is not there yet.
            before += span.End <= after && error.Code != SyntaxCodes.OneReading ? 1 : 0;
        }

        return new(next, heard, before);
    }

    private (List<Wanted> Heard, List<Token> PassedOver, bool IsUnknown, ImmutableArray<Diagnostic> Errors) Parse(List<Token> tokens)
    {
        var errors = new SyntaxErrors(source);
        var cursor = new Cursor(tokens, errors) { Heard = [], PassedOver = [] };
        var root = FileParser.Parse(cursor);
        return (cursor.Heard, cursor.PassedOver, root.Sentences is [UnknownSentence, ..], errors.ToSorted());
    }
}

/// <summary>What came of putting something after the beginning of a sentence.</summary>
/// <param name="Heard">What the grammar wants, in order.</param>
/// <param name="Faults">How many errors are told of what stands before: fewer where what was put makes sense of it.</param>
internal sealed record Trial(Token Next, List<Wanted> Heard, int Faults);
