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
        told.Add(new(path, fault));
        if (told.Count == MostTold * 50)
        {
            // Faults come in the order of the file but for those that are seen at the end.
            var kept = InOrder(told.Where(one => one.Fault.IsError)).Take(MostTold).Concat(InOrder(told.Where(one => !one.Fault.IsError)).Take(MostTold)).ToList();
            told.Clear();
            told.AddRange(kept);
        }
    }

    private static IEnumerable<RecordFault> InOrder(IEnumerable<RecordFault> faults) => faults
        .OrderBy(one => one.Path, StringComparer.Ordinal).ThenBy(one => one.Fault.Place.Line).ThenBy(one => one.Fault.Place.Column);
}
