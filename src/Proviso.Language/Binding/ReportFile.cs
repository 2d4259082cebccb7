using System.Collections.Immutable;

namespace Proviso.Language.Binding;

/// <summary>The reports bound so far. What a report says is kept also when its attribution does not bind, so that those who speak
/// of it are judged by it.</summary>
/// <param name="recorded">Those that stand in records and are bound already; null where there are none.</param>
sealed class ReportFile(Func<string, Report?>? recorded = null)
{
    private readonly Dictionary<string, ReportContent> contents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReportContent> roots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Report> reports = new(StringComparer.Ordinal);

    /// <summary>Notes what a report says; of a correction, requires what it corrects to be noted.</summary>
    public void Note(string name, ReportContent content)
    {
        contents[name] = content;
        roots[name] = content is Correction correction ? RootOf(correction.Of)! : content;
    }

    /// <summary>Adds a report.</summary>
    public void Add(Report report) => reports[report.Name] = report;

    /// <summary>A report, or null.</summary>
    public Report? Find(string name) => reports.GetValueOrDefault(name) ?? recorded?.Invoke(name);

    /// <summary>What a report says, or null when it did not bind.</summary>
    public ReportContent? ContentOf(string name) => contents.GetValueOrDefault(name) ?? recorded?.Invoke(name)?.Content;

    /// <summary>What a report says, followed through corrections to what the first of them corrects; null when it did not bind.</summary>
    public ReportContent? RootOf(string name) => roots.GetValueOrDefault(name) ?? recorded?.Invoke(name)?.Content;

    /// <summary>The place of a report: of a correction, the one it states, else that of what it corrects.</summary>
    public Place? PlaceOf(string report)
    {
        while (ContentOf(report) is Correction { In: null } correction)
        {
            report = correction.Of;
        }

        return ContentOf(report) switch
        {
            StateReport state => state.In,
            EventReport happening => happening.In,
            AccessDenied access => access.In,
            EndReport end => PlaceOf(end.Of),
            Correction correction => correction.In,
            _ => null,
        };
    }

    /// <summary>What a report says, in a word or two for a message.</summary>
    public static string Phrase(ReportContent content) => content switch
    {
        StateReport { Absent: true } => "that nothing was there",
        StateReport { IsTotal: true } => "a total",
        StateReport => "a state",
        EventReport => "an event",
        AttributeReport => "an attribute",
        EndReport => "an end",
        AccessDenied => "denied access",
        LogComplete => "a complete log",
        _ => "a correction",
    };

    /// <summary>The reports of these names that bound, without what speaks of a report that did not, so that every name in the
    /// case leads somewhere.</summary>
    public ImmutableArray<Report> Closed(ImmutableArray<string> names)
    {
        int before;
        do
        {
            before = reports.Count;
            foreach (var name in names.Where(name => Find(name) is { Content: EndReport or Correction } report && !Leads(report)))
            {
                reports.Remove(name);
            }
        }
        while (reports.Count < before);

        return [.. names.Select(Find).OfType<Report>().Select(report => report.Content is EventReport answer && !answer.For.All(IsEvent)
            ? report with { Content = answer with { For = [.. answer.For.Where(IsEvent)] } }
            : report)];
    }

    private bool Leads(Report report) => report.Content switch
    {
        EndReport end => Find(end.Of) is not null,
        Correction correction => Find(correction.Of) is not null,
        _ => true,
    };

    private bool IsEvent(string name) => Find(name) is { Content: EventReport };
}
