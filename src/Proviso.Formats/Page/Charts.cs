using System.Collections.Immutable;
using System.Globalization;
using Proviso.Evaluation;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;
using Proviso.Language.Prose;

namespace Proviso.Formats.Page;

/// <summary>What is told of the numbers under each ceiling through the years: a chart for each place and group of views to whom the same is told, with the limit on the
/// days on which it binds, and the same numbers as a table.</summary>
/// <remarks>A number is of its own days, so nothing is drawn between two of them.</remarks>
internal sealed class Charts
{
    /// <summary>Height of the room for numbers, in pixels, and what is left above and below it.</summary>
    private const int Height = 230, Above = 18, Below = 24;

    /// <summary>The signs by which those who owe a ceiling are told apart: path data around a middle of 0, 0.</summary>
    private static readonly ImmutableArray<string> signs =
        ["M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z", "M0 -6L6 0L0 6L-6 0Z", "M-4.5 -4.5h9v9h-9Z", "M0 -6L5.5 4.5H-5.5Z"];

    private readonly StatusAnswer answer;
    private readonly Names names;
    private readonly YearScale scale;
    private readonly List<Chart> charts;

    /// <param name="days">Those shown; more before them where a number is older.</param>
    public Charts(StatusAnswer answer, Names names, DayRange days)
    {
        (this.answer, this.names) = (answer, names);
        var all = new DayRange(answer.Verdicts.FirstDay, days.Before);
        charts =
        [
            .. answer.Lines.Where(line => line.Row.Clause.Duty is ShallHaveAtMost && !line.IsNarrower)
                .GroupBy(line => (line.Row.Clause.Id, line.Row.Place!.Name))
                .Select(lines => new Chart([.. lines.Select(line => line.Row)], PanelsOf([.. lines.Select(line => line.Row)], all))),
        ];
        var told = charts.SelectMany(chart => chart.Panels).SelectMany(panel => panel.Courses).SelectMany(course => course.Told);
        scale = new(days with { From = told.Select(each => each.Days.From).Append(days.From).Min() });
    }

    /// <summary>True when nothing that was asked about is a ceiling.</summary>
    public bool IsEmpty => charts.Count == 0;

    /// <summary>Writes the signs that the charts share.</summary>
    public void WriteDefinitions(Markup page)
    {
        if (IsEmpty)
        {
            return;
        }

        for (var i = 0; i < signs.Length; i++)
        {
            page.Shape("path", ("id", $"sign-{i + 1}"), ("d", signs[i]));
        }

        page.Shape("path", ("id", "sign-up"), ("d", "M0 -5V-14M-3 -11L0 -14L3 -11"));
        page.Shape("path", ("id", "sign-down"), ("d", "M0 5V14M-3 11L0 14L3 11"));
        page.Shape("path", ("id", "sign-over"), ("d", "M-9.5 0a9.5 9.5 0 1 0 19 0a9.5 9.5 0 1 0 -19 0Z"));
        page.Shape("path", ("id", "sign-conflict"), ("d", "M-4 -2.5H4M-4 2.5H4M-3 6L3 -6"));
    }

    /// <summary>Writes the section; nothing where there is no ceiling.</summary>
    public void Write(Markup page)
    {
        if (IsEmpty)
        {
            return;
        }

        page.Open("section", ("aria-labelledby", "numbers")).Element("h2", "The numbers and the limits", ("id", "numbers"));
        page.Element("p", $"Each sign is a number told of one day, or of the days it spans. Of the days between two signs nothing is told, so no line joins them. The limit is drawn on the days on which it binds. "
            + $"From {Names.Day(scale.Days.From)} through {Names.Day(scale.Days.Before - 1)}; the upright line marks {Names.Day(answer.Day)}.");
        WriteLegend(page);
        foreach (var clause in charts.GroupBy(chart => chart.Clause.Id).Select(clause => clause.ToList()))
        {
            var first = clause[0].Clause;
            page.Open("section", ("class", "charts")).Element("h3", $"Clause {first.Id}: {first.Title}");
            page.Open("p", ("class", "duty")).Text($"{Names.Capital(Prose.AskedInFull(first))}.").Close();
            foreach (var chart in clause)
            {
                if (clause.Count > 1)
                {
                    page.Element("h4", Names.Capital(Prose.Place(chart.Rows[0].Place!)));
                }

                Write(page, chart, charts.IndexOf(chart));
            }

            page.Close();
        }

        page.Close();
    }

