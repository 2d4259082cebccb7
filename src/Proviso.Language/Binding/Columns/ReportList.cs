using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Proviso.Language.Binding;

/// <summary>The reports on file, in the order written (files in name order): those of sentences as they are, those of records in columns. Safe to share between
/// threads. Two lists are equal when they are the same one.</summary>
[CollectionBuilder(typeof(ReportList), nameof(Create))]
public sealed class ReportList : IReadOnlyList<Report>
{
    private readonly ImmutableArray<ReportStretch> stretches;
    private readonly Lazy<Dictionary<string, int>> ofSentences;

    internal ReportList(ReportColumns columns, ImmutableArray<ReportStretch> stretches)
    {
        Columns = columns;
        this.stretches = stretches;
        Count = stretches.IsEmpty ? 0 : stretches[^1].First + stretches[^1].Count;
        ofSentences = new(() => Numbered(stretches));
    }

    /// <summary>None.</summary>
    public static ReportList Empty { get; } = Of([]);

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>Those of records.</summary>
    public ReportColumns Columns { get; }

    /// <summary>Where those of sentences and those of records stand: stretches without a gap, none of them empty.</summary>
    public ImmutableArray<ReportStretch> Stretches => stretches;

    /// <summary>A report; one of a record is made when it is asked for. Requires <c>0 &lt;= index &lt; Count</c>.</summary>
    public Report this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var stretch = StretchAt(index);
            return Of(stretch, index - stretch.First);
        }
    }

    /// <summary>A list of reports as they are.</summary>
    public static ReportList Create(ReadOnlySpan<Report> reports) => Of([.. reports]);

    /// <summary>A list of reports as they are.</summary>
    public static ReportList Of(ImmutableArray<Report> reports) => new(new(), reports.IsEmpty ? [] : [new(0, reports.Length, reports, 0)]);

    /// <summary>This list without some reports, and with others after them.</summary>
    /// <param name="without">The indices of those that are left out.</param>
    public ReportList Revised(IEnumerable<int> without, ImmutableArray<Report> added)
    {
        var left = ImmutableArray.CreateBuilder<ReportStretch>();
        var next = 0;
        using var others = without.Where(index => index < Count).Order().GetEnumerator();
        var gone = others.MoveNext() ? others.Current : Count;
        foreach (var stretch in stretches)
        {
            for (var from = 0; from < stretch.Count;)
            {
                var before = Math.Min(stretch.Count, gone - stretch.First);
                if (before > from)
                {
                    left.Add(new(next, before - from, stretch.Reports.IsDefault ? default : stretch.Reports[from..before], stretch.Row + from));
                    next += before - from;
                }

                from = before;
                if (from < stretch.Count)
                {
                    from++;
                    gone = others.MoveNext() ? others.Current : Count;
                }
            }
        }

        if (!added.IsEmpty)
        {
            left.Add(new(next, added.Length, added, 0));
        }

        return new(Columns, left.DrainToImmutable());
    }

    /// <summary>The index of the report of that name, or -1.</summary>
    public int IndexOf(string name)
    {
        if (ofSentences.Value.TryGetValue(name, out var index))
        {
            return index;
        }

        var row = Columns.Count == 0 ? -1 : Columns.RowOf(name);
        return row < 0 ? -1 : IndexOfRow(row);
    }

    /// <summary>The row of <see cref="Columns"/> in which a report is; -1 for one of a sentence. Requires <c>0 &lt;= index &lt; Count</c>.</summary>
    public int RowAt(int index)
    {
        var stretch = StretchAt(index);
        return stretch.Reports.IsDefault ? stretch.Row + index - stretch.First : -1;
    }

    /// <summary>The index of a row of <see cref="Columns"/>.</summary>
    public int IndexOfRow(int row)
    {
        foreach (var stretch in stretches)
        {
            if (stretch.Reports.IsDefault && stretch.Row <= row && row < stretch.Row + stretch.Count)
            {
                return stretch.First + row - stretch.Row;
            }
        }

        return -1;
    }

    /// <summary>The report of that name, or null.</summary>
    public Report? Find(string name) => IndexOf(name) is >= 0 and var index ? this[index] : null;

    /// <inheritdoc/>
    public IEnumerator<Report> GetEnumerator()
    {
        foreach (var stretch in stretches)
        {
            for (var at = 0; at < stretch.Count; at++)
            {
                yield return Of(stretch, at);
            }
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private ReportStretch StretchAt(int index)
    {
        var (low, high) = (0, stretches.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = stretches[middle].First <= index ? (middle, high) : (low, middle - 1);
        }

        return stretches[low];
    }

    private Report Of(ReportStretch stretch, int at) => stretch.Reports.IsDefault ? Columns[stretch.Row + at] : stretch.Reports[at];

    private static Dictionary<string, int> Numbered(ImmutableArray<ReportStretch> stretches)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var stretch in stretches.Where(stretch => !stretch.Reports.IsDefault))
        {
            for (var at = 0; at < stretch.Count; at++)
            {
                numbers.TryAdd(stretch.Reports[at].Name, stretch.First + at);
            }
        }

        return numbers;
    }
}

/// <summary>Reports that stand together: of sentences, or of records.</summary>
/// <param name="First">The index of the first of them in the list.</param>
/// <param name="Reports">Those of sentences; default for those of records.</param>
/// <param name="Row">The row of the first, of those of records.</param>
public readonly record struct ReportStretch(int First, int Count, ImmutableArray<Report> Reports, int Row);
