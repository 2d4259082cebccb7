using System.Collections.Immutable;
using System.Diagnostics;
using Proviso.Benchmarks.Workloads;
using Proviso.Evaluation;
using Proviso.Language.Binding;
using Proviso.Reference;

namespace Proviso.Scale;

/// <summary>What the evaluator says of a whole large record is what the reference says of the few reports on which an answer can hang (<see cref="Slices"/>).</summary>
/// <remarks><c>PROVISO_SCALE=100000</c> asks of so many reports, <c>PROVISO_QUESTIONS=5000</c> draws so many places and duties to ask about.</remarks>
[Scale]
public sealed class ReferenceAtSizeTests(ITestOutputHelper output)
{
    /// <summary>In so many views each slice is judged.</summary>
    private const int ViewsOfSlice = 3;

    /// <summary>Of so many duties at most of a row and a day is asked.</summary>
    private const int MostDuties = 4;

    private static readonly int questions = LargeRecord.Set("PROVISO_QUESTIONS", 400);

    /// <summary>Ceilings for each region and party, and a prohibition in a theatre and its regions: some views, three days each.</summary>
    [Fact]
    public void Verdicts_on_what_is_where_are_those_of_the_reference()
    {
        var whole = CaseInMemory.Of(LargeRecord.Loose(LargeRecord.Size));
        var verdicts = Evaluator.Run(whole, Knowledge.All);
        var slices = new Slices(whole);
        var chance = new Chance(11);
        var stays = whole.Reports.Where(report => report.Content is StateReport).ToList();
        var met = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (compared, most, clock) = (0, 0, Stopwatch.StartNew());
        for (var drawn = 0; drawn < questions; drawn++)
        {
            var isCeiling = drawn % 2 == 0;
            var (clause, kind) = isCeiling ? ("1", "launcher") : ("3", "bomber");
            var row = chance.Pick(Enumerable.Range(0, verdicts.Rows.Length).Where(each => verdicts.Rows[each].Clause.Id == clause).ToList());
            var place = verdicts.Rows[row].Place!;
            var places = PlacesIn(whole.Agreement, place);
            var day = DayOf(whole, stays.Where(stay => stay.Content is StateReport state && state.Subject.Symbol.Name == kind && places.Contains(state.In.Name)), chance);
            var slice = slices.OfStays(kind, places, day - 1, day + 1, isCounted: isCeiling);
            most = Math.Max(most, slice.Reports.Count);
            var reference = new ReferenceEvaluator(slice, Knowledge.All);
            foreach (var (view, at) in from view in chance.Some(verdicts.Views, ViewsOfSlice) from at in new[] { day - 1, day, day + 1 } select (view, at))
            {
                var expected = (reference.At(row, view, at), reference.BasisAt(row, view, at), isCeiling ? reference.LeastAt(row, view, at) : 0);
                var asked = verdicts.Rows[row];
                var told = (verdicts.At(asked, view, at), verdicts.BasisAt(asked, view, at), isCeiling ? verdicts.NumbersAt(asked, view, at)!.Least : 0);
                Assert.True(
                    told == expected,
                    $"{LargeRecord.Told(asked)}, view {view.Name}, {Clock.DateOf(at):uuuu-MM-dd}\nof the whole: {told}\nreference:    {expected}\n{string.Join('\n', slice.Reports)}\n{string.Join('\n', slice.Positions)}");
                var answer = $"clause {clause} {told.Item1.Conduct}";
                met[answer] = met.GetValueOrDefault(answer) + 1;
                compared++;
            }
        }

        output.WriteLine($"{whole.Reports.Count} reports; {compared} verdicts of {questions} slices of up to {most} reports in {clock.Elapsed.TotalSeconds:0.0} s; {string.Join(", ", met.Select(each => $"{each.Key} {each.Value}"))}");
        Assert.All(["clause 1 Broken", "clause 1 CannotTell", "clause 3 Broken", "clause 3 CannotTell", "clause 3 Kept"], answer => Assert.True(met.ContainsKey(answer), answer));
    }

