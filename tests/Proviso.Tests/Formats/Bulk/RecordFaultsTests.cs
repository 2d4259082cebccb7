using System.Text;
using Proviso.Formats.Statements;

namespace Proviso.Formats.Bulk;

/// <summary>What is wrong with a record is told as importing it would tell it.</summary>
public sealed class RecordFaultsTests
{
    /// <summary>Faults of single records, of names, and of what speaks of others.</summary>
    public static TheoryData<string, string[]> Wrong() => new()
    {
        { "an unknown place", [Sound("a-1"), Sound("a-2").Replace("\"lake\"", "\"sea-9\"", StringComparison.Ordinal), Sound("a-3")] },
        { "an unknown place twice", [Sound("a-1").Replace("\"lake\"", "\"sea-9\"", StringComparison.Ordinal), Sound("a-2").Replace("\"lake\"", "\"sea-9\"", StringComparison.Ordinal)] },
        { "a name twice", [Sound("a-1"), Sound("a-2"), Sound("a-1"), Sound("a-3")] },
        { "a name of a record that is wrong", [Sound("a-1").Replace("\"lake\"", "\"sea-9\"", StringComparison.Ordinal), Sound("a-1")] },
        { "no such day", [Sound("a-1"), Sound("a-2", on: "2024-02-30")] },
        { "no day at all", [Sound("a-1"), Sound("a-2", on: "soon")] },
        { "a day of the year 9999", [Sound("a-1"), Sound("a-2", on: "9999-01-01")] },
        { "said before the event", [Sound("a-1"), Sound("a-2", on: "2024-05-05"), Sound("a-3")] },
        { "a name with capitals", [Sound("a-1"), Sound("A-2"), Sound("a-3")] },
        { "a name that is a word of the language", [Sound("a-1"), Sound("report")] },
        { "a name that is a figure", [Sound("a-1"), Sound("500km"), Sound("12"), Sound("2024-05-05")] },
        { "a name of another script", [Sound("a-1"), Sound("цапля-1"), Sound("цапля")] },
        { "a name in quotes and with escapes", [Sound("a-1"), Sound("a\\\"2"), Sound("a\\u002d3")] },
        { "a correction", [Sound("a-1"), Correction("c-1", "a-1"), Correction("c-2", "a-9"), Correction("c-3", "c-2")] },
        { "a correction of what is wrong", [Sound("a-1", on: "soon"), Correction("c-1", "a-1"), Correction("c-2", "c-1")] },
        { "a correction that stands before", [Correction("c-1", "a-1"), Sound("a-1")] },
        { "a contest", [Sound("a-1"), Contest("a-1"), Contest("a-7")] },
        { "a stay that ends before it begins", [Stay("s-1", "2024-03-01", "2024-03-09"), Stay("s-2", "2024-03-09", "2024-03-01"), Stay("s-3", "2024-03-09", "2024-03-09")] },
        { "a member twice", [Sound("a-1"), Sound("a-2").Replace("\"by\"", "\"name\":\"b-1\",\"by\"", StringComparison.Ordinal)] },
        { "no JSON", [Sound("a-1"), "{\"sentence\":", "[]", "7", "{\"sentence\":\"report\",}", Sound("a-2")] },
        { "sources read on two days", ["{\"sentence\":\"sources\",\"readOn\":\"2024-04-01\"}", Sound("a-1"), "{\"sentence\":\"sources\",\"readOn\":\"2024-04-01\"}", "{\"sentence\":\"sources\",\"readOn\":\"2024-04-02\"}"] },
        { "not said when", [Unsaid("u-1"), Unsaid("u-2")] },
        { "not said when, but read later", [Unsaid("u-1"), "{\"sentence\":\"sources\",\"readOn\":\"2024-04-01\"}", Unsaid("u-2"), Unsaid("u-3", "2024-06-01")] },
        { "a part that is none", [Sound("a-1"), Sound("a-2").Replace("\"by\"", "\"bye\":\"x\",\"by\"", StringComparison.Ordinal)] },
        { "deep nesting", [Sound("a-1"), new string('[', 100_000), Sound("a-2")] },
        { "loose days and times", [Sound("a-1", on: "2024-03"), Sound("a-2", on: "between 2024-03-01 and 2024-03-05"), Sound("a-3", on: "by 2024-03-05"), Sound("a-4", on: "2024-03-05 at 10:30"), Sound("a-5", on: "2024-03-05 at 10:30 utc"), Sound("a-6", on: "between 2024-03-05 and 2024-03-01"), Sound("a-7", on: "2024-03-05 at 25:30")] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Faults_of_lines_are_those_of_an_import(string what, string[] lines)
    {
        var text = string.Join('\n', lines) + "\n";
        var import = Samples.Added(Samples.Lines(text), keepGood: true);
        var read = Given.Lake(text, keepGood: true);

        Assert.True(what.Length > 0);
        Assert.Equal(import.Faults.Select(Told), read.Faults.Select(one => Told(one.Fault)));
        Assert.Equal(import.Errors, read.Errors);
        Assert.Equal(
            import.Added.Where(one => one.Sort == "report").Select(one => one.TextOf(PartNames.Name)),
            read.Case!.Reports.Select(report => report.Name));
        Assert.Equal(import.Added.Count(one => one.Sort == "position"), read.Case.Positions.Length);
        Assert.Equal(import.Errors > 0, Given.Lake(text).Case is null);
    }

    [Fact]
    public void Faults_of_rows_are_those_of_an_import()
    {
        var text = "name,thing,state,in,on,by,said,grade,source,quoting\n"
            + "b-1,heron,present,lake,2024-03-05,south,2024-03-06,press,Lake News,\n"
            + "b-2,heron,present,lake,2024-03-05,south,2024-03-06,press,Lake News,\r\n"
            + "b-2,heron,present,lake,2024-03-05,south,2024-03-06,press,Lake News,\n"
            + "\"b-3\",heron,present,lake,2024-03-07,south,2024-03-08,press,Lake News,\n"
            + "b-4,heron,present,lake,2024-03-05,south,2024-03-06,press,\"Lake\nNews\",\n"
            + "b-5,heron,present,lake,2024-13-05,south,2024-03-06,press,Lake News,\n"
            + "\n"
            + "b-6,heron,present,lake,2024-03-05,south,2024-03-06,press,Lake News\n"
            + "b-7,heron,present,lake,2024-03-05,south,2024-03-06,press,Lake \"News,\n"
            + "b-8,heron,present,lake,2024-03-05,south,2024-03-06,press,Lake News,\"a, \"\"b\"\"\"\n"
            + "b-9,heron,present,lake,2024-03-05,south,2024-03-06,press,Lake News,=1\n"
            + "b-10,heron,present,lake,2024-03-05,south,2024-03-06,press,Lake News,\n"
            + "b-11,\"heron";
        var import = Samples.Added(Samples.Csv(text), keepGood: true);
        var read = Given.Lake(text, RecordForm.Table, keepGood: true);

        Assert.Equal(import.Faults.Select(Told), read.Faults.Select(one => Told(one.Fault)));
        Assert.Equal(import.Added.Select(one => one.TextOf(PartNames.Name)), read.Case!.Reports.Select(report => report.Name));
    }

    [Fact]
    public void A_name_that_a_sentence_has_is_taken()
    {
        var taken = Samples.Formatted(Assert.Single(Samples.Lines(Sound("a-2")).Statements));
        var read = Given.Read(
            [.. Samples.Lake, Language.Text.SourceText.From("lake/z.proviso", taken)],
            [("lake/seen", Encoding.UTF8.GetBytes($"{Sound("a-1")}\n{Sound("a-2")}\n{Sound("a-3")}\n"))], RecordForm.Lines, keepGood: true);

        var fault = Assert.Single(read.Faults);
        Assert.Equal((2, "the report `a-2` is declared twice"), (fault.Fault.Place.Line, fault.Fault.Message));
        Assert.Equal(["a-1", "a-3", "a-2"], read.Case!.Reports.Select(report => report.Name));
    }

    [Fact]
    public void Sentences_and_records_speak_of_each_other()
    {
        var later = "report end-1 end of a-1 on 2024-03-09 by south said 2024-03-10 grade press source \"s\".\n"
            + "position north denies report a-2 on 2024-04-01 by north said 2024-04-01 grade press source \"s\".";
        var read = Given.Read(
            [.. Samples.Lake, Language.Text.SourceText.From("lake/a.proviso", later)],
            [("lake/m", Encoding.UTF8.GetBytes($"{Sound("a-1")}\n{Sound("a-2")}\n{Correction("c-1", "end-1").Replace("\"amount\":\"2\"", "\"on\":\"2024-03-08\"", StringComparison.Ordinal)}\n"))], RecordForm.Lines);

        Assert.Empty(read.Faults);
        Assert.Empty(read.Diagnostics);
        Assert.Equal(["end-1", "a-1", "a-2", "c-1"], read.Case!.Reports.Select(report => report.Name));
        Assert.Single(read.Case.Positions);
        Assert.Equal(2, read.Case.Reports.IndexOf("a-2"));
        Assert.Equal("c-1", read.Case.Reports.Find("c-1")!.Name);
    }

    [Fact]
    public void The_first_faults_are_told_and_all_are_counted()
    {
        var lines = Enumerable.Range(1, 3_000).Select(number => Sound($"a-{number}", on: number % 2 == 0 ? "2024-03-05" : "never"));
        var read = Given.Lake(string.Join('\n', lines), keepGood: true);

        Assert.Equal(1_500, read.Errors);
        Assert.Equal(Enumerable.Range(0, 20).Select(each => (2 * each) + 1), read.Faults.Select(one => one.Fault.Place.Line));
        Assert.Equal(1_500, read.Case!.Reports.Count);
        Assert.Equal(3_000, read.Records);
    }

    private static string Told(Fault fault) =>
        $"{fault.Place.Line}:{fault.Place.Column} {fault.Place.Field} {fault.Code} {(fault.IsError ? "error" : "warning")} {fault.Message} [{string.Join("; ", fault.Hints)}]";

    private static string Sound(string name, string on = "2024-03-05") =>
        $$"""{"sentence":"report","name":"{{name}}","thing":"heron","state":"present","in":"lake","on":"{{on}}","by":"south","said":"2024-03-06","grade":"press","source":"Lake News"}""";

    private static string Stay(string name, string from, string to) =>
        $$"""{"sentence":"report","name":"{{name}}","thing":"heron","state":"present","in":"lake","from":"{{from}}","to":"{{to}}","by":"south","said":"2024-04-06","grade":"press","source":"Lake News"}""";

    private static string Unsaid(string name, string on = "2024-03-05") =>
        $$"""{"sentence":"report","name":"{{name}}","thing":"heron","state":"present","in":"lake","on":"{{on}}","by":"south","grade":"press","source":"Lake News"}""";

    private static string Correction(string name, string of) =>
        $$"""{"sentence":"report","name":"{{name}}","corrects":"{{of}}","amount":"2","by":"south","said":"2024-04-07","grade":"press","source":"Lake News"}""";

    private static string Contest(string of) =>
        $$"""{"sentence":"position","holder":"north","verb":"denies","report":"{{of}}","on":"2024-04-08","by":"north","said":"2024-04-08","grade":"press","source":"Lake News"}""";
}
