using System.Collections.Immutable;
using Proviso.Evaluation.Explanation;
using Proviso.Evaluation.Reports;
using Proviso.Language.Binding;

namespace Proviso.Evaluation;

/// <summary>A case as known on a day, laid out for judging: made once, it can be judged in any views, and revised report by report. Immutable; safe to read from several threads.</summary>
public sealed class KnownCase
{
    // Laying out one report by itself costs as much as some hundred in turn.
    private const int MostChanged = 2_000;

    private readonly Lazy<Case> whole;
    private readonly Lazy<string> allReports;

    private KnownCase(
        Lazy<Case> whole, Agreement agreement, Knowledge knowledge, ImmutableArray<Position> positions, int knownThrough, KnownRecord record, FactColumns columns)
    {
        this.whole = whole;
        Positions = positions;
        Agreement = agreement;
        Knowledge = knowledge;
        KnownThrough = knownThrough;
        Record = record;
        Columns = columns;
        allReports = new(() => Digests.Of(Record.Reports));
    }

    /// <summary>The case.</summary>
    public Case Case => whole.Value;

    /// <summary>As known when, and to whom.</summary>
    public Knowledge Knowledge { get; }

    /// <summary>SHA-256 over the digests of all known reports.</summary>
    internal string AllReports => allReports.Value;

    /// <summary>The agreement of the case.</summary>
    internal Agreement Agreement { get; }

    /// <summary>The reports and positions that count.</summary>
    internal KnownRecord Record { get; }

    /// <summary>The reports, corrected, by shape.</summary>
    internal FactColumns Columns { get; }

    /// <summary>What it was before the last revision, and what that changed; null where there was none.</summary>
    internal (KnownCase Before, Changes Changes)? Revised { get; private init; }

    private ImmutableArray<Position> Positions { get; }

    private int KnownThrough { get; }

    /// <summary>Lays out what is known of a case.</summary>
    public static KnownCase Of(Case @case, Knowledge knowledge)
    {
        var record = KnownRecord.Of(@case, knowledge);
        return new(new(@case), @case.Agreement, knowledge, @case.Positions, @case.KnownThrough, record, FactColumns.Of(record));
    }

    /// <summary>The same case as known on another day, or to somebody else: as <see cref="Of"/> lays it out. Where not much is known otherwise, as from one day to the next, only that is laid
    /// out anew; all has to be judged again.</summary>
    public KnownCase AsKnown(Knowledge knowledge)
    {
        var day = Math.Min(knowledge.Day ?? KnownThrough, KnownThrough);
        var knows = knowledge with { Day = day };
        bool IsKnown(Attribution said) => knows.Has(said, Agreement.Clock);
        var record = Record with { Knowledge = knows, Positions = [.. Positions.Where(position => IsKnown(position.Attribution))], Horizon = day };
        var changed = new List<Report>();
        foreach (var number in Record.All.Numbers().Where(number => record.IsKnown(number) != Record.IsKnown(number)))
        {
            if (changed.Count == MostChanged)
            {
                record = record with { All = Roll.Of(Record.All.List()) };
                return new(whole, Agreement, knowledge, Positions, KnownThrough, record, FactColumns.Of(record));
            }

            changed.Add(Record.All[number]);
        }

        var moved = Positions.Where(position => IsKnown(position.Attribution) != Record.Knowledge.Has(position.Attribution, Agreement.Clock));
        var (columns, _) = Revising.Of(Columns, record, [.. changed], [.. moved.Select(position => position.Target).OfType<OnReport>().Select(on => on.Report)]);
        return new(whole, Agreement, knowledge, Positions, KnownThrough, record, columns);
    }

    /// <summary>The same with other reports and positions on file. Only what these speak of is laid out anew; the result is as if the case had been laid out with them.</summary>
    /// <exception cref="ArgumentException">A report is added whose name another has, or one is retracted that is not on file.</exception>
    public KnownCase With(Revision revision)
    {
        var all = Record.All;
        var retracted = ImmutableArray.CreateBuilder<Report>();
        foreach (var name in revision.Retracted)
        {
            retracted.Add(all.Find(name) ?? throw new ArgumentException($"there is no report {name}", nameof(revision)));
            all = all.Without(name);
        }

        foreach (var report in revision.Added)
        {
            all = all.IndexOf(report.Name) < 0 ? all.With(report) : throw new ArgumentException($"there is a report {report.Name} already", nameof(revision));
        }

        ImmutableArray<Attribution> said = [.. revision.Added.Select(report => report.Attribution), .. revision.AddedPositions.Select(position => position.Attribution)];
        var knownThrough = said.Aggregate(KnownThrough, (last, one) =>
            Math.Max(last, one.Received.Aggregate(one.Said.Last, (latest, receipt) => Math.Max(latest, Agreement.Clock.DayOf(receipt.At.Latest)))));
        var horizon = Math.Min(Knowledge.Day ?? knownThrough, knownThrough);
        var knows = Knowledge with { Day = horizon };
        bool IsKnown(Position position) => knows.Has(position.Attribution, Agreement.Clock);
        ImmutableArray<Position> onFile = [.. Positions.Where(position => !revision.RetractedPositions.Contains(position)), .. revision.AddedPositions];
        var record = Record with { All = all, Knowledge = knows, Positions = [.. onFile.Where(IsKnown)], Horizon = horizon };
        var revised = new Lazy<Case>(() => whole.Value with { Reports = all.List(), Positions = onFile, KnownThrough = knownThrough });
        ImmutableArray<Position> moved = [.. revision.AddedPositions, .. revision.RetractedPositions];
        if (horizon != Record.Horizon)
        {
            // Every stretch of days ends at the last day known: nothing can stay as it is.
            record = record with { All = Roll.Of(all.List()) };
            return new(revised, Agreement, Knowledge, onFile, knownThrough, record, FactColumns.Of(record));
        }

        var (columns, changes) = Revising.Of(
            Columns,
            record,
            [.. retracted, .. revision.Added],
            [.. moved.Select(position => position.Target).OfType<OnReport>().Select(on => on.Report)]);
        return new(revised, Agreement, Knowledge, onFile, knownThrough, record, columns)
        {
            Revised = (this, changes with { IsWide = changes.IsWide || moved.Any(position => position.Target is not OnReport) }),
        };
    }
}

/// <summary>Reports and positions that come on file, and that go.</summary>
/// <param name="Added">They come after all others in the order of the file.</param>
/// <param name="Retracted">Names of reports.</param>
public sealed record Revision(ImmutableArray<Report> Added, ImmutableArray<string> Retracted, ImmutableArray<Position> AddedPositions, ImmutableArray<Position> RetractedPositions)
{
    /// <summary>Nothing.</summary>
    public static Revision None { get; } = new([], [], [], []);
}
