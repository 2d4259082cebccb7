using System.Collections.Immutable;
using Proviso.Language.Binding;

namespace Proviso.Evaluation.Reports;

/// <summary>Numbers for reports that stay when others are added and taken off: those of a list, and what was added to it since, without what was taken off.</summary>
internal sealed class Roll
{
    private readonly ImmutableList<Report> added;
    private readonly ImmutableDictionary<string, int> addedNames;
    private readonly ImmutableHashSet<int> gone;

    private Roll(ReportList first, ImmutableList<Report> added, ImmutableDictionary<string, int> addedNames, ImmutableHashSet<int> gone) =>
        (First, this.added, this.addedNames, this.gone) = (first, added, addedNames, gone);

    /// <summary>The list, with what has been taken off it.</summary>
    public ReportList First { get; }

    /// <summary>What of the reports is kept in columns.</summary>
    public ReportColumns Columns => First.Columns;

    /// <summary>The report of a number, even if it is taken off.</summary>
    public Report this[int number] => number < First.Count ? First[number] : added[number - First.Count];

    /// <summary>The numbers of a list's reports are their places in it.</summary>
    public static Roll Of(ReportList list) => new(list, [], ImmutableDictionary.Create<string, int>(StringComparer.Ordinal), []);

    /// <summary>The number of the report of that name; -1 where there is none.</summary>
    public int IndexOf(string name) => addedNames.TryGetValue(name, out var number) ? number : First.IndexOf(name) is var index && gone.Contains(index) ? -1 : index;

    /// <summary>The report of that name, or null.</summary>
    public Report? Find(string name) => IndexOf(name) is >= 0 and var number ? this[number] : null;

    /// <summary>The row of <see cref="Columns"/> that a report is; -1 for others.</summary>
    public int RowAt(int number) => number < First.Count ? First.RowAt(number) : -1;

    /// <summary>The number of a row of <see cref="Columns"/>; -1 where it is taken off.</summary>
    public int IndexOfRow(int row) => First.IndexOfRow(row) is var index && gone.Contains(index) ? -1 : index;

    /// <summary>True for the number of a report that is taken off.</summary>
    public bool IsGone(int number) => gone.Contains(number);

    /// <summary>The numbers of all that are there, in the order of the file.</summary>
    public IEnumerable<int> Numbers() => Enumerable.Range(0, First.Count + added.Count).Where(number => gone.IsEmpty || !gone.Contains(number));

    /// <summary>What was added and is still there, with their numbers.</summary>
    public IEnumerable<(int Number, Report Report)> Added() => added.Select((report, at) => (First.Count + at, report)).Where(each => !gone.Contains(each.Item1));

    /// <summary>The list as it now is.</summary>
    public ReportList List() => gone.IsEmpty && added.IsEmpty ? First : First.Revised(gone, [.. Added().Select(each => each.Report)]);

    /// <summary>With a report more, which gets the next number. Requires that there is none of its name.</summary>
    public Roll With(Report report) => new(First, added.Add(report), addedNames.SetItem(report.Name, First.Count + added.Count), gone);

    /// <summary>Without the report of a name. Requires that there is one.</summary>
    public Roll Without(string name) => new(First, added, addedNames.Remove(name), gone.Add(IndexOf(name)));
}
