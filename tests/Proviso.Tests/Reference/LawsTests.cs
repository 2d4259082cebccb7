using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Reference;

/// <summary>What must be so of any evaluation, whatever a verdict means.</summary>
public sealed class LawsTests
{
    private const int Pairs = 40;

    [Fact]
    public void Verdicts_do_not_depend_on_the_order_of_reports_and_files()
    {
        foreach (var pair in Drawn(1))
        {
            var chance = new Chance(pair.Seed);
            var reports = pair.Text.Sentences.Where(sentence => sentence.IsReport).ToList();
            var sources = reports.Where(sentence => sentence.ToString().StartsWith("sources", StringComparison.Ordinal)).ToList();
            var positions = reports.Where(sentence => sentence.ToString().StartsWith("position", StringComparison.Ordinal)).ToList();
            var shuffled = reports.Except(sources).Except(positions).OrderBy(_ => chance.Below(1000)).ToList();
            var half = shuffled.Count / 2;
            var compilation = Compilation.Of(
                SourceText.From("z.proviso", Text([.. sources, .. shuffled[..half]])),
                SourceText.From("m.proviso", pair.Text.Agreement),
                SourceText.From("a.proviso", Text([.. sources, .. positions, .. shuffled[half..]])));

            Assert.False(compilation.HasErrors);
            Assert.Equal(Told(pair.Case), Told(compilation.Case!));
        }

        static string Text(IEnumerable<Sentence> sentences) => string.Join('\n', sentences);
    }

    [Fact]
    public void A_report_that_no_clause_speaks_of_changes_nothing()
    {
        foreach (var pair in Drawn(1_000))
        {
            const string Vocabulary = "event yawn. kind kite with span: number. model red-kite of kite.";
            var reports = pair.Text.Reports + $"report x1 yawn by alba on {Date(pair, 1)} by alba said {Date(pair, 3)} grade press source \"s\".\n"
                + $"report x2 red-kite has span 3 by bern said {Date(pair, 3)} grade press source \"s\".\n";

            Assert.Equal(Told(pair.Case), Told(Read(pair.Text.Agreement + Vocabulary, reports)));
        }
    }

    [Fact]
    public void Verdicts_of_a_view_do_not_depend_on_the_other_views()
    {
        foreach (var pair in Drawn(2_000))
        {
            var all = Evaluator.Run(pair.Case, Knowledge.All);
            var views = pair.Case.Agreement.Views;

            Assert.Equal(Told(all, views), Told(Evaluator.Run(pair.Case, Knowledge.All, [.. views.Reverse()]), views));
            foreach (var view in views)
            {
                Assert.Equal(Told(all, [view]), Told(Evaluator.Run(pair.Case, Knowledge.All, [view]), [view]));
            }
        }
    }

    [Fact]
    public void What_was_known_on_a_day_is_what_the_file_held_that_day()
    {
        foreach (var pair in Drawn(3_000))
        {
            foreach (var knowledge in Comparison.KnowledgeOf(pair.Case, pair.Seed).Where(knowledge => knowledge is { Day: not null, To: null }))
            {
                var day = knowledge.Day!.Value;
                var then = pair.Case with
                {
                    Reports = [.. pair.Case.Reports.Where(report => report.Attribution.Said.Last <= day)],
                    Positions = [.. pair.Case.Positions.Where(position => position.Attribution.Said.Last <= day)],
                    KnownThrough = day,
                };

                var views = pair.Case.Agreement.Views;
                Assert.Equal(Told(Evaluator.Run(pair.Case, knowledge), views), Told(Evaluator.Run(then, Knowledge.All), views));
            }
        }
    }

