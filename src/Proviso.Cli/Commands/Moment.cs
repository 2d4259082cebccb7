using Proviso.Evaluation;
using Proviso.Formats;

namespace Proviso.Cli.Commands;

/// <summary>The line that says of which day an answer is, and as known when.</summary>
internal static class Moment
{
    /// <summary>"as of 2022-03-01, as known on 2026-11-28, the last day that this file knows".</summary>
    public static string Of(Verdicts verdicts, int day)
    {
        var knowledge = verdicts.Knowledge;
        var to = knowledge.To is { } party ? $" to {party.Name}" : "";
        var last = knowledge.Day is null ? ", the last day that this file knows" : "";
        return $"as of {Words.Date(day)}, as known{to} on {Words.Date(verdicts.Horizon)}{last}";
    }
}
