using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Explanation.Checking;

/// <summary>A report as one view takes it; what a view sets aside is not there.</summary>
/// <param name="Accepted">Not merely in question. Parts may still be.</param>
/// <param name="NumberOpen">How many there were is in question; that matters only where things are counted.</param>
/// <param name="SubjectOpen">What the thing is, and every attribute stated of it, is in question.</param>
internal sealed record Taken(
    string Name, ReportContent Content, bool Accepted, bool DateOpen, bool PlaceOpen, bool NumberOpen, bool ClassOpen, bool SubjectOpen, ImmutableHashSet<string> AttributesOpen)
{
    /// <summary>Whether a stated attribute is in question.</summary>
    public bool IsOpen(string attribute) => SubjectOpen || AttributesOpen.Contains(attribute);

    /// <summary>Nothing about it but the number is in question.</summary>
    public bool IsWhole => Accepted && !DateOpen && !PlaceOpen && !ClassOpen && !SubjectOpen && AttributesOpen.IsEmpty;
}

/// <summary>The page a reader of one view has in hand: what is known, how the view reads the disputes, and how it takes each report
/// (docs/semantics.md §1 to §3).</summary>
internal sealed class Page
{
    private readonly View view;
    private readonly Dictionary<string, string> choices;
    private readonly ImmutableArray<int> cuts;
    private readonly Lazy<string> digest;

    public Page(Case @case, Knowledge knowledge, View view)
    {
        this.view = view;
        Agreement = @case.Agreement;
        Horizon = Math.Min(knowledge.Day ?? @case.KnownThrough, @case.KnownThrough);
        Reports = [.. @case.Reports.Where(r => IsKnown(r.Attribution, knowledge.To))];
        Positions = [.. @case.Positions.Where(p => IsKnown(p.Attribution, knowledge.To))];
        digest = new(() => Fingerprints.Of(Reports));
        choices = view.Choices.ToDictionary(StringComparer.Ordinal);
        if (view.Kind == ViewKind.Party)
        {
            foreach (var position in Positions.Where(p => p.Verb == PositionVerb.Accepts && IsOwn(p) && p.Holder.Name == view.Holder!.Name).OrderBy(p => p.When.Latest))
            {
                if (position.Target is OnReading on)
                {
                    choices[on.Dispute] = on.Reading;
                }
            }
        }

        var read = new CorrectionsRead(Reports, Positions);
        Objections = read.Objections;
        var objections = read.Objections.ToLookup(o => o.Report, StringComparer.Ordinal);
        Taken = [.. read.Reports.Select(report => Take(report, [.. objections[report.Name]])).OfType<Taken>()];
        cuts = [.. Ranges().SelectMany(r => new[] { r.From, r.Before }).Distinct().Order()];
    }

    public Agreement Agreement { get; }

    /// <summary>The last day of which anything is known.</summary>
    public int Horizon { get; }

    /// <summary>All that is known, in file order.</summary>
    public ImmutableArray<Report> Reports { get; }

    /// <summary>The digest of all that is known.</summary>
    public string Digest => digest.Value;

    /// <summary>All positions that are known, in file order.</summary>
    public ImmutableArray<Position> Positions { get; }

    /// <summary>The reports the view holds.</summary>
    public ImmutableArray<Taken> Taken { get; }

    /// <summary>All objections on file, whether or not the view counts them.</summary>
    public IReadOnlyList<Objected> Objections { get; }

    /// <summary>Only a holder's own word is its act.</summary>
    public static bool IsOwn(Position position) => position.Attribution.By.Name == position.Holder.Name;

    public int DayOf(long minute) => Agreement.Clock.DayOf(minute);

    /// <summary>Days of one stretch have the same memberships and the same declared containments.</summary>
    public int Stretch(int day)
    {
        var found = cuts.BinarySearch(day);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The first day of a range and every later day of it that begins a stretch.</summary>
    public IEnumerable<int> Turns(int from, int to) => from > to ? [] : cuts.Where(c => from < c && c <= to).Prepend(from);

    /// <summary>The reading the view has chosen, or null when it leaves the dispute open.</summary>
    public Reading? Choice(Dispute dispute) => choices.TryGetValue(dispute.Name, out var name) ? dispute.Readings.Single(r => r.Name == name) : null;

    /// <summary>The readings the view reckons with: its choice, or all.</summary>
    public ImmutableArray<Reading> Readings(Dispute dispute) => Choice(dispute) is { } chosen ? [chosen] : dispute.Readings;

    /// <summary>The dispute on a thing, or null.</summary>
    public Dispute? DisputeOn(Func<DisputeTarget, bool> target) => Agreement.Disputes.FirstOrDefault(d => target(d.Target));

    /// <summary>The dispute on a definition, or null.</summary>
    public Dispute? DisputeOn(Define define) => DisputeOn(target => target is OnDefine on && on.Define == define.Name);

    private bool IsKnown(Attribution said, Party? to)
    {
        var wasSaid = said.Said.Last <= Horizon;
        return to is null ? wasSaid
            : (wasSaid && said.By.Name == to.Name) || said.Received.Any(r => r.By.Name == to.Name && DayOf(r.At.Latest) <= Horizon);
    }

    private bool Trusts(Party speaker) => view.Trusts is not { } trusted || trusted.Any(p => p.Name == speaker.Name);

    /// <summary>Whether somebody's objections count in the view.</summary>
    private bool Counts(Party by) => view switch
    {
        { Kind: ViewKind.Party } => view.Holder!.Name == by.Name,
        { Trusts: { } trusted } => trusted.Any(p => p.Name == by.Name),
        _ => Agreement.Between.Any(p => p.Name == by.Name || p.Members.Any(m => m.Member.Name == by.Name)),
    };

    private Taken? Take(Restated report, List<Objected> objections)
    {
        var setAside = !Trusts(report.By) || (view.Kind == ViewKind.Party && view.Holder!.Name != report.By.Name
            && objections.Any(o => o is { Part: ReportPart.Occurrence, Denies: true } && o.By.Name == view.Holder.Name));
        if (setAside)
        {
            return null;
        }

        var counting = objections.Where(o => Counts(o.By)).ToList();
        return new(
            report.Name,
            report.Content,
            Accepted: !IsOpen(ReportPart.Occurrence),
            DateOpen: IsOpen(ReportPart.Date),
            PlaceOpen: IsOpen(ReportPart.Place),
            NumberOpen: IsOpen(ReportPart.Number),
            ClassOpen: IsOpen(ReportPart.Class),
            SubjectOpen: report.InQuestion.Contains(ReportPart.Class) || counting.Any(o => o.WholeSubject),
            [.. counting.Select(o => o.Attribute).OfType<string>()]);

        bool IsOpen(ReportPart part) => report.InQuestion.Contains(part) || counting.Any(o => o.Part == part);
    }

    private IEnumerable<DayRange> Ranges() => Agreement.Containments.Select(c => c.Days)
        .Concat(Agreement.Parties.SelectMany(p => p.Members).Select(m => m.Days))
        .Concat(Agreement.Disputes.SelectMany(d => d.Readings).Select(r => r.Meaning).OfType<ExtentMeaning>().SelectMany(m => m.Parts).Select(p => p.Days))
        .Append(DayRange.Always);
}
