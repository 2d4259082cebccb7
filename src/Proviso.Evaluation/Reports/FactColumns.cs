using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Reports;

/// <summary>The reports that are known, corrected, laid out by shape: what does not depend on views (docs/semantics.md §2 and §4). Made once for a record; every
/// evaluation of it reads the same.</summary>
internal sealed class FactColumns
{
    /// <summary>Lays nothing out yet.</summary>
    public FactColumns(KnownRecord known, Spoken spoken, Interned interned, Shapes<StateShape, StateRow> states, Shapes<EventShape, EventRow> events, ImmutableList<(int Source, int Footing)> others) =>
        (Known, Spoken, Interned, States, Events, Others) = (known, spoken, interned, states, events, others);

    /// <summary>The last day of what was still going on when last reported.</summary>
    public static int NoEnd { get; } = Clock.Local.LastDay(long.MaxValue);

    /// <summary>What is laid out.</summary>
    public KnownRecord Known { get; }

    /// <summary>What corrections and contests make of reports.</summary>
    public Spoken Spoken { get; }

    /// <summary>What the numbers in rows stand for.</summary>
    public Interned Interned { get; }

    /// <summary>Things in states, and reports that there were none; gaps come last.</summary>
    public Shapes<StateShape, StateRow> States { get; }

    /// <summary>Events, received or not.</summary>
    public Shapes<EventShape, EventRow> Events { get; }

    /// <summary>The numbers of all other reports with their footings, in the order of the file: attributes, ends, access denied, logs complete.</summary>
    public ImmutableList<(int Source, int Footing)> Others { get; private set; }

    /// <summary>Lays out a record.</summary>
    public static FactColumns Of(KnownRecord known)
    {
        var columns = new FactColumns(known, Spoken.Of(known), new Interned(known.All.Columns), new(), new(), []);
        foreach (var stretch in known.All.First.Stretches)
        {
            if (stretch.Reports.IsDefault)
            {
                new RecordRows(columns, stretch).Add();
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
    public CorrectedReport Root(int source) => Spoken.Corrected.TryGetValue(source, out var report) ? report
        : Known.All[source] is var written ? new CorrectedReport(written.Name, written.Content, written.Attribution, []) : throw new System.Diagnostics.UnreachableException();

    /// <summary>The name of the report of a number.</summary>
    public string NameOf(int source) => Known.All.RowAt(source) is >= 0 and var row ? Known.All.Columns.NameOf(row) : Known.All[source].Name;

    /// <summary>The numbers of the events that an event answers, each once; -1 for one that is not on file.</summary>
    public ImmutableArray<int> AnsweredBy(int source)
    {
        if (InTemplate(source) is { } row && !Spoken.Corrected.ContainsKey(source))
        {
            return Known.All.Columns.AnsweredRow(row) is >= 0 and var answered ? [Known.All.IndexOfRow(answered)]
                : Known.All.Columns.AnsweredBy(row) is { } name ? [Known.All.IndexOf(name)]
                : [];
        }

        return [.. ((EventReport)Root(source).Content).For.Select(Known.All.IndexOf).Distinct()];
    }

    /// <summary>When a party received the report, by the earliest of its receipts; null without one.</summary>
    public Window? ReceivedBy(int source, Party? party)
    {
        var all = InTemplate(source) is { } row ? Known.All.Columns.ReceivedOf(row) : Known.All[source].Attribution.Received;
        if (all.IsEmpty)
        {
            return null;
        }

        var receipts = all.Where(r => r.By.Name == party?.Name).Select(r => r.At).ToList();
        return receipts.Count == 0 ? null : new Window(receipts.Min(at => at.Earliest), receipts.Min(at => at.Latest));
    }

    /// <summary>The number of a report; null when none of that name is known as a report of its own, or its own speaker has taken it back.</summary>
    public int? SourceOf(string name) => Known.Find(name) is { } report && Known.All.IndexOf(name) is var source && Spoken.StandsForItself(report, source) ? source : null;

    /// <summary>The footing of the report of a number.</summary>
    public int FootingOf(int source) => FootingOf(source, Root(source));

    /// <summary>Adds one report after all others, if it is known and stands for itself.</summary>
    public void Add(Report written, int source)
    {
        if (!Known.IsKnown(written) || !Spoken.StandsForItself(written, source))
        {
            return;
        }

        switch (Laid(source))
        {
            case (StateShape shape, StateRow row, _, _):
                States.Add(shape, row);
                break;
            case (_, _, EventShape shape, EventRow row):
                Events.Add(shape, row);
                break;
            default:
                Others = Others.Add((source, FootingOf(source)));
                break;
        }
    }

    /// <summary>The shape and the row of the report of a number; neither, of one that is among the others.</summary>
    public (StateShape? State, StateRow StateRow, EventShape? Event, EventRow EventRow) Laid(int source)
    {
        var report = Root(source);
        var clock = Known.Clock;
        return report.Content switch
        {
            StateReport said => (ShapeOf(said, FootingOf(source, report)), RowOf(said, source), null, default),
            EventReport said => (
                null,
                default,
                new EventShape(said.NotReceived, said.Event, said.By, said.To, said.Of, said.In, FootingOf(source, report)),
                new EventRow(clock.DayOf(said.When.Earliest), clock.DayOf(said.When.Latest), said.When, said.Of?.Item is { } item ? Interned.NumberOf(item) : -1, source)),
            _ => default,
        };
    }

    /// <summary>Puts a report among the others, or takes it from them.</summary>
    public void ChangeOther(int source, bool isThere)
    {
        Others = Others.RemoveAll(each => each.Source == source);
        if (isThere)
        {
            var at = Others.FindIndex(each => each.Source > source);
            Others = Others.Insert(at < 0 ? Others.Count : at, (source, FootingOf(source)));
        }
    }

    /// <summary>The shape of a report on a footing.</summary>
    public static StateShape ShapeOf(StateReport said, int footing) => new(said.Absent, said.IsTotal, said.State, said.Subject, said.In, footing);

    /// <summary>The fewest days that something touches which lasts so long.</summary>
    public static int LeastDays(long minutes) => (int)Math.Min((minutes + 1439) / 1440, int.MaxValue);

    private int FootingOf(int source, CorrectedReport report) => Interned.Footings.Of(report.Attribution.By, report.InQuestion, Spoken.Contests.TryGetValue(source, out var of) ? of : []);

    /// <summary>The row of a report that is in a template; null of one that is kept by itself.</summary>
    private int? InTemplate(int source) => Known.All.RowAt(source) is >= 0 and var row && Known.All.Columns.TemplateOf(row) != ReportChunk.Whole ? row : null;

    private StateRow RowOf(StateReport said, int source) => new(
        Known.Clock.DayOf(said.When.Start.Earliest),
        Known.Clock.DayOf(said.When.Start.Latest),
        Known.Clock.LastDay(said.When.End.Earliest),
        Known.Clock.LastDay(said.When.End.Latest),
        LeastDays(said.When.LeastMinutes),
        said.Subject.Item is { } item ? Interned.NumberOf(item) : -1,
        Interned.NumberOf(said.Amount),
        source);
}
