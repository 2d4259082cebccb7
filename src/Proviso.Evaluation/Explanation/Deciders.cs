using System.Collections.Immutable;
using Proviso.Evaluation.Reports;
using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Evaluation.Explanation;

/// <summary>One thing a view could choose: a reading of a dispute, or to believe or not to believe a report in question.</summary>
public abstract record Choice;

/// <summary>To read a dispute so.</summary>
public sealed record ReadAs(Dispute Dispute, Reading Reading) : Choice;

/// <summary>To believe a report, whoever contests it, or to set it aside.</summary>
public sealed record Believe(Report Report, bool Believed) : Choice;

/// <summary>Choices which, made together, give the verdict, and of which none can be left out.</summary>
public sealed record Decision(ImmutableArray<Choice> Choices, Verdict Verdict);

/// <summary>Finds what decides verdicts. For a <i>cannot tell</i>: the smallest choices (of at most three) that settle it and what each forces. For a told
/// verdict: the single choices that would make it another.</summary>
/// <remarks>Exact over the disputes in the clause's dependency cone and the reports in question that it speaks of, as long as these are not too many. All choices are tried as views of one
/// evaluation.</remarks>
public sealed class Deciders
{
    // More views than this at once would cost more than the answer is worth; larger choices are then not looked for.
    private const int MostTried = 4000;
    private const int MostFew = 1000;
    private readonly Verdicts verdicts;
    private readonly KnownRecord known;
    private readonly ImmutableArray<Report> questioned;
    private readonly Dictionary<(string Clause, string View), ImmutableArray<Choice>> choices = [];
    private readonly Dictionary<string, ImmutableArray<Report>> touching = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tried> beliefs = new(StringComparer.Ordinal);
    private Tried? readings;

    private Deciders(Verdicts verdicts)
    {
        this.verdicts = verdicts;
        known = verdicts.Known.Record;
        questioned = [.. verdicts.Known.Columns.Spoken.Contests.Values.SelectMany(of => of).Select(c => c.Report).Distinct(StringComparer.Ordinal)
            .Select(known.Find).OfType<Report>().OrderBy(report => known.All.IndexOf(report.Name))];
    }

    /// <summary>The deciders of all verdicts of an evaluation.</summary>
    public static Deciders For(Verdicts verdicts) => new(verdicts);

    /// <summary>"2,345 reports are in question, too many to try each", when so many that a clause speaks of are that whether a verdict turns on one of them is not looked
    /// for; else null.</summary>
    public string? NotTried(Clause clause) =>
        Tries(clause) ? null : $"{Prose.Figure(Touching(clause).Length)} reports are in question, too many to try each";

    private bool Tries(Clause clause) => 2 * Touching(clause).Length <= MostTried;

    /// <summary>What decides a verdict; empty when no choice of at most <paramref name="most"/> would. Requires a row and view of the verdicts.</summary>
    /// <param name="most">From 1 to 3. Single readings are tried for all verdicts together, single reports for all of a view and of clauses that speak of the same ones; larger choices for each verdict anew.</param>
    public ImmutableArray<Decision> Of(Row row, View view, int day, int most = 3)
    {
        var now = verdicts.At(row, view, day);
        readings ??= Try([.. verdicts.Views.SelectMany(v => ReadingsIn(v).Select(c => (View: v, Choices: ImmutableArray.Create(c))))]);
        var inCone = ChoicesFor(row.Clause, view).OfType<ReadAs>().Select(Key).ToHashSet(StringComparer.Ordinal);
        var reread = readings.Outcomes(row, view, day).Where(o => inCone.Contains(Key(o.Choices[0])));
        if (Told(now))
        {
            return [.. reread.Where(o => o.Verdict != now).Select(o => new Decision(o.Choices, o.Verdict))];
        }

        var settled = reread.Concat(Tries(row.Clause) ? Beliefs(row.Clause, view).Outcomes(row, view, day) : []).Where(o => Told(o.Verdict)).ToImmutableArray();
        for (var size = 2; settled.IsEmpty && size <= most; size++)
        {
            var open = ChoicesFor(row.Clause, view);
            var tries = Combinations(open, size).Take(MostTried + 1).ToList();
            if (tries.Count > MostTried)
            {
                break;
            }

            settled = tries.Count == 0 ? [] : [.. Try([.. tries.Select(c => (view, c))]).Outcomes(row, view, day).Where(o => Told(o.Verdict))];
        }

        return [.. settled.Select(o => new Decision(o.Choices, o.Verdict))];
    }

    private static bool Told(Verdict verdict) => verdict.Standing != Standing.CannotTell && verdict.Conduct != Conduct.CannotTell;

