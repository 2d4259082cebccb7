using System.Collections.Immutable;
using Proviso.Language.Diagnostics;

namespace Proviso.Language.Syntax.Parsing;

/// <summary>What the grammar wants next: reads it, or reports what is there instead and goes on as if it had been there.</summary>
internal static class Expectations
{
    extension(Cursor at)
    {
        /// <summary>"Expected …, found …" at the next token, with the form of the sentence as a hint.</summary>
        public Diagnostic Expected(string what)
        {
            var diagnostic = Diagnostic.Error(SyntaxCodes.Expected, at.Place, $"expected {what}, found {at.Found}");
            return at.Form.Length > 0 ? diagnostic.Hint(at.Form) : diagnostic;
        }

        public Token Expect(Word word)
        {
            var wanted = $"`{word.Spelling()}`";
            if (at.At(word) || at.Correct(word) || at.SkipsTo(at.Ahead(1).Word == word, wanted))
            {
                return at.Take();
            }

            at.Report(at.Expected(wanted).Replace(at.EndOfLast, $" {word.Spelling()}", $"Add {wanted}"));
            return at.Missing(word);
        }

        public Phrase Expect(params ReadOnlySpan<Word> words)
        {
            var read = ImmutableArray.CreateBuilder<Token>(words.Length);
            foreach (var word in words)
            {
                read.Add(at.Expect(word));
            }

            return new(read.MoveToImmutable());
        }

        /// <summary>One of several words; <paramref name="what"/> names them all.</summary>
        public Token ExpectOneOf(string what, params ReadOnlySpan<Word> words)
        {
            if (words.Contains(at.Current.Word) || at.Correct(words) || at.SkipsTo(words.Contains(at.Ahead(1).Word), what))
            {
                return at.Take();
            }

            at.Report(at.Expected(what));
            return at.Missing(TokenKind.Word);
        }

        public Token ExpectMark(TokenKind kind, string mark)
        {
            if (at.At(kind) || at.SkipsTo(at.Ahead(1).Kind == kind, mark))
            {
                return at.Take();
            }

            at.Report(at.Expected(mark).Replace(at.EndOfLast, mark.Trim('`'), $"Add {mark}"));
            return at.Missing(kind);
        }

        /// <summary>A name that refers to something.</summary>
        public Token ExpectName(string what)
        {
            if (at.At(TokenKind.Name))
            {
                return at.Take();
            }

            if (at.At(TokenKind.Zone))
            {
                at.Report(NameErrors.NotAName(at));
                at.Reread(TokenKind.Name);
                return at.Take();
            }

            if (Vocabulary.IsUsedAsName(at.Current, at.Ahead(1)) && !SentenceStart.IsAt(at))
            {
                at.Report(NameErrors.Reserved(at));
                at.Reread(TokenKind.Name);
                return at.Take();
            }

            at.Report(at.Expected(what));
            return at.Missing(TokenKind.Name);
        }

        /// <summary>The name that a sentence gives to what it declares. Reports a title that stands before it.</summary>
        public Token ExpectNewName(string what)
        {
            if (at.At(TokenKind.Title) && Vocabulary.IsNameLike(at.Ahead(1)))
            {
                at.Report(NameErrors.TitleFirst(at));
                at.Skip();
            }
            else if (at.At(TokenKind.Word) && !Vocabulary.FollowsNewName(at.Current.Word)
                && at.Ahead(1).Kind == TokenKind.Title)
            {
                at.Report(NameErrors.Reserved(at));
                at.Reread(TokenKind.Name);
            }

            return at.ExpectName(what);
        }

        public Token ExpectTitle(string what)
        {
            if (at.At(TokenKind.Title) || at.SkipsTo(at.Ahead(1).Kind == TokenKind.Title, what))
            {
                return at.Take();
            }

            at.Report(at.Expected(what));
            return at.Missing(TokenKind.Title);
        }

        public Token ExpectDate(string what = "a date, written as `2020-10-26`")
        {
            if (at.At(TokenKind.Month))
            {
                at.Report(Diagnostic.Error(SyntaxCodes.MonthForDate, at.Place, $"{at.Found} has no day, and a day is needed here")
                    .Hint("only reports and positions may name a month where the source knows no day"));
                at.Reread(TokenKind.Date);
            }

            if (at.At(TokenKind.Date) || at.SkipsTo(at.Ahead(1).Kind == TokenKind.Date, what))
            {
                return at.Take();
            }

            at.Report(at.Expected(what));
            return at.Missing(TokenKind.Date);
        }

        public Token ExpectNumber(string what = "a number")
        {
            if (NameErrors.GluedUnit(at) is { } glued)
            {
                at.Report(glued);
                at.Reread(TokenKind.Number);
            }

            if (at.At(TokenKind.Number))
            {
                return at.Take();
            }

            at.Report(at.Expected(what));
            return at.Missing(TokenKind.Number);
        }

        /// <summary>True when a part that begins with the word stands here; the other words are those that could stand here as
        /// well, so that a slip of the pen in any of them is told.</summary>
        public bool Begins(Word word, params ReadOnlySpan<Word> others) =>
            at.At(word) || ((at.At(TokenKind.Name) || at.At(TokenKind.Zone)) && at.Correct([word, .. others]) && at.At(word));

        /// <summary>True when the next token is a misspelt form of one of the words; then it was reported and now is that word.</summary>
        public bool Correct(params ReadOnlySpan<Word> candidates)
        {
            if (!Vocabulary.IsNameLike(at.Current))
            {
                return false;
            }

            var spellings = new string[candidates.Length];
            for (var i = 0; i < candidates.Length; i++)
            {
                spellings[i] = candidates[i].Spelling();
            }

            if (Spelling.Closest(at.Current.Source.Slice(at.Current.Start, at.Current.End - at.Current.Start), spellings) is not { } meant)
            {
                return false;
            }

            at.Report(NameErrors.Misspelt(at, meant));
            at.Reread(TokenKind.Word, Words.Find(meant));
            return true;
        }

        /// <summary>When what is wanted stands one token further on, reports the next token as one too many and passes over it.</summary>
        private bool SkipsTo(bool isNext, string wanted)
        {
            var canBeExtra = at.Current.Kind is not (TokenKind.Word or TokenKind.FullStop) || at.At(Word.The) || at.At(Word.A);
            if (!isNext || !canBeExtra || at.AtEnd)
            {
                return false;
            }

            at.Report(at.Superfluous($"expected {wanted}"));
            at.Skip();
            return true;
        }

        /// <summary>"… does not fit here" at the next token, with a fix that takes it out.</summary>
        public Diagnostic Superfluous(string expected)
        {
            var span = at.Current.Span;
            var diagnostic = Diagnostic.Error(SyntaxCodes.DoesNotFit, span, $"{at.Found} does not fit here: {expected}");
            diagnostic = at.Form.Length > 0 ? diagnostic.Hint(at.Form) : diagnostic;
            return diagnostic.Replace(span, "", $"Take out {at.Shown}");
        }
    }
}
