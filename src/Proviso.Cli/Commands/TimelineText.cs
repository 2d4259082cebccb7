using System.Collections.Immutable;
using Proviso.Cli.Printing;
using Proviso.Formats;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;
using Proviso.Language.Prose;
using Spectre.Console;

namespace Proviso.Cli.Commands;

/// <summary>Prints a timeline as lanes of signs, and the changes under them.</summary>
internal sealed class TimelineText(Page page, TimelineAnswer answer)
{
    private static readonly Style bold = new(decoration: Decoration.Bold);

    private static readonly Style quiet = new(Color.Grey);

    private const int Head = 4;

    private const string Blocks = "▁▂▃▄▅▆▇█";

    private readonly Dictionary<Lane, ImmutableArray<NumberDays>> numbers = new(ReferenceEqualityComparer.Instance);

    /// <summary>The signs, told apart by shape: colour only repeats them.</summary>
    private static readonly ImmutableArray<(char Sign, string Says)> legend =
    [
        ('=', "kept"), ('#', "broken"), ('?', "cannot tell"), ('+', "excused"), ('!', "due, still in time"), ('%', "done late"), (':', "in force, nothing asked"),
        ('~', "suspended"), ('o', "offered"), ('x', "refused"), ('-', "binds no longer (ended, withdrawn, expired or void)"), ('.', "not in force"),
    ];

    private int Cells => Math.Max(20, page.Width - Head);

    public void Print()
    {
        var agreement = answer.Verdicts.Case.Agreement;
        page.Text(new($"{agreement.Name}: ", bold), Visible.Of(agreement.Title), indent: 2, bold);
        page.Text("", $"from {Words.Date(answer.Days.From)} through {Words.Date(answer.Days.Before - 1)}, as known on {Words.Date(answer.Verdicts.Horizon)}", indent: 2);
        var used = new HashSet<char>();
        foreach (var clause in answer.Lanes.GroupBy(lane => lane.Row.Clause.Id))
        {
            page.Line();
            page.Text(new($"clause {clause.Key} ", bold), Visible.Of(clause.First().Row.Clause.Title), indent: 2, bold);
            page.Line(new Ink(new string(' ', Head), quiet), new Ink(Scale(), quiet));
            foreach (var group in Groups([.. clause]))
            {
                PrintLane(group, used);
            }

            PrintHeights(clause.First().Row.Clause);
        }

        page.Line();
        page.Text("", string.Join("   ", legend.Where(each => used.Contains(each.Sign)).Select(each => $"{each.Sign} {each.Says}")), indent: 0, quiet);
    }

    private void PrintLane(ChangeGroup group, HashSet<char> used)
    {
        var told = group.First.Changes;
        var name = string.Join("; ", new[]
        {
            group.First.Row.Addressee is not null || answer.Lanes.Where(lane => lane.Row.Clause.Id == group.First.Row.Clause.Id).Select(lane => ChangeGroup.WhomOf(lane.Row)).Distinct().Count() > 1
                ? (group.First.Row.Clause.Offer is null ? "" : "to ") + string.Join(", ", group.Whom) : "",
            string.Join(", ", group.Places),
            answer.Views.Length == 1 ? "" : group.Views.Length == answer.Views.Length ? "in all views" : $"in {string.Join(", ", group.Views)}",
        }.Where(part => part.Length > 0));
        page.Text("", Visible.Of(name), indent: 2);
        var signs = Enumerable.Range(0, Cells).Select(cell => SignOf(told, cell)).ToList();
        used.UnionWith(signs);
        page.Line([new string(' ', Head), .. Inks(signs)]);
        PrintNumbers(group);
        foreach (var change in told)
        {
            page.Text($"      {Words.Date(change.Days.From)}  ", Visible.Of(change.Becomes!.Value.Label), indent: 18);
        }
    }

    /// <summary>Under the lane of a ceiling: each number where its day is, as high as it is, and the first and last in figures. Rows and views of the lane to whom other
    /// numbers are told, before the limit binds, have a line each.</summary>
    private void PrintNumbers(ChangeGroup group)
    {
        if (group.First.Row.Clause.Duty is not ShallHaveAtMost ceiling)
        {
            return;
        }

        var heights = HeightsOf(ceiling, group.First.Row.Clause);
        var courses = answer.Lanes
            .Where(lane => lane.Row.Clause.Id == group.First.Row.Clause.Id && group.Whom.Contains(ChangeGroup.WhomOf(lane.Row))
                && group.Places.Contains(lane.Row.Place!.Name) && group.Views.Contains(lane.View.Name))
            .GroupBy(lane => string.Concat(NumbersOf(lane)))
            .ToList();
        foreach (var same in courses)
        {
            var told = NumbersOf(same.First());
            if (told.IsEmpty)
            {
                continue;
            }

            page.Line(new string(' ', Head), new string([.. Enumerable.Range(0, Cells).Select(cell => HeightIn(told, cell, heights))]));
            var last = told[^1];
            var first = told.Length == 1 ? "" : $"{told[0].Amount} on {Words.Date(told[0].Days.From)} … ";
            page.Text("      numbers  ", Visible.Of($"{first}{last.Amount} on {Words.Date(last.Days.From)}, limit {Prose.Figure(ceiling.Number)}{(courses.Count == 1 ? "" : Whose([.. same]))}"), indent: 15);
        }

        string Whose(ImmutableArray<Lane> own)
        {
            var parts = new[]
            {
                (All: group.Whom, Own: own.Select(lane => ChangeGroup.WhomOf(lane.Row))),
                (All: group.Places, Own: own.Select(lane => lane.Row.Place!.Name)),
                (All: group.Views, Own: own.Select(lane => lane.View.Name)),
            };
            return $" ({string.Join("; ", parts.Where(part => part.Own.Distinct().Count() < part.All.Length).Select(part => string.Join(", ", part.Own.Distinct())))})";
        }
    }

