using System.Collections.Concurrent;
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
    /// <summary>The number of its report, by which facts are in the order of the file.</summary>
    public int Source { get; init; }

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

/// <summary>Reports of one shape as the views take them: all alike.</summary>
/// <param name="rows">In the order of the file.</param>
internal sealed class StateGroup(StateShape shape, Acceptance taken, ReadOnlyMemory<StateRow> rows)
{
    public StateShape Shape => shape;

    public Acceptance Taken => taken;

    public ReadOnlyMemory<StateRow> Rows => rows;
}

/// <summary>Reports of events of one shape as the views take them: all alike.</summary>
/// <param name="rows">In the order of the file.</param>
internal sealed class EventGroup(EventShape shape, Acceptance taken, ReadOnlyMemory<EventRow> rows)
{
    public EventShape Shape => shape;

    public Acceptance Taken => taken;

    public ReadOnlyMemory<EventRow> Rows => rows;
}

/// <summary>All facts of a known record, as the views take them (docs/semantics.md §3 and §4). What is asked of many is asked of groups; a single fact is made when it is
/// asked for.</summary>
internal sealed class Facts
{
    private readonly FactColumns columns;
    private readonly ViewMasks masks;
    private readonly Clock clock;
    private readonly Acceptance[] byFooting;
    private readonly Dictionary<int, Acceptance> chosen = [];
    private readonly ConcurrentDictionary<(StateGroup Group, int Source, int From), StateFact> stateFacts = [];
    private readonly ConcurrentDictionary<int, EventFact> eventFacts = [];
    private readonly Lazy<ImmutableArray<StateFact>> states;
    private readonly Lazy<ImmutableArray<StateFact>> absences;
    private readonly Lazy<ImmutableArray<EventFact>> events;

    public Facts(FactColumns columns, ViewMasks masks, Clock clock)
    {
        (this.columns, this.masks, this.clock) = (columns, masks, clock);
        byFooting = [.. columns.Interned.Footings.All.Select(footing => Take(footing, ViewSets.None, ViewSets.None))];
        foreach (var name in masks.Chosen)
        {
            if (columns.SourceOf(name) is { } source)
            {
                chosen[source] = Take(columns.Interned.Footings.All[columns.FootingOf(source)], masks.Believing(name), masks.Disbelieving(name));
            }
        }

        ImmutableArray<StateGroup> groups = [.. columns.States.All.Where(shape => !shape.IsGap).SelectMany(StateGroups).Concat(GapGroups()).Where(group => group.Taken.HeldIn != ViewSets.None && !group.Rows.IsEmpty)];
        States = [.. groups.Where(group => !group.Shape.Absent)];
        Absences = [.. groups.Where(group => group.Shape.Absent)];
        Events = [.. columns.Events.All.SelectMany(EventGroups).Where(group => group.Taken.HeldIn != ViewSets.None && !group.Rows.IsEmpty)];
        var others = columns.Others.Select(each => Of(columns.Root(each.Source), chosen.TryGetValue(each.Source, out var taken) ? taken : byFooting[each.Footing])).Where(fact => fact.Taken.HeldIn != ViewSets.None).ToList();
        Attributes = [.. others.OfType<AttributeFact>()];
        Ends = others.OfType<EndFact>().ToLookup(end => end.Content.Of, StringComparer.Ordinal);
        Ended = [.. Ends.Select(end => columns.SourceOf(end.Key)).OfType<int>()];
        Denied = [.. others.OfType<ConductFact>().Where(fact => fact.Content is AccessDenied)];
        Logs = [.. others.OfType<ConductFact>().Where(fact => fact.Content is LogComplete)];
        states = new(() => [.. Each(States).OrderBy(fact => fact.IsGap)]);
        absences = new(() => [.. Each(Absences)]);
        events = new(() => [.. Events.SelectMany(group => group.Rows.ToArray().Select(row => (row.Source, Fact: Single(group, row)))).OrderBy(each => each.Source).Select(each => each.Fact)]);
    }

    /// <summary>Where what is asked for is noted, so that it is known on what an answer rests; null for nowhere.</summary>
    public Reads? Reads { get; set; }

    /// <summary>Things in states, by shape; gaps last.</summary>
    public ImmutableArray<StateGroup> States { get; }

    /// <summary>Reported absences, by shape.</summary>
    public ImmutableArray<StateGroup> Absences { get; }

