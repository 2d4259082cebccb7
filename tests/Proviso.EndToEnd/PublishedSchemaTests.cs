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

    private static List<string> Of(string statement) =>
        PublishedSchema.Of("statements").Problems($$"""{"schema":"proviso/statements/1","statements":[{{statement}}]}""");

    private static string Changed(JsonObject document, Action<JsonObject> change)
    {
        var copy = document.DeepClone().AsObject();
        change(copy);
        return copy.ToJsonString();
    }
}
