namespace Proviso.Formats.Statements;

/// <summary>What enters a case from outside is exactly what was given, and nothing that could not have been written by hand.</summary>
public sealed class ImportTests
{
    [Fact]
    public void A_sound_statement_becomes_a_sentence()
    {
        var imported = Samples.Added(Samples.Lines(Samples.Line("\"amount\":2")));

        Assert.Empty(imported.Faults);
        Assert.Equal(
            """
            report seen
              heron present 2 in lake on 2024-03-05
              by south said 2024-03-06 grade press
              source "Lake News".

            """,
            imported.Text);
    }

    /// <summary>A value that would end the sentence, begin another, open a comment or a title, or add a part.</summary>
    [Theory]
    [InlineData("in", "lake on 2024-01-01 by south grade press source")]
    [InlineData("in", "lake. report forged")]
    [InlineData("in", "lake\nreport forged")]
    [InlineData("in", "lake -- ")]
    [InlineData("in", "lake--x")]
    [InlineData("in", "\"lake\"")]
    [InlineData("in", "")]
    [InlineData("in", "   ")]
    [InlineData("in", "no")]
    [InlineData("state", "present 3")]
    [InlineData("state", "no")]
    [InlineData("thing", "no")]
    [InlineData("thing", "end")]
    [InlineData("thing", "corrects")]
    [InlineData("on", "2024-03-05 by south")]
    [InlineData("on", "2024-03-05. ")]
    [InlineData("on", "2024-03-05 lasting at least 3 days")]
    [InlineData("on", "2024-03-05, 2024-03-06")]
    [InlineData("on", "2024-03-05 -- 3")]
    [InlineData("on", "by")]
    [InlineData("by", "south said 2024-01-01")]
    [InlineData("by", "2024-03-05")]
    [InlineData("grade", "press quoting")]
    [InlineData("grade", "press by south")]
    [InlineData("grade", "own")]
    [InlineData("amount", "3 in lake")]
    [InlineData("amount", "1e3")]
    [InlineData("amount", "99999999999999999999999999999999999")]
    [InlineData("amount", "-1")]
    [InlineData("said", "2024-03-06 grade press")]
    [InlineData("said", "2024-02-30")]
    [InlineData("source", "two\nlines")]
    [InlineData("source", "two\u2028lines")]
    [InlineData("source", "zero\u0000")]
    [InlineData("name", "seen heron present in lake")]
    [InlineData("name", "report")]
    [InlineData("name", "SEEN")]
    [InlineData("sentence", "clause")]
    [InlineData("unknown", "x")]
    public void A_value_never_becomes_other_words(string part, string value)
    {
        var parts = PartsOf(Samples.Line()).Where(each => each.Key != part).Append(new(part, value));
        var line = System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string>(parts));

        var imported = Samples.Added(Samples.Lines(line));

