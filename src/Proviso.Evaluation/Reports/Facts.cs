using System.Collections.Immutable;
using Proviso.Evaluation.Timeline;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Reports;

/// <summary>How the views take a report: where it is accepted, where it is in question, and which of its parts are.</summary>
/// <param name="AcceptedIn">Views that accept it (they may still question a part).</param>
/// <param name="HeldIn">Views that accept it or have it in question; the rest set it aside.</param>
/// <param name="NumberQuestioned">Views that question how many there were. What is there is not in question by that.</param>
/// <param name="SubjectQuestioned">Views that question the whole subject: its class (also counted there) and every attribute.</param>
internal sealed record Acceptance(
    int AcceptedIn,
    int HeldIn,
    int DateQuestioned,
    int PlaceQuestioned,
    int NumberQuestioned,
    int ClassQuestioned,
    int SubjectQuestioned,
    ImmutableSortedDictionary<string, int> AttributesQuestioned)
{
    /// <summary>Views that question the attribute.</summary>
    public int Questioning(ViewSets sets, string attribute) =>
        sets.Or(SubjectQuestioned, AttributesQuestioned.GetValueOrDefault(attribute, ViewSets.None));
}

/// <summary>A report as the views take it.</summary>
internal abstract record Fact(CorrectedReport Report, Acceptance Taken);

/// <summary>A thing in a state at a place (or, from an absent report, no such thing).</summary>
/// <param name="IsGap">Not reported: the days between two sightings of one item.</param>
internal sealed record StateFact(CorrectedReport Report, Acceptance Taken, StateReport Content, bool IsGap) : Fact(Report, Taken)
{
    /// <summary>Facts of one lot have equal keys: same symbol, item and place.</summary>
    public (string Symbol, string? Item, string Place) Lot => (Content.Subject.Symbol.Name, Content.Subject.Item, Content.In.Name);
}

/// <summary>An event, or that it was not received.</summary>
internal sealed record EventFact(CorrectedReport Report, Acceptance Taken, EventReport Content) : Fact(Report, Taken);

/// <summary>An attribute's value.</summary>
internal sealed record AttributeFact(CorrectedReport Report, Acceptance Taken, AttributeReport Content) : Fact(Report, Taken);

/// <summary>That a state has ended.</summary>
internal sealed record EndFact(CorrectedReport Report, Acceptance Taken, EndReport Content) : Fact(Report, Taken);

/// <summary>Access denied, or a log complete.</summary>
internal sealed record ConductFact(CorrectedReport Report, Acceptance Taken, ReportContent Content) : Fact(Report, Taken);

/// <summary>All facts of a known record, by sort, as the views take them (docs/semantics.md §3 and §4).</summary>
internal sealed class Facts
{
    private readonly ViewMasks masks;
    private readonly ILookup<string, Contest> contests;

    public Facts(KnownRecord known, ViewMasks masks, Clock clock)
    {
        this.masks = masks;
        var (reports, allContests) = Corrections.Apply(known);
        contests = allContests.ToLookup(c => c.Report, StringComparer.Ordinal);
        Contests = allContests;
        var facts = reports.Select(r => Of(r, Take(r))).Where(f => f.Taken.HeldIn != ViewSets.None).ToList();
        var states = facts.OfType<StateFact>().ToList();
        States = [.. states.Where(s => !s.Content.Absent)];
        States = [.. States, .. Gaps(States, clock)];
        Absences = [.. states.Where(s => s.Content.Absent)];
        Events = [.. facts.OfType<EventFact>()];
        Attributes = [.. facts.OfType<AttributeFact>()];
        Ends = facts.OfType<EndFact>().ToLookup(e => e.Content.Of, StringComparer.Ordinal);
        Denied = [.. facts.OfType<ConductFact>().Where(f => f.Content is AccessDenied)];
        Logs = [.. facts.OfType<ConductFact>().Where(f => f.Content is LogComplete)];
    }

    /// <summary>Things in states, gaps last.</summary>
    public ImmutableArray<StateFact> States { get; }

    /// <summary>Reported absences.</summary>
    public ImmutableArray<StateFact> Absences { get; }

    /// <summary>Events, received or not.</summary>
    public ImmutableArray<EventFact> Events { get; }

    /// <summary>Attribute values.</summary>
    public ImmutableArray<AttributeFact> Attributes { get; }

    /// <summary>Ends, by the report they end.</summary>
    public ILookup<string, EndFact> Ends { get; }

    /// <summary>Access denied.</summary>
    public ImmutableArray<ConductFact> Denied { get; }

