using System.Security.Cryptography;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Formats;

/// <summary>What is due from a day on, as a calendar (iCalendar, RFC 5545): a whole-day event on the last day in time of each duty.</summary>
/// <remarks>The same answer gives the same bytes: an event is named by a digest of what it is about, and stamped with the last day known. Lines end with CR LF, as the standard has it.</remarks>
public static class DueCalendar
{
    /// <summary>What our calendars say of themselves, near the beginning.</summary>
    public const string Mark = "-//Proviso//due//EN";

    private const int DigestLength = 32;

    /// <summary>The calendar of what is ahead.</summary>
    public static string Of(DueAnswer answer)
    {
        var calendar = new Calendar { ProductId = Mark };
        calendar.Events.AddRange(answer.Ahead.Select(entry => Of(entry, answer)));
        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    private static CalendarEvent Of(DueEntry entry, DueAnswer answer)
    {
        var agreement = answer.Verdicts.Case.Agreement;
        var (due, known) = (Clock.DateOf(entry.Due), Clock.DateOf(answer.Verdicts.Horizon));
        var duty = Prose.Duty(entry.Row.Clause, entry.Row.Instance, entry.Row.Party);
        return new()
        {
            Uid = $"{Digest(agreement.Name, entry)}@proviso",
            DtStamp = new CalDateTime(known.Year, known.Month, known.Day, 0, 0, 0, CalDateTime.UtcTzId),
            Start = new CalDateTime(due.Year, due.Month, due.Day),
            Summary = $"{ChangeGroup.WhomOf(entry.Row)}: {entry.Row.Clause.Title}",
            Description = $"{agreement.Title}. Clause {entry.Row.Clause.Id}: {Prose.Party(entry.Row.Party)} {duty}. "
                + (entry.Time is { } time ? $"{Prose.DueTime(time.Period, time.Opens, time.Due)}. " : entry.Trigger is { } trigger ? $"It is asked for by the report {trigger}. " : "")
                + string.Concat(entry.Counted.Select(counted => $"{char.ToUpperInvariant(counted[0])}{counted[1..]}. "))
                + (entry.State switch
                {
                    DueState.Coming => $"It will be owed if the clause is in force on {Prose.Date(entry.Time!.Opens)}. ",
                    DueState.Unsettled => entry.IsSure ? "Whether it was done cannot be told. " : "Whether it is owed cannot be told. ",
                    _ => "",
                })
                + $"In the view of {string.Join(", ", entry.Views.Select(view => view.Name))}, as known on {Prose.Date(answer.Verdicts.Horizon)}.",
            Transparency = TransparencyType.Transparent,
        };
    }

    private static string Digest(string agreement, DueEntry entry)
    {
        var about = string.Join(
            '\n', agreement, entry.Row.Clause.Id, entry.Row.Party.Name, entry.Row.Addressee?.Name, entry.Row.Place?.Name, entry.Trigger, Words.Date(entry.Due), Words.Of(entry.State),
            string.Join(' ', entry.Views.Select(view => view.Name)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(about)))[..DigestLength];
    }
}
