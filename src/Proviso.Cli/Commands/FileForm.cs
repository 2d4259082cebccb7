using Proviso.Cli.Printing;

namespace Proviso.Cli.Commands;

/// <summary>The forms in which statements are exchanged.</summary>
internal enum FileForm
{
    /// <summary>One JSON document.</summary>
    Json,

    /// <summary>JSON Lines: a statement a line.</summary>
    JsonLines,

    /// <summary>A table.</summary>
    Csv,

    /// <summary>Points of a map.</summary>
    GeoJson,
}

/// <summary>The names of the forms.</summary>
internal static class FileForms
{
    /// <summary>For help and messages.</summary>
    public const string All = "`json`, `jsonl`, `csv` or `geojson`";

    /// <summary>The form that is asked for by name; null when there is none such, after saying so.</summary>
    public static FileForm? Named(Screen screen, string name, string command)
    {
        var form = Of(name);
        if (form is null)
        {
            CommandLine.Refuse(screen, [$"`--as` takes {All}, and not `{name}`"], command);
        }

        return form;
    }

    /// <summary>The form that the ending of a file's name tells, or null.</summary>
    public static FileForm? OfPath(string path) => Of(Path.GetExtension(path).TrimStart('.').ToLowerInvariant());

    private static FileForm? Of(string name) => name switch
    {
        "json" => FileForm.Json,
        "jsonl" or "ndjson" => FileForm.JsonLines,
        "csv" => FileForm.Csv,
        "geojson" => FileForm.GeoJson,
        _ => null,
    };
}