    /// <summary>Events, received or not, by shape.</summary>
    public ImmutableArray<EventGroup> Events { get; }

    /// <summary>Each thing in a state by itself, in the order of the file; gaps last.</summary>
    public ImmutableArray<StateFact> EachState => states.Value;

    /// <summary>Each reported absence by itself, in the order of the file.</summary>
    public ImmutableArray<StateFact> EachAbsence => absences.Value;

    /// <summary>Each event by itself, received or not, in the order of the file.</summary>
    public ImmutableArray<EventFact> EachEvent => events.Value;

    /// <summary>Attribute values.</summary>
    public ImmutableArray<AttributeFact> Attributes { get; }

    /// <summary>Ends, by the report they end.</summary>
    public ILookup<string, EndFact> Ends { get; }

    /// <summary>The numbers of the reports of which an end is reported.</summary>
    public HashSet<int> Ended { get; }

    /// <summary>Access denied.</summary>
    public ImmutableArray<ConductFact> Denied { get; }

    /// <summary>Complete logs.</summary>
    public ImmutableArray<ConductFact> Logs { get; }

    /// <summary>How many items are named.</summary>
    public int ItemCount => columns.Interned.ItemCount;

    /// <summary>The amount of a row.</summary>
    public Amount AmountOf(StateRow row) => columns.Interned.AmountOf(row.Amount);

    /// <summary>The number of an item's name; -1 when no report names it.</summary>
    public int ItemOf(string item) => columns.Interned.ItemOf(item);

    /// <summary>The number of the name of a subject's item; -1 where there is none.</summary>
    public int ItemOf(Subject? subject) => subject?.Item is { } item ? columns.Interned.ItemOf(item) : -1;

    /// <summary>The name of the report of a number.</summary>
    public string NameOf(int source) => columns.NameOf(source);

    /// <summary>The numbers of the events that an event answers, each once; -1 for one that is not on file.</summary>
    public ImmutableArray<int> AnsweredBy(int source) => columns.AnsweredBy(source);

    /// <summary>When a party received the report, by the earliest of its receipts; null without one.</summary>
    public Window? ReceivedBy(int source, Party? party) => columns.ReceivedBy(source, party);

    /// <summary>One fact by itself; the same object whenever it is asked for.</summary>
    public StateFact Single(StateGroup group, StateRow row) => stateFacts.GetOrAdd((group, row.Source, row.StartFirst), static (_, of) => of.Facts.Make(of.group, of.row), (Facts: this, group, row));

    /// <summary>One event by itself; the same object whenever it is asked for.</summary>
    public EventFact Single(EventGroup group, EventRow row) => eventFacts.GetOrAdd(
        row.Source, static (source, of) => new EventFact(of.columns.Root(source), of.Taken, (EventReport)of.columns.Root(source).Content), (columns, group.Taken));

    private IEnumerable<StateFact> Each(ImmutableArray<StateGroup> groups) => groups
        .SelectMany(group => group.Rows.ToArray().Select(row => (Row: row, Fact: Single(group, row)))).OrderBy(each => each.Row.Source).ThenBy(each => each.Row.StartFirst).Select(each => each.Fact);

    private StateFact Make(StateGroup group, StateRow row)
    {
        var report = columns.Root(row.Source);
        var said = (StateReport)report.Content;
        if (!group.Shape.IsGap)
        {
            return new StateFact(report, group.Taken, said, IsGap: false) { Source = row.Source };
        }

        var (first, after) = (clock.StartOf(row.StartFirst), clock.StartOf(row.EndLast + 1));
        var when = new Occurrence(new Window(first, first), new Window(after, after), 1);
        return new StateFact(report, group.Taken, new StateReport(false, said.Subject, said.State, said.Amount, said.In, when), IsGap: true) { Source = row.Source };
    }

    /// <summary>The rows of a shape that are taken alike: each about which a view makes a choice stands by itself.</summary>
    private IEnumerable<StateGroup> StateGroups(StateShape shape)
    {
        var (rows, alone) = Apart(columns.States.RowsOf(shape), static row => row.Source);
        return alone.Select(row => new StateGroup(shape, chosen[row.Source], new[] { row })).Prepend(new(shape, byFooting[shape.Footing], rows));
    }

