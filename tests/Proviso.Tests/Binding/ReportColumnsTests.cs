using System.Text;

namespace Proviso.Language.Binding;

/// <summary>Reports in columns are the reports that they were.</summary>
public sealed class ReportColumnsTests
{
    [Fact]
    public void Every_report_of_the_repository_comes_back_from_the_columns()
    {
        var (tried, whole) = (0, 0);
        foreach (var texts in Files.Cases)
        {
            if (Compilation.Of(texts).Case is { } bound)
            {
                var columns = Packed(bound);
                Same(bound, columns);
                tried += columns.Count;
                whole += columns.Chunks.Sum(chunk => chunk.Templates.Count(ReportChunk.Whole));
            }
        }

        Assert.InRange(tried, 200, 100_000);
        Assert.InRange(whole, 1, tried / 5);
    }

    [Fact]
    public void Random_reports_come_back_from_the_columns()
    {
        var tried = 0;
        for (var seed = 1UL; seed <= 200; seed++)
        {
            if (Reference.Comparison.Draw(seed) is { } pair)
            {
                Same(pair.Case, Packed(pair.Case));
                tried += pair.Case.Reports.Count;
            }
        }

        Assert.InRange(tried, 1_000, 100_000);
    }

    [Fact]
    public void Reports_of_one_template_take_few_bytes_each()
    {
        var columns = new ReportColumns();
        var bound = Compilation.Of(Files.Text("a.proviso", $"{Agreement}\nreport first arrow as unit-1 present in camp on 2024-03-01 by alba said 2024-03-02 grade press source \"s\".")).Case!;
        var packer = new ReportPacker(bound.Agreement.Clock, new(bound.Agreement.Containments));
        var first = bound.Reports[0];
        var number = columns.Number(packer.Template(first)!);
        const int Rows = 3 * ReportChunk.MostRows / 2;
        var text = 0;
        for (var row = 0; row < Rows; row++)
        {
            var name = Encoding.UTF8.GetBytes($"r-{row}");
            text += name.Length;
            Assert.True(columns.TryAdd(new ReportRow(number, columns.NumberOfItem(Encoding.UTF8.GetBytes($"unit-{row % 500}")), 19_783 + (row % 300), 0, new(20_100, 20_100), -1, row + 2), name, []));
        }

        columns.Trim();
        Assert.Equal(Rows, columns.Count);
        Assert.Equal(2, columns.Chunks.Count);
        Assert.InRange(columns.Held / Rows, 20, 60);
        Assert.Equal(70_000, columns.RowOf("r-70000"));
        Assert.Equal(70_002, columns.LineOf(70_000));
        Assert.Equal(-1, columns.RowOf("r-x"));
        var far = columns[70_000];
        Assert.Equal(("r-70000", "unit-0"), (far.Name, ((StateReport)far.Content).Subject.Item));
        Assert.Equal(new Window((19_783 + 100) * 1440L, ((19_783 + 101) * 1440L) - 1), ((StateReport)far.Content).When.Start);
    }

    [Fact]
    public void A_name_stands_once()
    {
        var names = new NameTable();
        for (var number = 0; number < 100_000; number++)
        {
            Assert.True(names.TryAdd(Encoding.UTF8.GetBytes($"name-{number}"), out var given));
            Assert.Equal(number, given);
        }

        Assert.False(names.TryAdd("name-77777"u8, out var known));
        Assert.Equal(77_777, known);
        Assert.Equal("name-65536", names.Text(65_536));
        Assert.Equal(99_999, names.Find("name-99999"));
        Assert.Equal(-1, names.Find("other"));
        Assert.Equal(100_000, names.Count);
    }

    [Theory]
    [InlineData("UTC", "Europe/Moscow")]
    [InlineData("UTC", null)]
    [InlineData("local", "Asia/Tokyo")]
    [InlineData("local", null)]
    public void A_day_is_found_again_by_its_window(string clock, string? zone)
    {
        var days = new DayWindows(clock == "local" ? Clock.Local : Clock.OfZone(clock)!, zone);
        foreach (var day in new[] { Clock.DayNumber(new(1, 1, 1)), -1, 0, 1, 15_000, 17_982, 19_783, Clock.DayNumber(new(9998, 12, 31)) })
        {
            var (first, after) = (clock == "local" ? Clock.Local : Clock.OfZone(clock)!).CivilDay(day, zone);
            Assert.Equal(new Window(first, after - 1), days.Of(day));
            Assert.Equal(day, days.DayOf(days.Of(day)));
            Assert.Null(days.DayOf(new(first + 1, after - 1)));
        }

        Assert.Null(days.DayOf(new(long.MinValue, 5)));
    }

    [Fact]
    public void A_list_finds_reports_by_name_and_keeps_their_order()
    {
        var bound = Compilation.Of(
            Files.Text("a.proviso", $"{Agreement}\nreport zeta arrow present in camp on 2024-03-01 {By}."),
            Files.Text("b.proviso", $"report alpha arrow present in camp on 2024-03-01 {By}.\nreport mu end of zeta on 2024-03-04 {By}.")).Case!;

        Assert.Equal(["zeta", "alpha", "mu"], bound.Reports.Select(report => report.Name));
        Assert.Equal(1, bound.Reports.IndexOf("alpha"));
        Assert.Equal("mu", bound.Reports.Find("mu")!.Name);
        Assert.Null(bound.Reports.Find("nu"));
        Assert.Throws<ArgumentOutOfRangeException>(() => bound.Reports[3]);
    }

    private const string By = "by alba said 2024-03-02 grade press source \"s\"";

    private const string Agreement = """
        agreement a "A" between alba, brae in force from 2024-01-01 with calendar days, clock local.
        party alba "Alba". party brae "Brae". region camp "camp". kind arrow "arrow". state present "is present".
        clause 1 "One" alba shall not have arrow present in camp.
        """;

    private static ReportColumns Packed(Case bound)
    {
        var columns = new ReportColumns();
        var packer = new ReportPacker(bound.Agreement.Clock, new(bound.Agreement.Containments));
        var line = 0;
        foreach (var report in bound.Reports)
        {
            Assert.True(packer.TryAdd(columns, report, ++line));
            Assert.False(packer.TryAdd(columns, report, line));
        }

        columns.Trim();
        return columns;
    }

    private static void Same(Case bound, ReportColumns columns)
    {
        Assert.Equal(bound.Reports.Count, columns.Count);
        for (var row = 0; row < columns.Count; row++)
        {
            Assert.Equal(bound.Reports[row] with { Span = default }, columns[row] with { Span = default });
            Assert.Equal(CaseText.Of(bound.Reports[row]), CaseText.Of(columns[row]));
            Assert.Equal(columns[row], columns[row]);
        }
    }
}
