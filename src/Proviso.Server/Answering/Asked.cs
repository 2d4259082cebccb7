using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Proviso.Server.Answering;

/// <summary>What an address asks of an agreement, as it is written: docs/api.md.</summary>
internal sealed record Asked
{
    /// <summary>The names of all parts of a question.</summary>
    public static IReadOnlyList<string> Parts { get; } =
        ["on", "knownOn", "knownTo", "view", "reading", "believe", "disbelieve", "suppose", "clause", "party", "to", "region", "days"];

    [FromQuery(Name = "on"), Description("The day asked about, as in 2020-10-26; the last day known when absent.")]
    public string? On { get; init; }

    [FromQuery(Name = "knownOn"), Description("Only what was public by the end of that day counts.")]
    public string? KnownOn { get; init; }

    [FromQuery(Name = "knownTo"), Description("Only what that party said or received counts.")]
    public string? KnownTo { get; init; }

    [FromQuery(Name = "view"), Description("Only this view; may be given several times.")]
    public string[]? View { get; init; }

    [FromQuery(Name = "reading"), Description("A dispute that every view is made to read so, as in wording:appear; may be given several times.")]
    public string[]? Reading { get; init; }

    [FromQuery(Name = "believe"), Description("A report that every view is made to believe, whoever contests it; may be given several times.")]
    public string[]? Believe { get; init; }

    [FromQuery(Name = "disbelieve"), Description("A report that every view is made to set aside; may be given several times.")]
    public string[]? Disbelieve { get; init; }

    [FromQuery(Name = "suppose"), Description("Reports and positions supposed on top of what is on file, in the language.")]
    public string? Suppose { get; init; }

    [FromQuery(Name = "clause"), Description("Only this clause, by its number.")]
    public string? Clause { get; init; }

    [FromQuery(Name = "party"), Description("Only what this party owes, may do or is offered.")]
    public string? Party { get; init; }

    [FromQuery(Name = "to"), Description("Only what is offered or owed to this party.")]
    public string? To { get; init; }

    [FromQuery(Name = "region"), Description("Only this theatre, region or site, and what lies in it.")]
    public string? Region { get; init; }

    [FromQuery(Name = "days"), Description("Of what is due: within how many days, from 0 to 36525; 30 when absent.")]
    public string? Days { get; init; }
}
