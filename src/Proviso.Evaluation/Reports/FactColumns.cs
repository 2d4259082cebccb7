using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Reports;

/// <summary>The reports that are known, corrected, laid out by shape: what does not depend on views (docs/semantics.md §2 and §4). Made once for a record; every
/// evaluation of it reads the same.</summary>
internal sealed class FactColumns
{
    private readonly KnownRecord known;
    private readonly Dictionary<int, CorrectedReport> corrected = [];
    private readonly HashSet<int> takenBack = [];
    private readonly Dictionary<int, ImmutableArray<Contest>> contests = [];
    private readonly Dictionary<string, int> items = new(StringComparer.Ordinal);
    private readonly List<Amount> amounts = [];
    private readonly Dictionary<Amount, int> amountNumbers = [];

    private FactColumns(KnownRecord known)
    {
        this.known = known;
        var found = Corrections.Apply(known);
        Contests = found.Contests;
        foreach (var report in found.Reports)
        {
            corrected[known.All.IndexOf(report.Name)] = report;
        }

        takenBack.UnionWith(found.TakenBack.Select(known.All.IndexOf));
        foreach (var contested in found.Contests.GroupBy(contest => contest.Report, StringComparer.Ordinal))
        {
            contests[known.All.IndexOf(contested.Key)] = [.. contested];
        }
    }

    /// <summary>The last day of what was still going on when last reported.</summary>
    public static int NoEnd { get; } = Clock.Local.LastDay(long.MaxValue);

    /// <summary>Things in states, and reports that there were none; gaps come last.</summary>
    public Shapes<StateShape, StateRow> States { get; } = new();

    /// <summary>Events, received or not.</summary>
    public Shapes<EventShape, EventRow> Events { get; } = new();

    /// <summary>The numbers of all other reports with their footings, in the order of the file: attributes, ends, access denied, logs complete.</summary>
    public List<(int Source, int Footing)> Others { get; } = [];

    /// <summary>Footings, by their numbers.</summary>
    public Footings Footings { get; } = new();

    /// <summary>All contests on file, whether or not they count in a view.</summary>
    public ImmutableArray<Contest> Contests { get; }

    /// <summary>How many items are named; their numbers are below.</summary>
    public int ItemCount => known.All.Columns.Items + items.Count;

    /// <summary>Lays out a record.</summary>
    public static FactColumns Of(KnownRecord known)
    {
        var columns = new FactColumns(known);
        foreach (var stretch in known.All.Stretches)
        {
            if (stretch.Reports.IsDefault)
            {
                new RecordRows(columns, known, stretch).Add();
            }
            else
            {
                for (var at = 0; at < stretch.Count; at++)
                {
                    columns.Add(stretch.Reports[at], stretch.First + at);
                }
            }
        }

        foreach (var gap in Gaps.Of(columns, static _ => -1).ToList())
        {
            columns.States.Add(gap.Earlier with { LaterFooting = gap.Later.Footing }, gap.Row);
        }

        columns.States.Trim();
        columns.Events.Trim();
        return columns;
    }

    /// <summary>The report of a number, with its corrections.</summary>
    public CorrectedReport Root(int source) => corrected.TryGetValue(source, out var report) ? report
        : known.All[source] is var written ? new CorrectedReport(written.Name, written.Content, written.Attribution, []) : throw new System.Diagnostics.UnreachableException();

    /// <summary>The name of the report of a number.</summary>
    public string NameOf(int source) => known.All.RowAt(source) is >= 0 and var row ? known.All.Columns.NameOf(row) : known.All[source].Name;

    /// <summary>The numbers of the events that an event answers, each once; -1 for one that is not on file.</summary>
    public ImmutableArray<int> AnsweredBy(int source)
    {
        if (known.All.RowAt(source) is >= 0 and var row && known.All.Columns.TemplateOf(row) != ReportChunk.Whole && !corrected.ContainsKey(source))
        {
            return known.All.Columns.AnsweredRow(row) is >= 0 and var answered ? [known.All.IndexOfRow(answered)]
                : known.All.Columns.AnsweredBy(row) is { } name ? [known.All.IndexOf(name)]
                : [];
        }

        return [.. ((EventReport)Root(source).Content).For.Select(known.All.IndexOf).Distinct()];
    }