    /// <summary>What the signs mean, as far as they are used.</summary>
    private void WriteLegend(Markup page)
    {
        var told = charts.SelectMany(chart => chart.Panels).SelectMany(panel => panel.Courses).SelectMany(course => course.Told).ToList();
        (string Sign, string Says, bool IsUsed)[] meanings =
        [
            ("up", "at least so many: no total of all is declared", told.Any(IsAtLeast)),
            ("down", "at most so many", told.Any(IsAtMost)),
            ("range", "between the two: which number in between is not told", told.Any(IsRange)),
            ("conflict", "reports contradict each other: both numbers are shown", told.Any(each => each.Numbers.IsConflict)),
            ("over", "over the limit on a day on which it binds", told.Any(each => each.IsOver)),
        ];
        if (meanings.All(each => !each.IsUsed))
        {
            return;
        }

        page.Open("ul", ("class", "legend said"), ("aria-label", "Legend of the charts"));
        foreach (var (sign, says, _) in meanings.Where(each => each.IsUsed))
        {
            page.Open("li").Open("svg", ("class", "swatch mark ink"), ("width", "20"), ("height", "20"), ("aria-hidden", "true"), ("focusable", "false"));
            if (sign == "range")
            {
                page.Shape("line", ("class", "span"), ("x1", "10"), ("x2", "10"), ("y1", "4"), ("y2", "16")).Shape("line", ("class", "span"), ("x1", "5"), ("x2", "15"), ("y1", "4"), ("y2", "4"))
                    .Shape("line", ("class", "span"), ("x1", "5"), ("x2", "15"), ("y1", "16"), ("y2", "16"));
            }
            else
            {
                page.Shape("use", ("href", "#sign-" + sign), ("class", $"at-{sign}"), ("x", "10"), ("y", sign switch { "up" => "19", "down" => "1", _ => "10" }));
            }

            page.Close().Element("span", says).Close();
        }

        page.Close();
    }

    private void Write(Markup page, Chart chart, int index)
    {
        var axis = Axis.Of(chart);
        page.Open("div", ("class", chart.Panels.Length == 1 ? "panels one" : "panels"));
        for (var i = 0; i < chart.Panels.Length; i++)
        {
            Write(page, chart, chart.Panels[i], axis, $"chart-{index + 1}-{i + 1}");
        }

        page.Close();
    }

    private void Write(Markup page, Chart chart, Panel panel, Axis axis, string id)
    {
        var views = panel.Views.Length == answer.Views.Length ? "all views" : $"the {(panel.Views.Length == 1 ? "view" : "views")} {string.Join(", ", panel.Views.Select(Names.View))}";
        page.Open("figure", ("class", "chart")).Open("figcaption").Element("b", $"In {views}").Open("ul", ("class", "said"));
        for (var i = 0; i < panel.Courses.Length; i++)
        {
            var course = panel.Courses[i];
            page.Open("li").Open("svg", ("class", $"swatch mark {Tone(i)}"), ("width", "16"), ("height", "16"), ("aria-hidden", "true"), ("focusable", "false"))
                .Shape("use", ("href", $"#sign-{Sign(i)}"), ("x", "8"), ("y", "8")).Close();
            page.Open("span").Element("b", Whom(course.Row)).Text($": {InShort(course.Told)}").Close(2);
        }

        foreach (var (days, limit) in panel.Limits)
        {
            page.Open("li").Open("svg", ("class", "swatch"), ("width", "16"), ("height", "16"), ("aria-hidden", "true"), ("focusable", "false"))
                .Shape("line", ("class", limit.IsOpen ? "limit open" : "limit"), ("x1", "0"), ("x2", "16"), ("y1", "8"), ("y2", "8")).Close();
            page.Open("span").Text($"the limit{limit.Of(names)}: at most {Prose.Figure(chart.Limit)}{(limit.IsOpen ? ", where it cannot be told whether it binds," : "")} from {Names.Day(days.From)} "
                + $"{(days.Before > answer.Verdicts.Horizon ? "on" : $"through {Names.Day(days.Before - 1)}")}").Close(2);
        }

        page.Close();
        if (axis.Bottom > 0)
        {
            page.Element("p", $"The scale begins at {Prose.Figure(axis.Bottom)}, not at zero.", ("class", "gloss"));
        }

        page.Close();
        WriteDrawing(page, chart, panel, axis, id, views);
        WriteTable(page, chart, panel, views);
        page.Close();
    }

