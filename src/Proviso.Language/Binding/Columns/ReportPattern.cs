using Proviso.Language.Syntax;

namespace Proviso.Language.Binding;

/// <summary>What changes from record to record of one pattern. A slot that a record does not have is empty.</summary>
public readonly ref struct PlainRecord
{
    /// <summary>The name, in UTF-8.</summary>
    public ReadOnlySpan<byte> Name { get; init; }

    /// <summary>The item, in UTF-8.</summary>
    public ReadOnlySpan<byte> Item { get; init; }

    /// <summary>The report that is answered, in UTF-8.</summary>
    public ReadOnlySpan<byte> Answered { get; init; }

    /// <summary>The time, or that of the beginning.</summary>
    public PlainMoment First { get; init; }

    /// <summary>The time of the end, or of the last sighting.</summary>
    public PlainMoment Second { get; init; }

    /// <summary>When it was said.</summary>
    public PlainMoment Said { get; init; }

    /// <summary>When each receiver received it.</summary>
    public ReadOnlySpan<PlainMoment> Received { get; init; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; init; }

    /// <summary>Where <see cref="Answered"/> stands in the line, from 1.</summary>
    public int AnsweredColumn { get; init; }
}

/// <summary>A way to add reports that differ from one that was bound only in what <see cref="PlainRecord"/> has, without binding each.</summary>
public sealed class ReportPattern
{
    /// <summary>Where more received it than this, each report is bound.</summary>
    public const int MostReceivers = 16;

    private readonly Intake intake;
    private readonly ReportTemplate template;
    private readonly int[] numbers = [-1, -1, -1, -1, -1];
    private readonly Placement placement;
    private readonly Clock clock;
    private readonly DayWindows days;
    private readonly string? zone;
    private readonly long least;
    private readonly bool isEvent;
    private readonly bool isOnward;
    private readonly bool isTimeless;
    private readonly bool isStay;
    private readonly int? read;
    private readonly int? lateRead;

    internal ReportPattern(Intake intake, ReportTemplate template, ReportSentence syntax, DayWindows days, Clock clock, string? zone, int? read)
    {
        this.intake = intake;
        this.template = template;
        this.days = days;
        this.clock = clock;
        this.zone = zone;
        this.read = read;
        placement = new(clock);
        isEvent = template.IsEvent;
        isTimeless = template.Form == DayForm.None;
        isStay = !isEvent && !isTimeless;
        isOnward = Stay(syntax.Content) is FromStaySyntax { OnwardWord: not null };
        lateRead = syntax.Attribution.OfType<ReadAttributionSyntax>().FirstOrDefault() is { } late ? TimeBinder.Day(late.Date) : null;
        HasSaid = syntax.Attribution.Any(part => part is SaidAttributionSyntax);
        least = template.Content switch
        {
            StateReport state => state.When.LeastMinutes,
            AccessDenied access => access.When.LeastMinutes,
            LogComplete log => log.When.LeastMinutes,
            _ => 1,
        };
    }

    private bool HasSaid { get; }

    /// <summary>Adds a report. Requires that the record was found to differ in nothing else.</summary>
    /// <returns>False, and nothing is added, when there is anything about it that the binder must look at.</returns>
    public bool TryAdd(in PlainRecord record)
    {
        Span<long> room = stackalloc long[4 + (2 * record.Received.Length)];
        return !intake.IsOfSentence(record.Name) && TryRow(record, room, out var row, out var windows) && intake.Add(row, record, windows, lateRead);
    }

    /// <summary>True when this says of the record just what the binder said of it, whose report has that row.</summary>
    public bool Says(in PlainRecord record, int row)
    {
        Span<long> room = stackalloc long[4 + (2 * record.Received.Length)];
        return record.Received.Length == template.Attribution.Received.Length && record.Received.Length <= MostReceivers
            && intake.Columns.NameBytes(row).SequenceEqual(record.Name)
            && TryRow(record, room, out var made, out var windows) && intake.IsSame(row, made, windows);
    }

