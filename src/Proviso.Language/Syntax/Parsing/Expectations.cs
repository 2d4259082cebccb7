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
            if (!at.CanReport)
            {
                return Diagnostic.Error(SyntaxCodes.Expected, at.Current.Span, "");
            }

            var diagnostic = Diagnostic.Error(SyntaxCodes.Expected, at.Place, $"expected {what}, found {at.Found}");
            return at.Form.Length > 0 ? diagnostic.Hint(at.Form) : diagnostic;
        }

        public Token Expect(Word word) => at.ExpectBefore(word, Word.None);

        /// <summary>A word that introduces a name. Where another word stands in its place before a name, that is passed over.</summary>
        public Token ExpectBeforeName(Word word)
        {
            var isReplaced = Vocabulary.IsNameLike(at.Current) && Vocabulary.IsNameLike(at.Ahead(1));
            if (at.At(word) || !isReplaced || at.Correct(word))
            {
                return at.Expect(word);
            }

            at.Report(at.Expected($"`{word.Spelling()}`").Replace(at.Current.Span, word.Spelling(), $"Write `{word.Spelling()}`"));
            at.Skip();
            return at.Missing(word);
        }

        /// <summary>A word after which another is wanted, if that is known.</summary>
        private Token ExpectBefore(Word word, Word then)
        {
            var isThere = at.At(word) || (at.SkipsRepeated() && at.At(word));
            var wanted = isThere && at.Heard is null ? "" : $"`{word.Spelling()}`";
            isThere = isThere || at.Correct(word) || at.SkipsTo(at.Ahead(1).Word == word, wanted);
            at.Hear(TokenKind.Word, wanted, word);
            if (isThere)
            {
                return at.Take();
            }

            var expected = at.Expected(wanted);
            at.Report(IsAllThatIsMissing(at, word, then)
                ? expected.Replace(at.EndOfLast, $" {word.Spelling()}", $"Add {wanted}")
                : expected);
            return at.Missing(word);
        }

        public Phrase Expect(params ReadOnlySpan<Word> words)
        {
            var read = ImmutableArray.CreateBuilder<Token>(words.Length);
            for (var i = 0; i < words.Length; i++)
            {
                read.Add(at.ExpectBefore(words[i], i + 1 < words.Length ? words[i + 1] : Word.None));
            }

            return new(read.MoveToImmutable());
        }

        /// <summary>One of several words; <paramref name="what"/> names them all.</summary>
        public Token ExpectOneOf(string what, params ReadOnlySpan<Word> words)
        {
            var isThere = words.Contains(at.Current.Word)
                || (at.SkipsRepeated() && words.Contains(at.Current.Word))
                || at.Correct(words)
                || at.SkipsTo(words.Contains(at.Ahead(1).Word), what);
            at.Hear(TokenKind.Word, what);
            if (isThere)
            {
                return at.Take();
            }

            at.Report(at.Expected(what));
            return at.Missing(TokenKind.Word);
        }

        /// <summary>What days, months or years are counted in.</summary>
        public Token ExpectCalendarUnit() =>
            at.ExpectOneOf("`days`, `months` or `years`", Word.Days, Word.Day, Word.Months, Word.Month, Word.Years, Word.Year);

        public Token ExpectMark(TokenKind kind, string mark)
        {
            var isThere = at.At(kind) || at.SkipsTo(at.Ahead(1).Kind == kind, mark);
            at.Hear(kind, mark);
            if (isThere)
            {
                return at.Take();
            }

            at.Report(at.Expected(mark).Replace(at.EndOfLast, mark.Trim('`'), $"Add {mark}"));
            return at.Missing(kind);
        }

        /// <summary>A name that refers to something.</summary>
        /// <param name="what">What it names, in the nouns of the language, so that an editor can tell which names will do.</param>
        /// <param name="isNew">True where the name is given to something here.</param>
        public Token ExpectName(string what, bool isNew = false)
        {
            var isThere = at.At(TokenKind.Name) || (at.SkipsRepeated() && at.At(TokenKind.Name)) || at.RereadsAsName();
            at.Hear(TokenKind.Name, what, isNew: isNew);
            if (isThere)
            {
                return at.Take();
            }

            at.Report(at.Expected(what));
            return at.Missing(TokenKind.Name);
        }

        /// <summary>Reports what was meant for a name, and takes it for one.</summary>
        private bool RereadsAsName()
        {
            if (at.At(TokenKind.Zone))
            {
                at.Report(NameErrors.NotAName(at));
            }
            else if (Vocabulary.IsUsedAsName(at.Current, at.Ahead(1)) && !SentenceStart.IsAt(at))
            {
                at.Report(NameErrors.Reserved(at));
            }
            else
            {
                return false;
            }

            at.Reread(TokenKind.Name);
            return true;
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

            return at.ExpectName(what, isNew: true);
        }

        public Token ExpectTitle(string what)
        {
            var isThere = at.At(TokenKind.Title) || at.SkipsTo(at.Ahead(1).Kind == TokenKind.Title, what);
            at.Hear(TokenKind.Title, what);
            if (isThere)
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

            var isThere = at.At(TokenKind.Date)
                || (at.SkipsRepeated() && at.At(TokenKind.Date))
                || at.SkipsTo(at.Ahead(1).Kind == TokenKind.Date, what);
            at.Hear(TokenKind.Date, what);
            if (isThere)
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

            var isThere = at.At(TokenKind.Number) || (at.SkipsRepeated() && at.At(TokenKind.Number));
            at.Hear(TokenKind.Number, what);
            if (isThere)
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

        /// <summary>Reports and passes over a word that stands twice in a row where it fits once.</summary>
        private bool SkipsRepeated()
        {
            if (at.Last is not { Kind: TokenKind.Word } last || !at.At(last.Word) || SentenceStart.IsAt(at))
            {
                return false;
            }

            at.Report(at.Superfluous("it stands twice"));
            at.Skip();
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

        /// <summary>"… does not fit here" at the next token.</summary>
        public Diagnostic DoesNotFit(string expected)
        {
            var diagnostic = Diagnostic.Error(SyntaxCodes.DoesNotFit, at.Current.Span, $"{at.Found} does not fit here: {expected}");
            return at.Form.Length > 0 ? diagnostic.Hint(at.Form) : diagnostic;
        }

        /// <summary>The same with a fix that takes the token out.</summary>
        public Diagnostic Superfluous(string expected) =>
            at.DoesNotFit(expected).Replace(at.Current.Span, "", $"Take out {at.Shown}");
    }

    /// <summary>True where the sentence goes on well once the word is added: it ends a phrase, or what comes after it is there.</summary>
    private static bool IsAllThatIsMissing(Cursor at, Word word, Word then) =>
        EndsPhrase(word)
        || (then != Word.None && at.At(then))
        || at.Current.Kind is TokenKind.Name or TokenKind.Number or TokenKind.Date or TokenKind.Month or TokenKind.Title or TokenKind.Zone;

    private static bool EndsPhrase(Word word) => word is
        Word.Happens or Word.Running or Word.Open or Word.Declared or Word.Statement or Word.Occur or Word.Birth or Word.Late
        or Word.Tell or Word.Broken or Word.More or Word.Received or Word.Party;
}