    private IEnumerable<EventGroup> EventGroups(EventShape shape)
    {
        var (rows, alone) = Apart(columns.Events.RowsOf(shape), static row => row.Source);
        return alone.Select(row => new EventGroup(shape, chosen[row.Source], new[] { row })).Prepend(new(shape, byFooting[shape.Footing], rows));
    }

    private (ReadOnlyMemory<T> Rows, ImmutableArray<T> Alone) Apart<T>(ReadOnlyMemory<T> rows, Func<T, int> source)
    {
        if (chosen.Count == 0)
        {
            return (rows, []);
        }

        var alone = rows.ToArray().Where(row => chosen.ContainsKey(source(row))).ToImmutableArray();
        return alone.IsEmpty ? (rows, []) : (rows.ToArray().Where(row => !chosen.ContainsKey(source(row))).ToArray(), alone);
    }

    /// <summary>How views take the reports of a shape that no view makes a choice about.</summary>
    public Acceptance TakenOf(StateShape shape) =>
        shape.LaterFooting is { } later ? TakenBetween(byFooting[shape.Footing], byFooting[later]) : byFooting[shape.Footing];

    /// <summary>How views take the events of a shape that no view makes a choice about.</summary>
    public Acceptance TakenOf(EventShape shape) => byFooting[shape.Footing];

    private IEnumerable<StateGroup> GapGroups() => chosen.Count == 0
        ? columns.States.All.Where(shape => shape.IsGap)
            .Select(shape => new StateGroup(shape, TakenOf(shape), columns.States.RowsOf(shape)))
        : Gaps.Of(columns, source => chosen.ContainsKey(source) ? source : -1)
            .GroupBy(gap => (gap.Earlier, gap.EarlierAlone, gap.Later.Footing, gap.LaterAlone))
            .Select(alike => alike.ToList())
            .Select(alike => new StateGroup(
                alike[0].Earlier with { LaterFooting = alike[0].Later.Footing },
                TakenBetween(Taken(alike[0].Earlier, alike[0].EarlierAlone), Taken(alike[0].Later, alike[0].LaterAlone)),
                alike.Select(gap => gap.Row).ToArray()));

    private Acceptance Taken(StateShape shape, int alone) => alone < 0 ? byFooting[shape.Footing] : chosen[alone];

    private Acceptance TakenBetween(Acceptance earlier, Acceptance later)
    {
        var sets = masks.Sets;
        var undated = sets.Or(earlier.DateQuestioned, later.DateQuestioned);
        var held = sets.Except(sets.And(earlier.HeldIn, later.HeldIn), undated);
        return earlier with { AcceptedIn = ViewSets.None, HeldIn = held, DateQuestioned = ViewSets.None };
    }

    private Acceptance Take(Footing report, int believed, int disbelieved)
    {
        var sets = masks.Sets;
        var setAside = sets.Or(sets.Not(masks.Trusting(report.By)), disbelieved);
        var questioned = Questioned(ReportPart.Occurrence, null);
        foreach (var contest in report.Contests)
        {
            if (contest is { Part: ReportPart.Occurrence, Denies: true } && contest.Holder.Name != report.By.Name)
            {
                setAside = sets.Or(setAside, masks.Of(contest.Holder));
            }
        }

        var held = sets.Or(sets.Not(setAside), believed);
        var attributes = report.Contests.Where(c => c.Attribute is not null).Select(c => c.Attribute!).Distinct(StringComparer.Ordinal)
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
            report.Contests.Where(c => c is { Part: ReportPart.Class, WholeSubject: true }).Aggregate(
                report.InQuestion.Contains(ReportPart.Class) ? sets.All : ViewSets.None,
                (set, contest) => sets.Or(set, masks.Counting(contest.Holder))),
            believed);

        int Questioned(ReportPart part, string? attribute) => report.Contests
            .Where(c => c.Part == part && c.Attribute == attribute)
            .Aggregate(
                report.InQuestion.Contains(part) ? sets.All : ViewSets.None,
                (set, contest) => sets.Or(set, masks.Counting(contest.Holder)));

        int Doubted(ReportPart part, string? attribute) => sets.Except(Questioned(part, attribute), believed);
    }

    private static Fact Of(CorrectedReport report, Acceptance taken) => report.Content switch
    {
        AttributeReport content => new AttributeFact(report, taken, content),
        EndReport content => new EndFact(report, taken, content),
        var content => new ConductFact(report, taken, content),
    };
}
