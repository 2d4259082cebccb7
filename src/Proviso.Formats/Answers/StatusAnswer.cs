using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Formats.Answers;

/// <summary>What the verdicts of a case are on one day, gathered for showing before they take a form.</summary>
/// <param name="Day">Requires <c>Verdicts.FirstDay &lt;= Day &lt;= Verdicts.Horizon</c>.</param>
/// <param name="Views">The views asked about, in the order of <see cref="Evaluation.Verdicts.Views"/>.</param>
/// <param name="Lines">One per row asked about, in the order of <see cref="Evaluation.Verdicts.Rows"/>.</param>
public sealed record StatusAnswer(Verdicts Verdicts, int Day, ImmutableArray<View> Views, ImmutableArray<StatusLine> Lines)
{
    /// <summary>Reads the verdicts of some rows in some views on a day.</summary>
    public static StatusAnswer On(Verdicts verdicts, int day, ImmutableArray<View> views, Func<Row, bool> rows) => new(
        verdicts,
        day,
        views,
        [.. verdicts.Rows.Where(rows).Select(row => new StatusLine(row, [.. views.Select(view => ViewAnswer.On(verdicts, row, view, day))]))]);

    /// <summary>The views that share an answer in one phrase: "all views", or each as it is called.</summary>
    public string ViewsOf(SharedAnswer shared, Func<View, string> called) =>
        shared.Views.Length == Views.Length ? "all views" : string.Join(", ", shared.Views.Select(name => called(Views.First(view => view.Name == name))));

    /// <summary>Those to whom a clause is offered by its text while no proposal is on file, so that nothing is open to them yet; none before the day from which it is
    /// offered, and for a clause that is no offer.</summary>
    public ImmutableArray<string> Unproposed(Clause clause, ImmutableArray<StatusGroup> groups) =>
        clause.Offer is null || Day < Verdicts.Case.Agreement.FirstDayOf(clause)
            ? []
            : [.. groups.Where(group => group.Answers.All(shared => shared.Answer.Verdict.Standing == Standing.NotInForce)).SelectMany(group => group.Whom).Distinct()];
}

/// <summary>One row and its answers.</summary>
/// <param name="Answers">One per view, in the order of <see cref="StatusAnswer.Views"/>.</param>
public sealed record StatusLine(Row Row, ImmutableArray<ViewAnswer> Answers)
{
    /// <summary>True for a narrower question: about a place in the clause instance's place.</summary>
    public bool IsNarrower => Row.Place is { } place && Row.Instance is { } instance && place.Name != instance.Name;
}