    private void WriteDrawing(Markup page, Chart chart, Panel panel, Axis axis, string id, string views)
    {
        page.Open("div", ("class", "plot")).Open("svg", ("width", "100%"), ("height", Number(Above + Height + Below)), ("role", "img"), ("aria-labelledby", $"{id}-title {id}-desc"), ("focusable", "false"));
        page.Element("title", $"Clause {chart.Clause.Id}, {chart.Clause.Title}: the numbers told, against the limit of {Prose.Figure(chart.Limit)}, in {views}", ("id", $"{id}-title"));
        page.Element("desc", string.Join(" ", panel.Courses.Select(course => $"{Whom(course.Row)}: {InShort(course.Told)}.")) + " The table below has every number.", ("id", $"{id}-desc"));
        foreach (var number in axis.Ticks())
        {
            page.Shape("line", ("class", number == 0 ? "tick" : "grid"), ("x1", "0"), ("x2", "100%"), ("y1", axis.At(number)), ("y2", axis.At(number)));
            page.Element("text", Prose.Figure(number), ("class", "year"), ("x", "-6"), ("y", axis.At(number)), ("dy", "4"), ("text-anchor", "end"));
        }

        foreach (var (year, day) in scale.Years())
        {
            page.Shape("line", ("class", "tick"), ("x1", scale.At(day)), ("x2", scale.At(day)), ("y1", Number(Above + Height)), ("y2", Number(Above + Height + 5)));
            page.Element("text", year.ToString(CultureInfo.InvariantCulture), ("class", "year"), ("x", scale.At(day)), ("y", Number(Above + Height + 18)), ("text-anchor", scale.Anchor(day)));
        }

        if (scale.Days.Contains(answer.Day))
        {
            page.Shape("line", ("class", "now"), ("x1", scale.At(answer.Day)), ("x2", scale.At(answer.Day)), ("y1", Number(Above - 8)), ("y2", Number(Above + Height)));
        }

        foreach (var (days, limit) in panel.Limits)
        {
            page.Shape("line", ("class", limit.IsOpen ? "limit open" : "limit"), ("x1", scale.At(days.From)), ("x2", scale.At(days.Before)), ("y1", axis.At(chart.Limit)), ("y2", axis.At(chart.Limit)));
        }

        for (var i = 0; i < panel.Courses.Length; i++)
        {
            foreach (var told in panel.Courses[i].Told)
            {
                WriteMark(page, told, axis, i);
            }
        }

        WriteWords(page, chart, panel, axis);
        page.Close(2);
    }

    private void WriteMark(Markup page, NumberDays told, Axis axis, int course)
    {
        var (x, sign) = (scale.At(told.Days.From), $"#sign-{Sign(course)}");
        page.Open("g", ("class", $"mark {Tone(course)}"));
        long[] ends = (told.Numbers.IsConflict || IsRange(told)) && told.Numbers.Most is { } most && most != told.Numbers.Least ? [told.Numbers.Least, most] : [told.Highest];
        foreach (var end in told.Days.Before - told.Days.From > 1 ? ends : [])
        {
            page.Shape("line", ("class", "span"), ("x1", x), ("x2", scale.At(told.Days.Before)), ("y1", axis.At(end)), ("y2", axis.At(end)));
        }

        if (ends.Length > 1)
        {
            page.Shape("line", ("class", told.Numbers.IsConflict ? "span against" : "span"), ("x1", x), ("x2", x), ("y1", axis.At(ends[0])), ("y2", axis.At(ends[1])));
        }

        foreach (var end in ends)
        {
            page.Shape("use", ("href", sign), ("x", x), ("y", axis.At(end)));
        }

        var at = axis.At(told.Highest);
        if (told.IsOver)
        {
            page.Shape("use", ("href", "#sign-over"), ("class", "at-over"), ("x", x), ("y", axis.At(told.Lowest)));
        }

        if (IsAtLeast(told) || IsAtMost(told))
        {
            page.Shape("use", ("href", IsAtLeast(told) ? "#sign-up" : "#sign-down"), ("class", "at-up"), ("x", x), ("y", at));
        }

        if (told.Numbers.IsConflict)
        {
            page.Shape("use", ("href", "#sign-conflict"), ("class", "at-conflict"), ("x", x), ("y", axis.At((ends[0] + ends[^1]) / 2, ends.Length > 1 ? 0 : 14)));
        }

        page.Close();
    }

