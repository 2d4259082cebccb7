using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Reference;

/// <summary>A random agreement with reports that binds without an error.</summary>
sealed record Pair(ulong Seed, CaseText Text, Case Case);

/// <summary>The first place where the two evaluators differ.</summary>
sealed record Disagreement(Knowledge Knowledge, string Row, string View, int Day, string Reference, string Evaluator)
{
    /// <summary>What was asked, without the answers: the same question of a smaller text is the same disagreement.</summary>
    public string Question => $"known {Knowledge.Day?.ToString() ?? "all"} to {Knowledge.To?.Name ?? "all"}, row {Row}, view {View}, {Clock.DateOf(Day):uuuu-MM-dd}";

    public override string ToString() => $"{Question}\n  reference: {Reference}\n  evaluator: {Evaluator}";
}

/// <summary>A count of a case, of a party or (null) of all together, in a place or (null) wherever.</summary>
sealed record CountAsked(NamedCount Count, Party? Party, Place? Place)
{
    public override string ToString() => $"count {Count.Name} for {Party?.Name ?? "-"} in {Place?.Name ?? "-"}";
}

/// <summary>Holds the evaluator against the reference: all rows and counts, all views, all days, as known on several days.</summary>
static class Comparison
{
    /// <summary>Verdicts are compared from so many days before the agreement is in force.</summary>
    private const int DaysBefore = 3;

    /// <summary>Of an agreement that is in force long before anything on file, the first days are compared, and those from so many days before the last on.</summary>
    private const int MostDays = 40;

    /// <summary>So many numbers are asked for in a case at most.</summary>
    private const int MostCounts = 3;

    /// <summary>Null when what the seed draws does not bind.</summary>
    public static Pair? Draw(ulong seed)
    {
        var text = RandomCases.Draw(seed);
        return Read(text) is { } bound ? new(seed, text, bound) : null;
    }

    /// <summary>Null when the text has an error.</summary>
    public static Case? Read(CaseText text)
    {
        var compilation = Compilation.Of(SourceText.From("agreement.proviso", text.Agreement), SourceText.From("reports.proviso", text.Reports));
        return compilation.HasErrors ? null : compilation.Case;
    }

    /// <summary>All on file; and either what was public by some day or what somebody had said or received by some day. Of a long agreement, which takes a hundred times as long, all on file only.</summary>
    public static ImmutableArray<Knowledge> KnowledgeOf(Case bound, ulong seed)
    {
        if (bound.KnownThrough - bound.Agreement.InForce.From > MostDays)
        {
            return [Knowledge.All];
        }

        var chance = new Chance(seed ^ 0xC0FFEE);
        var days = Math.Clamp(bound.KnownThrough - bound.Agreement.InForce.From, 1, MostDays - DaysBefore);
        return
        [
            Knowledge.All,
            chance.Percent(50)
                ? new(bound.KnownThrough - chance.Between(1, days), null)
                : new(bound.KnownThrough - chance.Below(days), chance.Pick(bound.Agreement.Between)),
        ];
    }

    /// <summary>The days that are compared.</summary>
    public static IEnumerable<int> DaysOf(Case bound, int horizon)
    {
        var start = bound.Agreement.InForce.From;
        return Enumerable.Range(start - DaysBefore, horizon - start + DaysBefore + 1).Where(day => day < start + DaysBefore || day >= horizon - MostDays);
    }

    /// <summary>Some of what can be asked of the counts: of a party or of all together, in one place, mostly of a report, and of events also wherever.</summary>
    public static IReadOnlyList<CountAsked> CountsOf(Case bound, ulong seed)
    {
        var chance = new Chance(seed ^ 0xC0117);
        List<Place> reported =
        [
            .. bound.Reports.Select(report => report.Content switch
            {
                StateReport state => state.In,
                EventReport happened => happened.In,
                _ => null,
            }).OfType<Place>(),
        ];
        Place Drawn() => reported.Count > 0 && chance.Percent(80) ? chance.Pick(reported) : chance.Pick(bound.Agreement.Places);
        return chance.Some<CountAsked>(
        [
            .. from count in bound.Agreement.Counts
               from place in count.IsOfStates ? new Place?[] { Drawn() } : [null, Drawn()]
               from party in bound.Agreement.Between.Append(null)
               select new CountAsked(count, party, place),
        ], MostCounts);
    }

