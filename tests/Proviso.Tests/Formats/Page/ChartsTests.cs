using System.Xml.Linq;
using Proviso.Evaluation;
using Proviso.Evaluation.Placing;
using Proviso.Formats.Answers;
using Proviso.Language;
using Proviso.Language.Binding;
using Proviso.Language.Text;

namespace Proviso.Formats.Page;

/// <summary>The charts of ceilings, and what they are made of, on a small case.</summary>
public sealed class ChartsTests
{
    private const string Lake = """
        agreement lake "Lake" between north, south in force from 2024-01-01 with calendar days, clock UTC.
        party north "<b>North". party south "South". region lake "the lake" zone UTC.
        kind gunboat "gunboat". state present "is present".
        clause 1 "At most five" from 2024-03-01, each party shall have at most 5 gunboat present in lake.
        view northern "as North sees it" trusts north.
        sources read on 2024-06-30.
        report early total 7 gunboat with operator north present in lake on 2024-02-01 by north said 2024-02-02 grade own statement source "A".
        report exact total 5 gunboat with operator north present in lake from 2024-03-03 to 2024-03-06 by north said 2024-03-10 grade own statement source "A".
        report over  total 8 gunboat with operator north present in lake on 2024-04-01 by north said 2024-04-02 grade own statement source "A".
        report range total 3 to 9 gunboat with operator south present in lake on 2024-04-03 by south said 2024-04-04 grade own statement source "A".
        report seen  gunboat with operator south present 4 in lake on 2024-04-05 by north said 2024-04-06 grade official source "A".
        report none  no gunboat with operator south present in lake on 2024-04-07 by south said 2024-04-08 grade own statement source "A".
        report many  gunboat with operator south present 6 in lake on 2024-04-07 by north said 2024-04-08 grade official source "A".
        """;

    private static readonly Verdicts verdicts = Judge();

    [Theory]
    [InlineData("north", "common", "2024-02-01..2024-02-01: 7, 2 over the limit, which did not bind | 2024-03-03..2024-03-06: 5, exactly the limit | 2024-04-01..2024-04-01: 8, 3 over the limit (over)")]
    [InlineData("south", "common", "2024-04-03..2024-04-03: from 3 to 9,  | 2024-04-05..2024-04-05: at least 4,  | 2024-04-07..2024-04-07: at least 6 by one report, at most 0 by another, ")]
    [InlineData("south", "northern", "2024-04-05..2024-04-05: at least 4,  | 2024-04-07..2024-04-07: at least 6, 1 or more over the limit (over)")]
    public void A_number_is_of_its_days_and_over_only_where_the_limit_binds(string party, string view, string expected)
    {
        var row = verdicts.Rows.First(each => each.Party.Name == party);

        var told = NumberDays.Of(verdicts, row, verdicts.Views.First(each => each.Name == view), DayRange.Always);

        Assert.Equal(expected, string.Join(" | ", told.Select(each =>
            $"{Words.Date(each.Days.From)}..{Words.Date(each.Days.Before - 1)}: {each.Amount}, {each.Margin}{(each.IsOver ? " (over)" : "")}")));
    }

    [Fact]
    public void Days_are_cut_to_those_asked_for()
    {
        var within = new DayRange(Words.Day("2024-03-04")!.Value, Words.Day("2024-03-06")!.Value);

        var told = Assert.Single(NumberDays.Of(verdicts, verdicts.Rows[0], verdicts.Views[0], within));

        Assert.Equal(within, told.Days);
    }

    [Fact]
    public void Views_to_whom_other_numbers_are_told_have_a_chart_of_their_own_and_the_rest_share_one()
    {
        var charts = Elements().Where(each => (string?)each.Attribute("class") == "chart").ToList();

        Assert.Equal(["In the views common, <b>North, South", "In the view northern"], charts.Select(chart => chart.Element("figcaption")!.Element("b")!.Value));
    }