    /// <summary>The limit, by its number, and each number over it on days on which it binds.</summary>
    private void WriteWords(Markup page, Chart chart, Panel panel, Axis axis)
    {
        if (!panel.Limits.IsEmpty)
        {
            var last = panel.Limits.MaxBy(limit => limit.Days.Before).Days;
            page.Element("text", $"limit {Prose.Figure(chart.Limit)}", ("class", "word"), ("x", scale.At(last.Before)), ("y", axis.At(chart.Limit)), ("dy", "-7"), ("text-anchor", "end"));
        }

        foreach (var told in panel.Courses.SelectMany(course => course.Told).Where(told => told.IsOver))
        {
            page.Element("text", Prose.Figure(told.Lowest), ("class", "word"), ("x", scale.At(told.Days.From)), ("y", axis.At(told.Lowest)), ("dy", "-14"), ("text-anchor", "middle"));
        }
    }

    /// <summary>The same numbers, day by day.</summary>
    private void WriteTable(Markup page, Chart chart, Panel panel, string views)
    {
        var rows = panel.Courses.SelectMany(course => course.Told.Select(told => told.Days)).Distinct().OrderBy(days => days.From).ThenBy(days => days.Before).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        page.Open("details").Open("summary").Text("The same as a table").Element("span", $": clause {chart.Clause.Id}, in {views}", ("class", "hidden")).Close();
        page.Open("table", ("class", "stack"), ("role", "table")).Element("caption", $"What is told of clause {chart.Clause.Id} in {views}; the limit is {Prose.Figure(chart.Limit)}");
        page.Open("thead", ("role", "rowgroup")).Open("tr", ("role", "row")).Element("th", "Day", ("scope", "col"), ("role", "columnheader"));
        foreach (var course in panel.Courses)
        {
            page.Element("th", Whom(course.Row), ("scope", "col"), ("role", "columnheader"));
        }

        page.Close(2).Open("tbody", ("role", "rowgroup"));
        foreach (var days in rows)
        {
            page.Open("tr", ("role", "row")).Open("th", ("scope", "row"), ("role", "rowheader")).Text(days.Before - days.From > 1 ? $"{Names.Day(days.From)} to {Names.Day(days.Before - 1)}" : Names.Day(days.From)).Close();
            foreach (var course in panel.Courses)
            {
                page.Open("td", ("role", "cell"), ("data-label", Whom(course.Row)));
                if (course.Told.FirstOrDefault(told => told.Days == days) is { } told)
                {
                    page.Element("b", told.Amount);
                    page.Element("span", told.Margin, ("class", "gloss"));
                }
                else
                {
                    page.Text("not told");
                }

                page.Close();
            }

            page.Close();
        }

        page.Close(3);
    }

    /// <summary>"first 1,537 on 5 Feb 2011, last 1,474 on 1 Mar 2022, 76 below the limit; highest 1,796 on 1 Sep 2016", and what was over a limit that bound.</summary>
    private static string InShort(ImmutableArray<NumberDays> told)
    {
        if (told.IsEmpty)
        {
            return "no number is told";
        }

        var last = told[^1];
        var ends = told.Length == 1 ? On(last) : $"first {On(told[0])}, last {On(last)}";
        var over = told.Where(each => each.IsOver && each != last).ToList();
        var highest = told.MaxBy(each => each.Highest)!;
        return ends + (last.Margin.Length > 0 ? $", {last.Margin}" : "")
            + (highest.Highest > told[0].Highest && highest.Highest > last.Highest && !highest.IsOver ? $"; highest {On(highest)}" : "")
            + (over.Count > 0 ? $"; over the limit with {string.Join(", ", over.Take(3).Select(On))}{(over.Count > 3 ? $" and {over.Count - 3} times more" : "")}" : "");

        static string On(NumberDays each) => $"{each.Amount} on {Names.Day(each.Days.From)}";
    }

    private string Whom(Row row) => Names.Capital(names.Whom([ChangeGroup.WhomOf(row)]));

    private static int Sign(int course) => (course % signs.Length) + 1;

    private static string Tone(int course) => $"tone-{Sign(course)}";

    private static bool IsAtLeast(NumberDays told) => !told.Numbers.IsConflict && told.Numbers.Most is null;

    private static bool IsAtMost(NumberDays told) => told.Numbers is { IsConflict: false, Least: 0, Most: > 0 };

    private static bool IsRange(NumberDays told) => told.Numbers is { IsConflict: false, Least: > 0, Most: { } most } && told.Numbers.Least < most;

    private static string Number(double number) => string.Create(CultureInfo.InvariantCulture, $"{number:0.#}");