    /// <summary>A number as the evaluator tells it.</summary>
    public static Ranged Told(CountedNumber number) => number.IsConflict ? new(null, null, true) : new(number.Least, number.Most, false);

    /// <summary>A number as the reference tells it.</summary>
    public static Ranged Told(Ranged number) => number.IsConflict ? new(null, null, true) : number;

    /// <summary>The first disagreement, or null.</summary>
    /// <param name="census">Counts what is seen, or null.</param>
    public static Disagreement? First(Case bound, ulong seed, Census? census = null) =>
        KnowledgeOf(bound, seed).Select(knowledge => First(bound, seed, knowledge, census)).FirstOrDefault(found => found is not null);

    /// <summary>The smallest text found on which the two still differ, and how.</summary>
    public static (CaseText Text, Disagreement Disagreement) Smallest(Pair pair)
    {
        var last = First(pair.Case, pair.Seed)!;
        var text = pair.Text.Shrink(smaller =>
        {
            if (Read(smaller) is not { } bound || First(bound, pair.Seed) is not { } found)
            {
                return false;
            }

            last = found;
            return true;
        });
        return (text, last);
    }

    private static Disagreement? First(Case bound, ulong seed, Knowledge knowledge, Census? census)
    {
        var reference = new ReferenceEvaluator(bound, knowledge);
        Verdicts verdicts;
        try
        {
            verdicts = Evaluator.Run(bound, knowledge);
        }
        catch (Exception exception)
        {
            return new(knowledge, "all", "all", 0, "an answer", exception.ToString());
        }

        var rows = reference.Rows.Select(Name).ToList();
        var others = verdicts.Rows.Select(Name).ToList();
        if (!rows.SequenceEqual(others))
        {
            return new(knowledge, "all", "all", 0, $"rows {string.Join("; ", rows)}", $"rows {string.Join("; ", others)}");
        }

        if (reference.Horizon != verdicts.Horizon)
        {
            return new(knowledge, "all", "all", 0, $"horizon {reference.Horizon}", $"horizon {verdicts.Horizon}");
        }

        var counts = CountsOf(bound, seed);
        foreach (var day in DaysOf(bound, reference.Horizon))
        {
            foreach (var (asked, view) in counts.SelectMany(asked => bound.Agreement.Views.Select(view => (asked, view))))
            {
                var expected = Told(reference.NumberAt(asked.Count, asked.Party, asked.Place, view, day));
                census?.Saw(asked.Count, expected);
                var found = Answer(verdicts, asked, view, day);
                if (expected.ToString() != found)
                {
                    return new(knowledge, asked.ToString(), view.Name, day, expected.ToString(), found);
                }
            }

            for (var row = 0; row < rows.Count; row++)
            {
                foreach (var view in bound.Agreement.Views)
                {
                    var (verdict, basis) = (reference.At(row, view, day), reference.BasisAt(row, view, day));
                    census?.Saw(verdict, basis);
                    if (!Agrees(verdicts, row, view, day, verdict, basis))
                    {
                        return new(knowledge, rows[row], view.Name, day, Say(verdict, basis), Answer(verdicts, row, view, day));
                    }
                }
            }
        }

        return null;
    }

    private static string Answer(Verdicts verdicts, CountAsked asked, View view, int day)
    {
        try
        {
            return Told(verdicts.CountAt(asked.Count, asked.Party, asked.Place, view, day)).ToString();
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    private static bool Agrees(Verdicts verdicts, int row, View view, int day, Verdict verdict, Basis? basis)
    {
        try
        {
            return verdicts.At(verdicts.Rows[row], view, day) == verdict && verdicts.BasisAt(verdicts.Rows[row], view, day) == basis;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private static string Answer(Verdicts verdicts, int row, View view, int day)
    {
        try
        {
            return Say(verdicts.At(verdicts.Rows[row], view, day), verdicts.BasisAt(verdicts.Rows[row], view, day));
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    private static string Say(Verdict verdict, Basis? basis)
    {
        var possible = Enum.GetValues<Standing>().Where(verdict.Possible.Has);
        return $"{verdict.Standing} ({string.Join(", ", possible)}), {verdict.Conduct}{(verdict.NotBroken ? ", not broken" : "")}{(basis is null ? "" : $", {basis}")}";
    }

    private static string Name(Row row) =>
        $"clause {row.Clause.Id} for {row.Party.Name} to {row.Addressee?.Name ?? "-"} at {row.Instance?.Name ?? "-"} in {row.Place?.Name ?? "-"}";
}
