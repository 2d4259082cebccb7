using static Proviso.Reference.Draw;

namespace Proviso.Reference;

/// <summary>Draws deadlines in working days and the calendars they need: few days worked, days off that matter, and stretches that run out or leave a gap.</summary>
/// <param name="chance">Of its own, so that all else is drawn as without them.</param>
sealed class RandomCalendars(Draw draw, Chance chance)
{
    private static readonly string[] week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    private readonly HashSet<string> written = [];

    /// <summary>The deadline, with its days perhaps made working days.</summary>
    public string Counted(string time)
    {
        if (!time.Contains(" days after the ", StringComparison.Ordinal) && !time.Contains(" days before the ", StringComparison.Ordinal) || !chance.Percent(55))
        {
            return time;
        }

        var party = chance.Percent(45) ? chance.Pick(draw.Speakers) : null;
        foreach (var each in party is null ? draw.Between : [party])
        {
            if (written.Add(each))
            {
                Write(each);
            }
        }

        return time.Replace(" days ", $" working days{(party is null ? "" : $" of {party}")} ", StringComparison.Ordinal);
    }

    /// <summary>How many days more than are counted may go by.</summary>
    public int More(string time) => time.Contains(" working ", StringComparison.Ordinal) ? chance.Between(0, 3) : 0;

    private void Write(string party)
    {
        var weekdays = chance.Below(5) switch
        {
            0 => week,
            1 or 2 => week[..5],
            3 => [.. week[..4], week[6]],
            _ => chance.Some(week, chance.Between(1, 3)),
        };
        var from = chance.Between(-12, 4);
        var until = chance.Percent(50) ? draw.Days + chance.Between(1, 20) : chance.Between(5, draw.Days + 4);
        if (chance.Percent(70) || until - from < 8)
        {
            Stretch(party, weekdays, from, until);
            return;
        }

        var gap = chance.Between(from + 2, until - 4);
        Stretch(party, weekdays, from, gap);
        Stretch(party, weekdays, gap + chance.Between(1, 3), until);
    }

    /// <summary>A stretch from one day to another, both included.</summary>
    private void Stretch(string party, IReadOnlyList<string> weekdays, int first, int last)
    {
        List<int> days = [.. Enumerable.Range(first, last - first + 1)];
        var off = chance.Percent(70) ? chance.Some(days, Math.Min(days.Count, chance.Between(1, 3))) : [];
        List<int> rest = [.. days.Except(off)];
        var on = chance.Percent(45) && rest.Count > 0 ? chance.Some(rest, Math.Min(rest.Count, chance.Between(1, 2))) : [];
        draw.Add(
            null, false,
            Must($"calendar {party} working {string.Join(", ", weekdays)} from {draw.Date(first)} {(chance.Percent(50) ? $"through {draw.Date(last)}" : $"before {draw.Date(last + 1)}")}"),
            May(off.Count == 0 ? "" : $"without {Dates(off)}"),
            May(on.Count == 0 ? "" : $"with {Dates(on)}"));
    }

    private string Dates(IEnumerable<int> days) => string.Join(", ", days.Select(draw.Date));
}
