using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Proviso.EndToEnd;

/// <summary>A JSON Schema, as far as ours use it. A word that it does not know is an error, so that nothing goes unchecked.</summary>
internal sealed class Schema(JsonNode root)
{
    private readonly HashSet<string> seen = [];

    /// <summary>The properties that the schema declares and no checked document had, as "definition.property".</summary>
    public IEnumerable<string> Unseen => Declared(root, "").Except(seen).Order(StringComparer.Ordinal);

    public static Schema Of(string name) => new(JsonNode.Parse(File.ReadAllText(Repository.PathOf($"docs/schemas/{name}.schema.json")))!);

    /// <summary>What is wrong with a document, each with its path.</summary>
    public List<string> Problems(string json)
    {
        var problems = new List<string>();
        Check(JsonNode.Parse(json), root, "", "$", problems);
        return problems;
    }

    private void Check(JsonNode? value, JsonNode schema, string where, string path, List<string> problems)
    {
        foreach (var (word, rule) in schema.AsObject())
        {
            var wrong = word switch
            {
                "$schema" or "title" or "description" or "$defs" or "required" or "additionalProperties" => null,
                "$ref" => Refer(value, rule!.GetValue<string>(), path, problems),
                "type" => IsOf(value, rule!.GetValue<string>()) ? null : $"is no {rule}",
                "const" => JsonNode.DeepEquals(value, rule) ? null : $"is not {rule}",
                "enum" => rule!.AsArray().Any(one => JsonNode.DeepEquals(value, one)) ? null : $"{value} is not one of {rule.ToJsonString()}",
                "pattern" => Regex.IsMatch(value!.GetValue<string>(), rule!.GetValue<string>()) ? null : $"{value} does not match {rule}",
                "minimum" => value!.GetValue<long>() >= rule!.GetValue<long>() ? null : $"{value} is below {rule}",
                "items" => Each(value, rule!, where, path, problems),
                "properties" => Members(value, schema, where, path, problems),
                _ => $"the schema word {word} is not known here",
            };
            if (wrong is not null)
            {
                problems.Add($"{path}: {wrong}");
            }
        }
    }

    private string? Refer(JsonNode? value, string reference, string path, List<string> problems)
    {
        var name = reference["#/$defs/".Length..];
        Check(value, root["$defs"]![name]!, name, path, problems);
        return null;
    }

    private string? Each(JsonNode? value, JsonNode rule, string where, string path, List<string> problems)
    {
        foreach (var (item, index) in value!.AsArray().Select((item, index) => (item, index)))
        {
            Check(item, rule, where, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), problems);
        }

        return null;
    }

    private string? Members(JsonNode? value, JsonNode schema, string where, string path, List<string> problems)
    {
        var known = schema["properties"]!.AsObject();
        if (schema["additionalProperties"]?.GetValue<bool>() != false)
        {
            problems.Add($"{path}: the schema lets unknown properties pass");
        }

        foreach (var (name, member) in value!.AsObject())
        {
            if (known[name] is { } rule)
            {
                seen.Add($"{where}.{name}");
                Check(member, rule, $"{where}.{name}", $"{path}.{name}", problems);
            }
            else
            {
                problems.Add($"{path}: {name} is not in the schema");
            }
        }

        var missing = (schema["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>()).Where(name => !value.AsObject().ContainsKey(name));
        problems.AddRange(missing.Select(name => $"{path}: {name} is missing"));
        return null;
    }

    private static IEnumerable<string> Declared(JsonNode schema, string where)
    {
        foreach (var (name, rule) in schema["properties"]?.AsObject() ?? [])
        {
            yield return $"{where}.{name}";
            foreach (var below in Declared(rule!, $"{where}.{name}"))
            {
                yield return below;
            }
        }

        if (schema["items"] is { } items)
        {
            foreach (var below in Declared(items, where))
            {
                yield return below;
            }
        }

        foreach (var (name, definition) in schema["$defs"]?.AsObject() ?? [])
        {
            foreach (var below in Declared(definition!, name))
            {
                yield return below;
            }
        }
    }

    private static bool IsOf(JsonNode? value, string type) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == System.Text.Json.JsonValueKind.String,
        "boolean" => value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        "integer" => value?.GetValueKind() == System.Text.Json.JsonValueKind.Number && value.AsValue().TryGetValue<long>(out _),
        _ => throw new InvalidOperationException($"type {type}"),
    };
}