    /// <summary>When a party received the report, by the earliest of its receipts; null without one.</summary>
    public Window? ReceivedBy(int source, Party? party)
    {
        var all = known.All.RowAt(source) is >= 0 and var row && known.All.Columns.TemplateOf(row) != ReportChunk.Whole
            ? known.All.Columns.ReceivedOf(row)
            : known.All[source].Attribution.Received;
        if (all.IsEmpty)
        {
            return null;
        }

        var receipts = all.Where(r => r.By.Name == party?.Name).Select(r => r.At).ToList();
        return receipts.Count == 0 ? null : new Window(receipts.Min(at => at.Earliest), receipts.Min(at => at.Latest));
    }

    /// <summary>The number of a report; null when none of that name is known as a report of its own, or its own speaker has taken it back.</summary>
    public int? SourceOf(string name) => known.Find(name) is { } report && known.All.IndexOf(name) is var source && !takenBack.Contains(source)
        && (report.Content is not Correction || corrected.ContainsKey(source)) ? source : null;

    /// <summary>The footing of the report of a number.</summary>
    public int FootingOf(int source) => FootingOf(source, Root(source));

    /// <summary>The amount of a number.</summary>
    public Amount AmountOf(int amount) => amounts[amount];

    /// <summary>The number of an item's name; -1 when no report names it.</summary>
    public int ItemOf(string item) => known.All.Columns.ItemOf(item) is >= 0 and var number ? number : items.GetValueOrDefault(item, -1);

    /// <summary>Adds one report, if it is known and stands for itself.</summary>
    public void Add(Report written, int source)
    {
        if (!known.Knowledge.Has(written.Attribution, known.Clock) || takenBack.Contains(source) || (written.Content is Correction && !corrected.ContainsKey(source)))
        {
            return;
        }

        var report = corrected.TryGetValue(source, out var changed) ? changed : new CorrectedReport(written.Name, written.Content, written.Attribution, []);
        switch (report.Content)
        {
            case StateReport said:
                States.Add(ShapeOf(said, FootingOf(source, report)), RowOf(said, source));
                break;
            case EventReport said:
                Events.Add(
                    new EventShape(said.NotReceived, said.Event, said.By, said.To, said.Of, said.In, FootingOf(source, report)),
                    new EventRow(known.Clock.DayOf(said.When.Earliest), known.Clock.DayOf(said.When.Latest), said.When, said.Of?.Item is { } item ? NumberOf(item) : -1, source));
                break;
            default:
                Others.Add((source, FootingOf(source, report)));
                break;
        }
    }

    /// <summary>True where a correction or a contest speaks of the report.</summary>
    public bool IsSpokenOf(int source) => corrected.ContainsKey(source) || takenBack.Contains(source) || contests.ContainsKey(source);

    /// <summary>The number of an amount.</summary>
    public int Number(Amount amount)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(amountNumbers, amount, out var exists);
        if (!exists)
        {
            number = amounts.Count;
            amounts.Add(amount);
        }

        return number;
    }

    /// <summary>The shape of a report on a footing.</summary>
    public static StateShape ShapeOf(StateReport said, int footing) => new(said.Absent, said.IsTotal, said.State, said.Subject, said.In, footing);

    /// <summary>The fewest days that something touches which lasts so long.</summary>
    public static int LeastDays(long minutes) => (int)Math.Min((minutes + 1439) / 1440, int.MaxValue);

    private int FootingOf(int source, CorrectedReport report) => Footings.Of(report.Attribution.By, report.InQuestion, contests.TryGetValue(source, out var of) ? of : []);

    private StateRow RowOf(StateReport said, int source) => new(
        known.Clock.DayOf(said.When.Start.Earliest),
        known.Clock.DayOf(said.When.Start.Latest),
        known.Clock.LastDay(said.When.End.Earliest),
        known.Clock.LastDay(said.When.End.Latest),
        LeastDays(said.When.LeastMinutes),
        said.Subject.Item is { } item ? NumberOf(item) : -1,
        Number(said.Amount),
        source);

    private int NumberOf(string item)
    {
        if (known.All.Columns.ItemOf(item) is >= 0 and var number)
        {
            return number;
        }

        ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(items, item, out var exists);
        return exists ? own : own = known.All.Columns.Items + items.Count - 1;
    }
}
