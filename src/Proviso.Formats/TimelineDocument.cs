using System.Collections.Immutable;
using Proviso.Evaluation;
using Proviso.Formats.Answers;
using Proviso.Language.Binding;

namespace Proviso.Formats;

/// <summary>The JSON of <c>proviso timeline</c>; its schema is <c>docs/schemas/timeline.schema.json</c>.</summary>
/// <param name="Schema">Always "proviso/timeline/1".</param>
/// <param name="KnownOn">What was known by the end of this day counts.</param>
/// <param name="KnownTo">The party to which it was known, or null for the public.</param>
/// <param name="FirstDay">The first day shown.</param>
/// <param name="LastDay">The last day shown.</param>
public sealed record TimelineDocument(
    string Schema, AgreementHeading Agreement, string KnownOn, string? KnownTo, string FirstDay, string LastDay, ImmutableArray<LaneEntry> Lanes)
{
    /// <summary>The name of this shape.</summary>
    public const string SchemaName = "proviso/timeline/1";

    /// <summary>The document of an answer.</summary>
    public static TimelineDocument From(TimelineAnswer answer) => new(
        SchemaName,
        new(answer.Verdicts.Case.Agreement.Name, answer.Verdicts.Case.Agreement.Title),
        Words.Date(answer.Verdicts.Horizon),
        answer.Verdicts.Knowledge.To?.Name,
        Words.Date(answer.Days.From),
        Words.Date(answer.Days.Before - 1),
        [.. answer.Lanes.Select(lane => new LaneEntry(RowEntry.Of(lane.Row), lane.View.Name, [.. lane.Told.Select(told => ToldEntry.Of(told.Told, told.Days))]))]);
}

/// <summary>What one row is told in one view.</summary>
/// <param name="Told">In order of days, without gaps; neighbours differ.</param>
public sealed record LaneEntry(RowEntry Row, string View, ImmutableArray<ToldEntry> Told);

/// <summary>A row, as it is named in documents.</summary>
/// <param name="Party">The party that owes the clause or holds the right.</param>
/// <param name="Addressee">The one it is offered or owed to, if anybody.</param>
/// <param name="Instance">The place of the clause instance, if it has one.</param>
/// <param name="Place">The place asked about: the instance, or one in it.</param>
public sealed record RowEntry(ClauseHeading Clause, string Party, string? Addressee, string? Instance, string? Place)
{
    internal static RowEntry Of(Row row) =>
        new(new(row.Clause.Id, row.Clause.Title), row.Party.Name, row.Addressee?.Name, row.Instance?.Name, row.Place?.Name);
}

/// <summary>What is told over some days.</summary>
/// <param name="From">The first of the days.</param>
/// <param name="Through">The last of them.</param>
/// <param name="Label">The verdict in words.</param>
/// <param name="Possible">When the standing is "cannot tell": those not ruled out.</param>
/// <param name="Basis">What the conduct leans on, if it leans on something.</param>
public sealed record ToldEntry(string From, string Through, string Label, string Standing, ImmutableArray<string>? Possible, string Conduct, string? Basis)
{
    internal static ToldEntry Of(Told told, DayRange days) => new(
        Words.Date(days.From),
        Words.Date(days.Before - 1),
        Labels.Of(told.Verdict, told.Numbers),
        Words.Of(told.Verdict.Standing),
        told.Verdict.Standing == Language.Binding.Standing.CannotTell ? Words.Of(told.Verdict.Possible) : null,
        Words.Of(told.Verdict.Conduct),
        told.Basis is { } basis ? Words.Of(basis) : null);
}
