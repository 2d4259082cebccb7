using System.Text;

namespace Proviso.Language.Binding;

/// <summary>Takes a report apart into a template and a row.</summary>
sealed class ReportPacker(Clock clock, PlaceZones zones)
{
    private readonly Dictionary<string, DayWindows> days = new(StringComparer.Ordinal);

    /// <summary>The minutes of days at a place, or of what has no place.</summary>
    /// <param name="isOfClock">True for what has no place and counts in the clock's own zone; false for what may have been anywhere.</param>
    public DayWindows DaysAt(Place? place, bool isOfClock = false)
    {
        var zone = place is not null ? zones.Of(place) : isOfClock && !clock.IsLocal ? clock.Name : null;
        if (!days.TryGetValue(zone ?? "", out var found))
        {
            days[zone ?? ""] = found = new(clock, zone);
        }

        return found;
    }

    /// <summary>Adds a report as a row.</summary>
    /// <param name="line">Where it stands in its file, from 1; 0 for nowhere.</param>
    /// <returns>False, and nothing is added, when there is a row of that name.</returns>
    public bool TryAdd(ReportColumns columns, Report report, int line)
    {
        var name = Encoding.UTF8.GetBytes(report.Name);
        return columns.RowOf(name) < 0
            && (Packed(columns, report) is var (row, windows) ? columns.TryAdd(row with { Line = line }, name, windows) : columns.TryAdd(report, name, line));
    }

    /// <summary>A report as a row, and the windows beside it; null for one that is kept whole.</summary>
    public (ReportRow Row, long[] Windows)? Packed(ReportColumns columns, Report report)
    {
        if (Template(report) is not { } template)
        {
            return null;
        }

        var windows = new List<long>();
        var (from, through) = (0, 0);
        if (template.Form == DayForm.Windows)
        {
            foreach (var window in Windows(report.Content))
            {
                windows.AddRange(window.Earliest, window.Latest);
            }
        }
        else if (Windows(report.Content) is [var start, ..] all)
        {
            from = template.Days!.DayOf(start)!.Value;
            through = template.Form == DayForm.Days ? template.Days.DayOf(Before(all[1]))!.Value : from;
        }

        foreach (var receipt in report.Attribution.Received)
        {
            windows.AddRange(receipt.At.Earliest, receipt.At.Latest);
        }

        var item = ItemOf(report.Content) is { } named ? columns.NumberOfItem(Encoding.UTF8.GetBytes(named)) : -1;
        var answered = report.Content is EventReport { For: [var one] } ? columns.NumberOfAnswered(one) : -1;
        return (new(columns.Number(template), item, from, through, report.Attribution.Said, answered, 0), [.. windows]);
    }

    /// <summary>What the report has in common with others, or null for one that is kept whole.</summary>
    public ReportTemplate? Template(Report report)
    {
        var attribution = report.Attribution with { Said = default, Received = [.. report.Attribution.Received.Select(receipt => receipt with { At = default })] };
        return report.Content switch
        {
            StateReport state => Of(state with { Subject = state.Subject with { Item = null }, When = Timeless(state.When) }, DaysAt(state.In)),
            EventReport { For.Length: > 1 } => null,
            EventReport happening => Of(
                happening with { Of = happening.Of is { } of ? of with { Item = null } : null, When = default, For = [] },
                DaysAt(happening.In), answers: happening.For.Length == 1),
            AccessDenied access => Of(access with { When = Timeless(access.When) }, DaysAt(access.In)),
            LogComplete log => Of(log with { When = Timeless(log.When) }, DaysAt(null, isOfClock: true)),
            AttributeReport attribute => new(attribute, attribution, DayForm.None, false, null),
            _ => null,
        };

        ReportTemplate Of(ReportContent content, DayWindows atPlace, bool answers = false)
        {
            var form = Form(Windows(report.Content), atPlace);
            return new(content, attribution, form, answers, form == DayForm.Windows ? null : atPlace);
        }
    }

    private static Occurrence Timeless(Occurrence when) => new(default, default, when.LeastMinutes);

    private static string? ItemOf(ReportContent content) => content switch
    {
        StateReport state => state.Subject.Item,
        EventReport happening => happening.Of?.Item,
        _ => null,
    };

    private static Window[] Windows(ReportContent content) => content switch
    {
        StateReport state => [state.When.Start, state.When.End],
        EventReport happening => [happening.When],
        AccessDenied access => [access.When.Start, access.When.End],
        LogComplete log => [log.When.Start, log.When.End],
        _ => [],
    };

    private static DayForm Form(Window[] windows, DayWindows at)
    {
        if (at.DayOf(windows[0]) is not { } day)
        {
            return DayForm.Windows;
        }

        return windows is not [_, var end] ? DayForm.Day
            : end == new Window(long.MaxValue, long.MaxValue) ? DayForm.Onward
            : end.Latest == long.MaxValue || at.DayOf(Before(end)) is not { } last ? DayForm.Windows
            : last == day ? DayForm.Day
            : DayForm.Days;
    }

    /// <summary>The window of the day whose end this is.</summary>
    private static Window Before(Window end) => new(end.Earliest == long.MinValue ? end.Earliest : end.Earliest - 1, end.Latest - 1);
}
