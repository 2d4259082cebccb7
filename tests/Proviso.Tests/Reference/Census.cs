using System.Text.RegularExpressions;
using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Reference;

/// <summary>What the random pairs contain: in how many of them each word and each answer occurs. Not safe to share between threads.</summary>
sealed class Census
{
    /// <summary>Two-word and one-word marks of a text, each counted once a pair.</summary>
    private static readonly (string Name, Regex Pattern)[] marks =
    [
        .. new[]
        {
            "agreement", "party", "region", "site", "kind", "model", "state", "event", "reading", "clause", "group", "theatre", "zone", "define", "where", "persists", "means", "running", "dispute", "as declared", "extent of", "view", "reads", "leaves",
            "trusts", "assume", "under", "offered by", "accepted by words", "for each theatre", "for each region", "for each site", "for each party",
            "each party", "that party", "each other party", "a party", "shall not have", "shall have at most", "count", "total", "may have", "shall", "may", "when", "while", "until", "newly",
            "unless", "despite", "verified by", "within", "hours after", "minutes after", "at least", "no later than", "after each", "of each year", "calendar \\w+ working", "without", "working days after", "working days of \\w+ after", "working days (of \\w+ )?before", "happens", "is broken", "and", "or",
            "not", "no", "in force from", "after entry into force", "times in each", "in each treaty year", "in each calendar year", "through year", "under clause", "through", "before", "report", "as", "onward", "still on", "lasting at least", "between", "by", "not received",
            "has", "end of", "access denied", "log of", "corrects", "did not occur", "amount", "subject", "said", "received by", "quoting", "or more",
            "position", "proposes", "acknowledges", "accepts", "rejects", "suspends", "resumes", "withdraws", "withdraws from", "withdraws from agreement", "withdrawal after", "doubts", "denies",
            "its date", "its place", "its number", "its class", "its operator", "accepts reading", "utc",
        }.Select(words => (words, new Regex($@"(?<![\w-]){words}(?![\w-])", RegexOptions.Compiled))),
        ("a month", new Regex(@"\d{4}-\d{2}(?!-)", RegexOptions.Compiled)),
        ("a time", new Regex(@"at \d\d:\d\d", RegexOptions.Compiled)),
        ("looks that belong together", new Regex(@"report t2 |assume no unreported (missile|truck) is .*\n.*assume no unreported", RegexOptions.Compiled)),
        ("an event of a number", new Regex(@"\w by \w+( to \w+)? of \d", RegexOptions.Compiled)),
        ("for reports", new Regex(@"for r\d", RegexOptions.Compiled)),
        ("dispute on a slot", new Regex(@"dispute \w+ ""d"" on clause", RegexOptions.Compiled)),
        ("dispute on a slot that the clause lacks", new Regex(@"dispute \w+ ""added"" on clause", RegexOptions.Compiled)),
        ("dispute on an attribute", new Regex(@"dispute \w+ ""d"" on (range|basing|maker|operator|owner) of", RegexOptions.Compiled)),
        ("dispute on a definition", new Regex(@"dispute \w+ ""d"" on (long|big) ", RegexOptions.Compiled)),
        ("dispute on a state", new Regex(@"dispute \w+ ""d"" on (posted|based|armed) reading", RegexOptions.Compiled)),
        ("dispute on a state in a slot", new Regex(@"dispute \w+ ""d"" on (posted|based|armed) in clause", RegexOptions.Compiled)),
    ];

    private readonly Dictionary<string, int> counts = [];
    private readonly HashSet<string> seen = [];
    private readonly HashSet<(Standing, Conduct)> verdicts = [];

    /// <summary>Pairs counted.</summary>
    public int Pairs { get; private set; }

    /// <summary>Pairs with two or more different verdicts (standing and conduct), not counting <em>not in force</em>.</summary>
    public int Varied { get; private set; }

    /// <summary>Verdicts compared.</summary>
    public long Verdicts { get; private set; }

    public void Saw(Verdict verdict, Basis? basis)
    {
        Verdicts++;
        if (verdict.Standing != Standing.NotInForce)
        {
            verdicts.Add((verdict.Standing, verdict.Conduct));
        }

        seen.Add($"standing: {verdict.Standing}");
        seen.Add($"conduct: {verdict.Conduct}");
        if (basis is { } leans)
        {
            seen.Add($"basis: {leans}");
        }
    }

    public void Saw(NamedCount count, Ranged number)
    {
        if (number.IsConflict)
        {
            seen.Add("number: a conflict");
        }
        else if (number.Least > 0 || number.Most is not null)
        {
            seen.Add($"number: {count switch
            {
                StateCount => "of states",
                EventCount => "of events",
                CountSum => "a sum",
                _ => "a difference",
            }}");
        }
    }

    /// <summary>Closes a pair.</summary>
    public void Finish(CaseText text)
    {
        var whole = text.ToString();
        seen.UnionWith(marks.Where(mark => mark.Pattern.IsMatch(whole)).Select(mark => mark.Name));
        foreach (var each in seen)
        {
            counts[each] = counts.GetValueOrDefault(each) + 1;
        }

        Pairs++;
        Varied += verdicts.Count > 1 ? 1 : 0;
        seen.Clear();
        verdicts.Clear();
    }

    public void Add(Census other)
    {
        foreach (var (name, count) in other.counts)
        {
            counts[name] = counts.GetValueOrDefault(name) + count;
        }

        (Pairs, Varied, Verdicts) = (Pairs + other.Pairs, Varied + other.Varied, Verdicts + other.Verdicts);
    }

    /// <summary>Everything that can occur, with the share of pairs it occurs in, in per mille.</summary>
    public IEnumerable<(string Name, int PerMille)> Shares() => marks.Select(mark => mark.Name)
        .Concat(Enum.GetNames<Standing>().Select(name => $"standing: {name}"))
        .Concat(Enum.GetNames<Conduct>().Select(name => $"conduct: {name}"))
        .Concat(Enum.GetNames<Basis>().Select(name => $"basis: {name}"))
        .Concat(["number: a conflict", "number: of states", "number: of events", "number: a sum", "number: a difference"])
        .Select(name => (name, counts.GetValueOrDefault(name) * 1000 / Math.Max(1, Pairs)));

    public override string ToString() => string.Join(
        '\n',
        Shares().Select(share => $"{share.Name}: {share.PerMille / 10}.{share.PerMille % 10} %")
            .Prepend($"two or more different verdicts besides not in force: {Varied * 100 / Math.Max(1, Pairs)} % of {Pairs} pairs; {Verdicts} verdicts compared"));
}