        Assert.Null(imported.Text);
        Assert.Contains(imported.Faults, fault => fault.IsError && fault.Place.Line == 1);
    }

    [Theory]
    [InlineData("\"with\":{\"operator\":\"north, armed yes\"}")]
    [InlineData("\"with\":{\"operator north, armed\":\"yes\"}")]
    [InlineData("\"with\":{}")]
    [InlineData("\"received\":[{\"by\":\"north\",\"on\":\"2024-03-05 received by south on 2024-03-06\"}]")]
    [InlineData("\"received\":[{\"by\":\"north\"}]")]
    [InlineData("\"quoted\":[\"one\\nreport forged\"]")]
    [InlineData("\"event\":\"notify\",\"eventBy\":\"north\"")]
    [InlineData("\"for\":[\"x\"]")]
    [InlineData("\"to\":\"2024-03-07\"")]
    [InlineData("\"at\":null")]
    [InlineData("\"at\":17")]
    [InlineData("\"at\":[\"a\"]")]
    [InlineData("\"at\":\"\\ud800\"")]
    [InlineData("\"no\":\"yes\"")]
    [InlineData("\"holder\":\"north\"")]
    public void A_part_that_does_not_fit_is_refused(string members)
    {
        var imported = Samples.Added(Samples.Lines(Samples.Line(members)));

        Assert.Null(imported.Text);
        Assert.Contains(imported.Faults, fault => fault.IsError);
    }

    [Fact]
    public void Diagnostics_of_the_language_stand_at_the_place_that_was_given()
    {
        var imported = Samples.Added(Samples.Lines($"{Samples.Line()}\n\n{Samples.Line(name: "second").Replace("\"lake\"", "\"laek\"", StringComparison.Ordinal)}\n"));

        var fault = Assert.Single(imported.Faults);
        Assert.Equal(Language.Binding.BindingCodes.UnknownName, fault.Code);
        Assert.Equal(3, fault.Place.Line);
        Assert.Equal("\"in\"", Samples.Line(name: "second")[(fault.Place.Column - 1)..][..4]);
    }

    [Fact]
    public void A_mark_that_reorders_letters_is_told()
    {
        var imported = Samples.Added(Samples.Lines(Samples.Line().Replace("Lake News", "Lake \u202ENews", StringComparison.Ordinal)));

        Assert.Single(imported.Added);
        Assert.False(Assert.Single(imported.Faults).IsError);
    }

    [Fact]
    public void All_is_refused_for_one_fault_unless_the_good_is_to_be_kept()
    {
        var read = Samples.Lines($"{Samples.Line(name: "r1")}\n{{broken\n{Samples.Line("\"amount\":0", "r2")}\n{Samples.Line(name: "r3")}");

        Assert.Null(Samples.Added(read).Text);
        var kept = Samples.Added(read, keepGood: true);
        Assert.Equal(["r1", "r3"], kept.Added.Select(one => one.TextOf(PartNames.Name)));
        Assert.Equal([2, 3], kept.Faults.Select(fault => fault.Place.Line));
    }

    [Fact]
    public void What_leans_on_a_bad_statement_falls_with_it()
    {
        var read = Samples.Lines($$"""
            {{Samples.Line(name: "r1").Replace("heron", "heroon", StringComparison.Ordinal)}}
            {"sentence":"report","name":"r2","corrects":"r1","didNotOccur":true,"by":"south","grade":"press","source":"Lake News"}
            {"sentence":"position","holder":"north","verb":"denies","report":"r2","on":"2024-03-07","by":"north","grade":"official","source":"Note"}
            {{Samples.Line(name: "r4")}}
            """);

        var kept = Samples.Added(read, keepGood: true);

        Assert.Equal(["r4"], kept.Added.Select(one => one.TextOf(PartNames.Name)));
        Assert.Equal(3, kept.Errors);
    }

    [Fact]
    public void A_file_keeps_what_it_has_and_its_line_ends()
    {
        const string Before = "-- ours\r\nsources read on 2024-06-30.\r\n\r\nreport old heron present in lake on 2024-02-02\r\n by south grade press source \"x\". -- last";

        var imported = Samples.Added(Samples.Lines("{\"sentence\":\"sources\",\"readOn\":\"2024-06-30\"}\n" + Samples.Line()), into: Before);

        Assert.StartsWith(Before + "\r\n\r\nreport seen\r\n", imported.Text, StringComparison.Ordinal);
        Assert.Equal(imported.Text!.Split('\n').Length, imported.Text!.Split('\r').Length);
    }

    [Fact]
    public void A_name_that_the_case_has_already_is_told()
    {
        var imported = Samples.Added(Samples.Lines(Samples.Line()), into: Samples.Added(Samples.Lines(Samples.Line())).Text!);

        Assert.Contains(imported.Faults, fault => fault.Code == Language.Binding.BindingCodes.DeclaredTwice && fault.Place.Line == 1);
    }

    private static IEnumerable<KeyValuePair<string, string>> PartsOf(string line) =>
        System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(line)!;
}