    /// <summary>The row that a record makes, without the number of its line; false when the binder must look at it.</summary>
    internal bool TryRow(in PlainRecord record, Span<long> room, out ReportRow row, out ReadOnlySpan<long> windows)
    {
        row = default;
        windows = default;
        if (!TryTime(record, room, out var form, out var earliest, out var used) || !TrySaid(record, earliest, out var said))
        {
            return false;
        }

        for (var each = 0; each < record.Received.Length; each++)
        {
            var window = placement.Instant(record.Received[each].ToMoment(), clock.IsLocal ? null : clock.Name);
            room[used++] = window.Earliest;
            room[used++] = window.Latest;
        }

        var number = numbers[(int)form];
        if (number < 0)
        {
            numbers[(int)form] = number = intake.Columns.Number(template with { Form = form, Days = form is DayForm.Windows or DayForm.None ? null : days });
        }

        var isDays = form is DayForm.Day or DayForm.Days or DayForm.Onward;
        windows = room[..used];
        row = new(
            number,
            record.Item.IsEmpty ? -1 : intake.Columns.NumberOfItem(record.Item),
            isDays ? record.First.First : 0,
            !isDays ? 0 : form == DayForm.Days ? record.Second.First : record.First.First,
            said,
            record.Answered.IsEmpty ? -1 : intake.Columns.NumberOfAnswered(record.Answered),
            record.Line);
        return true;
    }

    private bool TryTime(in PlainRecord record, Span<long> room, out DayForm form, out int? earliest, out int used)
    {
        (form, earliest, used) = (DayForm.None, null, 0);
        if (isTimeless)
        {
            return true;
        }

        var (first, second) = (record.First, record.Second);
        if (first.Form == MomentForm.Day && second.Form is MomentForm.None or MomentForm.Day && first.Form == MomentForm.Day)
        {
            form = isOnward ? DayForm.Onward : second.Form == MomentForm.None || second.First == first.First ? DayForm.Day : DayForm.Days;
            earliest = days.OfClock(first.First);
            return form switch
            {
                DayForm.Onward => true,
                DayForm.Day => least == 1 || days.After(first.First) - days.First(first.First) >= least,
                _ => second.First > first.First && (least == 1 || days.After(second.First) - days.First(first.First) >= least),
            };
        }

        form = DayForm.Windows;
        var start = placement.Instant(first.ToMoment(), zone);
        (room[0], room[1], used) = (start.Earliest, start.Latest, 2);
        earliest = clock.DayOf(start.Earliest);
        if (isStay)
        {
            var end = isOnward ? new(long.MaxValue, long.MaxValue)
                : second.Form != MomentForm.None ? placement.End(second.ToMoment(), zone)
                : new Window(start.Earliest == long.MinValue ? start.Earliest : start.Earliest + 1, start.Latest + 1);
            (room[2], room[3], used) = (end.Earliest, end.Latest, 4);
            return Placement.IsPossible(new(start, end, least));
        }

        return true;
    }

    private bool TrySaid(in PlainRecord record, int? earliest, out Days said)
    {
        said = default;
        if (!HasSaid)
        {
            if (read is not { } last || (earliest is { } start && start > last))
            {
                return false;
            }

            said = new(earliest ?? clock.DayOf(long.MinValue), last);
            return true;
        }

        said = record.Said.Form switch
        {
            MomentForm.Day or MomentForm.Days => new(record.Said.First, record.Said.Last),
            MomentForm.By => new(Math.Min(earliest ?? clock.DayOf(long.MinValue), record.Said.Last), record.Said.Last),
            _ => OnOneDay(placement.Instant(record.Said.ToMoment(), clock.IsLocal ? null : clock.Name).Earliest),
        };
        return earliest is not { } began || said.Last >= began;
    }

    private Days OnOneDay(long minute) => new(clock.DayOf(minute), clock.DayOf(minute));

    private static StaySyntax? Stay(ReportContentSyntax content) => content switch
    {
        StateContentSyntax state => state.Stay,
        TotalContentSyntax total => total.Stay,
        AccessContentSyntax access => access.Stay,
        LogContentSyntax log => log.Stay,
        _ => null,
    };
}
