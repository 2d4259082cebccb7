using System.Diagnostics;
using Proviso.Evaluation;
using Proviso.Language.Binding;
using Proviso.Reference;

namespace Proviso.Completions;

/// <summary>What a verdict told for certain means: however the open points turn out, it is so.</summary>
/// <remarks><c>PROVISO_COMPLETIONS=20000</c> looks at so many draws in place of the sample, and <c>PROVISO_SEED</c> says from which seed on.</remarks>
[Comparison]
public sealed class CompletionsTests(ITestOutputHelper output)
{
    /// <summary>Draws looked at when nothing else is asked.</summary>
    private const int Sample = 160;

    /// <summary>A view of a case with more completions than this is left out.</summary>
    private const int Most = 96;

    /// <summary>Two to so many reports and positions are kept of a draw.</summary>
    private const int Kept = 5;

    [Fact]
    public void What_is_told_for_certain_holds_however_the_open_points_turn_out()
    {
        var draws = Setting("PROVISO_COMPLETIONS", Sample);
        var from = (ulong)Setting("PROVISO_SEED", 1);
        var (watch, tally, found) = (Stopwatch.StartNew(), new Tally(), new SortedDictionary<ulong, string>());
        Parallel.For(0, draws, index =>
        {
            var seed = from + (ulong)index;
            if (Small(seed) is not { } pair)
            {
                return;
            }

            foreach (var view in pair.Case.Agreement.Views)
            {
                if (Unsound(pair.Case, view, tally) is { } unsound)
                {
                    lock (found)
                    {
                        found.TryAdd(seed, $"seed {seed}: {unsound}\n{pair.Text}");
                    }
                }
            }
        });
        output.WriteLine($"{tally}; {found.Count} draws unsound, {watch.Elapsed.TotalSeconds:0} s");
        Assert.True(found.Count == 0, string.Join("\n\n", found.Values.Take(3)));
        Assert.True(tally.Views > draws / 10, $"only {tally.Views} views of {draws} draws were compared");
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var set) ? set : otherwise;

    /// <summary>A draw with few of its reports and positions; null when it does not bind.</summary>
    private static Pair? Small(ulong seed)
    {
        var chance = new Chance(seed ^ 0x5EA1);
        var drawn = RandomCases.Draw(seed);
        var told = drawn.Sentences.Where(IsTold).ToList();
        var kept = chance.Some(told, Math.Min(chance.Between(2, Kept), told.Count)).ToHashSet();
        var text = drawn with { Sentences = [.. drawn.Sentences.Where(sentence => !IsTold(sentence) || kept.Contains(sentence))] };
        return Comparison.Read(text) is { } bound ? new(seed, text, bound) : null;
    }

    private static bool IsTold(Sentence sentence) => sentence.IsReport && !sentence.ToString().StartsWith("sources", StringComparison.Ordinal);

    /// <summary>A verdict that the view is told for certain and that a completion does not have; null when there is none.</summary>
    private static string? Unsound(Case text, View view, Tally tally)
    {
        var points = new OpenPoints(text, view);
        if (points.Open == 0 || points.Count > Most)
        {
            tally.LeftOut(points.Open == 0);
            return null;
        }

        var verdicts = Evaluator.Run(text, Knowledge.All, [view]);
        var completions = points.Completions().ToList();
        var certain = 0;
        foreach (var completion in completions)
        {
            var reference = new ReferenceEvaluator(completion, Knowledge.All);
            var only = completion.Agreement.Views[0];
            for (var row = 0; row < verdicts.Rows.Length; row++)
            {
                for (var day = verdicts.FirstDay; day <= verdicts.Horizon; day++)
                {
                    var told = verdicts.At(verdicts.Rows[row], view, day);
                    var there = reference.At(row, only, day);
                    certain += (told.Standing == Standing.CannotTell ? 0 : 1) + (told.Conduct == Conduct.CannotTell ? 0 : 1);
                    var isSound = (told.Standing == Standing.CannotTell ? Covers(told, there) : told.Standing == there.Standing)
                        && (told.Conduct == Conduct.CannotTell || told.Conduct == there.Conduct || IsMoot(told, there))
                        && !(told.NotBroken && there.Conduct == Conduct.Broken);
                    if (!isSound)
                    {
                        return $"view {view.Name}, clause {verdicts.Rows[row].Clause.Id} in {verdicts.Rows[row].Place?.Name ?? "-"}, {Clock.DateOf(day):uuuu-MM-dd}: "
                            + $"told {told.Standing}, {told.Conduct}; {there.Standing}, {there.Conduct} in a completion with"
                            + string.Concat(completion.Reports.Select(report => $"\n  {report.Name} {Dates(report.Content)}"))
                            + string.Concat(completion.Positions.Select(position => $"\n  {position.Holder.Name} {position.Verb} {position.When}"))
                            + string.Concat(only.Choices.Select(choice => $"\n  {choice.Key} {choice.Value}"));
                    }
                }
            }
        }

        tally.Compared(completions.Count, certain);
        return null;
    }

    /// <summary>Nothing contrary was done, or it was excused, under a clause of which it could not be told whether it binds, and it turns out not to.</summary>
    private static bool IsMoot(Verdict told, Verdict there) =>
        told.Standing == Standing.CannotTell && there.Standing != Standing.InForce && told.Conduct is Conduct.Kept or Conduct.Excused && there.Conduct == Conduct.NotTriggered;

    /// <summary>Where the standing cannot be told, the standings not ruled out include the one it turns out to be.</summary>
    private static bool Covers(Verdict told, Verdict there) => there.Standing == Standing.CannotTell || told.Possible.Has(there.Standing);

    private static string Dates(ReportContent content) => content switch
    {
        StateReport stay => $"{(stay.Absent ? "no " : "")}{stay.Subject.Symbol.Name} {stay.State.Name} {stay.In.Name} {stay.When}",
        EventReport happened => $"{happened.Event.Name} {happened.When}",
        _ => content.ToString(),
    };

    /// <summary>What was compared. Safe to use from several threads.</summary>
    private sealed class Tally
    {
        private int views;
        private int closed;
        private int large;
        private long completions;
        private long certain;

        public int Views => views;

        public void LeftOut(bool isClosed) => Interlocked.Increment(ref isClosed ? ref closed : ref large);

        public void Compared(int all, int told)
        {
            Interlocked.Increment(ref views);
            Interlocked.Add(ref completions, all);
            Interlocked.Add(ref certain, told);
        }

        public override string ToString() =>
            $"{views} views with something open compared with {completions} completions, {certain} certain answers held; {closed} views with nothing open, {large} with more than {Most} completions left out";
    }
}
