namespace Proviso.Formats.Messages;

/// <summary>Forms that are sound, and what is said of those that are not.</summary>
public sealed class FormTests
{
    private const string Good =
        """{"schema":"proviso/form/1","form":"x","title":"X","version":1,"from":"2024-01-01","through":"2024-12-31","fields":{"boats":{"type":"count","most":9},"port":{"type":"name","of":["site"],"optional":true},"words":{"type":"text","most":20},"day":{"type":"date"}},"makes":[{"sentence":"report","name":"{number}-x","quoted":["{words}"],"thing":"heron","state":"deployed","amount":"{boats}","in":"lake","on":"{day}"},{"sentence":"report","name":"{number}-y","ifGiven":"port","thing":"heron","state":"deployed","in":"{port}","on":"{day}"}]}""";

    [Fact]
    public void A_sound_form_is_read()
    {
        var form = MessageSamples.Sound(Good);

        Assert.Equal(["boats", "port", "words", "day"], form.Fields.Select(field => field.Name));
        Assert.Equal(2, form.Makes.Length);
        Assert.True(form.IsAcceptedOn("2024-01-01"));
        Assert.True(form.IsAcceptedOn("2024-12-31"));
        Assert.False(form.IsAcceptedOn("2023-12-31"));
        Assert.False(form.IsAcceptedOn("2025-01-01"));
    }

    [Theory]
    [InlineData("proviso/form/1", "proviso/form/2", "of a version that came later")]
    [InlineData("\"form\":\"x\"", "\"form\":\"X y\"", "`form`: `X y` is no name")]
    [InlineData("\"form\":\"x\"", "\"form\":\"12\"", "`form`: `12` is no name")]
    [InlineData("\"title\":\"X\",", "", "`title` is missing")]
    [InlineData("\"title\":\"X\"", "\"title\":\"X\",\"titel\":\"X\"", "there is no `titel` in a form")]
    [InlineData("\"title\":\"X\"", "\"title\":\"X\",\"title\":\"X\"", "`title` stands twice")]
    [InlineData("\"version\":1", "\"version\":0", "`version` is no whole number from 1 to 9,999")]
    [InlineData("\"version\":1", "\"version\":\"1\"", "`version` is no whole number from 1 to 9,999")]
    [InlineData("2024-12-31", "2023-12-31", "is never accepted")]
    [InlineData("2024-12-31", "2024-12-32", "is no date")]
    [InlineData("\"boats\":{", "\"number\":{", "a field cannot be called `number`")]
    [InlineData("\"boats\":{", "\"Boats\":{", "`Boats` is no name for a field")]
    [InlineData("\"type\":\"count\"", "\"type\":\"cuont\"", "there is no type `cuont`")]
    [InlineData("\"type\":\"count\",\"most\":9", "\"type\":\"count\"", "`most` is missing")]
    [InlineData("\"most\":9", "\"most\":9,\"least\":10", "there is no count from 10 to 9")]
    [InlineData("\"most\":9", "\"most\":9,\"of\":[\"site\"]", "there is no `of` in a field of a count")]
    [InlineData("[\"site\"]", "[\"city\"]", "this is none of what a name can be of")]
    [InlineData("[\"site\"]", "[]", "`of` is missing, or is no list")]
    [InlineData("\"most\":20", "\"most\":20000", "`most` is no whole number from 1 to 10,000")]
    [InlineData("{boats}", "{baots}", "`amount`: there is no field `baots`")]
    [InlineData("{boats}", "{words}", "`amount` cannot hold `words`, which is a text")]
    [InlineData("\"in\":\"lake\"", "\"in\":\"{day}\"", "`in` cannot hold `day`, which is a date or time")]
    [InlineData("\"in\":\"lake\"", "\"in\":\"{port}\"", "a report of a state needs `in`, which is missing when a message gives none of `received` or `port`")]
    [InlineData("\"in\":\"lake\"", "\"in\":\"{lake\"", "a brace in `in` is no slot")]
    [InlineData("\"in\":\"lake\",", "", "a report of a state needs `in`, which is missing")]
    [InlineData("\"in\":\"lake\"", "\"in\":\"lake\",\"by\":\"north\"", "`by` has no place in a form: the message says it")]
    [InlineData("\"in\":\"lake\"", "\"in\":\"lake\",\"corrects\":\"x\"", "`corrects` has no place in a form: the message says it")]
    [InlineData("\"in\":\"lake\"", "\"in\":\"lake\",\"palce\":\"x\"", "there is no part `palce`")]
    [InlineData("\"in\":\"lake\"", "\"in\":[\"lake\"]", "`in` is not a name")]
    [InlineData("\"in\":\"lake\"", "\"in\":\"lake\",\"in\":\"lake\"", "`in` stands twice")]
    [InlineData("\"in\":\"lake\"", "\"in\":\"lake\",\"with\":{\"operator\":\"{addressee}\"}", "a message to two addressees would make two reports of one name")]
    [InlineData("\"in\":\"lake\",\"on\":\"{day}\"", "\"in\":\"lake\",\"on\":\"{received}\"", "`received` is when one addressee had it")]
    [InlineData("{number}-x", "x", "two messages would make reports of one name")]
    [InlineData("{number}-x", "{number}-y", "two statements of one message would have the name `{number}-y`")]
    [InlineData("\"ifGiven\":\"port\"", "\"ifGiven\":\"boats\"", "`ifGiven` is not the name of an optional field")]
    [InlineData("\"quoted\":[\"{words}\"],", "", "no statement uses the field `words`")]
    [InlineData("\"sentence\":\"report\",\"name\":\"{number}-x\"", "\"sentence\":\"sources\"", "a form makes nothing but reports and positions")]
    [InlineData("\"makes\":[", "\"makes\":[7,", "this is no statement")]
    [InlineData("\"makes\":[", "\"nothing\":[],\"makes\":[", "`nothing` is missing, is no list, is empty")]
    public void A_broken_form_is_told_why(string text, string changed, string message)
    {
        Assert.Contains(text, Good, StringComparison.Ordinal);

        var (form, faults) = FormReader.Read(Statements.Samples.Bytes(Good.Replace(text, changed, StringComparison.Ordinal)), "forms/x.json");

        Assert.Null(form);
        Assert.Contains(faults, fault => fault.IsError && fault.Message.Contains(message, StringComparison.Ordinal) && fault.Place.Line == 1);
    }
}