    /// <summary>Notices of exercises, and visits that a right with a number asks for: each duty by itself, on days about it and on the last.</summary>
    /// <param name="isLoose">Where nothing is loose, logs are complete and it can be told what was not done.</param>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Single_duties_are_those_of_the_reference(bool isLoose)
    {
        var whole = Pressed(CaseInMemory.Of(isLoose ? LargeRecord.Loose(LargeRecord.Size) : LargeRecord.Plain(LargeRecord.Size)));
        var verdicts = Evaluator.Run(whole, Knowledge.All);
        var slices = new Slices(whole);
        var chance = new Chance(12);
        var met = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (compared, most, clock) = (0, 0, Stopwatch.StartNew());
        var references = new Dictionary<string, ReferenceEvaluator>();
        for (var drawn = 0; drawn < questions / 4; drawn++)
        {
            var number = chance.OneOf("2", "6", "7");
            var row = chance.Pick(Enumerable.Range(0, verdicts.Rows.Length).Where(each => verdicts.Rows[each].Clause.Id == number).ToList());
            var (asked, view) = (verdicts.Rows[row], chance.Pick(verdicts.Views));
            var day = whole.Agreement.InForce.From + chance.Below(Workload.Days + 20);
            var triggers = whole.Reports.Where(report => IsTrigger(report, asked, chance) && Math.Abs(Day(whole, report) - day) < 32).ToList();
            foreach (var (trigger, at) in from trigger in chance.Some(triggers, Math.Min(triggers.Count, MostDuties)) from at in new[] { day, day + 7, verdicts.Horizon } select (trigger, at))
            {
                if (!references.TryGetValue(trigger.Name, out var reference))
                {
                    var slice = slices.OfDuty(trigger, ((ShallDo)asked.Clause.Duty).Act.Event.Name, asked.Clause.Under is { } right ? QuotaOf(whole, right) : null);
                    references[trigger.Name] = reference = new(slice, Knowledge.All);
                    most = Math.Max(most, slice.Reports.Count);
                }

                var expected = reference.DutyAt(row, trigger.Name, view, at);
                var told = verdicts.OwedAt(asked, view, at).SingleOrDefault(owed => owed.Trigger == trigger.Name)?.Conduct;
                Assert.True(
                    told == expected,
                    $"{LargeRecord.Told(asked)}, view {view.Name}, {Clock.DateOf(at):uuuu-MM-dd}, for {trigger}\nof the whole: {told}\nreference:    {expected}");
                var answer = $"clause {number} {told?.ToString() ?? (verdicts.AboveAt(asked, view, at).Any(use => use.Report == trigger.Name) ? "above the number" : "nothing asked")}";
                met[answer] = met.GetValueOrDefault(answer) + 1;
                compared++;
            }
        }

        output.WriteLine($"{whole.Reports.Count} reports; {compared} answers on {references.Count} duties, slices of up to {most} reports, in {clock.Elapsed.TotalSeconds:0.0} s; {string.Join(", ", met.Select(each => $"{each.Key} {each.Value}"))}");
        string[] expectedAnswers = isLoose ? ["Kept", "CannotTell", "Pending"] : ["Kept", "Broken", "CuredLate", "Pending", "above the number"];
        Assert.All(expectedAnswers, answer => Assert.Contains(met.Keys, each => each.EndsWith(answer, StringComparison.Ordinal)));
    }

    /// <summary>The place and all that lie in it.</summary>
    private static HashSet<string> PlacesIn(Agreement agreement, Place place) =>
        [place.Name, .. agreement.Containments.Where(each => each.Outer.Name == place.Name).SelectMany(each => PlacesIn(agreement, each.Inner))];

    /// <summary>A day about the beginning or the end of a stay, or, seldom, any.</summary>
    private static int DayOf(Case whole, IEnumerable<Report> stays, Chance chance)
    {
        var all = stays.ToList();
        if (all.Count == 0 || chance.Percent(20))
        {
            return whole.Agreement.InForce.From + 1 + chance.Below(Workload.Days);
        }

        var when = ((StateReport)chance.Pick(all).Content).When;
        return whole.Agreement.Clock.DayOf(chance.Percent(50) ? when.Start.Earliest : when.End.Latest) + chance.Between(-3, 4);
    }

    /// <summary>Whether an event asks something of the row; of events by another that do not, now and then one is taken for such.</summary>
    private static bool IsTrigger(Report report, Row row, Chance chance) => report.Content is EventReport happened && happened.Event.Name == row.Clause.When!.Event.Name
        && ((row.Clause.When.By is FixedParty by ? by.Party.Name : row.Party.Name) == happened.By.Name || chance.Percent(10));

    private static int Day(Case whole, Report report) => whole.Agreement.Clock.DayOf(((EventReport)report.Content).When.Earliest);

    private static Quota QuotaOf(Case whole, string clause) => ((MayDo)whole.Agreement.Clauses.Single(each => each.Id == clause).Duty).Quota!;

    /// <summary>The case with so few visits allowed that many are above the number, and with a second act for every fourth, some days before the first.</summary>
    private static Case Pressed(Case whole)
    {
        var uses = whole.Reports.Count(report => report.Content is EventReport { Event.Name: "request" });
        var right = whole.Agreement.Clauses.Single(clause => clause.Duty is MayDo);
        var allowed = new MayDo(((MayDo)right.Duty).Act, new Quota(IsCalendar: true, [new(Math.Max(1, uses / 25), null)]));
        var again = whole.Reports.Where(report => report.Content is EventReport { For.IsEmpty: false }).Where((_, number) => number % 4 == 0).Select(report => report with
        {
            Name = $"again-{report.Name}",
            Content = Earlier((EventReport)report.Content, 12),
        });
        return whole with { Reports = [.. whole.Reports, .. again], Agreement = whole.Agreement with { Clauses = whole.Agreement.Clauses.Replace(right, right with { Duty = allowed }) } };
    }

    private static EventReport Earlier(EventReport act, int days) => act with { When = new(act.When.Earliest - (days * 1440), act.When.Latest - (days * 1440)) };
}
