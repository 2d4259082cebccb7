using NodaTime;
using Proviso.Language.Diagnostics;
using Proviso.Language.Syntax;
using Proviso.Language.Syntax.Parsing;

namespace Proviso.Language.Binding;

/// <summary>Deadlines that come again and again. Answers null after reporting what is wrong with one.</summary>
sealed class RecurrenceBinder(TimeBinder times, DiagnosticBag found)
{
    /// <summary>The greatest number of months or years that a period may have.</summary>
    private const int MostMonths = 1200;
    private const int MonthsOfYear = 12;

    // A month with fewer days than the one before has no day of the same number.
    private const int LastDayOfEveryMonth = 28;

    // After so many months lengths come again, but for a leap day more or less.
    private const int MonthsTried = 4 * MonthsOfYear;

    // A year without a leap day.
    private const int CommonYear = 2001;

    /// <summary><c>within 30 days after each 6 months from 2011-03-01</c></summary>
    public WithinAfterEach? Periodic(PeriodicDeadlineSyntax written)
    {
        var isYears = written.LengthUnit.Word is Word.Year or Word.Years;
        var length = times.Whole(written.Length, isYears ? MostMonths / MonthsOfYear : MostMonths);
        var days = times.Whole(written.Number, TimeBinder.MostUnits);
        if (length is not { } count || days is not { } allowed || written.Start.Date is not { } start)
        {
            return null;
        }

        if (written.Unit.Word is not (Word.Day or Word.Days))
        {
            found.Add(BindingErrors.RecurringInDays(written.Unit.Span, written.Unit.Text));
            return null;
        }

        if (start.Day > LastDayOfEveryMonth)
        {
            found.Add(BindingErrors.PeriodStart(written.Start.Span, start.Day));
            return null;
        }

        var months = (int)count * (isYears ? MonthsOfYear : 1);
        var shortest = Shortest(start.Month, start.Day, months);
        if (allowed > shortest)
        {
            found.Add(BindingErrors.LongerThanPeriod(written.Number.Span, allowed, shortest));
            return null;
        }

        return new((int)allowed, months, Clock.DayNumber(start));
    }

    /// <summary><c>no later than 30 march and 30 september of each year</c></summary>
    public NoLaterThanEachYear? Yearly(YearlyDeadlineSyntax written)
    {
        var days = new List<DayOfYear>();
        foreach (var each in written.Days)
        {
            var month = Vocabulary.MonthNamed(each.Month.Text);
            if (each.Number.Number is not { } number || month == 0)
            {
                return null;
            }

            if (number != decimal.Truncate(number) || number < 1 || number > CalendarSystem.Iso.GetDaysInMonth(CommonYear, month))
            {
                found.Add(BindingErrors.NoSuchDayOfYear(each.Span, each.Number.Text, each.Month.Text, isLeapDay: (month, number) == (2, 29)));
                return null;
            }

            var day = new DayOfYear(month, (int)number);
            if (days.Contains(day))
            {
                found.Add(BindingErrors.DayOfYearTwice(each.Span, each.Number.Text, each.Month.Text));
                return null;
            }

            days.Add(day);
        }

        return new([.. days.OrderBy(day => (day.Month, day.Day))]);
    }

    /// <summary>The days of the shortest period that begins so.</summary>
    private static int Shortest(int month, int day, int months)
    {
        var first = new LocalDate(CommonYear, month, day);
        return Enumerable.Range(0, MonthsTried)
            .Min(each => Period.DaysBetween(first.PlusMonths(each * months), first.PlusMonths((each + 1) * months)));
    }
}