    /// <summary>Views to whom the same is told of everybody share a panel; more of those who owe than there are signs have further ones.</summary>
    private ImmutableArray<Panel> PanelsOf(ImmutableArray<Row> rows, DayRange days) =>
    [
        .. rows.Chunk(signs.Length).SelectMany(some => answer.Views
            .Select(view => (View: view, Courses: some.Select(row => new Course(row, NumberDays.Of(answer.Verdicts, row, view, days))).ToImmutableArray(), Limits: LimitsOf(some, view, days)))
            .GroupBy(own => string.Join('|', own.Courses.Select(course => string.Concat(course.Told))) + string.Concat(own.Limits))
            .Select(same => new Panel([.. same.Select(own => own.View)], same.First().Courses, same.First().Limits))),
    ];

    /// <summary>The days on which the limit binds, or may bind, and whom, where it does not bind all on the same days.</summary>
    private ImmutableArray<(DayRange Days, Limit Limit)> LimitsOf(Row[] rows, View view, DayRange days)
    {
        var own = rows.SelectMany(row => Binds(row).Select(bind => (Row: row, bind.Days, bind.IsOpen))).ToList();
        return
        [
            .. own.GroupBy(each => (each.Days, each.IsOpen)).OrderBy(same => same.Key.Days.From).ThenBy(same => same.Key.Days.Before)
                .Select(same => (same.Key.Days, new Limit(same.Key.IsOpen, same.Count() == rows.Length ? "" : string.Join(" ", same.Select(each => ChangeGroup.WhomOf(each.Row)))))),
        ];

        IEnumerable<(DayRange Days, bool IsOpen)> Binds(Row row)
        {
            var found = new List<(DayRange Days, bool IsOpen)>();
            foreach (var stretch in answer.Verdicts.Timeline(row, view).Where(each => each.Verdict.Standing is Standing.InForce or Standing.CannotTell && each.Days.From < days.Before))
            {
                var (next, isOpen) = (stretch.Days with { Before = Math.Min(stretch.Days.Before, days.Before) }, stretch.Verdict.Standing == Standing.CannotTell);
                if (found.Count > 0 && found[^1].Days.Before == next.From && found[^1].IsOpen == isOpen)
                {
                    found[^1] = (found[^1].Days with { Before = next.Before }, isOpen);
                }
                else
                {
                    found.Add((next, isOpen));
                }
            }

            return found;
        }
    }

    private sealed record Chart(ImmutableArray<Row> Rows, ImmutableArray<Panel> Panels)
    {
        public Clause Clause => Rows[0].Clause;

        public long Limit => ((ShallHaveAtMost)Clause.Duty).Number;
    }

    private sealed record Panel(ImmutableArray<View> Views, ImmutableArray<Course> Courses, ImmutableArray<(DayRange Days, Limit Limit)> Limits);

    private sealed record Course(Row Row, ImmutableArray<NumberDays> Told);

    /// <param name="IsOpen">True where it cannot be told whether it binds.</param>
    /// <param name="Whom">Whom it binds, by their names in the text; empty for all.</param>
    private readonly record struct Limit(bool IsOpen, string Whom)
    {
        public string Of(Names names) => Whom.Length == 0 ? "" : $" for {names.Whom(Whom.Split(' '))}";
    }

    /// <summary>Numbers from below upward. It begins at zero unless all that is shown would then lie in the uppermost third.</summary>
    private readonly record struct Axis(long Bottom, long Step, int Steps)
    {
        public static Axis Of(Chart chart)
        {
            var told = chart.Panels.SelectMany(panel => panel.Courses).SelectMany(course => course.Told).ToList();
            var highest = told.Select(each => each.Highest).Append(chart.Limit).Max();
            var lowest = told.Select(each => each.Lowest).Append(chart.Limit).Min();
            var from = 3 * (decimal)lowest > 2 * (decimal)highest ? lowest - Math.Max(1, (highest - lowest) / 4) : 0;
            var step = Sizes().First(size => size * 6 >= highest - from);
            var bottom = Math.Max(0, from / step * step);
            return new(bottom, step, (int)((highest - bottom) / step) + 1);
        }

        public IEnumerable<long> Ticks()
        {
            var (bottom, step) = (Bottom, Step);
            return Enumerable.Range(0, Steps + 1).Select(i => bottom + (i * step));
        }

        /// <param name="above">So much higher, in pixels.</param>
        public string At(long number, int above = 0) => Number(Above + Height - above - ((double)(number - Bottom) * Height / (Step * (double)Steps)));

        private static IEnumerable<long> Sizes()
        {
            for (var ten = 1L; ten < long.MaxValue / 100; ten *= 10)
            {
                yield return ten;
                yield return 2 * ten;
                yield return 5 * ten;
            }

            yield return long.MaxValue / 10;
        }
    }
}