    /// <summary>Complete logs.</summary>
    public ImmutableArray<ConductFact> Logs { get; }

    /// <summary>All contests on file, whether or not they count in a view.</summary>
    public ImmutableArray<Contest> Contests { get; }

    private Acceptance Take(CorrectedReport report)
    {
        var sets = masks.Sets;
        var believed = masks.Believing(report.Name);
        var setAside = sets.Or(sets.Not(masks.Trusting(report.Attribution.By)), masks.Disbelieving(report.Name));
        var questioned = Questioned(ReportPart.Occurrence, null);
        foreach (var contest in contests[report.Name])
        {
            if (contest is { Part: ReportPart.Occurrence, Denies: true } && contest.Holder.Name != report.Attribution.By.Name)
            {
                setAside = sets.Or(setAside, masks.Of(contest.Holder));
            }
        }

        var held = sets.Or(sets.Not(setAside), believed);
        var attributes = contests[report.Name].Where(c => c.Attribute is not null).Select(c => c.Attribute!).Distinct(StringComparer.Ordinal)
            .ToImmutableSortedDictionary(a => a, a => Doubted(ReportPart.Attribute, a), StringComparer.Ordinal);
        return new Acceptance(
            sets.Or(sets.Except(held, questioned), believed),
            held,
            Doubted(ReportPart.Date, null),
            Doubted(ReportPart.Place, null),
            Doubted(ReportPart.Number, null),
            Doubted(ReportPart.Class, null),
            SubjectDoubted(),
            attributes);

        int SubjectDoubted() => sets.Except(
            contests[report.Name].Where(c => c is { Part: ReportPart.Class, WholeSubject: true }).Aggregate(
                report.InQuestion.Contains(ReportPart.Class) ? sets.All : ViewSets.None,
                (set, contest) => sets.Or(set, masks.Counting(contest.Holder))),
            believed);

        int Questioned(ReportPart part, string? attribute) => contests[report.Name]
            .Where(c => c.Part == part && c.Attribute == attribute)
            .Aggregate(
                report.InQuestion.Contains(part) ? sets.All : ViewSets.None,
                (set, contest) => sets.Or(set, masks.Counting(contest.Holder)));

        int Doubted(ReportPart part, string? attribute) => sets.Except(Questioned(part, attribute), believed);
    }

    private static Fact Of(CorrectedReport report, Acceptance taken) => report.Content switch
    {
        StateReport content => new StateFact(report, taken, content, IsGap: false),
        EventReport content => new EventFact(report, taken, content),
        AttributeReport content => new AttributeFact(report, taken, content),
        EndReport content => new EndFact(report, taken, content),
        var content => new ConductFact(report, taken, content),
    };

    /// <summary>Between two sightings of one named item at one place an observed state is possible, never proved.</summary>
    private IEnumerable<StateFact> Gaps(ImmutableArray<StateFact> states, Clock clock)
    {
        var lots = states
            .Where(f => f.Content is { State.Persistence: Persistence.Observed, Subject.Item: not null })
            .GroupBy(f => (f.Lot, f.Content.State.Name));
        foreach (var lot in lots)
        {
            foreach (var earlier in lot)
            {
                foreach (var later in lot)
                {
                    if (GapBetween(earlier, later, clock) is { } gap)
                    {
                        yield return gap;
                    }
                }
            }
        }
    }

    private StateFact? GapBetween(StateFact earlier, StateFact later, Clock clock)
    {
        var sets = masks.Sets;
        if (earlier.Content.When.End.Latest == long.MaxValue || later.Content.When.Start.Earliest == long.MinValue)
        {
            return null;
        }

        var from = clock.LastDay(earlier.Content.When.End.Latest) + 1;
        var before = clock.DayOf(later.Content.When.Start.Earliest);
        var undated = sets.Or(earlier.Taken.DateQuestioned, later.Taken.DateQuestioned);
        var held = sets.Except(sets.And(earlier.Taken.HeldIn, later.Taken.HeldIn), undated);
        if (from >= before || held == ViewSets.None)
        {
            return null;
        }

        var (first, after) = (clock.StartOf(from), clock.StartOf(before));
        var when = new Occurrence(new Window(first, first), new Window(after, after), 1);
        var taken = earlier.Taken with { AcceptedIn = ViewSets.None, HeldIn = held, DateQuestioned = ViewSets.None };
        var content = earlier.Content;
        return new StateFact(
            earlier.Report,
            taken,
            new StateReport(false, content.Subject, content.State, content.Amount, content.In, when),
            IsGap: true);
    }
}
