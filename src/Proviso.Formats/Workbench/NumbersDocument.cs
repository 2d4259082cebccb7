using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;

namespace Proviso.Formats.Workbench;

/// <summary>What is told of what is under ceilings, day by day.</summary>
/// <param name="Schema">Always "proviso/numbers/1".</param>
/// <param name="FirstDay">The first day shown.</param>
/// <param name="LastDay">The last.</param>
public sealed record NumbersDocument(string Schema, AgreementHeading Agreement, string FirstDay, string LastDay, ImmutableArray<NumberSeries> Series)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/numbers/1";

    /// <summary>The document of some rows in some views. Places within the place of a clause have no series.</summary>
    public static NumbersDocument From(Verdicts verdicts, ImmutableArray<View> views, Func<Row, bool> rows)
    {
        var agreement = verdicts.Case.Agreement;
        var days = new DayRange(verdicts.FirstDay, verdicts.Horizon + 1);
        return new(
            SchemaName,
            new(agreement.Name, agreement.Title),
            Words.Date(days.From),
            Words.Date(days.Before - 1),
            [
                .. from row in verdicts.Rows
                   where row.Clause.Duty is ShallHaveAtMost && row.Place?.Name == row.Instance?.Name && rows(row)
                   from view in views
                   select new NumberSeries(
                       RowEntry.Of(row), view.Name, ((ShallHaveAtMost)row.Clause.Duty).Number, [.. NumberDays.Of(verdicts, row, view, days).Select(NumbersToldEntry.Of)]),
            ]);
    }
}

/// <summary>The numbers under one ceiling in one view.</summary>
/// <param name="Days">In order; days of which nothing is told are in none.</param>
public sealed record NumberSeries(RowEntry Row, string View, long Limit, ImmutableArray<NumbersToldEntry> Days);

/// <summary>Days on which one number is told.</summary>
/// <param name="Through">The last of the days.</param>
/// <param name="Standing">Of the ceiling on those days.</param>
/// <param name="AtLeast">As many as reports surely show; more than <paramref name="AtMost"/> when reports contradict each other.</param>
/// <param name="AtMost">As many as a total allows; null without one.</param>
/// <param name="Amount">The number in words.</param>
/// <param name="Margin">How far below or above the limit, in words; empty where the number leaves it open.</param>
/// <param name="Over">True when there surely were more than a limit that binds.</param>
/// <param name="Conflict">True when reports contradict each other.</param>
public sealed record NumbersToldEntry(
    string From, string Through, string Standing, long AtLeast, long? AtMost, string Amount, string Margin, bool Over, bool Conflict)
{
    internal static NumbersToldEntry Of(NumberDays told) => new(
        Words.Date(told.Days.From),
        Words.Date(told.Days.Before - 1),
        Words.Of(told.Standing),
        told.Numbers.Least,
        told.Numbers.Most,
        told.Amount,
        told.Margin,
        told.IsOver,
        told.Numbers.IsConflict);
}
