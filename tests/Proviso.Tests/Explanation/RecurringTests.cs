using Proviso.Evaluation.Duties;
using Proviso.Evaluation.Explanation.Checking;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;
using Proviso.Reference;

namespace Proviso.Evaluation.Explanation;

/// <summary>Reasons of verdicts on duties that come again and again: told with the day they were due and how it is counted, and the calendar read again by the checker.</summary>
public sealed class RecurringTests
{
    private static readonly Case @case = Compilation.Of(Directory.GetFiles(Repository.PathOf("agreements/new-start"), "*.proviso")
        .Order(StringComparer.Ordinal)
        .Select(path => SourceText.From(Path.GetFileName(path), File.ReadAllText(path)))).Case!;

    private static readonly Verdicts verdicts = Evaluator.Run(@case, Knowledge.All);

    private static readonly Row row = verdicts.Rows.Single(each => each.Clause.Id == "data-2-russia");

    private static readonly View view = verdicts.Views.Single(each => each.Name == "us-count");

    [Fact]
    public void No_explanation_of_the_updates_has_an_objection()
    {
        var checker = Checker.For(@case);
        var asked =
            from each in verdicts.Views
            from day in verdicts.Timeline(row, each).Select(stretch => stretch.Days.From)
            select checker.Check(Explainer.Why(verdicts, row, each, day));
        Assert.All(asked, result => Assert.Empty(result.Objections));
    }

    [Theory]
    [InlineData("For the period from 1 September 2022 to 28 February 2023 it is due by 30 March 2023, the 30th day after 28 February 2023. Broken: not received, says russia-2023-03-missing.")]
    [InlineData("For the period from 1 March 2022 to 31 August 2022 it is due by 30 September 2022, the 30th day after 31 August 2022. Overdue, no receipt on file. So, too, the 22 before it, due from 30 September 2011 to 30 March 2022.")]
    public void A_reason_says_when_it_was_due_and_how_that_is_counted(string said) =>
        Assert.Contains(said, string.Join(" ", Account.Paragraphs(@case, Why(), [], [])), StringComparison.Ordinal);

    public static TheoryData<string, Func<DueTime, DueTime>> Doctored => new()
    {
        { "no period begins on that day", time => time with { Period = new(time.Period!.Value.From + 1, time.Period.Value.Before) } },
        { "the period ends on another day", time => time with { Period = new(time.Period!.Value.From, time.Period.Value.Before + 1) } },
        { "an act counts from the day after the period", time => time with { Opens = time.Opens - 1 } },
        { "counted from the last day of the period, it is due on another day", time => time with { Due = time.Due + 1 } },
        { "the next time begins on another day", time => time with { Next = time.Next - 1 } },
        { "it does not say for which period it is due", time => time with { Period = null } },
    };

    [Theory]
    [MemberData(nameof(Doctored))]
    public void A_time_that_is_none_by_the_calendar_is_rejected(string reason, Func<DueTime, DueTime> doctor)
    {
        var why = Why();
        var conduct = (Step)why.Conduct;
        var last = (Step)conduct.Because[^1];
        var owed = ((DutyIs)last.Question).Owed;
        var changed = last with { Question = new DutyIs(owed with { Time = doctor(owed.Time!) }) };
        var result = Checker.Check(@case, why with { Conduct = conduct with { Because = conduct.Because.SetItem(conduct.Because.Length - 1, changed) } });

        Assert.Contains(result.Objections, objection => objection.Reason == reason);
    }

    [Fact]
    public void A_time_told_twice_or_one_left_out_that_decides_is_rejected()
    {
        var why = Why();
        var conduct = (Step)why.Conduct;
        Assert.NotEmpty(Checker.Check(@case, why with { Conduct = conduct with { Because = conduct.Because.Add(conduct.Because[0]) } }).Objections);
        Assert.NotEmpty(Checker.Check(@case, why with { Conduct = conduct with { Because = conduct.Because.RemoveAt(conduct.Because.Length - 1) } }).Objections);
    }

    private static Explanation Why() => Explainer.Why(verdicts, row, view, Clock.DayNumber(new(2023, 4, 15)));
}
