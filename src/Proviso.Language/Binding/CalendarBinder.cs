using System.Collections.Immutable;
using NodaTime;
using Proviso.Language.Syntax;
using Proviso.Language.Syntax.Parsing;
using Proviso.Language.Text;

namespace Proviso.Language.Binding;

/// <summary>The calendars of working days, and which party has one.</summary>
/// <param name="isUnread">True when some calendar, or a sentence that may be one, could not be read: then nobody is told to have none.</param>
sealed class CalendarBinder(Lexicon lexicon, TimeBinder times, bool isUnread)
{
    private readonly List<(WorkCalendar Calendar, SourceSpan Written)> bound = [];
    private bool isComplete = !isUnread;

    /// <summary>Binds the calendars; answers them in the order written.</summary>
    public ImmutableArray<WorkCalendar> Bind(IEnumerable<CalendarSentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            if (Calendar(sentence) is not { } calendar)
            {
                isComplete = false;
                continue;
            }

            var written = DaysOf(sentence);
            var other = bound.Find(one => one.Calendar.Party.Name == calendar.Party.Name && one.Calendar.Days.From < calendar.Days.Before && calendar.Days.From < one.Calendar.Days.Before);
            if (other.Calendar is not null)
            {
                lexicon.Found.Add(BindingErrors.CalendarsOverlap(written, calendar.Party.Name, other.Written));
                isComplete = false;
                continue;
            }

            bound.Add((calendar, written));
        }

        return [.. bound.Select(one => one.Calendar)];
    }

    /// <summary>Whether working days of the party can be counted; reports it at the place when it has no calendar.</summary>
    public bool HasCalendar(Party party, SourceSpan at)
    {
        if (bound.Exists(one => one.Calendar.Party.Name == party.Name))
        {
            return true;
        }

        if (isComplete)
        {
            lexicon.Found.Add(BindingErrors.NoCalendar(at, party.Name));
        }

        return false;
    }

    private WorkCalendar? Calendar(CalendarSentence sentence)
    {
        var party = lexicon.Party(sentence.Party);
        var weekdays = lexicon.Once(sentence.Weekdays).Select(day => (IsoDayOfWeek)Vocabulary.WeekdayNamed(day.Text)).ToList();
        if (TimeBinder.Day(sentence.From) is not { } from || times.Range(from, sentence.Limit, DaysOf(sentence)) is not { } days)
        {
            return null;
        }

        if (party is null || weekdays.Contains(IsoDayOfWeek.None))
        {
            return null;
        }

        var without = Dates(sentence.Without, days);
        var with = Dates(sentence.With, days);
        if (without is null || with is null)
        {
            return null;
        }

        foreach (var (day, date) in without.Where(day => !weekdays.Contains(Clock.DateOf(day.Day).DayOfWeek)))
        {
            lexicon.Found.Add(BindingErrors.ChangesNothing(date.Span, date.Text, Clock.DateOf(day).DayOfWeek, isWorked: false));
        }

        foreach (var (day, date) in with.Where(day => weekdays.Contains(Clock.DateOf(day.Day).DayOfWeek) && !without.Exists(other => other.Day == day.Day)))
        {
            lexicon.Found.Add(BindingErrors.ChangesNothing(date.Span, date.Text, Clock.DateOf(day).DayOfWeek, isWorked: true));
        }

        foreach (var (day, date) in with)
        {
            if (without.Find(other => other.Day == day).Date is { } other)
            {
                lexicon.Found.Add(BindingErrors.GivenTwice(date.Span, date.Text, other.Span));
                return null;
            }
        }

        return new(
            party, [.. weekdays.Order()], days, [.. without.Select(day => day.Day).Order()], [.. with.Select(day => day.Day).Order()], Grades.Of(sentence.Grade), Titles.Of(sentence.Source), sentence.Span);
    }

    /// <summary>From <c>from</c> to the last day.</summary>
    private static SourceSpan DaysOf(CalendarSentence sentence) =>
        sentence.FromWord.Span with { Length = sentence.Limit.Span.End - sentence.FromWord.Span.Start };

    /// <summary>The days of a list; null when one of them is no day of the calendar.</summary>
    private List<(int Day, Token Date)>? Dates(DatesSyntax? written, DayRange within)
    {
        var dates = new List<(int Day, Token Date)>();
        var isSound = true;
        IEnumerable<Token> all = written is null ? [] : written.Dates;
        foreach (var date in all)
        {
            if (TimeBinder.Day(date) is not { } day)
            {
                isSound = false;
            }
            else if (!within.Contains(day))
            {
                lexicon.Found.Add(BindingErrors.DayOutsideCalendar(date.Span, day, within));
                isSound = false;
            }
            else if (dates.Find(other => other.Day == day).Date is { } first)
            {
                lexicon.Found.Add(BindingErrors.GivenTwice(date.Span, date.Text, first.Span));
            }
            else
            {
                dates.Add((day, date));
            }
        }

        return isSound ? dates : null;
    }
}
