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
/// <param name="State">In one line, where it stands in the common view.</param>
/// <param name="Tally">How many answers there are of each sort in the common view, the gravest first. Places within the place of a clause are not counted.</param>
/// <param name="Differ">How many of these answers some other view gives differently.</param>
/// <param name="Lately">What was said last, the newest first; what has no known day is none of it.</param>
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
    string? State,
    ImmutableArray<TallyEntry>? Tally,
    int? Differ,
    ImmutableArray<LatelyEntry>? Lately,
    ImmutableArray<ComingEntry>? Due)
{
    /// <summary>How many of the last and the due things are told.</summary>
    private const int Most = 5;

    /// <summary>What is due within so many days is told.</summary>
    private const int DaysAhead = 90;

    /// <summary>An agreement that cannot be judged.</summary>
    public static OverviewEntry Broken(string name, string version, string problem) =>
        new(name, name, version, false, problem, null, null, null, null, null, null, null, null, null, null, null);

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
        var differ = rows.Count(row => verdicts.Views.Any(view => verdicts.At(row, view, day) != verdicts.At(row, common, day)));
        var due = DueAnswer.On(verdicts, day, DaysAhead, [common], _ => true);
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
            verdicts.Rows.Any(row => verdicts.Views.Any(view => Binding(verdicts.At(row, view, day).Possible))),
            Line(tally, rows.Count, differ),
            tally,
            differ,
            Last(verdicts.Case),
            [
                .. due.Ahead.Concat(due.Past.Reverse()).Take(Most)
                    .Select(entry => new ComingEntry(Words.Date(entry.Due), entry.Row.Party.Title, Prose.Duty(entry.Row.Clause, entry.Row.Instance, entry.Row.Party), Words.Of(entry.State), entry.Label)),
            ]);
    }

    /// <summary>"Ended in 2 of 6 questions, cannot tell in 4; in other views 3 of them are answered differently."</summary>
    private static string Line(ImmutableArray<TallyEntry> tally, int all, int differ)
    {
        var parts = tally.Select((entry, at) => at == 0 ? $"{entry.Label}: {entry.Rows} of {all} answers" : $"{entry.Label}: {entry.Rows}");
        var others = differ == 0 ? "all views agree" : $"{differ} {(differ == 1 ? "is" : "are")} answered differently in some other view";
        return $"{string.Join("; ", parts)}. In the common view; {others}.";
    }

    private static bool Binding(StandingSet possible) => possible.Has(Standing.InForce) || possible.Has(Standing.Suspended);

    /// <summary>The day on which something was said, where it is known to a month.</summary>
    private static int? DayOf(Attribution said) => said.Said.Last - said.Said.First > 31 ? null : said.Said.Last;

    private static ImmutableArray<LatelyEntry> Last(Case @case)
    {
        var prose = new Prose(@case);
        return
        [
            .. @case.Reports.Select(report => (Day: DayOf(report.Attribution), Says: (Func<string>)(() => prose.Content(report)), report.Name, report.Attribution.By))
                .Concat(@case.Positions.Select(position => (Day: DayOf(position.Attribution), Says: (Func<string>)(() => prose.Act(position)), Name: (string?)null!, position.Attribution.By)))
                .Where(each => each.Day is not null)
                .OrderByDescending(each => each.Day).Take(Most)
                .Select(each => new LatelyEntry(Words.Date(each.Day!.Value), each.Says(), each.By.Title, each.Name)),
        ];
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

/// <summary>Something that came on file.</summary>
/// <param name="Day">The day it was said.</param>
/// <param name="By">Who says so, as they are called.</param>
/// <param name="Report">The name of the report; null for a position.</param>
public sealed record LatelyEntry(string Day, string Says, string By, string? Report);

/// <summary>Something that should have been done, or will be due.</summary>
/// <param name="Day">The last day in time.</param>
/// <param name="Who">Who owes it, as they are called.</param>
/// <param name="State">"broken", "overdue", "unsettled", "due" or "coming".</param>
public sealed record ComingEntry(string Day, string Who, string Duty, string State, string Label);
