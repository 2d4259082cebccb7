using System.Diagnostics;
using NodaTime;
using Proviso.Language.Diagnostics;
using Proviso.Language.Syntax;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>Dates, times and stays as they are written, turned into days and moments. Answers null where a date is missing or
/// impossible (which was reported with the text), and after reporting an error of its own.</summary>
sealed class TimeBinder(DiagnosticBag found)
{
    /// <summary>The greatest number of days, hours or minutes that may be written in a duration.</summary>
    public const long MostUnits = 1_000_000;

    /// <summary>The number of a date, whose year is from 1 to 9998.</summary>
    public static int? Day(Token date) => date.Date is { } day ? Clock.DayNumber(day) : null;

    /// <summary>The days something counts. Nothing written means always; null means an error.</summary>
    public DayRange? Dated(DatedSyntax? dated)
    {
        if (dated is null)
        {
            return DayRange.Always;
        }

        var from = int.MinValue;
        if (dated.From is not null)
        {
            if (Day(dated.From) is not { } first)
            {
                return null;
            }

            from = first;
        }

        return Range(from, dated.Limit, dated.Span);
    }

    /// <summary>The days from a first day to a limit; without one, to no end.</summary>
    public DayRange? Range(int from, LimitSyntax? limit, SourceSpan span)
    {
        if (limit is null)
        {
            return new(from, int.MaxValue);
        }

        if (Day(limit.Date) is not { } last)
        {
            return null;
        }

        var isThrough = limit.Word.Word == Word.Through;
        var before = isThrough ? last + 1 : last;
        if (from < before)
        {
            return new(from, before);
        }

        found.Add(last == from ? BindingErrors.NoDays(span, from) : BindingErrors.DatesReversed(span, from, last));
        return null;
    }

    /// <summary>A pair of dates, both included.</summary>
    public Days? Between(Token first, Token last, SourceSpan span)
    {
        if (Day(first) is not { } from || Day(last) is not { } to)
        {
            return null;
        }

        if (from <= to)
        {
            return new(from, to);
        }

        found.Add(BindingErrors.DatesReversed(span, from, to));
        return null;
    }

    /// <summary>A moment.</summary>
    public Moment? When(WhenSyntax when) => when switch
    {
        DateSyntax { Time: null } date => Day(date.Date) is { } day ? new OnDays(day, day) : null,
        DateSyntax date => Day(date.Date) is { } day && date.Time.Time is { } minute
            ? new AtMinute(day, minute, date.UtcWord is not null)
            : null,
        MonthSyntax month => Month(month.Month),
        BetweenSyntax between => Between(between.First, between.Last, between.Span) is { } days ? new OnDays(days.First, days.Last) : null,
        BySyntax by => Day(by.Date) is { } day ? new ByDay(day) : null,
        _ => throw new UnreachableException(when.GetType().Name),
    };

    /// <summary>A stay, without how long it lasted.</summary>
    public Stay? Stay(StaySyntax stay)
    {
        switch (stay)
        {
            case OnStaySyntax on:
                return When(on.When) is { } at ? new StayOn(at) : null;
            case FromStaySyntax { Last: null, OnwardWord: null }:
                return null;
            case FromStaySyntax { Last: null } onward:
                return When(onward.Start) is { } start ? new StayOnward(start) : null;
            case FromStaySyntax span:
                var (from, to) = (When(span.Start), When(span.Last));
                return from is not null && to is not null ? new StayFromTo(from, to) : null;
            case SinceStaySyntax still:
                var (since, seen) = (When(still.Start), When(still.Still));
                return since is not null && seen is not null ? new StayStill(since, seen) : null;
            default:
                throw new UnreachableException(stay.GetType().Name);
        }
    }

    /// <summary>The least a stay lasted, in minutes; 1 where nothing is said.</summary>
    public long? Least(LastingSyntax? lasting)
    {
        if (lasting is null)
        {
            return 1;
        }

        return Whole(lasting.Number, MostUnits) is { } number ? MinutesOf(number, lasting.Unit) : null;

        static long? MinutesOf(long number, Token unit) => unit.Word switch
        {
            Word.Day or Word.Days => Placement.LeastOfDays(number),
            Word.Hour or Word.Hours => number * 60,
            Word.Minute or Word.Minutes => number,
            _ => null,
        };
    }

    /// <summary>A whole number from 1 to a most.</summary>
    public long? Whole(Token number, long most)
    {
        if (number.Number is not { } written)
        {
            return null;
        }

        if (1 <= written && written <= most && decimal.IsInteger(written))
        {
            return (long)written;
        }

        found.Add(BindingErrors.WholeNumber(number.Span, number.Text, most));
        return null;
    }

    private static OnDays? Month(Token month) => month.Month is { } first
        ? new OnDays(Clock.DayNumber(first), Clock.DayNumber(first.With(DateAdjusters.EndOfMonth)))
        : null;
}