    /// <summary>Below the lanes of a ceiling: from which number to which the heights go.</summary>
    private void PrintHeights(Clause clause)
    {
        if (clause.Duty is ShallHaveAtMost ceiling && answer.Lanes.Any(lane => lane.Row.Clause.Id == clause.Id && !NumbersOf(lane).IsEmpty))
        {
            var (low, high) = HeightsOf(ceiling, clause);
            page.Text("  ", $"{Blocks} numbers from {Prose.Figure(low)} to {Prose.Figure(high)}; of the days between two of them none is told", indent: 2, quiet);
        }
    }

    /// <summary>The least and the greatest number that is told of anybody under a ceiling, or is its limit.</summary>
    private (long Low, long High) HeightsOf(ShallHaveAtMost ceiling, Clause clause)
    {
        var told = answer.Lanes.Where(lane => lane.Row.Clause.Id == clause.Id).SelectMany(lane => NumbersOf(lane)).ToList();
        return (told.Select(each => each.Lowest).Append(ceiling.Number).Min(), told.Select(each => each.Highest).Append(ceiling.Number).Max());
    }

    /// <summary>The sign of a stretch of days: the height of the last number told in it, of one over a limit that binds before others; a blank where none is.</summary>
    private char HeightIn(ImmutableArray<NumberDays> told, int cell, (long Low, long High) heights)
    {
        var days = DaysOf(cell);
        var within = told.Where(each => each.Days.From < days.Before && days.From < each.Days.Before).ToList();
        return (within.FindLast(each => each.IsOver) ?? within.LastOrDefault()) switch
        {
            null => ' ',
            { Numbers.IsConflict: true } => '≠',
            var one when heights.High == heights.Low => Blocks[3],
            var one => Blocks[(int)((one.Lowest - heights.Low) * (Blocks.Length - 1) / (heights.High - heights.Low))],
        };
    }

    private ImmutableArray<NumberDays> NumbersOf(Lane lane)
    {
        if (!numbers.TryGetValue(lane, out var own))
        {
            numbers[lane] = own = NumberDays.Of(answer.Verdicts, lane.Row, lane.View, answer.Days);
        }

        return own;
    }

    private static Ink[] Inks(List<char> signs)
    {
        var inks = new List<Ink>();
        for (var from = 0; from < signs.Count;)
        {
            var length = signs.Skip(from).TakeWhile(sign => sign == signs[from]).Count();
            inks.Add(new(new string(signs[from], length), signs[from] switch
            {
                '#' => new Style(Color.Red, decoration: Decoration.Bold),
                '=' or '+' => new Style(Color.Green),
                '?' or '!' or '%' => new Style(Color.Yellow),
                _ => quiet,
            }));
            from += length;
        }

        return [.. inks];
    }

    /// <summary>Years, or the first and last day where fewer than two begin within the days shown.</summary>
    private string Scale()
    {
        var line = new char[Cells];
        Array.Fill(line, ' ');
        var (first, last) = (Clock.DateOf(answer.Days.From).Year, Clock.DateOf(answer.Days.Before - 1).Year);
        if (last - first < 2)
        {
            var end = Words.Date(answer.Days.Before - 1);
            return Words.Date(answer.Days.From) + new string(' ', Math.Max(1, Cells - 10 - end.Length)) + end;
        }

        var step = Math.Max(1, ((last - first + 1) * 5 / Cells) + 1);
        for (var year = first + 1; year <= last; year += step)
        {
            var cell = (int)((long)(Words.Day($"{year:0000}-01-01")!.Value - answer.Days.From) * Cells / (answer.Days.Before - answer.Days.From));
            if (cell + 4 <= Cells && cell >= 0)
            {
                $"{year:0000}".CopyTo(0, line, cell, 4);
            }
        }

        return new(line);
    }

    /// <summary>The days for which a sign stands.</summary>
    private DayRange DaysOf(int cell)
    {
        var length = answer.Days.Before - answer.Days.From;
        var from = answer.Days.From + (int)((long)cell * length / Cells);
        return new(from, Math.Max(from + 1, answer.Days.From + (int)((long)(cell + 1) * length / Cells)));
    }

    private char SignOf(ImmutableArray<Change> told, int cell)
    {
        var days = DaysOf(cell);
        var within = told.Where(each => each.Days.From < days.Before && days.From < each.Days.Before).Select(each => Sign(each.Becomes!.Value)).ToList();
        return within.Contains('#') ? '#' : within[^1];
    }

    private static char Sign(Told told) => (told.Verdict.Standing, told.Verdict.Conduct) switch
    {
        (_, Conduct.Broken) => '#',
        (Standing.CannotTell, _) or (_, Conduct.CannotTell) => '?',
        (Standing.InForce, Conduct.Kept) => '=',
        (_, Conduct.Excused) => '+',
        (_, Conduct.Pending) => '!',
        (_, Conduct.CuredLate) => '%',
        (Standing.InForce, _) => ':',
        (Standing.Suspended, _) => '~',
        (Standing.Offered, _) => 'o',
        (Standing.Refused, _) => 'x',
        (Standing.NotInForce, _) => '.',
        _ => '-',
    };

    /// <summary>Lanes that are the same on every day are one.</summary>
    private static ImmutableArray<ChangeGroup> Groups(ImmutableArray<Lane> lanes) => ChangeGroup.Of(
        lanes.Select(lane => new RowChanges(lane.Row, lane.View, [.. lane.Told.Select(told => new Change(told.Days, null, told.Told))])));
}
