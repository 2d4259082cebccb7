using System.Text;
using System.Text.RegularExpressions;

namespace Proviso.EndToEnd;

/// <summary>
/// Does what a page tells its reader to do: a block fenced as <c>proviso FILE</c> (or <c>json</c>, <c>csv</c>) is saved under that name, one fenced as
/// <c>console</c> is run, both in the order of the page and in one folder.
/// </summary>
internal static partial class DocumentRun
{
    /// <summary>The page with the outputs that its commands have today.</summary>
    public static string Redo(string page, Sandbox sandbox)
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (Match block in Block().Matches(page))
        {
            var content = block.Groups["content"];
            result.Append(page, at, content.Index - at);
            at = content.Index + content.Length;
            switch (block.Groups["info"].Value.Split(' '))
            {
                case ["console"]:
                    result.Append(Transcript.Rerun(content.Value, sandbox, exitCodes: false));
                    continue;
                case ["proviso" or "json" or "csv", var file]:
                    sandbox.Write(file, content.Value);
                    break;
            }

            result.Append(content.Value);
        }

        return result.Append(page, at, page.Length - at).ToString();
    }

    [GeneratedRegex(@"^```(?<info>[^\n]*)\n(?<content>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
