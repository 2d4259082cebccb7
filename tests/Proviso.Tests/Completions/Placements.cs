using Proviso.Language.Binding;

namespace Proviso.Completions;

/// <summary>The exact times that a window can stand for, a few for each of its days.</summary>
/// <param name="last">The last day anything is known of; what may go on beyond it is placed on no later day.</param>
sealed class Placements(Agreement agreement, int last)
{
    /// <summary>What may lie any time back is placed on no day before this one.</summary>
    private readonly int first = agreement.InForce.From - 2;
    private readonly Clock clock = agreement.Clock;

    /// <summary>The first and the last minute of the window on each of its days.</summary>
    public IEnumerable<Window> Of(Window window) => Days(window).SelectMany(day => Within(window, day)).Distinct().Select(At);

    /// <summary>A statement received at each of the possible times.</summary>
    public IEnumerable<Attribution> Of(Attribution attribution)
    {
        IEnumerable<Attribution> ways = [attribution with { Received = [] }];
        foreach (var receipt in attribution.Received)
        {
            ways = ways.SelectMany(way => Of(receipt.At).Select(at => way with { Received = way.Received.Add(receipt with { At = at }) }));
        }

        return ways;
    }

    /// <summary>A stay from the beginning of each of its possible first days to the end of each of its possible last days, as long as it lasts.</summary>
    public IEnumerable<Occurrence> Of(Occurrence stay) =>
        from start in Starts(stay.Start)
        from end in Ends(stay.End)
        where end > start && (end == long.MaxValue || end - start >= stay.LeastMinutes)
        select new Occurrence(At(start), At(end), stay.LeastMinutes);

    /// <summary>A stay whose end others tell: only its start is placed.</summary>
    public IEnumerable<Occurrence> Begun(Occurrence stay) => Starts(stay.Start).Select(start => stay with { Start = At(start) });

    /// <summary>A stay of one day, on any day.</summary>
    public IEnumerable<Occurrence> AnyDay() =>
        Enumerable.Range(first, last - first + 1).Select(day => new Occurrence(At(clock.StartOf(day)), At(clock.StartOf(day + 1)), 1));

    /// <summary>A moment on any day.</summary>
    public IEnumerable<Window> AnyMoment() => Enumerable.Range(first, last - first + 1).Select(day => At(clock.StartOf(day)));

    private static Window At(long minute) => new(minute, minute);

    private IEnumerable<int> Days(Window window)
    {
        if (window.Earliest == window.Latest)
        {
            return [clock.DayOf(window.Earliest)];
        }

        var from = window.Earliest == long.MinValue ? Math.Min(first, clock.DayOf(window.Latest)) : clock.DayOf(window.Earliest);
        var to = window.Latest == long.MaxValue ? Math.Max(last + 1, from) : clock.DayOf(window.Latest);
        return Enumerable.Range(from, to - from + 1);
    }

    private IEnumerable<long> Within(Window window, int day) =>
        [Math.Max(window.Earliest, clock.StartOf(day)), Math.Min(window.Latest, clock.StartOf(day + 1) - 1)];

    private IEnumerable<long> Starts(Window window) => window.Earliest == window.Latest
        ? [window.Earliest]
        : Days(window).Select(day => Math.Max(window.Earliest, clock.StartOf(day)));

    /// <summary>Ends are exclusive: a stay to the end of a day ends with the next day's first minute.</summary>
    private IEnumerable<long> Ends(Window window)
    {
        if (window.Earliest == window.Latest)
        {
            return [window.Earliest];
        }

        var (from, to) = (clock.LastDay(window.Earliest), window.Latest == long.MaxValue ? last : clock.LastDay(window.Latest));
        var ends = Enumerable.Range(from, Math.Max(to - from + 1, 0)).Select(day => Math.Min(window.Latest, clock.StartOf(day + 1)));
        return window.Latest == long.MaxValue ? ends.Append(long.MaxValue) : ends;
    }
}
