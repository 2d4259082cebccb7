using Proviso.Language.Binding;

namespace Proviso.Formats.Workbench;

/// <summary>What a report is of, as a list shows it: its sort, its days and its place.</summary>
/// <param name="Kind">"state", "event", "attribute", "end", "access denied", "log" or "correction".</param>
/// <param name="From">The first day it may be of; null where it has none, or no bound.</param>
/// <param name="Through">The last such day; null where it has none, no bound, or goes on.</param>
internal sealed record OnFile(string Kind, int? From, int? Through, Place? Place)
{
    /// <summary>What a report is of. An end and a correction are of the place that the report has of which they speak.</summary>
    public static OnFile Of(Report report, Case @case)
    {
        var clock = @case.Agreement.Clock;
        return report.Content switch
        {
            StateReport state => Stay("state", state.When, state.In, clock),
            EventReport happening => At("event", happening.When, happening.In, clock),
            AttributeReport => new("attribute", null, null, null),
            EndReport end => At("end", end.When, PlaceOf(end.Of, @case), clock),
            AccessDenied denied => Stay("access denied", denied.When, denied.In, clock),
            LogComplete log => Stay("log", log.When, null, clock),
            Correction { When: { } when } correction => Stay("correction", when, correction.In ?? PlaceOf(correction.Of, @case), clock),
            Correction { Event: { } when } correction => At("correction", when, correction.In ?? PlaceOf(correction.Of, @case), clock),
            Correction correction => new("correction", null, null, correction.In ?? PlaceOf(correction.Of, @case)),
            _ => throw new System.Diagnostics.UnreachableException(report.Content.GetType().Name),
        };
    }

    /// <summary>The first day on which something can have been said; null where that is open, as when only the day is known on which it was read.</summary>
    public static int? SaidFrom(Attribution said) => said.Said.First <= DayOne ? null : said.Said.First;

    private static readonly int DayOne = Clock.DayNumber(new(1, 1, 1));

    private static Place? PlaceOf(string name, Case @case) => @case.Reports.Find(name)?.Content switch
    {
        StateReport state => state.In,
        EventReport happening => happening.In,
        _ => null,
    };

    private static OnFile Stay(string kind, Occurrence stay, Place? place, Clock clock) => new(
        kind,
        stay.Start.Earliest == long.MinValue ? null : clock.DayOf(stay.Start.Earliest),
        stay.End.Latest == long.MaxValue ? null : clock.LastDay(stay.End.Latest),
        place);

    private static OnFile At(string kind, Window when, Place? place, Clock clock) => new(
        kind,
        when.Earliest == long.MinValue ? null : clock.DayOf(when.Earliest),
        when.Latest == long.MaxValue ? null : clock.DayOf(when.Latest),
        place);
}
