namespace Proviso.EndToEnd;

/// <summary>What is printed as JSON is what <c>docs/schemas</c> says, and no page of it describes what never comes.</summary>
public sealed class SchemaTests
{
    /// <summary>Outputs that together have every property of the schema.</summary>
    public static TheoryData<string, string[]> Outputs => new()
    {
        {
            "check",
            [
                "proviso check agreements/inf-moratorium --json",
                "proviso check corpus/lake --json",
                "mkdir linked && cp -L corpus/lake/* linked && ln -s nowhere linked/x.proviso && proviso check linked --json",
                "proviso check corpus/commands/mistakes --json",
                "proviso check corpus/commands/unmet --json",
                "proviso check corpus/commands/counted --json",
                "mkdir recorded && cp -L corpus/lake/* recorded && echo '{\"sentence\":\"report\",\"name\":\"a-1\",\"thing\":\"heron\",\"state\":\"present\",\"in\":\"sea\",\"on\":\"2024-03-05\",\"by\":\"south\",\"said\":\"2024-03-06\",\"grade\":\"press\",\"source\":\"s\"}' > recorded/a.reports.jsonl "
                    + "&& printf 'name,in\nb-1,lake\n\"b 2\",lake\n' > recorded/b.reports.csv && proviso check recorded --json",
            ]
        },
        {
            "status",
            [
                "proviso status agreements/inf-moratorium --json",
                "proviso status agreements/inf-moratorium --on 2023-09-25 --known-on 2024-06-30 --known-to usa --json",
                "proviso status agreements/new-start --on 2016-09-01 --json",
                "proviso status agreements/new-start --json",
                "proviso status agreements/launch-notices --json",
                "proviso status corpus/quotas --on 2021-06-01 --json",
                "proviso status corpus/workdays --json",
            ]
        },
        {
            "why",
            [
                "proviso why agreements/inf-moratorium --clause 1 --region europe --view appear --view stationed --json",
                "proviso why agreements/inf-moratorium --clause 1 --region southeast-asia --view appear --json",
                "proviso why agreements/inf-moratorium --clause 1 --region europe --view assessed-range --on 2024-01-01 --json",
                "proviso why agreements/inf-moratorium --clause 1 --region european-russia --view appear --on 2023-09-25 --known-on 2023-10-01 --json",
                "proviso why corpus/lake --clause 1 --view common --on 2024-02-11 --known-to north --json",
                "proviso why corpus/lake --clause 1 --view strict --on 2024-02-11 --json",
                "proviso why corpus/commands/accession --clause 3 --view common --on 2024-06-20 --json",
                "proviso why corpus/lake --clause 2 --party north --to south --view common --json",
                "proviso why agreements/new-start --clause data-2-russia --view us-count --on 2023-04-15 --json",
            ]
        },
        {
            "timeline",
            [
                "proviso timeline agreements/inf-moratorium --clause 1 --json",
                "proviso timeline corpus/lake --known-to north --json",
            ]
        },
        {
            "due",
            [
                "proviso due agreements/new-start --on 2023-03-15 --json",
                "proviso due corpus/due --on 2024-03-20 --known-on 2024-06-30 --known-to north --days 60 --json",
                "proviso due corpus/due --on 2024-06-02 --json",
                "proviso due corpus/quotas --on 2021-05-06 --json",
                "proviso due corpus/workdays --on 2024-05-30 --json",
            ]
        },
        {
            "count",
            [
                "proviso count corpus/commands/counted --on 2024-03-01 --json",
                "proviso count corpus/commands/counted sunk --on 2024-03-01 --known-to south --party north --region lake --json",
                "proviso count agreements/inf-treaty --json",
            ]
        },
        {
            "changes",
            [
                "proviso what-if agreements/inf-moratorium --region europe --file corpus/commands/supposed/nato-accepts.proviso --json",
                "proviso diff agreements/inf-moratorium --known-on 2022-09-01 --then-on 2025-09-01 --json",
                "proviso what-if agreements/inf-moratorium --clause 1 --region europe --file corpus/commands/supposed/cruise-2022.proviso --json",
                "proviso diff corpus/lake --known-on 2024-02-12 --then-on 2024-02-20 --known-to north --json",
            ]
        },
        {
            "sources",
            [
                "proviso sources agreements/inf-moratorium --region europe --json",
                "proviso sources corpus/lake --on 2024-02-11 --known-to north --json",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Outputs))]
    public void Json_is_as_its_schema_says(string name, string[] commands)
    {
        var schema = Schema.Of(name);
        using var sandbox = new Sandbox();

        foreach (var command in commands)
        {
            Assert.Empty(schema.Problems(sandbox.Run($"{command} 2>/dev/null").Output));
        }

        Assert.Empty(schema.Unseen);
    }
}