/// <summary>The answer for one row in one view.</summary>
/// <param name="Label">The verdict in words.</param>
/// <param name="Basis">What the conduct leans on, or null.</param>
/// <param name="Days">The days around the one asked about on which the verdict, and under a ceiling its numbers, are the same.</param>
/// <param name="StandingDays">The days around the one asked about on which the standing is the same; contains <paramref name="Days"/>.</param>
/// <param name="PerhapsFrom">Where the standing is told: the first of the days right before <paramref name="StandingDays"/> on which it may have been that already. The day of what ended a clause is often known to
/// the month only: then it surely has ended from the next on, and perhaps had any day before; or a reading is left open by which it had ended earlier. Null where there is no such day.</param>
/// <param name="ConductDays">The days around the one asked about on which the conduct is the same, whatever the standing and the numbers; contains <paramref name="Days"/>. Every day has one conduct, so that there
/// always are such days: of <i>not triggered</i> those on which nothing was asked, of <i>cannot tell</i> those on which it is open, and surely no breach if it is so on the day asked about.</param>
/// <param name="Numbers">How many there are under a ceiling; null for other clauses.</param>
/// <param name="Parts">The reports that add up to what is surely there under a ceiling; none for other clauses.</param>
public sealed record ViewAnswer(
    View View, Verdict Verdict, string Label, Basis? Basis, DayRange Days, DayRange StandingDays, int? PerhapsFrom, DayRange ConductDays, Numbers? Numbers, ImmutableArray<(StateReport Report, long Number, long Weight)> Parts)
{
    /// <summary>True when the standing or the conduct cannot be told.</summary>
    public bool IsUntold => Verdict is { Standing: Standing.CannotTell } or { Conduct: Conduct.CannotTell };

    /// <summary>The first day of the conduct, where the label tells it and it is older than the label as a whole: a breach is older than the doubt about what became of the clause, what is kept is older
    /// than the latest number. Null where both are of one day, where nothing is told of the conduct, and where the label says <i>not broken</i> only.</summary>
    public int? OlderConduct =>
        ConductDays.From == Days.From || Verdict is { Conduct: Conduct.NotTriggered or Conduct.CannotTell } or { Standing: Standing.CannotTell, Conduct: Conduct.Kept } ? null : ConductDays.From;

    /// <summary>What stands before the day since which the whole label is the answer: "since", or "answered so since" where that could be taken for the day of something else.</summary>
    public string SinceWord => Verdict.Standing == Standing.CannotTell || OlderConduct is not null ? "answered so since" : "since";

    /// <summary><see cref="PerhapsFrom"/>, where the standing is what is new on the day of the whole label.</summary>
    public int? PerhapsBeside => StandingDays.From == Days.From ? PerhapsFrom : null;

    /// <summary>What belongs to the day since which it is so, and is told beside it: "perhaps since 2 April 2024", of <see cref="PerhapsBeside"/>, with the standing that is meant where the label tells of
    /// conduct, too; and "broken since 5 August 2019", of <see cref="OlderConduct"/>.</summary>
    public IEnumerable<string> BesideSince(Func<int, string> date)
    {
        if (PerhapsBeside is { } perhaps)
        {
            yield return $"{(Verdict.Conduct == Conduct.NotTriggered ? "" : $"{Prose.Standing(Verdict.Standing)} ")}perhaps since {date(perhaps)}";
        }

        if (OlderConduct is { } older)
        {
            yield return $"{Prose.Conduct(Verdict.Conduct)} since {date(older)}";
        }
    }

    /// <summary>"since 19 September 2023"; "since 1 May 2024, perhaps since 2 April 2024"; "answered so since 5 August 2025, broken since 5 August 2019".</summary>
    public string SinceSays(Func<int, string> date) => string.Join(", ", BesideSince(date).Prepend($"{SinceWord} {date(Days.From)}"));

    /// <summary>Reads one verdict and how long it has held.</summary>
    public static ViewAnswer On(Verdicts verdicts, Row row, View view, int day)
    {
        var timeline = verdicts.Timeline(row, view);
        var at = timeline.Select((stretch, index) => (stretch, index)).First(pair => pair.stretch.Days.Contains(day)).index;
        var verdict = timeline[at].Verdict;
        var numbers = verdicts.NumbersAt(row, view, day);
        return new(
            view,
            verdict,
            Labels.Of(verdict, numbers),
            verdicts.BasisAt(row, view, day),
            SameNumbers(verdicts, row, view, day, timeline[at].Days),
            Around(timeline, at, SameStanding),
            Perhaps(timeline, at),
            Around(timeline, at, SameConduct),
            numbers,
            verdicts.PartsAt(row, view, day));
    }

    /// <summary>Those of the days around one on which the numbers under a ceiling are the same: they are said in one breath with the day since which it is so.</summary>
    private static DayRange SameNumbers(Verdicts verdicts, Row row, View view, int day, DayRange days)
    {
        var turns = verdicts.NumbersChange(row).Where(turn => days.From < turn && turn < days.Before).ToList();
        var now = turns.Count == 0 ? null : verdicts.NumbersAt(row, view, day);
        bool IsOther(int other) => verdicts.NumbersAt(row, view, other) != now;
        var before = turns.Where(turn => turn > day).SkipWhile(turn => !IsOther(turn)).FirstOrDefault(days.Before);
        var from = turns.Where(turn => turn <= day).Reverse().SkipWhile(turn => !IsOther(turn - 1)).FirstOrDefault(days.From);
        return new(from, before);
    }

    /// <summary>The days of the stretches around one that are the same as it.</summary>
    private static DayRange Around(ImmutableArray<Stretch> timeline, int at, Func<Verdict, Verdict, bool> same)
    {
        var (first, last) = (at, at);
        while (first > 0 && same(timeline[first - 1].Verdict, timeline[at].Verdict))
        {
            first--;
        }

        while (last + 1 < timeline.Length && same(timeline[last + 1].Verdict, timeline[at].Verdict))
        {
            last++;
        }

        return new(timeline[first].Days.From, timeline[last].Days.Before);
    }

    /// <summary>The first of the days right before those of the standing of a stretch on which it may have been the same, and is not told.</summary>
    private static int? Perhaps(ImmutableArray<Stretch> timeline, int at)
    {
        var standing = timeline[at].Verdict.Standing;
        if (standing == Standing.CannotTell)
        {
            return null;
        }

        while (at > 0 && timeline[at - 1].Verdict.Standing == standing)
        {
            at--;
        }

        var first = at;
        while (first > 0 && timeline[first - 1].Verdict is { Standing: Standing.CannotTell } before && before.Possible.Has(standing))
        {
            first--;
        }

        return first == at ? null : timeline[first].Days.From;
    }

    private static bool SameStanding(Verdict one, Verdict other) => one.Standing == other.Standing && one.Possible == other.Possible;

    private static bool SameConduct(Verdict one, Verdict other) => one.Conduct == other.Conduct && one.NotBroken == other.NotBroken;
}
