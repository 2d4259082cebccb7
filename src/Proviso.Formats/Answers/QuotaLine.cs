using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Formats.Answers;

/// <summary>A right with a quota in one year, in the views that say the same of it.</summary>
/// <param name="Views">In view order; at least one.</param>
public sealed record QuotaLine(Row Row, ImmutableArray<View> Views, QuotaYear Year)
{
    /// <summary>The year of a day, and before it the one before; none for other clauses.</summary>
    public static IEnumerable<QuotaLine> Of(Verdicts verdicts, Row row, IEnumerable<View> views, int day)
    {
        foreach (var back in new[] { 1, 0 })
        {
            var found = views.Select(view => (View: view, Year: verdicts.QuotaAt(row, view, day, back))).Where(each => each.Year is not null).ToList();
            foreach (var same in found.GroupBy(each => (each.Year!.UsedLeast, each.Year.UsedMost, Uses: string.Join(' ', each.Year.Uses.Select(Says)))))
            {
                yield return new(row, [.. same.Select(each => each.View)], same.First().Year!);
            }
        }
    }

    private static string Says(UsePlace use) => $"{use.Report} {use.IsSure} {string.Join(',', use.Years)}";
}

/// <summary>An event that asks for nothing under a row, for it is above the number of a right, in the views that say so alike.</summary>
/// <param name="Views">In view order; at least one.</param>
public sealed record AboveLine(Row Row, ImmutableArray<View> Views, UsePlace Use)
{
    /// <summary>Those up to a day, in the order of their dates.</summary>
    public static IEnumerable<AboveLine> Of(Verdicts verdicts, Row row, IEnumerable<View> views, int day) => views
        .SelectMany(view => verdicts.AboveAt(row, view, day).Select(use => (View: view, Use: use)))
        .GroupBy(each => (each.Use.Report, Says: Labels.Above(each.Use)))
        .Select(same => new AboveLine(row, [.. same.Select(each => each.View)], same.First().Use))
        .OrderBy(line => line.Use.When.Latest);
}
