using System.Collections.Immutable;
using Proviso.Evaluation.Explanation;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Evaluation;

/// <summary>Readings and beliefs that are tried in every view.</summary>
public sealed class TrialTests
{
    private static readonly Case moratorium = Compilation.Of(Directory.GetFiles(Repository.PathOf("agreements/inf-moratorium"), "*.proviso")
        .Order(StringComparer.Ordinal).Select(file => SourceText.From(Path.GetFileName(file), File.ReadAllText(file)))).Case!;

    public static TheoryData<string, string> Readings =>
        [.. moratorium.Agreement.Disputes.SelectMany(dispute => dispute.Readings.Select(reading => (dispute.Name, reading.Name)))];

    [Theory]
    [MemberData(nameof(Readings))]
    public void A_reading_that_is_tried_is_as_if_the_view_declared_it(string dispute, string reading)
    {
        var known = KnownCase.Of(moratorium, Knowledge.All);
        var views = moratorium.Agreement.Views.Where(view => view.Kind != ViewKind.Party).ToImmutableArray();
        ImmutableArray<View> declared = [.. views.Select(view => view with { Choices = view.Choices.SetItem(dispute, reading) })];

        var tried = Evaluator.Run(known, Trial.None with { Readings = Trial.None.Readings.Add(dispute, reading) }, views);
        var expected = Evaluator.Run(known, declared);

        foreach (var (row, at) in tried.Rows.Select((row, at) => (row, at)))
        {
            foreach (var view in views)
            {
                Assert.Equal(expected.Timeline(expected.Rows[at], view), tried.Timeline(row, view));
            }
        }
    }

    [Fact]
    public void What_is_said_to_decide_a_verdict_gives_it_when_it_is_tried()
    {
        var verdicts = Evaluator.Run(moratorium, Knowledge.All);
        var deciders = Deciders.For(verdicts);
        var row = verdicts.Rows.First(each => each.Clause.Id == "1" && each.Place?.Name == "europe");
        var decisions = verdicts.Views.SelectMany(view => deciders.Of(row, view, verdicts.Horizon, 1).Select(decision => (view, decision))).ToList();

        Assert.NotEmpty(decisions);
        foreach (var (view, decision) in decisions)
        {
            var tried = Evaluator.Run(verdicts.Known, Of(decision), [view]);
            Assert.Equal(decision.Verdict, tried.At(tried.Rows[verdicts.IndexOf(row)], tried.Views[0], verdicts.Horizon));

            // Its reasons are those of what is tried.
            var explanation = Explainer.Why(tried, tried.Rows[verdicts.IndexOf(row)], tried.Views[0], verdicts.Horizon);
            Assert.Equal(decision.Verdict, explanation.Verdict);
        }
    }

    private static Trial Of(Decision decision) => decision.Choices.Aggregate(Trial.None, (trial, choice) => choice switch
    {
        ReadAs read => trial with { Readings = trial.Readings.SetItem(read.Dispute.Name, read.Reading.Name) },
        Believe { Believed: true } believe => trial with { Believed = trial.Believed.Add(believe.Report.Name) },
        Believe believe => trial with { SetAside = trial.SetAside.Add(believe.Report.Name) },
        _ => throw new System.Diagnostics.UnreachableException(choice.GetType().Name),
    });
}
