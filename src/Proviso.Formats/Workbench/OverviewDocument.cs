using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Formats.Workbench;

/// <summary>Agreements, a few lines each.</summary>
/// <param name="Schema">Always "proviso/overview/1".</param>
/// <param name="Agreements">By name.</param>
public sealed record OverviewDocument(string Schema, ImmutableArray<OverviewEntry> Agreements)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/overview/1";
}

/// <summary>An agreement in a few lines, as all that is on file has it.</summary>
/// <param name="Name">The name that it is asked for by.</param>
/// <param name="Version">Another one whenever anything in its files is another.</param>
/// <param name="Sound">False when it cannot be judged: then all but the problem is null.</param>
/// <param name="Problem">Why it cannot be judged: the first error.</param>
/// <param name="Parties">Between whom it is, as they are called.</param>
/// <param name="KnownThrough">The last day that the file knows: everything else is told as of that day.</param>
/// <param name="Reports">How many reports are on file.</param>
/// <param name="Binds">False when on the last day known no clause surely or perhaps binds anybody, in any view.</param>
/// <param name="Unbound">The first of the days since which that is so; null where something binds, or nothing ever did.</param>
/// <param name="State">In one line, where it stands in the common view.</param>
/// <param name="Tally">How many answers there are of each sort in the common view, the gravest first. Places within the place of a clause are not counted.</param>
/// <param name="Differ">How many of these answers some other view gives differently.</param>
/// <param name="Differing">The clauses of which some other view answers something differently, perhaps only of a place within the place of the clause.</param>
/// <param name="Lately">What was said last, the newest first; what nobody knows the day of is none of it.</param>
/// <param name="Turned">The last changes of answers in the common view, the newest first.</param>
/// <param name="Due">What will be due within 90 days, by its day; then what is past and not done, the latest first. In the common view.</param>
public sealed record OverviewEntry(
    string Name,
    string Title,
    string Version,
    bool Sound,
    string? Problem,
    ImmutableArray<string>? Parties,
    string? InForceFrom,
    string? InForceThrough,
    string? KnownThrough,
    int? Reports,
    bool? Binds,
    string? Unbound,
    string? State,
    ImmutableArray<TallyEntry>? Tally,
    int? Differ,
    ImmutableArray<DifferingEntry>? Differing,
    ImmutableArray<LatelyEntry>? Lately,
    ImmutableArray<TurnedEntry>? Turned,
    ImmutableArray<ComingEntry>? Due)
{
    /// <summary>How many of the last and the due things are told.</summary>
    private const int Most = 5;

    /// <summary>How many changes are told: what changes for many clauses on one day is told of each.</summary>
    private const int MostTurned = 20;

    /// <summary>What is due within so many days is told.</summary>
    private const int DaysAhead = 90;

    /// <summary>An agreement that cannot be judged.</summary>
    public static OverviewEntry Broken(string name, string version, string problem) =>
        new(name, name, version, false, problem, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /// <summary>An agreement, by the verdicts of all of its views.</summary>
    public static OverviewEntry Of(string name, string version, Verdicts verdicts)
    {
        var agreement = verdicts.Case.Agreement;
        var day = verdicts.Horizon;
        var common = verdicts.Views.First(view => view.Kind == ViewKind.Common);
        var rows = verdicts.Rows.Where(row => row.Place?.Name == row.Instance?.Name).ToList();
        var tally = rows.GroupBy(row => Labels.Of(verdicts.At(row, common, day)))
            .Select(same => TallyEntry.Of(same.Key, verdicts.At(same.First(), common, day), same.Count()))
            .OrderBy(entry => entry.Gravity).ThenByDescending(entry => entry.Rows).ToImmutableArray();
        bool Differs(Row row) => verdicts.Views.Any(view => verdicts.At(row, view, day) != verdicts.At(row, common, day));
        var differ = rows.Count(Differs);
        var due = DueAnswer.On(verdicts, day, DaysAhead, [common], _ => true);
        var binds = verdicts.Rows.Any(row => verdicts.Views.Any(view => Binding(verdicts.At(row, view, day).Possible)));
        return new(
            name,
            agreement.Title,
            version,
            true,
            null,
            [.. agreement.Between.Select(party => party.Title)],
            Words.Date(agreement.InForce.From),
            agreement.InForce.Before == int.MaxValue ? null : Words.Date(agreement.InForce.Before - 1),
            Words.Date(verdicts.Case.KnownThrough),
            verdicts.Case.Reports.Count,
            binds,
            binds || LastBound(verdicts) is not { } bound ? null : Words.Date(bound + 1),
            Line(tally, rows.Count, differ),
            tally,
            differ,
            [.. verdicts.Rows.Where(Differs).GroupBy(row => row.Clause).Select(same => new DifferingEntry(new(same.Key.Id, same.Key.Title), same.Count()))],
            Last(verdicts.Case),
            TurnedEntry.LastOf(verdicts, rows, common, MostTurned),
            [
                .. due.Ahead.Concat(due.Past.Reverse()).Take(Most)
                    .Select(entry => new ComingEntry(Words.Date(entry.Due), entry.Row.Party.Title, Prose.Duty(entry.Row.Clause, entry.Row.Instance, entry.Row.Party), Words.Of(entry.State), entry.Label)),
            ]);
    }

    /// <summary>"ended: 2 of 6 answers; cannot tell: 4. In the common view; 3 are answered differently in some other view."</summary>
    private static string Line(ImmutableArray<TallyEntry> tally, int all, int differ)
    {
        var parts = tally.Select((entry, at) => at == 0 ? $"{entry.Label}: {entry.Rows} of {all} answers" : $"{entry.Label}: {entry.Rows}");
        var others = differ == 0 ? "all views agree" : $"{differ} {(differ == 1 ? "is" : "are")} answered differently in some other view";
        return $"{string.Join("; ", parts)}. In the common view; {others}.";
    }

    /// <summary>The last day on which some clause surely or perhaps bound somebody in some view; null where none ever did. Requires that none does on the last day.</summary>
    private static int? LastBound(Verdicts verdicts) => verdicts.Rows
        .SelectMany(row => verdicts.Views.SelectMany(view => verdicts.Timeline(row, view)))
        .Where(stretch => Binding(stretch.Verdict.Possible))
        .Max(stretch => (int?)stretch.Days.Before - 1);

    private static bool Binding(StandingSet possible) => possible.Has(Standing.InForce) || possible.Has(Standing.Suspended);

    private static ImmutableArray<LatelyEntry> Last(Case @case)
    {
        var prose = new Prose(@case);
        return
        [
            .. @case.Reports.Select(report => (When: Saying.Of(report.Attribution), Says: (Func<string>)(() => prose.Content(report)), Name: (string?)report.Name, report.Attribution.By))
                .Concat(@case.Positions.Select(position => (When: Saying.Of(position.Attribution), Says: (Func<string>)(() => prose.Act(position)), Name: (string?)null, position.Attribution.By)))
                .Where(each => each.When is not null)
                .OrderByDescending(each => each.When!.Day).Take(Most)
                .Select(each => new LatelyEntry(Words.Date(each.When!.Day), each.When.IsEarliest, each.Says(), each.By.Title, each.Name)),
        ];
    }

    /// <summary>When something was said: the last day on which it can have been, where that is known to a month; else the earliest, since the last is then
    /// often no more than the day on which somebody read it.</summary>
    private sealed record Saying(int Day, bool IsEarliest)
    {
        public static Saying? Of(Attribution said) =>
            OnFile.SaidFrom(said) is not { } first ? null : said.Said.Last - first <= 31 ? new(said.Said.Last, false) : new(first, true);
    }
}

/// <summary>How many answers are of one sort.</summary>
/// <param name="Label">The verdict in words.</param>
public sealed record TallyEntry(string Label, string Standing, string Conduct, int Rows)
{
    /// <summary>0 for what matters most to somebody who looks after an agreement.</summary>
    internal int Gravity => (Standing, Conduct) switch
    {
        (_, "broken") => 0,
        ("cannot tell", _) or (_, "cannot tell") => 1,
        (_, "pending") => 2,
        ("ended" or "void from birth" or "withdrawn" or "suspended" or "expired", _) => 3,
        ("in force", _) => 4,
        _ => 5,
    };

    internal static TallyEntry Of(string label, Verdict verdict, int rows) => new(label, Words.Of(verdict.Standing), Words.Of(verdict.Conduct), rows);
}

/// <summary>A clause of which some view gives other answers than the common view.</summary>
/// <param name="Rows">To so many of its questions, places within its places included.</param>
public sealed record DifferingEntry(ClauseHeading Clause, int Rows);

/// <summary>Something that came on file.</summary>
/// <param name="Day">The day it was said.</param>
/// <param name="Earliest">True when that is only the earliest day on which it can have been said.</param>
/// <param name="By">Who says so, as they are called.</param>
/// <param name="Report">The name of the report; null for a position.</param>
public sealed record LatelyEntry(string Day, bool Earliest, string Says, string By, string? Report);

/// <summary>A change of answers to one clause on one day, the same in all places that are named.</summary>
/// <param name="Day">The first day of the new answer.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Who">Who owes it, or is offered it, as they are called.</param>
/// <param name="Offered">True when it is offered to them.</param>
/// <param name="Places">Where, as the places are called; empty when the clause has none.</param>
/// <param name="Was">The answer before, in words.</param>
/// <param name="Becomes">The answer since, in words.</param>
public sealed record TurnedEntry(string Day, ClauseHeading Clause, string Who, bool Offered, ImmutableArray<string> Places, string Was, string Becomes)
{
    /// <summary>The last changes of some rows in a view, the newest first.</summary>
    internal static ImmutableArray<TurnedEntry> LastOf(Verdicts verdicts, IReadOnlyList<Row> rows, View view, int most)
    {
        var turns = rows.SelectMany(row =>
        {
            var stretches = verdicts.Timeline(row, view).Select(stretch => (stretch.Days.From, Label: Labels.Of(stretch.Verdict))).ToList();
            return stretches.Zip(stretches.Skip(1)).Where(pair => pair.First.Label != pair.Second.Label)
                .Select(pair => (Row: row, Day: pair.Second.From, Was: pair.First.Label, Becomes: pair.Second.Label));
        });
        return
        [
            .. turns.GroupBy(turn => (turn.Day, turn.Row.Clause, Who: turn.Row.Clause.Offer is null ? turn.Row.Party : turn.Row.Addressee ?? turn.Row.Party, turn.Was, turn.Becomes)).OrderByDescending(same => same.Key.Day).Take(most)
                .Select(same => new TurnedEntry(
                    Words.Date(same.Key.Day),
                    new(same.Key.Clause.Id, same.Key.Clause.Title),
                    Prose.Party(same.Key.Who),
                    same.Key.Clause.Offer is not null,
                    [.. same.Select(turn => turn.Row.Place).OfType<Place>().Select(Prose.Place).Distinct()],
                    same.Key.Was,
                    same.Key.Becomes)),
        ];
    }
}

/// <summary>Something that should have been done, or will be due.</summary>
/// <param name="Day">The last day in time.</param>
/// <param name="Who">Who owes it, as they are called.</param>
/// <param name="State">"broken", "overdue", "unsettled", "due" or "coming".</param>
public sealed record ComingEntry(string Day, string Who, string Duty, string State, string Label);