    [Fact]
    public void The_limit_is_a_line_on_the_days_on_which_it_binds_and_every_kind_of_number_has_its_sign()
    {
        var chart = Elements().First(each => (string?)each.Attribute("class") == "plot");
        var drawn = chart.Descendants().ToList();

        var limit = Assert.Single(drawn, each => (string?)each.Attribute("class") == "limit");
        // 60 of the 182 days from 1 January through 30 June 2024.
        Assert.Equal("32.97%", (string?)limit.Attribute("x1"));
        Assert.Equal("100%", (string?)limit.Attribute("x2"));
        Assert.Equal((string?)limit.Attribute("y1"), (string?)limit.Attribute("y2"));
        Assert.Equal(["#sign-conflict", "#sign-over", "#sign-up"], drawn.Where(each => each.Name == "use" && each.Attribute("class") is not null).Select(each => (string)each.Attribute("href")!).Order());
        Assert.Equal(3, drawn.Count(each => (string?)each.Attribute("href") == "#sign-1"));
        // Two for the range, two for the contradiction, one for what was seen.
        Assert.Equal(5, drawn.Count(each => (string?)each.Attribute("href") == "#sign-2"));
        Assert.Equal(["limit 5", "8"], drawn.Where(each => (string?)each.Attribute("class") == "word").Select(each => each.Value));
        Assert.DoesNotContain(drawn, each => each.Name == "polyline");
    }

    [Fact]
    public void The_table_has_every_number_and_names_of_the_case_are_text()
    {
        var table = Elements().First(each => (string?)each.Attribute("class") == "chart").Descendants("table").Single();

        Assert.Equal(["Day", "<b>North", "South"], table.Element("thead")!.Descendants("th").Select(each => each.Value));
        var rows = table.Element("tbody")!.Elements("tr").Select(row => string.Join(" | ", row.Elements().Select(cell => string.Join(" ", cell.Nodes().Select(node => node is XElement inner ? inner.Value : node.ToString().Trim())).Trim())));
        Assert.Equal(
            [
                "1 Feb 2024 | 7 2 over the limit, which did not bind | not told",
                "3 Mar 2024 to 6 Mar 2024 | 5 exactly the limit | not told",
                "1 Apr 2024 | 8 3 over the limit | not told",
                "3 Apr 2024 | not told | from 3 to 9",
                "5 Apr 2024 | not told | at least 4",
                "7 Apr 2024 | not told | at least 6 by one report, at most 0 by another",
            ],
            rows);
    }

    [Theory]
    [InlineData(90, 100, "The scale begins at 88, not at zero.")]
    [InlineData(60, 100, null)]
    public void A_scale_that_does_not_begin_at_zero_says_so(int number, int limit, string? says)
    {
        var page = PageOf(Judge($"""
            agreement lake "Lake" between north, south in force from 2024-01-01 with calendar days, clock UTC.
            party north. party south. region lake zone UTC. kind gunboat. state present.
            clause 1 "Few" north shall have at most {limit} gunboat present in lake.
            report lone total {number} gunboat with operator north present in lake on 2024-02-01 by north said 2024-02-02 grade own statement source "A".
            """));

        Assert.Equal(says is not null, page.Contains("The scale begins at", StringComparison.Ordinal));
        Assert.Contains(says ?? "", page, StringComparison.Ordinal);
    }

    private static Verdicts Judge(string text = Lake)
    {
        var read = Compilation.Of([SourceText.From("case.proviso", text)]);
        Assert.DoesNotContain(read.Diagnostics, one => one.IsError);
        var (placed, wrong) = Ground.Place(read.Case!, _ => null);
        Assert.Empty(wrong);
        return Evaluator.Run(placed, Knowledge.All, placed.Agreement.Views);
    }

    private static string PageOf(Verdicts judged) => StatusPage.Of(StatusAnswer.On(judged, judged.Horizon, judged.Views, _ => true), _ => null);

    private static IEnumerable<XElement> Elements()
    {
        var page = PageOf(verdicts);
        return XElement.Parse(page[page.IndexOf("<body>", StringComparison.Ordinal)..page.IndexOf("</html>", StringComparison.Ordinal)]).Descendants();
    }
}