    /// <summary>Where nothing in the clause is negative, seeing more never unmakes a breach.</summary>
    [Fact]
    public void A_further_sighting_never_unmakes_a_breach_of_a_clause_without_conditions()
    {
        var breaches = 0;
        foreach (var pair in Drawn(4_000, 250))
        {
            var chance = new Chance(pair.Seed);
            var date = Date(pair, chance.Between(1, 9));
            var more = $"report x1 {chance.OneOf("fox", "gnu", "missile")} {chance.OneOf("here", "parked")} in {chance.OneOf("north", "south", "dock")}"
                + $" on {date} by wire said {date} grade press source \"s\".\n";
            if (TryRead(pair.Text.Agreement, pair.Text.Reports + more) is not { } after)
            {
                continue;
            }

            var (less, fuller) = (Evaluator.Run(pair.Case, Knowledge.All), Evaluator.Run(after, Knowledge.All));
            for (var row = 0; row < less.Rows.Length; row++)
            {
                if (!IsPositive(pair.Case.Agreement, less.Rows[row].Clause))
                {
                    continue;
                }

                foreach (var (view, index) in less.Views.Select((view, index) => (view, index)))
                {
                    for (var day = less.FirstDay; day <= Math.Min(less.Horizon, fuller.Horizon); day++)
                    {
                        if (less.At(less.Rows[row], view, day).Conduct == Conduct.Broken)
                        {
                            breaches++;
                            Assert.Equal(Conduct.Broken, fuller.At(fuller.Rows[row], fuller.Views[index], day).Conduct);
                        }
                    }
                }
            }
        }

        Assert.True(breaches > 0);
    }

    private static bool IsPositive(Agreement agreement, Clause clause) =>
        clause is { Duty: ShallNotHave have, Slots.IsEmpty: true }
            && agreement.Clauses.All(other => !other.Despite.Contains(clause.Id))
            && IsPositive(agreement, have.State);

    private static bool IsPositive(Agreement agreement, State state)
    {
        var meanings = agreement.Disputes
            .Where(dispute => dispute.Target is OnState target && target.State == state.Name)
            .SelectMany(dispute => dispute.Readings).Select(reading => reading.Meaning).OfType<StateMeaning>().Select(meaning => meaning.Expression);
        return (state.Means is null ? meanings : meanings.Append(state.Means)).All(IsSo);

        bool IsSo(StateExpression expression) => expression switch
        {
            StateIs part => IsPositive(agreement, part.State),
            AllStates all => all.Parts.All(IsSo),
            AnyState any => any.Parts.All(IsSo),
            RunningState running => IsSo(running.Part),
            _ => false,
        };
    }

    private static string Date(Pair pair, int day) => new Draw(new(0), RandomCases.FirstDay(pair.Seed), day).Date(day);

    private static IEnumerable<Pair> Drawn(ulong first, int count = Pairs)
    {
        for (var seed = first; count > 0; seed++)
        {
            if (Comparison.Draw(seed) is { } pair)
            {
                count--;
                yield return pair;
            }
        }
    }

    private static Case Read(string agreement, string reports) => TryRead(agreement, reports) ?? throw new InvalidOperationException(agreement + reports);

    private static Case? TryRead(string agreement, string reports)
    {
        var compilation = Compilation.Of(SourceText.From("agreement.proviso", agreement), SourceText.From("reports.proviso", reports));
        return compilation.HasErrors ? null : compilation.Case;
    }

    private static string Told(Case bound) => Told(Evaluator.Run(bound, Knowledge.All), bound.Agreement.Views);

    /// <summary>Every verdict with its basis, a line each.</summary>
    private static string Told(Verdicts verdicts, ImmutableArray<View> views) => string.Join(
        '\n',
        from view in views
        from row in verdicts.Rows
        from day in Enumerable.Range(verdicts.FirstDay, Math.Max(0, verdicts.Horizon - verdicts.FirstDay + 1))
        select $"{view.Name} {row.Clause.Id} {row.Party.Name} {row.Place?.Name} {day} {verdicts.At(row, view, day)} {verdicts.BasisAt(row, view, day)}");
}
