using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Reports;

/// <summary>The reports that are known, corrected, laid out by shape: what does not depend on views (docs/semantics.md §2 and §4). Made once for a record; every
/// evaluation of it reads the same.</summary>
internal sealed class FactColumns
{
    private readonly List<CorrectedReport> roots = [];
    private readonly List<int> footingOf = [];
    private readonly List<string> items = [];
    private readonly Dictionary<string, int> itemNumbers = new(StringComparer.Ordinal);
    private readonly List<Amount> amounts = [];
    private readonly Dictionary<Amount, int> amountNumbers = [];
    private readonly Clock clock;
    private readonly Lazy<Dictionary<string, int>> sources;

    private FactColumns(Clock clock)
    {
        this.clock = clock;
        sources = new(() => roots.Select((root, source) => (root.Name, source)).ToDictionary(each => each.Name, each => each.source, StringComparer.Ordinal));
    }

    /// <summary>The last day of what was still going on when last reported.</summary>
    public static int NoEnd { get; } = Clock.Local.LastDay(long.MaxValue);

    /// <summary>Things in states, and reports that there were none; gaps come last.</summary>
    public Shapes<StateShape, StateRow> States { get; } = new();

    /// <summary>Events, received or not.</summary>
    public Shapes<EventShape, EventRow> Events { get; } = new();

    /// <summary>The numbers of all other reports, in the order of the file: attributes, ends, access denied, logs complete.</summary>
    public List<int> Others { get; } = [];

    /// <summary>Footings, by their numbers.</summary>
    public Footings Footings { get; } = new();

    /// <summary>All contests on file, whether or not they count in a view.</summary>
    public ImmutableArray<Contest> Contests { get; private set; } = [];

    /// <summary>How many items are named.</summary>
    public int ItemCount => items.Count;

    /// <summary>The report of a number, with its corrections.</summary>
    public CorrectedReport Root(int source) => roots[source];

    /// <summary>The number of a report; null when none of that name is known, or its own speaker has taken it back.</summary>
    public int? SourceOf(string name) => sources.Value.TryGetValue(name, out var source) ? source : null;

    /// <summary>The footing of the report of a number.</summary>
    public int FootingOf(int source) => footingOf[source];

    /// <summary>The amount of a number.</summary>
    public Amount AmountOf(int amount) => amounts[amount];

    /// <summary>The number of an item's name; -1 when no report names it.</summary>
    public int ItemOf(string item) => itemNumbers.GetValueOrDefault(item, -1);

    /// <summary>Lays out a record.</summary>
    public static FactColumns Of(KnownRecord known, Clock clock)
    {
        var columns = new FactColumns(clock);
        var (reports, contests) = Corrections.Apply(known);
        columns.Contests = contests;
        var contested = contests.ToLookup(contest => contest.Report, StringComparer.Ordinal);
        foreach (var report in reports)
        {
            columns.Add(report, columns.Footings.Of(report.Attribution.By, report.InQuestion, contested.Contains(report.Name) ? [.. contested[report.Name]] : []));
        }

        foreach (var gap in Gaps.Of(columns, static _ => -1).ToList())
        {
            columns.States.Add(gap.Earlier with { LaterFooting = gap.Later.Footing }, gap.Row);
        }

        return columns;
    }

    private void Add(CorrectedReport report, int footing)
    {
        var source = roots.Count;
        roots.Add(report);
        footingOf.Add(footing);
        switch (report.Content)
        {
            case StateReport said:
                States.Add(new StateShape(said.Absent, said.IsTotal, said.State, said.Subject, said.In, footing), RowOf(said, source));
                break;
            case EventReport said:
                Events.Add(
                    new EventShape(said.NotReceived, said.Event, said.By, said.To, said.Of, said.In, footing),
                    new EventRow(clock.DayOf(said.When.Earliest), clock.DayOf(said.When.Latest), source));
                break;
            default:
                Others.Add(source);
                break;
        }
    }

    private StateRow RowOf(StateReport said, int source) => new(
        clock.DayOf(said.When.Start.Earliest),
        clock.DayOf(said.When.Start.Latest),
        clock.LastDay(said.When.End.Earliest),
        clock.LastDay(said.When.End.Latest),
        (int)Math.Min((said.When.LeastMinutes + 1439) / 1440, int.MaxValue),
        said.Subject.Item is { } item ? Number(item, items, itemNumbers) : -1,
        Number(said.Amount, amounts, amountNumbers),
        source);

    private static int Number<T>(T value, List<T> all, Dictionary<T, int> numbers)
        where T : notnull
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, value, out var exists);
        if (!exists)
        {
            number = all.Count;
            all.Add(value);
        }

        return number;
    }
}
