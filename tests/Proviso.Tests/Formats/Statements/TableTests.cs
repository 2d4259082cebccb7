namespace Proviso.Formats.Statements;

/// <summary>Tables of our own and of others.</summary>
public sealed class TableTests
{
    private const string Mapping = """
        {
          "schema": "proviso/mapping/1",
          "separator": ";",
          "columns": { "No": "name", "Day": "on", "Where": "in", "Owner": "with.operator", "Guns": "with.armed", "Remark": null, "Page": "source" },
          "values": { "Where": { "N. shore": "north-shore" }, "Guns": { "J": "yes", "N": "no" } },
          "constants": { "thing": "boat", "state": "present", "by": "observer", "grade": "press", "said": "2024-06-01", "name": "row-{row}" }
        }
        """;

    [Fact]
    public void A_foreign_table_is_read_through_its_mapping()
    {
        var imported = Samples.Added(Samples.Csv(
            "No;Day;Where;Owner;Guns;Remark;Page\nfirst;2024-03-05;N. shore;north;J;=1+1;\"Lake News; page 3\"\n;2024-03;lake;south;N;\"two\nlines\";Lake News\n",
            Map(Mapping)));

        Assert.Equal(
            """
            report first
              boat with operator north, armed yes present in north-shore on 2024-03-05
              by observer said 2024-06-01 grade press
              source "Lake News; page 3".

            report row-2
              boat with operator south, armed no present in lake on 2024-03
              by observer said 2024-06-01 grade press
              source "Lake News".

            """,
            imported.Text);
        Assert.Empty(imported.Faults);
    }

    private const string Figures = """
        {
          "schema": "proviso/mapping/1",
          "columns": { "Day": "on" },
          "figures": { "Gunboats": { "thing": "boat", "name": "guns-{row}" }, "Barges": { "thing": "barge", "name": "barges-{row}", "by": "north" } },
          "constants": { "total": "yes", "state": "present", "in": "lake", "by": "observer", "grade": "press", "said": "2024-06-01", "source": "Yearbook" }
        }
        """;

    [Fact]
    public void Each_figure_of_a_row_is_a_statement_and_an_empty_cell_is_none()
    {
        var read = Samples.Csv("Day,Gunboats,Barges\n2024-03-01,3,\n2024-09-01,,2\n2025-03-01,4,1\n", Map(Figures));

        Assert.Empty(read.Faults);
        Assert.Equal(
            ["guns-1 boat 3 observer", "barges-2 barge 2 north", "guns-3 boat 4 observer", "barges-3 barge 1 north"],
            read.Statements.Select(each => $"{each.TextOf("name")} {each.TextOf("thing")} {each.TextOf("amount")} {each.TextOf("by")}"));
    }

    [Theory]
    [InlineData("Day,Gunboats\n2024-03-01,3\n", "there is no column `Barges`")]
    [InlineData("Day,Gunboats,Barges,Rafts\n2024-03-01,3,1,1\n", "what the column `Rafts` is")]
    public void Columns_of_figures_are_named_and_there(string table, string told) =>
        Assert.Contains(told, Samples.Csv(table, Map(Figures)).Refused!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("=HYPERLINK(\"https://example.org\")")]
    [InlineData("+49 30 1")]
    [InlineData("-- not a comment")]
    [InlineData("@sum")]
    [InlineData("'=already inert")]
    [InlineData("''=twice")]
    [InlineData("'plain")]
    [InlineData("a, \"b\", c")]
    [InlineData("\\\"")]
    public void No_text_becomes_a_formula_and_each_comes_back(string text)
    {
        Statement statement = new([new("sentence", new TextValue("report"), default), new("source", new TextValue(text), default)], default);

        var table = StatementTable.Write([statement]);
        var read = Samples.Csv(table);

        Assert.DoesNotMatch("(^|,)\"?[=+@-]", table.Split('\n', 2)[1]);
        Assert.Empty(read.Faults);
        Assert.Equal(text, Assert.Single(read.Statements).TextOf("source"));
    }

    [Fact]
    public void A_formula_that_comes_in_is_text_with_a_warning()
    {
        var read = Samples.Csv("sentence,source\nreport,=2+3\n");

        Assert.Equal("=2+3", Assert.Single(read.Statements).TextOf("source"));
        Assert.False(Assert.Single(read.Faults).IsError);
        Assert.Equal(new FilePlace(2, 0, "source"), read.Faults[0].Place);
    }

    [Fact]
    public void A_bad_row_is_named_by_the_line_it_begins_on()
    {
        var read = Samples.Csv("sentence,source,at\nreport,\"one\ntwo\",x\nreport,y\nreport,z\",x\nreport,w,v\n");

        Assert.Equal([4, 5], read.Faults.Select(fault => fault.Place.Line));
        Assert.Equal(["one\ntwo", "w"], read.Statements.Select(one => one.TextOf("source")));
    }

    [Theory]
    [InlineData("""{"schema":"proviso/mapping/2","columns":{}}""", "later")]
    [InlineData("""{"schema":"proviso/mapping/1"}""", "columns")]
    [InlineData("""{"schema":"proviso/mapping/1","columns":{"a":"nmae"}}""", "nmae")]
    [InlineData("""{"schema":"proviso/mapping/1","columns":{"a":"name","b":"name"}}""", "two columns")]
    [InlineData("""{"schema":"proviso/mapping/1","columns":{"a":"name","a":"in"}}""", "twice")]
    [InlineData("""{"schema":"proviso/mapping/1","columns":{"a":3}}""", "no part")]
    [InlineData("""{"schema":"proviso/mapping/1","columns":{},"separator":"ab"}""", "separator")]
    [InlineData("""{"schema":"proviso/mapping/1","columns":{},"constants":{"nmae":"x"}}""", "nmae")]
    [InlineData("""{"schema":"proviso/mapping/1","columns":{},"values":{"b":{}}}""", "`b`")]
    [InlineData("""{"schema":"proviso/mapping/1","columns":{},"more":1}""", "more")]
    [InlineData("[]", "mapping")]
    [InlineData("""{ "schema": "proviso/mapping/1", "columns": { "A": "on" }, "figures": { "A": {} } }""", "stands in `columns` and in `figures`")]
    [InlineData("""{ "schema": "proviso/mapping/1", "columns": { "A": "amount" }, "figures": { "B": {} } }""", "mapped to `amount`")]
    [InlineData("""{ "schema": "proviso/mapping/1", "columns": {}, "figures": { "B": { "amont": "3" } } }""", "amont")]
    [InlineData("""{ "schema": "proviso/mapping/1", "columns": {}, "figures": [] }""", "`figures` is no object")]
    public void A_mapping_that_makes_no_sense_is_refused(string text, string told)
    {
        var (mapping, refused) = Formats.Statements.Mapping.Read(Samples.Bytes(text));

        Assert.Null(mapping);
        Assert.Contains(told, refused!.Message, StringComparison.Ordinal);
    }

    private static Mapping Map(string text)
    {
        var (mapping, refused) = Formats.Statements.Mapping.Read(Samples.Bytes(text));
        Assert.Null(refused);
        return mapping!;
    }
}
