using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Language.Binding;

namespace Proviso.Formats.Answers;

/// <summary>What the verdicts of a case are over some days.</summary>
/// <param name="Days">Within the days that have verdicts; not empty.</param>
public sealed record TimelineAnswer(Verdicts Verdicts, DayRange Days, ImmutableArray<View> Views, ImmutableArray<Lane> Lanes)
{
    /// <summary>Reads the verdicts of some rows in some views.</summary>
    public static TimelineAnswer Of(Verdicts verdicts, DayRange days, ImmutableArray<View> views, Func<Row, bool> rows) => new(
        verdicts,
        days,
        views,
        [
            .. from row in verdicts.Rows
               where rows(row)
               from view in views
               select new Lane(row, view, Cut(ToldDays.Of(verdicts, row, view), days)),
        ]);

    private static ImmutableArray<ToldDays> Cut(ImmutableArray<ToldDays> told, DayRange days) =>
    [
        .. told.Where(each => each.Days.From < days.Before && days.From < each.Days.Before)
            .Select(each => each with { Days = new(Math.Max(each.Days.From, days.From), Math.Min(each.Days.Before, days.Before)) }),
    ];
}

/// <summary>What one row is told in one view, from the first day asked about to the last; neighbours differ.</summary>
public sealed record Lane(Row Row, View View, ImmutableArray<ToldDays> Told);
