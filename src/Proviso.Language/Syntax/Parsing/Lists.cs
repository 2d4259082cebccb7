using System.Collections.Immutable;
using Proviso.Language.Diagnostics;
using Proviso.Language.Text;

namespace Proviso.Language.Syntax.Parsing;

/// <summary>Lists with commas, and terms joined by <c>and</c> or <c>or</c>.</summary>
internal static class Lists
{
    /// <summary>How deep parentheses may be nested.</summary>
    public const int MaxDepth = 50;

    extension(Cursor at)
    {
        /// <summary>Items with commas between them. A name without a comma before it is taken for the next item, and reported.</summary>
        /// <param name="goesOn">Whether the comma at the cursor belongs to the list; without it every comma does.</param>
        /// <param name="isItem">Whether what stands at the cursor, without a comma, is the next item; without it a name is.</param>
        public Separated<T> List<T>(Func<Cursor, T> item, Func<Cursor, bool>? goesOn = null, Func<Cursor, bool>? isItem = null)
            where T : SyntaxElement
        {
            var items = ImmutableArray.CreateBuilder<T>();
            var commas = ImmutableArray.CreateBuilder<Token>();
            items.Add(item(at));
            while (true)
            {
                if (at.At(TokenKind.Comma) && goesOn?.Invoke(at) != false)
                {
                    commas.Add(at.Take());
                }
                else if (isItem is null ? IsNextName(at) : isItem(at))
                {
                    at.Report(at.SeparatorMissing(","));
                    commas.Add(at.Missing(TokenKind.Comma));
                }
                else
                {
                    return new(items.DrainToImmutable(), commas.DrainToImmutable());
                }

                items.Add(item(at));
            }
        }

        /// <summary>Names with commas between them.</summary>
        public Separated<Token> Names(string what) => at.List(inner => inner.ExpectName(what));

        /// <summary>Names with commas between them in a clause, where a comma may also end the slot.</summary>
        public Separated<Token> NamesInClause(string what) =>
            at.List(inner => inner.ExpectName(what), CommaBeforeName, inner => IsNextName(inner) && !ClauseParser.IsActorAndEvent(inner, 0));

        public Diagnostic SeparatorMissing(string mark) =>
            Diagnostic.Error(SyntaxCodes.SeparatorMissing, at.Place, $"`{mark}` is missing before {at.Found}")
                .Replace(at.EndOfLast, mark, $"Add `{mark}`");

        /// <summary>Terms joined by <c>and</c> alone or by <c>or</c> alone. Mixing them is reported, with both ways to mend it.</summary>
        public Separated<T> Joined<T>(Func<Cursor, T> term)
            where T : SyntaxElement => at.JoinedAfter([term(at)], [], term);

        /// <summary>The same, after terms that have been read: one more than the words between them.</summary>
        public Separated<T> JoinedAfter<T>(ImmutableArray<T> first, ImmutableArray<Token> firstJoints, Func<Cursor, T> term)
            where T : SyntaxElement
        {
            var terms = first.ToBuilder();
            var joints = firstJoints.ToBuilder();
            while (at.At(Word.And) || at.At(Word.Or))
            {
                joints.Add(at.Take());
                terms.Add(term(at));
            }

            var joined = new Separated<T>(terms.DrainToImmutable(), joints.DrainToImmutable());
            if (Mixed(joined) is { } mixed)
            {
                at.Note(mixed);
            }

            return joined;
        }

        /// <summary>Reads what stands in the parentheses at the cursor; deeper than <see cref="MaxDepth"/>, reports it and passes over
        /// them to the closing one.</summary>
        /// <param name="missing">What stands for the inside that is not read.</param>
        public (Token Open, T Inside, Token Close) Group<T>(Func<Cursor, T> inside, Func<Cursor, T> missing)
        {
            var open = at.Take();
            if (at.Depth < MaxDepth)
            {
                at.Depth++;
                var content = inside(at);
                at.Depth--;
                return (open, content, at.ExpectMark(TokenKind.Close, "`)`"));
            }

            at.Report(Diagnostic.Error(SyntaxCodes.TooDeep, open.Span, $"parentheses are nested more than {MaxDepth} deep")
                .Hint("give the inner part a name with `define` or `state … means`"));
            SkipToClose(at);
            return (open, missing(at), at.TakeIf(TokenKind.Close) ?? at.Missing(TokenKind.Close));
        }
    }

    /// <summary>True when the comma at the cursor stands before a further name and not before the actor of a clause.</summary>
    public static bool CommaBeforeItem(Cursor at) => Vocabulary.IsNameLike(at.Ahead(1)) && !ClauseParser.IsActor(at, 1);

    /// <summary>The same where an item is one name: two names together are an actor whose <c>shall</c> is missing.</summary>
    private static bool CommaBeforeName(Cursor at) => CommaBeforeItem(at) && !ClauseParser.IsActorAndEvent(at, 1);

    private static bool IsNextName(Cursor at) =>
        at.At(TokenKind.Name)
        && at.Ahead(1).Kind is not (TokenKind.Colon or TokenKind.Title)
        && at.Ahead(1).Word is not (Word.Means or Word.As)
        && !ClauseParser.IsActor(at, 0);

    private static void SkipToClose(Cursor at)
    {
        for (var depth = 1; !at.AtEnd && !at.At(TokenKind.FullStop) && !SentenceStart.IsAt(at); at.Skip())
        {
            depth += at.At(TokenKind.Open) ? 1 : at.At(TokenKind.Close) ? -1 : 0;
            if (depth == 0)
            {
                return;
            }
        }
    }

    /// <summary>Reports terms joined by both words; null when they are not. With one change from one word to the other there are
    /// two ways to group them.</summary>
    private static Diagnostic? Mixed<T>(Separated<T> joined)
        where T : SyntaxElement
    {
        var joints = joined.Separators;
        var changes = Enumerable.Range(1, Math.Max(0, joints.Length - 1)).Where(i => joints[i].Word != joints[i - 1].Word).Take(2).ToArray();
        if (changes is [])
        {
            return null;
        }

        var at = changes[0];
        var diagnostic = Diagnostic.Error(SyntaxCodes.MixedAndOr, joints[at].Span, "`and` and `or` stand together without parentheses")
            .Hint("put parentheses around what belongs together");
        return changes.Length > 1 ? diagnostic : diagnostic
            .Mend("Group what comes before", Group(joined[0], joined[at]))
            .Mend("Group what comes after", Group(joined[at], joined[^1]));
    }

    private static ImmutableArray<TextEdit> Group(SyntaxElement first, SyntaxElement last)
    {
        var (start, end) = (first.Span, last.Span);
        return [new(start with { Length = 0 }, "("), new(end with { Start = end.End, Length = 0 }, ")")];
    }
}