    private IEnumerable<Choice> ReadingsIn(View view) => verdicts.Case.Agreement.Clauses
        .SelectMany(c => ChoicesFor(c, view).OfType<ReadAs>()).DistinctBy(Key);

    private ImmutableArray<Report> Touching(Clause clause)
    {
        if (!touching.TryGetValue(clause.Id, out var found))
        {
            var words = new ClauseWords(verdicts.Case.Agreement, clause);
            touching[clause.Id] = found = [.. questioned.Where(report => words.Touches(report.Content, known.Find))];
        }

        return found;
    }

    /// <summary>Each report in question believed, and set aside: of all clauses and views at once where these are not too many, since that is hardly dearer.</summary>
    private Tried Beliefs(Clause clause, View view)
    {
        var isFew = verdicts.Views.Length * 2 * questioned.Length <= MostFew;
        var key = isFew ? "" : $"{view.Name}: {string.Join(' ', Touching(clause).Select(report => report.Name))}";
        if (!beliefs.TryGetValue(key, out var tried))
        {
            var reports = isFew ? questioned : Touching(clause);
            beliefs[key] = tried = Try(
                [.. (isFew ? verdicts.Views : [view]).SelectMany(each => reports.SelectMany(Beliefs).Select(belief => (each, ImmutableArray.Create(belief))))]);
        }

        return tried;
    }

    private static Choice[] Beliefs(Report report) => [new Believe(report, true), new Believe(report, false)];

    private ImmutableArray<Choice> ChoicesFor(Clause clause, View view)
    {
        if (!choices.TryGetValue((clause.Id, view.Name), out var found))
        {
            var chosen = verdicts.Trial.Of(view, known.Positions).Choices;
            found =
            [
                .. Cone.Of(clause, verdicts.Case.Agreement).SelectMany(d => d.Readings
                    .Where(r => !chosen.TryGetValue(d.Name, out var name) || name != r.Name).Select(r => (Choice)new ReadAs(d, r))),
                .. Touching(clause).SelectMany(Beliefs),
            ];
            choices[(clause.Id, view.Name)] = found;
        }

        return found;
    }

    private static string Key(Choice choice) => choice switch
    {
        ReadAs read => $"{read.Dispute.Name} as {read.Reading.Name}",
        Believe believe => $"{believe.Report.Name} {believe.Believed}",
        _ => throw new System.Diagnostics.UnreachableException(choice.GetType().Name),
    };

    private static string Subject(Choice choice) => choice is ReadAs read ? "dispute " + read.Dispute.Name : "report " + ((Believe)choice).Report.Name;

    private static IEnumerable<ImmutableArray<Choice>> Combinations(ImmutableArray<Choice> open, int size, int from = 0)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }

        for (var i = from; i < open.Length; i++)
        {
            foreach (var rest in Combinations(open, size - 1, i + 1))
            {
                if (rest.All(r => Subject(r) != Subject(open[i])))
                {
                    yield return [open[i], .. rest];
                }
            }
        }
    }

    private Tried Try(ImmutableArray<(View View, ImmutableArray<Choice> Choices)> tries)
    {
        var views = tries.Select(t => t.Choices.Aggregate(verdicts.Trial.Of(t.View, known.Positions), (view, choice) => choice switch
        {
            ReadAs read => view with { Choices = view.Choices.SetItem(read.Dispute.Name, read.Reading.Name) },
            Believe { Believed: true } believe => view with { Believed = view.Believed.Add(believe.Report.Name), Disbelieved = view.Disbelieved.Remove(believe.Report.Name) },
            Believe believe => view with { Disbelieved = view.Disbelieved.Add(believe.Report.Name), Believed = view.Believed.Remove(believe.Report.Name) },
            _ => throw new System.Diagnostics.UnreachableException(choice.GetType().Name),
        })).ToImmutableArray();
        return new Tried(verdicts, tries, views.IsEmpty ? null : Evaluator.Run(verdicts.Known, verdicts.Trial, views));
    }

    /// <summary>Choices that were tried, and what came of them.</summary>
    private sealed class Tried(Verdicts asked, ImmutableArray<(View View, ImmutableArray<Choice> Choices)> tries, Verdicts? outcome)
    {
        public IEnumerable<(ImmutableArray<Choice> Choices, Verdict Verdict)> Outcomes(Row row, View view, int day)
        {
            var same = outcome?.Rows[asked.IndexOf(row)];
            for (var i = 0; same is not null && i < tries.Length; i++)
            {
                if (tries[i].View.Name == view.Name)
                {
                    yield return (tries[i].Choices, outcome!.At(same, i, day));
                }
            }
        }
    }
}
