using System.Text.Json.Nodes;

namespace Proviso.EndToEnd;

/// <summary>The schemas are read by a validator that is not ours: what we write is valid, and what is broken is not.</summary>
public sealed class PublishedSchemaTests
{
    private const string Report =
        """{"sentence":"report","name":"r1","thing":"heron","state":"present","in":"lake","on":"2024-03-05","by":"south","said":"2024-03-06","grade":"press","source":"Lake News"}""";

    public static TheoryData<string, string> Documents => new()
    {
        { "check", "proviso check agreements/inf-moratorium --json" },
        { "check", "proviso check corpus/commands/mistakes --json" },
        { "check", "proviso check corpus/commands/unmet --json" },
        { "check", "proviso check corpus/commands/counted --json" },
        { "status", "proviso status corpus/lake --json" },
        { "why", "proviso why corpus/lake --clause 1 --view strict --on 2024-02-11 --json" },
        { "due", "proviso due agreements/new-start --on 2023-03-15 --json" },
        { "count", "proviso count corpus/commands/counted --on 2024-03-01 --json" },
        { "statements", "proviso export agreements/inf-moratorium" },
        { "statements", "proviso export corpus/lake" },
        { "import", "mkdir c; cp corpus/lake/agreement.proviso c; proviso export corpus/lake --out c.json >c.txt; proviso import c.json --into c/all.proviso --json" },
        { "import", "mkdir c; cp corpus/lake/*.proviso c; proviso export corpus/lake --as csv --out c.csv >c.txt; proviso import c.csv --into c/all.proviso --json" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void What_is_written_is_valid_and_what_is_damaged_is_not(string name, string command)
    {
        var schema = PublishedSchema.Of(name);
        using var sandbox = new Sandbox();
        var json = sandbox.Run($"({command}) 2>/dev/null").Output;
        Assert.Empty(schema.Problems(json));

        var document = JsonNode.Parse(json)!.AsObject();
        Assert.NotEmpty(schema.Problems(Changed(document, root => root.Remove("schema"))));
        Assert.NotEmpty(schema.Problems(Changed(document, root => root["schema"] = $"proviso/{name}/2")));
        Assert.NotEmpty(schema.Problems(Changed(document, root => root["more"] = 1)));
        foreach (var (member, _) in document.Where(member => member.Value is JsonArray { Count: > 0 } list && list[0] is JsonObject))
        {
            Assert.NotEmpty(schema.Problems(Changed(document, root => root[member]![0]!["more"] = 1)));
            Assert.NotEmpty(schema.Problems(Changed(document, root => root[member] = "none")));
        }
    }

    [Theory]
    [InlineData("\"amount\":3")]
    [InlineData("\"amount\":\"3 to 5\"")]
    [InlineData("\"no\":true")]
    [InlineData("\"with\":{\"operator\":\"north\",\"range\":\"at most 1,550.5 km\",\"guns\":2}")]
    [InlineData("\"lastingAtLeast\":\"3 days\"")]
    [InlineData("\"received\":[{\"by\":\"north\",\"on\":\"2024-03-06 at 08:00 utc\"}]")]
    public void A_good_statement_is_valid(string members) => Assert.Empty(Of($"{Report[..^1]},{members}}}"));

    [Theory]
    [InlineData("\"amount\":\"many\"")]
    [InlineData("\"amount\":1.5")]
    [InlineData("\"from\":\"2024-03-05\"")]
    [InlineData("\"event\":\"notify\"")]
    [InlineData("\"with\":{}")]
    [InlineData("\"with\":\"operator north\"")]
    [InlineData("\"received\":[]")]
    [InlineData("\"received\":[{\"by\":\"north\"}]")]
    [InlineData("\"at\":\"two\\nlines\"")]
    [InlineData("\"at\":null")]
    [InlineData("\"colour\":\"grey\"")]
    [InlineData("\"lastingAtLeast\":\"long\"")]
    public void A_broken_statement_is_not(string members) => Assert.NotEmpty(Of($"{Report[..^1]},{members}}}"));

    [Theory]
    [InlineData("\"in\":\"lake\",", "")]
    [InlineData("\"source\":\"Lake News\"", "\"quoting\":\"x\"")]
    [InlineData("\"press\"", "\"rumour\"")]
    [InlineData("\"2024-03-05\"", "\"5 March 2024\"")]
    [InlineData("\"lake\"", "\"the lake\"")]
    [InlineData("\"report\"", "\"clause\"")]
    public void A_statement_with_a_broken_part_is_not(string part, string broken) => Assert.NotEmpty(Of(Report.Replace(part, broken, StringComparison.Ordinal)));

    [Theory]
    [InlineData("""{"schema":"proviso/mapping/1","separator":";","columns":{"No":"name","Guns":"with.armed","Note":null},"values":{"Guns":{"J":"yes"}},"constants":{"by":"north"}}""", true)]
    [InlineData("""{"schema":"proviso/mapping/1","columns":{"No":"nmae"}}""", false)]
    [InlineData("""{"schema":"proviso/mapping/1","columns":{"No":3}}""", false)]
    [InlineData("""{"schema":"proviso/mapping/1","columns":{},"separator":"--"}""", false)]
    [InlineData("""{"schema":"proviso/mapping/2","columns":{}}""", false)]
    [InlineData("""{"schema":"proviso/mapping/1"}""", false)]
    public void A_mapping_is_told_from_what_is_none(string json, bool isValid) => Assert.Equal(isValid, PublishedSchema.Of("mapping").Problems(json).Count == 0);

    public static TheoryData<string> Forms => [.. Directory.GetFiles(Repository.PathOf("tests/corpus/messages/forms")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_is_valid_and_a_damaged_one_is_not(string file)
    {
        var schema = PublishedSchema.Of("form");
        var json = File.ReadAllText(Repository.PathOf($"tests/corpus/messages/forms/{file}"));
        Assert.Empty(schema.Problems(json));

        var form = JsonNode.Parse(json)!.AsObject();
        foreach (var needed in new[] { "schema", "form", "title", "version", "fields", "makes" })
        {
            Assert.NotEmpty(schema.Problems(Changed(form, root => root.Remove(needed))));
        }

        Assert.NotEmpty(schema.Problems(Changed(form, root => root["schema"] = "proviso/form/2")));
        Assert.NotEmpty(schema.Problems(Changed(form, root => root["more"] = 1)));
        Assert.NotEmpty(schema.Problems(Changed(form, root => root["version"] = "1")));
        Assert.NotEmpty(schema.Problems(Changed(form, root => root["makes"] = new JsonArray())));
        Assert.NotEmpty(schema.Problems(Changed(form, root => root["makes"]![0]!["by"] = "north")));
        Assert.NotEmpty(schema.Problems(Changed(form, root => root["fields"]!.AsObject().First().Value!["type"] = "number")));
        Assert.NotEmpty(schema.Problems(Changed(form, root => root["fields"]!.AsObject().First().Value!["words"] = 7)));
    }

    [Theory]
    [InlineData("\"number\":\"North 1/2024\"", true)]
    [InlineData("\"number\":\"1\",\"received\":[{\"by\":\"south\",\"at\":\"2024-03-05\"}],\"effective\":\"2024-03-05T08:00Z\",\"corrects\":\"North 0\",\"nothingToDeclare\":true", true)]
    [InlineData("\"number\":\"one\"", false)]
    [InlineData("\"number\":\"1 (corrects 2)\"", false)]
    [InlineData("\"number\":1", false)]
    [InlineData("\"corrects\":\"1\"", false)]
    [InlineData("\"number\":\"1\",\"received\":[{\"by\":\"south\"}]", false)]
    [InlineData("\"number\":\"1\",\"effective\":\"tomorrow\"", false)]
    [InlineData("\"number\":\"1\",\"effective\":\"2024-03-05T08:00+01:00\"", false)]
    [InlineData("\"number\":\"1\",\"colour\":\"grey\"", false)]
    [InlineData("\"number\":\"1\",\"fields\":{\"boats\":1.5}", false)]
    public void A_message_is_told_from_what_is_none(string members, bool isValid)
    {
        var schema = PublishedSchema.Of("message");
        var message = $$"""{"schema":"proviso/message/1","form":"numbers","version":1,"sender":"north","addressees":["south"],"sent":"2024-03-05T08:00Z",{{members}}}""";

        Assert.Equal(isValid, schema.Problems(message).Count == 0);
        Assert.Equal(isValid, schema.Problems($"[{message},{message}]").Count == 0);
    }

    [Fact]
    public void The_messages_of_the_corpus_are_valid() =>
        Assert.All(File.ReadLines(Repository.PathOf("tests/corpus/messages/numbers.jsonl")), line => Assert.Empty(PublishedSchema.Of("message").Problems(line)));

    private static List<string> Of(string statement) =>
        PublishedSchema.Of("statements").Problems($$"""{"schema":"proviso/statements/1","statements":[{{statement}}]}""");

    private static string Changed(JsonObject document, Action<JsonObject> change)
    {
        var copy = document.DeepClone().AsObject();
        change(copy);
        return copy.ToJsonString();
    }
}
