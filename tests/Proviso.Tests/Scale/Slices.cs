using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Scale;

/// <summary>Parts of a large record that the reference can judge: the same agreement, known through the same day, with the few reports that one question can hang on.</summary>
/// <remarks>
/// What is left out is chosen by names and dates alone, without anything that judges. The filter rests on one law: a report which is of something else changes nothing.
/// Of something else is, to a question about things of a kind in some places on a day, every report of an item that is of another kind, or was never reported in these places, or
/// was reported there only before or only after that day (corrections count as reports here, and a stay that somebody says was at another time may have been at any);
/// with an item come all reports of it, wherever they are, and with each report all corrections of it and all contests.
/// Where things are counted and nobody declares a total, only what was surely there matters: an item comes only if a stay, or a correction of one, names that day or one about it.
/// To a duty that an event asks for, every report is of something else but the event, the acts that name it or name nothing, the logs, and, where a right with a number is used, all uses
/// in the years that it may be of.
/// </remarks>
internal sealed class Slices
{
    private readonly Case whole;
    private readonly Dictionary<string, int> order;
    private readonly ILookup<string, Report> corrections;
    private readonly ILookup<string, Position> contests;
    private readonly List<Item> items;
    private readonly ImmutableArray<Report> events;
    private readonly ImmutableArray<Report> logs;
    private readonly ILookup<string, Report> acts;

    public Slices(Case whole)
    {
        this.whole = whole;
        order = whole.Reports.Select((report, index) => (report.Name, index)).ToDictionary(each => each.Name, each => each.index);
        corrections = whole.Reports.Where(report => report.Content is Correction).ToLookup(report => ((Correction)report.Content).Of);
        contests = whole.Positions.Where(position => position.Target is OnReport).ToLookup(position => ((OnReport)position.Target).Report);
        items = [.. whole.Reports.Where(report => report.Content is StateReport)
            .GroupBy(report => ((StateReport)report.Content).Subject.Item!)
            .Select(stays => new Item([.. stays], [.. stays.Select(stay => Spans(stay).ToImmutableArray())]))];
        events = [.. whole.Reports.Where(report => report.Content is EventReport)];
        logs = [.. whole.Reports.Where(report => report.Content is LogComplete)];
        acts = events.SelectMany(report => ((EventReport)report.Content).For.DefaultIfEmpty(""), (report, of) => (of, report)).ToLookup(each => each.of, each => each.report);
    }

    /// <summary>What can show that things of a kind are, or are not, in some places on the days of a range.</summary>
    /// <param name="kind">The kind's name; no model of it is in the record.</param>
    /// <param name="isCounted">Whether it is asked how many there surely are, and not whether there may be any.</param>
    public Case OfStays(string kind, IReadOnlySet<string> places, int first, int last, bool isCounted) =>
        Of(items.Where(item => isCounted ? item.IsThere(kind, places, first, last) : item.MayBeThere(kind, places, first, last)).SelectMany(item => item.Stays));

    /// <summary>What can show whether the act was done that an event asks for.</summary>
    /// <param name="act">The name of the event that is the act.</param>
    /// <param name="quota">Of the right under which the event is; null where it is under none.</param>
    public Case OfDuty(Report trigger, string act, Quota? quota)
    {
        var happened = (EventReport)trigger.Content;
        var years = quota is null ? [] : YearsOf(quota, happened);
        return Of(
        [
            trigger,
            .. acts[trigger.Name].Concat(acts[""]).Where(report => ((EventReport)report.Content).Event.Name == act),
            .. logs,
            .. events.Where(report => report.Content is EventReport use && use.Event.Name == happened.Event.Name && use.By.Name == happened.By.Name && YearsOf(quota, use).Intersect(years).Any()),
        ]);
    }

    private IEnumerable<int> YearsOf(Quota? quota, EventReport use) => quota is null ? []
        : Enumerable.Range(Day(use.When.Earliest), Day(use.When.Latest) - Day(use.When.Earliest) + 1).Select(day => quota.YearOf(day, whole.Agreement.InForce.From)).Distinct();

    private int Day(long minute) => whole.Agreement.Clock.DayOf(minute);

    /// <summary>The case with these reports, and with all that is said of them.</summary>
    private Case Of(IEnumerable<Report> chosen)
    {
        var taken = new Dictionary<string, Report>();
        var next = new Queue<Report>(chosen);
        while (next.TryDequeue(out var report))
        {
            if (taken.TryAdd(report.Name, report))
            {
                foreach (var correction in corrections[report.Name])
                {
                    next.Enqueue(correction);
                }
            }
        }

        return whole with
        {
            Reports = [.. taken.Values.OrderBy(report => order[report.Name])],
            Positions = [.. taken.Keys.Order(StringComparer.Ordinal).SelectMany(name => contests[name])],
        };
    }

    /// <summary>The days of a stay, as possible, and those of every correction of it.</summary>
    private IEnumerable<(int First, int Last)> Spans(Report report)
    {
        var when = report.Content is Correction correction ? correction.When : ((StateReport)report.Content).When;
        var told = when is null ? [] : new[] { (Day(when.Start.Earliest), Day(when.End.Latest - 1)) };
        return told.Concat(corrections[report.Name].SelectMany(Spans));
    }

    /// <summary>All that is reported of one thing.</summary>
    /// <param name="Spans">Of each stay, the days told of it: the first as it was reported, then as it was corrected.</param>
    private sealed record Item(ImmutableArray<Report> Stays, ImmutableArray<ImmutableArray<(int First, int Last)>> Spans)
    {
        public bool IsThere(string kind, IReadOnlySet<string> places, int first, int last) =>
            In(kind, places).Any(stay => Spans[stay].Any(span => span.First <= last && span.Last >= first));

        /// <summary>Whether it was reported there both from some day up to the last on, and to some day from the first on: it may have been there in between.</summary>
        public bool MayBeThere(string kind, IReadOnlySet<string> places, int first, int last) =>
            In(kind, places).Any(stay => Spans[stay].Length > 1 || Spans[stay][0].First <= last) && In(kind, places).Any(stay => Spans[stay].Length > 1 || Spans[stay][0].Last >= first);

        private IEnumerable<int> In(string kind, IReadOnlySet<string> places) => Enumerable.Range(0, Stays.Length)
            .Where(at => ((StateReport)Stays[at].Content) is var stay && stay.Subject.Symbol.Name == kind && places.Contains(stay.In.Name));
    }
}
