using System.Text.Json.Nodes;
using NJsonSchema;

namespace Proviso.EndToEnd;

/// <summary>A published schema as a validator that is not ours reads it.</summary>
internal sealed class PublishedSchema
{
    private readonly JsonSchema schema;

    private PublishedSchema(JsonSchema schema) => this.schema = schema;

    /// <summary>The schema of <c>docs/schemas</c> of that name.</summary>
    public static PublishedSchema Of(string name)
    {
        var text = File.ReadAllText(Repository.PathOf($"docs/schemas/{name}.schema.json"));
        return new(JsonSchema.FromJsonAsync(Draft4(text)).GetAwaiter().GetResult());
    }

    /// <summary>What is wrong with a document, each with its path.</summary>
    public List<string> Problems(string json) => [.. schema.Validate(json).Select(problem => problem.ToString())];

    /// <summary>The same schema in the older words that the validator knows: it would pass over <c>const</c>, and looks for definitions elsewhere.</summary>
    private static string Draft4(string text)
    {
        var root = JsonNode.Parse(text.Replace("#/$defs/", "#/definitions/", StringComparison.Ordinal))!.AsObject();
        if (root["$defs"] is { } definitions)
        {
            root.Remove("$defs");
            root["definitions"] = definitions;
        }

        root.Remove("$schema");
        Enumerated(root);
        return root.ToJsonString();
    }

    private static void Enumerated(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                if (members["const"] is { } value && value is JsonValue)
                {
                    members.Remove("const");
                    members["enum"] = new JsonArray(value.DeepClone());
                }

                foreach (var (_, member) in members)
                {
                    Enumerated(member);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Enumerated(item);
                }

                break;
        }
    }
}
