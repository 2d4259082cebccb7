using System.Collections.Immutable;
using Proviso.Formats.Statements;

namespace Proviso.Formats.Bulk;

/// <summary>Something wrong with a record, or to be known about it.</summary>
/// <param name="Path">The file, as it is shown to people.</param>
public sealed record RecordFault(string Path, Fault Fault);

/// <summary>What is wrong with records: the first of it, and how much there is in all.</summary>
internal sealed class RecordFaults
{
    /// <summary>Faults that are kept to be told.</summary>
    public const int MostTold = 20;

    private readonly List<RecordFault> told = [];

    /// <summary>The rows that have warnings, each as often as it has one.</summary>
    private readonly List<int> warned = [];

    /// <summary>Those rows of <see cref="told"/>.</summary>
    private readonly Dictionary<RecordFault, int> rows = new(ReferenceEqualityComparer.Instance);

    public long Errors { get; private set; }

    public long Warnings { get; private set; }

    /// <summary>The first faults, by file and place; errors before warnings where there are too many.</summary>
    public ImmutableArray<RecordFault> Told =>
    [
        .. InOrder(told).OrderBy(one => !one.Fault.IsError).Take(MostTold).OrderBy(one => one.Path, StringComparer.Ordinal)
            .ThenBy(one => one.Fault.Place.Line).ThenBy(one => one.Fault.Place.Column),
    ];

    public void Add(string path, Fault fault)
    {
        Errors += fault.IsError ? 1 : 0;
        Warnings += fault.IsError ? 0 : 1;
        if (told.Count == MostTold * 50)
        {
            // Faults come in the order of the file but for those that are seen at the end.
            var kept = InOrder(told.Where(one => one.Fault.IsError)).Take(MostTold).Concat(InOrder(told.Where(one => !one.Fault.IsError)).Take(MostTold)).ToList();
            told.Clear();
            told.AddRange(kept);
        }

        told.Add(new(path, fault));
    }

    /// <summary>Adds what is to be known about the report of a row.</summary>
    public void Warn(string path, Fault fault, int row)
    {
        Add(path, fault);
        warned.Add(row);
        rows[told[^1]] = row;
    }

    /// <summary>Forgets what was to be known about rows that are left out.</summary>
    public void Forget(IReadOnlySet<int> dropped)
    {
        Warnings -= dropped.Count == 0 ? 0 : warned.Count(dropped.Contains);
        told.RemoveAll(one => rows.TryGetValue(one, out var row) && dropped.Contains(row));
    }

    private static IEnumerable<RecordFault> InOrder(IEnumerable<RecordFault> faults) => faults
        .OrderBy(one => one.Path, StringComparer.Ordinal).ThenBy(one => one.Fault.Place.Line).ThenBy(one => one.Fault.Place.Column);
}
