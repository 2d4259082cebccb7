using System.Collections.Immutable;
using Proviso.Language.Binding;
using Proviso.Language.Syntax;
using Proviso.Language.Syntax.Parsing;

namespace Proviso.Language.Editing;

/// <summary>What the parser takes after the beginning of a sentence, as it is offered to somebody who writes.</summary>
internal sealed class Offered
{
    private const string FullStop = "a full stop, if the sentence ends here";

    private readonly Trials trials;
    private readonly NameIndex names;
    private readonly IReadOnlyCollection<string> countries;
    private readonly string typed;
    private readonly List<Wanted> read;
    private readonly List<WordCompletion> words = [];
    private readonly List<Completion> named = [];
    private readonly List<string> others = [];
    private bool isOfWords;

    /// <param name="typed">What stands there of the word that is written: only what it can become is offered.</param>
    public Offered(Trials trials, NameIndex names, string typed, IReadOnlyCollection<string> countries)
    {
        (this.trials, this.names, this.typed, this.countries) = (trials, names, typed, countries);
        read = trials.Read();
        List<Trial> allowed = [.. NamesTried(), .. trials.First.Where(next => next.Text != Trials.SomeName).Select(next => trials.Put(next)).OfType<Trial>()];
        var fewest = allowed.Count > 0 ? allowed.Min(trial => trial.Faults) : 0;
        allowed.RemoveAll(trial => trial.Faults > fewest);
        var takesName = allowed.Exists(trial => trial.Next.Text == Trials.SomeName);
        foreach (var trial in allowed.Where(trial => trial.Next.Kind != TokenKind.Name || !takesName || trial.Next.Text == Trials.SomeName))
        {
            Add(trial);
        }

        var required = read.FirstOrDefault(wanted => wanted.At.Kind == TokenKind.End);
        IEnumerable<Completion> inOrder = [.. (isOfWords ? [] : words).OrderBy(word => word.Text == required.Word.Spelling() ? 0 : 1).ThenBy(RankOf).ThenBy(word => word.Text, StringComparer.Ordinal)];
        inOrder = required.Kind == TokenKind.Name ? named.Concat(inOrder) : inOrder.Concat(named);
        Items = [.. inOrder.Where(item => FitOf(item) < NoFit).OrderBy(FitOf).Distinct().Take(Completer.MostItems)];
        Others = isOfWords ? [] : [.. others.Distinct()];
    }

    public ImmutableArray<Completion> Items { get; }

    public ImmutableArray<string> Others { get; }

    private void Add(Trial trial)
    {
        var wanted = trial.Heard.FirstOrDefault(each => each.At == trial.Next);
        switch (trial.Next.Kind)
        {
            case TokenKind.Name when trial.Next.Text == Trials.SomeName:
                AddNames(trial);
                break;
            case TokenKind.Word or TokenKind.Name when trial.Next.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase):
                words.Add(Words(trial));
                break;
            case TokenKind.Zone when wanted.What?.Contains("time zone", StringComparison.Ordinal) == true:
                named.AddRange(Clock.Zones.Select(zone => new KnownNameCompletion(zone, "time zone")));
                break;
            case TokenKind.FullStop:
                others.Add(FullStop);
                break;
            case TokenKind.Title when wanted.What is null:
                others.Add("a title, in quotes");
                break;
            case var kind when wanted.What is not null && wanted.Kind == kind:
                others.Add(wanted.What);
                break;
        }
    }

    /// <summary>A word, with those after it that cannot be others.</summary>
    private WordCompletion Words(Trial trial)
    {
        var after = trial.Heard.SkipWhile(wanted => wanted.At.Kind != TokenKind.End).ToList();
        var text = trial.Next.Text;
        var taken = 0;
        if (after is [{ Kind: TokenKind.Word, Word: not Word.None }, ..] && IsOnly(trial.Next, after[0].Word))
        {
            for (; taken < after.Count && (after[taken].Word != Word.None || after[taken].Kind == TokenKind.Comma); taken++)
            {
                text += after[taken].Kind == TokenKind.Comma ? "," : $" {after[taken].Word.Spelling()}";
            }
        }

        return new(text, after.Count > 0 ? after[0].Form : "", taken < after.Count ? after[taken].What : null);
    }

    /// <summary>True when after a word no other can stand than the one.</summary>
    private bool IsOnly(Token next, Word one) => trials.Second.All(then => then.Word == one || trials.Put(next, then) is null);

    /// <summary>Some name there, once for each thing that it can name. What it names can turn on what comes after it, so everything is tried behind it.</summary>
    private IEnumerable<Trial> NamesTried()
    {
        var some = trials.First.First(next => next.Text == Trials.SomeName);
        var seen = new HashSet<(string, int)>();
        foreach (var then in trials.Second.Prepend(null))
        {
            if (trials.Put(some, then) is { } trial && trial.Heard.FindLast(wanted => wanted.At == some) is { What: not null } wanted && seen.Add((wanted.What, trial.Faults)))
            {
                yield return trial;
            }
        }
    }

    private void AddNames(Trial trial)
    {
        var heard = trial.Heard;
        var index = heard.FindLastIndex(wanted => wanted.At == trial.Next);
        if (heard[index].IsNew)
        {
            others.Add(heard[index].What);
            return;
        }

        var around = new Surroundings(heard, names.Declared);
        var sorts = around.SortsAt(index);
        isOfWords |= around.IsOfWords(index);
        if (around.VariableFor(sorts, index) is { } variable)
        {
            named.Add(new NameCompletion(variable));
        }

        named.AddRange(names.Symbols.Where(symbol => sorts.Contains(symbol.Sort) && around.Fits(symbol, index)).Select(symbol => new NameCompletion(symbol)));
        if (sorts.Contains(NameSort.Country))
        {
            named.AddRange(countries.Select(country => new KnownNameCompletion(country, "country of the atlas")));
        }
    }

    /// <summary>Where a word stands in what is said about the form of the sentence; words that are not there come last.</summary>
    private int RankOf(WordCompletion word)
    {
        const int Far = 10_000;
        var first = word.Text.Split(' ')[0];
        var ranks = read.Select(wanted => wanted.Form).Distinct().Reverse()
            .Select((form, far) => Array.IndexOf(form.Split([' ', '`', '…', ','], StringSplitOptions.RemoveEmptyEntries), first) is var at and >= 0 ? (far * Far) + at : int.MaxValue);
        return ranks.DefaultIfEmpty(int.MaxValue).Min();
    }

    private const int NoFit = 3;

    /// <summary>How well an item continues what is typed: 0 when it begins with it, 1 when a part of it does, 2 when a word of its title does.</summary>
    private int FitOf(Completion item)
    {
        if (item.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        if (item.Text.Split('-', ' ', '/', '_').Any(part => part.StartsWith(typed, StringComparison.OrdinalIgnoreCase)))
        {
            return 1;
        }

        return item is NameCompletion name && name.Symbol.Title.Split(' ').Any(part => part.StartsWith(typed, StringComparison.OrdinalIgnoreCase)) ? 2 : NoFit;
    }
}
